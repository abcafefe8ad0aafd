"""schema.org NewsArticle and its kin as JSON-LD: what it says is taken as given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model.article import Article
from builder.model.briefing import Image
from builder.wire.given import body as given_body
from builder.wire.page import dates, names
from builder.wire.page.jsonld import Json, Record, within
from builder.wire.printed.addresses import absolute

_MOST_TOPICS = 30


def articles(value: Json) -> tuple[Record, ...]:
    """Return the articles of a document: a single one, those of a list, those of a ``@graph``."""
    return tuple(record for record in within(value) if record.is_article)


def read(record: Record) -> Article | None:
    """Return an article; one with a description instead of a body is a summary. ``None`` without headline or either."""
    headline = given_body.line(record.text("headline") or record.text("name"))
    if not headline:
        return None
    body = given_body.first(_texts(record, "articleBody", "text"), headline=headline)
    description = given_body.line(record.text("description") or record.text("abstract"), 4_000)
    summary = not body.blocks
    if summary:
        body = given_body.first(_texts(record, "description", "abstract"), headline=headline)
    if not body.blocks:
        return None
    outlet = given_body.line(record.text("publisher"))
    by = _by(record, outlet)
    published = dates.first((*record.texts("datePublished"), *record.texts("dateCreated")))
    opening = body.blocks[0].text
    return Article(
        headline=headline,
        blocks=body.blocks,
        published=published,
        updated=dates.later(dates.first(record.texts("dateModified")), published),
        outlet=outlet,
        byline=by.people,
        dateline=given_body.line(record.text("dateline")) or body.dateline,
        standfirst=None if summary or (description and opening.startswith(description[:60])) else description,
        url=_url(record),
        language=next((code for text in _languages(record) if (code := given_body.language(text))), None),
        credited=tuple(dict.fromkeys((*by.agencies, *body.credited))),
        sources=body.sources,
        images=(*_images(record), *body.images),
        topics=_topics(record),
        other_stories=body.other_stories,
        summary_only=summary,
    )


def _texts(record: Record, *keys: str) -> Iterator[str]:
    """Yield whole texts, line ends and all, for which ``Record.texts`` has no use."""
    for key in keys:
        value = record.values.get(key)
        yield from (entry for entry in (value if isinstance(value, list) else [value]) if isinstance(entry, str))


def _by(record: Record, outlet: str | None) -> names.Credits:
    """Return who wrote it. A person stays as named, whatever a byline's reader would make of the name."""
    authors = record.objects("author") or record.objects("creator")
    people = [
        name for entry in authors if entry.values.get("@type") == "Person" for name in entry.texts("name") if name
    ]
    rest = [name for name in (*record.texts("author"), *record.texts("creator")) if name not in people]
    told = names.read(rest, outlet=outlet)
    return names.Credits(tuple(dict.fromkeys((*people, *told.people))), told.agencies)


def _url(record: Record) -> str | None:
    pages = record.objects("mainEntityOfPage")
    named = (*record.texts("url"), *record.texts("mainEntityOfPage"), *(str(p.values.get("@id", "")) for p in pages))
    return next((url for text in (*named, str(record.values.get("@id", ""))) if (url := absolute(text))), None)


def _languages(record: Record) -> Iterator[str]:
    for entry in record.objects("inLanguage"):
        yield from entry.texts("alternateName")
    yield from record.texts("inLanguage")


def _images(record: Record) -> tuple[Image, ...]:
    found = []
    for entry in (*record.objects("image"), *record.objects("associatedMedia")):
        caption = entry.text("caption") or entry.text("description")
        credit = entry.text("creditText") or entry.text("copyrightNotice")
        if caption or credit:
            found.append(Image(caption=given_body.line(caption), credit=given_body.line(credit)))
    return tuple(found)


def _topics(record: Record) -> tuple[str, ...]:
    said = (*record.texts("keywords"), *(name for entry in record.objects("about") for name in entry.texts("name")))
    parts = (given_body.line(part, 80) for text in said for part in re.split(r"[,;]", text))
    return tuple(dict.fromkeys(part for part in parts if part))[:_MOST_TOPICS]
