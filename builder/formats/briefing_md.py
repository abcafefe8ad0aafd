"""A briefing file: front matter, then Markdown in sections. ``loads(dumps(b)) == b``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from builder.errors import MalformedCopy
from builder.formats import background_md, front_matter
from builder.model.briefing import Briefing, Layout, Section
from builder.model.ids import Slug
from builder.model.sections import SectionKind, kind_of

LARGEST = 2 * 1024 * 1024
"""Characters of a briefing file. The longest article seen in 3,000 pages had 200,000."""

_HEADING = re.compile(r"^##[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})")


class _Handler(YAMLHandler):  # type: ignore[misc]  # python-frontmatter ships no types
    """Splits as python-frontmatter does; reads with our strict loader, so that lines and duplicate keys are known."""

    def load(self, fm: str, **_: object) -> Mapping[str, Any]:
        fields, lines = front_matter.loads(fm.lstrip("\n"), first_line=2)
        return {"fields": fields, "lines": lines}


_HANDLER = _Handler()


def loads(text: str, *, slug: Slug) -> Briefing:
    """Return the briefing that a file's text holds.

    Raises ``MalformedCopy`` with the line of the file.
    """
    if len(text) > LARGEST:
        raise MalformedCopy(f"more than {LARGEST} characters", code="FM001")
    if "\x00" in text:
        raise MalformedCopy("a NUL character", line=text[: text.index("\x00")].count("\n") + 1, code="FM001")
    text = text.removeprefix("\ufeff")
    if not _HANDLER.detect(text):
        raise MalformedCopy('no front matter; the file must begin with a line "---"', code="FM001")
    if len(_HANDLER.FM_BOUNDARY.split(text, 2)) < 3:  # noqa: PLR2004 - nothing, front matter, body
        raise MalformedCopy('the front matter has no end; close it with a line "---"', code="FM001")
    metadata, _ = frontmatter.parse(text, handler=_HANDLER)
    head = _head_of(text)
    body = text[len(head) :]
    body_line = head.count("\n") + 1
    layout = Layout(head=head, lines=metadata["lines"], body_line=body_line)
    return Briefing(slug=slug, sections=split(body, first_line=body_line), layout=layout, **metadata["fields"])


def _head_of(text: str) -> str:
    first, second = (m for m, _ in zip(re.finditer(r"^-{3,}[ \t\r]*$", text, re.MULTILINE), range(2), strict=False))
    _ = first
    end = text.find("\n", second.end())
    return text if end < 0 else text[: end + 1]


def dumps(briefing: Briefing) -> str:
    """Return the file's text. What was loaded and not changed comes back byte for byte."""
    head = front_matter.dumps(briefing)
    return (head if head.endswith("\n") or not briefing.body else head + "\n") + briefing.body


def split(body: str, *, first_line: int = 1) -> tuple[Section, ...]:
    """Return the sections of a body: what stands before the first level-2 heading, then one a heading."""
    parts: list[tuple[int, str | None, list[str]]] = [(first_line, None, [])]
    fence: str | None = None
    for number, line in enumerate(body.splitlines(keepends=True), first_line):
        mark = _FENCE.match(line)
        if mark and (fence is None or (mark["fence"][0] == fence[0] and len(mark["fence"]) >= len(fence))):
            fence = mark["fence"] if fence is None else None
        title = None if fence or mark else _HEADING.match(line.rstrip("\r\n"))
        if title:
            parts.append((number, title["text"], []))
        parts[-1][2].append(line)
    return tuple(_section("".join(lines), title, number) for number, title, lines in parts if lines)


def _section(text: str, title: str | None, number: int) -> Section:
    kind = SectionKind.LEDE if title is None else kind_of(title)
    items = background_md.loads(text, first_line=number) if kind is SectionKind.BACKGROUND else ()
    return Section(text=text, kind=kind, items=items)
