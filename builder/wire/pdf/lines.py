"""Lines as a PDF sets them, put together to paragraphs by where they stand and how large their letters are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

EDGE = 2
"""Lines at the top and at the foot of a page among which headers and footers are looked for."""
LOOSE = 1.25
"""Times the usual distance between two lines: from here on a paragraph ends. Word processors set 1.5 to 2."""
FARTHEST = 4
"""Sizes of letters between lines that can be neighbours."""
ALIKE = 0.08
"""Share by which the size of letters may vary within a paragraph."""
SHORT = 0.75
"""Of the longest line: a sentence that ends before that ends its paragraph."""
INDENT = 0.8
"""Of the size of letters: how far the first line of a paragraph is set in, where no space stands above it."""
FEWEST_LARGE = 8
"""Characters of a headline; fewer in large letters are a logo, an initial or a number."""
LONGEST_HEADLINE = 300

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:\w{1,8}\.?\s+)?\d{1,4}(?:\s*(?:/|\w{2,4})\s*\d{1,4})?\W*")
_PRINTED_FROM = re.compile(r"(?P<url>(?:https?|file)://\S+)(?:\s+\d+\s*(?:/|\w{2,4})\s*\d+)?")
_PRINTED_ON = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}:\d{2}(?:\s*[AP]M)?(?:\s.*)?", re.IGNORECASE)
_BULLET = re.compile(r"[•·◦▪‣●○■□]\s*\S|[-–*]\s\S|\(?[a-z\d]{1,2}[.)]\s\S", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…。！？:][\"'”’»“)\]]*$")
# A hyphen that a browser sets itself is a glyph by itself, and comes with a space before it.
_BROKEN_WORD = re.compile(r"(?P<begin>[^\W\d_]{2,})(?:-|\s?[\u00ad\u2010])$")
_GOES_ON = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page."""

    text: str
    page: int
    x: float
    """Points from the left edge of the page to where it begins."""
    y: float
    """Points from the foot of the page to its base line."""
    size: float
    """Of its letters, in points."""
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines put together."""

    text: str
    size: float
    page: int


def printed_from(lines: Sequence[Line]) -> str | None:
    """Return the address that a browser prints at the foot of what it makes a PDF of."""
    found = (_PRINTED_FROM.fullmatch(line.text) for line in _edges(lines))
    return next((match["url"] for match in found if match and match["url"].startswith("http")), None)


def without_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without headers, footers and page numbers: what an edge repeats, numbers apart."""
    edges = _edges(lines)
    pages = len({line.page for line in lines})
    seen = Counter(key for _, key in {(line.page, _key(line)) for line in edges})
    gone = {
        id(line)
        for line in edges
        if (pages > 1 and seen[_key(line)] >= max(2, pages / 3))
        or _PAGE_NUMBER.fullmatch(line.text)
        or _PRINTED_FROM.fullmatch(line.text)
        or _PRINTED_ON.fullmatch(line.text)
    }
    return tuple(line for line in lines if id(line) not in gone)


def _key(line: Line) -> tuple[str, int]:
    """Return what a line has in common with its like on other pages; a title in large letters has nothing."""
    return _NUMBER.sub("#", line.text), round(line.size)


def _edges(lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    for page in dict.fromkeys(line.page for line in lines):
        falling = sorted((line for line in lines if line.page == page), key=lambda line: -line.y)
        found += falling[:EDGE] + falling[max(EDGE, len(falling) - EDGE) :]
    return found


def paragraphs(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Return the paragraphs, in the order in which the document draws them; words broken at a line's end are whole."""
    if not lines:
        return ()
    longest = max(len(line.text) for line in lines)
    usual = _usual_distance(lines, longest)
    words = Counter(word for line in lines for word in re.findall(r"[^\W\d_]+-[^\W\d_]+", line.text))
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, usual=usual, longest=longest):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(
        Paragraph(text=_joined(group, words), size=median(line.size for line in group), page=group[0].page)
        for group in groups
    )


def _usual_distance(lines: Sequence[Line], longest: int) -> float:
    """Return how far base lines within paragraphs are apart, in sizes of their letters: the least that is common.

    Where paragraphs are short, more steps lead from one to the next; but a full line mostly goes on.
    """
    steps = Counter(
        round((above.y - line.y) / line.size, 1)
        for above, line in pairwise(lines)
        if above.page == line.page
        and 0 < above.y - line.y < FARTHEST * line.size
        and _alike(above, line)
        and len(above.text) >= SHORT * longest
    )
    most = max(steps.values(), default=0)
    return min((step for step, count in steps.items() if count >= most / 4), default=LOOSE)


def _goes_on(group: Sequence[Line], line: Line, *, usual: float, longest: int) -> bool:
    above = group[-1]
    if _BULLET.match(line.text) or not _alike(above, line) or above.bold != line.bold:
        return False
    step = above.y - line.y
    if above.page != line.page or step < -line.size:
        # The next page, or the next column: a sentence goes on, and nothing else. A heading fills no line.
        return not _ENDS.search(above.text) and (line.text[:1].islower() or len(above.text) >= SHORT * longest)
    if step > LOOSE * usual * line.size:
        return False
    ended = bool(_ENDS.search(above.text))
    if ended and len(above.text) < SHORT * longest:
        return False
    set_in = line.x - above.x > INDENT * line.size and len(group) > 1
    return not (ended and set_in and not _BULLET.match(group[0].text))


def _alike(above: Line, line: Line) -> bool:
    return abs(above.size - line.size) <= ALIKE * max(above.size, line.size)


def _joined(group: Sequence[Line], words: Counter[str]) -> str:
    text = group[0].text
    for line in group[1:]:
        broken, rest = _BROKEN_WORD.search(text), _GOES_ON.match(line.text)
        if broken and rest and rest[0].islower():
            # "long-" and "term": with the hyphen where the document writes it so within a line.
            hyphen = "-" if f"{broken['begin']}-{rest[0]}" in words else ""
            text = text[: broken.end("begin")] + hyphen + line.text
        else:
            text += " " + line.text
    return text


def headline(found: Sequence[Paragraph]) -> Paragraph | None:
    """Return the paragraph of the first page that is set in the largest letters, where those stand out."""
    letters = [paragraph.size for paragraph in found for _ in range(0, len(paragraph.text), 50)]
    usual = median(letters) if letters else 0.0
    fit = [
        paragraph
        for paragraph in found
        if paragraph.page == found[0].page
        and FEWEST_LARGE <= len(paragraph.text) <= LONGEST_HEADLINE
        and paragraph.size > usual * (1 + ALIKE)
    ]
    return max(fit, key=lambda paragraph: paragraph.size, default=None)


def texts(found: Sequence[Paragraph]) -> Iterator[str]:
    """Yield the paragraphs' texts, the headline first, as an editor would copy them."""
    first = headline(found)
    if first is not None:
        yield first.text
    yield from (paragraph.text for paragraph in found if paragraph is not first)
