"""What sort of source a phrase names, and under what name it is kept: an outlet, an office, a person, a paper."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.desk.sources import kind_words as kinds
from builder.desk.sources import outlet_words as known
from builder.desk.sources import person_words as persons
from builder.desk.sources import source_words as said
from builder.desk.sources.people import CAPITAL, OFFICE, PERSON, person_in
from builder.desk.when.count_words import COUNTS
from builder.formats.word_lists import alternation, words
from builder.model.briefing import Attribution, SourceKind
from builder.model.ids import OutletId
from builder.model.outlet import Outlet, OutletKind

MOST_WORDS = 10
"""Words of a source's name; a longer phrase is a clause."""
_DAY = (
    r"(?:(?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|am \w+tag|am Mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|el \w+(?:es|ado|ingo)"
    r"|[ву] (?:понеділок|вівторок|середу|четвер|п.ятницю|суботу|неділю)"
    r"|во? (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|yesterday|today)"
)

PEOPLE = re.compile(rf"\b{alternation(kinds.PEOPLE)}\b", re.IGNORECASE)
_UNNAMED = re.compile(rf"\b{alternation(kinds.UNNAMED)}\b", re.IGNORECASE)
_DOCUMENT = re.compile(rf"\b{alternation(kinds.DOCUMENTS)}\b", re.IGNORECASE)
_OUTLET = re.compile(rf"\b{alternation(known.OUTLETS)}\b|وكالة")
_ARTICLE = re.compile(rf"^(?:{alternation(kinds.ARTICLES)}\s+|l[’'])", re.IGNORECASE)
_ACRONYM = re.compile(rf"[{CAPITAL}]{{2,6}}")
"""An office by its letters: WHO, ONU, МЧС."""
_ACRONYMS_NOT = frozenset(words(kinds.ACRONYMS_NOT))
_SURNAMES = frozenset(words(persons.SURNAMES))
_ONE = re.compile(rf"(?:\w+\s)?{alternation(kinds.ONE_PERSON)}(?!\w)", re.IGNORECASE)
_KNOWN = frozenset(name.casefold() for name in words(known.KNOWN_OUTLETS))
_LONG_NAMES = frozenset(name for name in _KNOWN if " " in name and not name.startswith(("der ", "die ", "the ")))
_AGENCY = re.compile(rf"^{alternation(known.AGENCIES)}\s+(?=[{CAPITAL}«\"])", re.IGNORECASE)
_MANNER = re.compile(
    rf"\s+(?:in|on|at|by) (?:a|an|its|his|her|their) {alternation(kinds.MANNER)}.*$"
    rf"|\s+(?:у|в|на)\s+{alternation(kinds.MANNER_SLAVIC)}(?!\w).*$"
    rf"|\s+{alternation(kinds.MANNER_WEST)}(?!\w).*$"
    rf"|\s+{_DAY}$",
    re.IGNORECASE,
)
_STATE_AGENCY = re.compile(rf"\b{alternation(kinds.STATE_AGENCIES)}\b.*\bAgency\b|\bAgency for\b")
_REPORT_OF = re.compile(
    rf"(?:{alternation(kinds.ARTICLES)}\s+)?(?:{alternation(kinds.OUTLET_REPORTS)}\s+(?:{alternation(kinds.OUTLET_REPORT_BY)})\s*"
    rf"(?:{alternation(kinds.ARTICLES)}\s+)?(?P<of>[{CAPITAL}«][^,]*)|(?P<its>[{CAPITAL}][^,]*?)\s+{alternation(kinds.OUTLET_REPORTS)})",
    re.IGNORECASE,
)
_PRONOUN = re.compile(rf"{alternation(kinds.PRONOUNS)}(?=\s|$)|{alternation(kinds.BARE_PRONOUNS)}$", re.IGNORECASE)
_CLAUSE = re.compile(rf"(?<!\w){alternation(kinds.CLAUSE)}(?!\w)", re.IGNORECASE)
_LEADING = re.compile(
    rf"(?:{alternation(kinds.LEADING)}|{alternation(said.SAID)}|{alternation(said.REPORTS)})(?!\w)", re.IGNORECASE
)
_ADVERB = re.compile(rf"^(?:{alternation(kinds.ADVERBS)}(?!\w),?\s+)+", re.IGNORECASE)
_WHO_DO = re.compile(r"\s+(?:who|which|die|der|qui|que|які|который|которые|який|яка)\s.*$")
_GENERIC = re.compile(alternation(kinds.GENERIC), re.IGNORECASE)
_SEEN_BY = re.compile(rf",?\s+{alternation(said.SEEN_BY)}(?!\w).*$", re.IGNORECASE)
_PAPER = re.compile(
    rf"(?:(?!(?:in|on|of|to|wrote|says)\b)[^\s,]+\s+){{0,3}}?{alternation(kinds.DOCUMENTS)}"
    r"(?=$|\s+(?:of|by|from|on|to|for|in|published|des|der|de|du|del|von|vom|d['’]|(?-i:[A-Z])\w|про|о|об|міськ|город|[А-ЯІЇЄҐа-яіїєґё]))",
    re.IGNORECASE,
)
"""A document as the head of its phrase: "new police report on the fire", not "officials wrote in documents"."""
_NOMINATIVE = dict(pair.split(": ") for pair in words(kinds.NOMINATIVE))
_SOURCES = re.compile(
    rf"(?:(?!(?:in|on|of|to|killed|for)\b)[^\s,]+\s+){{0,3}}?{alternation(kinds.PEOPLE)}(?!\w)", re.IGNORECASE
)
_NAMES = re.compile(
    rf"[{CAPITAL}][\w.’'&-]*(?:\s+(?:(?:of|de|des|der|für|the|правда)\s+|[{CAPITAL}&])[\w.’'-]*|\s+правда)*"
)
_VAGUE = re.compile(rf"^{alternation(kinds.NO_SOURCES)}$|(?<!\w){alternation(kinds.VAGUE)}$", re.IGNORECASE)


def is_source(phrase: str, outlets: Mapping[OutletId, Outlet], *, far: bool = False) -> bool:
    """Tell whether a phrase in a speaker's place speaks: an outlet, an office, people, a paper, a name.

    ``far`` is for paragraphs below the lede, where "the company" alone names nobody.
    """
    phrase = phrase.strip()
    bare = clean(phrase)
    if _ACRONYM.fullmatch(bare) and bare not in _ACRONYMS_NOT:
        return True
    if not _may_speak(phrase, bare) or (far and _GENERIC.fullmatch(_WHO_DO.sub("", bare))):
        return False
    if is_outlet(phrase, outlets) or PERSON.fullmatch(bare) or person_in(bare):
        return True
    kind, count = kind_of(_bare_of_manner(phrase), outlets)
    match kind:
        case SourceKind.ANONYMOUS:
            return bool(_SOURCES.match(bare) or (count and OFFICE.search(bare)))
        case SourceKind.DOCUMENT:
            return bool(_PAPER.match(bare)) and not (far and len(bare.split()) == 1)
    return bool(OFFICE.search(bare))


def _may_speak(phrase: str, bare: str) -> bool:
    """Tell whether a phrase is neither a pronoun nor a clause, and does not begin like something else."""
    if not bare or len(bare.split()) > MOST_WORDS or _PRONOUN.match(phrase) or _VAGUE.search(bare):
        return False
    return not _LEADING.match(bare) and not _CLAUSE.search(bare)


def is_outlet(phrase: str, outlets: Mapping[OutletId, Outlet]) -> bool:
    """Tell whether a phrase is an outlet's name: one of the archive's, a well-known one, or one that says so."""
    bare = clean(phrase)
    station = bare.split()[0] if bare.isupper() else bare  # "MDR SACHSEN-ANHALT"
    if {bare.casefold(), phrase.casefold(), station.casefold()} & _KNOWN or find_outlet(phrase, outlets):
        return True
    return _says_outlet(bare) and len(bare.split()) <= MOST_WORDS // 2


def _says_outlet(bare: str) -> bool:
    """Tell whether a name says by itself that it is an outlet's: "Harbour Gazette", "وكالة المثال"."""
    is_name = _NAMES.fullmatch(bare) or bare.upper() == bare.lower()
    return bool(_OUTLET.search(bare) and is_name) and not _STATE_AGENCY.search(bare)


def attribution_of(phrase: str, outlets: Mapping[OutletId, Outlet], *, via: str | None = None) -> Attribution:
    """Return the source that a phrase names, with how many people it speaks of."""
    name = _reporting(_bare_of_manner(phrase), outlets)
    outlet = find_outlet(name, outlets)
    if outlet:
        return Attribution(name=outlet.name, kind=_weight_of(outlet), via=via)
    kind, count = kind_of(name, outlets)
    if kind is SourceKind.ANONYMOUS:
        first, _, rest = name.partition(" ")
        counted = first.isdecimal() or first.casefold() in COUNTS
        name = rest if counted and rest else _nominative(clean(name))
        return Attribution(name=name, kind=kind, count=count, via=via)
    person = person_in(clean(name)) if kind in (SourceKind.OFFICIAL, SourceKind.NAMED) else None
    if person:
        return Attribution(name=person, kind=SourceKind.NAMED, via=via)
    return Attribution(name=name if name.casefold() in _KNOWN else _nominative(clean(name)), kind=kind, via=via)


def _nominative(name: str) -> str:
    """Return a name whose first word stands in the case in which Slavic names stand alone."""
    first, space, rest = name.partition(" ")
    return f"{_NOMINATIVE.get(first.casefold(), first)}{space}{rest}"


def kind_of(name: str, outlets: Mapping[OutletId, Outlet]) -> tuple[SourceKind, int | None]:
    """Return what sort of source a phrase names, and of how many people it speaks."""
    bare = clean(name)
    outlet = find_outlet(name, outlets)
    if outlet:
        return _weight_of(outlet), None
    first = name.split(maxsplit=1)[0].casefold() if name.split() else ""
    number = int(first) if first.isdecimal() else COUNTS.get(first, 1 if _ONE.match(bare) else None)
    several = number is not None and number > 1 and not is_outlet(bare, outlets)  # "Nine News"
    surnamed = PERSON.fullmatch(bare) and bare.split()[-1] in _SURNAMES  # "Rosa Fuentes"
    if several or (not surnamed and PEOPLE.search(bare) and (_UNNAMED.search(bare) or first == "one")):
        return SourceKind.ANONYMOUS, number
    document = _DOCUMENT.search(bare)
    if document and not (document[0].istitle() and PERSON.fullmatch(bare)):  # "Bill Simmons"
        return SourceKind.DOCUMENT, None
    if is_outlet(name, outlets):
        return SourceKind.OUTLET, None
    is_person = PERSON.fullmatch(bare) and not OFFICE.search(bare)
    return (SourceKind.NAMED if is_person else SourceKind.OFFICIAL), None


def _reporting(name: str, outlets: Mapping[OutletId, Outlet]) -> str:
    """Return the outlet of "a report by the outlet": who relies on its report relies on it."""
    found = _REPORT_OF.fullmatch(name)
    outlet = found and (found["of"] or found["its"])
    return outlet if outlet and is_outlet(outlet, outlets) else name


def clean(name: str) -> str:
    """Return a name without its article, the day and manner of speaking, and "news agency" before it."""
    bare = _bare_of_manner(name)
    for ahead in (_ARTICLE, _AGENCY, _ARTICLE):
        if bare.casefold() in _LONG_NAMES:  # "Les Échos", "Радіо Свобода"
            return bare
        bare = ahead.sub("", bare)
    return bare


def _bare_of_manner(name: str) -> str:
    if name.casefold() in _KNOWN:  # "Bild am Sonntag" is no Bild on a Sunday
        return name
    return _SEEN_BY.sub("", _MANNER.sub("", _ADVERB.sub("", " ".join(name.split()).strip(" .,"))))


def find_outlet(name: str, outlets: Mapping[OutletId, Outlet]) -> Outlet | None:
    """Return the archive's outlet of that name or alias."""
    said_as = {name.casefold(), clean(name).casefold()}
    known = (o for o in outlets.values() if said_as & {n.casefold() for n in (o.name, *o.aliases)})
    return next(known, None)


def _weight_of(outlet: Outlet) -> SourceKind:
    return SourceKind.OFFICIAL if outlet.kind is OutletKind.OFFICIAL else SourceKind.OUTLET
