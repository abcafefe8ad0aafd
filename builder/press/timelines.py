"""Timelines: what happened, in order, and since when the archive knew. No page of one grows with the archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from builder.desk.stories.timeline import Entry
from builder.formats import prose
from builder.press import words
from builder.press.chart import chart
from builder.press.edition import Edition, Json
from builder.press.list_pages import pager
from builder.press.staged import StagedPage, page

ON_A_PAGE = 100
LONGEST = 320
"""Characters of a sentence."""


def pages(edition: Edition) -> Iterator[StagedPage]:
    """Yield the timeline of every subject that has one, the earliest event first."""
    for tag, line in edition.timelines.items():
        label = edition.label(tag)
        name = label[:1].upper() + label[1:]
        heading = f"{name}: timeline"
        sheets = [line[at : at + ON_A_PAGE] for at in range(0, len(line), ON_A_PAGE)]
        for number, shown in enumerate(sheets, 1):
            up = "../../../" if number == 1 else "../../../../../"
            archive = {
                "kind": "timeline",
                "label": name,
                "url": f"{up}tags/{tag}/",
                "count": len(line),
                "chart": chart(line) if number == 1 else None,
                "years": by_year(edition, shown, up),
                "pager": pager(f"tags/{tag}/timeline", number, len(sheets), up),
            }
            title = heading if number == 1 else f"{heading}, page {number}"
            about = f"{len(line)} events about {label}, in the order in which they happened."
            meta = {"title": title, "description": about, "template": "timeline.html", "archive": archive}
            yield page(f"tags/{tag}/timeline/{'index' if number == 1 else f'page/{number}'}.md", meta)


def index(edition: Edition) -> StagedPage:
    """Return the page that leads to every timeline; it grows with the subjects, not with briefings."""
    by_label = sorted(edition.timelines, key=lambda tag: (edition.label(tag).casefold(), tag))
    groups = edition.groups(by_label, "../")
    for group in groups:
        for ref in group["tags"]:
            ref["url"] += "timeline/"
    meta = {
        "title": "Timelines",
        "description": "What happened, subject by subject, in the order in which it happened.",
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


def entry(edition: Edition, one: Entry, up: str) -> Json:
    """Return an event as a line of a timeline.

    ``{date, title, briefing, sentence, by, known, known_iso, reported_iso}``: ``briefing`` points to its first report,
    ``sentence`` and ``by`` say who recalled it before there was one, ``known`` is told where it came to
    know of it only later.
    """
    archive, language = edition.archive, edition.settings.language
    report = archive.by_slug[one.first.briefing] if one.first.report else None
    recalled = one.words[0] if not one.words[0].report else None
    known = words.of_day(one.known.isoformat(), language)
    late = one.when.last is not None and one.known > one.when.last
    return {
        "date": words.of_day(one.when.text, language),
        "briefing": edition.pointer(report, up),
        "sentence": prose.excerpt(recalled.text, LONGEST) if recalled else None,
        "by": edition.pointer(archive.by_slug[recalled.briefing], up) if recalled else None,
        "known": known if late else None,
        "known_iso": known["iso"],
        "reported_iso": one.reported.isoformat() if one.reported else None,
    }
