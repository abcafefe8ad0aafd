"""Who wrote a pasted article: each line that may name its author is scored, and the best ones win.

A byline is seldom marked as one. What gives it away is where it stands (below the headline, beside the date, above a
role, once more at the foot) and that its name is nobody's in the story. One table says what each of these is worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.wire.pasted.author_signs import WEIGHTS, Sign
from builder.wire.pasted.layout import Layout
from builder.wire.pasted.story import Story
from builder.wire.printed import byline, captions, labels, person_names
from builder.wire.printed.byline import Credit
from builder.wire.printed.lines import Line
from builder.wire.printed.when import is_stamp, since, stamps

ABOVE = 3
"""Lines above the headline in which an author is looked for."""
INTO_BODY = 2
"""Lines of the body's beginning, and of its end, that may still be a byline."""
FOOT = 14
"""Lines below the body in which an author may stand."""
FAR = 3
"""Lines to the date beyond which it lends a name nothing."""
LONGEST_INSIDE = 60
"""Characters of a byline among the paragraphs."""
TOGETHER = 3
"""Lines between two bylines of the same article: a role, a handle, a picture's name."""
ENOUGH = 1.6
"""The score from which on a name is taken for the author's."""
SHORTEST_TELLING = 3
"""Letters of a word that tells one name from another; "de" is in every Spanish story."""
CLEAR = 2.8
"""The score from which on the first counts and not the best: below it may stand the byline of another story."""


_BAR = re.compile(r"\s[|•·]\s|\s?\|\s?")
_IN_BRACKETS = re.compile(r"\((?P<names>[^()]{5,60})\)\W*$")
_WORD = re.compile(r"[^\W\d_]+")
_PHOTOGRAPHER = re.compile(
    r"/\s?(?:dpa|afp|ap|reuters|getty|imago|epa|apa|keystone|efe|ansa)\b|©|getty images", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that may name the author."""

    index: int
    names: tuple[str, ...]
    signs: tuple[Sign, ...]
    people: bool = True

    @property
    def score(self) -> float:
        """What its signs are worth together."""
        return sum(WEIGHTS[sign] for sign in self.signs)

    def bears(self, *signs: Sign) -> bool:
        """Tell whether it has one of the signs."""
        return any(sign in self.signs for sign in signs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Authors:
    """Who wrote it, and the numbers of the lines that say so."""

    names: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()


def find(layout: Layout) -> Authors:
    """Return the authors that a text names, in its order; nobody where no line has signs enough."""
    found = [candidate for candidate in candidates(layout) if candidate.score >= ENOUGH]
    if not found:
        return Authors()
    clear = [candidate for candidate in found if candidate.score >= CLEAR and candidate.index < layout.begin]
    full = [candidate for candidate in clear if not candidate.bears(Sign.ONE_WORD)]
    best = (full or clear)[0] if clear else max(found, key=lambda candidate: (candidate.score, -candidate.index))
    chosen = _together(found, best, layout)
    names = dict.fromkeys(name for candidate in chosen for name in candidate.names)
    return Authors(names=tuple(names), lines=tuple(layout.lines[candidate.index].number for candidate in chosen))


def _together(found: Sequence[Candidate], best: Candidate, layout: Layout) -> list[Candidate]:
    """Return the candidates that stand in one block with the best and are printed in the same way."""
    chosen = [best]
    for step, others in ((1, found), (-1, found[::-1])):
        last = best
        for other in others:
            same_part = (other.index >= layout.begin) == (best.index >= layout.begin)
            if 0 < step * (other.index - last.index) <= TOGETHER and same_part and _alike(last, other, layout):
                chosen.append(other)
                last = other
    return sorted(chosen, key=lambda candidate: candidate.index)


def _alike(one: Candidate, other: Candidate, layout: Layout) -> bool:
    """Tell whether two lines name authors in the same way: after a by-word, with a role, or bare in adjacent lines."""
    if one.people is not other.people:
        return False
    led = [candidate.bears(Sign.BY_WORD, Sign.INTRODUCED) for candidate in (one, other)]
    if all(led) or all(candidate.bears(Sign.ROLE, Sign.ROLE_BELOW) for candidate in (one, other)):
        return True
    # Below "Authors:" each may have a line of its own; below "By Kim Doe" stands something else.
    if any(led) and not any(candidate.bears(Sign.INTRODUCED) for candidate in (one, other)):
        return False
    between = layout.lines[min(one.index, other.index) + 1 : max(one.index, other.index)]
    if one.bears(Sign.AGAIN_AT_FOOT) is not other.bears(Sign.AGAIN_AT_FOOT):
        return False
    adjacent = all(byline.is_and(line.text) for line in between)
    return adjacent and not any(candidate.bears(Sign.WITH_DATE) for candidate in (one, other))


def candidates(layout: Layout) -> list[Candidate]:
    """Return every line that may name the author, with the signs that it bears."""
    story = Story.of(layout)
    found = (_candidate(layout, i, story) for i in _places(layout))
    return [candidate for candidate in found if candidate is not None]


def _places(layout: Layout) -> Iterator[int]:
    start = 0 if layout.headline is None else max(0, layout.headline - ABOVE)
    head_end = min(layout.end, layout.begin + INTO_BODY)
    foot = max(head_end, layout.end - INTO_BODY)
    # The text of a page may go on behind its author: a list of literature, a footnote.
    inside = (i for i in range(head_end, foot) if _is_byline_inside(layout.lines[i]))
    for i in (*range(start, head_end), *inside, *range(foot, min(len(layout.lines), layout.end + FOOT))):
        if i != layout.headline:
            yield i


def _is_byline_inside(line: Line) -> bool:
    return line.size <= LONGEST_INSIDE and not line.ends_sentence and byline.is_byline(line.text)


def _candidate(layout: Layout, i: int, story: Story) -> Candidate | None:
    line = layout.lines[i]
    if signed := _signature_in_brackets(layout, i, story):
        return signed
    if line.bullet or line.size > byline.LONGEST:
        return None
    if layout.begin <= i < layout.end and line.is_prose and not byline.is_byline(line.text):
        return None
    dated = is_stamp(line, layout.language)
    text = _beside_date(line, layout.language) if dated else line.text
    text = _without_picture(text)
    if not _may_name(text):
        return None
    above = layout.lines[i - 1] if i else None
    introduced = above is not None and byline.introduces(above.text)
    credit = byline.read(text, lower=story.lower, sure=introduced)
    if not credit.names or (line.ends_sentence and not credit.introduced and not line.text.endswith(":")):
        return None
    signs = (
        *_signs_of_credit(credit, text, introduced=introduced, dated=dated),
        *_signs_of_place(layout, i, dated=dated),
        *_signs_of_story(credit, line, story, below=i > (layout.headline or 0), at_foot=i >= layout.end),
    )
    return Candidate(index=i, names=credit.names, signs=signs, people=credit.people)


def _signature_in_brackets(layout: Layout, i: int, story: Story) -> Candidate | None:
    """Return the author who signs the last paragraph: "The vote is on Sunday. (Kim Doe)"."""
    found = _IN_BRACKETS.search(layout.lines[i].text) if layout.end - INTO_BODY <= i <= layout.end else None
    credit = byline.read(found["names"], lower=story.lower) if found else Credit()
    if not credit.people or not credit.whole or any(story.tells_of(name) for name in credit.names):
        return None
    return Candidate(index=i, names=credit.names, signs=(Sign.SIGNATURE,))


def _without_picture(text: str) -> str:
    """Return a byline without the credit of the picture in the same line: "von Kim Doe  Foto: Example"."""
    found = labels.CREDIT.search(text)
    return text[: found.start()].strip() if found and byline.is_byline(text[: found.start()].strip()) else text


def _may_name(text: str) -> bool:
    if labels.is_furniture(text) or _PHOTOGRAPHER.search(text):
        return False
    return byline.is_byline(text) or not captions.is_credit(text)


def _beside_date(line: Line, language: str) -> str:
    """Return what a line says besides its date; where bars part it, the part after a by-word."""
    parts = [part.strip() for part in _BAR.split(line.text)]
    if len(parts) > 1 and (introduced := next(filter(byline.is_byline, parts), None)):
        return introduced
    found = stamps(line.text, language)
    ago = None if found else since(line.text, language)
    return found[0].rest if found else ago.rest if ago else ""


def _signs_of_credit(credit: Credit, text: str, *, introduced: bool, dated: bool) -> Iterator[Sign]:
    if credit.introduced:
        yield Sign.BY_WORD
    elif introduced:
        yield Sign.INTRODUCED
    if dated:
        yield Sign.WITH_DATE
    if credit.role:
        yield Sign.ROLE
    if not credit.people:
        yield Sign.NO_PERSON
    elif len(credit.names) == 1 and not person_names.is_full(credit.names[0]):
        yield Sign.ONE_WORD
    if not credit.whole:
        yield Sign.NOT_WHOLE
    if text.isupper():
        yield Sign.SHOUTED
    if not credit.introduced and person_names.is_uncased(text):
        yield Sign.WITHOUT_CAPITALS


def _signs_of_place(layout: Layout, i: int, *, dated: bool) -> Iterator[Sign]:
    lines = layout.lines
    yield from _signs_of_part(layout, i)
    if i in (layout.end - 1, layout.end) and lines[i].after_blank and (lines[i].before_blank or i == len(lines) - 1):
        yield Sign.SIGNATURE
    if not dated:
        near = (
            d
            for d in range(1, FAR + 1)
            for j in (i - d, i + d)
            if 0 <= j < len(lines) and _same_side(layout, i, j) and is_stamp(lines[j], layout.language)
        )
        yield from [Sign.BESIDE_DATE] * (FAR + 1 - next(near, FAR + 1))
    if i + 1 < len(lines):
        below = lines[i + 1].text
        if not dated and _is_credit_alone(below):
            yield Sign.CREDIT_BELOW
        elif byline.is_role(below) and not byline.read(below).people:
            yield Sign.ROLE_BELOW


def _signs_of_part(layout: Layout, i: int) -> Iterator[Sign]:
    if i >= layout.end:
        yield Sign.AT_FOOT
    elif i >= layout.begin:
        yield Sign.IN_BODY
        if layout.begin + INTO_BODY <= i < layout.end - INTO_BODY:
            yield Sign.AMID_BODY
    elif layout.headline is not None and i > layout.headline:
        yield Sign.BELOW_HEADLINE
        if i == layout.headline + 1:
            yield Sign.NEXT_TO_HEADLINE


def _same_side(layout: Layout, one: int, other: int) -> bool:
    """Tell whether two lines stand on the same side of the headline."""
    return layout.headline is None or (one < layout.headline) == (other < layout.headline)


def _is_credit_alone(text: str) -> bool:
    """Tell whether a line gives a picture's credit without its caption, which then stands in the line above."""
    return captions.is_credit(text) and not byline.is_byline(text) and captions.read(text).caption is None


def _signs_of_story(credit: Credit, line: Line, story: Story, *, below: bool, at_foot: bool) -> Iterator[Sign]:
    if below and line.text.casefold() in story.above:
        yield Sign.IN_MENU
    if not at_foot and any(name.casefold() in story.below for name in credit.names):
        yield Sign.AGAIN_AT_FOOT
    names = [name.casefold() for name in credit.names]
    if any(story.tells_of(name) for name in names):
        yield Sign.IN_STORY
    elif not any(
        word in story.words for name in names for word in _WORD.findall(name) if len(word) >= SHORTEST_TELLING
    ):
        yield Sign.UNKNOWN_TO_STORY
