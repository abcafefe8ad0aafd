"""What tells a piece of an article from a piece of the page around it: traits, each with a weight, in one table.

The weights are those of a logistic regression over the pieces of 623 pages of the open half of four corpora, each piece
counted by its part of the page's words, and rounded. Of some three hundred traits the fifty that told most are left.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml.etree import _Element

from builder.model.article import BlockKind
from builder.wire.page.pieces import Piece
from builder.wire.printed.labels import OFFER

WEIGHTS: Mapping[str, float] = {
    "above the headline": -0.7,
    "after disputed": -0.8,
    "after heading": -0.9,
    "after missed": -0.6,
    "after text": -0.4,
    "agreed above in its column": 0.6,
    "agreed alike most": 0.7,
    "agreed column most": 0.6,
    "agreed family most": 0.2,
    "agreed stop": 0.5,
    "before text": 0.8,
    "disputed family none": -0.9,
    "few agreed around": -0.4,
    "held by all": 0.6,
    "held by nobody": -0.8,
    "in the last tenth": -0.9,
    "in the middle": 0.3,
    "links alone": -0.4,
    "list alike none": -0.6,
    "list column none": -0.7,
    "many links": -1.2,
    "missed above missed": -0.5,
    "missed alike none": -0.2,
    "missed below agreed": 0.4,
    "missed below missed": -0.5,
    "missed column none": -0.4,
    "missed family none": -0.3,
    "missed open": 0.1,
    "named box": -0.7,
    "named in a": -0.7,
    "named in a missed": -0.6,
    "named in article": 0.6,
    "named in li": 0.6,
    "named in nav": -0.7,
    "named margin": -0.7,
    "named text disputed": 0.4,
    "not taken": -0.5,
    "offer": -1.2,
    "paragraph agreed": -0.2,
    "paragraph disputed": -0.5,
    "paragraph missed": -0.5,
    "size 0 open": -0.7,
    "size 2 open": -0.5,
    "size 3 open": -0.7,
    "size 4 stop": 1.0,
    "size 5 open": 0.6,
    "size 5 stop": 1.3,
    "taken": 0.5,
    "text alike most": 0.1,
}
_SHARES = (0.02, 0.15, 0.5)
"""Of the agreed words: a column, a way of writing or a family that holds less than the first is "none", from the last
on "most"."""
_SIZES = (3, 6, 12, 25, 50)
"""Words."""
_MANY, _ALONE = 0.6, 0.9
"""Of a piece's letters inside links."""
_SHORT = 40
"""Words. A longer piece says more than its offer."""
_LAST = 0.9
"""Of the agreed words: from here on the end of the article."""
_FIRST = 0.1
_NEAR = 4
"""Pieces above and below."""
_FEW = 0.2
_COLUMN = 0.15
_AROUND = 6
"""Elements around a piece whose names are read; further out stand those of the whole page."""
_LONGEST_LABEL = 300
"""Characters of class and id that are looked at."""
_CLOSED = re.compile(r"[.!?…。！？:][\"'”’»“)\]]*$")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMES = {
    "margin": re.compile(
        r"(?:^|[\s_-])(?:side-?bar|foot|nav|menu|head(?:er|)(?:$|[\s_-])|widget|masthead|aside)", re.IGNORECASE
    ),
    "box": re.compile(
        r"(?:^|[\s_-])(?:box|info-?box|fact|aside|pull-?quote|note|correction|disclaimer|footnotes?|references)",
        re.IGNORECASE,
    ),
    "text": re.compile(
        r"(?:^|[\s_-])(?:(?:article|story|entry|post|content|page|news)[_-]{0,2}(?:body|content|text|main)"
        r"|body|paragraph|text(?:$|[\s_-])|article(?:$|[\s_-])|content(?:$|[\s_-]))",
        re.IGNORECASE,
    ),
}
_LABELS = ("class", "id", "data-testid", "itemprop")
_TAGS = frozenset({"a", "article", "li", "nav"})
_OWN = frozenset({BlockKind.HEADING, BlockKind.LIST, BlockKind.TABLE})


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece and the weight of the voters that hold it."""

    piece: Piece
    votes: int


def weigh(judged: Sequence[Judged], voters: int, *, taken: frozenset[Piece], headline_at: int) -> list[float]:
    """Return what speaks for each piece (positive) or against it (negative), in order.

    ``voters`` is the weight of all voters together, ``taken`` what is the article by their votes and its markup,
    ``headline_at`` the place of the headline among the pieces, -1 where it is none of them.
    """
    page = _Page(judged, voters, taken, headline_at)
    # Exactly: a plain sum of the same weights in another order differs in its last digit, and decides at a threshold.
    return [math.fsum(WEIGHTS.get(trait, 0.0) for trait in frozenset(page.traits(at))) for at in range(len(judged))]


class _Page:
    """What a piece is compared with: the bulk of what most voters hold."""

    def __init__(self, judged: Sequence[Judged], voters: int, taken: frozenset[Piece], headline_at: int) -> None:
        self._judged, self._voters, self._taken, self._headline_at = judged, voters, taken, headline_at
        self._levels = [_level(entry.votes, voters) for entry in judged]
        agreed = [i for i, level in enumerate(self._levels) if level == "agreed"]
        self._first = agreed[0] if agreed else len(judged)
        self._last = agreed[-1] if agreed else -1
        self._columns: Counter[_Element | None] = Counter()
        self._alike: Counter[tuple[str, ...]] = Counter()
        self._families: Counter[tuple[str, ...]] = Counter()
        self._through: list[int] = []
        self._named: dict[_Element, frozenset[str]] = {}
        seen = 0
        for entry, level in zip(judged, self._levels, strict=True):
            if level == "agreed":
                size, around = len(entry.piece.words), entry.piece.element.getparent()
                seen += size
                self._columns[around] += size
                self._families[_name(around)] += size
                self._alike[(*_name(entry.piece.element), *_name(around))] += size
            self._through.append(seen)
        self._total = max(1, seen)

    def traits(self, at: int) -> Iterator[str]:
        """Yield the traits of a piece; those without a weight count for nothing."""
        piece, level = self._judged[at].piece, self._levels[at]
        votes = self._judged[at].votes
        yield "taken" if piece in self._taken else "not taken"
        if not votes or votes == self._voters:
            yield "held by all" if votes else "held by nobody"
        yield f"{piece.kind} {level}"
        kind = piece.kind if piece.kind in _OWN else "text"
        around = piece.element.getparent()
        column = self._share(self._columns[around])
        alike = self._share(self._alike[(*_name(piece.element), *_name(around))])
        yield from (f"{level} column {column}", f"{level} alike {alike}")
        yield f"{level} family {self._share(self._families[_name(around)])}"
        yield from (f"{kind} column {column}", f"{kind} alike {alike}")
        end = "stop" if _CLOSED.search(piece.text) else "open"
        yield f"size {sum(len(piece.words) >= size for size in _SIZES)} {end}"
        yield f"{level} {end}"
        linked = piece.linked / max(1, len(piece.text))
        if linked >= _MANY:
            yield "links alone" if linked >= _ALONE else "many links"
        if len(piece.words) < _SHORT and OFFER.search(piece.text):
            yield "offer"
        yield from self._place(at, level, kind)
        for name in self._names(piece.element):
            yield f"named {name}"
            yield f"named {name} {level}"

    def _place(self, at: int, level: str, kind: str) -> Iterator[str]:
        where = "before" if at < self._first else "after" if at > self._last else "within"
        yield from (f"{where} {level}", f"{where} {kind}")
        part = self._through[at] / self._total
        if where == "within" and part >= _FIRST:
            yield "in the last tenth" if part > _LAST else "in the middle"
        if at < self._headline_at < self._first:
            yield "above the headline"
        above, below = (self._levels[i] if 0 <= i < len(self._levels) else "missed" for i in (at - 1, at + 1))
        yield from (f"{above} above {level}", f"{below} below {level}")
        column = self._judged[at].piece.element.getparent()
        if at and above == "agreed" and self._judged[at - 1].piece.element.getparent() is column:
            yield "agreed above in its column"
        near = self._levels[max(0, at - _NEAR) : at + _NEAR + 1]
        if near.count("agreed") < _FEW * len(near):
            yield "few agreed around"

    def _share(self, words: int) -> str:
        return ("none", "little", "some", "most")[sum(words / self._total >= share for share in _SHARES)]

    def _names(self, element: _Element) -> frozenset[str]:
        """Return what the elements around a piece are called, up to the column of the article."""
        if element not in self._named:
            said: set[str] = set()
            above: _Element | None = element
            for _ in range(_AROUND):
                # What is around the bulk of the article as well tells nothing.
                if above is None or self._columns[above] > _COLUMN * self._total:
                    break
                said.update(_called(" ".join(above.get(key) or "" for key in _LABELS)))
                if above.tag in _TAGS:
                    said.add(f"in {above.tag}")
                above = above.getparent()
            while above is not None:
                if above.tag == "nav" and not self._columns[above]:
                    said.add("in nav")
                above = above.getparent()
            self._named[element] = frozenset(said)
        return self._named[element]


@lru_cache(maxsize=10_000)
def _called(label: str) -> tuple[str, ...]:
    """Return the classes of names in a label; most labels of a page stand on many of its elements."""
    label = _HUMP.sub("-", label[:_LONGEST_LABEL])
    return tuple(name for name, pattern in _NAMES.items() if pattern.search(label))


def _level(votes: int, voters: int) -> str:
    return "agreed" if votes * 2 > voters else "disputed" if votes else "missed"


def _name(element: _Element | None) -> tuple[str, str]:
    return ("", "") if element is None else (str(element.tag), element.get("class", ""))
