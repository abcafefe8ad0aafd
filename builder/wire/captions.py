"""Captions and credits of pictures, as they come along when a page is copied."""

from __future__ import annotations

import re

from builder.model.briefing import Image
from builder.wire.labels import CREDIT

LONGEST = 320
"""Characters of a caption with its credit."""
LONGEST_CREDIT = 90
"""Characters. A sentence after the word is no credit: "Photo: the minister said that …"."""
_JAPANESE = re.compile(r"(?P<caption>.+[＝=].*?)、(?P<credit>[^、。]{2,12})撮影")
_RIGHTS = re.compile(r"\d{4}.*(?:rights|rechte|droits|права)", re.IGNORECASE)
"""Behind a "©", the page's copyright and not a picture's."""


def is_credit(text: str) -> bool:
    """Tell whether a line says whose picture it was."""
    found = CREDIT.search(text) or _JAPANESE.fullmatch(text)
    if not found or len(text) > LONGEST:
        return False
    return len(found["credit"]) <= LONGEST_CREDIT and not _RIGHTS.search(found["credit"])


def read(text: str) -> Image:
    """Return the picture that a line speaks of; ``is_credit`` must hold."""
    found = _JAPANESE.fullmatch(text)
    if found:
        return Image(caption=found["caption"], credit=found["credit"])
    found = CREDIT.search(text)
    caption = text[: found.start()].strip(" |–—-(;") if found else text
    credit = found["credit"].strip(" .)") if found else None
    return Image(caption=caption or None, credit=credit or None)
