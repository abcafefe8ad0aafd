"""The letters of social cards: which font has them, how they join, and in which order they stand.

Glyphs are set one after the other, by Pillow's own layout: its other one hangs on a library of the machine, and an
archive must make the same pictures anywhere. Arabic letters are joined, and lines turned, before Pillow sees them.
"""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from arabic_reshaper import reshape
from bidi.algorithm import get_display
from PIL import ImageFont

SEMIBOLD, REGULAR = 650, 450
"""Weights; both fonts have all between 100 and 900."""
_NO_CHARACTER = "\uffff"
_PROBE = 32


@dataclass(frozen=True, slots=True)
class Face:
    """A font, and what it can say."""

    package: str
    file: str
    classes: frozenset[str]
    """Bidirectional classes (UAX 9) of what may stand in a row as it is."""
    leading: float
    """Height of a line, in sizes of its letters."""
    turned: bool = False
    """Its text is joined and turned before it is set."""

    def font(self, size: int, weight: int) -> ImageFont.FreeTypeFont:
        """Return the font in a size, in pixels."""
        return _font(self, size, weight)

    def shaped(self, text: str) -> str:
        """Return text as its glyphs are: a letter with its accents, or with its neighbours, as one character.

        What shows nothing is left out, and so are the vowel signs of Arabic. The order is that of reading.
        """
        text = unicodedata.normalize("NFC", text)
        text = reshape(text) if self.turned else text
        return "".join(char for char in text if unicodedata.category(char) != "Cf")

    def in_row(self, line: str, *, rtl: bool) -> str:
        """Return a line of shaped text as its glyphs stand, from left to right."""
        return str(get_display(line, base_dir="R" if rtl else "L")) if self.turned else line

    def has(self, text: str) -> bool:
        """Tell whether all of a shaped text can be drawn: no box stands for a letter, and no mark beside it."""
        return all(_has(self, char) for char in set(text))


_ROW = frozenset(("L", "EN", "ES", "ET", "CS", "ON", "WS"))
_SERIF = Face("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf", _ROW, 1.18)
"""Latin, Greek and Cyrillic."""
_ARABIC = Face("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf", _ROW | {"AL", "AN"}, 1.4, turned=True)
"""Arabic, Persian and Urdu, with Latin among them."""
_TURNED = ("R", "AL")


def face_of(text: str) -> Face:
    """Return the font for a text."""
    turned = any(unicodedata.bidirectional(char) in _TURNED for char in text)
    return _ARABIC if turned else _SERIF


@lru_cache(maxsize=16384)
def _has(face: Face, char: str) -> bool:
    if unicodedata.bidirectional(char) not in face.classes or unicodedata.category(char)[0] in "MC":
        return False
    # What a font lacks, it draws as it draws what is no character.
    font = face.font(_PROBE, REGULAR)
    drawn, nothing = ((font.getbbox(one), bytes(font.getmask(one))) for one in (char, _NO_CHARACTER))
    return char.isspace() or drawn != nothing


@lru_cache(maxsize=32)
def _font(face: Face, size: int, weight: int) -> ImageFont.FreeTypeFont:
    data = files(face.package).joinpath("files", face.file).read_bytes()
    font = ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
    axes = [float(weight if axis["name"] == b"Weight" else axis["default"] or 0) for axis in font.get_variation_axes()]
    font.set_variation_by_axes(axes)
    return font
