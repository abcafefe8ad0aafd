"""Pasted text: what an editor gets by copying an article, or the whole page around it.

The body is found first, as the lines that weigh most as text of an article; the head is read above it and the tail
below it. Every non-blank line gets a role, so that nothing is lost in silence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from builder.errors import UnreadableInput
from builder.model.article import Account, Article, BlockKind, Role
from builder.wire.pasted import copy, extent, headline, masthead, tail
from builder.wire.printed import language
from builder.wire.printed.lines import Line, decode, split
from builder.wire.printed.when import stamps

NAME = "text/1"

_SUFFIX = re.compile(r"(?P<title>.{12,}?)\s+(?P<mark>[–—|-])\s+(?P<name>[^–—|]{2,45})")
_SENTENCE = re.compile(r".{20,}?[^\W\d_]{3,}[\"”»)]*[.!?](?=\s+[^\W\da-zа-я])|.{12,}?。")
LONGEST_NAME = 5
"""Words of an outlet's or an office's name behind a headline."""
LONGEST_MENU_LINE = 60
"""Characters. Longer lines are mostly sentences, and sentences tell the language better than a menu."""
UNHEADED = "no headline stands above the article; its first sentence is used: write one in title:"
"""What an editor is told of an article pasted without its headline."""
DEFAULT_LANGUAGE = "en"
"""In which the dates of a text too short to tell are read."""


def claims(data: bytes, name: str) -> bool:  # noqa: ARG001 - every reader answers to the same call
    """Tell whether the bytes are text: what no other reader claims is read as pasted."""
    try:
        return bool(decode(data).strip())
    except UnreadableInput:
        return False


def read(data: bytes, *, name: str, pasted: dt.date, unheaded: bool = False) -> Article:
    """Return the article that a pasted text holds.

    ``pasted`` is the day of pasting: the day of publication only where the text says nothing but "5 hours ago".
    ``unheaded`` lets the first sentence head an article that was pasted without its headline.
    Raises ``UnreadableInput`` for bytes that are no text and for a text without a line to read.
    """
    _ = name
    lines = split(decode(data))
    if not lines:
        raise UnreadableInput("there is nothing in it", next_act="paste the article's text into it")
    code = language.of("\n".join(line.text for line in lines if line.size > LONGEST_MENU_LINE) or lines[0].text)
    found = extent.of_body(lines, code or DEFAULT_LANGUAGE)
    mast = masthead.read(lines, found, language=code or DEFAULT_LANGUAGE, pasted=pasted)
    # Author and date may stand at the end of the body, or below it.
    body = [line for line in lines[found.begin : found.end] if line.number not in mast.roles]
    text = copy.read(body, asides=frozenset(lines[i].number for i in found.asides))
    after = tail.read([line for line in lines[found.end :] if line.number not in mast.roles])
    remarks: tuple[str, ...] = ()
    if not mast.headline and unheaded:
        mast.headline = _first_sentence(text)
        remarks = (UNHEADED,)
    if mast.published is not None and not _prints(lines, mast, code or DEFAULT_LANGUAGE, pasted):
        day = mast.published.date() if isinstance(mast.published, dt.datetime) else mast.published
        remarks += (f"no day is printed, only a time or how long ago; date: {day} is counted from the day of reading",)
    if not mast.headline:
        raise UnreadableInput(
            "no headline can be made out", next_act="put the headline on the first line, a blank line below it"
        )
    title, credited, outlet = _without_suffix(mast.headline, text)
    return Article(
        headline=title,
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
        remarks=remarks,
        accounts=_accounts(lines, {**after.roles, **text.roles, **mast.roles}),
    )


def _prints(lines: Sequence[Line], mast: masthead.Masthead, code: str, pasted: dt.date) -> bool:
    """Tell whether one of the lines that were read as dates has a date of the calendar."""
    dated = (line.text for line in lines if mast.roles.get(line.number) is Role.DATE)
    return any(stamps(text, code, pasted=pasted) for text in dated)


def _first_sentence(found: copy.Copy) -> str:
    """Return the sentence with which the text of an article begins: its headline where it was pasted without one.

    Nothing where there is no prose. The sentence stays where it stands; the editor writes a shorter headline.
    """
    prose = next((block.text for block in found.blocks if block.kind is BlockKind.PARAGRAPH), "")
    sentence = _SENTENCE.match(prose)
    first = sentence[0] if sentence else prose
    if len(first) <= headline.LONGEST:
        return first.rstrip(" .。")
    return first[: headline.LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _accounts(lines: Sequence[Line], roles: dict[int, Role]) -> tuple[Account, ...]:
    return tuple(Account(line=line.number, role=roles.get(line.number, Role.FURNITURE)) for line in lines)


def _without_suffix(printed: str, found: copy.Copy) -> tuple[str, tuple[str, ...], str | None]:
    """Return the headline, whom a suffix credits, and the outlet that a suffix behind a bar names.

    "– Reuters" is attribution where the article speaks of Reuters; "Storm – 400 wait" is a headline with a dash.
    """
    suffix = _SUFFIX.fullmatch(printed)
    if not suffix or len(suffix["name"].split()) > LONGEST_NAME:
        return printed, (), None
    title, name = suffix["title"].strip(), suffix["name"].strip()
    if suffix["mark"] == "|":
        return title, (), name
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    named = name[:1].isupper() and any(whole.search(block.text) for block in found.blocks)
    if named or any(whole.search(source) for source in found.sources):
        return title, (name,), None
    return printed, (), None
