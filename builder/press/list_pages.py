"""Pages that list briefings: by tag, by month and by year. No page grows with the archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from builder.model.address import filed
from builder.model.briefing import Briefing
from builder.model.ids import TagId
from builder.press import words
from builder.press.chart import chart
from builder.press.edition import Edition, Json
from builder.press.neighbours import neighbours
from builder.press.staged import StagedPage, page
from builder.press.synonyms import synonyms


def tags(edition: Edition) -> Iterator[StagedPage]:
    """Yield the pages of every subject, newest briefings first."""
    for tag in edition.subjects:
        briefings = edition.by_tag.get(tag, ())
        known = edition.archive.taxonomy.tags.get(tag)
        label = edition.label(tag)
        heading = label[:1].upper() + label[1:]
        for number, shown, up, turn in sheets(edition, f"tags/{tag}", briefings):
            archive = {
                "kind": "tag",
                "id": tag,
                "label": heading,
                "names": synonyms(known, label) if known else [],
                "tag_kind": str(edition.kind(tag)),
                "count": len(briefings),
                "years": years(edition, shown, up),
                "pager": turn,
                "feed": f"{up}tags/{tag}/feed.xml",
                **(neighbours(edition, tag, briefings, up) | _past(edition, tag, up) if number == 1 else {}),
            }
            about = f"{many(len(briefings))} about {label}."
            yield sheet(f"tags/{tag}", number, heading, about, archive)


def _past(edition: Edition, tag: TagId, up: str) -> Json:
    """Return the picture of a subject's timeline and the way to it, where it has one."""
    line = edition.timelines.get(tag)
    return {"timeline": f"{up}tags/{tag}/timeline/", "chart": chart(line)} if line else {}


def months(edition: Edition) -> Iterator[StagedPage]:
    """Yield the pages of every month, and of every year, that has a briefing."""
    for periods in (edition.by_month, edition.by_year):
        yield from _periods(edition, periods)


def _periods(edition: Edition, periods: Mapping[str, Sequence[Briefing]]) -> Iterator[StagedPage]:
    keys = list(periods)
    for i, key in enumerate(keys):
        label = edition.period(key)
        for number, shown, up, turn in sheets(edition, key, periods[key]):
            archive = {
                "kind": "month",
                "label": label,
                "count": len(periods[key]),
                "days": days(edition, shown, up),
                "previous": edition.month(keys[i - 1], up) if i else None,
                "next": edition.month(keys[i + 1], up) if i + 1 < len(keys) else None,
                "pager": turn,
            }
            about = f"{many(len(periods[key]))} of {label}."
            yield sheet(key, number, label, about, archive)


def sheet(base: str, number: int, title: str, about: str, archive: Json) -> StagedPage:
    """Return one page of a list; ``archive`` says by its kind which template shows it."""
    path = f"{base}/index.md" if number == 1 else f"{base}/page/{number}.md"
    shown = title if number == 1 else f"{title}, page {number}"
    return page(path, {"title": shown, "description": about, "template": f"{archive['kind']}.html", "archive": archive})


def sheets(
    edition: Edition, base: str, briefings: Sequence[Briefing]
) -> Iterator[tuple[int, Sequence[Briefing], str, Json]]:
    """Yield, page by page and newest first: its number, its briefings, the way up to the root, its PAGER."""
    size = edition.settings.per_page
    newest = briefings[::-1]
    count = max(1, -(-len(newest) // size))
    for number in range(1, count + 1):
        up = "../" * (base.count("/") + (1 if number == 1 else 3))
        yield number, newest[(number - 1) * size : number * size], up, pager(base, number, count, up)


def pager(base: str, number: int, count: int, up: str) -> Json:
    """Return the PAGER of one page of several: the addresses of its neighbours, ``up`` being the way to the root."""

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


def days(edition: Edition, briefings: Sequence[Briefing], up: str) -> list[Json]:
    """Return briefings, in their order, as days with their date and weekday."""
    language = edition.settings.language
    return [
        {
            "date": words.of_day(day.isoformat(), language),
            "weekday": words.weekday(day.weekday(), language),
            "briefings": [edition.card(briefing, up) for briefing in those],
        }
        for day, those in groupby(briefings, key=filed)
    ]


def many(count: int) -> str:
    """Return how many briefings, in words that begin a sentence."""
    return "One briefing" if count == 1 else f"{count} briefings"
