"""How much two texts say for being of one event: words weighed as evidence, in bits.

Naive Bayes, with the odds of two suppositions: the item retells what the other text reports, or it does not. A word
that both have speaks for the first, the more so the rarer it is in the archive; one that the other text lacks speaks
against it a little. A retelling keeps about a third of the plain words and most of the names (measured on retellings of
dated events by several people, each from the same facts).
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from builder.desk.holdings import Holdings
from builder.desk.retelling import Unit, stems, units
from builder.model.ids import TagId

WORD, NAME = 0.3, 0.6
"""Share of an item's plain words, and of its names and subjects, that the report it retells has too."""
LEAD = 1.2
"""Times as often are they in the headline and the first paragraph of that report."""
UNHEARD, UNHEARD_NAME = 1.5, 2.5
"""Times as much against a report speaks a word, or a name, that the whole archive never used."""
ASIDE = 0.7
"""Times as much as a subject of headline or first paragraph one counts that stands further down."""
SHORT = 0.5
"""Times as much as a report does an account of a sentence or two lack what was said."""
MOST = 4.5
"""Bits that one plain word can tell. Names and numbers are not bounded."""
_RAREST = 40


def _gains(share: float) -> tuple[float, ...]:
    return tuple(math.log2(share * 2**bits + 1 - share) for bits in range(_RAREST))


_GAIN = {(share, lead): _gains(share * (LEAD if lead else 1)) for share in (WORD, NAME, NAME / 2) for lead in (0, 1)}
"""By share and place: bits of a match, by how rare the word is."""
_LOSS = {share: math.log2(1 - share) for share in (WORD, NAME)}
_UNSAID: array[int] = array("I")


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that an item says, and what it is worth as evidence on the day of asking."""

    shown: str
    stems: tuple[tuple[str, array[int], float, float], ...]
    """Each with its places, and its bits where the text has it: anywhere, and in the lead."""
    missing: float
    """Bits where the text lacks it: negative."""
    name: bool
    tag: TagId | None = None
    tag_bits: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one text says for being of the same event as another."""

    bits: float
    told: float = 0.0
    """Bits of what both say, without what speaks against."""
    shared: tuple[str, ...] = ()
    """What both say, the weightiest first."""
    missing: tuple[str, ...] = ()
    """Names that the other text lacks."""


@dataclass(frozen=True, slots=True)
class Account:
    """What others have said of an event: the stems and tags of the items that recall it."""

    stems: set[str] = field(default_factory=set)
    tags: set[TagId] = field(default_factory=set)

    def hear(self, said: Sequence[Piece]) -> None:
        """Take in what one more item says."""
        for piece in said:
            self.stems.update(stem for stem, *_ in piece.stems)
            if piece.tag:
                self.tags.add(piece.tag)

    def add(self, other: Account) -> None:
        """Take in what another account has."""
        self.stems.update(other.stems)
        self.tags.update(other.tags)


def pieces(text: str, mentions: Iterable[tuple[TagId, Sequence[str]]], held: Holdings, end: int) -> tuple[Piece, ...]:
    """Return what an item says, weighed by what the archive held before place ``end``.

    ``mentions`` are the taxonomy's names in the text, with the words they were made in: subjects under any name.
    """
    named: dict[TagId, set[str]] = {}
    shown: dict[TagId, str] = {}
    for tag, found in mentions:
        named.setdefault(tag, set()).update(stems(" ".join(found), held.known))
        shown.setdefault(tag, " ".join(found))
    made = [_subject(tag, own, shown[tag], held, end) for tag, own in named.items()]
    taken = frozenset().union(*named.values()) if named else frozenset()
    found_units = units(text, held.known, taken)
    made += [_piece(unit, held, end, first=n == 0) for n, unit in enumerate(found_units)]
    return tuple(made)


def _subject(tag: TagId, own: set[str], shown: str, held: Holdings, end: int) -> Piece:
    parts = []
    for stem in sorted(own):
        # Reports may carry a subject that their words do not say: then its name is not as rare as it seems.
        rare = min(held.rarity(stem, end), held.rarity_of_tag(tag, end))
        parts.append((stem, held.said.get(stem, _UNSAID), _GAIN[NAME / 2, 0][rare], _GAIN[NAME / 2, 1][rare]))
    bits = _GAIN[NAME, 0][held.rarity_of_tag(tag, end)]
    return Piece(shown, tuple(parts), _LOSS[NAME], name=True, tag=tag, tag_bits=bits)


def _piece(unit: Unit, held: Holdings, end: int, *, first: bool) -> Piece:
    name = unit.name or (first and unit.shown[:1].isupper() and held.only_a_name(unit.stems[0], end))
    share = NAME if name else WORD
    most = math.inf if name or unit.shown[:1].isdigit() else MOST
    parts = []
    heard = False
    for stem in unit.stems:
        rare = held.rarity(stem, end)
        heard = heard or held.known_at(stem, end)
        bits = min(most, _GAIN[share, 0][rare]), min(most, _GAIN[share, 1][rare])
        parts.append((stem, held.said.get(stem, _UNSAID), *bits))
    return Piece(unit.shown, tuple(parts), _LOSS[share] * (1 if heard else UNHEARD_NAME if name else UNHEARD), name)


def bits_of(said: Sequence[Piece], at: int | None, tags: AbstractSet[TagId], account: Account | None) -> float:
    """Return how many bits speak for an item being of the event of the report at a place, of an account, or of both."""
    bits = 0.0
    lacking = 1.0 if at is not None else SHORT
    for piece in said:
        worth = _worth(piece, at, tags, account)
        bits += piece.missing * lacking if worth is None else worth
    return bits


def weigh(said: Sequence[Piece], at: int | None, tags: AbstractSet[TagId], account: Account | None) -> Evidence:
    """Return the same evidence with what is in it."""
    lacking = 1.0 if at is not None else SHORT
    worths = [(_worth(piece, at, tags, account), piece) for piece in said]
    shared = sorted((-worth, piece.shown) for worth, piece in worths if worth is not None and worth > 0)
    return Evidence(
        bits=sum(worth if worth is not None else piece.missing * lacking for worth, piece in worths),
        told=-sum(worth for worth, _ in shared),
        shared=tuple(word for _, word in shared),
        missing=tuple(piece.shown for worth, piece in worths if worth is None and piece.name),
    )


def _worth(piece: Piece, at: int | None, tags: AbstractSet[TagId], account: Account | None) -> float | None:
    """Return the bits of one piece; ``None`` where the text lacks it. Of a name's words the rarest counts."""
    best: float | None = None
    in_lead = False
    for stem, places, bits, lead_bits in piece.stems:
        if at is not None:
            n = bisect_left(places, at * 2)
            if n < len(places) and places[n] >> 1 == at:
                lead = places[n] & 1
                in_lead = in_lead or lead == 1
                worth = lead_bits if lead else bits
                best = worth if best is None or worth > best else best
                continue
        if account is not None and stem in account.stems:
            best = bits if best is None or bits > best else best
    if piece.tag is not None and (piece.tag in tags or (account is not None and piece.tag in account.tags)):
        full = in_lead or at is None
        return piece.tag_bits if full else max(piece.tag_bits * ASIDE, best or 0.0)
    return best


def most(said: Sequence[Piece]) -> float:
    """Return the bits of a report that has everything an item says."""
    return sum(max([piece.tag_bits, *(lead for *_, lead in piece.stems)]) for piece in said)


def rarest(said: Sequence[Piece], held: Holdings, end: int, limit: int) -> list[tuple[float, Sequence[int], int]]:
    """Return the weightiest things an item says with the places that have them: bits, places, and their factor."""
    found: list[tuple[float, Sequence[int], int]] = []
    for piece in said:
        if piece.tag and piece.tag in held.tagged:
            found.append((piece.tag_bits, held.tagged[piece.tag], 1))
        found += [(bits, places, 2) for _, places, bits, _ in piece.stems if places and places[0] < end * 2]
    found.sort(key=lambda one: -one[0])
    return found[:limit]
