"""The sitemap: every address of the site that readers are to find, with the day on which it last changed; and news.

That day is the latest on which the archive came to have anything that the page tells: what it lists, who mentions it
later, whom an outlet had to do with (docs/decisions/0028).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from xml.sax.saxutils import escape

from builder.model.address import filed
from builder.model.briefing import Briefing
from builder.press.edition import Edition
from builder.press.feeds.channels import clean

MOST_URLS = 50_000
"""Addresses in one file of a sitemap (sitemaps.org, protocol 0.9); beyond that an index of files."""

NEWS = "sitemap-news.xml"
NEWS_DAYS, MOST_NEWS = 2, 1_000
"""How old news may be, and how many a file may name (Google, "Create a News sitemap")."""

_TRADITIONAL = frozenset(("tw", "hk", "mo"))
"""Where Chinese is written in traditional characters (CLDR, "likely subtags")."""
_NEWS_XMLNS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
_XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def sitemap(edition: Edition, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the sitemap, and of its sheets where it needs several."""
    rows = list(addresses(edition))
    sheets = [rows[i : i + MOST_URLS] for i in range(0, len(rows), MOST_URLS)]
    if len(sheets) == 1:
        yield "sitemap.xml", _urlset(sheets[0], site_url)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(sheets) + 1)]
    for name, sheet in zip(names, sheets, strict=True):
        yield name, _urlset(sheet, site_url)
    entries = "".join(f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>\n" for name in names)
    yield "sitemap.xml", f"{_XML}<sitemapindex {_XMLNS}>\n{entries}</sitemapindex>\n".encode()


def news(edition: Edition, site_url: str, today: dt.date) -> bytes:
    """Return the sitemap of what was published today or the day before, the latest first.

    ``today`` is said by whoever builds, and never the clock's: the same archive makes the same site on any day.
    """
    first = today - dt.timedelta(NEWS_DAYS - 1)
    name = escape(edition.settings.site_name)
    entries = []
    for briefing in reversed(edition.listed):
        published = briefing.published
        if published is None or not first <= published.day <= today:
            continue
        language = _news_language(briefing.language or edition.settings.language)
        entries.append(
            f"<url><loc>{escape(edition.url(briefing.slug, site_url))}</loc><news:news>"
            f"<news:publication><news:name>{name}</news:name><news:language>{language}</news:language></news:publication>"
            f"<news:publication_date>{published.isoformat()}</news:publication_date>"
            f"<news:title>{escape(clean(briefing.headline))}</news:title></news:news></url>\n"
        )
    return f"{_XML}<urlset {_XMLNS} {_NEWS_XMLNS}>\n{''.join(entries[:MOST_NEWS])}</urlset>\n".encode()


def _news_language(language: str) -> str:
    """Return a language as news sitemaps name it: ISO 639, and Chinese by its script, ``zh-cn`` or ``zh-tw``."""
    first, *rest = language.casefold().split("-")
    if first != "zh":
        return first
    traditional = "hant" in rest or ("hans" not in rest and not _TRADITIONAL.isdisjoint(rest))
    return "zh-tw" if traditional else "zh-cn"


def _urlset(rows: Sequence[tuple[str, str]], site_url: str) -> bytes:
    entries = "".join(
        f"<url><loc>{escape(site_url + url)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for url, day in rows
    )
    return f"{_XML}<urlset {_XMLNS}>\n{entries}</urlset>\n".encode()


def addresses(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield address and day of the last change, as far as briefings tell. Lists lead to their further pages."""
    known = edition.archive.by_slug
    latest = _latest(edition.listed)
    yield "", latest
    for name in ("about/", "calendar/", "outlets/", "storylines/", "tags/", "timelines/"):
        yield name, ""
    for briefing in edition.listed:
        later = edition.ties.mentioned_by.get(briefing.slug, ())
        mentions = (known[one.briefing] for one in later if one.briefing in known)
        yield edition.url(briefing.slug, ""), _latest([briefing], map(filed, mentions))
    for periods in (edition.by_month, edition.by_year, edition.by_day):
        for key, briefings in periods.items():
            yield f"{key}/", _latest(briefings)
    for tag in edition.subjects:
        yield f"tags/{tag}/", _latest(edition.by_tag.get(tag, ()))
    for tag, line in edition.timelines.items():
        yield (
            f"tags/{tag}/timeline/",
            _latest(edition.by_tag[tag], (word.day for entry in line for word in entry.words)),
        )
    for story in edition.stories:
        yield f"storylines/{story.storyline.id}/", _latest(story.briefings)
    for outlet, dealings in edition.dealings.items():
        rows = chain(dealings.relied_on_by, dealings.carried_by, dealings.carries)
        others = (filed(known[slug]) for row in rows for slug in row.briefings)
        yield f"outlets/{outlet}/", _latest(edition.by_outlet.get(outlet, ()), others)


def _latest(briefings: Sequence[Briefing], others: Iterable[dt.date] = ()) -> str:
    """Return the last of the days on which these briefings were published, updated or corrected, and of ``others``.

    The year 1 is that of a briefing of which nobody knows a day.
    """
    days = [
        moment.day
        for briefing in briefings
        for moment in (briefing.published, briefing.updated, *(c.date for c in briefing.corrections))
        if moment
    ]
    days.extend(day for day in others if day != dt.date.min)
    return max(days).isoformat() if days else ""
