"""Long lists cut into sheets, so that one more briefing changes few of them, wherever in time it falls.

Cut every fifty, counted from the newest, a newcomer would move every briefing behind it by one, and change every page
of its lists. So a list is cut behind briefings that their slugs mark out: what stands before and after a mark stays
where it is. And a sheet is called after its first day and not by a number, so that no address changes when another is
cut.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.model.address import filed
from builder.model.briefing import Briefing
from builder.press import words
from builder.press.edition import Edition, Json


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

    @property
    def path(self) -> str:
        """The page's file below the list's folder, ``index.md`` or ``page/1967-01-27.md``."""
        return f"{self.key[:-1]}.md" if self.key else "index.md"


def sheets(edition: Edition, base: str, briefings: Sequence[Briefing]) -> Iterator[Sheet]:
    """Yield the sheets of a list (its briefings oldest first), the newest sheet first; at least one."""
    parts = cut(briefings, edition.settings.per_page)
    keys = [*_keys(parts[:-1]), ""]
    for at in range(len(parts) - 1, -1, -1):
        key, shown = keys[at], parts[at]
        up = "../" * (base.count("/") + 1 + key.count("/"))
        here = f"{up}{base}/"
        turn = {
            "span": _span(edition, shown) if len(parts) > 1 else None,
            "first": here if key else None,
            "previous": here + keys[at + 1] if key else None,
            "next": here + keys[at - 1] if at else None,
            "last": here + keys[0] if at else None,
        }
        yield Sheet(key=key, briefings=shown[::-1], up=up, pager=turn)


def further(briefings: Sequence[Briefing], size: int) -> Iterator[str]:
    """Yield the keys of the further sheets of a list, oldest first."""
    yield from _keys(cut(briefings, size)[:-1])


def cut(briefings: Sequence[Briefing], size: int) -> list[Sequence[Briefing]]:
    """Return a list, oldest first, in parts of ``size`` on average: of half of it at least and the double at most.

    The last part is the newest. It takes in the one before while it is short, so that a list never opens with a line or
    two.
    """
    least, often = max(1, size // 2), max(1, size - size // 2)
    parts: list[Sequence[Briefing]] = []
    begin = 0
    for at, briefing in enumerate(briefings, 1):
        length = at - begin
        marked = zlib.crc32(briefing.slug.encode()) % often == 0
        if length >= 2 * size or (length >= least and marked):
            parts.append(briefings[begin:at])
            begin = at
    rest = briefings[begin:]
    if parts and len(rest) < least:
        rest = [*parts.pop(), *rest]
    return [*parts, rest]


def _keys(parts: Sequence[Sequence[Briefing]]) -> Iterator[str]:
    """Yield a key for each part: its first day, with a number where several begin on it."""
    met: Counter[str] = Counter()
    for part in parts:
        day = filed(part[0]).isoformat()
        met[day] += 1
        yield f"page/{day}/" if met[day] == 1 else f"page/{day}-{met[day]}/"


def _span(edition: Edition, shown: Sequence[Briefing]) -> Json:
    language = edition.settings.language
    first, last = (words.of_day(filed(one).isoformat(), language) for one in (shown[0], shown[-1]))
    return {"first": first, "last": last}


def called(title: str, sheet: Sheet) -> str:
    """Return the title of a sheet's page: that of the list, and of a further one from when to when."""
    span = sheet.pager["span"]
    return f"{title}, {span['first']['short']} to {span['last']['short']}" if sheet.key else title
