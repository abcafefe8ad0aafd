"""Links in Markdown text: where each stands, so that a target can be changed and nothing else is touched."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass


class Form(enum.StrEnum):
    """How a link is written."""

    INLINE = "inline"
    IMAGE = "image"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link of a text; positions count characters of that text."""

    form: Form
    start: int
    end: int
    words: tuple[int, int]
    """Where its words stand: between the brackets; of a definition, its label."""
    target: str
    """As written, without angle brackets; not unquoted."""
    spot: tuple[int, int]
    """Where target and title stand: everything between the round brackets, or after a definition's colon."""
    title: str = ""
    """Without its quotes."""


_CANDIDATE = re.compile(r"\](?:\(|:)")
_BRACKET = re.compile(r"\\.|\[|\]|\n[ \t]*(?=\n)", re.DOTALL)
_TITLE = r"""(?:\s+(?P<title>"(?:[^"\n\\]|\\.)*"|'(?:[^'\n\\]|\\.)*'))?"""
_INSIDE = re.compile(
    r"[ \t]*\n?[ \t]*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>(?:[^()\n\\]|\\.|\((?:[^()\n\\]|\\.){0,500}\)){0,2000}?))"
    rf"{_TITLE}[ \t]*\n?[ \t]*(?P<end>\))"
)
_AFTER_COLON = re.compile(
    rf"[ \t]*\n?[ \t]*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>[^\s<]\S*)){_TITLE}[ \t]*(?P<end>$)", re.MULTILINE
)
_LABEL = re.compile(r"\[[^\^\]\[][^\]\[]*\]")
"""Of a reference definition; one that begins with ``^`` is a footnote's."""

_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_MASK = "\x1a"


def find(text: str) -> Iterator[Link]:
    """Yield the inline links, images and reference definitions of a text; none from code or comments.

    An image that is the text of a link comes before that link.
    """
    if not _CANDIDATE.search(text):
        return
    masked = _masked(text)
    opened: list[int] = []
    for found in _BRACKET.finditer(masked):
        mark = found[0]
        if mark == "[":
            opened.append(found.start())
        elif mark[0] == "\n":
            opened.clear()
        elif mark == "]" and opened:
            link = _link(masked, opened.pop(), found.start())
            if link:
                yield link


def _link(masked: str, start: int, close: int) -> Link | None:
    after = masked[close + 1 : close + 2]
    words = (start + 1, close)
    if after == "(":
        found = _INSIDE.match(masked, close + 2)
        form = Form.IMAGE if masked[start - 1 : start] == "!" else Form.INLINE
        begin = start - (form is Form.IMAGE)
    elif after == ":" and _LABEL.fullmatch(masked, start, close + 1) and _begins_line(masked, start):
        found = _AFTER_COLON.match(masked, close + 2)
        form, begin = Form.DEFINITION, start
    else:
        return None
    if not found:
        return None
    target = found["angle"] if found["angle"] is not None else found["bare"].strip()
    title = found["title"][1:-1] if found["title"] else ""
    spot = (close + 2, found.start("end"))
    return Link(form=form, start=begin, end=found.end(), words=words, target=target, spot=spot, title=title)


def _begins_line(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at]
    return not before.rpartition("\n")[2].strip(" ") and ("\n" in before or at < 4)  # noqa: PLR2004 - indent of a block


def _masked(text: str) -> str:
    """Return the text, of equal length, with code and comments blotted out."""
    if "```" in text or "~~~" in text or "\n    " in text or "\n\t" in text:
        text = "\n".join(_without_blocks(text.split("\n")))
    if "`" in text:
        text = _CODE_SPAN.sub(_blot, text)
    return _COMMENT.sub(_blot, text) if "<!--" in text else text


def _blot(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", _MASK, found[0])


def _without_blocks(lines: list[str]) -> Iterator[str]:
    fence = ""
    in_list = in_code = False
    blank = True
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            closes = mark is not None and mark["fence"].startswith(fence) and not line[mark.end() :].strip()
            fence = "" if closes else fence
            yield _MASK * len(line)
            continue
        if mark:
            fence = mark["fence"]
            yield _MASK * len(line)
            continue
        indented = line.startswith(("    ", "\t"))
        if _LIST_ITEM.match(line) and not in_code:
            in_list = True
        elif line.strip() and not line[0].isspace() and blank:
            in_list = False
        in_code = indented and not in_list and (blank or in_code) and bool(line.strip())
        yield _MASK * len(line) if in_code else line
        blank = not line.strip() or in_code
