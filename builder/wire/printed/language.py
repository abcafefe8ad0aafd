"""The language of a text, told from the text."""

from __future__ import annotations

import re

import py3langid

SHORTEST = 40
"""Letters. Below, the guess is no better than chance."""
SAMPLE = 2_000
"""Characters that are looked at. Twice as many cost twice the time and tell no more."""
_LETTERS = re.compile(r"[^\W\d_]")


def of(text: str) -> str | None:
    """Return the language as an ISO 639-1 code; ``None`` for a text too short to tell."""
    if len(_LETTERS.findall(text[:400])) < SHORTEST:
        return None
    code, _ = py3langid.classify(text[:SAMPLE])
    return str(code)
