"""What a digest tells: days, their briefings, and before each what a newcomer must know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from builder.desk.join.items import sentence
from builder.desk.stories.storylines import Told
from builder.desk.wording import lede
from builder.formats import prose
from builder.model.address import filed
from builder.model.briefing import Briefing
from builder.press import sources, words
from builder.press.edition import Edition

BEFORE = 3
"""Items of a background that a digest repeats: the latest dated ones. Whoever wants all follows the link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """One earlier happening."""

    date: str
    text: str
    url: str | None
    """Of the archive's own report, where there is one and the site has an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One briefing."""

    title: str
    url: str | None
    source: str
    """Outlet and whom it relies on."""
    standing: str
    """How strong that is, as a sentence."""
    lede: str
    before: tuple[Before, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What was published on one day."""

    date: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """All of it, oldest first."""

    title: str
    site: str
    url: str | None
    language: str
    direction: str
    summary: tuple[str, ...]
    """Paragraphs of a storyline's summary; none of a span of days."""
    days: tuple[Day, ...]


def of_days(edition: Edition, since: dt.date, until: dt.date) -> Digest:
    """Return what was published from one day to another, both included."""
    language = edition.settings.language
    chosen = [briefing for briefing in edition.listed if since <= filed(briefing) <= until]
    first, last = (words.of_day(day.isoformat(), language)["label"] for day in (since, until))
    return _digest(edition, first if since == until else f"{first} – {last}", (), chosen, edition.settings.site_url)


def of_storyline(edition: Edition, story: Told) -> Digest:
    """Return a storyline from its beginning."""
    site, line = edition.settings.site_url, story.storyline
    summary = tuple(prose.plain(part) for part in line.summary.split("\n\n") if part.strip())
    return _digest(edition, line.title, summary, story.briefings, f"{site}storylines/{line.id}/" if site else None)


def _digest(
    edition: Edition, title: str, summary: Sequence[str], chosen: Iterable[Briefing], url: str | None
) -> Digest:
    settings = edition.settings
    by_day = groupby(sorted(chosen, key=filed), key=filed)
    return Digest(
        title=title,
        site=settings.site_name,
        url=url,
        language=settings.language,
        direction=words.direction(settings.language),
        summary=tuple(summary),
        days=tuple(
            Day(date=_day(day, settings.language), entries=tuple(_entry(edition, one) for one in briefings))
            for day, briefings in by_day
        ),
    )


def _day(day: dt.date, language: str) -> str:
    return f"{words.weekday(day.weekday(), language)}, {words.of_day(day.isoformat(), language)['label']}"


def _entry(edition: Edition, briefing: Briefing) -> Entry:
    chain = edition.chain(briefing)
    standing = sources.standing(chain, edition.say)
    outlet = edition.outlet_name(briefing.outlet) if briefing.outlet else ""
    return Entry(
        title=briefing.headline,
        url=_url(edition, briefing),
        source=" ".join(part for part in (outlet, sources.basis(chain, edition.say)) if part),
        standing=f"{standing['label']} {standing['rest']}".strip(),
        lede=lede(briefing),
        before=tuple(_before(edition, briefing)),
    )


def _before(edition: Edition, briefing: Briefing) -> Iterator[Before]:
    """Yield the latest of what the background dates, oldest first."""
    tied = edition.ties.of.get(briefing.slug, {})
    dated = [(at, item) for at, item in enumerate(briefing.background) if item.date and item.date.first]
    latest = sorted(dated, key=lambda one: str(one[1].date and one[1].date.first))[-BEFORE:]
    for at, item in latest:
        tie = tied.get((at,))
        target = edition.archive.by_slug.get(tie.target) if tie else None
        yield Before(
            date=words.of_day(item.date.text, edition.settings.language)["short"] if item.date else "",
            text=sentence(item.text),
            url=_url(edition, target) if target and target.slug in edition.stems else None,
        )


def _url(edition: Edition, briefing: Briefing) -> str | None:
    site = edition.settings.site_url
    return edition.url(briefing.slug, site) if site else None
