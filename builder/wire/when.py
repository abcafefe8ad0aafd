"""The date and time that stand above an article: published and updated, with the zone where one is named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from builder.formats.spoken_dates import Spoken, find, weekdays
from builder.wire.labels import UPDATED

_TIME = re.compile(
    r"(?<![\d.,:/-])(?P<hour>[01]?\d|2[0-3])\s?(?::|\.|h|時)\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d/])(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
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
_RELATIVE = re.compile(
    r"(?:\b\d+|\ban?|\bone|\beine[rn]?|\bune?|\buna?)\s*(?:minutes?|mins?|hours?|hrs?|h|minuten?|stunden?|heures?|horas?|minutos?|годин\w*|хвилин\w*|час\w*|минут\w*|saat|dakika|時間|分)\s*(?:ago|önce|тому|назад|前)"
    r"|\b(?:vor|il y a|hace)\s+(?:\d+|einer?|une?|una?)\s*(?:minuten?|stunden?|minutes?|heures?|minutos?|horas?)\b|\bjust now\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A full date found in a line, with the parts of the line it takes up."""

    value: dt.datetime | dt.date
    """Naive where no zone is named."""
    updated: bool
    rest: str
    """What the line says besides: perhaps a byline."""


def stamps(line: str, language: str, *, pasted: dt.date | None = None) -> tuple[Stamp, ...]:
    """Return the dates with a year that a line holds.

    ``pasted`` decides between the two readings of "03/04/2025" in English: the later one that is not in the future.
    """
    day: dt.date | None = None
    found: list[Spoken] = []
    for spoken in find(line, language):
        if spoken.day and spoken.month and (spoken.year or found):
            found.append(spoken)
    rest = _rest(line, found, language)
    result: list[Stamp] = []
    for i, spoken in enumerate(found):
        begin = found[i - 1].end if i else 0
        end = found[i + 1].start if i + 1 < len(found) else len(line)
        date = _date(spoken, day, pasted)
        if date is None:
            continue
        value = _with_time(date, line[spoken.end : end]) or _with_time(date, _tail(line[begin : spoken.start])) or date
        updated = bool(UPDATED.search(line[begin : spoken.start]))
        day = date
        result.append(Stamp(value=value, updated=updated, rest=rest))
    if len(result) == 1 and not result[0].updated and len(found) == 1:
        later = UPDATED.search(line, found[0].end)
        time = _with_time(_day(result[0].value), line[later.end() :]) if later else None
        if later and time:
            own = _with_time(_day(result[0].value), line[found[0].end : later.start()]) or _day(result[0].value)
            result = [Stamp(value=own, updated=False, rest=rest), Stamp(value=time, updated=True, rest=rest)]
    return tuple(result)


def relative(line: str) -> bool:
    """Tell whether the line says how long ago, and nothing of a calendar."""
    return bool(_RELATIVE.search(line)) and len(line) <= 60  # noqa: PLR2004 - a stamp, not a sentence


def _day(value: dt.datetime | dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _date(spoken: Spoken, day: dt.date | None, pasted: dt.date | None) -> dt.date | None:
    year = spoken.year or (day.year if day else 0)
    try:
        plain = dt.date(year, spoken.month or 1, spoken.day or 1)
        turned = dt.date(year, spoken.day or 1, spoken.month or 1) if spoken.either_way else plain
    except ValueError:
        return None
    past = [date for date in (plain, turned) if pasted is None or date <= pasted]
    return max(past) if pasted and past else plain


def _tail(text: str) -> str:
    """Return what stands before a date after the last label, so that "15:56 BST, 27 April" finds its time."""
    return text if len(text) <= 40 else ""  # noqa: PLR2004 - a time stands next to its date


def _with_time(date: dt.date, text: str) -> dt.datetime | None:
    stop = UPDATED.search(text)
    text = text[: stop.start()] if stop else text
    found = _TIME.search(text)
    if not found:
        return None
    hour, minute = int(found["hour"] or found["only"]), int(found["minute"] or 0)
    half = (found["half"] or found["only_half"] or "").lower()
    if half and hour <= 12:  # noqa: PLR2004 - the clock's face
        hour = hour % 12 + (12 if half == "p" else 0)
    time = dt.datetime.combine(date, dt.time(hour, minute, int(found["second"] or 0)))
    return _zoned(time, text[found.end() :]) or _zoned(time, text[: found.start()]) or time


def _zoned(time: dt.datetime, text: str) -> dt.datetime | None:
    offset = _OFFSET.search(text[:20])
    if offset:
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        if minutes <= 14 * 60:
            return time.replace(
                tzinfo=dt.timezone(dt.timedelta(minutes=minutes if offset["sign"] == "+" else -minutes))
            )
    named = _ZONE.search(text)
    if not named:
        return None
    zone = _ZONES[named[1]]
    if isinstance(zone, str):
        return time.replace(tzinfo=ZoneInfo(zone))
    return time.replace(tzinfo=dt.timezone(dt.timedelta(minutes=zone)) if zone else dt.UTC)


_STAMP_WORDS = re.compile(
    r"(?<!\w)(?:published|posted|first published|publication date|on|at|um|uhr|veröffentlicht|am|vom|publié|publiée|le|à|a las|el|publicado|pubblicato|il|alle|ore|опубліковано|опубликовано|створено|o godz|godz|opublikowano|gepubliceerd|publicerad|publisert|date|datum|online seit|seit|heute|since|last|by the)(?!\w)",
    re.IGNORECASE,
)


def _rest(line: str, found: list[Spoken], language: str) -> str:
    """Return what a stamp's line says besides date, time, zone, weekday and the words that introduce them."""
    kept, at = [], 0
    for spoken in found:
        kept.append(line[at : spoken.start])
        at = spoken.end
    kept.append(line[at:])
    text = " \x1f ".join(kept)
    text = UPDATED.sub(" ", _ZONE.sub(" ", _OFFSET.sub(" ", _TIME.sub(" ", text))))
    names = sorted(weekdays(language) | weekdays("en"), key=len, reverse=True)
    days = "|".join(map(re.escape, names))
    # A weekday may be glued to the name before it ("Iryna BalachukFriday"), but only where a new word clearly begins.
    text = re.sub(
        rf"(?:(?<!\w)(?i:{days})|(?<=[a-zà-ÿа-яіїєґ])(?:{'|'.join(re.escape(n.title()) for n in names)}))[.,]*\s*(?=\x1f|$|[,.])",
        " ",
        text,
    )
    text = _STAMP_WORDS.sub(" ", text).replace("\x1f", " ")
    return re.sub(
        r"\s+", " ", re.sub(r"[|•·,;:()\-–—/\s（）]+(?=$)|^[|•·,;:()\-–—/\s（）]+|\s[|•·\-–—/]\s", " ", text)
    ).strip(" ,;:|•·-–—()（）")
