"""The head of a pasted article: headline, byline, date, standfirst, caption, in whatever order they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.model.article import Role
from builder.model.briefing import Image
from builder.wire.pasted import authors, headline, publication
from builder.wire.pasted.extent import Extent
from builder.wire.pasted.layout import Layout
from builder.wire.printed import byline, captions, labels
from builder.wire.printed.lines import Line
from builder.wire.printed.when import clock_alone, is_stamp, since, stamps

CAPTION_ABOVE = 4
"""Lines. A picture above the headline has its caption at most so far above it."""
LONGEST_KICKER = 3
"""Words of a kicker that names a subject."""
SHORTEST_SECTION = 4
"""Letters of a section's name beside a date."""
SHORTEST_STANDFIRST = 40
"""Characters of a standfirst without a full stop."""
SHORTEST_SENTENCE = 20
"""Characters of a standfirst that is a sentence."""


@dataclass(slots=True)
class Masthead:
    """What the head says, gathered line by line; author and date also where they stand at the foot."""

    headline: str = ""
    byline: tuple[str, ...] = ()
    published: dt.datetime | dt.date | None = None
    updated: dt.datetime | dt.date | None = None
    standfirst: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)


def read(lines: Sequence[Line], extent: Extent, *, language: str, pasted: dt.date) -> Masthead:
    """Return the head's fields of a text whose body is known.

    ``pasted`` decides between two readings of a date, and dates an article that says only how long ago it came out.
    An article pasted without its headline has author and date all the same.
    """
    found = Masthead()
    begin, end = extent.begin, extent.end
    head = lines[:begin]
    at = headline.find(lines, begin, end, language)
    if at is not None:
        found.headline = headline.printed(head[at])
        found.roles[head[at].number] = Role.HEADLINE
    layout = Layout(lines=lines, headline=at, begin=begin, end=end, language=language)
    who = authors.find(layout)
    when = publication.find(layout, pasted=pasted, authors=who.lines)
    found.byline, found.published, found.updated = who.names, when.published, when.updated
    if at is not None:
        _above(head[:at], head[at].text, found, language)
    unfit = frozenset(lines[i].number for i in extent.unlikely)
    _below(head[0 if at is None else at + 1 :], found, language, frozenset(who.lines), unfit)
    found.roles.update(dict.fromkeys(when.lines, Role.DATE))
    found.roles.update({number: Role.BYLINE for number in who.lines if number not in when.lines})
    return found


def _above(lines: Sequence[Line], title: str, found: Masthead, language: str) -> None:
    """Give roles to what stands above the headline: a kicker directly above, a caption, and the page's furniture."""
    for distance, line in zip(range(len(lines), 0, -1), lines, strict=True):
        role = Role.FURNITURE
        if line.text.startswith(title):
            role = Role.HEADLINE
        elif distance <= CAPTION_ABOVE and captions.is_credit(line.text):
            found.images.append(captions.read(line.text))
            role = Role.CAPTION
        elif distance == 1 and _is_kicker(line, language):
            role = Role.KICKER
            if len(line.text.split()) <= LONGEST_KICKER and labels.names_topic(line.text):
                found.topics.append(line.text)
        found.roles[line.number] = role


def _is_kicker(line: Line, language: str) -> bool:
    return not (line.before_blank or labels.is_furniture(line.text) or is_stamp(line, language))


def _below(lines: Sequence[Line], found: Masthead, language: str, who: frozenset[int], unfit: frozenset[int]) -> None:
    """Give roles to what stands between the headline and the body."""
    for i, line in enumerate(lines):
        role = Role.FURNITURE
        if is_stamp(line, language) or clock_alone(line, language):
            role = Role.DATE
            _section_beside(line, found, language, who)
        elif line.number in who or byline.introduces(line.text):
            role = Role.BYLINE
        elif line.size <= captions.LONGEST and captions.is_credit(line.text):
            role = Role.CAPTION
            _caption(line, lines[i - 1] if i else None, found)
        elif line.number not in unfit and _is_standfirst(line):
            role = Role.STANDFIRST
            found.standfirst.append(line.text)
        found.roles[line.number] = role


def _is_standfirst(line: Line) -> bool:
    if labels.is_furniture(line.text):
        return False
    alone = line.after_blank and line.size >= SHORTEST_STANDFIRST
    return line.is_prose or alone or (line.ends_sentence and line.size >= SHORTEST_SENTENCE)


def _section_beside(line: Line, found: Masthead, language: str, who: frozenset[int]) -> None:
    """Take the section's name that stands beside a date."""
    if line.number in who:
        return
    marks = stamps(line.text, language)
    ago = None if marks else since(line.text, language)
    rest = marks[0].rest if marks else ago.rest if ago else ""
    if len(rest.split()) == 1 and rest[:1].isupper() and len(rest) >= SHORTEST_SECTION:
        found.topics.append(rest)


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
