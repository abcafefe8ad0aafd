"""Where the original stands: its own address, and the copies of it that web archives keep."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from builder.model.briefing import ArchivedCopy, Briefing
from builder.press import words
from builder.press.edition import Json


def original(briefing: Briefing) -> Json | None:
    """Return the original's address, and what Robust Links say of it: the day it was as we read it, and a copy.

    A reader, or a program, that finds the address dead asks a web archive for that day, or takes the copy nearest to it
    (robustlinks.mementoweb.org/spec/).
    """
    if not briefing.url:
        return None
    read, copy = _read(briefing), nearest_copy(briefing)
    return {
        "url": briefing.url,
        "host": _host(briefing.url),
        "read": read.isoformat() if read else None,
        "copy": copy.url if copy else None,
    }


def copies(briefing: Briefing, locale: str) -> list[Json]:
    """Return the archived copies, ``{url, host, date}``, in the editor's order."""
    return [
        {"url": copy.url, "host": _host(copy.url), "date": words.date(copy.date, locale)} for copy in briefing.archived
    ]


def nearest_copy(briefing: Briefing) -> ArchivedCopy | None:
    """Return the copy made nearest to the day on which we read the original; the first where that day is not known."""
    read = _read(briefing)
    return min(briefing.archived, key=lambda copy: abs((copy.date.day - read).days) if read else 0, default=None)


def _read(briefing: Briefing) -> dt.date | None:
    """Return the day on which the original was as our text has it: that of reading it, else of its publication."""
    if briefing.wire:
        return briefing.wire.retrieved
    return briefing.published.day if briefing.published else None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
