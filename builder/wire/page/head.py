"""What stands around a page's body: the standfirst above it, the pictures beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from builder.model.article import BlockKind
from builder.model.briefing import Image
from builder.wire.page.pieces import Piece, Place, tidy, words_of
from builder.wire.printed.labels import CREDIT

_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|sub-?title|sub-?headline|sub-?head|sub-?heading|dek|deck|lead|lede|intro|vorspann|anrei(?:ss|ß)er|chapo|chapeau|entradilla|bajada|"
    r"sottotitolo|sommario|abstract|excerpt|ingress|perex|zajawka|article-?(?:summary|description)|description)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CREDIT_NAMES = re.compile(
    r"(?:^|[\s_-])(?:credits?|copyright|photo-?author|photographer|fotograf|source|quelle|bildrechte)(?:$|[\s_-])",
    re.IGNORECASE,
)
_WORDS = (5, 90)
"""A standfirst has more words than a kicker and fewer than a section."""
_PREFIX = 8
"""Words. A summary that was cut off for machines agrees with the printed one at least so far."""
_MOST_IMAGES = 30
_LONGEST_CAPTION = 600


def standfirst(
    found: Sequence[Piece], body: Sequence[Piece], *, headline: str, descriptions: Sequence[str]
) -> Piece | None:
    """Return the piece that is the standfirst: printed between headline and text, marked or said to machines.

    The first paragraph of the text is the lede, whatever machines are told: only markup makes it a standfirst.
    """
    title = words_of(headline)
    start = next((i for i, piece in enumerate(found) if piece.kind is BlockKind.HEADING and piece.words == title), None)
    first = next((i for i, piece in enumerate(found) if body and piece is body[0]), None)
    if first is None:
        return None
    start = start if start is not None and start < first else max(-1, first - 6)
    told = [words_of(text) for text in descriptions]
    # Byline or picture between the first two paragraphs: the first stands above the text.
    apart = len(body) > 1 and found[first + 1] is not body[1]
    for piece in found[start + 1 : first + 1]:
        if (
            piece.place is not Place.TEXT
            or piece.kind in {BlockKind.LIST, BlockKind.TABLE}
            or not _WORDS[0] <= len(piece.words) <= _WORDS[1]
        ):
            continue
        if piece.linked * 2 > len(piece.text):
            continue
        in_body = piece is body[0] and not apart
        if _is_marked(piece, alone=in_body) or (
            any(_agrees(piece.words, words) for words in told) and (not in_body or piece.kind is BlockKind.HEADING)
        ):
            return piece
    return None


def _is_marked(piece: Piece, *, alone: bool) -> bool:
    """Tell whether markup calls a piece a standfirst; of one within the text only its own element counts."""
    around = [piece.element] if alone else [piece.element, *list(piece.element.iterancestors())[:2]]
    return any(
        _STANDFIRST.search(f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}")
        or element.get("itemprop") in {"description", "alternativeHeadline", "abstract"}
        for element in around
    )


def _agrees(words: tuple[str, ...], told: tuple[str, ...]) -> bool:
    size = min(len(words), len(told))
    return words == told or (size >= _PREFIX and words[: size - 1] == told[: size - 1])


def images(found: Sequence[Piece], body: Sequence[Piece]) -> tuple[Image, ...]:
    """Return the captions and credits of the pictures between headline and end of the text."""
    if not body:
        return ()
    chosen = set(body)
    last = max(i for i, piece in enumerate(found) if piece in chosen)
    first = min(i for i, piece in enumerate(found) if piece in chosen)
    title = max(
        (i for i, piece in enumerate(found[:first]) if piece.kind is BlockKind.HEADING and piece.element.tag == "h1"),
        default=max(0, first - 12),
    )
    frames: dict[_Element, list[Piece]] = {}
    for piece in found[title : last + 3]:
        if (
            piece.place is Place.CAPTION
            and piece.kind is BlockKind.PARAGRAPH
            and not any(above.tag in {"a", "nav"} for above in piece.element.iterancestors())
        ):
            frames.setdefault(_frame(piece.element), []).append(piece)
    result = dict.fromkeys(image for frame, parts in frames.items() if (image := _image(frame, parts)) is not None)
    return tuple(result)[:_MOST_IMAGES]


def _frame(element: _Element) -> _Element:
    """Return the figure around a caption, or the caption's own box where the page has none."""
    return next((above for above in (element, *element.iterancestors()) if above.tag == "figure"), element)


def _image(frame: _Element, parts: Sequence[Piece]) -> Image | None:
    captions: list[str] = []
    credited: list[str] = []
    for piece in parts:
        found = CREDIT.search(piece.text)
        if _CREDIT_NAMES.search(piece.element.get("class") or ""):
            credited.append(found["credit"] if found and found.start() == 0 else piece.text)
        elif found:
            captions.append(piece.text[: found.start()].strip(" (|–—-/"))
            credited.append(found["credit"].rstrip(")"))
        else:
            captions.append(piece.text)
    caption, credit = " ".join(text for text in captions if text), ", ".join(dict.fromkeys(credited))
    if not (caption or credit) or len(caption) > _LONGEST_CAPTION:
        return None
    return Image(
        caption=caption or None, credit=credit or None, alt=next((alt for alt in _alts(frame) if alt != caption), None)
    )


def _alts(frame: _Element) -> Iterator[str]:
    for picture in frame.iter("img"):
        if alt := tidy(picture.get("alt") or ""):
            yield alt[:_LONGEST_CAPTION]
