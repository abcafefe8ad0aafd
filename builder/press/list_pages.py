"""Pages that list briefings: by tag, by day, by month and by year. No page grows with the archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from builder.model.address import filed
from builder.model.briefing import Briefing
from builder.model.ids import TagId
from builder.press import words
from builder.press.chart import chart
from builder.press.edition import Edition, Json
from builder.press.feeds.channels import places
from builder.press.neighbours import neighbours
from builder.press.sheets import Sheet, sheets
from builder.press.staged import StagedPage, page
from builder.press.synonyms import synonyms


def tags(edition: Edition) -> Iterator[StagedPage]:
    """Yield the pages of every subject, newest briefings first."""
    say = edition.say
    for tag in edition.subjects:
        briefings = edition.by_tag.get(tag, ())
        known = edition.archive.taxonomy.tags.get(tag)
        label = edition.label(tag)
        heading = label[:1].upper() + label[1:]
        for part in sheets(edition, f"tags/{tag}", briefings):
            first = not part.key
            archive = {
                "kind": "tag",
                "id": tag,
                "label": heading,
                "names": synonyms(known, label) if known else [],
                "tag_kind": edition.say(str(edition.kind(tag))),
                # What counts the whole list stands on its first page alone: a newcomer changes no other for it.
                "count": len(briefings) if first else None,
                "years": years(edition, part.briefings, part.up),
                "pager": part.pager,
                "feeds": places(f"{part.up}tags/{tag}/"),
                **(neighbours(edition, tag, briefings, part.up) | _past(edition, tag, part.up) if first else {}),
            }
            about = (
                say.many("One briefing about {name}.", "{count} briefings about {name}.", len(briefings), name=label)
                if first
                else say("Briefings about {name}.", name=label)
            )
            yield sheet(f"tags/{tag}", part, heading, about, archive)


def _past(edition: Edition, tag: TagId, up: str) -> Json:
    """Return the picture of a subject's timeline and the way to it, where it has one."""
    line = edition.timelines.get(tag)
    return (
        {"timeline": f"{up}tags/{tag}/timeline/", "chart": chart(line, edition.settings.language, edition.say)}
        if line
        else {}
    )


def months(edition: Edition) -> Iterator[StagedPage]:
    """Yield the pages of every month and every year that has a briefing, and of every day that has several."""
    for periods in (edition.by_month, edition.by_year, edition.by_day):
        yield from _periods(edition, periods)


def _periods(edition: Edition, periods: Mapping[str, Sequence[Briefing]]) -> Iterator[StagedPage]:
    say, keys = edition.say, list(periods)
    for i, key in enumerate(keys):
        label, of_a_day = edition.period(key), key in edition.by_day
        for part in sheets(edition, key, periods[key]):
            archive = {
                "kind": "month",
                "span": ("year", "month", "day")[key.count("/")],
                "label": label,
                "count": len(periods[key]) if not part.key else None,
                "days": days(edition, part.briefings, part.up, linked=not of_a_day),
                # A day has its month for neighbours: a newcomer between two days would change both their pages.
                "previous": edition.month(keys[i - 1], part.up) if i and not of_a_day else None,
                "next": edition.month(keys[i + 1], part.up) if i + 1 < len(keys) and not of_a_day else None,
                "month": edition.month(key[:7], part.up) if of_a_day else None,
                "pager": part.pager,
            }
            about = (
                say("Briefings of {period}.", period=label)
                if part.key
                else say.many(
                    "One briefing of {period}.", "{count} briefings of {period}.", len(periods[key]), period=label
                )
            )
            yield sheet(key, part, label, about, archive)


def sheet(base: str, part: Sheet, title: str, about: str, archive: Json) -> StagedPage:
    """Return one page of a list; ``archive`` says by its kind which template shows it."""
    meta = {
        "title": f"{title}, {part.said}" if part.said else title,
        "description": about,
        "template": f"{archive['kind']}.html",
        "archive": archive,
    }
    return page(f"{base}/{part.path}", meta)


def pager(base: str, number: int, count: int, up: str) -> Json:
    """Return the PAGER of a numbered page, the first of which comes first in time; ``up`` is the way to the root."""

    def url(other: int) -> str | None:
        if not 1 <= other <= count or other == number:
            return None
        return f"{up}{base}/" if other == 1 else f"{up}{base}/page/{other}/"

    return {
        "page": number,
        "pages": count,
        "first": url(1),
        "previous": url(number - 1),
        "next": url(number + 1),
        "last": url(count),
    }


def years(edition: Edition, briefings: Sequence[Briefing], up: str) -> list[Json]:
    """Return briefings, in their order, as CARDs by year."""
    by_year = groupby(briefings, key=lambda briefing: edition.stems[briefing.slug][:4])
    return [{"year": year, "briefings": [edition.card(b, up) for b in those]} for year, those in by_year]


def days(edition: Edition, briefings: Sequence[Briefing], up: str, *, linked: bool = True) -> list[Json]:
    """Return briefings, in their order, as days with their date and weekday, linked where a day has a page."""
    language = edition.settings.language
    return [
        {
            "date": words.of_day(day.isoformat(), language),
            "url": f"{up}{key}/" if linked and (key := day.isoformat().replace("-", "/")) in edition.by_day else None,
            "weekday": words.weekday(day.weekday(), language),
            "briefings": [edition.card(briefing, up) for briefing in those],
        }
        for day, those in groupby(briefings, key=filed)
    ]
