"""Which earlier briefings tell the story that a new one goes on with."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from builder.desk.wording import lede, significant
from builder.model.address import filed
from builder.model.briefing import Briefing, Status
from builder.model.ids import Slug, StorylineId, TagId

LOOKED_AT = 400
"""Briefings that share the rarest tags; only their words are compared."""
LONGEST = 150
"""Briefings of one story that are read: the closest of them."""
TOGETHER = 2
"""Tags that a briefing must share, so that "everything about Geneva" is no story."""
CHANCE = 4
"""Briefings. Shared tags must be so rare together that chance alone would give them to no more of the archive."""
MOST_BITS = 8.0
"""What is asked of shared tags at most, however large the archive: two that one in sixteen carries."""
CLOSE = 0.5
"""Of the closest briefing's closeness, the least that belongs to the story."""


@dataclass(slots=True)
class Stories:
    """Published briefings by tag and by storyline; a run adds what it files."""

    language: str = "en"
    """Of briefings that name none."""
    _by_slug: dict[Slug, Briefing] = field(default_factory=dict)
    _by_tag: dict[TagId, list[Slug]] = field(default_factory=dict)
    _by_storyline: dict[StorylineId, list[Slug]] = field(default_factory=dict)

    @classmethod
    def of(cls, briefings: Iterable[Briefing], *, language: str = "en") -> Stories:
        """Return the stories of an archive."""
        stories = cls(language=language)
        for briefing in briefings:
            stories.add(briefing)
        return stories

    def add(self, briefing: Briefing) -> None:
        """Add a briefing; a draft or one that was withdrawn tells a newcomer nothing, nor does one without a day."""
        if briefing.status not in {None, Status.PUBLISHED} or briefing.published is None:
            return
        self._by_slug[briefing.slug] = briefing
        for tag in dict.fromkeys(briefing.tags):
            self._by_tag.setdefault(tag, []).append(briefing.slug)
        for storyline in dict.fromkeys(briefing.storylines):
            self._by_storyline.setdefault(storyline, []).append(briefing.slug)

    def before(self, briefing: Briefing) -> tuple[Briefing, ...]:
        """Return the earlier briefings of the same story, oldest first.

        A storyline says so itself. Else briefings share at least two tags, and are weighed by how rare those are and
        how rare the words are that their headlines and ledes share; what comes near the closest belongs to the story,
        and so does what carries every tag.
        """
        day = filed(briefing)
        found = {slug for line in briefing.storylines for slug in self._by_storyline.get(line, ())}
        found.update(self._close(briefing, day))
        earlier = (self._by_slug[slug] for slug in found if slug != briefing.slug)
        return tuple(sorted((b for b in earlier if filed(b) < day), key=lambda b: (filed(b), b.slug)))

    def _close(self, briefing: Briefing, day: dt.date) -> Sequence[Slug]:
        total = len(self._by_slug)
        shared: dict[Slug, list[float]] = {}
        for tag in dict.fromkeys(briefing.tags):
            carriers = self._by_tag.get(tag, ())
            for slug in carriers:
                shared.setdefault(slug, []).append(math.log2(total / len(carriers)))
        shared.pop(briefing.slug, None)
        least = min(math.log2(max(total, CHANCE)) - math.log2(CHANCE), MOST_BITS)
        bits = {
            slug: sum(weights)
            for slug, weights in shared.items()
            if len(weights) >= TOGETHER and sum(weights) >= least and filed(self._by_slug[slug]) < day
        }
        others = sorted(bits, key=lambda slug: (-bits[slug], slug))[:LOOKED_AT]
        words = {slug: significant(f"{self._by_slug[slug].headline}\n{lede(self._by_slug[slug])}") for slug in others}
        found = Counter(word for one in words.values() for word in one)
        own = significant(f"{briefing.headline}\n{lede(briefing)}")
        close = {
            slug: bits[slug] + sum(math.log2(len(others) / found[word]) for word in sorted(words[slug] & own))
            for slug in others
        }
        bar = CLOSE * max(close.values(), default=0)
        every = len(dict.fromkeys(briefing.tags))
        return sorted(
            (slug for slug in others if close[slug] >= bar or len(shared[slug]) == every),
            key=lambda slug: (-close[slug], slug),
        )[:LONGEST]
