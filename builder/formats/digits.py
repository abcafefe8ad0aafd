"""Digits and marks of all scripts as ASCII has them, one character for one, so that places in a text stay the same."""

from __future__ import annotations

import re

# First digits of the decimal systems of Unicode: Arabic, Persian and Urdu, Nagari, Bengali, Gurmukhi, Gujarati, Odia,
# Tamil, Telugu, Kannada, Malayalam, Thai, Lao, Tibetan, Burmese, Khmer, full width.
_ZEROS = (
    0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0,
    0xFF10,
)  # fmt: skip
_PLAIN = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)} | {
    ord(wide): plain for wide, plain in zip("：／．－，（）　", ":/.-,() ", strict=True)
}


_FOREIGN = re.compile(f"[{''.join(map(chr, _PLAIN))}]")


def with_plain_digits(text: str) -> str:
    """Return the text with every digit, and what stands between digits, in ASCII."""
    return text.translate(_PLAIN) if _FOREIGN.search(text) else text
