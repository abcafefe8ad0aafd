"""IPTC ninjs, News in JSON (iptc.org/standards/ninjs), 1.x to 3.x: what it says is taken as given.

The versions differ in names more than in meaning: ``headline`` and ``body_xhtml`` became lists of ``headlines`` and
``bodies``, ``byline`` became ``by``, and 3.0 writes ``versionCreated`` for ``versioncreated``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.model.article import Article
from builder.model.briefing import Image
from builder.wire.given import body as given_body
from builder.wire.page import dates, names
from builder.wire.page.jsonld import Json
from builder.wire.printed.addresses import absolute

Item = Mapping[str, Json]
"""With keys in small letters, so that all versions are one."""

_LEAST = frozenset({"headline", "headlines"})
_MARKS = frozenset({
    "versioncreated", "firstcreated", "contentcreated", "pubstatus", "bodies", "body_text", "body_html", "body_xhtml",
    "descriptions", "description_text", "byline", "by", "slugline", "copyrightholder", "infosource", "infosources",
})  # fmt: skip
_MARKUP_FIRST = ("html", "xhtml", "richtext")
_MOST_TOPICS = 30
_LONGEST = 4_000
"""Characters of a line, as of a text in front matter."""
_SAME = 60
"""Characters: a description that begins as the text does is its beginning."""
_TOPICS = ("subjects", "subject", "people", "person", "organisations", "organisation", "places", "place", "events")


def items(value: Json) -> tuple[Item, ...]:
    """Return the news items of a document: a single one, those of a list, or of an item that only groups others."""
    entries = value if isinstance(value, list) else [value]
    return tuple(item for entry in entries if isinstance(entry, dict) and _is_item(item := _lower(entry)))


def _lower(entry: Mapping[str, Json]) -> dict[str, Json]:
    return {key.lower(): value for key, value in entry.items()}


def _is_item(item: Item) -> bool:
    standard = item.get("standard")
    if isinstance(standard, dict) and standard.get("name") == "ninjs":
        return True
    return bool(_LEAST & item.keys()) and bool(_MARKS & item.keys()) and "@type" not in item


def read(item: Item) -> Article | None:
    """Return an article, or a summary where there is but a description. ``None`` without headline or either."""
    headline = _line(item, "headline", "headlines")
    if not headline:
        return None
    body = given_body.first(_values(item, "body", "bodies"), headline=headline)
    description = _line(item, "description", "descriptions") or ""
    summary = not body.blocks
    if summary:
        body = given_body.first(_values(item, "description", "descriptions"), headline=headline)
    if not body.blocks:
        return None
    outlet = next(iter(_names(item, "infosources", "infosource")), None) or given_body.line(item.get("copyrightholder"))
    by = names.read([text for key in ("by", "byline") if (text := given_body.line(item.get(key)))], outlet=outlet)
    published = dates.first(_lines(item, "firstpublished", "firstcreated", "contentcreated", "versioncreated"))
    opening = body.blocks[0].text
    return Article(
        headline=headline,
        blocks=body.blocks,
        published=published,
        updated=dates.later(dates.first(_lines(item, "versioncreated")), published),
        outlet=outlet,
        byline=by.people,
        dateline=body.dateline or given_body.line(item.get("located")),
        standfirst=None if summary or opening.startswith(description[:_SAME]) else description,
        url=absolute(str(item.get("uri") or "")),
        language=given_body.language(item.get("language")),
        credited=tuple(dict.fromkeys((*by.agencies, *body.credited))),
        sources=body.sources,
        images=(*_images(item), *body.images),
        topics=tuple(dict.fromkeys(_names(item, *_TOPICS)))[:_MOST_TOPICS],
        other_stories=body.other_stories,
        summary_only=summary,
    )


def _lines(item: Item, *keys: str) -> Iterator[str]:
    yield from (text for key in keys if (text := given_body.line(item.get(key))))


def _values(item: Item, one: str, many: str) -> Iterator[str]:
    """Yield the texts of a property in any of its forms, those in markup first, for they have paragraphs."""
    found: list[tuple[bool, str]] = []
    for key, value in item.items():
        if isinstance(value, str) and (key == one or key.startswith(f"{one}_")):
            found.append((key.endswith(_MARKUP_FIRST), value))
    entries = item.get(many)
    for entry in entries if isinstance(entries, list) else ():
        part = _lower(entry) if isinstance(entry, dict) else {}
        if isinstance(text := part.get("value"), str):
            kind = f"{part.get('contenttype') or ''} {part.get('role') or ''}".lower()
            found.append((any(word in kind for word in _MARKUP_FIRST), text))
    yield from (text for _, text in sorted(found, key=lambda pair: not pair[0]))


def _line(item: Item, one: str, many: str) -> str | None:
    """Return a property as one line, plain where it comes so, else without its markup."""
    for value in reversed(tuple(_values(item, one, many))):
        text = given_body.line(given_body.plain(value), _LONGEST)
        if text:
            return text
    return None


def _names(item: Item, *keys: str) -> Iterator[str]:
    for key in keys:
        entries = item.get(key)
        for entry in entries if isinstance(entries, list) else ():
            name = given_body.line(entry.get("name"), 80) if isinstance(entry, dict) else None
            if name:
                yield name


def _images(item: Item) -> tuple[Image, ...]:
    """Return what is said of the pictures: a mapping by name in 1.x, a list since."""
    beside = item.get("associations")
    entries = list(beside.values()) if isinstance(beside, dict) else beside if isinstance(beside, list) else []
    found = []
    for entry in entries[:100]:
        picture = _lower(entry) if isinstance(entry, dict) else {}
        if picture.get("type") not in {"picture", "graphic"}:
            continue
        caption = _line(picture, "description", "descriptions") or _line(picture, "headline", "headlines")
        credit = next(_lines(picture, "by", "byline", "creditline", "copyrightholder"), None)
        if caption or credit:
            found.append(Image(caption=caption, credit=credit))
    return tuple(found)
