"""Which report an item recalls: candidates by date, evidence by words, and no decision where two are nearly even."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from builder.desk.join import possible
from builder.desk.join.evidence import Account, Evidence, against_reports
from builder.desk.join.holdings import Holdings
from builder.desk.join.pieces import Piece, Reading, most, named_together, rarest, read, weighed
from builder.desk.join.possible import Fit
from builder.desk.join.retelling import without_beginning
from builder.model.edtf import Edtf, Precision
from builder.model.ids import TagId

ENOUGH = 2.0
"""Bits, date and words together: four to one."""
WORDS_TOO = 1.5
"""Bits that words must tell beside the date: the day alone ties whatever else happened on it."""
STRANGERS, DESPITE_STRANGERS = 2, 6.0
"""So many names of which a report knows nothing tell of another happening, unless so many bits speak for this one."""
CLEARLY, OF_ONE_DAY = 1.0, 2.0
"""Bits by which one report must lead another; else neither is taken. Two happenings of a day are often told
together."""
OF_THE_SAME_WORDS = 3.0
"""Bits by which one report must lead where another has all the words that it has; of a vague date, all the names."""
TOLD_AGAIN, FAR_AHEAD = 9.0, 4.0
"""Bits of words alone, all names among them, with which an item retells a report whatever day it gives, and by which
that report must lead every other."""
SURE = 12.0
"""Bits with which an item is tied so surely that no other report is looked for."""
CONTRADICTED = 14.0
"""Bits by which words may speak more for a report of another day than for one of the day named; beyond, the date is
wrong or the item is of neither."""
SHORT_LIST = 4
"""Reports kept with their evidence."""
FAR = 10.0
"""Bits behind the best from which a report is no rival."""
ALL_OF, LIKELY = 24, 12
"""So many reports are all looked at; of more, so many that share the weightiest words."""
_WORDS, _DEEPEST = 6, 256
_REMEMBERED = 8_000
"""Texts kept as they were taken apart, some 16 MB: what recalls an event recalls it often, and in the same words."""


class Names(Protocol):
    """What finds the taxonomy's names in a text; ``Tagger`` does."""

    def mentions(self, text: str) -> Iterable[tuple[TagId, tuple[str, ...]]]:
        """Yield each mention with the words it was made in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A report, with what speaks for it."""

    at: int
    when: str
    bits: float
    """Date and words together."""
    evidence: Evidence


@dataclass(frozen=True)
class Recall:
    """Answers for items one by one; what it holds only grows by accounts, which its user feeds in order of time."""

    held: Holdings
    names: Names
    accounts: dict[int, Account] = field(default_factory=dict)
    """By place: what items said that were tied to that report."""
    tags: list[frozenset[TagId]] = field(init=False)
    _read: dict[str, Reading] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tags", [frozenset(briefing.tags) for briefing in self.held.line])

    def pieces(self, text: str, end: int) -> tuple[Piece, ...]:
        """Return what an item says, weighed as of place ``end``."""
        reading = self._read.get(text)
        if reading is None:
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            own = without_beginning(text)
            reading = self._read[text] = read(own, self.names.mentions(own), self.held.known)
        return weighed(reading, self.held, end)

    def candidates(
        self, text: str, date: Edtf | None, said: Sequence[Piece], end: int, without: Collection[int] = ()
    ) -> list[Candidate]:
        """Return the reports that may be meant, of those before place ``end``, best first."""
        if date is not None and date.precision is Precision.DAY:
            fits: Iterable[Fit] = possible.on_the_day(self.held, date, text, 0, end)
        else:
            allowed = possible.within(self.held, date, end)
            fits = possible.by_range(self.held, date, self._likely(allowed, said, end), len(allowed))
        return self._ranked(fits, said, without)

    def later(self, text: str, day: Edtf, said: Sequence[Piece], places: range) -> list[Candidate]:
        """Return the reports of an exact day among the places that came after the item, best first."""
        fits = possible.on_the_day(self.held, day, text, places.start, places.stop)
        return self._ranked((fit for fit in fits if fit.when == possible.SAME_DAY), said, ())

    def contradiction(self, best: Candidate, said: Sequence[Piece], end: int) -> Candidate | None:
        """Return the report of another day that an exactly dated item reads like far more than like the one found."""
        if best.bits >= SURE or most(said) - best.evidence.bits < CONTRADICTED:
            return None
        fits = possible.by_range(self.held, None, self._likely(range(end), said, end), end)
        others = self._ranked(fits, said, (best.at,))
        rival = max(others, key=lambda one: one.evidence.bits, default=None)
        return rival if rival and rival.evidence.bits - best.evidence.bits >= CONTRADICTED else None

    def elsewhere(self, said: Sequence[Piece], end: int, without: Collection[int]) -> int | None:
        """Return the place of the report that an item retells so surely that its day must be wrong, if there is one."""
        if most(said) < TOLD_AGAIN or not named_together(said, end):
            return None
        found = self._ranked(
            possible.by_range(self.held, None, self._likely(range(end), said, end), end), said, without
        )
        if not found or found[0].evidence.bits < TOLD_AGAIN or found[0].evidence.missing:
            return None
        ahead = found[0].evidence.bits - found[1].evidence.bits if len(found) > 1 else CONTRADICTED
        return found[0].at if ahead >= FAR_AHEAD else None

    def _ranked(self, fits: Iterable[Fit], said: Sequence[Piece], without: Collection[int]) -> list[Candidate]:
        """Return the few best, with what speaks for them."""
        allowed = [fit for fit in fits if fit.at not in without]
        balance = against_reports(said, [fit.at for fit in allowed], self.tags, self.accounts)
        ranked = sorted([(-fit.prior - balance.bits[fit.at], fit.at, fit.when) for fit in allowed])
        return [
            Candidate(at=at, when=when, bits=-bits, evidence=balance.evidence(at))
            for bits, at, when in ranked[:SHORT_LIST]
            if bits - ranked[0][0] < FAR
        ]

    def _likely(self, allowed: range, said: Sequence[Piece], end: int) -> Sequence[int]:
        """Return the places worth looking at: all of a few; of many, those that say its weightiest words."""
        if len(allowed) <= ALL_OF:
            return allowed
        having: list[npt.NDArray[np.integer]] = [np.empty(0, np.uint32)]
        weights = [0.0]
        for bits, places, factor in rarest(said, self.held, end, _WORDS):
            low = bisect_left(places, allowed.start * factor)
            high = bisect_left(places, allowed.stop * factor)
            late = np.frombuffer(places[max(low, high - _DEEPEST) : high], np.uint32)
            having.append(late if factor == 1 else late >> 1)
            weights.append(bits)
        at = np.concatenate(having) - allowed.start
        found = np.flatnonzero(np.bincount(at))
        scores = np.bincount(at, np.repeat(weights, [len(one) for one in having]))[found]
        if len(found) > LIKELY:
            best = scores >= np.partition(scores, -LIKELY)[-LIKELY]
            found, scores = found[best], scores[best]
        return [allowed.start + at for at in found[np.lexsort((found, -scores))[:LIKELY]].tolist()]


def chosen(found: Sequence[Candidate], event_of: Mapping[int, int]) -> Candidate | None:
    """Return the one that is meant, if any: enough evidence, and clearly more than for any other event.

    ``event_of`` tells by place which reports are of one event; where it tells nothing they are of two.
    """
    if not found or falls_short(found[0]):
        return None
    best = found[0]
    own = event_of.get(best.at)
    other = next((one for one in found[1:] if own is None or event_of.get(one.at) != own), None)
    if other is None:
        return best
    ahead = best.bits - other.bits
    if best.when == possible.SAME_DAY:
        return best if ahead >= OF_ONE_DAY else None
    # Both have the same of what the item says, but for plain words perhaps: then only the place of the words differs.
    alone = set(best.evidence.shared) - set(other.evidence.shared)
    if best.when != possible.NO_DATE:
        alone = {word for word in alone if not word.islower()}
    return best if ahead >= (CLEARLY if alone else OF_THE_SAME_WORDS) else None


def falls_short(one: Candidate) -> bool:
    """Tell whether too little speaks for a report, whatever else there is."""
    enough = ENOUGH if len(one.evidence.missing) < STRANGERS else DESPITE_STRANGERS
    return one.bits < enough or one.evidence.told < WORDS_TOO
