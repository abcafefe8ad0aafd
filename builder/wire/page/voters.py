"""What belongs to the article: several extractors read the page, and each piece of it is put to their vote.

No single extractor is right on every page, and their mistakes differ: on 102 annotated pages the best of them reaches
an F1 of .958, and what most of them keep, with the pieces written in the same markup, .970.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from resiliparse.extract.html2text import extract_plain_text
from trafilatura.external import try_readability

from builder.wire.page.markup import elements
from builder.wire.page.pieces import Piece, pieces, words_of

_RUN = 4
"""Words in a row that are compared; fewer are looked for as a line of their own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The text that one extractor takes for the article."""

    runs: frozenset[tuple[str, ...]]
    """Every four words in a row."""
    lines: frozenset[tuple[str, ...]]
    size: int
    """Words."""
    weight: int = 1

    def holds(self, piece: Piece) -> float:
        """Return how much of a piece it holds, 0 to 1."""
        words = piece.words
        if len(words) < _RUN:
            return 1.0 if words in self.lines else 0.0
        runs = _runs(words)
        return sum(run in self.runs for run in runs) / len(runs)


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]


def _reading(lines: Sequence[tuple[str, ...]]) -> Reading:
    words = [word for line in lines for word in line]
    return Reading(frozenset(_runs(words)), frozenset(lines), len(words))


def _trafilatura(root: HtmlElement) -> Reading:
    tree = copy.deepcopy(root)
    _kept = elements(tree)
    text = trafilatura.extract(tree, include_comments=False, fast=True) or ""
    # A table's row comes as one line with bars between its cells.
    return _reading([words_of(part) for line in text.splitlines() for part in line.split("|") if part.strip()])


def _patiently(root: HtmlElement) -> Reading:
    tree = copy.deepcopy(root)
    _kept = elements(tree)
    text = trafilatura.extract(tree, include_comments=False, favor_recall=True) or ""
    return _reading([words_of(line) for line in text.splitlines() if line.strip()])


def _readability(root: HtmlElement) -> Reading:
    tree = copy.deepcopy(root)
    _kept = elements(tree)
    return _reading([piece.words for piece in pieces(try_readability(tree))])


def _resiliparse(root: HtmlElement) -> Reading:
    markup = etree.tostring(root, encoding="unicode", method="html")
    text = extract_plain_text(
        markup, main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False
    )
    return _reading([words for line in text.splitlines() if (words := words_of(line))])


Voters = tuple[tuple[Callable[[HtmlElement], Reading], int], ...]
VOTERS: Voters = (
    (_resiliparse, 1),
    (_readability, 1),
    (_trafilatura, 2),
)
"""With the weight of each. Trafilatura is seldom wrong when another agrees; the other two take the same kinds of
boxes for text, so that both together are not enough."""

PATIENT: Voters = ((_patiently, 1),)
"""Who is asked where the others found next to nothing. It takes boxes beside the article for text, and its time."""


def readings(root: HtmlElement, voters: Voters = VOTERS) -> tuple[Reading, ...]:
    """Return what each voter takes for the article; a voter that found nothing does not vote."""
    return tuple(replace(reading, weight=weight) for voter, weight in voters if (reading := voter(root)).size)
