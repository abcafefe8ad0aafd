"""The pieces of a body as blocks of an article: labels, headings, sources and pointers told from paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.article import Block, BlockKind, ListItem
from builder.wire.page.pieces import Piece
from builder.wire.printed.labels import RAIL, READ_ALSO, SOURCE, is_furniture, section_run_in

_LABEL_WORDS = 5
_HEADING_WORDS = 12
_TOLD_WORDS = 20
"""Of a paragraph under a heading; a teaser's text has fewer."""
_MANY = 3
"""Headings of this kind; fewer are teasers."""
_SOURCE_WORDS = 40
_IDEOGRAPHS = re.compile(r"[\u2e80-\U0010ffff]")
_CLOSED = re.compile(r"[.!?…,;。！？][\"'”’»“)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the pieces came to."""

    blocks: tuple[Block, ...]
    sources: tuple[str, ...]
    other_stories: tuple[str, ...]


def compose(found: Sequence[Piece]) -> Body:
    """Return the blocks of a body; lines that lead elsewhere become other stories, "Source:" lines sources."""
    blocks: list[Block] = []
    sources: list[str] = []
    others: list[str] = []
    in_rail = False
    heads = _linked_heads(found)
    for piece in found:
        if piece.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            in_rail = bool(RAIL.fullmatch(piece.text)) or (in_rail and _leads_elsewhere(piece))
            if in_rail or (is_pointer(piece) and piece not in heads):
                others.extend(_story(piece))
            elif (source := SOURCE.fullmatch(piece.text)) and len(piece.words) <= _SOURCE_WORDS:
                sources.append(source["rest"])
            elif not is_furniture(piece.text):
                blocks.append(_block(piece))
        elif in_rail and piece.kind is BlockKind.LIST and _leads_elsewhere(piece):
            others.extend(item.text for item in piece.items)
        else:
            in_rail = False
            blocks.append(_block(piece))
    # A heading at the end heads something that was left out; headings alone are all the page says.
    while blocks and blocks[-1].kind is BlockKind.HEADING and any(b.kind is not BlockKind.HEADING for b in blocks):
        blocks.pop()
    return Body(blocks=tuple(blocks), sources=tuple(dict.fromkeys(sources)), other_stories=tuple(dict.fromkeys(others)))


def is_pointer(piece: Piece) -> bool:
    """Tell whether a piece only leads to other pages: "Read more: …", or a line that is one link and no sentence."""
    return bool(READ_ALSO.fullmatch(piece.text)) or (_leads_elsewhere(piece) and not _CLOSED.search(piece.text))


def _linked_heads(found: Sequence[Piece]) -> frozenset[Piece]:
    """Return the headings that are links and head the paragraph below: a review of many things links each of them."""
    pairs = itertools.pairwise(found)
    heads = [
        piece
        for piece, below in pairs
        if piece.kind is BlockKind.HEADING and _leads_elsewhere(piece) and _is_told(below)
    ]
    return frozenset(heads if len(heads) >= _MANY else ())


def _is_told(piece: Piece) -> bool:
    return piece.kind is BlockKind.PARAGRAPH and len(piece.words) >= _TOLD_WORDS and not _leads_elsewhere(piece)


def _leads_elsewhere(piece: Piece) -> bool:
    return piece.linked >= 0.9 * len(piece.text)


def _story(piece: Piece) -> list[str]:
    """Return the headline that a pointer names, without the words that point."""
    if found := READ_ALSO.fullmatch(piece.text):
        return [found["rest"]] if found["rest"] else []
    return [] if RAIL.fullmatch(piece.text) or is_furniture(piece.text) else [piece.text]


def _block(piece: Piece) -> Block:
    if piece.kind is BlockKind.LIST:
        return Block(kind=BlockKind.LIST, items=piece.items)
    if piece.kind is BlockKind.TABLE:
        return Block(kind=BlockKind.TABLE, rows=piece.rows)
    if piece.kind is BlockKind.PARAGRAPH and _is_bold_heading(piece):
        return Block(kind=BlockKind.HEADING, text=piece.text.rstrip(" :："))
    if piece.kind is BlockKind.HEADING:
        return Block(kind=BlockKind.HEADING, text=piece.text)
    label, text = _label(piece) if piece.kind is BlockKind.PARAGRAPH else (None, piece.text)
    return Block(kind=piece.kind, text=text, label=label)


def _is_bold_heading(piece: Piece) -> bool:
    """Tell whether a paragraph is a subheading in bold: all of it, a few words, no sentence."""
    return (
        piece.lead == piece.text
        and len(piece.words) <= _HEADING_WORDS
        and not _CLOSED.search(piece.text)
        and piece.text[:1] not in "-–—„“\"'«"
    )


def _label(piece: Piece) -> tuple[str | None, str]:
    """Return a run-in label and what follows it: in bold before a colon, or one of the catalogue before a colon."""
    if piece.lead and piece.lead != piece.text:
        rest = piece.text[len(piece.lead) :].strip()
        label = piece.lead
        if label.endswith((":", "：")) or rest.startswith((":", "：")):
            label, rest = label.rstrip(" :："), rest.lstrip(" :：")
            if label and rest and len(label.split()) <= _LABEL_WORDS:
                return label, rest
    return section_run_in(piece.text) or (None, piece.text)


def size(blocks: Sequence[Block]) -> int:
    """Return the letters and digits of a body; an ideograph counts as two and a half."""
    whole = "".join(text for block in blocks for text in (block.label or "", *texts(block)))
    return int(sum(map(str.isalnum, whole)) + (0 if whole.isascii() else 1.5 * len(_IDEOGRAPHS.findall(whole))))


def texts(block: Block) -> tuple[str, ...]:
    """Return what a block says, entry by entry, without its label and without what is empty."""
    said = (block.text, *_items(block.items), *(cell for row in block.rows for cell in row))
    return tuple(text for text in said if text)


def _items(items: Sequence[ListItem]) -> list[str]:
    return [text for item in items for text in (item.text, *_items(item.children))]
