"""Which briefings stand near one another: by rare subjects, and by date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from builder.model.address import filed
from builder.model.archive import Archive
from builder.model.briefing import Briefing, Status
from builder.model.ids import Slug, TagId

NEAREST = 24
"""Briefings looked at for each tag, half of them before and half after, where there are as many; a tag that thousands
carry says little about the rest."""

SHORT_LIST = 4
"""Times the limit: how many are looked at closely."""

_COUNT = 64
"""A weight is held as bits × 64 + 1, so that one sum tells both how rare the shared tags are and how many."""


@dataclass(frozen=True)
class Relations:
    """The archive's briefings on one line through time, and on one for each tag. Withdrawn ones stand on none."""

    archive: Archive
    _line: tuple[Briefing, ...] = field(init=False, repr=False, compare=False)
    _place: Mapping[Slug, int] = field(init=False, repr=False, compare=False)
    _day: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _places_of: Mapping[TagId, list[int]] = field(init=False, repr=False, compare=False)
    _weight: Mapping[TagId, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        shown = [b for b in self.archive.briefings if b.status is not Status.WITHDRAWN]
        line = tuple(sorted(shown, key=filed))
        places: dict[TagId, list[int]] = {}
        for place, briefing in enumerate(line):
            for tag in dict.fromkeys(briefing.tags):
                places.setdefault(tag, []).append(place)
        # Rounded down to powers of two, so that a newcomer changes no weight but at a doubling.
        n = len(line).bit_length()
        weight = {tag: (n - len(at).bit_length()) * _COUNT + 1 for tag, at in places.items()}
        object.__setattr__(self, "_line", line)
        object.__setattr__(self, "_place", {b.slug: place for place, b in enumerate(line)})
        object.__setattr__(self, "_day", tuple(filed(b).toordinal() for b in line))
        object.__setattr__(self, "_places_of", places)
        object.__setattr__(self, "_weight", weight)

    def related(
        self, briefing: Briefing, *, limit: int = 5, without: Collection[Slug] = ()
    ) -> tuple[tuple[Briefing, tuple[TagId, ...]], ...]:
        """Return the briefings closest to this one with the tags they share, rarest first.

        A rare tag says more than a common one, so a shared tag counts for the logarithm of how few briefings carry it.
        Among equals those that share more tags come first, then the nearest in time, then the earlier, then archive
        order, so the page comes out the same on every build.
        """
        place = self._place.get(briefing.slug)
        if place is None:
            return ()
        weights = {tag: self._weight[tag] for tag in briefing.tags}
        scores: dict[int, int] = {}
        for tag, weight in weights.items():
            for other in _nearest(self._places_of[tag], place):
                scores[other] = scores.get(other, 0) + weight
        excluded = {place, *(self._place[slug] for slug in without if slug in self._place)}
        best = self._ranked(scores, place, excluded, SHORT_LIST * limit)
        # So far a common tag counted only for the briefings nearest to this one; among the best it counts for all.
        whole = {other: sum([weights[tag] for tag in self._line[other].tags if tag in weights]) for other in best}
        found = (self._line[other] for other in self._ranked(whole, place, (), limit))
        return tuple((other, _shared(other, weights)) for other in found)

    def _ranked(self, scores: Mapping[int, int], place: int, excluded: Collection[int], limit: int) -> list[int]:
        """Return the places with the highest scores, nearest in time first among equals."""
        left = [(score, other) for other, score in scores.items() if other not in excluded]
        if len(left) > limit > 0:
            least = sorted([score for score, _ in left])[-limit]
            left = [pair for pair in left if pair[0] >= least]
        day, days = self._day[place], self._day
        ranked = sorted([(-score, abs(days[other] - day), other) for score, other in left])
        return [other for *_, other in ranked[:limit]]

    def previous(self, briefing: Briefing) -> Briefing | None:
        """Return the briefing before this one in the archive."""
        place = self._place.get(briefing.slug)
        return self._line[place - 1] if place else None

    def next(self, briefing: Briefing) -> Briefing | None:
        """Return the briefing after this one in the archive."""
        place = self._place.get(briefing.slug)
        return self._line[place + 1] if place is not None and place + 1 < len(self._line) else None


def _nearest(places: list[int], place: int) -> list[int]:
    """Return the places of a tag around one of them, which is among them."""
    if len(places) <= NEAREST:
        return places
    first = min(max(0, bisect_left(places, place) - NEAREST // 2), len(places) - NEAREST - 1)
    return places[first : first + NEAREST + 1]


def _shared(other: Briefing, weights: Mapping[TagId, int]) -> tuple[TagId, ...]:
    shared = [tag for tag in dict.fromkeys(other.tags) if tag in weights]
    return tuple(sorted(shared, key=lambda tag: (-weights[tag], tag)))


def related(archive: Archive, briefing: Briefing, *, limit: int = 5) -> tuple[Briefing, ...]:
    """Return the briefings closest to this one, nearest first; for one question. ``Relations`` answers many."""
    return tuple(other for other, _ in Relations(archive).related(briefing, limit=limit))
