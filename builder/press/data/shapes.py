"""The archive's records as machines get them: which keys there are, and what they mean.

Every key is always there; what is not known is ``null``. Within a version of the API no key goes and none changes its
meaning; keys may be added.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.desk.sources.sourcing import Strength
from builder.model.briefing import SourceKind
from builder.model.event import Certainty
from builder.model.outlet import OutletKind
from builder.model.taxonomy import TagKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """One on whom the outlet relies, nearest first."""

    name: str
    kind: SourceKind
    count: int | None
    """How many people, where the source is a number of them."""
    via: str | None
    """Through whom the outlet knows it."""
    where: str | None
    """In or at what it was said: an interview, a channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierRecord:
    """Another outlet that published the same report."""

    outlet: str
    url: str | None
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRecord:
    """A copy of the original in a web archive."""

    url: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRecord:
    """What was put right, and when."""

    date: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRecord:
    """One item of a background. ``path`` is its place: ``[2]`` the third item, ``[2, 0]`` that item's first child."""

    path: tuple[int, ...]
    date: str | None
    """EDTF, levels 0 and 1."""
    text: str
    """Plain text."""
    event: str | None
    """Id of the event that it speaks of; ``null`` for a detail of a dated item."""
    briefing: str | None
    """Slug of the archive's own report of that event."""
    later: bool
    """That report came after the day of this briefing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingRecord:
    """One briefing, with what its background is tied to."""

    slug: str
    path: str
    """Of its page, below the site's root."""
    title: str
    description: str
    date: str | None
    """ISO 8601: a day, or a time with its offset."""
    updated: str | None
    language: str
    outlet: str | None
    byline: tuple[str, ...]
    dateline: str | None
    standfirst: str | None
    url: str | None
    """Of the original."""
    archived: tuple[CopyRecord, ...]
    carried_by: tuple[CarrierRecord, ...]
    strength: Strength
    sources: tuple[SourceRecord, ...]
    tags: tuple[str, ...]
    storylines: tuple[str, ...]
    lede: str
    """Plain text."""
    body: str
    """Markdown, as in the file."""
    background: tuple[ItemRecord, ...]
    mentioned_by: tuple[str, ...]
    """Slugs of later briefings that recall this one, oldest first."""
    corrections: tuple[CorrectionRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRecord:
    """A background item that speaks of an event."""

    briefing: str
    path: tuple[int, ...]
    date: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """One happening, with all who speak of it: the join."""

    id: str
    what: str
    when: str | None
    """EDTF."""
    certainty: Certainty
    reports: tuple[str, ...]
    """Slugs, the first report first."""
    mentions: tuple[MentionRecord, ...]
    known: str
    """The day on which the archive first spoke of it."""
    aliases: tuple[str, ...]
    """Ids it had before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRecord:
    """One subject."""

    id: str
    label: str
    kind: TagKind
    names: tuple[str, ...]
    parent: str | None
    wikidata: str | None
    mediatopic: str | None
    former: tuple[str, ...]
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRecord:
    """One that published, carried, or was relied on."""

    id: str
    name: str
    kind: OutletKind | None
    domains: tuple[str, ...]
    zone: str | None
    language: str | None
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StorylineRecord:
    """One editorial narrative."""

    id: str
    title: str
    description: str | None
    summary: str
    """Markdown."""
    tags: tuple[str, ...]
    briefings: tuple[str, ...]
    """Slugs, oldest first."""
