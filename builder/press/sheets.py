"""Long lists cut into sheets, so that one more briefing changes few of them, wherever in time it falls.

Cut every fifty, counted from the newest, a newcomer would move every briefing behind it by one, and change every page
of its lists. So a list is cut behind briefings that their slugs mark out: what stands before and after a mark stays
where it is. And a sheet is called after its first day and not by a number, so that no address changes when another is
cut.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from builder.model.address import filed
from builder.model.briefing import Briefing
from builder.press import words
from builder.press.edition import Edition, Json

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A part of a list, on a page of its own."""

    key: str
    """Its place below the list, ``page/1967-01-27/``; empty for the page of the list itself, with the newest."""
    briefings: Sequence[Briefing]
    """Newest first."""
    up: str
    """The way from its page to the root."""
    pager: Json
    said: str = ""
    """From when to when its briefings are; nothing on the page of the list itself."""

    @property
    def path(self) -> str:
        """The page's file below the list's folder, ``index.md`` or ``page/1967-01-27.md``."""
        return f"{self.key[:-1]}.md" if self.key else "index.md"


def sheets(edition: Edition, base: str, briefings: Sequence[Briefing]) -> Iterator[Sheet]:
    """Yield the sheets of a list (its briefings oldest first), the newest sheet first; at least one."""
    parts = _of(briefings, edition.settings.per_page)
    keys = [*_keys(parts[:-1]), ""]
    for at in range(len(parts) - 1, -1, -1):
        key, shown = keys[at], parts[at]
        up = "../" * (base.count("/") + 1 + key.count("/"))
        here = f"{up}{base}/"
        turn: Json = {
            "span": _span(edition, shown) if len(parts) > 1 else None,
            "first": here if key else None,
            "previous": here + keys[at + 1] if key else None,
            "next": here + keys[at - 1] if at else None,
            "last": here + keys[0] if at else None,
        }
        span = turn["span"] if key else None
        said = (
            edition.say("{first} to {last}", first=span["first"]["short"], last=span["last"]["short"]) if span else ""
        )
        yield Sheet(key=key, briefings=shown[::-1], up=up, pager=turn, said=said)


def further(briefings: Sequence[Briefing], size: int) -> Iterator[str]:
    """Yield the keys of the further sheets of a list, oldest first."""
    yield from _keys(_of(briefings, size)[:-1])


def _of(briefings: Sequence[Briefing], size: int) -> list[Sequence[Briefing]]:
    """Return a list in parts; the newest takes in the one before while it is short."""
    parts = cut(briefings, size, mark=lambda briefing: briefing.slug)
    if len(parts) > 1 and len(parts[-1]) < size // 4:
        parts[-2:] = [[*parts[-2], *parts[-1]]]
    return parts or [()]


def cut(listed: Sequence[T], size: int, *, mark: Callable[[T], str]) -> list[Sequence[T]]:
    """Return what is listed in parts of ``size`` on average, a quarter more or less.

    ``mark`` gives the permanent id of an entry, whose checksum decides whether a part ends behind it. The last part may
    be shorter; of nothing there is none.
    """
    often = max(1, size // 4)
    least, most = max(1, size - often), size + often
    parts: list[Sequence[T]] = []
    begin = 0
    for at, entry in enumerate(listed, 1):
        length = at - begin
        if length >= most or (length >= least and zlib.crc32(mark(entry).encode()) % often == 0):
            parts.append(listed[begin:at])
            begin = at
    return [*parts, listed[begin:]] if begin < len(listed) else parts


def keys_of(days: Iterable[dt.date]) -> Iterator[str]:
    """Yield a key for each part by its first day, ``page/1967-01-27/``, with a number where several begin on it."""
    met: Counter[dt.date] = Counter()
    for day in days:
        met[day] += 1
        yield f"page/{day.isoformat()}/" if met[day] == 1 else f"page/{day.isoformat()}-{met[day]}/"


def _keys(parts: Sequence[Sequence[Briefing]]) -> Iterator[str]:
    yield from keys_of(filed(part[0]) for part in parts)


def _span(edition: Edition, shown: Sequence[Briefing]) -> Json:
    language = edition.settings.language
    first, last = (words.of_day(filed(one).isoformat(), language) for one in (shown[0], shown[-1]))
    return {"first": first, "last": last}
