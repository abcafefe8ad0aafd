"""Saved web pages: HTML in, the article out, without the page around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from builder.errors import UnreadableInput
from builder.formats.prose import excerpt, first_sentence
from builder.model.article import Article, Block, BlockKind
from builder.wire.page import author, dates, loss, times
from builder.wire.page import blocks as page_blocks
from builder.wire.page import body as page_body
from builder.wire.page import byline as page_byline
from builder.wire.page import head as page_head
from builder.wire.page import markup as page_markup
from builder.wire.page import metadata as page_metadata
from builder.wire.page import pieces as page_pieces
from builder.wire.page.pieces import Piece, Place
from builder.wire.page.voters import PATIENT, VOTERS
from builder.wire.printed import language as printed_language

NAME = "html/1"

_PASTE = "open it in a browser, select the text and paste it into a .txt file"
_HEAD = 4096
_MOST_COMMENTS = 9
_OPENING = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|title|meta|div|p|h1|section)\b", re.IGNORECASE)
_OTHER = re.compile(r"<(?:rss|feed|rdf:RDF|opml)\b|%PDF|PK\x03\x04|WARC/|From |(?:[A-Z][\w-]+:[^\n]*\r?\n)+[A-Z]")
_NAMES = (".html", ".htm", ".xhtml")
_SCRIPT_NOTICE = re.compile(r"java\s?script|ジャバスクリプト|enable js\b", re.IGNORECASE)
_SHORTEST = 100
"""Letters and digits. Notices that want JavaScript have fewer; so have 2 of 330 annotated pages, both of them blogs."""
_SENTENCE = 12
"""Words of a paragraph that says something; notices, links and labels have fewer."""
_PROSE = 300
"""Characters in such paragraphs that a patient reading must find: else it has put a page's furniture together."""
_LONGEST_MADE = 120
"""Characters of a headline made of a first sentence."""
_HEADLESS = "the page has neither a title nor a heading: its headline is made of its first sentence"
_BARE = 1_000
"""Characters. A page that shows more than menus and a notice is no page that waits for its script."""


def claims(data: bytes, name: str) -> bool:
    """Tell whether bytes are a saved page: by how they begin, and by the file's name only where that tells nothing."""
    begin = _beginning(page_markup.decode(data[:_HEAD]))
    if _OPENING.match(begin):
        return True
    return name.lower().endswith(_NAMES) and not _OTHER.match(begin)


def _beginning(text: str) -> str:
    """Return a text from its first element on: an XML declaration and comments may stand before."""
    text = text.lstrip("\ufeff \t\r\n\f")
    for opening, closing in (("<?xml", "?>"), *(("<!--", "-->"),) * _MOST_COMMENTS):
        if text.startswith(opening):
            text = text.partition(closing)[2].lstrip()
    return text


def read(data: bytes, *, name: str) -> Article:  # noqa: ARG001 - every reader is told the name
    """Return the article of a saved page; raises ``UnreadableInput`` where the page holds none.

    ``name`` is the file's and is not looked at: a page says itself what it is.
    """
    markup = page_markup.source(data)
    root = page_markup.parse_text(markup)
    _kept = page_markup.elements(root)
    metadata = page_metadata.read(root)
    loss.strip(root)
    extent = _extent(root, metadata.headline)
    found, chosen = extent.found, extent.chosen
    tongue = metadata.language or printed_language.of(" ".join(piece.text for piece in chosen))
    lines = page_byline.head(found, chosen, metadata.headline)
    signed = {
        piece
        for piece in (*chosen[:3], *chosen[-2:])
        if page_byline.is_byline(piece) or page_byline.is_date(piece, tongue)
    }
    text = tuple(piece for piece in chosen if piece not in signed)
    standfirst = page_head.standfirst(found, text, headline=metadata.headline, descriptions=metadata.descriptions)
    body = page_blocks.compose([piece for piece in text if piece is not standfirst])
    if page_blocks.size(body.blocks) < _SHORTEST:
        standfirst, body = None, page_blocks.compose(text)
    if page_blocks.size(body.blocks) < _SHORTEST:
        whole = page_markup.parse_text(markup)
        short = metadata.published is not None and extent.undisputed
        if _wants_script(whole) or not (short or _shows_little(found, body.blocks, metadata.headline)):
            raise _no_article(whole, found)
    people = (
        metadata.byline
        or page_byline.people((*lines, *chosen[-2:]), outlet=metadata.outlet)
        or author.people(root, outlet=metadata.outlet)
        or page_byline.beside_date(lines, tongue, headline=metadata.headline, outlet=metadata.outlet)
        or page_byline.signature(chosen, outlet=metadata.outlet)
    )
    agencies = metadata.agencies or (() if people else page_byline.agencies(lines, outlet=metadata.outlet))
    shown = page_byline.published(lines, tongue, headline=metadata.headline)
    published = dates.in_zone(metadata.published, [shown] if shown is not None else []) or shown
    published = published or page_byline.filed(found, tongue) or times.printed(root, tongue)
    remarks = loss.remarks(markup, root)
    if not metadata.headline:
        remarks += (_HEADLESS,)
    if published is None:
        whole = page_markup.parse_text(markup)
        published = dates.printed(whole)
        if published is None and (published := dates.guessed(whole)) is not None:
            remarks += (f"no date is marked on the page; {published} is a guess from its text",)
    return Article(
        headline=metadata.headline or _made_headline(body.blocks),
        blocks=body.blocks,
        published=published,
        updated=dates.later(metadata.updated, published),
        outlet=metadata.outlet,
        byline=people or (() if agencies else metadata.signed_by or author.handle(root)),
        standfirst=standfirst.text if standfirst is not None else None,
        url=metadata.url,
        language=tongue,
        credited=agencies,
        sources=body.sources,
        images=page_head.images(found, chosen),
        topics=metadata.topics,
        other_stories=body.other_stories,
        remarks=remarks,
    )


def read_fragment(markup: str, *, headline: str, outlet: str | None = None, language: str | None = None) -> Article:
    """Return the article of a piece of HTML that is all article: a feed's content, the body of a mail.

    Nothing is put to the vote: every paragraph, heading, list, quotation and table is kept, captions apart, and only
    what a page's reader leaves out as well goes: the headline said again, hidden text, share buttons, pointers to
    other stories (``other_stories``), "Source:" lines (``sources``), a line that is but a byline or a date (``byline``,
    ``published``). ``headline`` and ``outlet`` are what the feed or the mail says; they are taken over as given. The
    caller adds what it knows besides with ``dataclasses.replace``. Markup without text gives an article without
    blocks; what is too large or too deep raises ``UnreadableInput``. Plain text is read as one paragraph.
    """
    if not markup.strip():
        return Article(headline=headline, blocks=(), outlet=outlet, language=language)
    # Inside a body, for a comment alone is no document to lxml.
    root = page_markup.parse_text(f"<body>{page_markup.without_declaration(markup)}")
    loss.strip(root)
    found = page_pieces.pieces(root)
    title = page_pieces.words_of(headline)
    text = [piece for piece in found if piece.place is Place.TEXT]
    if text and text[0].words == title:
        text = text[1:]
    ends = (*text[:3], *text[-2:])
    signed = {piece for piece in ends if page_byline.is_byline(piece) or page_byline.is_date(piece, language)}
    body = page_blocks.compose([piece for piece in text if piece not in signed])
    lines = [piece for piece in text if piece in signed]
    return Article(
        headline=headline,
        blocks=body.blocks,
        published=page_byline.published(lines, language),
        outlet=outlet,
        byline=page_byline.people(lines, outlet=outlet),
        language=language,
        sources=body.sources,
        images=page_head.images(found, text),
        other_stories=body.other_stories,
        remarks=loss.remarks(markup, root),
    )


@dataclass(frozen=True, slots=True)
class _Extent:
    """Which pieces of a page are its article."""

    found: Sequence[Piece]
    chosen: tuple[Piece, ...]
    undisputed: bool
    """Every extractor holds all that was chosen, as prose: a text so short is meant to be."""


def _extent(root: HtmlElement, headline: str) -> _Extent:
    """Return the article's pieces; where extractors that agree found next to nothing, those of a more patient one."""
    judged, voters = page_body.judge(root)
    chosen = page_body.weighed(judged, voters, headline)
    if sum(len(piece.text) for piece in chosen) < _SHORTEST:
        again, alone = page_body.judge(root, PATIENT)
        prose = page_body.weighed(again, alone, headline)
        if sum(len(piece.text) for piece in prose if _is_prose(piece)) >= _PROSE:
            judged, voters, chosen = again, alone, prose
    held = {entry.piece for entry in judged if entry.votes == voters}
    undisputed = voters > max(weight for _, weight in VOTERS) and any(map(_is_prose, chosen))
    return _Extent([entry.piece for entry in judged], chosen, undisputed and held.issuperset(chosen))


def _is_prose(piece: Piece) -> bool:
    return piece.kind is BlockKind.PARAGRAPH and len(piece.words) >= _SENTENCE


def _made_headline(blocks: Sequence[Block]) -> str:
    """Return the sentence with which a text begins, cut to a line of type."""
    return excerpt(first_sentence(next(text for block in blocks for text in page_blocks.texts(block))), _LONGEST_MADE)


def _shows_little(found: Sequence[Piece], blocks: Sequence[Block], headline: str) -> bool:
    """Tell whether a short text is most of what the page says besides its headline: a flash of one line.

    Without a headline it is anything: a notice, an empty page.
    """
    shown = [piece for piece in found if piece.place is Place.TEXT and piece.words != page_pieces.words_of(headline)]
    said = sum(len(piece.text) for piece in shown)
    return (
        bool(headline)
        and page_blocks.size(blocks) > 0
        and 2 * page_blocks.size(blocks) > said
        and not any(_SCRIPT_NOTICE.search(piece.text) for piece in shown)
    )


def _wants_script(root: HtmlElement) -> bool:
    notices = (part for element in root.iter("noscript") for part in element.itertext())
    return bool(_SCRIPT_NOTICE.search(" ".join(notices)))


def _no_article(root: HtmlElement, found: Sequence[Piece]) -> UnreadableInput:
    shown = " ".join(piece.text for piece in found)
    notices = " ".join(part for element in root.iter("noscript", "body") for part in element.itertext())
    if len(shown) < _BARE and _SCRIPT_NOTICE.search(notices):
        return UnreadableInput("the page holds no article text, only a notice that wants JavaScript", next_act=_PASTE)
    return UnreadableInput("the page holds no article text", next_act=_PASTE)
