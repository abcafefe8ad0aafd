"""Where the body of a pasted article begins and ends: the heaviest run of prose, less the head's own sentences."""

from __future__ import annotations

from collections.abc import Sequence

from builder.wire import byline, captions, labels
from builder.wire.headline import REACH
from builder.wire.lines import Line
from builder.wire.when import is_stamp

HEAVIEST = 300
"""Characters of a paragraph that count; a single long one in a footer must not outweigh an article."""
SHORTEST_SENTENCE = 20
"""Characters: "Nobody was hurt."."""
SHORTEST_LEDE = 25
"""Characters of a sentence that may begin the body or stand in a list."""
LONGEST_STAMP = 60
"""Characters of a line that is a date and perhaps a name."""
MOST_STANDFIRSTS = 4
"""Paragraphs between the marks of a head: a standfirst, a caption, a summary in two or three points."""
# What a line without prose in it weighs against the paragraphs around it, in characters. Set on the open half of a
# corpus of pasted pages: 93 % of true paragraphs stand alone between blank lines, and 13 % of other lines do.
ASIDE, PAGE, LABELLED = -10.0, -40.0, 15.0
SENTENCE_IN_LIST, ITEM = 30.0, -25.0
SENTENCE_ALONE, SENTENCE = 25.0, 5.0
CREDIT, ALONE, CROWDED = -10.0, -30.0, -60.0


def of_body(lines: Sequence[Line], code: str) -> tuple[int, int]:
    """Return where the body begins and ends: the run of lines with the most prose in it.

    A text whose every line is short is all head.
    """
    heaviest, start, end = 0.0, len(lines), len(lines)
    total, begin = 0.0, 0
    aside = False
    for i, line in enumerate(lines):
        if total <= 0:
            total, begin = 0.0, i
        aside = _is_aside(line) or (aside and not lines[i - 1].before_blank and not line.is_prose)
        total += ASIDE if aside or _dates(line, code) else _weight(line)
        if total > heaviest:
            heaviest, start, end = total, begin, i + 1
    return _after_head(lines, start, end, code), end


def _dates(line: Line, code: str) -> bool:
    """Tell whether a short line gives a date: it may stand between standfirst and body, and parts no article."""
    return line.size <= LONGEST_STAMP and any(char.isdigit() for char in line.text) and is_stamp(line, code)


def _is_aside(line: Line) -> bool:
    """Tell whether a line begins a "read also" between the paragraphs, which ends at the next blank line."""
    return bool(labels.READ_ALSO.fullmatch(line.text))


def _weight(line: Line) -> float:
    if labels.is_furniture(line.text) or labels.RAIL.fullmatch(line.text):
        return PAGE
    if line.is_prose:
        return float(min(line.size, HEAVIEST))
    return LABELLED if _is_labelled(line) else _weight_of_short(line)


def _weight_of_short(line: Line) -> float:
    if line.bullet:
        return SENTENCE_IN_LIST if line.ends_sentence and line.size >= SHORTEST_LEDE else ITEM
    alone = line.after_blank and line.before_blank
    if line.ends_sentence and line.size >= SHORTEST_SENTENCE:
        return SENTENCE_ALONE if alone else SENTENCE
    if captions.is_credit(line.text):
        return CREDIT
    return ALONE if alone else CROWDED


def _is_labelled(line: Line) -> bool:
    """Tell whether a line begins with a label that only an article has: a source, a section."""
    return any(label.fullmatch(line.text) for label in (labels.SOURCE, labels.RUN_IN, labels.HEADING))


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
    return is_stamp(line, code) or byline.is_byline(line.text)


def _begins_body(line: Line) -> bool:
    if _is_labelled(line):
        return True
    sentence = line.ends_sentence and line.after_blank and line.size >= SHORTEST_LEDE
    return sentence and not captions.is_credit(line.text)
