"""Who publishes: newspapers, agencies, offices."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from builder.model.ids import OutletId


class OutletKind(enum.StrEnum):
    """What sort of publisher an outlet is, as far as a reader should weigh it."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    STATE_MEDIA = "state media"
    OFFICIAL = "official"
    RESEARCH = "research"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who published an article. Its zone dates what it prints without one."""

    id: OutletId
    name: str
    kind: OutletKind = OutletKind.NEWSPAPER
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    zone: str | None = None
    """IANA time zone; unknown where absent, and then a printed time is not turned into a moment."""
    language: str | None = None
    line: int = field(default=1, compare=False)
