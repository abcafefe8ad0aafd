"""The archive as tables of a relational database: which there are, and their rows."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import orjson

from builder.press.data import records
from builder.press.data.shapes import BriefingRecord, TagRecord
from builder.press.edition import Edition

Row = tuple[str | int | None, ...]

SCHEMA = """
CREATE TABLE outlets (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT, zone TEXT, language TEXT, briefings INTEGER NOT NULL
);
CREATE TABLE briefings (
    slug TEXT PRIMARY KEY, path TEXT NOT NULL UNIQUE, title TEXT NOT NULL, description TEXT NOT NULL,
    date TEXT, updated TEXT, language TEXT NOT NULL, outlet TEXT REFERENCES outlets (id), byline TEXT NOT NULL,
    dateline TEXT, standfirst TEXT, url TEXT, strength TEXT NOT NULL, lede TEXT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE tags (
    id TEXT PRIMARY KEY, label TEXT NOT NULL, kind TEXT NOT NULL, names TEXT NOT NULL,
    parent TEXT REFERENCES tags (id) DEFERRABLE INITIALLY DEFERRED, wikidata TEXT, mediatopic TEXT,
    briefings INTEGER NOT NULL
);
CREATE TABLE briefing_tags (
    briefing TEXT NOT NULL REFERENCES briefings (slug), tag TEXT NOT NULL REFERENCES tags (id),
    PRIMARY KEY (briefing, tag)
) WITHOUT ROWID;
CREATE TABLE storylines (id TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT, summary TEXT NOT NULL);
CREATE TABLE storyline_briefings (
    storyline TEXT NOT NULL REFERENCES storylines (id), briefing TEXT NOT NULL REFERENCES briefings (slug),
    PRIMARY KEY (storyline, briefing)
) WITHOUT ROWID;
CREATE TABLE events (
    id TEXT PRIMARY KEY, what TEXT NOT NULL, "when" TEXT, certainty TEXT NOT NULL, known TEXT NOT NULL
);
CREATE TABLE reports (
    event TEXT NOT NULL REFERENCES events (id), place INTEGER NOT NULL,
    briefing TEXT NOT NULL REFERENCES briefings (slug), PRIMARY KEY (event, place)
) WITHOUT ROWID;
CREATE TABLE items (
    briefing TEXT NOT NULL REFERENCES briefings (slug), path TEXT NOT NULL, date TEXT, text TEXT NOT NULL,
    event TEXT REFERENCES events (id), report TEXT REFERENCES briefings (slug), later INTEGER NOT NULL,
    PRIMARY KEY (briefing, path)
) WITHOUT ROWID;
CREATE TABLE sources (
    briefing TEXT NOT NULL REFERENCES briefings (slug), place INTEGER NOT NULL, name TEXT NOT NULL,
    kind TEXT NOT NULL, count INTEGER, via TEXT, "where" TEXT, PRIMARY KEY (briefing, place)
) WITHOUT ROWID;
CREATE TABLE carriers (
    briefing TEXT NOT NULL REFERENCES briefings (slug), place INTEGER NOT NULL,
    outlet TEXT NOT NULL REFERENCES outlets (id), url TEXT, date TEXT, PRIMARY KEY (briefing, place)
) WITHOUT ROWID;
CREATE TABLE corrections (
    briefing TEXT NOT NULL REFERENCES briefings (slug), place INTEGER NOT NULL, date TEXT NOT NULL,
    text TEXT NOT NULL, PRIMARY KEY (briefing, place)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (slug UNINDEXED, title, lede, body, tokenize = 'unicode61 remove_diacritics 2');
CREATE INDEX items_by_event ON items (event);
CREATE INDEX items_by_report ON items (report);
CREATE INDEX briefings_by_date ON briefings (date);
CREATE VIEW chronology AS
    SELECT e."when", e.what, e.id AS event,
        (SELECT count(*) FROM reports r WHERE r.event = e.id) AS reports,
        (SELECT count(*) FROM items i WHERE i.event = e.id) AS mentions
    FROM events e WHERE e."when" IS NOT NULL ORDER BY e."when", e.id;
CREATE VIEW unreported AS
    SELECT * FROM chronology WHERE reports = 0 ORDER BY mentions DESC, "when";
CREATE VIEW recalled AS
    SELECT i.report AS briefing, i.briefing AS by_briefing, b.date, i.text
    FROM items i JOIN briefings b ON b.slug = i.briefing WHERE i.report IS NOT NULL ORDER BY i.report, b.date;
"""
"""Of the whole database, for SQLite with its extension FTS5."""


def tables(edition: Edition) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yield each table's name and its rows, in the order in which foreign keys need them."""
    briefings = list(records.briefings(edition))
    outlets = {
        one.id: (one.id, one.name, one.kind, one.zone, one.language, one.briefings) for one in records.outlets(edition)
    }
    yield "outlets", outlets.values()
    yield "briefings", map(_briefing, briefings)
    tags = list(records.tags(edition))
    known = {tag.id for tag in tags}
    yield "tags", (_tag(tag, known) for tag in tags)
    yield "briefing_tags", ((one.slug, tag) for one in briefings for tag in dict.fromkeys(one.tags))
    stories = records.storylines(edition)
    yield "storylines", ((story.id, story.title, story.description, story.summary) for story in stories)
    yield "storyline_briefings", ((story.id, slug) for story in stories for slug in story.briefings)
    events = list(records.events(edition))
    yield "events", ((one.id, one.what, one.when, one.certainty, one.known) for one in events)
    yield "reports", ((one.id, n, slug) for one in events for n, slug in enumerate(one.reports))
    yield from _parts(briefings, known_outlets=outlets)
    yield "search", ((one.slug, one.title, one.lede, one.body) for one in briefings)


def _parts(
    briefings: Sequence[BriefingRecord], *, known_outlets: Mapping[str, Row]
) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yield what a briefing has several of."""
    yield (
        "items",
        (
            (one.slug, ".".join(map(str, item.path)), item.date, item.text, item.event, item.briefing, int(item.later))
            for one in briefings
            for item in one.background
        ),
    )
    yield (
        "sources",
        (
            (one.slug, n, source.name, source.kind, source.count, source.via, source.where)
            for one in briefings
            for n, source in enumerate(one.sources)
        ),
    )
    yield (
        "carriers",
        (
            (one.slug, n, carrier.outlet, carrier.url, carrier.date)
            for one in briefings
            for n, carrier in enumerate(one.carried_by)
            if carrier.outlet in known_outlets
        ),
    )
    yield (
        "corrections",
        ((one.slug, n, fix.date, fix.text) for one in briefings for n, fix in enumerate(one.corrections)),
    )


def _briefing(one: BriefingRecord) -> Row:
    return (
        *(one.slug, one.path, one.title, one.description, one.date, one.updated, one.language, one.outlet),
        *(_list(one.byline), one.dateline, one.standfirst, one.url, one.strength, one.lede, one.body),
    )


def _tag(one: TagRecord, known: Container[str]) -> Row:
    parent = one.parent if one.parent in known else None
    return (one.id, one.label, one.kind, _list(one.names), parent, one.wikidata, one.mediatopic, one.briefings)


def _list(names: Sequence[str]) -> str:
    """Return several names as a JSON array, which SQLite and Datasette take apart."""
    return orjson.dumps(names).decode()
