"""Times of day as outlets print them, with the zone where one is named: "3:45 pm EST", "13h05", "오후 3:45"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo

FARTHEST_OFFSET = 20
"""Characters between a time and its offset from UTC."""
LARGEST_OFFSET = 14 * 60
"""Minutes: Kiribati is 14 hours ahead of UTC, and nobody is further from it."""
NOON = 12

TIME = re.compile(
    r"(?:(?P<early>오전|上午|午前|凌晨|早上)|(?P<late>오후|下午|午後|晚上))?\s?"
    r"(?<![\d.,:/-])(?P<hour>[01]?\d|2[0-3])\s?(?::|\.|h|時|时|點|点|시)\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    r"(?![\d/])(?:\s?(?:(?P<half>[ap])\.?\s?m\b\.?|(?P<morning>ص|π\.?μ)(?!\w)\.?|(?P<evening>م|μ\.?μ)(?!\w)\.?))?"
    r"|(?<![\d.,:])(?P<only>1[0-2]|[1-9])\s?(?P<only_half>[ap])\.?m\b\.?"
    r"|(?<![\d.,:/-])(?P<french>[01]?\d|2[0-3])\s?h(?!\w)",
    re.IGNORECASE,
)
OFFSET = re.compile(r"(?:UTC|GMT)?\s?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?!\d)")

# Abbreviations that mean one offset wherever they are printed; IST, CST and the like are left out, for they do not.
_ZONES: Mapping[str, str | int] = {
    "UTC": 0, "GMT": 0, "Z": 0, "BST": 60, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120,
    "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "EST": -300, "EDT": -240, "ET": "America/New_York", "CDT": -300,
    "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "PT": "America/Los_Angeles", "JST": 540, "KST": 540, "WIB": 420,
    "SAST": 120, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
}  # fmt: skip
ZONE = re.compile(r"(?<![A-Za-z])(" + "|".join(sorted(_ZONES, key=len, reverse=True)) + r")(?![A-Za-z])")


def at(date: dt.date, text: str) -> dt.datetime | None:
    """Return the moment of the day that a text names first; ``None`` where it names no time."""
    found = TIME.search(text)
    if not found:
        return None
    hour, minute = int(found["hour"] or found["only"] or found["french"]), int(found["minute"] or 0)
    half = (found["half"] or found["only_half"] or "").lower()
    early, late = half == "a" or found["early"] or found["morning"], half == "p" or found["late"] or found["evening"]
    if (early or late) and hour <= NOON:
        hour = hour % NOON + (NOON if late else 0)
    time = dt.datetime.combine(date, dt.time(hour, minute, int(found["second"] or 0)))
    return _zoned(time, text[found.end() :]) or _zoned(time, text[: found.start()]) or time


def _zoned(time: dt.datetime, text: str) -> dt.datetime | None:
    offset = OFFSET.search(text[:FARTHEST_OFFSET])
    if offset:
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        if minutes <= LARGEST_OFFSET:
            return time.replace(tzinfo=_east(minutes if offset["sign"] == "+" else -minutes))
    named = ZONE.search(text)
    if not named:
        return None
    zone = _ZONES[named[1]]
    return time.replace(tzinfo=ZoneInfo(zone) if isinstance(zone, str) else _east(zone))


def _east(minutes: int) -> dt.tzinfo:
    return dt.timezone(dt.timedelta(minutes=minutes)) if minutes else dt.UTC
