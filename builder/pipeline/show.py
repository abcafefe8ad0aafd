"""All that the archive knows of one thing, as data; ``cli.show`` words it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from builder.desk.join.items import sentence, walk
from builder.desk.join.recall import ENOUGH
from builder.desk.sources.originals import Original, originals, reports
from builder.desk.sources.sourcing import Chain, Party, Register
from builder.desk.stories.storylines import told
from builder.desk.tags.retag import found
from builder.errors import BriefingsError
from builder.languages.catalogue import ENGLISH, words_of
from builder.model.archive import Archive
from builder.model.briefing import Briefing
from builder.model.event import Decision, Event
from builder.model.ids import Slug, StorylineId, TagId
from builder.pipeline.archive import load, ties_of
from builder.pipeline.storylines import storyline
from builder.pipeline.subjects import subject
from builder.press import sources
from builder.store.shelf import Shelf, slug_of

Json = Mapping[str, Any]

_DAY = re.compile(r"^\d\d-")
"""With which a briefing's file begins."""


def show(root: Path, name: str) -> Json:
    """Return what is known of a briefing (by slug or file), an event (by id, or a former id), a storyline or a tag.

    Raises ``BriefingsError`` where nothing has that name. A briefing comes with the event that it reports. What a tag
    is called in texts is asked last: an id is always what it says.
    """
    loaded = load(root)
    archive = loaded.archive
    name = _named_by_file(name, archive)
    ties = ties_of(archive)
    events = ties.events
    briefing = archive.by_slug.get(Slug(name))
    event = events.by_id.get(name)
    tag = archive.taxonomy.tags.get(TagId(name))
    story = told(archive).get(StorylineId(name))
    if briefing is None and event is None and tag is None and story is None:
        tag = found(archive.taxonomy, name)
    if briefing is None and event is None and tag is None and story is None:
        raise BriefingsError(_unknown(name, loaded, [*archive.by_slug, *archive.taxonomy.tags, *told(archive)]))
    return {
        "storyline": storyline(loaded, story, ties) if story else None,
        "tag": subject(loaded, tag) if tag else None,
        "briefing": _briefing(briefing, events.decisions.get(briefing.slug, {}), archive) if briefing else None,
        "event": _event(event, events.decisions, archive) if event else None,
    }


def _unknown(name: str, loaded: Shelf, known: Sequence[str]) -> str:
    """Say why nothing is known by a name: its file is broken, it is misspelt, or there is no such thing."""
    for finding in loaded.findings:
        if name in {slug_of(finding.path), finding.path.rpartition("/")[2].removesuffix(".md")}:
            return f"{finding}; nothing else is known of it until that is mended"
    near = difflib.get_close_matches(name, known, n=1)
    hint = f'did you mean "{near[0]}"?' if near else "briefings show takes a slug, a file, or the id of one"
    return f'"{name}" is no briefing, event, storyline or tag; {hint}'


def _named_by_file(name: str, archive: Archive) -> str:
    """Return the slug or id that a file has, where a name is that of a file, with its folders or without."""
    bare = name.replace("\\", "/").rpartition("/")[2].removesuffix(".md")
    filed = _DAY.sub("", bare)
    return filed if filed != bare and filed in archive.by_slug else bare


def _briefing(briefing: Briefing, decisions: Mapping[tuple[int, ...], Decision], archive: Archive) -> Json:
    items = [
        {
            "date": item.date.text if item.date else None,
            "text": sentence(item.text),
            "line": item.line,
            "why": _why(decisions[path]) if path in decisions else None,
        }
        for path, item in walk(briefing.background)
    ]
    chain = Register(archive.outlets).chain(briefing)
    return {"slug": briefing.slug, "title": briefing.headline, "sources": _sources(chain), "items": items}


def _sources(chain: Chain) -> Json:
    """Return who says so: the strength as one word for machines, and the sentence that readers get."""
    standing = sources.standing(chain, words_of(ENGLISH))
    return {
        "strength": str(chain.strength),
        "standing": f"{standing['label']} {standing['rest']}".strip(),
        "outlet": _party(chain.publisher) if chain.publisher else None,
        "relies_on": [
            _party(one.party)
            | {"kind": str(one.kind), "count": one.count, "by_way_of": [_party(way) for way in one.ways]}
            for one in chain.sources
        ],
    }


def _party(party: Party) -> dict[str, Any]:
    return {"name": party.name, "outlet": party.id, "state_media": party.of_a_state}


def _originals(found: Sequence[Original]) -> Json:
    return {
        "reports": reports(found),
        "line": sources.count_of_reports(found, words_of(ENGLISH)),
        "originals": [
            {
                "name": one.name,
                "rests_on": [_party(party) for party in one.rests_on],
                "reports": [
                    {
                        "briefing": report.briefing,
                        "outlet": report.outlet.name if report.outlet else None,
                        "why": str(report.reason),
                    }
                    for report in one.reports
                ],
            }
            for one in found
        ],
    }


def _event(event: Event, decisions: Mapping[Slug, Mapping[tuple[int, ...], Decision]], archive: Archive) -> Json:
    return {
        "id": event.id,
        "what": event.what,
        "when": event.when.text if event.when else None,
        "certainty": str(event.certainty),
        "known": event.known.isoformat(),
        "reports": list(event.reports),
        "originals": _originals(originals(event, archive)),
        "aliases": list(event.aliases),
        "mentions": [
            {
                "briefing": one.briefing,
                "date": one.date.text if one.date else None,
                "text": one.sentence,
                "why": _why(decisions[one.briefing][one.item]),
            }
            for one in event.mentions
        ],
    }


def _why(decision: Decision) -> Json:
    return {
        "event": decision.event,
        "ground": str(decision.ground),
        "briefing": decision.target,
        "later": decision.later,
        "when": decision.when,
        "bits": decision.bits,
        "enough": ENOUGH,
        "shared": list(decision.shared),
        "missing": list(decision.missing),
        "doubt": decision.doubt,
        "rivals": [
            {"briefing": one.briefing, "when": one.when, "bits": one.bits, "shared": list(one.shared)}
            for one in decision.rivals
        ],
    }
