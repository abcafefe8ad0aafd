"""How the archive says who says so: the chain of a briefing, how strong it is, how many originals an event has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from builder.desk.sources.originals import Original, reports
from builder.desk.sources.sourcing import Chain, Party, Source, Strength
from builder.languages.catalogue import ENGLISH, Words, marked, marked_many
from builder.model.briefing import SourceKind
from builder.model.outlet import OutletKind

KIND = {
    SourceKind.OUTLET: marked("outlet"),
    SourceKind.OFFICIAL: marked("official"),
    SourceKind.NAMED: marked("named person"),
    SourceKind.ANONYMOUS: marked("anonymous"),
    SourceKind.DOCUMENT: marked("document"),
}
"""A kind of source as the chain shows it."""
STATE_MEDIA = str(OutletKind.STATE_MEDIA)

# In the order of a sentence: what can be looked up, who can be asked, who passes it on, and who cannot be asked.
_COUNTED = {
    "document": marked_many("{count} document", "{count} documents"),
    "official": marked_many("{count} official statement", "{count} official statements"),
    "named": marked_many("{count} named person", "{count} named people"),
    "outlet": marked_many("{count} report of another outlet", "{count} reports of other outlets"),
    STATE_MEDIA: marked_many("{count} report of state media", "{count} reports of state media"),
    "anonymous": marked_many("{count} anonymous source", "{count} anonymous sources"),
}
_RECORD = ("document", "official", "named")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LABELS: Mapping[Strength, str] = {
    Strength.ON_RECORD: marked("On record:"),
    Strength.UNNAMED: marked("Unnamed sources"),
    Strength.SECOND_HAND: marked("Second hand:"),
    Strength.STATE_MEDIA: marked("State media only:"),
    Strength.NONE: marked("No source is named."),
}
_WITHOUT_END: Mapping[Strength, str] = {
    Strength.ON_RECORD: marked("the outlet speaks for itself."),
    Strength.STATE_MEDIA: marked("no source is named."),
}

MOST_NAMED = 3
"""Sources that a card names; of more it names one less, and counts the rest."""


def basis(chain: Chain, say: Words) -> str:
    """Return what a card says after the outlet: "relying on NASA (official)", "… on NASA and on TASS (state media)".

    Nobody can be asked about people without a name, and a state decides what its outlets say: both are said of them
    wherever they stand, and the "on" before each says of whom.
    """
    sources = chain.sources
    if not sources:
        return ""
    if len(sources) == 1:
        return say("relying on {sources}", sources=_remarked(_counted_name(sources[0]), say(sort(sources[0])), say))
    order = list(_COUNTED)
    names = dict.fromkeys(
        _remarked(_counted_name(one), say(sort(one)), say) if _flagged(one) else _counted_name(one)
        for one in sorted(sources, key=lambda one: order.index(_kind(one)))
    )
    shown = _shortened(list(names), say)
    if any(map(_flagged, sources)):
        return say("relying {on_sources}", on_sources=say.listed([say("on {source}", source=one) for one in shown]))
    return say("relying on {sources}", sources=say.listed(shown))


def _shortened(names: Sequence[str], say: Words) -> list[str]:
    if len(names) <= MOST_NAMED:
        return list(names)
    return [*names[: MOST_NAMED - 1], say("{count} more", count=len(names) - MOST_NAMED + 1)]


def sort(source: Source) -> str:
    """Return what sort of source it is, as a message: of an outlet that the archive knows, what kind of outlet."""
    if source.kind is SourceKind.OUTLET and source.party.outlet:
        return str(source.party.outlet.kind)
    return KIND[source.kind]


def standing(chain: Chain, say: Words) -> dict[str, str]:
    """Return how strong a chain is, as ``{label, rest}``: "On record:" and "one document, by way of Reuters."."""
    strength, ends = chain.strength, chain.ends
    label = say(_LABELS[strength])
    if not ends:
        return {"label": label, "rest": say(_WITHOUT_END.get(strength, ""))}
    if strength is Strength.UNNAMED:
        rest, also = _unnamed(ends, say), [one for one in ends if one.kind is not SourceKind.ANONYMOUS]
    else:
        lead = _RECORD if strength is Strength.ON_RECORD else ("outlet", STATE_MEDIA)
        those = [one for one in ends if _kind(one) in lead]
        rest, also = _through(those, say.listed(_counts(those, say)), say), [one for one in ends if one not in those]
    further = " " + say("Also {sources}.", sources=say.listed(_counts(also, say))) if also else ""
    return {"label": label, "rest": f"{rest}.{further}"}


def heading(chain: Chain, say: Words) -> str:
    """Return how strong a chain is, as a list of such words has it: "On record"."""
    strength = say(str(chain.strength))
    return strength[:1].upper() + strength[1:]


def short(chain: Chain, say: Words) -> str:
    """Return who published and how strong it is, as timelines say it: "The Daily: on record", "TASS: state media"."""
    if not chain.publisher:
        return heading(chain, say)
    name = chain.publisher.name if chain.strength is Strength.STATE_MEDIA else flagged(chain.publisher, say)
    return f"{name}: {say(str(chain.strength))}"


def _unnamed(ends: Iterable[Source], say: Words) -> str:
    people = [one for one in ends if one.kind is SourceKind.ANONYMOUS]
    number = sum(one.count or 0 for one in people) if all(one.count for one in people) else 0
    if number:
        return _through(people, f"({number})", say)
    ways = _ways(people, say)
    return say("by way of {name}", name=say.listed(ways)) if ways else say("spoke to the outlet")


def _through(sources: Sequence[Source], said: str, say: Words) -> str:
    """Add through whom all of these are known; nothing where the outlet heard one of them itself."""
    ways = _ways(sources, say)
    return say("{sources}, by way of {names}", sources=said, names=say.listed(ways)) if ways else said


def _ways(sources: Sequence[Source], say: Words) -> list[str]:
    if not all(one.ways for one in sources):
        return []
    return list(dict.fromkeys(flagged(one.ways[-1], say) for one in sources))[:MOST_NAMED]


def flagged(party: Party, say: Words) -> str:
    """Return a name, with what has to be known of it: "TASS (state media)"."""
    return _remarked(party.name, say(STATE_MEDIA), say) if party.of_a_state else party.name


def _remarked(name: str, remark: str, say: Words) -> str:
    return say.filled("{name} ({remark})", {"name": name, "remark": remark})


def count_of_reports(found: Sequence[Original], say: Words) -> str:
    """Return how many reports and originals: "5 reports, 1 original: Reuters"; nothing for fewer than two reports."""
    count = reports(found)
    if count <= 1:
        return ""
    names = _shortened(list(dict.fromkeys(one.name for one in found if one.name)), say)
    counted = say.many(
        "{reports} reports, {count} original", "{reports} reports, {count} originals", len(found), reports=count
    )
    return f"{counted}: {'; '.join(names)}" if names else counted


def _kind(source: Source) -> str:
    return STATE_MEDIA if source.kind is SourceKind.OUTLET and source.party.of_a_state else str(source.kind)


def _flagged(source: Source) -> bool:
    return source.kind is SourceKind.ANONYMOUS or source.party.of_a_state


def _counted_name(one: Source) -> str:
    return f"{one.count} {one.party.name}" if one.count and one.count > 1 else one.party.name


def _counts(sources: Iterable[Source], say: Words) -> list[str]:
    counts: Counter[str] = Counter()
    for one in sources:
        counts[_kind(one)] += max(1, one.count or 1)
    return [say.many(*_COUNTED[kind], n, count=_number(n, say)) for kind in _COUNTED if (n := counts[kind])]


def _number(n: int, say: Words) -> str:
    """Return a number as it stands in a sentence: in English small ones are written out."""
    return _NUMBERS[n] if say.language == ENGLISH and n < len(_NUMBERS) else str(n)
