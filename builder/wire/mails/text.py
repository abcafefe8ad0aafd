"""The text of mails: what their HTML shows, and plain text whose lines mail programs break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from builder.wire.page import markup as page_markup

WIDTHS = range(60, 101)
"""Characters of the longest line of a text whose lines were broken: 72 to 80 is customary (RFC 5322 wants 78)."""

_RULE = re.compile(r"[\s*=_~#+–—•.-]{3,}")
_LISTED = re.compile(r"\s*(?:[•·◦▪*+–—-]|\d{1,3}[.)])\s|\s*>|\s*(?:https?|mailto):")

_BREAKING = frozenset(("blockquote", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "table", "tr"))
_SILENT = frozenset(("head", "script", "style", "title"))


def shown(markup: str) -> str:
    """Return HTML as plain text with the lines that it shows; raises ``UnreadableInput`` as a page does."""
    if not markup.strip():
        return ""
    root = page_markup.parse_text(f"<body>{page_markup.without_declaration(markup)}")
    lines = "".join(_texts(root)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines)


def _texts(element: _Element) -> Iterator[str]:
    # The tag of a comment is a function.
    if isinstance(element.tag, str) and element.tag not in _SILENT:  # type: ignore[redundant-expr]
        yield _on_one_line(element.text)
        for child in element:
            yield from _texts(child)
            yield _on_one_line(child.tail)
        if element.tag in _BREAKING:
            yield "\n"


def _on_one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ")


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
