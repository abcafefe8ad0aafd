"""What a newcomer to a story needs before the new piece: how it began, its turning points, what came last.

People who write such backgrounds open with the founding fact in nearly every one, keep of the time between only what
changed the story's course, and end where things stood yesterday; how much they write grows with the story and then
stands still. The rules here say that, of stories in general; no weight was trained.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from builder.desk.stories import turning_points
from builder.desk.wording import significant

BEGINNING = 2
"""Sentences of the first report that are told whatever else is: what happened, and to whom."""
SAID = 0.4
"""Of a sentence's words, weighed by how rare they are, in one that is told already: then it says nothing new."""

# What a sentence is worth beside the others. In round numbers; halving or doubling one moves the measured likeness to
# backgrounds that people wrote by less than half a point of a hundred.
CARRIED = 1.0
"""Its words are those of many reports: what the story goes on about."""
NEAR_NEW = 5.0
"""It is near the new piece: a side story gets its own thread."""
NEAR_LAST = 1.0
"""It is near the last report."""
TURNS = 0.2
"""It reports a turning point."""
LEADS = 0.2
"""It is the first of its report."""
FRESH = 2.0
"""It is of yesterday; the same counts for a third every ``FADES`` reports before."""
FADES = 4.0
DULL = 0.6
"""Taken from its worth if all its words are told already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much may be told, and how a sentence is measured against that."""

    size: float
    of: Callable[[str], float]
    each: float = math.inf
    """Sentences of one report."""

    @classmethod
    def lines(cls, number: int) -> Room:
        """Return room for a number of lines, each of another report."""
        return cls(size=number, of=lambda _: 1, each=1)

    @classmethod
    def words(cls, number: float) -> Room:
        """Return room for a number of words."""
        return cls(size=number, of=lambda text: len(text.split()))


def usual_words(reports: Sequence[str]) -> float:
    """Return how many words people give the story of these reports: more with each of the first dozen, then no more.

    Measured on three people's backgrounds of six stories: some 70 words after the first report, 170 in the long run,
    and more where the last report, which they retell nearly whole, is a long one.
    """
    number = len(reports)
    return 60 + 120 * number / (number + 12) + 0.4 * len(reports[-1].split()) if reports else 0


Place = tuple[int, int]
"""A sentence by its report and its place there, both counted from 0."""


def choose(reports: Sequence[Sequence[str]], new: str, room: Room) -> tuple[Place, ...]:
    """Return which sentences of a story's earlier reports, given oldest first, to tell before ``new``; in their order.

    First the beginning, then the last report as far as there is room, then whatever is worth most and not yet told. A
    report without sentences is one that is known already.
    """
    draft = _Draft(reports, new, room)
    draft.tell(k for k, (i, j) in enumerate(draft.places) if i == 0 and j < BEGINNING)
    draft.tell(k for k, (i, _) in enumerate(draft.places) if i == len(reports) - 1)
    draft.tell_the_best()
    return tuple(draft.places[k] for k in sorted(draft.told))


@dataclass
class _Draft:
    """A background in the making: sentences by number, oldest first."""

    reports: Sequence[Sequence[str]]
    new: str
    room: Room
    places: list[Place] = field(init=False)
    told: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.places = [(i, j) for i, report in enumerate(self.reports) for j in range(len(report))]
        self._texts = [self.reports[i][j] for i, j in self.places]
        self._words = [significant(text) for text in self._texts]
        found = Counter(word for words in self._words for word in words)
        self._rare = {word: math.log((len(self._words) + 1) / number) for word, number in found.items()}
        self._weights = [self._weight(words) for words in self._words]
        self._said = [0.0] * len(self._texts)
        """The share of each sentence's words that one told sentence has."""
        self._used = 0.0

    def tell(self, wanted: Iterable[int]) -> None:
        """Tell these sentences as far as there is room."""
        for k in wanted:
            if self._fits(k):
                self._add(k)

    def tell_the_best(self) -> None:
        """Tell what is worth most until nothing more fits that says something new."""
        worth = self._worth()
        left = {k for k in range(len(self.places)) if k not in self.told}
        while left:
            best = max(left, key=lambda k: (worth[k] - DULL * self._said[k], -k))
            left.remove(best)
            if self._said[best] <= SAID and self._fits(best):
                self._add(best)

    def _fits(self, k: int) -> bool:
        report = self.places[k][0]
        free = sum(self.places[other][0] == report for other in self.told) < self.room.each
        return k not in self.told and free and self._used + self.room.of(self._texts[k]) <= self.room.size

    def _add(self, k: int) -> None:
        self.told.add(k)
        self._used += self.room.of(self._texts[k])
        for other, words in enumerate(self._words):
            shared = words & self._words[k]
            if shared:
                share = self._weight(shared) / max(min(self._weights[k], self._weights[other]), 1e-9)
                self._said[other] = max(self._said[other], share)

    def _weight(self, words: Iterable[str]) -> float:
        # Sums of floats depend on their order, and that of a set on the hash seed.
        return math.fsum(self._rare.get(word, 0.0) for word in words)

    def _worth(self) -> list[float]:
        latest = len(self.reports) - 1
        of_report = [frozenset(word for text in report for word in significant(text)) for report in self.reports]
        reports_with = Counter(word for words in of_report for word in words)
        most = math.log(latest + 3)
        carried = {word: math.log(1 + number) / most if number > 1 else 0.0 for word, number in reports_with.items()}
        new, last = significant(self.new), of_report[-1] if of_report else frozenset()
        return [
            CARRIED * math.fsum(carried[word] for word in words) / max(len(words), 1) ** 0.7
            + NEAR_NEW * self._nearness(words, new)
            + NEAR_LAST * self._nearness(words, last)
            + TURNS * turning_points.turns(text)
            + LEADS * (j == 0)
            + FRESH * math.exp((i - latest) / FADES)
            for (i, j), text, words in zip(self.places, self._texts, self._words, strict=True)
        ]

    def _nearness(self, words: frozenset[str], others: frozenset[str]) -> float:
        """Return how near two sets of words are, from 0 to 1; the rare ones decide."""
        whole = self._weight(words) * self._weight(others)
        return self._weight(words & others) / math.sqrt(whole) if whole else 0.0
