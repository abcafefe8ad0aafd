"""Where the body of a pasted article begins and ends, and which lines in between are not the article's text.

A text is read as head, body and tail, with asides in the body (a teaser, a box, an advertisement). Each line has a
weight as text of the article; of all ways to part the lines, the one whose body weighs most is taken (Viterbi, 1967).
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.wire.pasted import refrains, traits
from builder.wire.pasted.headline import REACH
from builder.wire.pasted.signs import Sign
from builder.wire.pasted.traits import ANNOUNCING, REPEATED, SUBHEAD, Seen
from builder.wire.pasted.weights import BIAS, WEIGHTS
from builder.wire.printed import byline, captions, labels
from builder.wire.printed.lines import Line
from builder.wire.printed.when import clock_alone, is_stamp, stamps

SHORTEST_SENTENCE = 20
"""Characters: "Nobody was hurt."."""
SHORTEST_LEDE = 25
"""Characters of a sentence that may begin the body or stand in a list."""
MOST_STANDFIRSTS = 2
"""Paragraphs between the marks of a head: a standfirst, a caption."""
MOST_BEFORE_MARKS, MOST_MARKS = 5, 12
"""Lines of a standfirst, and of what stands between it and the body."""
MOST = 4.0
"""Weight of one line, for or against: none decides alone."""
LABELLED = 1.0
"""Of a line that begins with a label only an article has: a source, a section."""
SENTENCE_ALONE = 0.1
"""At least, of a sentence between blank lines with nothing against it but its neighbours."""
SENTENCE_IN_LIST = 0.5
"""At least, of an item that is a sentence."""
# What an aside costs, in the same measure: its beginning, its lines by what they say, those beyond a screenful.
BEGINS = 0.6
COSTS: Mapping[Sign, float] = {
    Sign.STAMP: 0.3,
    Sign.BYLINE: 0.8,
    Sign.FURNITURE: 0.4,
    Sign.RAIL: 1.0,
    Sign.TOPICS: 1.0,
    Sign.TALK: 1.0,
    Sign.ALSO: 0.1,
}
PARAGRAPH, LONGEST_ASIDE, BEYOND = 0.4, 20, 1.0
NEVER = -1e9
UNLIKELY = -1.7
"""Weight below which a line is no standfirst either: none of 50 true ones had less than -1.6, of 80 false ones 32."""

STORY, TALKS, OTHERS_SAY = 3, 3, 2.0
"""Below so many paragraphs and lines about comments, readers speak: so much less weighs a line."""
_SPEECH = re.compile(r"(?:\w+:\s*)?[\"“„«「『].{50}")
"""Somebody's words, perhaps behind a label, whatever stands after them."""
_QUESTION = ("?", "？", "؟")
_OTHERS = frozenset({Sign.RAIL, Sign.ALSO})
_OF_HEAD = frozenset({Sign.STAMP, Sign.BYLINE})
_HEAD, _BODY, _ASIDE, _TAIL, _STANDFIRST, _MARKS = range(6)
_TEXT = (_BODY, _STANDFIRST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The lines of the body, as indexes."""

    begin: int
    end: int
    asides: frozenset[int]
    """Between them, but not the article's text."""
    unlikely: frozenset[int]
    """Lines that speak against being the article's text wherever they stand."""


def of_body(lines: Sequence[Line], code: str) -> Extent:
    """Return where the body begins and ends, and what in between is none of it.

    A text whose every line is short is all head.
    """
    repeated = refrains.of(lines)
    kept = [i for i in range(len(lines)) if i not in repeated]
    seen, named = traits.of(refrains.without(lines, repeated), code)
    weights = _weights(seen, named)
    parts = _part(seen, weights)
    if _BODY not in parts:
        parts = _part(seen, _of_sentences(seen, weights))
    parts = parts[: _next_story(seen, parts, code)]
    marked = [i for i, part in enumerate(parts) if part == _MARKS and seen[i].signs & _OF_HEAD]
    body = [kept[i] for i, part in enumerate(parts) if part in _TEXT and i > max(marked, default=-1)]
    unlikely = repeated.union(
        i for i, names, weight in zip(kept, named, weights, strict=True) if _is_unlikely(names, weight)
    )
    if not body:
        return Extent(begin=len(lines), end=len(lines), asides=frozenset(), unlikely=unlikely)
    end = body[-1] + 1
    begin = _after_head(lines, body[0], end, code)
    asides = frozenset(range(begin, end)).difference(body)
    return Extent(begin=begin, end=end, asides=asides, unlikely=unlikely)


def _is_unlikely(names: Sequence[str], weight: float) -> bool:
    """Tell whether a line is no standfirst: what stands in a text again must weigh something itself."""
    return weight < (0.0 if REPEATED in names else UNLIKELY)


def _next_story(seen: Sequence[Seen], parts: Sequence[int], code: str) -> int:
    """Return where the next story begins: a page without an end appends it, with a head of its own.

    What tells its head from a teaser between the paragraphs is a date that is called one of publication.
    """
    told = itertools.accumulate(part == _BODY and one.paragraph for one, part in zip(seen, parts, strict=True))
    for i, (one, part, paragraphs) in enumerate(zip(seen, parts, told, strict=True)):
        if part == _ASIDE and paragraphs >= STORY and _says_published(one, code):
            return i
    return len(parts)


def _says_published(one: Seen, code: str) -> bool:
    return Sign.STAMP in one.signs and any(mark.published for mark in stamps(one.line.text, code))


def _weights(seen: Sequence[Seen], named: Sequence[Sequence[str]]) -> list[float]:
    """Return each line's weight; what a label or a colon announces has no less than a label."""
    weights: list[float] = []
    announced = False
    paragraphs = talk = 0
    for one, names, below in zip(seen, named, (*seen[1:], None), strict=True):
        paragraphs += one.paragraph
        talk += Sign.TALK in one.signs and paragraphs >= STORY
        weight = _weight(one, names) - (OTHERS_SAY if talk >= TALKS else 0.0)
        sentence = one.ending == "stop" and one.size >= SHORTEST_LEDE
        if announced and (one.line.bullet or (sentence and not one.line.after_blank)):
            weights.append(max(weight, LABELLED))
            continue
        listed = below is not None and below.line.bullet is not None
        announces = Sign.SECTION in one.signs or (listed and one.ending == "colon" and one.size > ANNOUNCING)
        announced = announces and not one.signs & _OTHERS
        least = SENTENCE_ALONE if _asks(one, below) else _least(one, names, sentence=sentence)
        weights.append(max(weight, LABELLED if announced else least))
    return weights


def _asks(one: Seen, below: Seen | None) -> bool:
    """Tell whether a line is a question that heads the paragraph below, though teasers may stand close above it."""
    if not one.line.text.endswith(_QUESTION) or one.size >= SUBHEAD or one.line.bullet or one.signs:
        return False
    return below is not None and below.prose and below.alone and one.line.before_blank


def _least(one: Seen, names: Sequence[str], *, sentence: bool) -> float:
    """Return what a sentence weighs at least, with nothing against it but its neighbours."""
    if one.line.bullet:
        return SENTENCE_IN_LIST if sentence else -MOST
    said = (one.ending == "stop" and one.size >= SHORTEST_SENTENCE) or _SPEECH.match(one.line.text)
    return SENTENCE_ALONE if said and one.alone and not one.signs and REPEATED not in names else -MOST


def _of_sentences(seen: Sequence[Seen], weights: Sequence[float]) -> list[float]:
    """Return the weights for a text without a paragraph of some length: there a short sentence is one."""
    return [
        max(weight, LABELLED) if one.ending == "stop" and one.size >= SHORTEST_SENTENCE and not one.signs else weight
        for one, weight in zip(seen, weights, strict=True)
    ]


# Exactly: the signs of a line stand in no order, and a plain sum differs with it in its last digit.
def _weight(one: Seen, names: Sequence[str]) -> float:
    if Sign.SECTION in one.signs or Sign.SOURCE in one.signs:
        return LABELLED
    return max(-MOST, min(MOST, BIAS + math.fsum(WEIGHTS.get(name, 0.0) for name in names)))


def _cost(one: Seen) -> float:
    return math.fsum(COSTS.get(sign, 0.0) for sign in one.signs) + (PARAGRAPH if one.paragraph else 0.0)


def _part(seen: Sequence[Seen], weights: Sequence[float]) -> list[int]:
    """Return the part to which each line belongs, in the order head, standfirst, marks, body with asides, tail."""
    best = [0.0, *[NEVER] * 5]
    came: list[tuple[int, ...]] = []
    aside = standfirst = marks = 0
    for one, weight in zip(seen, weights, strict=True):
        body, from_body = _better(best, (_HEAD, _BODY, _ASIDE, _MARKS, _STANDFIRST))
        stay = best[_ASIDE] - (BEYOND if aside > LONGEST_ASIDE else 0.0)
        gap, from_gap = max((best[_BODY] - BEGINS, _BODY), (stay, _ASIDE))
        tail, from_tail = _better(best, (_BODY, _TAIL))
        first, from_first = _better(best, (_HEAD, _STANDFIRST, _MARKS))
        begins = 0.0 if one.signs & _OF_HEAD else BEGINS
        between, from_between = max((best[_STANDFIRST] - begins, _STANDFIRST), (best[_MARKS], _MARKS))
        aside = aside + 1 if from_gap == _ASIDE else 1
        standfirst = 1 if from_first == _HEAD else standfirst + 1
        marks = marks + 1 if from_between == _MARKS else 1
        best = [
            best[_HEAD],
            body + weight,
            gap - _cost(one),
            tail,
            first + weight if standfirst <= MOST_BEFORE_MARKS else NEVER,
            between if marks <= MOST_MARKS else NEVER,
        ]
        came.append((_HEAD, from_body, from_gap, from_tail, from_first, from_between))
    part = _better(best, (_HEAD, _BODY, _TAIL))[1]
    parts: list[int] = []
    for sources in reversed(came):
        parts.append(part)
        part = sources[part]
    return parts[::-1]


def _better(best: Sequence[float], parts: Sequence[int]) -> tuple[float, int]:
    """Return the best of what came before in these parts; of equals the first."""
    found = max(parts, key=lambda part: best[part])
    return best[found], found


def _after_head(lines: Sequence[Line], start: int, end: int, code: str) -> int:
    """Return where the body begins once the head's own sentences (a standfirst, a caption) are left to the head."""
    start = _after_marks(lines, start, end, code)
    while start < end and not lines[start].is_prose and not _begins_body(lines[start]):
        start += 1
    while start < end and captions.is_credit(lines[start].text) and lines[start].size <= captions.LONGEST:
        start += 1
    if start == 0 and end > 1 and not lines[0].text.endswith((".", "。")):
        return 1
    return min(end, start)


def _after_marks(lines: Sequence[Line], start: int, end: int, code: str) -> int:
    """Return where the head's bylines and dates end; behind the standfirst may stand one more, behind the story none.

    Farther down, a date is that of another story set between the paragraphs.
    """
    prose = 0
    for i in range(start, min(end, start + REACH)):
        if _belongs_to_head(lines[i], code):
            start, prose = i + 1, 0
        prose += lines[i].is_prose
        if prose > MOST_STANDFIRSTS:
            break
    return start


def _belongs_to_head(line: Line, code: str) -> bool:
    """Tell whether a line is a byline or a date, and no sentence that has one."""
    if line.is_prose and not captions.is_credit(line.text):
        return False
    by = byline.is_byline(line.text) or byline.introduces(line.text)
    return by or is_stamp(line, code) or clock_alone(line, code)


def _begins_body(line: Line) -> bool:
    if labels.SOURCE.fullmatch(line.text) or labels.section_heading(line.text) or labels.section_run_in(line.text):
        return True
    sentence = line.ends_sentence and line.after_blank and line.size >= SHORTEST_LEDE
    return sentence and not captions.is_credit(line.text)
