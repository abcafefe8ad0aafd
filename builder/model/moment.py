"""When an outlet published: a day, and the time of day where it is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day of publication in the outlet's zone, with its time only where the outlet gave one."""

    day: dt.date
    time: dt.datetime | None = None
    """Aware, on that same day. ``None`` where only the day is known: then none is invented."""

    @classmethod
    def at(cls, time: dt.datetime) -> Moment:
        """Return the moment of an aware date-time, its clock as it was and its offset in whole minutes.

        ISO 8601 has no seconds in an offset, which clocks before standard time had (Amsterdam, until 1937: +00:19:32).
        The fixed offset also makes it comparable: a time with a zone, in the hour that autumn repeats, equals no other.
        """
        offset = dt.timedelta(minutes=round((time.utcoffset() or dt.timedelta()) / dt.timedelta(minutes=1)))
        return cls(day=time.date(), time=time.replace(tzinfo=dt.timezone(offset), fold=0))

    @property
    def order(self) -> dt.datetime:
        """A key to sort by: a day without a time stands at its beginning, in UTC."""
        return self.time or dt.datetime.combine(self.day, dt.time(), dt.UTC)

    def isoformat(self) -> str:
        """Return ISO 8601: a date-time with offset, or a day."""
        return self.time.isoformat() if self.time else self.day.isoformat()
