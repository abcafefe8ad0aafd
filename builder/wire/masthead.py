"""The head of a pasted article: headline, byline, date, standfirst, caption, in whatever order they stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from builder.model.article import Role
from builder.model.briefing import Image
from builder.wire import byline, captions, headline, labels
from builder.wire.lines import Line
from builder.wire.when import Stamp, beside_relative, is_stamp, relative, stamps

CAPTION_ABOVE = 4
"""Lines. A picture above the headline has its caption at most so far above it."""
LONGEST_KICKER = 3
"""Words of a kicker that names a subject."""
SHORTEST_SECTION = 4
"""Letters of a section's name beside a date."""
BESIDE = 2
"""Lines between a date and a name without a by-word."""
SHORTEST_STANDFIRST = 40
"""Characters of a standfirst without a full stop."""
SHORTEST_SENTENCE = 20
"""Characters of a standfirst that is a sentence."""

_LOWER = re.compile(r"(?<!\w)[^\W\d_A-ZА-ЯЁІЇЄҐÀ-Þ][\w’'-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the lines of a head are read against."""

    language: str
    pasted: dt.date
    """Decides between two readings of a date, and dates what says only "5 hours ago"."""
    lower: frozenset[str] = frozenset()
    """Words that the body writes in lower case; a "name" made of them is none."""


@dataclass(slots=True)
class Masthead:
    """What the head says, gathered line by line."""

    headline: str = ""
    byline: tuple[str, ...] = ()
    published: dt.datetime | dt.date | None = None
    updated: dt.datetime | dt.date | None = None
    standfirst: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)


def read(head: Sequence[Line], body: Sequence[Line], *, language: str, pasted: dt.date) -> Masthead:
    """Return the head's fields; ``pasted`` dates an article that says only how long ago it came out."""
    found = Masthead()
    at = headline.find(head, body, language)
    if at is None:
        _below(head, found, Setting(language=language, pasted=pasted))
        return found
    found.headline = head[at].text
    found.roles[head[at].number] = Role.HEADLINE
    lower = frozenset(_LOWER.findall(" ".join(line.text for line in body)))
    setting = Setting(language=language, pasted=pasted, lower=lower)
    _above(head[:at], found, setting)
    _below(head[at + 1 :], found, setting)
    if found.published is None:
        _stamps_above(head[max(0, at - headline.REACH) : at], found, setting)
    return found


def settle_date(found: Masthead) -> None:
    """Take a lone date for that of publication, whatever it is called: German broadcasters print just a "Stand:"."""
    if found.published is None:
        found.published, found.updated = found.updated, None


def read_foot(lines: Iterable[Line], found: Masthead, *, language: str, pasted: dt.date) -> dict[int, Role]:
    """Take author and date from lines below the body, where one page in ten has them; return what they were."""
    setting = Setting(language=language, pasted=pasted)
    roles: dict[int, Role] = {}
    for line in lines:
        if is_stamp(line, language):
            _stamp_line(line.text, found, setting)
            roles[line.number] = Role.DATE
        elif not found.byline and byline.is_byline(line.text):
            found.byline = byline.names(line.text)
            roles[line.number] = Role.BYLINE
    return roles


def _above(lines: Sequence[Line], found: Masthead, setting: Setting) -> None:
    """Give roles to what stands above the headline: a kicker directly above, a caption, and the page's furniture."""
    for distance, line in zip(range(len(lines), 0, -1), lines, strict=True):
        role = Role.FURNITURE
        if line.text.startswith(found.headline):
            role = Role.HEADLINE
        elif distance <= CAPTION_ABOVE and captions.is_credit(line.text):
            found.images.append(captions.read(line.text))
            role = Role.CAPTION
        elif distance == 1 and _is_kicker(line, setting):
            role = Role.KICKER
            if len(line.text.split()) <= LONGEST_KICKER:
                found.topics.append(line.text)
        found.roles[line.number] = role


def _is_kicker(line: Line, setting: Setting) -> bool:
    return not (line.before_blank or labels.is_furniture(line.text) or is_stamp(line, setting.language))


def _stamps_above(lines: Sequence[Line], found: Masthead, setting: Setting) -> None:
    for line in lines:
        if is_stamp(line, setting.language):
            _take(stamps(line.text, setting.language, pasted=setting.pasted), found)
            found.roles[line.number] = Role.DATE


def _below(lines: Sequence[Line], found: Masthead, setting: Setting) -> None:
    """Give roles to what stands between the headline and the body."""
    ago = False
    introduced = False
    for i, line in enumerate(lines):
        role = Role.FURNITURE
        if is_stamp(line, setting.language):
            role = Role.DATE
            ago = ago or relative(line.text)
            _stamp_line(line.text, found, setting)
        elif byline.introduces(line.text):
            role = Role.BYLINE
        elif line.size <= captions.LONGEST and captions.is_credit(line.text):
            role = Role.CAPTION
            _caption(line, lines[i - 1] if i else None, found)
        elif not found.byline and (names := _names(lines, i, setting, introduced=introduced)):
            role = Role.BYLINE
            found.byline = names
        elif _is_standfirst(line):
            role = Role.STANDFIRST
            found.standfirst.append(line.text)
        introduced = byline.introduces(line.text)
        found.roles[line.number] = role
    if ago and found.published is None:
        found.published = setting.pasted


def _is_standfirst(line: Line) -> bool:
    if labels.is_furniture(line.text):
        return False
    alone = line.after_blank and line.size >= SHORTEST_STANDFIRST
    return line.is_prose or alone or (line.ends_sentence and line.size >= SHORTEST_SENTENCE)


def _stamp_line(text: str, found: Masthead, setting: Setting) -> None:
    """Take the dates of a line, and the byline or the section's name beside them."""
    marks = stamps(text, setting.language, pasted=setting.pasted)
    _take(marks, found)
    rest = marks[0].rest if marks else beside_relative(text)
    if not rest or found.byline:
        return
    found.byline = byline.names(rest, lower=setting.lower)
    if not found.byline and len(rest.split()) == 1 and rest[:1].isupper() and len(rest) >= SHORTEST_SECTION:
        found.topics.append(rest)


def _take(marks: Sequence[Stamp], found: Masthead) -> None:
    for mark in marks:
        if mark.updated:
            found.updated = found.updated or mark.value
        elif found.published is None:
            found.published = mark.value


def _names(lines: Sequence[Line], i: int, setting: Setting, *, introduced: bool) -> tuple[str, ...]:
    """Return whom a line names as authors: after a by-word, or bare beside a date."""
    line = lines[i]
    if line.size > byline.LONGEST or labels.is_furniture(line.text):
        return ()
    near = lines[max(0, i - BESIDE) : i + BESIDE + 1]
    beside = not line.ends_sentence and any(is_stamp(other, setting.language) for other in near)
    if introduced or beside or byline.is_byline(line.text):
        return byline.names(line.text, lower=setting.lower, sure=introduced)
    return ()


def _caption(line: Line, above: Line | None, found: Masthead) -> None:
    """Take a picture; where the line is only its credit, the line above is its caption."""
    image = captions.read(line.text)
    free = (Role.STANDFIRST, Role.FURNITURE)
    if image.caption is None and above and not line.after_blank and found.roles.get(above.number) in free:
        if above.text in found.standfirst:
            found.standfirst.remove(above.text)
        found.roles[above.number] = Role.CAPTION
        image = Image(caption=above.text, credit=image.credit)
    found.images.append(image)
