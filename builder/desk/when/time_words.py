"""Words that point from the day of publication to another: a table for each language.

The tables themselves stand in the files beside this one, a file for each family of languages.

``{count}`` stands for a number, ``{unit}`` for a unit of time in any form, ``{one}`` for a unit that means one of it by
itself ("тиждень тому"), ``{two}`` for a dual. A language that is not here is left to dateparser.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field


class Unit(enum.StrEnum):
    """A stretch of the calendar."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """How one language points to days. Lists are as ``formats.word_lists`` reads them."""

    days: Mapping[int, str]
    """Days from that of publication, yesterday being -1."""
    units: Mapping[Unit, str]
    ago: str
    """Templates of a distance back."""
    ahead: str = ""
    """Templates of a distance forward; most of them also measure how long something took."""
    past: str = ""
    """Templates of a stretch that ends with publication."""
    one: Mapping[Unit, str] = field(default_factory=dict)
    two: Mapping[Unit, str] = field(default_factory=dict)
    plural: str = ""
    """Units that ``last``, ``this`` and ``next`` do not mark: "the last years" are not last year."""
    units_ago: Mapping[tuple[Unit, int], str] = field(default_factory=dict)
    """Phrases that name a whole unit by themselves: "торік" is one year back."""
    last: str = ""
    this: str = ""
    next: str = ""
    follows: bool = False
    """Whether those three may also stand behind what they mark: "mardi dernier"."""
    earlier: str = ""
    """Templates of the part of this unit that is over: "earlier this {unit}"."""
    weekdays: tuple[str, ...] = ()
    """Monday first; empty where the names of CLDR do."""
    on: str = ""
    """Words one of which must stand before a weekday; empty where it stands alone."""
    weekday_ends: str = ""
    """What is glued to a weekday: "Montagabend"."""
    lower: bool = True
    """Whether the language writes weekdays small, so that one with a capital inside a sentence is a name."""
    every: str = ""
    """Words before a weekday that make it a habit."""
    noun_after: str = ""
    """Words behind which a word for a day is a noun: "de la mañana"."""
    weekend: str = ""
    early: str = ""
    mid: str = ""
    late: str = ""
    of_that_week: bool = False
    """Whether "last Tuesday" is the Tuesday of last week, rather than the latest one."""
