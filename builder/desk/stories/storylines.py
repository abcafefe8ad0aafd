"""What belongs to a storyline, what it tells in which order, and what stands beside a briefing in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.desk.stories.timeline import Entry, Names
from builder.model.archive import Archive
from builder.model.briefing import Briefing, Status
from builder.model.ids import OutletId, Slug, StorylineId
from builder.model.storyline import Storyline

RECALLED = 3
"""Briefings of a storyline that recall an event nobody reports, and so make it a part of the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A storyline with the briefings that tell it."""

    storyline: Storyline
    briefings: tuple[Briefing, ...]
    """Oldest first; withdrawn ones are not among them."""

    @property
    def outlets(self) -> Sequence[tuple[OutletId, int]]:
        """Who published the reports, and how many of them: most first."""
        counts = Counter(briefing.outlet for briefing in self.briefings if briefing.outlet)
        return sorted(counts.items(), key=lambda one: (-one[1], one[0]))

    def beside(self, slug: Slug) -> tuple[Briefing | None, Briefing | None]:
        """Return the briefings before and after one of the story."""
        at = [briefing.slug for briefing in self.briefings].index(slug)
        before = self.briefings[at - 1] if at else None
        return before, self.briefings[at + 1] if at + 1 < len(self.briefings) else None


def told(archive: Archive) -> Mapping[StorylineId, Told]:
    """Return every storyline of an archive with its briefings, in the order of ids."""
    return {
        storyline.id: Told(storyline=storyline, briefings=tuple(members(storyline, archive)))
        for storyline in archive.storylines.values()
    }


def members(storyline: Storyline, archive: Archive) -> Iterator[Briefing]:
    """Yield the briefings of a storyline, oldest first.

    What an editor names wins: ``without`` over all, then ``briefings`` and a briefing's own ``storylines:``, then the
    tags, of which a briefing must carry all. One tag is a subject, and has a page of its own; a story is where several
    meet.
    """
    named, tags = set(storyline.briefings), set(storyline.tags)
    without = set(storyline.without)
    for briefing in archive.briefings:
        if briefing.status is Status.WITHDRAWN or briefing.slug in without:
            continue
        if briefing.slug in named or storyline.id in briefing.storylines or (tags and tags <= set(briefing.tags)):
            yield briefing


def chronology(story: Told, line: Iterable[Entry], names: Names) -> tuple[Entry, ...]:
    """Return the events of a storyline, in the order of ``line``.

    Those that its briefings report; and of those that nobody reports, what several of them recall, or one of them in a
    sentence that names a tag of the storyline.
    """
    slugs = {briefing.slug for briefing in story.briefings}
    tags = set(story.storyline.tags)

    def belongs(entry: Entry) -> bool:
        if entry.reported is not None:
            return any(word.report and word.briefing in slugs for word in entry.words)
        recalling = [word for word in entry.words if word.briefing in slugs]
        if len({word.briefing for word in recalling}) >= RECALLED:
            return True
        return bool(tags) and any(not tags.isdisjoint(names(word.text)) for word in recalling)

    return tuple(entry for entry in line if belongs(entry))
