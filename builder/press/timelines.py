"""Timelines: what happened, in order, and since when the archive knew. No page of one grows with the archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from builder.desk.stories.timeline import Entry
from builder.formats import prose
from builder.press import sources, words
from builder.press.chart import chart
from builder.press.edition import Edition, Json
from builder.press.sheets import cut, keys_of
from builder.press.staged import StagedPage, page

ON_A_PAGE = 60
"""Events on one page, on average."""
LONGEST = 320
"""Characters of a sentence."""


def pages(edition: Edition) -> Iterator[StagedPage]:
    """Yield the timeline of every subject that has one, the earliest event first."""
    say = edition.say
    for tag, line in edition.timelines.items():
        label = edition.label(tag)
        name = label[:1].upper() + label[1:]
        heading = say("{name}: timeline", name=name)
        parts = _parts(line)
        keys = ["", *further(line)]
        base = f"tags/{tag}/timeline"
        for at, shown in enumerate(parts):
            up = "../" * (3 + keys[at].count("/"))
            here = f"{up}{base}/"
            archive = {
                "kind": "timeline",
                "label": name,
                "url": f"{up}tags/{tag}/",
                # What counts all of them stands on the first page alone: a newcomer changes no other for it.
                "count": None if at else len(line),
                "chart": None if at else chart(line, edition.settings.language, edition.say),
                "years": by_year(edition, shown, up),
                "pager": {
                    "span": _span(edition, shown) if len(parts) > 1 else None,
                    "first": here if at else None,
                    "previous": here + keys[at - 1] if at else None,
                    "next": here + keys[at + 1] if at + 1 < len(parts) else None,
                    "last": None,
                },
            }
            title = say("{title}, from {year}", title=heading, year=shown[0].began.year) if at else heading
            about = say("What happened about {name}, in the order in which it happened.", name=label)
            meta = {"title": title, "description": about, "template": "timeline.html", "archive": archive}
            yield page(f"{base}/{keys[at][:-1] or 'index'}.md", meta)


def further(line: Sequence[Entry]) -> Iterator[str]:
    """Yield the keys of the further pages of a timeline, seen from its first: each is called after its first day."""
    yield from keys_of(part[0].began for part in _parts(line)[1:])


def _parts(line: Sequence[Entry]) -> Sequence[Sequence[Entry]]:
    return cut(line, ON_A_PAGE, mark=lambda entry: entry.event)


def _span(edition: Edition, shown: Sequence[Entry]) -> Json:
    language = edition.settings.language
    first, last = (words.of_day(entry.when.text, language) for entry in (shown[0], shown[-1]))
    return {"first": first, "last": last}


def index(edition: Edition) -> StagedPage:
    """Return the page that leads to every timeline; it grows with the subjects, not with briefings."""
    by_label = sorted(edition.timelines, key=lambda tag: (edition.label(tag).casefold(), tag))
    groups = edition.groups(by_label, "../")
    for group in groups:
        for ref in group["tags"]:
            ref["url"] += "timeline/"
    meta = {
        "title": edition.say("Timelines"),
        "description": edition.say("What happened, subject by subject, in the order in which it happened."),
        "template": "timelines.html",
        "archive": {"kind": "timelines", "subjects": groups, "count": len(by_label)},
    }
    return page("timelines/index.md", meta)


def by_year(edition: Edition, line: Sequence[Entry], up: str) -> list[Json]:
    """Return a timeline as ``[{year, entries}]``, in its order; see ``entry`` for the shape of one."""
    return [
        {"year": str(year), "entries": [entry(edition, one, up) for one in those]}
        for year, those in groupby(line, key=lambda one: one.year)
    ]


def entry(edition: Edition, one: Entry, up: str, *, today: bool = True) -> Json:
    """Return an event as a line of a timeline.

    ``{date, briefing, source, reports, sentence, by, known, known_iso, reported_iso}``: ``briefing`` points to its
    first report, ``source`` says who published that and how strong it is, ``reports`` how many there are ``today``;
    ``sentence`` and ``by`` say who recalled it before there was one, ``known`` is told where it came to know of it only
    later.
    """
    archive, language = edition.archive, edition.settings.language
    report = archive.by_slug[one.first.briefing] if one.first.report else None
    recalled = one.words[0] if not one.words[0].report else None
    known = words.of_day(one.known.isoformat(), language)
    late = one.when.last is not None and one.known > one.when.last
    return {
        "date": words.of_day(one.when.text, language),
        "briefing": edition.pointer(report, up),
        "source": sources.short(edition.chain(report), edition.say) if report else None,
        "reports": sources.count_of_reports(edition.originals(report), edition.say) or None
        if report and today
        else None,
        "sentence": prose.excerpt(recalled.text, LONGEST) if recalled else None,
        "by": edition.pointer(archive.by_slug[recalled.briefing], up) if recalled else None,
        "known": known if late else None,
        # As of a day, what had no date yet had no place on the line.
        "known_iso": one.placed.isoformat(),
        "reported_iso": one.reported.isoformat() if one.reported else None,
    }
