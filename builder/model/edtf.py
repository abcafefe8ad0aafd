"""A date of an event as precisely as it is known, and no more precisely."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass


class Precision(enum.StrEnum):
    """How finely an EDTF date speaks."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edtf:
    """A date in the Extended Date/Time Format (Library of Congress, levels 0 and 1).

    Not a moment: it has no time of day. Two values are equal when they are written alike.
    """

    text: str
    """As written, for example ``1962-06-08``, ``1962-06?``, ``1961-06-03/1961-06-04``."""
    precision: Precision
    first: dt.date | None = None
    """The first day it may mean; ``None`` where an interval has no known beginning."""
    last: dt.date | None = None
    """The last day it may mean, that day included; ``None`` where an interval is open."""
    uncertain: bool = False
    approximate: bool = False

    @property
    def day(self) -> dt.date | None:
        """The single day it names for certain, if it does."""
        exact = self.precision is Precision.DAY and not self.uncertain and not self.approximate
        return self.first if exact else None

    @property
    def vagueness(self) -> tuple[int, bool, bool]:
        """How little it says: less for a finer date, and for a surer one."""
        return _FINEST.index(self.precision), self.uncertain, self.approximate

    def may_be(self, day: dt.date) -> bool:
        """Tell whether the event may have happened on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


_FINEST = (
    Precision.DAY,
    Precision.INTERVAL,
    Precision.MONTH,
    Precision.SEASON,
    Precision.YEAR,
    Precision.DECADE,
    Precision.CENTURY,
)
