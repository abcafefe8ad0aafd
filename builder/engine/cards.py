"""Social cards as pictures: headline, outlet and date, name of the archive, on paper.

Drawn in greys, a byte a pixel, and coloured by the palette: in colours a card takes twice the time and twice the bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version

from PIL import Image, ImageDraw, ImageFont

from builder.engine.letters import REGULAR, SEMIBOLD, Face, face_of
from builder.press.cards import HEIGHT, WIDTH, Card

_DISTRIBUTIONS = ("pillow", "fontpkg-noto-serif", "fontpkg-noto-sans-arabic", "arabic-reshaper", "python-bidi")
LOOK = " ".join(("1", *map(version, _DISTRIBUTIONS)))
"""What decides how a card looks beside its words. Count up with each change here that shows."""

_MARGIN = 80
_ACROSS = WIDTH - 2 * _MARGIN
_TOP, _BOTTOM = 162, 488
"""Between them stands the headline."""
_SIZES = (76, 68, 60, 54, 48)
"""Of a headline, in pixels, largest first."""
_LONGEST = 400
"""Characters of a headline that are looked at; no card has room for as many."""
_SMALL = 32
_PAPER, _INK, _SOFT, _ACCENT = 255, 1, 90, 0
"""Greys, and the one colour. Between ink and paper lie the edges of letters."""
_RULE = 200
_COLOURS = ((0x1C, 0x1B, 0x19), (0xFB, 0xF9, 0xF4), (0x8A, 0x2B, 0x0D))
"""Ink, paper and accent of the site."""


def drawable(card: Card) -> bool:
    """Tell whether all of a card can be drawn. No card is better than boxes in the place of letters."""
    face = face_of(card.text)
    return bool(card.headline) and all(face.has(face.shaped(line)) for line in card.text.split("\n"))


def draw(card: Card) -> bytes:
    """Return a card as PNG; ask first whether it can be drawn."""
    canvas = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(canvas)
    face = face_of(card.text)
    edge, anchor = (WIDTH - _MARGIN, "rs") if card.rtl else (_MARGIN, "ls")

    def put(line: str, height: int, font: ImageFont.FreeTypeFont, grey: int) -> None:
        pen.text((edge, height), face.in_row(line, rtl=card.rtl), fill=grey, font=font, anchor=anchor)

    small, strong = face.font(_SMALL, REGULAR), face.font(_SMALL, SEMIBOLD)
    put(_cut(face.shaped(card.site), strong, _ACROSS), 118, strong, _INK)
    font, lines = _set(face.shaped(card.headline[:_LONGEST]), face)
    step = round(font.size * face.leading)
    first = _TOP + (_BOTTOM - _TOP - step * len(lines)) // 2 + round(font.size * (face.leading - 0.23))
    for at, line in enumerate(lines):
        put(line, first + at * step, font, _INK)
    below = " · ".join(part for part in (card.outlet, card.date) if part)
    put(_cut(face.shaped(below), small, _ACROSS), HEIGHT - 62, small, _SOFT)
    mark = WIDTH - _MARGIN - 120 if card.rtl else _MARGIN
    pen.rectangle((mark, 0, mark + 120, 11), fill=_ACCENT)
    pen.rectangle((_MARGIN, HEIGHT - 118, WIDTH - _MARGIN, HEIGHT - 117), fill=_RULE)
    canvas.putpalette(_palette())
    out = io.BytesIO()
    canvas.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _set(headline: str, face: Face) -> tuple[ImageFont.FreeTypeFont, Sequence[str]]:
    """Return a headline in lines, in the largest letters with which it fits; cut where it fits in none."""
    words = headline.split()
    for size in _SIZES:
        font = face.font(size, SEMIBOLD)
        most = int((_BOTTOM - _TOP) / (size * face.leading))
        widths = [font.getlength(word) for word in words]
        if max(widths) <= _ACROSS and len(_lines(words, widths, font, _ACROSS)) <= most:
            return font, _balanced(words, widths, font)
    lines = _lines(words, widths, font, _ACROSS)
    return font, [_cut(line, font, _ACROSS) for line in (*lines[: most - 1], " ".join(lines[most - 1 :]))][:most]


def _lines(words: Sequence[str], widths: Sequence[float], font: ImageFont.FreeTypeFont, across: float) -> list[str]:
    """Return words in lines, each as full as it can be."""
    space = font.getlength(" ")
    lines: list[list[str]] = []
    left = 0.0
    for word, width in zip(words, widths, strict=True):
        if lines and width + space <= left:
            lines[-1].append(word)
            left -= width + space
        else:
            lines.append([word])
            left = across - width
    return [" ".join(line) for line in lines]


def _balanced(words: Sequence[str], widths: Sequence[float], font: ImageFont.FreeTypeFont) -> list[str]:
    """Return as few lines as there must be, as equal in length as they can be: a single word in the last looks lost."""
    fewest = len(_lines(words, widths, font, _ACROSS))
    low, high = int(max(widths)), _ACROSS
    while low < high:
        middle = (low + high) // 2
        if len(_lines(words, widths, font, middle)) > fewest:
            low = middle + 1
        else:
            high = middle
    return _lines(words, widths, font, high)


def _cut(text: str, font: ImageFont.FreeTypeFont, across: float) -> str:
    """Return text on one line, with an ellipsis in the place of what is too much."""
    if font.getlength(text) <= across:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if font.getlength(f"{text[:middle].rstrip()}…") <= across:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…"


@lru_cache(maxsize=1)
def _palette() -> list[int]:
    ink, paper, accent = _COLOURS
    greys = [
        round(dark + (light - dark) * (grey - _INK) / (_PAPER - _INK))
        for grey in range(_INK, _PAPER + 1)
        for dark, light in zip(ink, paper, strict=True)
    ]
    return [*accent, *greys]
