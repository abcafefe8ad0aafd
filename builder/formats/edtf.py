"""EDTF, levels 0 and 1 (https://www.loc.gov/standards/datetime/), for years 0001 to 9999.

The package ``edtf`` reads all of EDTF through a grammar, at four milliseconds a date; an archive of 10,000 briefings
has 50,000 of them. Tests hold the two together. Left out: years beyond 9999 (``Y…``) and before 1, which no
newsroom dates, and times of day, which an event has no need of.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from babel.dates import format_date

from builder.errors import MalformedDate
from builder.formats.locales import locale_of
from builder.languages.catalogue import marked, words_of
from builder.model.edtf import Edtf, Precision

_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<mark>[?~%]?)")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""Level 1 names seasons without a hemisphere; we take the northern, beginning in these months."""
_WHAT = "write 1962, 1962-06, 1962-06-08, an interval 1961-06-03/1961-06-04, or one with ? or ~"


@lru_cache(maxsize=65536)
def loads(text: str) -> Edtf:
    """Return the date that EDTF text names.

    Raises ``MalformedDate`` for text that is no EDTF of levels 0 and 1, or an interval that ends before it begins.
    """
    text = text.strip()
    if "/" not in text:
        return _date(text)
    left, _, right = text.partition("/")
    if "X" in text:
        raise MalformedDate(text, "a date with X cannot be part of an interval")
    start, end = (_date(part) if part not in ("", "..") else None for part in (left, right))
    if start is None and end is None:
        raise MalformedDate(text, "an interval needs a beginning or an end")
    if start and end and start.first and end.last and end.last < start.first:
        raise MalformedDate(text, "the interval ends before it begins")
    return Edtf(
        text=text,
        precision=Precision.INTERVAL,
        first=start.first if start else None,
        last=end.last if end else None,
        uncertain=any(part.uncertain for part in (start, end) if part),
        approximate=any(part.approximate for part in (start, end) if part),
    )


def dumps(date: Edtf) -> str:
    """Return the EDTF text of a date."""
    return date.text


def of_day(day: dt.date) -> Edtf:
    """Return a single day as EDTF."""
    return loads(day.isoformat())


def _date(text: str) -> Edtf:
    found = _DATE.fullmatch(text)
    if not found:
        raise MalformedDate(text, _WHAT)
    year, month, day = found["year"], found["month"], found["day"]
    mark = found["mark"]
    precision, first, last = _bounds(text, year, month, day)
    return Edtf(
        text=text,
        precision=precision,
        first=first,
        last=last,
        uncertain=mark in ("?", "%"),
        approximate=mark in ("~", "%"),
    )


def _bounds(text: str, year: str, month: str | None, day: str | None) -> tuple[Precision, dt.date, dt.date]:
    known = year.rstrip("X")
    if "X" in known or len(known) < 2 or int(year.replace("X", "9")) < 1:  # noqa: PLR2004 - level 1 leaves at most two digits open
        raise MalformedDate(text, _WHAT)
    low, high = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if month is None:
        sizes = {4: Precision.YEAR, 3: Precision.DECADE, 2: Precision.CENTURY}
        return sizes[len(known)], dt.date(low, 1, 1), dt.date(high, 12, 31)
    if "X" not in year and month == "XX" and day in (None, "XX"):
        return Precision.YEAR, dt.date(low, 1, 1), dt.date(high, 12, 31)
    if "X" in year or "X" in month:
        raise MalformedDate(text, _WHAT)
    return _within_year(text, low, int(month), day)


def _within_year(text: str, year: int, month: int, day: str | None) -> tuple[Precision, dt.date, dt.date]:
    if month in _SEASONS and day is None:
        begin = dt.date(year, _SEASONS[month], 1)
        if (year, month) == (dt.MAXYEAR, 24):
            return Precision.SEASON, begin, dt.date.max
        end_year, end_month = divmod(year * 12 + _SEASONS[month] + 1, 12)
        return (
            Precision.SEASON,
            begin,
            dt.date(end_year, end_month + 1, calendar.monthrange(end_year, end_month + 1)[1]),
        )
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        raise MalformedDate(text, "there is no such month")
    last_day = calendar.monthrange(year, month)[1]
    if day in (None, "XX"):
        return Precision.MONTH, dt.date(year, month, 1), dt.date(year, month, last_day)
    if "X" in str(day):
        raise MalformedDate(text, _WHAT)
    if not 1 <= int(str(day)) <= last_day:
        raise MalformedDate(text, "there is no such day")
    exact = dt.date(year, month, int(str(day)))
    return Precision.DAY, exact, exact


_SEASON_OF = {
    "21": marked("Spring {year}"),
    "22": marked("Summer {year}"),
    "23": marked("Autumn {year}"),
    "24": marked("Winter {year}"),
}


@lru_cache(maxsize=65536)
def label(text: str, locale: str = "en", *, short: bool = False) -> str:
    """Return a date as a reader says it: "8 June 1962", "June 1962?", "3–4 June 1961", "about 1962".

    ``short`` abbreviates months. Takes EDTF text; raises ``MalformedDate``.
    """
    date = loads(text)
    text = date.text
    if date.precision is not Precision.INTERVAL:
        return _say(text.rstrip("?~%"), date, locale, short=short)
    say = words_of(locale)
    left, _, right = text.partition("/")
    if left in ("", ".."):
        return say("until {date}", date=label(right, locale, short=short))
    if right in ("", ".."):
        return say("from {date}", date=label(left, locale, short=short))
    start, end = loads(left), loads(right)
    if start.day and end.day and (start.day.year, start.day.month) == (end.day.year, end.day.month):
        return (
            f"{start.day.day}–{label(right, locale, short=short)}" if _day_first(locale) else _both(text, locale, short)
        )
    if start.day and end.day and start.day.year == end.day.year and _day_first(locale):
        return f"{_pattern(start.day, 'd MMM' if short else 'd MMMM', locale)} – {label(right, locale, short=short)}"
    return _both(text, locale, short)


def _both(text: str, locale: str, short: bool) -> str:  # noqa: FBT001 - passed on as it came
    left, _, right = text.partition("/")
    return f"{label(left, locale, short=short)} – {label(right, locale, short=short)}"


def _say(text: str, date: Edtf, locale: str, *, short: bool) -> str:
    say, first = words_of(locale), date.first or dt.date.min
    match date.precision:
        case Precision.DAY:
            said = (
                _pattern(first, "d MMM y" if short else "d MMMM y", locale)
                if _day_first(locale)
                else _long(first, locale, short=short)
            )
        case Precision.MONTH:
            said = _pattern(first, "LLL y" if short else "LLLL y", locale)
        case Precision.SEASON:
            said = say(_SEASON_OF[text[-2:]], year=text[:4])
        case Precision.DECADE:
            said = say("{decade}s", decade=f"{text[:3]}0")
        case Precision.CENTURY:
            said = say("{century}s", century=f"{text[:2]}00")
        case _:
            said = text[:4].lstrip("0")
    said = say("about {date}", date=said) if date.approximate else said
    return f"{said}?" if date.uncertain else said


def _day_first(locale: str) -> bool:
    """Tell whether we word the date ourselves: English, which is written the British way here; CLDR words the rest."""
    return locale.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0] == "en"


def _pattern(day: dt.date, pattern: str, locale: str) -> str:
    return format_date(day, pattern, locale=locale_of(locale))


def _long(day: dt.date, locale: str, *, short: bool) -> str:
    return format_date(day, "medium" if short else "long", locale=locale_of(locale))
