"""Events in the making: groups of reports and items that grow in order of time, and may turn out to be one."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from builder.desk.join.evidence import Account
from builder.model.briefing import BackgroundItem, Briefing
from builder.model.edtf import Edtf, Precision
from builder.model.event import ItemPath
from builder.model.ids import EventId

WIDEST = 31
"""Days of a vague date in which items of single days are looked for."""


@dataclass(frozen=True, slots=True)
class Said:
    """A background item and whose it is."""

    briefing: Briefing
    path: ItemPath
    item: BackgroundItem
    text: str
    """Plain."""

    @property
    def id(self) -> EventId:
        """Return ``1962-02-20-1f3a9c``: the item's date, the first of an interval, and digits of whose words it is in.

        That is the event's id if this is its earliest item and nobody has reported it.
        """
        date = self.item.date.text.strip("/.").split("/")[0].rstrip("?~%") if self.item.date else "undated"
        digest = hashlib.sha256(f"{self.briefing.slug}\n{self.text}".encode()).hexdigest()
        return EventId(f"{date}-{digest[:6]}")


@dataclass(slots=True)
class Cluster:
    """One event in the making."""

    reports: list[int] = field(default_factory=list)
    """Places of the briefings that report it."""
    items: list[Said] = field(default_factory=list)
    """In the order in which they joined."""
    account: Account = field(default_factory=Account)


@dataclass
class Clusters:
    """All of them, by number; numbers of those that became one lead to the same."""

    all: list[Cluster] = field(default_factory=list)
    _became: list[int] = field(default_factory=list)
    _on: dict[dt.date, list[int]] = field(default_factory=dict)
    """Without a report, by the single day of an item, or by the days between which it lasted."""
    _as: dict[str, list[int]] = field(default_factory=dict)
    """Without a report, by the vague date of an item, as written."""

    def new(self) -> int:
        """Return the number of a new, empty one."""
        self.all.append(Cluster())
        self._became.append(len(self._became))
        return len(self.all) - 1

    def root(self, number: int) -> int:
        """Return the number under which one stands now."""
        while self._became[number] != number:
            number = self._became[number]
        return number

    def get(self, number: int) -> Cluster:
        """Return one by any number it ever had."""
        return self.all[self.root(number)]

    def merge(self, one: int, other: int) -> int:
        """Make two into one, and return its number: the smaller."""
        one, other = sorted((self.root(one), self.root(other)))
        if one != other:
            kept, gone = self.all[one], self.all[other]
            kept.reports = sorted({*kept.reports, *gone.reports})
            kept.items += gone.items
            kept.account.add(gone.account)
            self.all[other] = Cluster()
            self._became[other] = one
        return one

    def wait(self, number: int, date: Edtf | None) -> None:
        """Let one be found by others that tell of the same date, or of the day on which what lasted began or ended."""
        for shelf in self._shelves_of(date) if date else ():
            if number not in shelf:
                shelf.append(number)

    def _shelves_of(self, date: Edtf) -> Iterator[list[int]]:
        if _single(date) and date.first:
            yield self._on.setdefault(date.first, [])
            return
        yield self._as.setdefault(date.text, [])
        if date.precision is Precision.INTERVAL and _is_short(date):
            yield from (self._on.setdefault(day, []) for day in (date.first, date.last) if day)

    def waiting(self, date: Edtf, around: Iterable[dt.date] = ()) -> Iterator[int]:
        """Yield those without a report that a date allows: of its day (or those around), its words, its days."""
        seen: set[int] = set()
        for shelf in self._shelves(date, around):
            for number in shelf:
                root = self.root(number)
                if root not in seen and not self.all[root].reports:
                    seen.add(root)
                    yield root

    def _shelves(self, date: Edtf, around: Iterable[dt.date]) -> Iterator[list[int]]:
        if _single(date) and date.first:
            for day in (date.first, *around):
                yield self._on.get(day, [])
            return
        yield self._as.get(date.text, [])
        if date.first and date.last and _is_short(date):
            for n in range((date.last - date.first).days + 1):
                yield self._on.get(date.first + dt.timedelta(n), [])


def _single(date: Edtf) -> bool:
    return date.precision is Precision.DAY


def _is_short(date: Edtf) -> bool:
    return bool(date.first and date.last and (date.last - date.first).days < WIDEST)
