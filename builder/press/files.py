"""What the site holds beside pages: feeds, data, former addresses, what crawlers ask for, names of subjects."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

from builder.languages.phrases import PHRASES, phrases
from builder.press.data.api import api
from builder.press.edition import Edition
from builder.press.feeds.all import feeds
from builder.press.manifest import MANIFEST, manifest
from builder.press.moved import moved
from builder.press.opensearch import OPENSEARCH, opensearch
from builder.press.sitemap import NEWS, news, sitemap
from builder.press.spellings import spellings

SUBJECTS = "subjects.json"
"""What the search asks for the names of subjects; it grows with the taxonomy, not with the briefings."""
WORDS = "words.txt"
"""What the search asks, of a word that no briefing has, for one that is spelt nearly so."""


def files(edition: Edition, news_of: dt.date | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file that is no page; the engine adds its assets and the search index.

    ``news_of`` asks for a sitemap of the news of a day and the one before, which needs the site's address.
    """
    settings = edition.settings
    yield from feeds(edition)
    yield from api(edition)
    yield from moved(edition)
    robots = "User-agent: *\nDisallow:\n"
    if settings.site_url:
        yield from sitemap(edition, settings.site_url)
        robots += f"Sitemap: {settings.site_url}sitemap.xml\n"
        yield OPENSEARCH, opensearch(settings.site_name, settings.site_url)
    if settings.site_url and news_of:
        yield NEWS, news(edition, settings.site_url, news_of)
        robots += f"Sitemap: {settings.site_url}{NEWS}\n"
    yield "robots.txt", robots.encode()
    yield SUBJECTS, _subjects(edition)
    yield MANIFEST, manifest(settings)
    if said := phrases(settings.language):
        yield PHRASES, json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    yield WORDS, "\n".join(spellings(edition)).encode("utf-8", "replace")


def _subjects(edition: Edition) -> bytes:
    """Return subjects by all their names, as JSON: label, id, number of briefings, then the other names."""
    rows = []
    for tag in sorted(edition.by_tag, key=lambda tag: (-len(edition.by_tag[tag]), tag)):
        known, label = edition.archive.taxonomy.tags.get(tag), edition.label(tag)
        others = [name for name in known.names() if name != label] if known else []
        rows.append([label, str(tag), len(edition.by_tag[tag]), *others])
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
