"""Which line of a head is the headline: each line that may be it is scored, and the best one wins.

Nothing marks a headline in a pasted text. What gives it away is how it is written (no menu word, no sentence), what
it says (what the body says), where it stands (byline and date below it, a kicker above, a standfirst beneath), and that
a page repeats it. One table says what each of these is worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from builder.wire.pasted.headline_signs import WEIGHTS, Sign
from builder.wire.printed import byline, captions, labels
from builder.wire.printed.lines import LINES_KEPT, Line
from builder.wire.printed.when import is_stamp

REACH = 12
"""Lines. Byline and date stand at most this far below the headline (eight in nine of ten pages, and share buttons)."""
LONGEST = 220
"""Characters of a headline."""
LABEL, BRIEF, LONG = 16, 30, 110
"""Characters below which a line is a menu word, below which few headlines are, from which on few are."""
FEWEST_WORDS = 3
"""Words; fewer name a department or a subject, though all of them stand in the body."""
FEW_SIZE = 45
"""Characters from which on a line has words enough: Chinese has no spaces."""
KICKER = 40
"""Characters of a kicker, or of the end of a menu."""
SENTENCE = 80
"""Characters of a standfirst."""
SAID_NEAR = 30
"""Lines of the body whose words a headline shares; further down stand other stories."""
HALF, MOST, MANY = 0.5, 0.75, 5
"""Of a line's words, that the body says as well; so many words, whatever part they are."""
SHARED = 2
"""Words shared with the body by a line that speaks of the story."""
TITLE_NEAR = 3
"""Lines between a headline and its standfirst."""
SAME, WORDS_OF_TITLE = 0.6, 3
"""Of a line's words in another one that says the same; words without which that means nothing."""
ENOUGH = -3.0
"""The score below which no line above a body is its headline: one word that the body does not say."""
DASHES = frozenset("-–—")
"""Marks of a list that also open a quotation."""

_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
_QUOTE = re.compile(r"[\"“„«‚‘「『»]")
_COLON = re.compile(r"[:：]\s*$")


@lru_cache(maxsize=LINES_KEPT)
def words(text: str) -> frozenset[str]:
    """Return the words of a text that carry meaning, casefolded; pairs of ideographs where there are no spaces."""
    return frozenset(found.casefold() for found in _WORD.findall(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that may be the headline."""

    index: int
    signs: tuple[Sign, ...]

    @property
    def score(self) -> float:
        """What its signs are worth together."""
        return sum(WEIGHTS[sign] for sign in self.signs)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The lines above the body, with what is asked of them again and again."""

    lines: Sequence[Line]
    folded: Sequence[str]
    marks: Sequence[bool]
    """Whether a line is a byline or a date."""
    words: Sequence[frozenset[str]]
    shared: Sequence[int]
    """How many words of a line the body says."""
    below: frozenset[str]
    """The lines in and below the body, casefolded."""

    def near(self, i: int, above: int, below: int = 0) -> range:
        """Return the indexes of the lines around one, itself among them where ``below`` is not 0."""
        return range(max(0, i - above), min(len(self.lines), i + below))

    def tells(self, i: int) -> bool:
        """Tell whether a line speaks of the story and is long enough for a headline."""
        return not self.marks[i] and self.lines[i].size >= BRIEF and self.shared[i] >= SHARED


def find(lines: Sequence[Line], begin: int, end: int, language: str) -> int | None:
    """Return the index of the headline above a body that stands between ``begin`` and ``end``; of equals the first.

    None where no line has signs enough: an article pasted without it. Without a body any line will do.
    """
    found = tuple(candidates(lines, begin, end, language))
    best = max(found, key=lambda one: one.score, default=None)
    if best is None:
        return None
    alone = len(found) == 1 and _stands_alone(lines[:begin], best.index, language)
    return best.index if best.score >= ENOUGH or alone or begin == end else None


def _stands_alone(head: Sequence[Line], at: int, language: str) -> bool:
    """Tell whether a line of two words or more opens the text, with nothing but byline and date above the body.

    So an editor types a headline that she copied without its page, however short it is.
    """
    line, rest = head[at], head[at + 1 :]
    marks = all(is_stamp(other, language) or byline.is_byline(other.text) for other in rest)
    return at == 0 and marks and line.before_blank and len(line.text.split()) > 1 and not line.ends_sentence


def printed(line: Line) -> str:
    """Return a headline with the dash that opens its quotation and was taken for the mark of a list."""
    return f"{line.bullet} {line.text}" if line.bullet else line.text


def candidates(lines: Sequence[Line], begin: int, end: int, language: str) -> Iterator[Candidate]:
    """Yield the lines above the body that may be its headline, with what speaks for and against each."""
    head = lines[:begin]
    said = words(" ".join(line.text for line in lines[begin : min(end, begin + SAID_NEAR)]))
    own = [words(line.text) for line in head]
    seen = _Head(
        lines=head,
        folded=[line.text.casefold() for line in head],
        marks=[is_stamp(line, language) or byline.is_byline(line.text) for line in head],
        words=own,
        shared=[len(one & said) for one in own],
        below=frozenset(line.text.casefold() for line in lines[begin:]),
    )
    for i, line in enumerate(head):
        if own[i] and not seen.marks[i] and _may_head(line):
            signs = (*_of_form(line), *_of_words(seen, i), *_of_place(seen, i), *_of_repetition(seen, i))
            yield Candidate(index=i, signs=signs)


def _may_head(line: Line) -> bool:
    if (line.bullet and line.bullet not in DASHES) or line.size > LONGEST:
        return False
    return not (labels.is_furniture(line.text) or labels.RAIL.fullmatch(line.text))


def _heads_others(text: str) -> bool:
    return any(heading.fullmatch(text) for heading in (labels.RAIL, labels.RAIL_OPENING, labels.READ_ALSO))


def _of_form(line: Line) -> Iterator[Sign]:
    text, size = line.text, line.size
    if size < BRIEF:
        yield Sign.LABEL if size < LABEL else Sign.BRIEF
    elif size >= LONG:
        yield Sign.LONG
    if size < FEW_SIZE and len(text.split()) < FEWEST_WORDS:
        yield Sign.FEW_WORDS
    if text.endswith((".", "。")) and not text.endswith("..."):
        yield Sign.STOP
    if _QUOTE.match(text):
        yield Sign.QUOTED
    if line.bullet:
        yield Sign.DASHED
    if captions.is_credit(text):
        yield Sign.CREDITED


def _of_words(head: _Head, i: int) -> Iterator[Sign]:
    shared, own = head.shared[i], len(head.words[i])
    if shared >= HALF * own:
        yield Sign.HALF_SHARED
    if shared >= MOST * own:
        yield Sign.MOST_SHARED
    if shared >= MANY:
        yield Sign.MANY_SHARED
    if shared < SHARED:
        return
    if shared == max(head.shared[j] for j in head.near(i, REACH, REACH)):
        yield Sign.SHARES_MOST
    if not any(head.tells(j) for j in head.near(i, REACH)):
        yield Sign.FIRST_TO_SHARE


def _of_place(head: _Head, i: int) -> Iterator[Sign]:
    line = head.lines[i]
    if any(head.marks[i + 1 : i + 1 + REACH]):
        yield Sign.MARK_BELOW
    if i and _heads_others(head.lines[i - 1].text):
        yield Sign.RAIL_ABOVE
    elif i and head.lines[i - 1].size < KICKER and not head.marks[i - 1]:
        yield Sign.KICKER_ABOVE
    # The line directly above may be a kicker of some length.
    above = head.near(i - 1, TITLE_NEAR - 1)
    if any(head.tells(j) and not head.lines[j].text.endswith(".") for j in above):
        yield Sign.TITLE_ABOVE
    if i + 1 == len(head.lines):
        return
    below = head.lines[i + 1]
    if not head.marks[i + 1] and below.size > max(line.size, FEW_SIZE) and head.shared[i + 1]:
        yield Sign.LONGER_BELOW
    if below.size >= SENTENCE:
        yield Sign.LONG_BELOW
    if captions.is_credit(below.text):
        yield Sign.CREDIT_BELOW


def _of_repetition(head: _Head, i: int) -> Iterator[Sign]:
    """Yield what a page's repeating of its headline tells; a menu's words are repeated as well, but they are short."""
    text, own = head.folded[i], head.words[i]
    if head.lines[i].size >= BRIEF:
        if text in head.below:
            yield Sign.AGAIN_BELOW
        if any(text in other and text != other for other in head.folded):
            yield Sign.WITHIN_ANOTHER
    held = [head.folded[j] for j in head.near(i, REACH, REACH) if head.lines[j].size >= BRIEF]
    starts = [text.removesuffix(other) for other in held if other in text and other != text]
    if starts:
        yield Sign.HOLDS_BEHIND_COLON if any(map(_COLON.search, starts)) else Sign.HOLDS_ANOTHER
    if len(own) >= WORDS_OF_TITLE and any(
        _says_same(head, own, j) for j in range(len(head.lines)) if head.folded[j] != text
    ):
        yield Sign.SAID_AGAIN


def _says_same(head: _Head, own: frozenset[str], j: int) -> bool:
    return head.lines[j].size >= BRIEF and len(own & head.words[j]) >= SAME * len(own)
