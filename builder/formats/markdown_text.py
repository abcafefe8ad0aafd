"""Plain text as Markdown that says exactly that text."""

from __future__ import annotations

import re

_INLINE = re.compile(r"([\\`*_\[\]{}<>])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_OPENING = re.compile(r"^(?:(#|[+-](?=\s|$|[+-]))|(\d+)([.)])(?=\s)|([~=:])(?=\4\4|=|\s))")


def dumps(text: str, *, opens: bool = True) -> str:
    """Return a line of text escaped: no mark, tag, entity, heading or list can come of it.

    ``opens`` says that the text begins its block; behind other words a number with a dot begins no list.
    """
    line = " ".join(text.split())
    # The text's own entities first: what "<" is written as is one, too.
    line = _INLINE.sub(_escaped, _ENTITY.sub("&amp;", line))
    return _OPENING.sub(_opening, line) if opens else line


def _escaped(found: re.Match[str]) -> str:
    return {"<": "&lt;", ">": "&gt;"}.get(found[1], "\\" + found[1])


def _opening(found: re.Match[str]) -> str:
    if found[1]:
        return f"\\{found[1]}"
    if found[2]:
        return f"{found[2]}\\{found[3]}"
    # These three cannot be escaped by a backslash in Python-Markdown.
    return f"&#{ord(found[4])};"
