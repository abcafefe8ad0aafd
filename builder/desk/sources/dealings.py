"""The dealings of outlets with each other: whom each relied on, who relied on it, who carries whose reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from builder.desk.sources.sourcing import Party, Register
from builder.model.archive import Archive
from builder.model.briefing import Briefing, SourceKind, Status
from builder.model.ids import OutletId, Slug

UNNAMED = Party(name="")
"""Who published, where nobody says; and people without a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealing:
    """One party that an outlet had to do with, and in which briefings."""

    party: Party
    kind: SourceKind | None = None
    """What the reports take it for. Papers and unnamed people stand together, a row for each kind: "text of the treaty"
    is another treaty every time, and "sources" are other people."""
    briefings: tuple[Slug, ...]
    """Oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealings:
    """All that one outlet had to do with others; of each list those with the most briefings first."""

    relied_on: tuple[Dealing, ...] = ()
    relied_on_by: tuple[Dealing, ...] = ()
    carried_by: tuple[Dealing, ...] = ()
    carries: tuple[Dealing, ...] = ()
    relying: int = 0
    """Briefings of which the reports rely on it, those of no named outlet included."""


@dataclass(slots=True)
class _Rows:
    """One list in the making: by key, who it is and the briefings."""

    rows: dict[str, tuple[Party, SourceKind | None, list[Slug]]] = field(default_factory=dict)

    def add(self, party: Party, slug: Slug, kind: SourceKind | None = None) -> None:
        summed = kind in (SourceKind.DOCUMENT, SourceKind.ANONYMOUS)
        row = self.rows.setdefault(f" {kind}" if summed else party.key, (UNNAMED if summed else party, kind, []))
        if not row[2] or row[2][-1] != slug:
            row[2].append(slug)

    def told(self) -> tuple[Dealing, ...]:
        made = (Dealing(party=party, kind=kind, briefings=tuple(slugs)) for party, kind, slugs in self.rows.values())
        return tuple(sorted(made, key=lambda one: (-len(one.briefings), one.party.name.casefold(), str(one.kind))))


@dataclass(slots=True)
class _Book:
    relied_on: _Rows = field(default_factory=_Rows)
    relied_on_by: _Rows = field(default_factory=_Rows)
    carried_by: _Rows = field(default_factory=_Rows)
    carries: _Rows = field(default_factory=_Rows)

    def told(self) -> Dealings:
        by = self.relied_on_by.told()
        return Dealings(
            relied_on=self.relied_on.told(),
            relied_on_by=by,
            carried_by=self.carried_by.told(),
            carries=self.carries.told(),
            relying=sum(len(one.briefings) for one in by),
        )


def dealings(archive: Archive, register: Register | None = None) -> Mapping[OutletId, Dealings]:
    """Return the dealings of every outlet that published, carried, or was relied on and is in the archive's list.

    Withdrawn briefings count for nothing. An outlet through which something is only known is relied on as well.
    """
    known = register or Register(archive.outlets)
    books: dict[OutletId, _Book] = {}
    for briefing in _live(archive.briefings):
        chain = known.chain(briefing)
        publisher = chain.publisher or UNNAMED
        own = books.setdefault(briefing.outlet, _Book()) if briefing.outlet else None
        told = {source.party.key: (source.party, source.kind) for source in chain.sources}
        for source in chain.sources:
            for way in source.ways:
                told.setdefault(way.key, (way, SourceKind.OUTLET))
        for party, kind in told.values():
            if own:
                own.relied_on.add(party, briefing.slug, kind)
            if party.id:
                books.setdefault(party.id, _Book()).relied_on_by.add(publisher, briefing.slug)
        for carrier in briefing.carried_by:
            books.setdefault(carrier.outlet, _Book()).carries.add(publisher, briefing.slug)
            if own:
                own.carried_by.add(known.publisher(carrier.outlet), briefing.slug)
    return {outlet: books[outlet].told() for outlet in sorted(books)}


def _live(briefings: Iterable[Briefing]) -> Iterable[Briefing]:
    return (briefing for briefing in briefings if briefing.status is not Status.WITHDRAWN)
