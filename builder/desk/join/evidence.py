"""How much two texts say for being of one event: words weighed as evidence, in bits.

Naive Bayes, with the odds of two suppositions: the item retells what the other text reports, or it does not. A word
that both have speaks for the first, the more so the rarer it is in the archive; one that the other text lacks speaks
against it a little.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from builder.desk.join.pieces import Piece
from builder.model.ids import TagId

ASIDE = 0.7
"""Times as much as a subject of headline or first paragraph one counts that stands further down."""
SHORT = 0.5
"""Times as much as a report does an account of a sentence or two lack what was said."""
_FEW = 4
"""Times as many places of a word as reports are quicker looked through than each report is searched for."""


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
            self.stems.update([stem for stem, *_ in piece.stems])
            if piece.tag:
                self.tags.add(piece.tag)

    def add(self, other: Account) -> None:
        """Take in what another account has."""
        self.stems.update(other.stems)
        self.tags.update(other.tags)


Worths = Sequence[tuple[Piece, float | None]]
"""Each piece with its bits; ``None`` where the other text lacks it."""


_NOTHING = Account()


@dataclass(frozen=True, slots=True)
class Balance:
    """What speaks for and against an item being of the event of each of some reports."""

    said: Sequence[Piece]
    bits: Mapping[int, float]
    """By the place of the report."""
    worths: Sequence[Mapping[int, float]]
    """For each piece, by place: its bits. Reports that lack it are absent."""

    def evidence(self, at: int) -> Evidence:
        """Return what speaks for and against the report at a place, in words."""
        return in_words(
            self.bits[at], [(piece, worth.get(at)) for piece, worth in zip(self.said, self.worths, strict=True)]
        )


def against_reports(
    said: Sequence[Piece],
    reports: Sequence[int],
    tags: Sequence[AbstractSet[TagId]],
    accounts: Mapping[int, Account],
) -> Balance:
    """Weigh an item against the reports at some places, and against what items said that were tied to them.

    ``tags`` and ``accounts`` are by place. All reports are weighed together, because that is the innermost loop of the
    join: most words of an item stand in none of the few reports of a day.
    """
    if not reports:
        return Balance(said, {}, ())
    reports = sorted(set(reports))
    told = {at: accounts.get(at, _NOTHING) for at in reports}
    heard = _heard(said, told)
    first, after = reports[0] * 2, reports[-1] * 2 + 2
    total = dict.fromkeys(reports, 0.0)
    worths = []
    for piece in said:
        worth: dict[int, float] = {}
        for stem, places, bits, lead_bits in piece.stems:
            begin = bisect_left(places, first)
            if begin < len(places) and places[begin] < after:
                for place in _common(places, begin, after, total):
                    at, own = place >> 1, lead_bits if place & 1 else bits
                    worth[at] = max(own, worth.get(at, own))
            for at in heard.get(stem, ()):
                worth[at] = max(bits, worth.get(at, bits))
        if piece.tag is not None:
            bearing = [at for at in reports if piece.tag in tags[at] or piece.tag in told[at].tags]
            worth |= {at: _of_subject(piece, at, worth.get(at, 0.0)) for at in bearing}
        missing = piece.missing
        for at in reports:
            total[at] += worth.get(at, missing)
        worths.append(worth)
    return Balance(said, total, worths)


def _heard(said: Sequence[Piece], told: Mapping[int, Account]) -> Mapping[str, Sequence[int]]:
    """Return who was told which of an item's words by those tied to them: places of reports by stem."""
    own = {part[0] for piece in said for part in piece.stems}
    found: dict[str, list[int]] = {}
    for at, account in told.items():
        for stem in own & account.stems:
            found.setdefault(stem, []).append(at)
    return found


def _of_subject(piece: Piece, at: int, words: float) -> float:
    """Return the bits of a subject for a report that carries it as a tag: fewer, if not in headline or lede."""
    in_lead = any(_stands(places, at * 2 + 1) for _, places, _, _ in piece.stems)
    return piece.tag_bits if in_lead else max(piece.tag_bits * ASIDE, words)


def _stands(places: array[int], place: int) -> bool:
    n = bisect_left(places, place)
    return n < len(places) and places[n] == place


def _common(places: array[int], begin: int, after: int, reports: Mapping[int, float]) -> Iterable[int]:
    """Return the places of a word, from an index and up to a place, that are of one of some reports."""
    if begin + 1 == len(places) or places[begin + 1] >= after:
        return (places[begin],) if places[begin] >> 1 in reports else ()
    end = bisect_left(places, after, begin)
    if end - begin <= _FEW * len(reports):
        return [place for place in places[begin:end] if place >> 1 in reports]
    found = []
    for at in reports:
        begin = bisect_left(places, at * 2, begin, end)
        if begin < end and places[begin] >> 1 == at:
            found.append(places[begin])
    return found


def against_account(said: Sequence[Piece], account: Account) -> tuple[float, Worths]:
    """Weigh an item against what items say of an event that nobody reported: its bits, and those of each piece."""
    total = 0.0
    worths: list[tuple[Piece, float | None]] = []
    for piece in said:
        _, parts, missing, _, tag, tag_bits = piece
        if tag is not None and tag in account.tags:
            best: float | None = tag_bits
        else:
            best = max([bits for stem, _, bits, _ in parts if stem in account.stems], default=None)
        total += missing * SHORT if best is None else best
        worths.append((piece, best))
    return total, worths


def in_words(bits: float, worths: Worths) -> Evidence:
    """Return what speaks for and against with its words."""
    shared = sorted([(-worth, piece.shown) for piece, worth in worths if worth is not None and worth > 0])
    told = 0.0
    for worth, _ in shared:
        told -= worth
    return Evidence(
        bits=bits,
        told=told,
        shared=tuple([word for _, word in shared]),
        missing=tuple([piece.shown for piece, worth in worths if worth is None and piece.name]),
    )
