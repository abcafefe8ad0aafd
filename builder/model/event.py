"""The event: something that happened, with everyone in the archive who speaks of it."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from builder.model.edtf import Edtf
from builder.model.ids import EventId, Slug

ItemPath = tuple[int, ...]
"""An item of a background by its place: ``(2,)`` is the third item, ``(2, 0)`` that item's first child."""


class Certainty(enum.StrEnum):
    """How sure the archive is of the date."""

    CERTAIN = "certain"
    UNCERTAIN = "uncertain"
    APPROXIMATE = "approximate"
    UNDATED = "undated"


class Ground(enum.StrEnum):
    """Why an item is of an event."""

    LINK = "linked by the editor"
    SAME_AS = "the editor says so (same_as)"
    REPORT = "a report of the archive"
    ITEMS = "other backgrounds tell the same"
    ALONE = "nothing else in the archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A report that an item was not tied to, or not alone."""

    briefing: Slug
    when: str
    bits: float
    shared: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided on one item, and on which grounds."""

    event: EventId
    ground: Ground
    target: Slug | None = None
    """The briefing that the item links to."""
    later: bool = False
    """It was published after the day of the item's own briefing."""
    when: str = ""
    """How the dates agree, in plain words."""
    bits: float = 0.0
    """Date and words together; ``desk.join.recall.ENOUGH`` are enough."""
    shared: tuple[str, ...] = ()
    """What both say, the weightiest first."""
    missing: tuple[str, ...] = ()
    """Names of the item that the report lacks."""
    rivals: tuple[Rival, ...] = ()
    doubt: str = ""
    """Why no report was taken, in plain words."""
    elsewhere: Slug | None = None
    """The report of another day that an exactly dated item surely retells: one of the two has the day wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A background item that speaks of the event."""

    briefing: Slug
    item: ItemPath
    sentence: str
    """Plain text."""
    date: Edtf | None = None
    """As the item has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening. Not a briefing: several may report it, or none."""

    id: EventId
    """The slug of its first briefing; without one, its date and six hex digits of its earliest item."""
    what: str
    """The headline of its first briefing; without one, its earliest item."""
    when: Edtf | None
    certainty: Certainty
    reports: tuple[Slug, ...]
    """Briefings that report it, the first one first."""
    mentions: tuple[Mention, ...]
    """In the order of their briefings."""
    known: dt.date
    """The day on which the archive first spoke of it."""
    aliases: tuple[EventId, ...] = ()
    """Ids it had, or would have without its first briefing."""
