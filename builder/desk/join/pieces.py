"""What an item says, piece by piece, and what each piece is worth as evidence on the day of asking.

A retelling keeps about a third of the plain words and most of the names (measured on retellings of dated events by
several people, each from the same facts).
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from builder.desk.join.holdings import Holdings
from builder.desk.join.retelling import Unit, stems, units
from builder.model.ids import TagId

WORD, NAME = 0.3, 0.6
"""Share of an item's plain words, and of its names and subjects, that the report it retells has too."""
LEAD = 1.2
"""Times as often are they in the headline and the first paragraph of that report."""
UNHEARD, UNHEARD_NAME = 1.5, 2.5
"""Times as much against a report speaks a word, or a name, that the whole archive never used."""
MOST = 4.5
"""Bits that one plain word can tell. Names and numbers are not bounded."""
_RAREST = 40
_TOO_MANY = 64
"""Texts of the rarest name that are not looked through: one of so many has the other names too."""


def _gains(share: float) -> tuple[float, ...]:
    return tuple(math.log2(1 + share * (2**bits - 1)) for bits in range(_RAREST))


def _bounded(gains: Sequence[float]) -> tuple[float, ...]:
    return tuple(min(MOST, bits) for bits in gains)


_SUBJECT, _SUBJECT_IN_LEAD = _gains(NAME / 2), _gains(NAME / 2 * LEAD)
_NAME, _NAME_IN_LEAD = _gains(NAME), _gains(NAME * LEAD)
_NUMBER, _NUMBER_IN_LEAD = _gains(WORD), _gains(WORD * LEAD)
_WORD, _WORD_IN_LEAD = _bounded(_NUMBER), _bounded(_NUMBER_IN_LEAD)
"""Bits of a match, by how rare the word is."""
_LOSS = {share: math.log2(1 - share) for share in (WORD, NAME)}


class Piece(NamedTuple):
    """One thing that an item says, and what it is worth. A tuple, because an archive of thousands makes a million."""

    shown: str
    stems: tuple[tuple[str, array[int], float, float], ...]
    """Each with its places as ``Holdings.said`` has them, and its bits where the text has it: anywhere, and in the
    lead."""
    missing: float
    """Bits where the text lacks it: negative."""
    name: bool
    tag: TagId | None = None
    tag_bits: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text taken apart, whatever the day of asking."""

    subjects: tuple[tuple[TagId, tuple[str, ...], str], ...]
    """Of the taxonomy, with the stems of every name they go by in the text, and the first name as written."""
    units: tuple[Unit, ...]
    """All else."""


def read(text: str, mentions: Iterable[tuple[TagId, Sequence[str]]], known: Mapping[str, str]) -> Reading:
    """Take a text apart; ``mentions`` are the taxonomy's names in it, with the words they were made in."""
    named: dict[TagId, set[str]] = {}
    shown: dict[TagId, str] = {}
    for tag, found in mentions:
        name = " ".join(found)
        named.setdefault(tag, set()).update(stems(name, known))
        shown.setdefault(tag, name)
    subjects = tuple((tag, tuple(sorted(own)), shown[tag]) for tag, own in named.items())
    return Reading(subjects=subjects, units=units(text, known, frozenset().union(*named.values())))


def weighed(reading: Reading, held: Holdings, end: int) -> tuple[Piece, ...]:
    """Return what a text says, weighed by what the archive held before place ``end``."""
    made = [_subject(tag, own, shown, held, end) for tag, own, shown in reading.subjects]
    made += [_piece(unit, held, end, first=n == 0) for n, unit in enumerate(reading.units)]
    return tuple(made)


def _subject(tag: TagId, own: Sequence[str], shown: str, held: Holdings, end: int) -> Piece:
    rare_tag = held.rarity_of_tag(tag, end)
    parts = []
    for stem in own:
        # Reports may carry a subject that their words do not say: then its name is not as rare as it seems.
        places, rare, _ = held.use_of(stem, end)
        rare = min(rare, rare_tag)
        parts.append((stem, places, _SUBJECT[rare], _SUBJECT_IN_LEAD[rare]))
    return Piece(shown, tuple(parts), _LOSS[NAME], name=True, tag=tag, tag_bits=_NAME[rare_tag])


def _piece(unit: Unit, held: Holdings, end: int, *, first: bool) -> Piece:
    name = unit.name or (first and unit.shown[:1].isupper() and held.only_a_name(unit.stems[0], end))
    if name:
        bits, bits_in_lead, missing, unheard = _NAME, _NAME_IN_LEAD, _LOSS[NAME], UNHEARD_NAME
    elif unit.shown[:1].isdigit():
        bits, bits_in_lead, missing, unheard = _NUMBER, _NUMBER_IN_LEAD, _LOSS[WORD], UNHEARD
    else:
        bits, bits_in_lead, missing, unheard = _WORD, _WORD_IN_LEAD, _LOSS[WORD], UNHEARD
    parts = []
    heard = False
    for stem in unit.stems:
        places, rare, known = held.use_of(stem, end)
        heard = heard or known
        parts.append((stem, places, bits[rare], bits_in_lead[rare]))
    return Piece(unit.shown, tuple(parts), missing if heard else missing * unheard, name)


def most(said: Sequence[Piece]) -> float:
    """Return the bits of a report that has everything an item says."""
    return sum(max([piece.tag_bits, *(lead for *_, lead in piece.stems)]) for piece in said)


def rarest(said: Sequence[Piece], held: Holdings, end: int, limit: int) -> list[tuple[float, array[int], int]]:
    """Return the weightiest things an item says with the places that have them: bits, places, and their factor."""
    found: list[tuple[float, array[int], int]] = []
    for piece in said:
        if piece.tag and piece.tag in held.tagged:
            found.append((piece.tag_bits, held.tagged[piece.tag], 1))
        found += [(bits, places, 2) for _, places, bits, _ in piece.stems if places and places[0] < end * 2]
    found.sort(key=lambda one: -one[0])
    return found[:limit]


def named_together(said: Sequence[Piece], end: int) -> bool:
    """Tell whether some text before place ``end`` may have every name of an item, in its own words.

    Most items that no report of their day fits name somebody of whom none speaks: no more need be looked at.
    """
    names = sorted((piece for piece in said if piece.name and piece.tag is None), key=_bearers)
    if not names or _bearers(names[0]) > _TOO_MANY:
        return True
    having = {place >> 1 for _, places, _, _ in names[0].stems for place in places[: bisect_left(places, end * 2)]}
    return any(all(_has(piece, at) for piece in names[1:]) for at in having)


def _bearers(piece: Piece) -> int:
    return sum(len(places) for _, places, _, _ in piece.stems)


def _has(piece: Piece, at: int) -> bool:
    for _, places, _, _ in piece.stems:
        n = bisect_left(places, at * 2)
        if n < len(places) and places[n] >> 1 == at:
            return True
    return False
