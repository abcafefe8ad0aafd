"""Copies of the original in web archives: whether an address can be one, and whether its day can be true."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from builder.model.briefing import ArchivedCopy, Briefing

_STAMP = re.compile(r"/(\d{8})\d{6}(?:[a-z]{2}_)?/")
"""The moment of a copy as web archives write it into its address (``/web/20250221101500/…``, in UTC), with what some of
them put behind it to have the page as it was (``id_``)."""
_ALL_COPIES = re.compile(r"/\d*\*/")
_DAY = dt.timedelta(days=1)
"""How far two days may lie apart that are one moment: the archive counts in UTC, the outlet and the editor do not."""


def no_copies(briefing: Briefing) -> Iterator[str]:
    """Yield what speaks against the address of a copy: it is the original's own, or that of a list of copies."""
    own = _bare(briefing.url) if briefing.url else None
    for copy in briefing.archived:
        if _bare(copy.url) == own:
            yield f"{copy.url} is the original; name a copy of it in a web archive"
        elif _ALL_COPIES.search(copy.url):
            yield f"{copy.url} is a list of copies; open one of them and name its address"


def wrong_days(briefing: Briefing, today: dt.date) -> Iterator[str]:
    """Yield what speaks against the day of a copy: its address, the day of publication, or the calendar."""
    for copy in briefing.archived:
        said, stamped = copy.date.day, _stamped(copy)
        if stamped and abs(stamped - said) > _DAY:
            yield f"the copy of {said} says {stamped} in its address; correct one of them"
        elif briefing.published and said < briefing.published.day - _DAY:
            yield f"the copy of {said} is older than the report of {briefing.published.day}; correct its date"
        elif said > today + _DAY:
            yield f"the copy of {said} lies in the future; correct its date"


def _stamped(copy: ArchivedCopy) -> dt.date | None:
    """Return the day that an address tells, if it tells one of the calendar."""
    found = _STAMP.search(copy.url)
    try:
        return dt.date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _bare(url: str) -> str:
    """Return an address without what leads to the same page: scheme, ``www.``, a fragment, a slash at its end."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}{query}"
