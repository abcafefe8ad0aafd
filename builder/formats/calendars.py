"""Years and days of the other calendars that newspapers print, in the Gregorian one."""

from __future__ import annotations

import datetime as dt

_CYCLE, _LEAPS = 33, (1, 5, 9, 13, 17, 22, 26, 30)
"""Leap years of the Persian calendar: these of every 33, which holds from 1799 to 2256 (K. M. Borkowski, 1996)."""
_NEW_YEAR_1400 = dt.date(2021, 3, 21)
_LONG_MONTHS, _LONG, _SHORT = 6, 31, 30


def buddhist(year: int) -> int:
    """Return a year of the Thai calendar."""
    return year - 543


def minguo(year: int) -> int:
    """Return a year of the Republic of China."""
    return year + 1911


def reiwa(year: int) -> int:
    """Return a year of the Japanese era that began in 2019."""
    return year + 2018


def from_jalali(year: int, month: int, day: int) -> tuple[int, int, int]:
    """Return a day of the Persian calendar as year, month and day."""
    long = min(month - 1, _LONG_MONTHS)
    days = long * _LONG + (month - 1 - long) * _SHORT + day - 1
    since = 365 * (year - 1400) + _leaps_before(year) - _leaps_before(1400)
    date = _NEW_YEAR_1400 + dt.timedelta(days=since + days)
    return date.year, date.month, date.day


def _leaps_before(year: int) -> int:
    cycles, rest = divmod(year - 1, _CYCLE)
    return cycles * len(_LEAPS) + sum(leap <= rest for leap in _LEAPS)
