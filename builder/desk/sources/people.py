"""A person's name out of a phrase that also says what he or she is: "Transport Minister Hanna Lindqvist"."""

from __future__ import annotations

import re

from builder.desk.sources import kind_words as kinds
from builder.desk.sources import person_words as persons
from builder.formats.word_lists import alternation, words

CAPITAL = "A-ZÀ-ÞА-ЯЁІЇЄҐ"
FEWEST = 2
"""Words of a person's name; of one word nobody knows whether it is a name."""
MOST = 4
_CYRILLIC = re.compile(r"[А-яЁёІіЇїЄєҐґ]")
_TOKEN = rf"(?:(?:(?:al|ad|el|as|at)-)?[{CAPITAL}][\w.’'-]*)"
_PARTICLE = r"(?:(?:de|del|della|da|dos|van|von|der|den|bin|ibn|al|el|ben|du|la)\s+)"
_RUN = re.compile(rf"{_TOKEN}(?:\s+{_PARTICLE}{{0,2}}{_TOKEN})*$")
PERSON = re.compile(rf"(?:[{CAPITAL}][\w’'-]+)(?:\s+[{CAPITAL}][\w.’'-]*){{1,3}}")
_KIN = re.compile(rf"[^{CAPITAL}]\D*?\s(?P<person>[{CAPITAL}][\w’'-]+(?:\s+[{CAPITAL}][\w.’'-]*){{1,3}})")
"""A person behind what he or she is: "his daughter Sheila Marren"."""
_PERSON_OF = re.compile(
    rf"(?P<person>[{CAPITAL}][\w’'-]+(?:\s+[{CAPITAL}][\w.’'-]*){{1,3}})\s+(?:of|from|at|vom|von|der|de|du|del|з|із|из)\s.*"
)
"""A person before where he or she is from: "Piotr Nowacki of the bird watch"."""
_FROM = re.compile(r"\s+(?:of|from|at|vom|von)\s+[^,]*$")
_ENDS = rf"\w*{alternation(persons.ROLE_ENDS)}(?:e?s)?"
ROLE = re.compile(rf"(?<!\w)(?:{alternation(persons.ROLES)}|{_ENDS})(?!\w)", re.IGNORECASE)
OFFICE = re.compile(
    rf"(?<!\w)(?:{alternation(kinds.OFFICES)}|\w+{alternation(kinds.OFFICE_ENDS)})(?!\w)", re.IGNORECASE
)
_JOINT = re.compile(
    r"(?<!\w)(?:of|for|in|from|at|to|the|and|de|du|des|la|le|el|del|der|von|в|у|по|із|з|с)\s*$", re.IGNORECASE
)
"""Before a capitalised name, what makes it part of the office rather than a person's: "head of the White House"."""
_STATES = frozenset(words(persons.STATES_OF))
_PATRONYMS = words(persons.PATRONYMS)


def person_in(bare: str) -> str | None:
    """Return the person's name in what he or she is called, without office, country and town; none if none is sure."""
    of = _PERSON_OF.fullmatch(bare)
    if of and not _is_office(of["person"]):
        return of["person"]
    titled = _titled(bare) or _titled(_FROM.sub("", bare))
    if titled:
        return titled
    found = _KIN.fullmatch(bare)
    if found is None or _is_office(found["person"]) or _JOINT.search(bare, 0, found.start("person")):
        return None
    if found["person"].split()[0] in _STATES:
        return None
    return found["person"] if ROLE.match(bare) or not OFFICE.search(bare) else None


def _titled(bare: str) -> str | None:
    """Return the name behind a role: the capitalised words at the end, but for those of the office.

    Behind "of" the first belongs to the office ("minister of Transport Odile Garnier"); in Slavic languages so does
    all but the last two and a patronymic ("президентка Молдови Майя Чебан").
    """
    run = _RUN.search(bare)
    role = ROLE.search(bare)
    if run is None or role is None:
        return None
    tokens = run[0].split()
    joined = bool(_JOINT.search(bare, 0, run.start()))
    last = max((i for i, token in enumerate(tokens) if _is_office(token)), default=-1)
    tokens = tokens[last + 1 :] if last >= 0 else tokens[joined:]
    if tokens and last >= 0 and _JOINT.fullmatch(tokens[0]):
        tokens = tokens[2:]
    if _CYRILLIC.search(bare) and tokens:
        if tokens[0] in _STATES:
            tokens = tokens[1:]
        tokens = tokens[-3 if len(tokens) > FEWEST and tokens[-2].endswith(_PATRONYMS) else -2 :]
    name = " ".join(tokens)
    if not FEWEST <= len(tokens) <= MOST or role.end() > bare.rindex(name):
        return None
    return name


def _is_office(word: str) -> bool:
    return bool(OFFICE.search(word) or ROLE.search(word))
