"""The background list: ``- **EDTF** — one thing that happened``, children indented by four."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.errors import MalformedDate
from builder.formats import edtf
from builder.model.briefing import BackgroundItem, Section
from builder.model.edtf import Edtf
from builder.model.sections import SectionKind, heading

DEEPEST = 12
"""Levels of nesting that are kept apart; what is indented further stands on the last of them."""

_ITEM = re.compile(r"^(?P<indent>[ \t]*)[-*+•][ \t]+(?P<text>\S.*)$")
_DATED = re.compile(r"^(?:\*\*|__)(?P<date>[^*_]+?)(?:\*\*|__)\s*(?:[—–:-]\s*)?(?P<rest>.*)$")


def loads(text: str, *, first_line: int = 1) -> tuple[BackgroundItem, ...]:
    """Return the items of the lists in a section's Markdown; other text of the section is not an item.

    A bold lead that is no EDTF date stays part of the text: only dates that are certain to be dates count.
    """
    rows: list[tuple[int, int, list[str]]] = []
    fenced = False
    # Not splitlines(): to Markdown and to editors, U+2028 and its like end no line.
    for number, line in enumerate(re.split(r"\r\n?|\n", text), first_line):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        found = None if fenced else _ITEM.match(line)
        if found:
            rows.append((len(found["indent"].expandtabs(4)), number, [found["text"].rstrip()]))
        elif rows and line.strip() and not fenced and line[:1].isspace():
            rows[-1][2].append(line.strip())
    return _nested([(indent, number, " ".join(lines)) for indent, number, lines in rows], depth=1)


def _nested(rows: list[tuple[int, int, str]], *, depth: int) -> tuple[BackgroundItem, ...]:
    items: list[BackgroundItem] = []
    i = 0
    while i < len(rows):
        indent, number, text = rows[i]
        j = i + 1
        while j < len(rows) and rows[j][0] > indent and depth < DEEPEST:
            j += 1
        items.append(_item(text, number, _nested(rows[i + 1 : j], depth=depth + 1)))
        i = j
    return tuple(items)


def _item(text: str, line: int, children: tuple[BackgroundItem, ...]) -> BackgroundItem:
    date, rest = split_date(text)
    return BackgroundItem(text=rest, date=date, children=children, line=line)


def split_date(text: str) -> tuple[Edtf | None, str]:
    """Return the bold date that an item's text begins with, and the text after it."""
    found = _DATED.match(text)
    if not found or not found["rest"]:
        return None, text
    try:
        return edtf.loads(found["date"]), found["rest"]
    except MalformedDate:
        return None, text


def dumps(items: Iterable[BackgroundItem], *, indent: int = 0) -> str:
    """Return the list of items as Markdown, one line each."""
    lines = []
    for item in items:
        lead = f"**{item.date.text}** — " if item.date else ""
        lines.append(f"{' ' * indent}- {lead}{item.text}\n" + dumps(item.children, indent=indent + 4))
    return "".join(lines)


def section(items: Iterable[BackgroundItem], language: str | None) -> Section:
    """Return a background section under the heading of a language."""
    text = f"## {heading(SectionKind.BACKGROUND, language)}\n\n" + dumps(items)
    return Section(text=text, kind=SectionKind.BACKGROUND, items=loads(text))
