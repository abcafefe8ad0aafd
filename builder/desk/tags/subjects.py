"""What the archive knows of a subject: who carries it, since when, and what stands beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from builder.model.briefing import Briefing
from builder.model.ids import TagId


def together(tag: TagId, briefings: Iterable[Briefing], *, most: int | None = None) -> Sequence[tuple[TagId, int]]:
    """Return the tags that stand with one on its briefings and on how many of them, most often first, then by id."""
    counted = Counter(other for briefing in briefings for other in dict.fromkeys(briefing.tags) if other != tag)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
