"""Pasted text: what an editor gets by copying an article, or the whole page around it.

The body is found first, as the heaviest run of prose; the head is read above it and the tail below it. Every
non-blank line gets a role, so that nothing is lost in silence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from builder.errors import UnreadableInput
from builder.model.article import Account, Article, Role
from builder.wire import byline, captions, copy, labels, language, masthead, tail
from builder.wire.lines import Line, decode, split

NAME = "text/1"

_SUFFIX = re.compile(r"(?P<title>.{12,}?)\s+(?P<mark>[–—|-])\s+(?P<name>[^–—|]{2,45})")
_LONGEST_NAME = 5
"""Words of an outlet's or an office's name behind a headline."""


def claims(data: bytes, name: str) -> bool:  # noqa: ARG001 - every reader answers to the same call
    """Tell whether the bytes are text: what no other reader claims is read as pasted."""
    try:
        return bool(decode(data).strip())
    except UnreadableInput:
        return False


def read(data: bytes, *, name: str, pasted: dt.date) -> Article:
    """Return the article that a pasted text holds.

    ``pasted`` is the day of pasting: the day of publication only where the text says nothing but "5 hours ago".
    Raises ``UnreadableInput`` for bytes that are no text and for a text without a line to read.
    """
    _ = name
    lines = split(decode(data))
    if not lines:
        raise UnreadableInput("there is nothing in it", next_act="paste the article's text into it")
    code = language.of("\n".join(line.text for line in lines if line.size > 60) or lines[0].text)  # noqa: PLR2004 - sentences tell more than menus
    begin, end = body_of(lines, code or "en")
    head, body, rest = lines[:begin], lines[begin:end], lines[end:]
    mast = masthead.read(head, body, language=code or "en", pasted=pasted)
    text = copy.read(body)
    after = tail.read(rest)
    if not mast.headline:
        raise UnreadableInput(
            "no headline can be made out", next_act="put the headline on the first line, a blank line below it"
        )
    if mast.published is None:
        _dated_at_foot(rest, mast, after, code or "en", pasted)
    headline, credited, outlet = _without_suffix(mast.headline, text)
    return Article(
        headline=headline,
        blocks=tuple(text.blocks),
        published=mast.published,
        updated=mast.updated,
        outlet=outlet or after.owner,
        byline=mast.byline,
        dateline=text.dateline,
        standfirst=" ".join(mast.standfirst) or None,
        language=code,
        credited=tuple(dict.fromkeys((*credited, *text.credited))),
        sources=tuple(text.sources),
        images=(*mast.images, *text.images),
        topics=tuple(dict.fromkeys((*mast.topics, *after.topics))),
        other_stories=tuple(dict.fromkeys((*text.other_stories, *after.other_stories))),
        accounts=_accounts(lines, {**after.roles, **text.roles, **mast.roles}),
    )


def _accounts(lines: Sequence[Line], roles: dict[int, Role]) -> tuple[Account, ...]:
    return tuple(Account(line=line.number, role=roles[line.number]) for line in lines)


def _dated_at_foot(rest: Sequence[Line], mast: masthead.Masthead, after: tail.Tail, code: str, pasted: dt.date) -> None:
    """Take author and date from the first lines below the body, where one page in ten has them."""
    for line in rest[:6]:
        if masthead.is_stamp(line, code):
            masthead.take_foot(line, mast, code, pasted)
            after.roles[line.number] = Role.DATE
        elif not mast.byline and byline.is_byline(line.text):
            mast.byline = byline.names(line.text)
            after.roles[line.number] = Role.BYLINE


def body_of(lines: Sequence[Line], code: str) -> tuple[int, int]:
    """Return where the body begins and ends: the run of lines with the most prose in it.

    A text whose every line is short is all head.
    """
    best = (0.0, len(lines), len(lines))
    total, begin = 0.0, 0
    aside = False
    for i, line in enumerate(lines):
        if total <= 0:
            total, begin = 0.0, i
        aside = _is_aside(line) or (aside and not lines[i - 1].before_blank and not line.is_prose)
        total += -10.0 if aside else _weight(line)
        if total > best[0]:
            best = (total, begin, i + 1)
    _, start, end = best
    return _after_head(lines, start, end, code), end


def _is_aside(line: Line) -> bool:
    """Tell whether a line begins a "read also" between the paragraphs, which ends at the next blank line."""
    return bool(labels.READ_ALSO.fullmatch(line.text))


def _weight(line: Line) -> float:
    if labels.is_furniture(line.text) or labels.RAIL.fullmatch(line.text):
        return -40.0
    if labels.SOURCE.fullmatch(line.text) or labels.RUN_IN.fullmatch(line.text) or labels.HEADING.fullmatch(line.text):
        return float(min(max(line.size, 15), 300)) if line.is_prose else 15.0
    if line.is_prose:
        return float(min(line.size, 300))
    if line.bullet:
        return 30.0 if line.ends_sentence and line.size >= 25 else -25.0  # noqa: PLR2004 - a sentence, however short
    if line.ends_sentence and line.size >= 20:  # noqa: PLR2004 - "Nobody was hurt."
        return 25.0 if line.after_blank and line.before_blank else 5.0
    if captions.is_credit(line.text):
        return -10.0
    return -30.0 if line.after_blank and line.before_blank else -60.0


def _after_head(lines: Sequence[Line], start: int, end: int, code: str) -> int:
    """Return where the body begins once the head's own sentences (a standfirst, a caption) are left to the head."""
    for i in range(min(end, start + masthead.REACH) - 1, start - 1, -1):
        line = lines[i]
        own = not line.is_prose or captions.is_credit(line.text)
        if own and (masthead.is_stamp(line, code) or byline.is_byline(line.text)):
            start = i + 1
            break
    while start < end and not lines[start].is_prose and not _begins_body(lines[start]):
        start += 1
    while start < end and captions.is_credit(lines[start].text) and lines[start].size <= captions.LONGEST:
        start += 1
    if start == 0 and end > 1 and not lines[0].text.endswith((".", "。")):
        return 1
    return min(end, start)


def _begins_body(line: Line) -> bool:
    labelled = (
        labels.SOURCE.fullmatch(line.text) or labels.RUN_IN.fullmatch(line.text) or labels.HEADING.fullmatch(line.text)
    )
    return bool(labelled) or (
        line.ends_sentence and line.after_blank and line.size >= 25 and not captions.is_credit(line.text)
    )  # noqa: PLR2004 - a short lede


def _without_suffix(headline: str, found: copy.Copy) -> tuple[str, tuple[str, ...], str | None]:
    """Return the headline, whom a suffix credits, and the outlet that a suffix behind a bar names.

    "– Reuters" is attribution where the article speaks of Reuters; "Storm – 400 wait" is a headline with a dash.
    """
    suffix = _SUFFIX.fullmatch(headline)
    if not suffix or len(suffix["name"].split()) > _LONGEST_NAME:
        return headline, (), None
    title, name = suffix["title"].strip(), suffix["name"].strip()
    if suffix["mark"] == "|":
        return title, (), name
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    named = name[:1].isupper() and any(whole.search(block.text) for block in found.blocks)
    if named or any(whole.search(source) for source in found.sources):
        return title, (name,), None
    return headline, (), None
