"""The date and time that stand above an article: published and updated, with the zone where one is named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from builder.formats.spoken_dates import Spoken, find, weekdays
from builder.formats.word_lists import alternation
from builder.wire.labels import UPDATED
from builder.wire.lines import Line

LONGEST_STAMP = 160
"""Characters of a line with two dates and a byline."""
LONGEST_BESIDE = 80
"""Characters beside the date in its line: a byline with a role."""
LONGEST_IN_SENTENCE = 25
"""Characters beside the date in a line that otherwise reads as a sentence."""
MOST_WORDS_WITH_STOP = 2
"""Words beside the date in a line that ends in a full stop: "Updated on 3 May."."""
LONGEST_RELATIVE = 60
"""Characters of a line that says how long ago; a longer one is a sentence."""
FARTHEST_TIME = 40
"""Characters between a time and the date behind it; "15:56 BST, 27 April" has ten."""
FARTHEST_OFFSET = 20
"""Characters between a time and its offset from UTC."""
LARGEST_OFFSET = 14 * 60
"""Minutes: Kiribati is 14 hours ahead of UTC, and nobody is further from it."""
NOON = 12
LEAP_YEAR = 2000
"""Stands in where only the place of a date in its line is asked for; it has every day."""

_TIME = re.compile(
    r"(?<![\d.,:/-])(?P<hour>[01]?\d|2[0-3])\s?(?::|\.|h|時)\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d/])"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
    r"|(?<![\d.,:])(?P<only>1[0-2]|[1-9])\s?(?P<only_half>[ap])\.?m\b\.?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?!\d)")

# Abbreviations that mean one offset wherever they are printed; IST, CST and the like are left out, for they do not.
_ZONES: Mapping[str, str | int] = {
    "UTC": 0, "GMT": 0, "Z": 0, "BST": 60, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120,
    "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "EST": -300, "EDT": -240, "ET": "America/New_York", "CDT": -300,
    "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "PT": "America/Los_Angeles", "JST": 540, "KST": 540, "WIB": 420,
    "SAST": 120, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
}  # fmt: skip
_ZONE = re.compile(r"(?<![A-Za-z])(" + "|".join(sorted(_ZONES, key=len, reverse=True)) + r")(?![A-Za-z])")
_UNITS = """
    second / seconds / sec / secs / minute / minutes / min / mins / hour / hours / hr / hrs / h
    sekunden / minuten / stunde / stunden / секунд*
    heure / heures / hora / horas / minuto / minutos / годин* / хвилин* / час* / минут* / saat / dakika / 時間 / 分
"""
_ONE = "a / an / one / eine / einen / einer / un / une / una"
_RELATIVE = re.compile(
    rf"\b(?:\d+|{alternation(_ONE)})\s*{alternation(_UNITS)}\s*(?:ago|önce|тому|назад|前)"
    rf"|\b(?:vor|il y a|hace)\s+(?:\d+|{alternation(_ONE)})\s*{alternation(_UNITS)}\b"
    rf"|(?:^|(?<=[^\W\d_]\s))\d+\s(?:hours?|minutes?)$|\bjust now\b",
    re.IGNORECASE,
)
# What introduces a date and is not worth keeping once the date is taken out.
_STAMP_WORDS = """
    article published / published / posted / first published / publication date / date / on / at / since / last / by the
    artikel veröffentlicht / veröffentlicht / online seit / seit / heute / datum / am / um / uhr / vom
    publié / publiée / le / à / publicado / el / a las / pubblicato / il / alle / ore
    опубліковано / створено / опубликовано / opublikowano / o godz / godz
    gepubliceerd / publicerad / publisert
"""
_STAMP_WORD = re.compile(rf"(?<!\w){alternation(_STAMP_WORDS)}(?!\w)", re.IGNORECASE)
_READING_TIME = re.compile(
    r"(?:reading time|lesezeit|lesedauer)\s*:?\s*(?:ca\.?\s*)?\d+\s*min\w*\.?|\b\d+ min(?:ute)?s? read\b", re.IGNORECASE
)
_GAP = "\x1f"
"""Stands where a date was taken out of a line; no text has the character."""
_MARKS = r"|•·,;:()\-–—/（）"
_DANGLING = re.compile(rf"[{_MARKS}\s]+$|^[{_MARKS}\s]+")
_BETWEEN = re.compile(r"\s[|•·\-–—/]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A full date found in a line, with the parts of the line it takes up."""

    value: dt.datetime | dt.date
    """Naive where no zone is named."""
    updated: bool
    rest: str
    """What the line says besides: perhaps a byline."""


def stamps(line: str, language: str, *, pasted: dt.date | None = None) -> tuple[Stamp, ...]:
    """Return the dates that a line holds: with a year, or with a time of day, as pages of this year print them.

    ``pasted`` decides between the two readings of "03/04/2025" in English: the later one that is not in the future.
    """
    found: list[Spoken] = []
    for spoken in find(line, language):
        if spoken.day and spoken.month and (spoken.year or found or _TIME.search(line)):
            found.append(spoken)
    rest = _rest(line, found, language)
    day: dt.date | None = None
    result: list[Stamp] = []
    for i, spoken in enumerate(found):
        date = _date(spoken, day, pasted)
        if date is None:
            continue
        above = line[found[i - 1].end if i else 0 : spoken.start]
        below = line[spoken.end : found[i + 1].start if i + 1 < len(found) else len(line)]
        # A time in front of its date stands next to it; farther off it is somebody else's.
        value = _with_time(date, below) or _with_time(date, above if len(above) <= FARTHEST_TIME else "") or date
        day = date
        result.append(Stamp(value=value, updated=bool(UPDATED.search(above)), rest=rest))
    if len(found) == 1 and result and not result[0].updated:
        return _updated_same_day(line, found[0], result[0]) or tuple(result)
    return tuple(result)


def beside_relative(line: str) -> str:
    """Return what a line says besides how long ago ("Kim Doe 7 hours ago"): perhaps a byline."""
    return _DANGLING.sub("", _STAMP_WORD.sub(" ", UPDATED.sub(" ", _RELATIVE.sub(" ", line)))).strip()


def _updated_same_day(line: str, spoken: Spoken, stamp: Stamp) -> tuple[Stamp, ...]:
    """Return both stamps of "7 May 2024, 09:10, updated 11:45"; nothing where the line has no second time."""
    day = stamp.value.date() if isinstance(stamp.value, dt.datetime) else stamp.value
    mark = UPDATED.search(line, spoken.end)
    later = _with_time(day, line[mark.end() :]) if mark else None
    if mark is None or later is None:
        return ()
    own = _with_time(day, line[spoken.end : mark.start()]) or day
    return (Stamp(value=own, updated=False, rest=stamp.rest), Stamp(value=later, updated=True, rest=stamp.rest))


def is_stamp(line: Line, language: str) -> bool:
    """Tell whether a line gives a date, or how long ago, and little else."""
    if line.bullet:
        return False
    if relative(line.text):
        return True
    found = stamps(line.text, language) if line.size <= LONGEST_STAMP else ()
    return bool(found) and not _is_sentence(line, found[0].rest)


def _is_sentence(line: Line, rest: str) -> bool:
    """Tell whether a line says more than its date: "It opened on 17 May 1958."."""
    if _READING_TIME.sub("", line.text).endswith((".", "。")) and len(rest.split()) > MOST_WORDS_WITH_STOP:
        return True
    return len(rest) > (LONGEST_IN_SENTENCE if line.is_prose else LONGEST_BESIDE)


def relative(line: str) -> bool:
    """Tell whether the line says how long ago, and nothing of a calendar."""
    return any(len(part) <= LONGEST_RELATIVE and _RELATIVE.search(part) for part in line.split(" | "))


def _date(spoken: Spoken, day: dt.date | None, pasted: dt.date | None) -> dt.date | None:
    year = spoken.year or (day.year if day else _year_of(spoken, pasted))
    try:
        plain = dt.date(year, spoken.month or 1, spoken.day or 1)
        turned = dt.date(year, spoken.day or 1, spoken.month or 1) if spoken.either_way else plain
    except ValueError:
        return None
    past = [date for date in (plain, turned) if pasted is None or date <= pasted]
    return max(past) if pasted and past else plain


def _year_of(spoken: Spoken, pasted: dt.date | None) -> int:
    """Return the latest year that does not put a day without one into the future."""
    if pasted is None:
        return LEAP_YEAR
    return pasted.year - ((spoken.month or 1, spoken.day or 1) > (pasted.month, pasted.day))


def _with_time(date: dt.date, text: str) -> dt.datetime | None:
    stop = UPDATED.search(text)
    text = text[: stop.start()] if stop else text
    found = _TIME.search(text)
    if not found:
        return None
    hour, minute = int(found["hour"] or found["only"]), int(found["minute"] or 0)
    half = (found["half"] or found["only_half"] or "").lower()
    if half and hour <= NOON:
        hour = hour % NOON + (NOON if half == "p" else 0)
    time = dt.datetime.combine(date, dt.time(hour, minute, int(found["second"] or 0)))
    return _zoned(time, text[found.end() :]) or _zoned(time, text[: found.start()]) or time


def _zoned(time: dt.datetime, text: str) -> dt.datetime | None:
    offset = _OFFSET.search(text[:FARTHEST_OFFSET])
    if offset:
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        if minutes <= LARGEST_OFFSET:
            return time.replace(tzinfo=_east(minutes if offset["sign"] == "+" else -minutes))
    named = _ZONE.search(text)
    if not named:
        return None
    zone = _ZONES[named[1]]
    return time.replace(tzinfo=ZoneInfo(zone) if isinstance(zone, str) else _east(zone))


def _east(minutes: int) -> dt.tzinfo:
    return dt.timezone(dt.timedelta(minutes=minutes)) if minutes else dt.UTC


def _rest(line: str, found: Sequence[Spoken], language: str) -> str:
    """Return what a stamp's line says besides date, time, zone, weekday and the words that introduce them."""
    text = line
    for spoken in reversed(found):
        text = f"{text[: spoken.start]} {_GAP} {text[spoken.end :]}"
    for pattern in (_READING_TIME, _TIME, _OFFSET, _ZONE, UPDATED, _weekday(language), _STAMP_WORD):
        text = pattern.sub(" ", text)
    text = _BETWEEN.sub(", ", _DANGLING.sub(" ", text.replace(_GAP, " ")))
    return " ".join(text.split()).strip(f" {_MARKS}".replace("\\", ""))


@lru_cache(maxsize=64)
def _weekday(language: str) -> re.Pattern[str]:
    """Return what finds a weekday beside a date.

    It may be glued to the name before it ("Iryna BalachukFriday"), but only where a new word clearly begins.
    """
    names = "\n".join(weekdays(language) | weekdays("en"))
    own = rf"(?<!\w)(?i:{alternation(names)})"
    glued = rf"(?<=[a-zà-ÿа-яіїєґ]){alternation(names.title())}"
    return re.compile(rf"(?:{own}|{glued})[.,]*\s*(?={_GAP}|$|[,.])")
