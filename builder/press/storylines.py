"""Storylines as pages: what happened, with the editor's notes in place, and what is still open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from builder.desk.stories.open_questions import Question, questions
from builder.desk.stories.storylines import Told, chronology
from builder.desk.stories.timeline import Entry, as_of
from builder.desk.wording import lede
from builder.formats import prose
from builder.model.briefing import Briefing
from builder.model.storyline import Note
from builder.press import words
from builder.press.chart import chart
from builder.press.edition import Edition, Json
from builder.press.feeds.channels import places
from builder.press.links import relinked
from builder.press.list_pages import pager
from builder.press.staged import StagedPage, page
from builder.press.timelines import entry

ON_A_PAGE = 150
"""Events and notes on one page of a chronology; of events, as of a year."""
MOST_QUESTIONS = 30
MOST_OUTLETS = 20
MOST_CUTS = 80
"""Years as of which a storyline can be read; of more, the latest."""


def pages(edition: Edition) -> Iterator[StagedPage]:
    """Yield the pages of every storyline that a briefing belongs to, then as of the end of each year."""
    for story in edition.stories:
        line = chronology(story, edition.line, edition.names)
        cuts = _cuts(story, line)
        yield from _main(edition, story, line, cuts)
        for year in cuts:
            yield _as_of(edition, story, line, cuts, year)


def index(edition: Edition) -> StagedPage:
    """Return the page that leads to every storyline, the one that moved last first."""
    archive = {"kind": "storylines", "storylines": moving(edition, "../"), "count": len(edition.stories)}
    meta = {
        "title": edition.say("Storylines"),
        "description": edition.say("Long stories, as the editors follow them."),
        "template": "storylines.html",
        "archive": archive,
    }
    return page("storylines/index.md", meta)


def moving(edition: Edition, up: str, most: int | None = None) -> list[Json]:
    """Return the storylines, the one with the latest briefing first, as lists show them."""
    place = {briefing.slug: at for at, briefing in enumerate(edition.archive.briefings)}
    latest = sorted(edition.stories, key=lambda story: place[story.briefings[-1].slug], reverse=True)
    return [
        {
            "title": story.storyline.title,
            "url": f"{up}storylines/{story.storyline.id}/",
            "description": story.storyline.description or "",
            "first": edition.pointer(story.briefings[0], up),
            "latest": edition.pointer(story.briefings[-1], up),
            "count": len(story.briefings),
        }
        for story in latest[:most]
    ]


def strips(edition: Edition, briefing: Briefing, up: str) -> list[Json]:
    """Return the storylines of a briefing, each with its neighbours there. No counts: a newcomer would change them."""
    found = []
    for story in edition.stories_of.get(briefing.slug, ()):
        before, after = story.beside(briefing.slug)
        found.append(
            {
                "title": story.storyline.title,
                "url": f"{up}storylines/{story.storyline.id}/",
                "previous": edition.pointer(before, up),
                "next": edition.pointer(after, up),
            }
        )
    return found


def _main(edition: Edition, story: Told, line: Sequence[Entry], cuts: Sequence[int]) -> Iterator[StagedPage]:
    say, storyline = edition.say, story.storyline
    base = f"storylines/{storyline.id}"
    rows = _rows(line, storyline.notes)
    sheets = [rows[at : at + ON_A_PAGE] for at in range(0, len(rows), ON_A_PAGE)] or [()]
    asked = questions(story.briefings, storyline.answers)
    for number, shown in enumerate(sheets, 1):
        up = "../../" if number == 1 else "../../../../"
        archive = _frame(story, up) | {
            "years": _years(edition, shown, up),
            "cuts": _cut_links(base, cuts, up),
            "pager": pager(base, number, len(sheets), up),
            "feeds": places(f"{up}{base}/"),
        }
        body = ""
        if number == 1:
            archive |= {
                "chart": chart(line, edition.settings.language, edition.say),
                "first": edition.pointer(story.briefings[0], up),
                "latest": edition.pointer(story.briefings[-1], up),
                "outlets": _outlets(edition, story, up),
                "open": _questions(edition, (one for one in asked if not one.answered_by), up),
                "answered": _questions(edition, (one for one in asked if one.answered_by), up),
            }
            body = relinked(edition, storyline.summary, base, up)
        title = storyline.title if number == 1 else say("{title}, page {number}", title=storyline.title, number=number)
        about = storyline.description or say("{title}: what happened, in order.", title=storyline.title)
        meta = {"title": title, "description": about, "template": "storyline.html", "archive": archive}
        yield page(f"{base}/{'index' if number == 1 else f'page/{number}'}.md", meta, body)


def _as_of(edition: Edition, story: Told, line: Sequence[Entry], cuts: Sequence[int], year: int) -> StagedPage:
    """Return a storyline as the archive knew it at the end of a year: without what the editor wrote since."""
    storyline = story.storyline
    base = f"storylines/{storyline.id}"
    up = "../../../../"
    then = as_of(line, dt.date(year, 12, 31))
    archive = _frame(story, up) | {
        "as_of": str(year),
        "known": len(then),
        "events": len(line),
        "earlier": max(0, len(then) - ON_A_PAGE),
        "years": _years(edition, then[-ON_A_PAGE:], up, today=False),
        "cuts": _cut_links(base, cuts, up),
    }
    meta = {
        "title": edition.say("{title}, as of {year}", title=storyline.title, year=year),
        "description": edition.say(
            "{title}: what this archive knew at the end of {year}.", title=storyline.title, year=year
        ),
        "template": "storyline.html",
        "archive": archive,
    }
    return page(f"{base}/as-of/{year}/index.md", meta)


def _frame(story: Told, up: str) -> Json:
    storyline = story.storyline
    return {
        "kind": "storyline",
        "label": storyline.title,
        "url": f"{up}storylines/{storyline.id}/",
        "count": len(story.briefings),
        "as_of": None,
    }


def _cuts(story: Told, line: Sequence[Entry]) -> list[int]:
    """Return the years in which the story's own briefings told of it, but for the last: that is the story itself."""
    own = {briefing.slug for briefing in story.briefings}
    years = {word.day.year for one in line for word in one.words if word.briefing in own}
    return sorted(years)[:-1][-MOST_CUTS:]


def _cut_links(base: str, cuts: Sequence[int], up: str) -> list[Json]:
    return [{"year": str(year), "url": f"{up}{base}/as-of/{year}/"} for year in cuts]


def _rows(line: Iterable[Entry], notes: Iterable[Note]) -> Sequence[Entry | Note]:
    """Return events and notes in one order, a note behind what happened on its day; first those without a date."""
    return sorted((*line, *notes), key=_place)


def _place(row: Entry | Note) -> tuple[dt.date, bool]:
    return _day(row), isinstance(row, Note)


def _day(row: Entry | Note) -> dt.date:
    if isinstance(row, Entry):
        return row.began
    return (row.date and (row.date.first or row.date.last)) or dt.date.min


def _years(edition: Edition, rows: Iterable[Entry | Note], up: str, *, today: bool = True) -> list[Json]:
    """Return events and notes by year."""
    return [
        {
            "year": str(year) if year > 1 else "",
            "entries": [
                _note(edition, one) if isinstance(one, Note) else _event(edition, one, up, today=today) for one in those
            ],
        }
        for year, those in groupby(rows, key=lambda row: _day(row).year)
    ]


def _event(edition: Edition, one: Entry, up: str, *, today: bool) -> Json:
    """Return an event with the lede of its report: on paper nobody follows the link to it."""
    report = edition.archive.by_slug[one.first.briefing] if one.first.report else None
    return {**entry(edition, one, up, today=today), "lede": lede(report) if report else None}


def _note(edition: Edition, note: Note) -> Json:
    date = words.of_day(note.date.text, edition.settings.language) if note.date else None
    return {"note": prose.plain(note.text), "date": date}


def _outlets(edition: Edition, story: Told, up: str) -> list[Json]:
    return [
        {"name": edition.outlet_name(outlet), "url": f"{up}outlets/{outlet}/", "count": count}
        for outlet, count in story.outlets[:MOST_OUTLETS]
    ]


def _questions(edition: Edition, asked: Iterable[Question], up: str) -> list[Json]:
    """Return the latest questions first: what was open long ago matters least."""
    return [_question(edition, one, up) for one in list(asked)[: -MOST_QUESTIONS - 1 : -1]]


def _question(edition: Edition, one: Question, up: str) -> Json:
    by_slug = edition.archive.by_slug
    return {
        "sentence": one.sentence,
        "by": edition.pointer(by_slug[one.briefing], up),
        "answer": one.answer,
        "answered_by": edition.pointer(by_slug.get(one.answered_by), up) if one.answered_by else None,
    }
