"""When a page says it was published and updated: as its metadata, its markup or, last, its text has it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime

import htmldate
from lxml.html import HtmlElement

from builder.formats import printed_dates
from builder.wire.printed import when

Moment = dt.datetime | dt.date

_EARLIEST = 1800
_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ]+(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?(?:\[[\w/]+\])?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?", re.IGNORECASE)
_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)([/_-]?)(\d{1,2})\2(\d{1,2})(?=[/_.-]|$)")
_FIRST_ADDRESS = 1994
"""Year. Older ones in an address are what the article is about."""
_FARTHEST = 7
"""Hours between UTC and a zone that explains another day in the address; farther off it was filed on another day."""
_LONGEST = 80
"""Characters. JavaScript's own form has 65, for it tells the zone's name."""
_OFFSETS = range(-12 * 60, 14 * 60 + 1, 15)
"""Minutes east of UTC that zones have."""


def parse(text: str) -> Moment | None:
    """Return the moment that a machine wrote: ISO 8601 in its common misspellings, or RFC 5322.

    Without a zone it stays without one, and a plain day stays a day. Midnight in UTC is a plain day as well: that is
    how systems write a day that has no time, and a zone west of Greenwich would move it to the day before.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    if found := _ISO.fullmatch(text):
        written = (
            found["day"] if found["time"] is None else f"{found['day']}T{found['time'].zfill(5)}{_zone(found['zone'])}"
        )
    elif found := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = found.groups()
        written = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{_zone(zone)}" if hour else "")
    else:
        return _plain(_rfc(text) or _spoken(text))
    try:
        value = dt.datetime.fromisoformat(written) if "T" in written else dt.date.fromisoformat(written)
    except ValueError:
        return None
    return _plain(value)


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return "+00:00"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:] or '00'}"


def _rfc(text: str) -> dt.datetime | None:
    if not re.search(r"\d{1,2} [A-Za-z]{3,9}\.? \d{4}", text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None


def _spoken(text: str) -> Moment | None:
    """Return a moment written for people: "Tue, Sep 15 2020 10:01:41 EDT"; nothing where the order is in doubt."""
    dates = printed_dates.find(text, "en")
    if len(dates) != 1 or dates[0].year is None or dates[0].either_way:
        return None
    return next((stamp.value for stamp in when.stamps(text, "en")), None)


def _plain(value: Moment | None) -> Moment | None:
    if value is None or value.year < _EARLIEST:
        return None
    if isinstance(value, dt.datetime):
        value = value.replace(microsecond=0)
        if value.utcoffset() == dt.timedelta(0) and value.time() == dt.time(0):
            return value.date()
    return value


def first(texts: Iterable[str]) -> Moment | None:
    """Return the first of several texts that is a moment."""
    return next((moment for text in texts if (moment := parse(text)) is not None), None)


def all_of(texts: Iterable[str]) -> tuple[Moment, ...]:
    """Return those of several texts that are moments."""
    return tuple(moment for text in texts if (moment := parse(text)) is not None)


def zoned(moments: Iterable[Moment]) -> tuple[dt.datetime, ...]:
    """Return those of several moments that name their zone."""
    return tuple(moment for moment in moments if isinstance(moment, dt.datetime) and moment.tzinfo is not None)


def of_address(url: str | None) -> dt.date | None:
    """Return the day under which an address files its article ("/2024/05/06/", "/20240506/")."""
    found = _ADDRESS.search(url or "")
    if found is None:
        return None
    try:
        filed = dt.date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        return None
    return filed if filed.year >= _FIRST_ADDRESS else None


def on(filed: dt.date | None, moment: Moment | None) -> Moment | None:
    """Return a moment in UTC as of the outlet's own day, where its address says that it is the day before or after.

    The moment stays the same; it is told in the nearest zone that puts it on that day, for systems that write UTC do
    not say which zone is the outlet's.
    """
    if filed is None or not isinstance(moment, dt.datetime) or moment.utcoffset() != dt.timedelta(0):
        return moment
    hours = {-1: -1 - moment.hour, 1: 24 - moment.hour}.get((filed - moment.date()).days, 0)
    return moment.astimezone(dt.timezone(dt.timedelta(hours=hours))) if -_FARTHEST <= hours <= _FARTHEST else moment


def in_zone(moment: Moment | None, others: Iterable[Moment]) -> Moment | None:
    """Return a moment in UTC as of the outlet's own clock, where the page tells the same moment by that as well.

    ``others`` are what else the page says: the same moment with an offset, or the day and time that it prints. Systems
    that write UTC do not say which zone is the outlet's, and readers know an evening's story under its own day.
    """
    if not isinstance(moment, dt.datetime) or moment.utcoffset() != dt.timedelta(0):
        return moment
    for other in others:
        if not isinstance(other, dt.datetime):
            if (found := on(other, moment)) is not moment:
                return found
        elif other.tzinfo is not None:
            if other.utcoffset() and abs(other - moment) < dt.timedelta(minutes=1):
                return other.replace(second=moment.second)
        elif minutes := _offset(moment, other):
            return moment.astimezone(dt.timezone(dt.timedelta(minutes=minutes)))
    return moment


def by_clock(clock: dt.tzinfo | None, moment: Moment | None) -> Moment | None:
    """Return a moment in UTC as of the outlet's own clock, where the page names its zone."""
    if clock is None or not isinstance(moment, dt.datetime) or moment.utcoffset() != dt.timedelta(0):
        return moment
    there = moment.astimezone(clock)
    return there.replace(tzinfo=dt.timezone(there.utcoffset() or dt.timedelta(0)))


def _offset(moment: dt.datetime, printed: dt.datetime) -> int:
    """Return by how many minutes a printed time is ahead of UTC; 0 where no zone explains the difference."""
    ahead = round((printed - moment.replace(tzinfo=None, second=0)) / dt.timedelta(minutes=1))
    return ahead if ahead in _OFFSETS else 0


def later(updated: Moment | None, published: Moment | None) -> Moment | None:
    """Return when the article was updated, or nothing where that is no later than its publication."""
    if updated is None or published is None:
        return None
    if (
        isinstance(updated, dt.datetime)
        and isinstance(published, dt.datetime)
        and (updated.tzinfo is None) == (published.tzinfo is None)
    ):
        # Systems that store an article touch it again within the minute.
        return updated if updated - published >= dt.timedelta(minutes=1) else None
    return updated if day(updated) > day(published) else None


def day(moment: Moment) -> dt.date:
    """Return the day of a moment."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def printed(root: HtmlElement) -> dt.date | None:
    """Return the day that htmldate finds in markup and address, without its guesses from the text."""
    return _found(root, guessing=False)


def guessed(root: HtmlElement) -> dt.date | None:
    """Return the day that htmldate takes from the page's text: right in six of eleven annotated pages without another.

    A first of January is mostly a year to which it made up the day, and is not taken.
    """
    found = _found(root, guessing=True)
    return found if found is not None and (found.month, found.day) != (1, 1) else None


def _found(root: HtmlElement, *, guessing: bool) -> dt.date | None:
    # The bounds are fixed, for htmldate's own end at the day of the run, and the same page must read the same tomorrow.
    found = htmldate.find_date(
        root, extensive_search=guessing, original_date=True, min_date="1995-01-01", max_date="2100-01-01"
    )
    return dt.date.fromisoformat(found) if found else None
