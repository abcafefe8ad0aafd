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
"""Briefings looked at for each tag, the nearest in time; a tag that thousands carry says little about the rest."""


@dataclass(frozen=True)
class Relations:
    """The archive's briefings on one line through time, and on one for each tag. Withdrawn ones stand on none."""

    archive: Archive
    _line: tuple[Briefing, ...] = field(init=False, repr=False, compare=False)
    _place: Mapping[Slug, int] = field(init=False, repr=False, compare=False)
    _day: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _places_of: Mapping[TagId, list[int]] = field(init=False, repr=False, compare=False)
    _rarity: Mapping[TagId, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        shown = [b for b in self.archive.briefings if b.status is not Status.WITHDRAWN]
        line = tuple(sorted(shown, key=filed))
        places: dict[TagId, list[int]] = {}
        for place, briefing in enumerate(line):
            for tag in dict.fromkeys(briefing.tags):
                places.setdefault(tag, []).append(place)
        # Rounded down to powers of two, so that a newcomer changes no weight but at a doubling.
        rarity = {tag: len(line).bit_length() - len(at).bit_length() for tag, at in places.items()}
        object.__setattr__(self, "_line", line)
        object.__setattr__(self, "_place", {b.slug: place for place, b in enumerate(line)})
        object.__setattr__(self, "_day", tuple(filed(b).toordinal() for b in line))
        object.__setattr__(self, "_places_of", places)
        object.__setattr__(self, "_rarity", rarity)

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
        weights = {tag: self._rarity[tag] for tag in briefing.tags}
        near: set[int] = set()
        for tag in weights:
            near.update(self._nearest(self._places_of[tag], place))
        near.discard(place)
        day, days, line = self._day[place], self._day, self._line
        own = weights.keys()
        ranked = []
        for other in near:
            if line[other].slug not in without:
                shared = own & frozenset(line[other].tags)
                ranked.append((-sum([weights[tag] for tag in shared]), -len(shared), abs(days[other] - day), other))
        return tuple((line[rank[-1]], _shared(line[rank[-1]], weights)) for rank in sorted(ranked)[:limit])

    def _nearest(self, places: list[int], place: int) -> list[int]:
        """Return the places nearest to one, which is among them; as places, not days, so that no search is needed."""
        if len(places) <= NEAREST:
            return places
        at = bisect_left(places, place)
        window = places[max(0, at - NEAREST) : at + NEAREST + 1]
        day = self._day[place]
        return sorted(window, key=lambda other: (abs(self._day[other] - day), other))[: NEAREST + 1]

    def previous(self, briefing: Briefing) -> Briefing | None:
        """Return the briefing before this one in the archive."""
        place = self._place.get(briefing.slug)
        return self._line[place - 1] if place else None

    def next(self, briefing: Briefing) -> Briefing | None:
        """Return the briefing after this one in the archive."""
        place = self._place.get(briefing.slug)
        return self._line[place + 1] if place is not None and place + 1 < len(self._line) else None


def _shared(other: Briefing, weights: Mapping[TagId, int]) -> tuple[TagId, ...]:
    shared = [tag for tag in dict.fromkeys(other.tags) if tag in weights]
    return tuple(sorted(shared, key=lambda tag: (-weights[tag], tag)))


def related(archive: Archive, briefing: Briefing, *, limit: int = 5) -> tuple[Briefing, ...]:
    """Return the briefings closest to this one, nearest first; for one question. ``Relations`` answers many."""
    return tuple(other for other, _ in Relations(archive).related(briefing, limit=limit))
