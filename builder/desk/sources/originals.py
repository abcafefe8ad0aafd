"""How many told it of their own: the reports of one event, grouped by what they rest on."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from builder.desk.sources.sourcing import Chain, Party, Register
from builder.model.archive import Archive
from builder.model.briefing import SourceKind
from builder.model.event import Event
from builder.model.ids import Slug


class Reason(enum.StrEnum):
    """Why a report stands in its group."""

    FIRST = "the first to rest on it"
    SAME = "rests on nothing that a report before it did not rest on"
    RELIED_ON = "its outlet is the one that another report relies on"
    CARRIED = "carries the same report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One outlet that told of the event."""

    outlet: Party | None
    reason: Reason
    briefing: Slug
    """The briefing of the report; of a carrier, the briefing of what it carried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One account of the event with a ground of its own, and all who passed it on."""

    rests_on: tuple[Party, ...]
    """What only this account rests on, nearest first: the outlet that spoke to somebody, else the source itself."""
    reports: tuple[Report, ...]

    @property
    def name(self) -> str:
        """Return what it is called: "Reuters", "NASA and TASS"; nothing where nobody is named."""
        names = list(dict.fromkeys(party.name for party in self.rests_on))
        return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


@dataclass(slots=True)
class _Group:
    rests_on: tuple[Party, ...]
    reports: list[Report] = field(default_factory=list)


def originals(event: Event, archive: Archive, register: Register | None = None) -> tuple[Original, ...]:
    """Return the independent accounts of an event, the first one first.

    Reports are taken in the event's order. One that rests on something of which no report before it speaks is an
    original; one that does not passes on what was there. So the count is never too high: five papers that print one
    agency's report, or one ministry's statement, are five reports and one original. A source that is known by way of an
    outlet is there when either is. A carrier (``carried_by``) is a report, and never an original.
    """
    known = register or Register(archive.outlets)
    groups: list[_Group] = []
    grounds: dict[str, int] = {}
    """By key of a source or outlet: the group in which it first stands."""
    publishers: dict[str, int] = {}
    for slug in event.reports:
        briefing = archive.by_slug[slug]
        chain = known.chain(briefing)
        own = chain.publisher.key if chain.publisher else f" {slug}"
        grounds_of = list(_grounds(chain, own))
        homes = [_home(path, grounds, publishers) for path, _ in grounds_of]
        new = [party for (_, party), home in zip(grounds_of, homes, strict=True) if home is None]
        if own in grounds:
            at, reason = grounds[own], Reason.RELIED_ON
        elif None in homes:
            groups.append(_Group(tuple(party for party in new if party)))
            at, reason = len(groups) - 1, Reason.FIRST
        else:
            at, reason = next(home for home in homes if home is not None), Reason.SAME
        groups[at].reports.append(Report(outlet=chain.publisher, reason=reason, briefing=slug))
        for carrier in briefing.carried_by:
            carries = Report(outlet=known.publisher(carrier.outlet), reason=Reason.CARRIED, briefing=slug)
            groups[at].reports.append(carries)
        for key in (key for path, _ in grounds_of for key in path if chain.ends):
            grounds.setdefault(key, at)
        publishers.setdefault(own, at)
    return tuple(Original(rests_on=group.rests_on, reports=tuple(group.reports)) for group in groups)


def reports(found: Sequence[Original]) -> int:
    """Return how many reports there are, carriers included."""
    return sum(len(one.reports) for one in found)


def _grounds(chain: Chain, own: str) -> Iterator[tuple[Sequence[str], Party | None]]:
    """Yield for each end of a chain the keys on the way to it, and what a reader calls it.

    Unnamed people are whoever knows them, and nobody else; an outlet that names no one is its own ground.
    """
    for source in chain.ends:
        ways = [way.key for way in source.ways]
        if source.ways:
            yield (ways if source.kind is SourceKind.ANONYMOUS else [*ways, source.party.key]), source.ways[-1]
        elif source.kind is SourceKind.ANONYMOUS:
            yield (f"unnamed of {own}",), chain.publisher
        else:
            yield (source.party.key,), source.party
    if not chain.ends:
        yield (own,), chain.publisher


def _home(path: Sequence[str], *known: dict[str, int]) -> int | None:
    return next((at[key] for at in known for key in path if key in at), None)
