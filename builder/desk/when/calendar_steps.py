"""Steps from a day to another, written in EDTF no more finely than they are said."""

from __future__ import annotations

import calendar
import datetime as dt

from builder.desk.when.time_words import Unit

WEEK = 7
MONTHS = 12
SATURDAY = 5
HOURS = 24
SAME_DAY = 8
"""Hours back that a report of the same day counts; more may reach into the day before."""
_PARTS = {1: (1, 10), 2: (11, 20), 3: (21, 31)}
"""First and last day of what is called the beginning, middle and end of a month (as 上旬, 中旬, 下旬 are defined)."""
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


def day(today: dt.date, days: int) -> str:
    """Return the day so many days off."""
    return (today + dt.timedelta(days=days)).isoformat()


def monday(today: dt.date) -> dt.date:
    """Return the first day of a day's week, as ISO 8601 counts weeks."""
    return today - dt.timedelta(days=today.weekday())


def nearest(today: dt.date, weekday: int, *, future: bool) -> dt.date:
    """Return the latest such weekday, today included; the coming one where the future is spoken of."""
    ahead = (weekday - today.weekday()) % WEEK
    return today + dt.timedelta(days=ahead if future or ahead == 0 else ahead - WEEK)


def weekday(today: dt.date, weekday: int, direction: int) -> dt.date:
    """Return the nearest such weekday before (-1) or after (1) today, which does not count."""
    ahead = (weekday - today.weekday()) % WEEK or WEEK
    return today + dt.timedelta(days=ahead if direction > 0 else ahead - WEEK if ahead < WEEK else -WEEK)


def whole(today: dt.date, unit: Unit, shift: int, *, future: bool) -> str:
    """Return a whole week, month or year so many of them off; of this week only the part that is over, or to come."""
    match unit:
        case Unit.YEAR:
            return f"{today.year + shift:04d}"
        case Unit.MONTH:
            return _month(today, shift)
        case Unit.WEEK:
            first = monday(today) + dt.timedelta(weeks=shift)
            last = first + dt.timedelta(days=WEEK - 1)
            if shift == 0:
                first, last = (today, last) if future else (first, today)
            return _interval(first, last)
    return day(today, shift)


def distance(today: dt.date, unit: Unit, count: int, *, vague: bool) -> str:
    """Return the time so many units off; ``count`` is negative for the past.

    One week, month or year is about that very day; several months or years are no more than about that month or year.
    """
    match unit:
        case Unit.HOUR:
            off = dt.timedelta(days=-(-abs(count) // HOURS) if abs(count) > SAME_DAY else 0)
            return _interval(*((today - off, today) if count < 0 else (today, today + off)))
        case Unit.DAY:
            return day(today, count) + ("~" if vague else "")
        case Unit.WEEK:
            return day(today, WEEK * count) + "~"
        case Unit.DECADE:
            return f"{today.year + 10 * count:04d}~"
    months = count * (MONTHS if unit is Unit.YEAR else 1)
    if abs(count) == 1:
        return _same_day(today, months).isoformat() + "~"
    return f"{today.year + count:04d}~" if unit is Unit.YEAR else _month(today, months) + "~"


def stretch(today: dt.date, unit: Unit, count: int, *, vague: bool) -> str:
    """Return the interval of so many units that ends today."""
    match unit:
        case Unit.HOUR:
            return _interval(today - dt.timedelta(days=-(-count // HOURS)), today)
        case Unit.DAY | Unit.WEEK:
            begin = day(today, -count * (WEEK if unit is Unit.WEEK else 1))
            return f"{begin}{'~' if vague else ''}/{today.isoformat()}"
        case Unit.MONTH:
            return f"{_month(today, -count)}~/{_month(today, 0)}"
    years = count * (10 if unit is Unit.DECADE else 1)
    return (
        f"{_month(today, -years * MONTHS)}~/{_month(today, 0)}"
        if count == 1
        else f"{today.year - years:04d}~/{today.year:04d}"
    )


def so_far(today: dt.date, unit: Unit) -> str:
    """Return the part of this week, month or year that is over."""
    match unit:
        case Unit.WEEK:
            return _interval(monday(today), today)
        case Unit.MONTH:
            return _interval(today.replace(day=1), today)
    return _interval(today.replace(month=1, day=1), today)


def month(today: dt.date, month: int, direction: int) -> str:
    """Return the latest such month that is over (-1), the one of this year (0), or the next to come (1)."""
    later = month > today.month
    match direction:
        case -1:
            year = today.year - (month >= today.month)
        case 0:
            year = today.year
        case _:
            year = today.year + (not later)
    return f"{year:04d}-{month:02d}"


def season(today: dt.date, season: int, direction: int) -> str:
    """Return the latest season that is over (-1), the one of this year (0), or the next to begin (1).

    EDTF has no hemisphere; the year of a winter is that of its December, the northern way.
    """
    year = today.year
    if direction < 0:
        while _season_end(year, season) >= today:
            year -= 1
    elif direction > 0:
        while dt.date(year, _SEASON_MONTHS[season], 1) <= today:
            year += 1
    elif season == 24 and today.month < 3:  # noqa: PLR2004 - EDTF's number of winter, which ends in February
        year -= 1
    return f"{year:04d}-{season}"


def part_of_month(year: int, month: int, part: int) -> str:
    """Return the beginning (1), middle (2) or end (3) of a month as an interval of days."""
    first, last = _PARTS[part]
    return _interval(dt.date(year, month, first), dt.date(year, month, min(last, _last(year, month))))


def part_of_year(year: int, part: int) -> str:
    """Return the beginning (1), middle (2) or end (3) of a year: four months each."""
    return f"{year:04d}-{4 * part - 3:02d}/{year:04d}-{4 * part:02d}"


def day_of_month(today: dt.date, day: int, *, future: bool) -> dt.date:
    """Return the latest such day of a month, today included; the coming one where the future is spoken of.

    Raises ``ValueError`` where that month has no such day.
    """
    shift = (1 if day < today.day else 0) if future else (-1 if day > today.day else 0)
    year, month = divmod(today.year * MONTHS + today.month - 1 + shift, MONTHS)
    return dt.date(year, month + 1, day)


def weekend(today: dt.date, *, future: bool) -> str:
    """Return the latest weekend, today included where it is one; the coming one where the future is spoken of."""
    saturday = monday(today) + dt.timedelta(days=SATURDAY)
    if today < saturday and not future:
        saturday -= dt.timedelta(weeks=1)
    return _interval(saturday, saturday + dt.timedelta(days=1))


def _interval(first: dt.date, last: dt.date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _month(today: dt.date, shift: int) -> str:
    year, month = divmod(today.year * MONTHS + today.month - 1 + shift, MONTHS)
    return f"{year:04d}-{month + 1:02d}"


def _same_day(today: dt.date, months: int) -> dt.date:
    year, month = divmod(today.year * MONTHS + today.month - 1 + months, MONTHS)
    return dt.date(year, month + 1, min(today.day, _last(year, month + 1)))


def _last(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _season_end(year: int, season: int) -> dt.date:
    begin = _SEASON_MONTHS[season]
    end = dt.date(year + (begin == MONTHS), begin % MONTHS + 2 if begin == MONTHS else begin + 2, 1)
    return end.replace(day=_last(end.year, end.month))
