"""The archive as one value: loaded once, asked by small pure functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from builder.model.briefing import Briefing, Status
from builder.model.ids import OutletId, Slug, StorylineId, TagId
from builder.model.outlet import Outlet
from builder.model.storyline import Storyline
from builder.model.taxonomy import Taxonomy


@dataclass(frozen=True, kw_only=True)
class Archive:
    """Every briefing of the archive, oldest first, with the taxonomy and the outlets it speaks of."""

    briefings: tuple[Briefing, ...]
    taxonomy: Taxonomy
    outlets: Mapping[OutletId, Outlet]
    storylines: Mapping[StorylineId, Storyline] = field(default_factory=dict)
    """By id, in the order of ids."""
    by_slug: Mapping[Slug, Briefing] = field(init=False, repr=False, compare=False)
    by_tag: Mapping[TagId, tuple[Briefing, ...]] = field(init=False, repr=False, compare=False)
    """The briefings that carry a tag, oldest first."""

    def __post_init__(self) -> None:
        by_tag: dict[TagId, list[Briefing]] = {}
        for briefing in self.briefings:
            for tag in briefing.tags:
                by_tag.setdefault(tag, []).append(briefing)
        object.__setattr__(self, "by_slug", MappingProxyType({b.slug: b for b in self.briefings}))
        object.__setattr__(self, "by_tag", MappingProxyType({tag: tuple(bs) for tag, bs in sorted(by_tag.items())}))

    @classmethod
    def of(
        cls,
        briefings: Iterable[Briefing],
        taxonomy: Taxonomy,
        outlets: Mapping[OutletId, Outlet],
        storylines: Iterable[Storyline] = (),
    ) -> Archive:
        """Return an archive in its one order: by publication, then by slug."""
        by_id = {storyline.id: storyline for storyline in sorted(storylines, key=lambda one: one.id)}
        ordered = tuple(sorted(briefings, key=_order))
        return cls(briefings=ordered, taxonomy=taxonomy, outlets=outlets, storylines=by_id)

    def published(self, *, drafts: bool = False) -> Archive:
        """Return the archive as readers see it: without drafts, unless they are asked for."""
        if drafts:
            return self
        shown = tuple(b for b in self.briefings if b.status is not Status.DRAFT)
        return replace(self, briefings=shown)

    def without(self, slugs: Collection[Slug], *, storylines: Collection[StorylineId] = ()) -> Archive:
        """Return the archive as if these briefings and storylines were not in it."""
        kept = tuple(b for b in self.briefings if b.slug not in slugs)
        stories = {id_: storyline for id_, storyline in self.storylines.items() if id_ not in storylines}
        return replace(self, briefings=kept, storylines=stories)


def _order(briefing: Briefing) -> tuple[dt.date, dt.datetime, str]:
    moment = briefing.published
    # Moments, not their text: 08:00+02:00 is earlier than 07:00+00:00.
    return (moment.day, moment.order, briefing.slug) if moment else (dt.date.min, _NEVER, briefing.slug)


_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)
