"""Social cards as pictures: headline, outlet and date, name of the archive, on paper.

Drawn in greys, a byte a pixel, and coloured by the palette: in colours a card takes twice the time and twice the bytes.
Glyphs are set one after the other, by Pillow's own layout: its other one hangs on a library of the machine, and an
archive must make the same pictures anywhere. What needs more than that, or another font, is not drawn at all.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from builder.press.cards import HEIGHT, WIDTH, Card

LOOK = f"1 {version('pillow')} {version('fontpkg-noto-serif')}"
"""What decides how a card looks beside its words. Count up with each change here that shows."""

_MARGIN = 80
_ACROSS = WIDTH - 2 * _MARGIN
_TOP, _BOTTOM = 162, 488
"""Between them stands the headline."""
_SIZES = (76, 68, 60, 54, 48)
"""Of a headline, in pixels, largest first."""
_LEADING = 1.18
_SMALL = 32
_SEMIBOLD, _REGULAR = 650, 450
_PAPER, _INK, _SOFT, _ACCENT = 255, 1, 90, 0
"""Greys, and the one colour. Between ink and paper lie the edges of letters."""
_COLOURS = ((0x1C, 0x1B, 0x19), (0xFB, 0xF9, 0xF4), (0x8A, 0x2B, 0x0D))
"""Ink, paper and accent of the site."""
_DRAWN = frozenset(("L", "EN", "ES", "ET", "CS", "ON", "WS"))
"""Bidirectional classes (UAX 9) of what reads from left to right, with its numbers, marks and spaces."""


def drawable(card: Card) -> bool:
    """Tell whether all of a card can be drawn: the font has its characters, and they only need to stand in a row.

    No card is better than boxes in the place of letters, or than Arabic written backwards.
    """
    return bool(card.headline) and all(_has(char) for char in set(_composed(card.text)) - {"\n"})


def draw(card: Card) -> bytes:
    """Return a card as PNG; ask first whether it can be drawn."""
    canvas = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(canvas)
    small, strong = _font(_SMALL, _REGULAR), _font(_SMALL, _SEMIBOLD)
    pen.text((_MARGIN, 118), _cut(_composed(card.site), strong, _ACROSS), fill=_INK, font=strong, anchor="ls")
    font, lines = _set(_composed(card.headline))
    step = round(font.size * _LEADING)
    # On the line of the largest headline's first baseline, or lower where fewer lines leave room.
    first = _TOP + (_BOTTOM - _TOP - step * len(lines)) // 2 + round(font.size * 0.95)
    for at, line in enumerate(lines):
        pen.text((_MARGIN, first + at * step), line, fill=_INK, font=font, anchor="ls")
    below = _composed(" · ".join(part for part in (card.outlet, card.date) if part))
    pen.text((_MARGIN, HEIGHT - 62), _cut(below, small, _ACROSS), fill=_SOFT, font=small, anchor="ls")
    pen.rectangle((_MARGIN, 0, _MARGIN + 120, 11), fill=_ACCENT)
    pen.rectangle((_MARGIN, HEIGHT - 118, WIDTH - _MARGIN, HEIGHT - 117), fill=200)
    canvas.putpalette(_palette())
    out = io.BytesIO()
    canvas.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _set(headline: str) -> tuple[ImageFont.FreeTypeFont, Sequence[str]]:
    """Return a headline in lines, in the largest letters with which it fits; cut where it fits in none."""
    words = headline.split()
    for size in _SIZES:
        font = _font(size, _SEMIBOLD)
        most = int((_BOTTOM - _TOP) / (size * _LEADING))
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


def _composed(text: str) -> str:
    """Return text with a letter and its accents as one character, and without characters that show nothing."""
    return "".join(char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) != "Cf")


@lru_cache(maxsize=8192)
def _has(char: str) -> bool:
    """Tell whether a character can be drawn by itself. What the font lacks, it draws as what nothing can be."""
    if unicodedata.bidirectional(char) not in _DRAWN or unicodedata.category(char)[0] in "MC":
        return False
    font = _font(_SMALL, _REGULAR)
    return char.isspace() or bytes(font.getmask(char)) != _nothing() or font.getbbox(char) != font.getbbox("\uffff")


@lru_cache(maxsize=1)
def _nothing() -> bytes:
    return bytes(_font(_SMALL, _REGULAR).getmask("\uffff"))


@lru_cache(maxsize=16)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    name = "NotoSerif[wdth,wght].ttf"
    data = files("fontpkg_noto_serif").joinpath("files", name).read_bytes()
    font = ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
    axes = [float(weight if axis["name"] == b"Weight" else axis["default"] or 0) for axis in font.get_variation_axes()]
    font.set_variation_by_axes(axes)
    return font


@lru_cache(maxsize=1)
def _palette() -> list[int]:
    ink, paper, accent = _COLOURS
    greys = [
        round(dark + (light - dark) * (grey - _INK) / (_PAPER - _INK))
        for grey in range(_INK, _PAPER + 1)
        for dark, light in zip(ink, paper, strict=True)
    ]
    return [*accent, *greys]
