"""Plain text of mails, whose lines mail programs break and quote."""

from __future__ import annotations

import re

WIDTHS = range(60, 101)
"""Characters of the longest line of a text whose lines were broken: 72 to 80 is customary (RFC 5322 wants 78)."""

_RULE = re.compile(r"[\s*=_~#+–—•.-]{3,}")
_LISTED = re.compile(r"\s*(?:[•·◦▪*+–—-]|\d{1,3}[.)])\s|\s*>|\s*(?:https?|mailto):")


def unwrapped(text: str) -> str:
    """Return a text with the lines joined that a mail program broke; lines of nothing but marks are blank.

    A line was broken where the first word of the next would not have fitted into the width of the text, or where it
    ends in a space (RFC 3676, "format=flowed"). A line that begins a list item, a quotation or an address stays.
    """
    lines = ["" if _RULE.fullmatch(line) else line for line in text.splitlines()]
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    width = lengths[-max(1, len(lengths) // 100)] if lengths else 0
    if width not in WIDTHS:
        return "\n".join(lines)
    result: list[str] = []
    before = ""
    for line in lines:
        word = line.strip().partition(" ")[0]
        broken = len(before.rstrip()) + 1 + len(word) > width or (before.endswith(" ") and before.strip() != "--")
        if before.strip() and word and broken and not _LISTED.match(line):
            result[-1] = f"{result[-1].rstrip()} {line.strip()}"
        else:
            result.append(line)
        before = line
    return "\n".join(result)
