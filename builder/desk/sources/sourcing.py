"""Who says so, weighed: the chain from an outlet to whoever knows it, and how strong a reader may take it to be.

The one place that says what is strong and why:

======================  ===============================================================================================
on record               an office, a named person or a document: someone can be asked, something can be looked up
unnamed sources         people are said to know it at first hand, but nobody can ask them
second hand             another outlet's report, of which nothing says on whom it relies
state media             nothing but reports of outlets that a state runs: it decides what they may say
no source named         the outlet gives only its own word
======================  ===============================================================================================

The strongest source that a chain ends in decides; whoever only passes something on does not. That a source is known by
way of another outlet makes it no weaker on this scale; it is said beside it, in words.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from builder.desk.sources.source_kinds import clean
from builder.model.briefing import Attribution, Briefing, SourceKind
from builder.model.ids import OutletId, Slug
from builder.model.outlet import Outlet, OutletKind

_RECORD = (SourceKind.OFFICIAL, SourceKind.NAMED, SourceKind.DOCUMENT)
_SPEAKERS = (SourceKind.OFFICIAL, SourceKind.NAMED)
_TWO_WORDS = 2
"""With so many words the beginning of a name is that name: "Ministry of Defence" of "… of Ukraine", not "Bank" of …"""
MOST = 50
"""Sources of one briefing that are weighed: each is compared with each."""
FARTHEST = 8
"""Outlets that may pass one thing on to each other; whoever writes more of them into a file writes a riddle."""


class Strength(enum.StrEnum):
    """How strong a chain is, strongest first; the text at the head of this file says why."""

    ON_RECORD = "on record"
    UNNAMED = "unnamed sources"
    SECOND_HAND = "second hand"
    STATE_MEDIA = "state media"
    NONE = "no source named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Whoever stands in a chain, by name, and as the archive's list of outlets knows them."""

    name: str
    id: OutletId | None = None
    """Of an outlet: one that the list knows, or one that published."""
    outlet: Outlet | None = None

    @property
    def key(self) -> str:
        """Return what is the same for every name of one outlet, and for every way of writing one name."""
        return self.id or " ".join(_words(self.name))

    @property
    def of_a_state(self) -> bool:
        """Tell whether a state runs it as its outlet."""
        return self.outlet is not None and self.outlet.kind is OutletKind.STATE_MEDIA


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One that the outlet relies on."""

    party: Party
    kind: SourceKind
    count: int | None = None
    ways: tuple[Party, ...] = ()
    """Outlets through which it is known, nearest to the publisher first; none where the publisher heard it itself."""
    where: str | None = None
    """Where it spoke to everybody, as the report words it."""
    passes_on: bool = False
    """Another source is known through it: it is a way, not an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Who published, and on whom they rely, nearest first. Nobody stands in it twice."""

    publisher: Party | None
    sources: tuple[Source, ...]

    @property
    def ends(self) -> tuple[Source, ...]:
        """Return the sources behind which no other is named."""
        return tuple(source for source in self.sources if not source.passes_on)

    @property
    def strength(self) -> Strength:
        """Return how strong the chain is: as strong as the strongest source it ends in."""
        kinds = {source.kind for source in self.ends}
        if not kinds:
            return self._own_word()
        if not kinds.isdisjoint(_RECORD):
            return Strength.ON_RECORD
        if SourceKind.ANONYMOUS in kinds:
            return Strength.UNNAMED
        of_states = all(source.party.of_a_state for source in self.ends)
        return Strength.STATE_MEDIA if of_states else Strength.SECOND_HAND

    def _own_word(self) -> Strength:
        kind = self.publisher.outlet.kind if self.publisher and self.publisher.outlet else None
        if kind is OutletKind.OFFICIAL:  # an office that publishes speaks for itself
            return Strength.ON_RECORD
        return Strength.STATE_MEDIA if kind is OutletKind.STATE_MEDIA else Strength.NONE


class Register:
    """The archive's outlets by all their names, and the chains read with them."""

    def __init__(self, outlets: Mapping[OutletId, Outlet]) -> None:
        """Take in the outlets; where two have one name, the first keeps it."""
        self._by_id = outlets
        self._by_name: dict[str, Outlet] = {}
        for outlet in outlets.values():
            for name in (outlet.name, *outlet.aliases):
                self._by_name.setdefault(name.casefold(), outlet)
        self._read: dict[Slug, tuple[Briefing, Chain]] = {}

    def named(self, name: str) -> Party:
        """Return whom a name means; it stays as it is written, but for outlets that the archive knows."""
        found = self._by_name.get(name.casefold()) or self._by_name.get(clean(name).casefold())
        return Party(name=found.name, id=found.id, outlet=found) if found else Party(name=name)

    def publisher(self, outlet: OutletId) -> Party:
        """Return the party of an outlet's id; the id is its name where the list lacks it."""
        known = self._by_id.get(outlet)
        return Party(name=known.name if known else outlet, id=outlet, outlet=known)

    def chain(self, briefing: Briefing) -> Chain:
        """Return the chain of a briefing, from its outlet to those who know; read once, because every page asks."""
        of, chain = self._read.get(briefing.slug, (None, None))
        if chain is None or of is not briefing:
            chain = self._chain(briefing)
            self._read[briefing.slug] = briefing, chain
        return chain

    def _chain(self, briefing: Briefing) -> Chain:
        """Read the chain of a briefing.

        A source is known through whoever ``via`` names. Unnamed people without one are known through the nearest outlet
        before them: who they are is known there, if anywhere.
        """
        publisher = self.publisher(briefing.outlet) if briefing.outlet else None
        own = publisher.key if publisher else ""
        listed = [one for one in distinct(briefing.attribution[:MOST]) if self.named(one.name).key != own]
        sources: dict[str, Source] = {}
        before: Party | None = None
        for one in listed:
            party = self.named(one.name)
            via = self.named(one.via) if one.via else before if one.kind is SourceKind.ANONYMOUS else None
            ways = (via,) if via and via.key not in (own, party.key) else ()
            sources.setdefault(
                party.key, Source(party=party, kind=one.kind, count=one.count, ways=ways, where=one.where)
            )
            before = party if one.kind is SourceKind.OUTLET else before
        ways_of = {key: _ways(source, sources, own) for key, source in sources.items()}
        passing = {way.key for ways in ways_of.values() for way in ways}
        told = (
            replace(one, ways=ways_of[key], passes_on=one.kind is SourceKind.OUTLET and key in passing)
            for key, one in sources.items()
        )
        return Chain(publisher=publisher, sources=tuple(told))


def _ways(source: Source, sources: Mapping[str, Source], own: str) -> tuple[Party, ...]:
    """Return all outlets between the publisher and a source; a circle of outlets ends where it closes."""
    ways: list[Party] = []
    seen = {own, source.party.key}
    at: Source | None = source
    while at and at.ways and at.ways[0].key not in seen and len(ways) < FARTHEST:
        ways.append(at.ways[0])
        seen.add(at.ways[0].key)
        at = sources.get(at.ways[0].key)
    return tuple(ways[::-1])


def distinct(attribution: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return sources with those that go by two names counted once, under the name that says more."""
    kept: list[tuple[Attribution, Sequence[str]]] = []
    for one in attribution:
        words = _words(one.name)
        twin = next((i for i, (other, theirs) in enumerate(kept) if _same(one, words, other, theirs)), None)
        if twin is None:
            kept.append((one, words))
            continue
        other, theirs = kept[twin]
        fuller, longer = (one, words) if len(words) > len(theirs) else (other, theirs)
        count = max(one.count or 0, other.count or 0) or None
        kept[twin] = (replace(fuller, count=count, via=other.via or one.via, where=other.where or one.where), longer)
    return tuple(one for one, _ in kept)


def _same(one: Attribution, words: Sequence[str], other: Attribution, theirs: Sequence[str]) -> bool:
    """Tell whether two names are of one source.

    The words of one end the other's ("ministry" of "Swiss foreign ministry"), or begin them with two words and more.
    What an office says, and a person for it, is one source.
    """
    if one.kind is not other.kind and not {one.kind, other.kind} <= set(_SPEAKERS):
        return False
    short, long = sorted((words, theirs), key=len)
    if not short:
        return one.name == other.name
    begins = long[: len(short)] == short and (len(short) >= _TWO_WORDS or one.kind is SourceKind.ANONYMOUS)
    return begins or long[-len(short) :] == short


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(clean(name).casefold().split())
