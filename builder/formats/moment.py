"""ISO 8601 moments as front matter has them: a day, or a date-time with its offset."""

from __future__ import annotations

import datetime as dt
import re

from builder.errors import MalformedDate
from builder.model.moment import Moment

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})")
_WHAT = "write a day (2025-02-21) or a time with its offset (2025-02-21T08:09:00+02:00)"


def loads(text: str) -> Moment:
    """Return the moment; raises ``MalformedDate`` for anything else, a time without an offset included."""
    text = text.strip()
    try:
        if _DAY.fullmatch(text):
            return Moment(day=dt.date.fromisoformat(text))
        if _TIME.fullmatch(text):
            return Moment.at(dt.datetime.fromisoformat(text))
    except ValueError as fault:
        raise MalformedDate(text, str(fault)) from fault
    raise MalformedDate(text, _WHAT)


def dumps(moment: Moment) -> str:
    """Return ISO 8601 text; seconds are always written."""
    return moment.isoformat()
