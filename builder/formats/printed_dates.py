"""Full dates as outlets print them beside a byline, in any language that CLDR knows: "3. května 2024", "2024年5月3日".

Prose says more than that ("the spring of 1961"), and ``spoken_dates`` reads it. Here a line is short, most lines have
no date, and each is asked: so a line is looked at for its shape first, and for the names of months only where one fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from builder.formats.calendars import buddhist, from_jalali, minguo, reiwa
from builder.formats.digits import with_plain_digits
from builder.formats.month_names import MONTHS, month_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A date and where it stands in its line."""

    start: int
    end: int
    year: int | None
    """Gregorian; ``None`` where the line leaves it unsaid."""
    month: int
    day: int
    either_way: bool = False
    """Whether day and month may be the other way round ("03/04/2025" in English)."""


DAYS = 31
CENTURY = 2000
"""Of a year of two digits."""
BUDDHIST = range(2400, 2700)
"""Years of the Thai calendar that fall into the lifetime of newspapers."""
JALALI = range(1250, 1500)
"""Years of the Persian calendar of which the same is true."""
GREGORIAN = range(1500, 2200)

_BEFORE = r"(?:(?<![\d.,:/-])|(?<=[^\d.,:/-](?:19|20)\d\d)|(?<=[./](?:19|20)\d\d))"
# A time may be glued to the year ("28 April 20232:23 PM"), or the same date again, as blogs have it ("1. Mai 20241. Mai
# 2024"); another digit may not.
_NO_MORE = r"(?!\d(?!\d?:\d\d|\d?[./]\s?(?:\d|[^\W\d_]))|[.,:]\d)"
_YEAR = rf"(?P<year>\d{{4}}){_NO_MORE}"
_ORDINAL = r"(?:st|nd|rd|th|er|ère|º|ª|°|-?го|-?ше|-[ae]j?|م)?"
_MONTH = r"(?P<month>(?:كانون|تشرين)\s\w+|[^\W\d_][^\s\d,;:|()\[\]{}/•·–—\-_]*)"
_TO_MONTH = r"[\s.,/–-]{0,3}(?:(?:of|de|di|ngày|da)\s+|d[’'])?"
_TO_YEAR = r"(?:[\s.,/–-]{1,3}|\s?,?\s?(?:of|de|del|year|г\.?)\s+)"

_WITH_YEAR = (
    r"(?<![\d.,/])(?P<year>\d{4})(?P<mark>\s?[-/.]\s?)(?P<number>\d{1,2})(?P=mark)(?P<day>\d{1,2})" + _NO_MORE,
    rf"{_BEFORE}(?P<day>\d{{1,2}})\s?(?P<mark>[./-])\s?(?P<number>\d{{1,2}})\s?(?P=mark)\s?(?:{_YEAR}|(?P<short>\d\d)(?![\d.:/-]))",
    r"(?:(?P<era>民國|民国|令和)\s?)?(?P<year>\d{1,4})\s?年\s?(?P<number>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号號]",
    r"(?P<year>\d{4})\s?년\s?(?P<number>\d{1,2})\s?월\s?(?P<day>\d{1,2})\s?일",
    rf"{_BEFORE}(?P<day>\d{{1,2}})\s+(?:tháng|thg)\s+(?P<number>\d{{1,2}}),?\s+(?:năm\s+)?{_YEAR}",
    rf"{_BEFORE}(?P<day>\d{{1,2}}){_ORDINAL}{_TO_MONTH}{_MONTH}{_TO_YEAR}(?:พ\.ศ\.\s?)?{_YEAR}",
    rf"{_MONTH}\s*(?:\s|/)(?P<day>\d{{1,2}}){_ORDINAL}[\s,]{{1,3}}{_YEAR}",
    # Hungarian, Lithuanian, Latvian: the year first, with a word of its own.
    rf"(?<![\d.,:])(?P<year>\d{{4}})(?:\.|,)?(?:\s(?:m\.|gada))?\s{_MONTH}\s(?P<day>\d{{1,2}})(?![\d:])",
    rf"(?<![\d.,:])(?P<year>\d{{4}})\.?\sgada\s(?P<day>\d{{1,2}})\.\s?{_MONTH}",
)
_WITHOUT_YEAR = (
    r"(?P<number>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号號]",
    r"(?P<number>\d{1,2})\s?월\s?(?P<day>\d{1,2})\s?일",
    rf"{_BEFORE}(?P<day>\d{{1,2}}){_ORDINAL}{_TO_MONTH}{_MONTH}",
    rf"{_MONTH}\s(?P<day>\d{{1,2}}){_ORDINAL}(?![\d:%]|[.,]\d)",
    rf"{_BEFORE}(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.(?=,?\s\D{{0,6}}\d{{1,2}}[:.]\d\d)",
    # Japanese and Chinese pages: "(最終更新 1/14 21:17)".
    r"(?<![\d./-])(?P<number>\d{1,2})/(?P<day>\d{1,2})(?=\s\d{1,2}:\d\d)",
)
_PATTERNS = tuple(re.compile(source, re.IGNORECASE) for source in (*_WITH_YEAR, *_WITHOUT_YEAR))
_DIGIT = re.compile(r"\d")
_NEW_WORD = re.compile(r"(?<=[^\W\d_A-Z])[A-ZÀ-ÞА-ЯІЇЄҐ]")
_ERAS = {"民國": minguo, "民国": minguo, "令和": reiwa}


def find(line: str, language: str) -> tuple[Printed, ...]:
    """Return the dates of a line in their order; none overlaps another, and those with a year come first."""
    if not _DIGIT.search(line):
        return ()
    return _find(line, language)


@lru_cache(maxsize=2048)
def _find(line: str, language: str) -> tuple[Printed, ...]:
    plain = with_plain_digits(line)
    taken: list[Printed] = []
    for pattern in _PATTERNS:
        for date in _matches(pattern, plain, language):
            if all(date.end <= other.start or other.end <= date.start for other in taken):
                taken.append(date)
    return tuple(sorted(taken, key=lambda date: date.start))


def _matches(pattern: re.Pattern[str], line: str, language: str) -> Iterator[Printed]:
    at = 0
    while found := pattern.search(line, at):
        date = _read(found, language)
        if date:
            yield date
        # What was no date may hold the beginning of one ("8 MIN 3 May").
        at = found.end() if date else found.start() + 1


def _read(found: re.Match[str], language: str) -> Printed | None:
    groups = found.groupdict()
    start = found.start()
    year, day = _year(groups), int(groups["day"])
    if groups.get("number"):
        month: int | None = int(groups["number"])
    else:
        name = groups["month"]
        glued = _glued(name) if start == found.start("month") else 0
        month = month_of(name[glued:], language, kin=year is not None)
        start += glued
    if month is None or not 1 <= day <= DAYS:
        return None
    numeric = groups.get("mark") is not None and start != found.start("year")
    slash = numeric and "." not in groups["mark"]
    if numeric and month > MONTHS >= day:
        day, month = month, day
    if not 1 <= month <= MONTHS:
        return None
    if year is not None:
        dated = _gregorian(year, month, day, language, groups.get("month"))
        if dated is None:
            return None
        year, month, day = dated
    either = slash and language.startswith("en") and max(day, month) <= MONTHS
    return Printed(start=start, end=found.end(), year=year, month=month, day=day, either_way=either)


def _glued(name: str) -> int:
    """Return where the last new word begins in "DoeApril"; 0 where there is none."""
    words = list(_NEW_WORD.finditer(name))
    return words[-1].start() if words else 0


def _year(groups: Mapping[str, str | None]) -> int | None:
    era = groups.get("era")
    if era:
        return _ERAS[era](int(groups["year"] or 0))
    if short := groups.get("short"):
        return CENTURY + int(short)
    year = groups.get("year")
    return int(year) if year else None


def _gregorian(year: int, month: int, day: int, language: str, name: str | None) -> tuple[int, int, int] | None:
    if year in GREGORIAN:
        return year, month, day
    if year in BUDDHIST and language.startswith(("th", "lo", "km")):
        return buddhist(year), month, day
    if year in JALALI and language.startswith(("fa", "ps", "ku", "ckb")) and not _is_western(name, language):
        return from_jalali(year, month, day)
    return None


def _is_western(name: str | None, language: str) -> bool:
    """Tell whether a month's name is of the Gregorian calendar, so that the year beside it cannot be a Persian one."""
    return name is not None and month_of(name, language, persian=False) is not None
