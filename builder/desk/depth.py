"""How deep a text nests: what no page can be made of is found before anybody tries."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_LEVELS = 200
"""Lists and quotations within each other. Python-Markdown recurses, and gives up between 200 and 400 levels."""
MOST_OPEN = 2_000
"""Opening brackets in a paragraph. The time goes with their square: 2,000 ``[a](`` take 3 s, 10,000 near a minute."""

_MARKS = re.compile(rf"^[ \t]*(?:>[ \t]*|(?:[-*+]|\d{{1,9}}\.)[ \t]+){{{MOST_LEVELS},}}[^\s*+-]", re.MULTILINE)
"""Marks of lists and quotations at the head of a line; a line of nothing but hyphens is a rule."""
_INDENTED = re.compile(rf"^ {{{4 * MOST_LEVELS}}} *(?:[-*+]|\d{{1,9}}\.)[ \t]", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n[ \t]*(?:\n|(?:[-*+]|\d{1,9}\.)[ \t]|\|)")
"""Where another begins: behind an empty line, with an item of a list, with a row of a table."""


def too_deep(text: str) -> Iterator[tuple[int, str]]:
    """Yield where no page can be made of Markdown, or not in time: the offset, what is wrong and what to do."""
    for pattern in (_MARKS, _INDENTED):
        found = pattern.search(text)
        if found:
            yield found.start(), f"lists or quotations more than {MOST_LEVELS} deep; flatten them to a few levels"
    if max(text.count("["), text.count("<")) > MOST_OPEN:
        yield from _crowded(text)


def _crowded(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in (*(gap.start() for gap in _PARAGRAPH.finditer(text)), len(text)):
        for mark in "[<":
            if text.count(mark, start, end) > MOST_OPEN:
                words = f'more than {MOST_OPEN} "{mark}" in a paragraph; close or take out those that nothing closes'
                yield start + len(text[start:end]) - len(text[start:end].lstrip()), words
        start = end
