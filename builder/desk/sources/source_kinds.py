"""What sort of source a phrase names, and under what name it is kept: an outlet, an office, a person, a paper."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.desk.sources import source_words as said
from builder.desk.when.count_words import COUNTS
from builder.formats.word_lists import alternation, words
from builder.model.briefing import Attribution, SourceKind
from builder.model.ids import OutletId
from builder.model.outlet import Outlet, OutletKind

MOST_WORDS = 10
"""Words of a source's name; a longer phrase is a clause."""
_CAPITAL = "A-ZÀ-ÞА-ЯЁІЇЄҐ"
_DAY = (
    r"(?:(?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|am \w+tag|am Mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|el \w+(?:es|ado|ingo)"
    r"|[ву] (?:понеділок|вівторок|середу|четвер|п.ятницю|суботу|неділю)"
    r"|во? (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|yesterday|today)"
)

PEOPLE = re.compile(rf"\b{alternation(said.PEOPLE)}\b", re.IGNORECASE)
_UNNAMED = re.compile(rf"\b{alternation(said.UNNAMED)}\b", re.IGNORECASE)
_DOCUMENT = re.compile(rf"\b{alternation(said.DOCUMENTS)}\b", re.IGNORECASE)
_OUTLET = re.compile(rf"\b{alternation(said.OUTLETS)}\b|وكالة")
_OFFICE = re.compile(rf"\b{alternation(said.OFFICES)}\b", re.IGNORECASE)
_ARTICLE = re.compile(rf"^(?:{alternation(said.ARTICLES)}\s+|l[’'])", re.IGNORECASE)
_KNOWN = frozenset(name.casefold() for name in words(said.KNOWN_OUTLETS))
_AGENCY = re.compile(rf"^{alternation(said.AGENCIES)}\s+(?=[{_CAPITAL}«\"])", re.IGNORECASE)
_MANNER = re.compile(
    rf"\s+(?:in|on|at|by) (?:a|an|its|his|her|their) {alternation(said.MANNER)}.*$"
    rf"|\s+(?:у|в|на)\s+{alternation(said.MANNER_SLAVIC)}(?!\w).*$"
    rf"|\s+{alternation(said.MANNER_WEST)}(?!\w).*$"
    rf"|\s+{_DAY}$",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"(?:[{_CAPITAL}][\w’'-]+)(?:\s+[{_CAPITAL}][\w.’'-]*){{1,3}}")
_KIN = re.compile(rf"[^{_CAPITAL}]\D*?\s(?P<person>[{_CAPITAL}][\w’'-]+(?:\s+[{_CAPITAL}][\w.’'-]*){{1,3}})")
"""A person behind what he or she is: "his daughter Sheila Marren"."""
_PERSON_OF = re.compile(
    rf"(?P<person>[{_CAPITAL}][\w’'-]+(?:\s+[{_CAPITAL}][\w.’'-]*){{1,3}})\s+(?:of|from|at|vom|von|der|de|du|del|з|із|из)\s.*"
)
"""A person before where he or she is from: "Piotr Nowacki of the bird watch"."""
_STATE_AGENCY = re.compile(rf"\b{alternation(said.STATE_AGENCIES)}\b.*\bAgency\b|\bAgency for\b")
_PRONOUN = re.compile(rf"{alternation(said.PRONOUNS)}(?=\s|$)|{alternation(said.BARE_PRONOUNS)}$", re.IGNORECASE)
_CLAUSE = re.compile(rf"(?<!\w){alternation(said.CLAUSE)}(?!\w)", re.IGNORECASE)
_ROLE = re.compile(rf"{alternation(said.ROLES)}(?!\w)", re.IGNORECASE)
_JOINT = re.compile(r"(?:of|for|in|from|at|to|the|and|de|du|des|la|le|el|del|der|von|в|у|по|із|з|с)\s*$", re.IGNORECASE)
"""Before a capitalised name, what makes it part of the office rather than a person's: "head of the White House"."""
_LEADING = re.compile(
    rf"(?:{alternation(said.LEADING)}|{alternation(said.SAID)}|{alternation(said.REPORTS)})(?!\w)", re.IGNORECASE
)
_ADVERB = re.compile(rf"^(?:{alternation(said.ADVERBS)}(?!\w),?\s+)+", re.IGNORECASE)
_WHO_DO = re.compile(r"\s+(?:who|which|die|der|qui|que|які|который|которые|який|яка)\s.*$")
_GENERIC = re.compile(alternation(said.GENERIC), re.IGNORECASE)
_SEEN_BY = re.compile(rf",?\s+{alternation(said.SEEN_BY)}(?!\w).*$", re.IGNORECASE)
_PAPER = re.compile(
    rf"(?:(?!(?:in|on|of|to|wrote|says)\b)[^\s,]+\s+){{0,3}}?{alternation(said.DOCUMENTS)}"
    r"(?=$|\s+(?:of|by|from|on|to|for|in|published|des|der|de|du|del|von|vom|d['’]|про|о|об|міськ|город|[А-ЯІЇЄҐа-яіїєґё]))",
    re.IGNORECASE,
)
"""A document as the head of its phrase: "new police report on the fire", not "officials wrote in documents"."""
_SOURCES = re.compile(
    rf"(?:(?!(?:in|on|of|to|killed|for)\b)[^\s,]+\s+){{0,3}}?{alternation(said.PEOPLE)}(?!\w)", re.IGNORECASE
)
_NAMES = re.compile(
    rf"[{_CAPITAL}][\w.’'&-]*(?:\s+(?:(?:of|de|des|der|für|the|правда)\s+|[{_CAPITAL}&])[\w.’'-]*|\s+правда)*"
)
_NO_SOURCE = re.compile(alternation(said.NO_SOURCES), re.IGNORECASE)


def is_source(phrase: str, outlets: Mapping[OutletId, Outlet], *, far: bool = False) -> bool:
    """Tell whether a phrase in a speaker's place speaks: an outlet, an office, people, a paper, a name.

    ``far`` is for paragraphs below the lede, where "the company" alone names nobody.
    """
    phrase = phrase.strip()
    bare = clean(phrase)
    if not bare or len(bare.split()) > MOST_WORDS or _PRONOUN.match(phrase) or _NO_SOURCE.fullmatch(bare):
        return False
    if _LEADING.match(bare) or _CLAUSE.search(bare) or (far and _GENERIC.fullmatch(_WHO_DO.sub("", bare))):
        return False
    if is_outlet(phrase, outlets) or _PERSON.fullmatch(bare) or _person(bare):
        return True
    kind, count = kind_of(_bare_of_manner(phrase), outlets)
    match kind:
        case SourceKind.ANONYMOUS:
            return bool(_SOURCES.match(bare) or (count and _OFFICE.search(bare)))
        case SourceKind.DOCUMENT:
            return bool(_PAPER.match(bare)) and not (far and len(bare.split()) == 1)
    return bool(_OFFICE.search(bare))


def is_outlet(phrase: str, outlets: Mapping[OutletId, Outlet]) -> bool:
    """Tell whether a phrase is an outlet's name: one of the archive's, a well-known one, or one that says so."""
    bare = clean(phrase)
    if {bare.casefold(), phrase.casefold()} & _KNOWN or find_outlet(phrase, outlets):
        return True
    return _says_outlet(bare) and len(bare.split()) <= MOST_WORDS // 2


def _says_outlet(bare: str) -> bool:
    """Tell whether a name says by itself that it is an outlet's: "Harbour Gazette", "وكالة المثال"."""
    is_name = _NAMES.fullmatch(bare) or bare.upper() == bare.lower()
    return bool(_OUTLET.search(bare) and is_name) and not _STATE_AGENCY.search(bare)


def attribution_of(phrase: str, outlets: Mapping[OutletId, Outlet], *, via: str | None = None) -> Attribution:
    """Return the source that a phrase names, with how many people it speaks of."""
    name = _bare_of_manner(phrase)
    outlet = find_outlet(name, outlets)
    if outlet:
        return Attribution(name=outlet.name, kind=_weight_of(outlet), via=via)
    kind, count = kind_of(name, outlets)
    if kind is SourceKind.ANONYMOUS:
        first, _, rest = name.partition(" ")
        counted = first.isdecimal() or first.casefold() in COUNTS
        return Attribution(name=rest if counted and rest else clean(name), kind=kind, count=count, via=via)
    person = _person(clean(name)) if kind is SourceKind.OFFICIAL else None
    if person:
        return Attribution(name=person, kind=SourceKind.NAMED, via=via)
    return Attribution(name=name if name.casefold() in _KNOWN else clean(name), kind=kind, via=via)


def kind_of(name: str, outlets: Mapping[OutletId, Outlet]) -> tuple[SourceKind, int | None]:
    """Return what sort of source a phrase names, and of how many people it speaks."""
    bare = clean(name)
    outlet = find_outlet(name, outlets)
    if outlet:
        return _weight_of(outlet), None
    first = name.split(maxsplit=1)[0].casefold() if name.split() else ""
    number = int(first) if first.isdecimal() else COUNTS.get(first)
    several = number is not None and number > 1 and not is_outlet(bare, outlets)  # "Nine News"
    if several or (PEOPLE.search(bare) and (_UNNAMED.search(bare) or first == "one")):
        return SourceKind.ANONYMOUS, number
    document = _DOCUMENT.search(bare)
    if document and not (document[0].istitle() and _PERSON.fullmatch(bare)):  # "Bill Simmons"
        return SourceKind.DOCUMENT, None
    if {bare.casefold(), name.casefold()} & _KNOWN or _says_outlet(bare):
        return SourceKind.OUTLET, None
    is_person = _PERSON.fullmatch(bare) and not _OFFICE.search(bare)
    return (SourceKind.NAMED if is_person else SourceKind.OFFICIAL), None


def _person(bare: str) -> str | None:
    """Return the person's name at the end of what he or she is: "his daughter Sheila Marren"."""
    of = _PERSON_OF.fullmatch(bare)
    if of and not _OFFICE.search(of["person"]):
        return of["person"]
    found = _KIN.fullmatch(bare)
    if found is None or _OFFICE.search(found["person"]) or _JOINT.search(bare, 0, found.start("person")):
        return None
    return found["person"] if _ROLE.match(bare) or not _OFFICE.search(bare) else None


def clean(name: str) -> str:
    """Return a name without its article, the day and manner of speaking, and "news agency" before it."""
    return _ARTICLE.sub("", _AGENCY.sub("", _ARTICLE.sub("", _bare_of_manner(name))))


def _bare_of_manner(name: str) -> str:
    return _SEEN_BY.sub("", _MANNER.sub("", _ADVERB.sub("", " ".join(name.split()).strip(" .,"))))


def find_outlet(name: str, outlets: Mapping[OutletId, Outlet]) -> Outlet | None:
    """Return the archive's outlet of that name or alias."""
    said_as = {name.casefold(), clean(name).casefold()}
    known = (o for o in outlets.values() if said_as & {n.casefold() for n in (o.name, *o.aliases)})
    return next(known, None)


def _weight_of(outlet: Outlet) -> SourceKind:
    return SourceKind.OFFICIAL if outlet.kind is OutletKind.OFFICIAL else SourceKind.OUTLET
