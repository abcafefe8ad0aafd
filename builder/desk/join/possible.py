"""Which reports an item's date allows, and how much that alone says, in bits."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from builder.desk.join.holdings import Holdings
from builder.formats import edtf
from builder.model.edtf import Edtf, Precision

SAME_DAY, NO_DATE = "same day", "no date"
DAY_OFF = 1.0
"""Bits that a day off costs where the item speaks of the clock or of another place's time."""
DAY_AFTER = 3.0
"""Bits that it costs to be in the next day's paper, where the report does not say on which day things happened."""
INSIDE = 4.0
"""Bits that it costs a report to stand inside an interval instead of at its end."""
_ONE = dt.timedelta(1)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun|christmas)"
_CLOCK = re.compile(
    r"\b(?:midnight|dawn|(?:early|small) hours|overnight|(?:late|early) (?:in|on)"
    rf"|still {_DAYS}\w*|{_DAYS}\w* (?:night|morning|evening)|by the (?-i:[A-Z]\w+) calendar"
    r"|(?:local|universal|greenwich|standard|daylight|(?-i:[A-Z][\w.]+)) (?:summer )?time"
    r"|(?-i:GMT|UTC|UT|EST|EDT|PST|PDT|CET|CEST|MSK)"
    r"|Mitternacht|Ortszeit|Weltzeit|Morgengrauen|heure locale|minuit|hora local|medianoche)\b",
    re.IGNORECASE,
)
_TELLTALES = (
    *("midnight", "dawn", "hours", "overnight", "late ", "early ", "still ", "night", "morning", "evening", "calendar"),
    *(" time", "mitternacht", "ortszeit", "weltzeit", "morgengrauen", "heure", "minuit", "hora", "medianoche"),
)
_ZONES = ("UT", "GMT", "EST", "EDT", "PST", "PDT", "CET", "CEST", "MSK")
"""A word of these or of those is in whatever the pattern finds."""


class Fit(NamedTuple):
    """A report that a date allows."""

    at: int
    """Its place among the holdings."""
    prior: float
    """Bits for it by date alone: more in a quiet time, fewer the more reports fit."""
    when: str
    """In plain words."""


def speaks_of_the_clock(text: str) -> bool:
    """Tell whether an item gives an hour, a night or another place's time: elsewhere it may be another day."""
    # The pattern takes fifteen times as long as to see that none of its words is there.
    small = text.casefold()
    told = any(word in small for word in _TELLTALES) or any(zone in text for zone in _ZONES)
    return told and bool(_CLOCK.search(text))


def on_the_day(held: Holdings, date: Edtf, text: str, begin: int, end: int) -> list[Fit]:
    """Return the reports that fit an exact or doubtful day, of the places from ``begin`` to before ``end``."""
    day = date.first
    if day is None:
        return []
    same = _of(held, day, begin, end)
    beside = [at for one in (day - _ONE, day + _ONE) for at in _of(held, one, begin, end) if at not in same]
    if not same and not beside:
        return []
    quiet = held.quiet(day, end)
    if date.uncertain or date.approximate:
        all_of = same + beside
        return [Fit(at, quiet - DAY_OFF - _even(len(all_of)), "about that day") for at in all_of]
    fits = [Fit(at, quiet - _even(len(same)), SAME_DAY) for at in same]
    if beside and speaks_of_the_clock(text):
        fits += [Fit(at, quiet - DAY_OFF - _even(len(beside)), "a day off by the clock") for at in beside]
    elif beside and not same:
        after = [at for at in _of(held, day + _ONE, begin, end) if held.told[at] is None]
        fits += [Fit(at, quiet - DAY_AFTER - _even(len(after)), "reported the day after") for at in after]
    return fits


def _of(held: Holdings, day: dt.date, begin: int, end: int) -> list[int]:
    return [at for at in held.by_day.get(day, ()) if begin <= at < end]


def within(held: Holdings, date: Edtf | None, end: int) -> range:
    """Return the places whose reports a vague date allows; all that were held, where there is none."""
    return held.between(date.first, date.last, end) if date else range(end)


def by_range(held: Holdings, date: Edtf | None, places: Iterable[int], size: int) -> Iterator[Fit]:
    """Yield reports within a vague date: each is one of ``size``, and the last day of an interval weighs as all others.

    What lasts is dated by its end: talks, flights and visits are reported when they are over.
    """
    last = date.last if date and date.precision is Precision.INTERVAL else None
    when = f"within {edtf.label(date.text, short=True)}" if date else NO_DATE
    ends = len(held.between(last, last, len(held.line))) if last else 0
    for at in places:
        if last is None:
            prior = -_even(size)
        elif held.days[at] == last:
            prior = -_even(ends)
        else:
            prior = -INSIDE - _even(max(1, size - ends))
        yield Fit(at, prior, when)


def _even(among: int) -> float:
    """Return the bits it costs to be one of so many: by powers of two, so that a newcomer seldom changes them."""
    return math.floor(math.log2(among)) if among > 1 else 0.0
