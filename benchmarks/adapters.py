"""What the project reads, in the shapes that scoring scripts ask for: plain dictionaries, one function a measure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from builder.desk.compose import first_paragraph
from builder.desk.join.day_by_day import Desk
from builder.desk.stories import newcomer
from builder.desk.tags.tagging import Tagger
from builder.desk.when import dates, of_publication
from builder.errors import UnreadableInput
from builder.formats import edtf, prose
from builder.model.archive import Archive
from builder.model.article import Article, ListItem
from builder.model.briefing import BackgroundItem, Briefing, Section
from builder.model.ids import Slug
from builder.model.limits import Limits
from builder.model.moment import Moment
from builder.model.sections import SectionKind
from builder.model.taxonomy import Taxonomy
from builder.wire.feeds import json_feed
from builder.wire.feeds import xml_feed as feeds
from builder.wire.mails import letter as mail_letter
from builder.wire.page import html
from builder.wire.pasted import text
from builder.wire.reader import Given, Part
from builder.wire.saved import warc as archive

Fields = Mapping[str, Any]
Dated = tuple[dt.date, str]
_DAY = dt.date(2026, 11, 25)
"""Of reading: decides nothing that is scored."""


def body(data: bytes, url: str | None) -> Fields:  # noqa: ARG001 - a saved page says itself where it is from
    """Return the text of a saved page's article, under ``body``; empty where the page is refused."""
    article = _page(data)
    return {"body": _text(article) if article else ""}


def metadata(data: bytes, url: str | None) -> Fields:  # noqa: ARG001 - as in ``body``
    """Return what a saved page says of its article: title, authors, date (ISO), publisher and tags."""
    article = _page(data)
    if article is None:
        return {}
    return {
        "title": article.headline,
        "authors": [*article.byline, *article.credited],
        "date": article.published.isoformat() if article.published else None,
        "publisher": article.outlet,
        "tags": list(article.topics),
    }


def pasted(copied: str, day: dt.date) -> Fields:
    """Return title, authors, date (ISO) and body of a pasted text; ``day`` is that of pasting."""
    try:
        article = text.read(copied.encode(), name="pasted.txt", pasted=day, unheaded=True)
    except UnreadableInput:
        return {"title": "", "authors": [], "date": None, "body": ""}
    told = article.published or of_publication.day(first_paragraph(article), day, article.language or "en")
    return {
        "title": article.headline,
        "authors": list(article.byline),
        "date": told.isoformat() if told else None,
        "body": _text(article),
    }


def date(sentence: str, phrase: str, base: dt.date, language: str) -> dt.date | None:  # noqa: ARG001 - found unaided
    """Return the first day of the date that a sentence gives, read on the day ``base``."""
    told = sorted(dates.find(sentence, base, language), key=lambda one: one.is_limit)
    return told[0].date.first if told else None


def feed(data: bytes) -> list[Fields]:
    """Return title, link and date (ISO) of each entry of a feed; raises ``ValueError`` where it is refused.

    A feed is fetched from somewhere, and its relative links mean something only there; a made-up address stands in.
    """
    given = Given(data=data, name="feed", pasted=_DAY, url="https://feed.example/")
    try:
        found = tuple((json_feed if json_feed.claims(data, "") else feeds).read(given))
    except UnreadableInput as fault:
        raise ValueError(str(fault)) from fault
    return [
        {
            "title": entry.headline,
            "link": entry.url,
            "date": entry.published.isoformat() if entry.published else None,
        }
        for entry in found
        if isinstance(entry, Article)
    ]


def mail(data: bytes) -> Fields:
    """Return subject, date (ISO) and body of a mail, whether or not it is an article; ``ValueError`` where refused."""
    try:
        letter = mail_letter.letter(data, Limits())
    except UnreadableInput as fault:
        raise ValueError(str(fault)) from fault
    return {
        "subject": letter.subject,
        "date": letter.sent.isoformat() if letter.sent else None,
        "body": letter.markup or letter.text,
    }


def warc(data: bytes) -> Sequence[Fields]:
    """Return address and HTML of the pages in a web archive; raises ``ValueError`` where it is refused with none."""
    pages: list[Fields] = []
    try:
        found = archive.split(BytesIO(data), Limits())
        pages.extend({"url": part.url, "html": part.data} for part in found if isinstance(part, Part))
    except UnreadableInput as fault:
        if not pages:
            raise ValueError(str(fault)) from fault
    return pages


def link(archive: list[Fields], item: Fields) -> str | None:
    """Return the slug of the briefing that a background item ties to; the last archive asked about is kept at hand."""
    if _asked.get("archive") is not archive:
        _asked.update(archive=archive, desk=_desk(archive))
    desk: Desk = _asked["desk"]
    told = edtf.loads(item["date"]) if item["date"] else None
    found = desk.ask(BackgroundItem(text=prose.escape(item["text"]), date=told), item["published"])
    return found.briefing if found else None


_asked: dict[str, Any] = {}


def _desk(archive: list[Fields]) -> Desk:
    """Return a desk that knows an archive of texts without tags."""
    briefings = [
        Briefing(
            slug=Slug(one["slug"]),
            headline=one["title"],
            published=Moment(day=one["date"]),
            sections=(Section(text=one["text"], kind=SectionKind.LEDE),),
        )
        for one in archive
    ]
    taxonomy = Taxonomy(tags={})
    return Desk.of(Archive.of(briefings, taxonomy, {}), Tagger(taxonomy))


def background(earlier: Sequence[Dated], update: Dated) -> list[Dated]:
    """Return the background of an update from the earlier ones, as dated sentences, oldest first."""
    texts = [text for _, text in earlier]
    reports = [dates.sentences(text) for text in texts]
    chosen = newcomer.choose(reports, update[1], newcomer.Room.words(newcomer.usual_words(texts)))
    return [(earlier[i][0], reports[i][j]) for i, j in chosen]


def _page(data: bytes) -> Article | None:
    try:
        return html.read(data, name="page.html")
    except UnreadableInput:
        return None


def _text(article: Article) -> str:
    return "\n".join(part for part in _parts(article) if part.strip())


def _parts(article: Article) -> Iterator[str]:
    yield article.standfirst or ""
    for block in article.blocks:
        yield f"{block.label}: {block.text}" if block.label else block.text
        yield from _items(block.items)
        yield from (" ".join(row) for row in block.rows)


def _items(items: Sequence[ListItem]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from _items(item.children)
