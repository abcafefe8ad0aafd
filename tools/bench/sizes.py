"""How large a site is, and its pages."""

from __future__ import annotations

import os
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

INDEXES = ("tags/index.html", "outlets/index.html", "calendar/index.html")
"""Each lists every subject, outlet or month there is, so it grows with them."""
_BRIEFING = re.compile(r"\d{4}/\d{2}/\d{2}-[^/]+/index\.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Bytes of a site's HTML, and of all that it is."""

    pages: int
    site: int
    median: int
    largest: tuple[str, int]
    """Path and bytes of the largest page that is no index."""
    median_briefing: int
    largest_briefing: int
    indexes: dict[str, int]


def of(site: Path) -> Sizes:
    """Measure a site. The page for what is not found is none of its pages."""
    files = dict(_files(site))
    pages = {path: size for path, size in files.items() if path.endswith(".html") and path != "404.html"}
    indexes = {path: pages[path] for path in INDEXES if path in pages}
    listed = {path: size for path, size in pages.items() if path not in indexes}
    briefings = [size for path, size in pages.items() if _BRIEFING.fullmatch(path)]
    return Sizes(
        pages=len(pages),
        site=sum(files.values()),
        median=round(statistics.median(pages.values())),
        largest=max(listed.items(), key=lambda page: page[1]),
        median_briefing=round(statistics.median(briefings)),
        largest_briefing=max(briefings),
        indexes=indexes,
    )


def _files(site: Path) -> Iterator[tuple[str, int]]:
    for folder, _, names in os.walk(site):
        for name in names:
            path = Path(folder, name)
            yield path.relative_to(site).as_posix(), path.stat().st_size
