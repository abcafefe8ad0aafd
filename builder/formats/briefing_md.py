"""A briefing file: front matter, then Markdown in sections. ``loads(dumps(b)) == b``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
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

_HEADING = re.compile(r"##[ \t]+(?P<text>.*)")
_LINE_END = re.compile(r"\r\n?|\n")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})")


class _Handler(YAMLHandler):
    """Splits as python-frontmatter does; reads with our strict loader, so that lines and duplicate keys are known."""

    # Its own pattern also swallows the blank lines below a delimiter, and with them the count of lines.
    FM_BOUNDARY = re.compile(r"^-{3,}[^\S\n]*$", re.MULTILINE)

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        fields, lines = front_matter.loads(fm.removeprefix("\n"), first_line=2)
        return {"fields": fields, "lines": lines}


_HANDLER = _Handler()


def loads(text: str, *, slug: Slug) -> Briefing:
    """Return the briefing that a file's text holds.

    Raises ``MalformedCopy`` with the line of the file.
    """
    mark, head, body = parted(text)
    metadata: Mapping[str, Any] = frontmatter.parse(head, handler=_HANDLER)[0]
    body_line = len(_LINE_END.findall(head)) + 1
    layout = Layout(head=mark + head, lines=metadata["lines"], body_line=body_line)
    return Briefing(slug=slug, sections=split(body, first_line=body_line), layout=layout, **metadata["fields"])


def parted(text: str) -> tuple[str, str, str]:
    """Return the byte order mark (or nothing), the front matter with its delimiters, and the body of a file of ours.

    Raises ``MalformedCopy`` where there is no front matter, or more of the file than is read.
    """
    if len(text) > LARGEST:
        raise MalformedCopy(f"more than {LARGEST} characters", code="FM001")
    if "\x00" in text:
        raise MalformedCopy("a NUL character", line=text[: text.index("\x00")].count("\n") + 1, code="FM001")
    mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    if not _HANDLER.detect(text):
        raise MalformedCopy('no front matter; the file must begin with a line "---"', code="FM001")
    delimiters = tuple(islice(_HANDLER.FM_BOUNDARY.finditer(text), 2))
    if len(delimiters) < 2:  # noqa: PLR2004 - one above, one below
        raise MalformedCopy('the front matter has no end; close it with a line "---"', code="FM001")
    begin = delimiters[1].end() + 1
    return mark, text[:begin], text[begin:]


def dumps(briefing: Briefing) -> str:
    """Return the file's text. What was loaded and not changed comes back byte for byte."""
    head = front_matter.dumps(briefing)
    return (head if head.endswith("\n") or not briefing.body else head + "\n") + briefing.body


def split(body: str, *, first_line: int = 1) -> tuple[Section, ...]:
    """Return the sections of a body: what stands before the first level-2 heading, then one a heading."""
    parts: list[tuple[int, str | None, list[str]]] = [(first_line, None, [])]
    fence: str | None = None
    # Not splitlines(): to Markdown and to editors, U+2028 and its like end no line.
    for number, line in enumerate(_LINE.findall(body), first_line):
        mark = _FENCE.match(line)
        if mark and (fence is None or (mark["fence"][0] == fence[0] and len(mark["fence"]) >= len(fence))):
            fence = mark["fence"] if fence is None else None
        title = None if fence or mark else _HEADING.match(line.rstrip("\r\n"))
        if title:
            parts.append((number, _without_hashes(title["text"]), []))
        parts[-1][2].append(line)
    return tuple(_section("".join(lines), title, number) for number, title, lines in parts if lines)


def title_of(section: Section) -> str:
    """Return the text of the heading with which a section begins; nothing where it has none."""
    found = _HEADING.match(section.text.partition("\n")[0].rstrip("\r"))
    return _without_hashes(found["text"]) if found else ""


def _without_hashes(title: str) -> str:
    """Return a heading's text without the hashes that may close it. By hand: a pattern takes quadratic time here."""
    title = title.rstrip(" \t")
    bare = title.rstrip("#")
    return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else title


def _section(text: str, title: str | None, number: int) -> Section:
    kind = SectionKind.LEDE if title is None else kind_of(title)
    items = background_md.loads(text, first_line=number) if kind is SectionKind.BACKGROUND else ()
    return Section(text=text, kind=kind, items=items)
