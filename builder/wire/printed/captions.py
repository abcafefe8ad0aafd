"""Captions and credits of pictures, as they come along when a page is copied."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.model.briefing import Image
from builder.wire.printed.labels import CAPTION, CREDIT
from builder.wire.printed.lines import LINES_KEPT

LONGEST = 320
"""Characters of a caption with its credit."""
LONGEST_CREDIT = 90
"""Characters. A sentence after the word is no credit: "Photo: the minister said that …"."""
_JAPANESE = re.compile(r"(?P<caption>.+[＝=].*?)、(?P<credit>[^、。]{2,12})撮影")
_MARK = re.compile(r"[:：©]|\(c\)|撮影", re.IGNORECASE)
_RIGHTS = re.compile(r"\d{4}.*(?:rights|rechte|droits|права)", re.IGNORECASE)
"""Behind a "©", the page's copyright and not a picture's."""


@lru_cache(maxsize=LINES_KEPT)
def is_credit(text: str) -> bool:
    """Tell whether a line says whose picture it was, or calls itself a caption ("Legende: The new bridge")."""
    # Nearly every line has none of the marks behind the word, and the patterns need not be tried on it.
    if len(text) > LONGEST or not _MARK.search(text):
        return False
    if CAPTION.match(text):
        return True
    found = CREDIT.search(text) or _JAPANESE.fullmatch(text)
    if not found:
        return False
    return len(found["credit"]) <= LONGEST_CREDIT and not _RIGHTS.search(found["credit"])


def read(text: str) -> Image:
    """Return the picture that a line speaks of; ``is_credit`` must hold."""
    found = _JAPANESE.fullmatch(text)
    if found:
        return Image(caption=found["caption"], credit=found["credit"])
    labelled = CAPTION.fullmatch(text)
    text = labelled["rest"] if labelled else text
    found = CREDIT.search(text)
    caption = text[: found.start()].strip(" |–—-(;") if found else text
    credit = found["credit"].strip(" .)") if found else None
    return Image(caption=caption or None, credit=credit or None)
