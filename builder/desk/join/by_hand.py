"""The editor's word on an item: a link in its text, ``same_as`` and ``not_same_as`` in the front matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.desk.join.items import begins, places, target_path
from builder.formats import md_links
from builder.model.address import stem
from builder.model.archive import Archive
from builder.model.briefing import BackgroundItem, Briefing, Status
from builder.model.event import Ground
from builder.model.ids import Slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What an editor says that an item is."""

    ground: Ground
    slug: Slug | None = None
    """Of a briefing."""
    event: str = ""
    """Id of an event that no briefing reports."""


@dataclass(frozen=True)
class Editor:
    """Finds the editor's words of an archive."""

    archive: Archive
    by_stem: Mapping[str, Slug]

    @classmethod
    def of(cls, archive: Archive) -> Editor:
        """Return the editor of an archive."""
        return cls(archive, {stem(b): b.slug for b in archive.briefings})

    def says(self, briefing: Briefing, item: BackgroundItem) -> Word | None:
        """Return what a link in the item, or else ``same_as``, ties it to; never to its own or a withdrawn briefing."""
        if ".md" in item.text:
            for link in md_links.find(item.text):
                path = target_path(link.target)
                at = next((p for p in places(stem(briefing), path) if p in self.by_stem), None) if path else None
                if at:
                    slug = self.by_stem[at]
                    return Word(ground=Ground.LINK, slug=slug) if self._may_be(briefing, slug) else None
        for tie in briefing.same_as:
            if begins(item, tie.item):
                slug = Slug(tie.event)
                if slug not in self.archive.by_slug:
                    return Word(ground=Ground.SAME_AS, event=tie.event)
                return Word(ground=Ground.SAME_AS, slug=slug) if self._may_be(briefing, slug) else None
        return None

    def _may_be(self, briefing: Briefing, slug: Slug) -> bool:
        return slug != briefing.slug and self.archive.by_slug[slug].status is not Status.WITHDRAWN


def refused(briefing: Briefing, item: BackgroundItem) -> frozenset[str]:
    """Return the events that the editor says an item is not."""
    return frozenset(tie.event for tie in briefing.not_same_as if begins(item, tie.item))
