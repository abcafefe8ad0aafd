"""Relative phrases of languages we have no words for: dateparser has them, and reads what its own lists pick out.

Its search over whole sentences is slow and sees dates where there are none ("four and a" half hours), so it is never
asked to search: the words that its data file for the language lists are looked for here, and only what matches them,
whole, is given to it. The language is always given; it never guesses one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from babel import UnknownLocaleError
from dateparser.date import DateDataParser
from dateparser.languages.loader import default_loader

from builder.desk.when import calendar_steps as step
from builder.desk.when.tense import speaks_of_future
from builder.formats.locales import locale_of

_UNITS = ("day", "week", "month", "year")
SHORTEST = 3
"""Letters of a phrase; shorter ones are abbreviations of tables ("i fj"), or other words."""
_NUMBER = re.compile(r"\(\\d[^)]*\)")
"""Where a number stands in dateparser's patterns: ``(\\d++[.,]?\\d*+)``."""
_ABBREVIATED = re.compile(r"[.−+-]|\s[^\W\d_]$")
NOON = dt.time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrowed:
    """A phrase that dateparser reads, and where it points."""

    start: int
    end: int
    date: str
    """EDTF."""
    weekday: int | None = None
    """Monday is 0; only where the phrase says no more than that."""


def find(sentence: str, published: dt.date, language: str) -> Iterator[Borrowed]:
    """Yield the relative phrases of a sentence in a language (BCP 47) that dateparser knows, in order."""
    pattern = _candidates(language.split("-", maxsplit=1)[0])
    if pattern is None:
        return
    for match in pattern.finditer(sentence):
        if match["weekday"]:
            weekday = _weekdays(language.split("-", maxsplit=1)[0])[match["weekday"].casefold()]
            future = speaks_of_future(sentence, match.start(), match.end())
            day = step.nearest(published, weekday, future=future)
            yield Borrowed(start=match.start(), end=match.end(), date=day.isoformat(), weekday=weekday)
            continue
        date = _read(match[0], published, language.split("-", maxsplit=1)[0])
        if date:
            yield Borrowed(start=match.start(), end=match.end(), date=date)


def _read(phrase: str, published: dt.date, language: str) -> str | None:
    settings = {"RELATIVE_BASE": dt.datetime.combine(published, NOON), "PREFER_DATES_FROM": "past"}
    found = DateDataParser(languages=[language], settings=settings).get_date_data(phrase)
    if found.date_obj is None:
        return None
    day = found.date_obj.date()
    if any(character.isdecimal() for character in phrase):
        return day.isoformat() + ("" if found.period == "day" else "~")
    match found.period:
        case "week":
            monday = step.monday(day)
            return f"{monday.isoformat()}/{step.day(monday, 6)}"
        case "month":
            return f"{day:%Y-%m}"
        case "year":
            return f"{day.year:04d}"
    return day.isoformat()


@lru_cache(maxsize=64)
def _candidates(language: str) -> re.Pattern[str] | None:
    """Return what finds the phrases of a language's data file; ``None`` for a language without one."""
    try:
        info: Mapping[str, Any] = default_loader.get_locale(language).info
        locale_of(language)
    except (ValueError, UnknownLocaleError):
        return None
    listed = [p for key, phrases in info.get("relative-type", {}).items() if _is_of_calendar(key) for p in phrases]
    counted = [p for key, ps in info.get("relative-type-regex", {}).items() if _is_of_calendar(key) for p in ps]
    sources = {_literal(phrase) for phrase in listed if _is_plain(phrase)}
    sources |= {r"\d{1,3}".join(map(_literal, _NUMBER.split(p))) for p in counted if _is_plain(_NUMBER.sub("", p))}
    ordered = sorted(sources, key=lambda source: (-len(source), source))
    weekday = rf"(?P<weekday>{'|'.join(map(re.escape, sorted(_weekdays(language), key=len, reverse=True)))})\w{{0,2}}"
    return re.compile(rf"(?<!\w)(?:{'|'.join((*ordered, weekday))})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def _weekdays(language: str) -> Mapping[str, int]:
    """Return the days of the week by name, casefolded, Monday 0; case endings are left to the pattern."""
    return {name.casefold(): number for number, name in locale_of(language).days["format"]["wide"].items()}


def _is_of_calendar(key: str) -> bool:
    return any(key.endswith((unit, f"{unit} ago")) for unit in _UNITS)


def _is_plain(phrase: str) -> bool:
    return len(phrase.strip()) >= SHORTEST and not _ABBREVIATED.search(phrase)


def _literal(phrase: str) -> str:
    return r"\s+".join(map(re.escape, phrase.split(" ")))
