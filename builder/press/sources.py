"""How the archive says who says so: the chain of a briefing, how strong it is, how many originals an event has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from builder.desk.sources.originals import Original, reports
from builder.desk.sources.sourcing import Chain, Party, Source, Strength
from builder.model.briefing import SourceKind
from builder.model.outlet import OutletKind

KIND = {
    SourceKind.OUTLET: "outlet",
    SourceKind.OFFICIAL: "official",
    SourceKind.NAMED: "named person",
    SourceKind.ANONYMOUS: "anonymous",
    SourceKind.DOCUMENT: "document",
}
"""A kind of source as the chain shows it."""
STATE_MEDIA = str(OutletKind.STATE_MEDIA)

# In the order of a sentence: what can be looked up, who can be asked, who passes it on, and who cannot be asked.
_COUNTED = {
    "document": ("document", "documents"),
    "official": ("official statement", "official statements"),
    "named": ("named person", "named people"),
    "outlet": ("report of another outlet", "reports of other outlets"),
    STATE_MEDIA: ("report of state media", "reports of state media"),
    "anonymous": ("anonymous source", "anonymous sources"),
}
_RECORD = ("document", "official", "named")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LABELS: Mapping[Strength, str] = {
    Strength.ON_RECORD: "On record:",
    Strength.UNNAMED: "Unnamed sources",
    Strength.SECOND_HAND: "Second hand:",
    Strength.STATE_MEDIA: "State media only:",
    Strength.NONE: "No source is named.",
}

MOST_NAMED = 3
"""Sources that a card names; of more it names one less, and counts the rest."""


def basis(chain: Chain) -> str:
    """Return what a card says after the outlet: "relying on NASA (official)", "… on NASA and on TASS (state media)".

    Nobody can be asked about people without a name, and a state decides what its outlets say: both are said of them
    wherever they stand, and the "on" before each says of whom.
    """
    sources = chain.sources
    if not sources:
        return ""
    if len(sources) == 1:
        return f"relying on {_counted_name(sources[0])} ({sort(sources[0])})"
    order = list(_COUNTED)
    names = dict.fromkeys(
        f"{_counted_name(one)} ({sort(one)})" if _flagged(one) else _counted_name(one)
        for one in sorted(sources, key=lambda one: order.index(_kind(one)))
    )
    shown = list(names)
    if len(shown) > MOST_NAMED:
        shown = [*shown[: MOST_NAMED - 1], f"{len(shown) - MOST_NAMED + 1} more"]
    apart = " on " if any(map(_flagged, sources)) else " "
    return f"relying on {joined(shown, apart=apart)}"


def sort(source: Source) -> str:
    """Return what sort of source it is: of an outlet that the archive knows, what kind of outlet."""
    if source.kind is SourceKind.OUTLET and source.party.outlet:
        return str(source.party.outlet.kind)
    return KIND[source.kind]


def standing(chain: Chain) -> dict[str, str]:
    """Return how strong a chain is, as ``{label, rest}``: "On record:" and "one document, by way of Reuters."."""
    strength, ends = chain.strength, chain.ends
    if not ends:
        rest = {
            Strength.ON_RECORD: "the outlet speaks for itself.",
            Strength.STATE_MEDIA: "no source is named.",
        }.get(strength, "")
        return {"label": _LABELS[strength], "rest": rest}
    if strength is Strength.UNNAMED:
        rest, also = _unnamed(ends), [one for one in ends if one.kind is not SourceKind.ANONYMOUS]
    else:
        lead = _RECORD if strength is Strength.ON_RECORD else ("outlet", STATE_MEDIA)
        those = [one for one in ends if _kind(one) in lead]
        rest, also = f"{joined(_counts(those))}{_by_way_of(those)}", [one for one in ends if one not in those]
    further = f" Also {joined(_counts(also))}." if also else ""
    return {"label": _LABELS[strength], "rest": f"{rest}.{further}"}


def short(chain: Chain) -> str:
    """Return who published and how strong it is, as timelines say it: "The Daily: on record", "TASS: state media"."""
    strength = str(chain.strength)
    if not chain.publisher:
        return strength[:1].upper() + strength[1:]
    name = chain.publisher.name if chain.strength is Strength.STATE_MEDIA else flagged(chain.publisher)
    return f"{name}: {strength}"


def _unnamed(ends: Iterable[Source]) -> str:
    people = [one for one in ends if one.kind is SourceKind.ANONYMOUS]
    number = sum(one.count or 0 for one in people) if all(one.count for one in people) else 0
    way = _by_way_of(people)
    return f"({number}){way}" if number else way.removeprefix(", ") or "spoke to the outlet"


def _by_way_of(sources: Sequence[Source]) -> str:
    """Return through whom all of these are known; nothing where the outlet heard one of them itself."""
    if not all(one.ways for one in sources):
        return ""
    ways = dict.fromkeys(flagged(one.ways[-1]) for one in sources)
    return f", by way of {joined(list(ways)[:MOST_NAMED])}"


def flagged(party: Party) -> str:
    """Return a name, with what has to be known of it: "TASS (state media)"."""
    return f"{party.name} ({STATE_MEDIA})" if party.of_a_state else party.name


def count_of_reports(found: Sequence[Original]) -> str:
    """Return how many reports and originals: "5 reports, 1 original: Reuters"; nothing for fewer than two reports."""
    count = reports(found)
    if count <= 1:
        return ""
    names = list(dict.fromkeys(one.name for one in found if one.name))
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    said = f": {'; '.join(names)}" if names else ""
    return f"{count} reports, {len(found)} original{'' if len(found) == 1 else 's'}{said}"


def _kind(source: Source) -> str:
    return STATE_MEDIA if source.kind is SourceKind.OUTLET and source.party.of_a_state else str(source.kind)


def _flagged(source: Source) -> bool:
    return source.kind is SourceKind.ANONYMOUS or source.party.of_a_state


def _counted_name(one: Source) -> str:
    return f"{one.count} {one.party.name}" if one.count and one.count > 1 else one.party.name


def _counts(sources: Iterable[Source]) -> list[str]:
    counts: Counter[str] = Counter()
    for one in sources:
        counts[_kind(one)] += max(1, one.count or 1)
    return [f"{_number(counts[kind])} {_COUNTED[kind][counts[kind] != 1]}" for kind in _COUNTED if counts[kind]]


def _number(n: int) -> str:
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)


def joined(parts: Sequence[str], *, apart: str = " ") -> str:
    """Return words as a phrase: "a, b and c"; ``apart`` stands after each comma and "and"."""
    return f" and{apart}".join(filter(None, (f",{apart}".join(parts[:-1]), *parts[-1:])))
