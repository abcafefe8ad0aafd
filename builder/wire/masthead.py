"""The head of a pasted article: headline, byline, date, standfirst, caption, in whatever order they stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.model.article import Role
from builder.model.briefing import Image
from builder.wire import byline, captions, labels
from builder.wire.lines import Line
from builder.wire.when import Stamp, relative, stamps

REACH = 12
"""Lines. Byline and date stand at most this far below the headline (eight in nine of ten pages, and share buttons)."""
LONGEST_HEADLINE = 220
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff]{2}")


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


def words(text: str) -> frozenset[str]:
    """Return the words of a text that carry meaning, casefolded; pairs of ideographs where there are no spaces."""
    return frozenset(found.casefold() for found in _WORD.findall(text))


def read(head: Sequence[Line], body: Sequence[Line], *, language: str, pasted: dt.date) -> Masthead:
    """Return the head's fields; ``pasted`` dates an article that says only how long ago it came out."""
    found = Masthead()
    said = words(" ".join(line.text for line in body[:30]))
    at = headline_at(head, said, language)
    if at is None:
        _without_headline(head, found, language, pasted)
        return found
    found.headline = head[at].text
    found.roles[head[at].number] = Role.HEADLINE
    _above(head[:at], found, language)
    _below(head[at + 1 :], body, found, language, pasted)
    if found.published is None:
        _stamps_above(head[max(0, at - REACH) : at], found, language, pasted)
    return found


def _without_headline(head: Sequence[Line], found: Masthead, language: str, pasted: dt.date) -> None:
    _below(head, (), found, language, pasted)


def is_stamp(line: Line, language: str) -> bool:
    """Tell whether a line gives a date and little else."""
    if line.size > 160 or line.bullet or relative(line.text):  # noqa: PLR2004 - two dates and a byline
        return relative(line.text) and not line.bullet
    found = stamps(line.text, language)
    if found and line.text.endswith((".", "。")) and len(found[0].rest.split()) > 2:  # noqa: PLR2004 - "It opened on 17 May 1958."
        return False
    return bool(found) and len(found[0].rest) <= 80 and not (line.is_prose and len(found[0].rest) > 25)  # noqa: PLR2004 - a sentence


def headline_at(head: Sequence[Line], said: frozenset[str], language: str) -> int | None:
    """Return the index of the headline: it shares words with the body, has byline or date near, and no full stop."""
    scored = []
    for i, line in enumerate(head):
        if not _may_head(line, language):
            continue
        own = words(line.text)
        shared = len(own & said) / len(own) if own else 0.0
        near = any(is_stamp(other, language) or byline.is_byline(other.text) for other in head[i + 1 : i + 1 + REACH])
        size = min(line.size, 90) / 90
        stop = line.text.endswith((".", "。")) and not line.text.endswith("...")
        far = min((len(head) - 1 - i) / 40, 1.5)
        score = 2.5 * shared + 1.2 * near + 1.2 * size - 1.5 * stop - far - (0.8 if line.size < 16 else 0)  # noqa: PLR2004 - a menu word
        scored.append((round(score, 6), -i))
    if not scored:
        return None
    best = max(score for score, _ in scored)
    # Of near equals the first: the headline stands above its standfirst.
    return -max(i for score, i in scored if score >= best - 0.35)


def _may_head(line: Line, language: str) -> bool:
    return not (
        line.size > LONGEST_HEADLINE
        or line.bullet
        or labels.is_furniture(line.text)
        or labels.RAIL.fullmatch(line.text)
        or is_stamp(line, language)
        or byline.is_byline(line.text)
        or captions.is_credit(line.text)
        or not words(line.text)
    )


def _above(lines: Sequence[Line], found: Masthead, language: str) -> None:
    """Give roles to what stands above the headline: a kicker directly above, a caption, and the page's furniture."""
    for i, line in enumerate(lines):
        last = i == len(lines) - 1
        if line.text.startswith(found.headline):
            found.roles[line.number] = Role.HEADLINE
            continue
        if captions.is_credit(line.text) and len(lines) - i <= 4:  # noqa: PLR2004 - a picture above the headline
            found.images.append(captions.read(line.text))
            found.roles[line.number] = Role.CAPTION
        elif last and not labels.is_furniture(line.text) and not is_stamp(line, language) and not line.before_blank:
            found.roles[line.number] = Role.KICKER
            if len(line.text.split()) <= 3:  # noqa: PLR2004 - a subject's name
                found.topics.append(line.text)
        else:
            found.roles[line.number] = Role.FURNITURE


def _stamps_above(lines: Sequence[Line], found: Masthead, language: str, pasted: dt.date) -> None:
    for line in lines:
        if is_stamp(line, language):
            _take(stamps(line.text, language, pasted=pasted), found)
            found.roles[line.number] = Role.DATE


def _below(lines: Sequence[Line], body: Sequence[Line], found: Masthead, language: str, pasted: dt.date) -> None:
    lower = frozenset(re.findall(r"(?<!\w)[^\W\d_A-ZА-ЯЁІЇЄҐÀ-Þ][\w’'-]*", " ".join(line.text for line in body)))
    ago = False
    expects_name = False
    for i, line in enumerate(lines):
        text = line.text
        role = Role.FURNITURE
        if is_stamp(line, language):
            role = Role.DATE
            ago = ago or relative(text)
            _stamp_line(text, found, language, lower, pasted)
        elif byline.introduces(text):
            role, expects_name = Role.BYLINE, True
            found.roles[line.number] = role
            continue
        elif captions.is_credit(text) and line.size <= captions.LONGEST:
            role = Role.CAPTION
            _caption(line, lines[i - 1] if i else None, found)
        elif _names(text, line, lines, i, found, language, lower, expects=expects_name):
            role = Role.BYLINE
        elif (not labels.is_furniture(text) and (line.is_prose or (line.size >= 40 and line.after_blank))) or (
            not labels.is_furniture(text) and line.ends_sentence and line.size >= 20
        ):  # noqa: PLR2004 - a sentence
            role = Role.STANDFIRST
            found.standfirst.append(text)
        expects_name = False
        found.roles[line.number] = role
    if ago and found.published is None:
        found.published = pasted


def _stamp_line(text: str, found: Masthead, language: str, lower: frozenset[str], pasted: dt.date) -> None:
    marks = stamps(text, language, pasted=pasted)
    _take(marks, found)
    rest = marks[0].rest if marks else ""
    if not rest or found.byline:
        return
    names = byline.names(rest, lower=lower)
    if names:
        found.byline = names
    elif len(rest.split()) == 1 and rest[:1].isupper() and len(rest) > 3:  # noqa: PLR2004 - a section's name
        found.topics.append(rest)


def _take(marks: Sequence[Stamp], found: Masthead) -> None:
    for mark in marks:
        if mark.updated:
            found.updated = found.updated or mark.value
        elif found.published is None:
            found.published = mark.value


def _names(
    text: str,
    line: Line,
    lines: Sequence[Line],
    i: int,
    found: Masthead,
    language: str,
    lower: frozenset[str],
    *,
    expects: bool,
) -> bool:
    """Take a line's names as the byline: after a by-word, or bare beside a date."""
    if found.byline or line.size > 120 or labels.is_furniture(text):  # noqa: PLR2004 - three names and a role
        return False
    sure = expects or byline.is_byline(text)
    beside = any(is_stamp(other, language) for other in lines[max(0, i - 2) : i + 3])
    if not sure and not (beside and not line.ends_sentence):
        return False
    found.byline = byline.names(text, lower=lower, sure=expects)
    return bool(found.byline)


def _caption(line: Line, above: Line | None, found: Masthead) -> None:
    image = captions.read(line.text)
    if (
        image.caption is None
        and above is not None
        and not line.after_blank
        and found.roles.get(above.number) in (Role.STANDFIRST, Role.FURNITURE)
    ):
        if above.text in found.standfirst:
            found.standfirst.remove(above.text)
        found.roles[above.number] = Role.CAPTION
        image = Image(caption=above.text, credit=image.credit)
    found.images.append(image)


def take_foot(line: Line, found: Masthead, language: str, pasted: dt.date) -> None:
    """Take date and byline from a line below the body."""
    _stamp_line(line.text, found, language, frozenset(), pasted)
