"""The body of a briefing's page: its own Markdown, with links that work and a link for every tie."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.desk.join.items import walk
from builder.desk.join.ties import Resolved
from builder.formats import background_md, prose
from builder.model.briefing import Briefing, Section, Status
from builder.model.event import ItemPath
from builder.press.edition import Edition
from builder.press.links import LATER, THIS_EVENT, rewritten

_TITLE = re.compile(r"\s*(?:# +(?P<one>[^\n]*?)[ #]*(?:\n|\Z)|(?P<two>[^\n]+)\n=+[ \t]*(?:\n|\Z))")
_ITEM = re.compile(r"[ \t]*[-*+•][ \t]+\S")
_ENDS_ITEM = re.compile(r"[ \t]*(?:[-*+•][ \t]|`{3,}|~{3,}|\Z)|[#>]")


def markdown(edition: Edition, briefing: Briefing) -> str:
    """Return the Markdown of a briefing's page; of a withdrawn one nothing, since we no longer stand by it."""
    if briefing.status is Status.WITHDRAWN:
        return ""
    rewrite = rewritten(edition, briefing)
    ties = edition.ties.of.get(briefing.slug, {})
    parts: list[str] = []
    before = 0
    for section in briefing.sections:
        text = rewrite(section)
        if ties and section.items:
            text = _tied(edition, text, section, ties, before)
        before += len(section.items)
        parts.append(_untitled(text, briefing.headline) if not parts else text)
    return "".join(parts)


def _untitled(text: str, headline: str) -> str:
    """Return the first section without a heading that repeats the headline: the page has it already."""
    found = _TITLE.match(text)
    if found and prose.plain(found["one"] or found["two"] or "").casefold() == prose.plain(headline).casefold():
        return text[found.end() :]
    return text


def _tied(edition: Edition, text: str, section: Section, ties: Mapping[ItemPath, Resolved], before: int) -> str:
    """Return a background with a link at the end of each item that is tied and has none."""
    lines = text.splitlines(keepends=True)
    items = list(walk(section.items))
    for ((first, *rest), _), at in zip(items, _places(text, lines, len(items)), strict=True):
        tie = ties.get((first + before, *rest))
        if tie is None or tie.linked or tie.target not in edition.stems:
            continue
        title = LATER if tie.later else THIS_EVENT
        words = prose.escape(edition.archive.by_slug[tie.target].headline)
        last = _last_line(lines, at)
        line = lines[last].rstrip()
        link = f'[{words}]({edition.url(tie.target, "../../../")} "{title}")'
        lines[last] = f"{line} {link}{lines[last][len(line) :].lstrip(' ')}"
    return "".join(lines)


def _places(text: str, lines: list[str], count: int) -> list[int]:
    """Return the line on which each item begins, counted from 0 within its section, in the order of the text."""
    places = [at for at, line in enumerate(lines) if _ITEM.match(line)]
    if len(places) == count:
        return places
    # Code in a background: its lines look like items, and only reading it again tells them apart.
    return [item.line - 1 for _, item in walk(background_md.loads(text))]


def _last_line(lines: list[str], at: int) -> int:
    """Return the last line of the item that begins at one: lines that continue its paragraph belong to it."""
    while at + 1 < len(lines) and lines[at + 1].strip() and not _ENDS_ITEM.match(lines[at + 1]):
        at += 1
    return at
