"""A newsletter as its items: several headings, each with a link and a few words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree
from lxml.etree import _Element

from builder.errors import UnreadableInput
from builder.formats.word_lists import alternation
from builder.model.article import Block, BlockKind
from builder.wire.page import blocks as page_blocks
from builder.wire.page import byline
from builder.wire.page import markup as page_markup
from builder.wire.page import pieces as page_pieces
from builder.wire.page.pieces import Piece, Place
from builder.wire.printed import addresses, labels

LEAST_ITEMS = 2
"""With one heading and one link a mail is one article."""
LEAST_PLAIN_ITEMS = 3
"""Of a mail in plain text, where a heading is only a short line."""
LEAST_WORDS = 6
"""Words below a heading; a heading with fewer is a link of a menu."""
HEADING_WORDS = range(3, 31)
WHOLE_LETTERS, WHOLE_PARAGRAPHS = 1_000, 3
"""An item with as much is printed whole; with less it is a teaser of the page it links to."""

_URL_LINE = re.compile(r"(?:[^\W\d_][^:<>\n]{0,40}[:：]\s*|[»→>\-*]\s*)?<?(?P<url>https?://[^\s<>]+)>?")
_RULE = re.compile(r"[\s*=_~#+\-–—•.]{3,}")
_CLOSED = re.compile(r"[.;,:]$")
_ABOUT_MAILING = """
    unsubscribe / view this / view in / view it / view online / in your browser / manage your preferences
    manage preferences / manage subscription / update your preferences / privacy policy
    abmelden / abbestellen / im browser / datenschutz / se désabonner / désinscri*
    navigateur / darse de baja / cancelar / navegador / disiscri* / annulla l'iscrizione / відписатися
    скасувати підписку / отписаться / отказаться от рассылки
    браузер* / wypisz / przeglądar* / odhlásit / uitschrijven / afmelden / avregistrera / avmeld* / 配信停止 / 退订
"""
_UNWANTED = re.compile(rf"(?<!\w){alternation(_ABOUT_MAILING)}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a newsletter."""

    headline: str
    link: str
    blocks: tuple[Block, ...]
    teaser: bool
    """Its text goes on at the link."""


def of_page(markup: str) -> tuple[Item, ...]:
    """Return the items of a newsletter in HTML; none where it is one article, or cannot be read at all."""
    try:
        root = page_markup.parse_text(f"<body>{page_markup.without_declaration(markup)}")
    except UnreadableInput:
        return ()
    unframe(root)
    found = [piece for piece in page_pieces.pieces(root) if piece.place is Place.TEXT]
    heads = [i for i, piece in enumerate(found) if _is_head(piece)]
    items = [
        item
        for start, end in pairwise((*heads, len(found)))
        if (item := _item(found[start], found[start + 1 : end])) is not None
    ]
    return _several(items, heads=len(heads), least=LEAST_ITEMS)


def of_text(text: str) -> tuple[Item, ...]:
    """Return the items of a newsletter in plain text: a heading, a few words, an address on a line of its own."""
    items: list[Item] = []
    gathered: list[str] = []
    for printed in [*text.splitlines(), ""]:
        stripped = printed.strip()
        found = _URL_LINE.fullmatch(stripped)
        if found:
            if item := _plain_item(gathered, found["url"]):
                items.append(item)
            gathered = []
        elif stripped and _RULE.fullmatch(stripped):
            gathered = []
        else:
            gathered.append(stripped)
    return _several(items, heads=len(items), least=LEAST_PLAIN_ITEMS)


def is_unwanted(text: str) -> bool:
    """Tell whether a short line is about the mailing, not of it: "Unsubscribe", "View in your browser"."""
    return len(text) <= labels.LONGEST_FURNITURE and bool(_UNWANTED.search(text))


def unframed(markup: str) -> str:
    """Return HTML of a mail with boxes in the place of the tables that lay it out."""
    root = page_markup.parse_text(f"<body>{page_markup.without_declaration(markup)}")
    unframe(root)
    return str(etree.tostring(root, encoding="unicode", method="html"))


def unframe(root: _Element) -> None:
    """Make boxes of the tables that lay a mail out; one with heading cells holds data."""
    for table in list(root.iter("table")):
        if next(table.iter("th"), None) is None:
            for element in table.iter("table", "tbody", "thead", "tfoot", "tr", "td"):
                element.tag = "div"


def _several(items: Sequence[Item], *, heads: int, least: int) -> tuple[Item, ...]:
    """Return the items where they are what the mail consists of, each once."""
    once = tuple({item.link: item for item in reversed(items)}.values())[::-1]
    return once if len(once) >= least and 2 * len(items) >= heads else ()


def _is_head(piece: Piece) -> bool:
    if len(piece.words) not in HEADING_WORDS or is_unwanted(piece.text) or labels.is_furniture(piece.text):
        return False
    if byline.is_date(piece, None) or byline.is_byline(piece):
        return False
    if piece.kind is BlockKind.HEADING:
        return True
    whole = piece.lead == piece.text or piece.linked >= len(piece.text) * 0.9
    return piece.kind is BlockKind.PARAGRAPH and whole and not _CLOSED.search(piece.text)


def _item(head: Piece, below: Sequence[Piece]) -> Item | None:
    told = [piece for piece in below if not is_unwanted(piece.text)]
    pointers = [piece for piece in told if page_blocks.is_pointer(piece)]
    blocks = page_blocks.compose([piece for piece in told if piece not in pointers]).blocks
    link = next((link for piece in (head, *pointers, *told) for link in _links(piece.element)), None)
    if link is None or sum(len(piece.words) for piece in told) < LEAST_WORDS or not blocks:
        return None
    return Item(headline=head.text, link=link, blocks=blocks, teaser=bool(pointers) or not _is_whole(blocks))


def _links(element: _Element) -> Iterator[str]:
    around = next((above for above in element.iterancestors("a")), None)
    for anchor in (*([around] if around is not None else []), *element.iter("a")):
        if address := addresses.absolute(anchor.get("href") or ""):
            yield address


def _plain_item(gathered: Sequence[str], url: str) -> Item | None:
    parts = [part for part in re.split(r"\n{2,}", "\n".join(gathered).strip()) if part]
    address = addresses.absolute(url)
    # The heading is the first line of the last two parts: above it may stand the end of something else.
    for begin in range(max(0, len(parts) - 2), len(parts)):
        heading, _, rest = parts[begin].partition("\n")
        told = [" ".join(part.split()) for part in (rest, *parts[begin + 1 :]) if part.strip()]
        if (
            address
            and len(heading.split()) in HEADING_WORDS
            and not _CLOSED.search(heading)
            and sum(len(part.split()) for part in told) >= LEAST_WORDS
        ):
            blocks = tuple(Block(kind=BlockKind.PARAGRAPH, text=part) for part in told)
            return Item(headline=heading, link=address, blocks=blocks, teaser=not _is_whole(blocks))
    return None


def _is_whole(blocks: Sequence[Block]) -> bool:
    return len(blocks) >= WHOLE_PARAGRAPHS and page_blocks.size(blocks) >= WHOLE_LETTERS
