"""What a reader sees at a glance about each line of a pasted text: its length and ending, its place, its neighbours.

A trait is named in words, so that the table of their weights can be read. None is about one outlet or one language.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.wire.pasted import signs
from builder.wire.pasted.headline import words
from builder.wire.pasted.signs import Sign
from builder.wire.printed.lines import PROSE_END, Line, at_end

SIZES = (20, 35, 50, 80, 150, 300)
"""Characters at which a line counts as longer: a menu word, a label, a subhead, a sentence, paragraphs."""
LONG = 80
"""Characters; 8 % of true paragraphs have fewer."""
PROSE, PROSE_WITHOUT_STOP = 50, 200
"""Characters of a sentence, and of a paragraph whatever it ends in."""
COUNTED = 300
"""Characters of a paragraph that count where it is asked how a text is laid out."""
AIRY = 0.5
"""Of the prose: from here on paragraphs stand alone between blank lines, as in 93 % of texts copied from a browser."""
SUBHEAD = 110
"""Characters of a line of type between two paragraphs."""
MENU_WORD = 50
"""Characters of a neighbour that is a few words."""
LONGEST_TITLE = 160
"""Characters of a line that may be set in title case."""
CAPITALS = 8
"""Characters of a line in capitals; fewer are initials."""
GROUP = 4
"""Lines without a blank one between them; more are a menu, a rail or a table."""
NEAR, MARKS_NEAR = 4, 7
"""Lines to each side whose prose, and whose bylines and dates, are looked at."""
ANNOUNCING = 30
"""Characters of a line that a list may follow, with its colon."""
ONE_BLANK = 2
"""Lines from one to the next with a blank one between."""
NAME_WORDS, NAME_SIZE = range(2, 5), range(6, 41)
"""Words and characters of a line that may be nothing but a name."""

PARAGRAPHS = 6
"""Of a text in which what belongs together shares words; a shorter one has too few of them."""

REPEATED = "repeated"
"""The trait of a line that stands in the text more than once."""

_COLONS = (":", ";", "：")
_QUOTE = re.compile(r"[\"“„«‚‘「『—–»]")
_INNER_STOP = re.compile(r"[.!?。！？](?:(?<=[。！？])|\s+[^\W\d_])")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w")
_MORE = re.compile(
    r"(?:\.\.\.|…|(?<!\w)(?:mehr|more|weiterlesen|weiter|suite|leer más|więcej|read))\]?$", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_DURATION = re.compile(r"(?:^|\s)\d{1,2}:\d\d(?:\s|$)|^\d{1,3}\s?min", re.IGNORECASE)
_BESIDE = frozenset(Sign) - {Sign.SOURCE, Sign.SECTION}
_ABOVE, _BELOW = ({sign: f"{sign} {side}" for sign in _BESIDE} for side in ("above", "below"))
_MARKS = frozenset({Sign.STAMP, Sign.BYLINE})


@dataclass(frozen=True, slots=True)
class Seen:
    """A line with what is asked of it again and again."""

    line: Line
    size: int
    ending: str
    signs: frozenset[Sign]
    prose: bool
    """Whether it reads as a paragraph."""
    alone: bool
    """Whether it stands between blank lines."""
    paragraph: bool
    """Whether it is a paragraph of some length."""


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of a text, and what is true of all of them."""

    lines: tuple[Seen, ...]
    airy: bool
    repeated: frozenset[str]
    names: frozenset[str]
    words: tuple[frozenset[str], ...]
    said: frozenset[str]
    """Words of the paragraphs."""
    said_again: frozenset[str]
    """Words of more than one paragraph."""
    paragraphs: int
    prose_before: tuple[int, ...]
    """How many lines of prose stand before each line, and in the whole text; of an airy text those that stand alone."""
    marks_before: tuple[int, ...]
    """The same of bylines and dates."""
    near_credit: frozenset[int]
    """Indexes of the lines with a picture's credit two or three lines off."""
    groups: tuple[tuple[str, ...], ...]
    """For each line the traits of its group: the lines around it that no blank one parts. None where all stand so."""
    first: int
    """Index of the first paragraph that another one follows."""


def of(lines: Sequence[Line], language: str) -> tuple[tuple[Seen, ...], list[list[str]]]:
    """Return the lines as seen, and for each the names of its traits."""
    text = _look(lines, language)
    return text.lines, [[*_own(text, i), *_around(text, i), *_among(text, i)] for i in range(len(text.lines))]


def _look(lines: Sequence[Line], language: str) -> Text:
    seen = tuple(_see(line, language) for line in lines)
    prose = [(min(one.size, COUNTED), one.alone) for one in seen if one.paragraph]
    airy = sum(size for size, alone in prose if alone) >= AIRY * (sum(size for size, _ in prose) or 1)
    counts = Counter(line.text for line in lines)
    said = tuple(words(line.text) for line in lines)
    spoken = Counter(itertools.chain.from_iterable(own for one, own in zip(seen, said, strict=True) if one.paragraph))
    runs = (i for i in range(len(seen) - 1) if _stands(seen[i], airy=airy) and seen[i + 1].prose)
    return Text(
        lines=seen,
        airy=airy,
        repeated=frozenset(line for line, count in counts.items() if count > 1),
        names=frozenset(one for one in counts if len(one) in NAME_SIZE and len(one.split()) in NAME_WORDS),
        words=said,
        paragraphs=len(prose),
        said=frozenset(spoken),
        said_again=frozenset(word for word, count in spoken.items() if count > 1),
        prose_before=_before(one.prose and (one.alone or not airy) for one in seen),
        marks_before=_before(not one.signs.isdisjoint(_MARKS) for one in seen),
        near_credit=frozenset(i + d for i, one in enumerate(seen) if Sign.CREDIT in one.signs for d in (-3, -2, 2, 3)),
        groups=_of_groups(seen) if airy else ((),) * len(seen),
        first=next(runs, len(seen)),
    )


def _see(line: Line, language: str) -> Seen:
    size, ending = line.size, _ending(line.text)
    prose = (size >= PROSE and ending == "stop") or size >= PROSE_WITHOUT_STOP
    return Seen(
        line=line,
        size=size,
        ending=ending,
        signs=signs.of(line, language),
        prose=prose,
        alone=line.after_blank and line.before_blank,
        paragraph=prose and size >= LONG,
    )


def _before(counted: Iterable[bool]) -> tuple[int, ...]:
    """Return how many count before each, and at the end how many in all: two of these tell how many stand between."""
    return tuple(itertools.accumulate(counted, initial=0))


def _stands(one: Seen, *, airy: bool) -> bool:
    return one.paragraph and (one.alone or not airy)


def _ending(text: str) -> str:
    if at_end(PROSE_END, text):
        return "stop"
    return "colon" if text.endswith(_COLONS) else "open"


def _own(text: Text, i: int) -> Iterator[str]:
    """Yield what is seen of a line without its neighbours."""
    one = text.lines[i]
    line, size, ending = one.line, one.size, one.ending
    yield f"size {bisect(SIZES, size)} {ending}"
    place = (
        ("alone" if line.before_blank else "first") if line.after_blank else "last" if line.before_blank else "inside"
    )
    yield f"{'airy' if text.airy else 'dense'} {place} {'long' if size >= LONG else 'short'}"
    yield from one.signs
    if _QUOTE.match(line.text):
        yield "quotation mark"
    if line.text[0].islower():
        yield "lower case"
    if line.text[0].isdigit():
        yield "figure first"
    yield from _inside(line.text, size)
    if line.text in text.repeated:
        yield REPEATED
    if _opens_with_name(line.text, text.names):
        yield "opens with a name"


def _inside(line: str, size: int) -> Iterator[str]:
    if "|" in line or " · " in line or " › " in line:
        yield "bar"
    if ("@" in line or "www." in line or "://" in line) and _ADDRESS.search(line):
        yield "address"
    if _INNER_STOP.search(line):
        yield "two sentences"
    if "," in line or "、" in line:
        yield "comma"
    if size >= CAPITALS and line.isupper():
        yield "capitals"
    elif size < LONGEST_TITLE and _title_case(line):
        yield "title case"
    if at_end(_MORE, line):
        yield "more"
    if size < LONG and _DIGIT.search(line) and _DURATION.search(line):
        yield "duration"


def _title_case(line: str) -> bool:
    parts = line.split()
    return len(parts) > 1 and all(part[:1].isupper() for part in parts if part[:1].isalpha())


def _opens_with_name(line: str, names: frozenset[str]) -> bool:
    parts = line.split(maxsplit=NAME_WORDS[-1])
    return len(parts) > NAME_WORDS[-1] and (" ".join(parts[:2]) in names or " ".join(parts[:3]) in names)


def _around(text: Text, i: int) -> Iterator[str]:
    """Yield what stands directly above and below a line."""
    for j, side, beside in ((i - 1, "above", _ABOVE), (i + 1, "below", _BELOW)):
        if not 0 <= j < len(text.lines):
            continue
        other = text.lines[j]
        if other.alone and other.size >= LONG and other.ending == "stop":
            yield f"paragraph {side}"
        elif not other.prose and other.size < MENU_WORD:
            yield f"words {side}"
        for sign in other.signs:
            if sign in _BESIDE:
                yield beside[sign]
        if abs(other.line.number - text.lines[i].line.number) > ONE_BLANK:
            yield f"gap {side}"
    yield from _between(text, i)


def _between(text: Text, i: int) -> Iterator[str]:
    if not 0 < i < len(text.lines) - 1:
        return
    above, one, below = text.lines[i - 1 : i + 2]
    paragraphs = above.prose and below.prose
    if paragraphs and one.alone and above.alone and below.alone and one.size < SUBHEAD and not one.line.bullet:
        yield f"between paragraphs {one.ending}"
    if paragraphs and one.prose and one.alone:
        yield "run of paragraphs"
    if one.prose and not above.prose and not below.prose:
        yield "single paragraph"


def _among(text: Text, i: int) -> Iterator[str]:
    """Yield what a line shares with those farther off."""
    lines = text.lines
    one = lines[i]
    first, end = max(0, i - NEAR), min(len(lines), i + NEAR + 1)
    itself = text.prose_before[i + 1] - text.prose_before[i]
    prose = text.prose_before[end] - text.prose_before[first] - itself
    yield f"prose near {min(3, prose * 4 // max(1, end - first - 1))}"
    marks = text.marks_before
    if marks[min(len(lines), i + 1 + MARKS_NEAR)] > marks[i + 1]:
        yield f"mark below {one.ending}"
    if marks[i] > marks[max(0, i - MARKS_NEAR)]:
        yield f"mark above {one.ending}"
    if i in text.near_credit:
        yield "credit near"
    yield from text.groups[i]
    if i < text.first:
        yield f"before the paragraphs {one.ending}{' long' if one.size >= LONG else ''}"
    own = text.words[i]
    if own and text.paragraphs >= PARAGRAPHS:
        shared = len(own & (text.said_again if one.paragraph else text.said))
        yield f"shared words {min(3, shared * 5 // len(own))}{' long' if one.size >= LONG else ''}"


def _of_groups(seen: Sequence[Seen]) -> tuple[tuple[str, ...], ...]:
    """Return for each line what is seen of the lines that no blank one parts from it."""
    traits: list[tuple[str, ...]] = []
    start = 0
    for i, one in enumerate(seen):
        if one.line.before_blank or i == len(seen) - 1:
            common = tuple(_of_group(seen[start : i + 1], seen[start - 1] if start else None))
            marks = Counter(itertools.chain.from_iterable(other.signs for other in seen[start : i + 1]))
            traits.extend((*common, *_of_others(one.signs, marks)) if i > start else () for one in seen[start : i + 1])
            start = i + 1
    return tuple(traits)


def _of_group(group: Sequence[Seen], above: Seen | None) -> Iterator[str]:
    if len(group) > GROUP:
        yield "large group"
    if above and above.ending == "colon" and above.size > ANNOUNCING:
        yield "group after a colon"
    if 2 * sum(1 for one in group if one.ending == "stop") > len(group):
        yield "group of sentences"


def _of_others(own: frozenset[Sign], marks: Counter[Sign]) -> Iterator[str]:
    others = {sign for sign, count in marks.items() if count > (sign in own)}
    if Sign.CREDIT in others:
        yield "group with a credit"
    if others & {Sign.FURNITURE, Sign.ALSO, Sign.RAIL}:
        yield "group with furniture"
