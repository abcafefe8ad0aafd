"""Names of authors out of the lines in which outlets print them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from builder.wire.printed.agencies import is_agency
from builder.wire.printed.byline_words import (
    AND,
    AND_ALONE,
    AND_WORD,
    BY_ALONE,
    DESK,
    GLUED,
    PARTICLE,
    PERHAPS_AND,
    PLACE,
    ROLE,
    by,
)
from builder.wire.printed.lines import LINES_KEPT
from builder.wire.printed.person_names import LEAST_WORDS, is_name, is_word_of_name, recased
from builder.wire.printed.stamp_words import READING_TIME

LONGEST = 120
"""Characters of a byline: three names and a role."""
LONGEST_BY_WORD = 25
"""Characters of a line that is only a by-word."""
GLUED_NAMES = 6
"""Words of three names without a comma between them."""
LONGEST_DESK = 4
"""Words of a desk's name."""

_CONTACT = re.compile(r"\S+@\S+\.\w+|(?<!\w)@\w+|https?:\S+|www\.\S+|\(\s*\)|\+?\d[\d\s/-]{6,}")
_ROLE_BEHIND = re.compile(
    r"(?P<name>.{2,}?)\s?(?:記者|特派員|編集委員|支局長|기자|특파원|记者|선임기자|논설위원)(?:\s.*)?$"
)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_EDGES = ' .,:;–—-"“”*'
_GLUED_ROLE = re.compile(r"(?<=[a-zß-ÿ]{2})(?<!Mac)(?<!Fitz)(?=[A-ZÀ-Þ])")
_BUTTON = re.compile(
    r"\s(?:follow(?:ing)?|folgen|suivre|seguir|segui|volgen|följ|følg|subscribe|takip et|obserwuj|sledovat)$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?:[\s,|·]+\d{1,3})+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A byline taken apart."""

    names: tuple[str, ...] = ()
    """People, in the line's order; an agency or a desk where the line names nobody else, or names it first."""
    people: bool = False
    """Whether there is a person among them."""
    role: bool = False
    """Whether the line gives somebody's role or agency beside the name."""
    whole: bool = False
    """Whether the line says nothing else."""
    introduced: bool = False
    """Whether a by-word leads to the names."""


def names(text: str, *, lower: frozenset[str] = frozenset(), sure: bool = False) -> tuple[str, ...]:
    """Return the people that a byline names, in its order; roles and the agencies beside them are left out.

    ``lower`` are words that the article also writes in lower case: a "name" made of them is none. ``sure`` says that a
    by-word introduced the text, so that a single word may be a name.
    """
    return read(text, lower=lower, sure=sure).names


def read(text: str, *, lower: frozenset[str] = frozenset(), sure: bool = False) -> Credit:
    """Return the byline that a text is; without names where it is none."""
    text = _BUTTON.sub("", _COUNT.sub("", _CONTACT.sub(" ", READING_TIME.sub("", _spaced(text)))))
    text = text.strip(" .,;:|–—-·•/")
    found = by(text)
    introduced = found is not None and _reads_as_names(found, lower)
    if found and introduced:
        text, sure = found["rest"], True
    gathered = _Gathered(text=text, lower=lower, sure=sure)
    # Behind a name stands a role; where the first part is no name, the line is no byline.
    whole = all(gathered.take(raw.strip(_EDGES)) for raw in _parts(text))
    if not gathered.people and not gathered.others and _is_desk(text):
        gathered.others, whole = [text], True
    names = gathered.names()
    return Credit(
        names=names,
        people=bool(gathered.people),
        role=gathered.role,
        whole=whole and bool(names),
        introduced=introduced,
    )


@dataclass(slots=True)
class _Gathered:
    """Whom a byline has named so far."""

    text: str
    lower: frozenset[str]
    sure: bool
    people: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    role: bool = False
    shouted: bool = False
    """Whether names stand in capitals."""

    def take(self, raw: str) -> bool:
        """Take a part of the line; tell whether it may belong to a byline."""
        part = _without_place(raw, sure=self.sure)
        if again := by(part):
            part = again["rest"]
        if is_agency(part):
            self.role = self.role or bool(self.people)
            if not self.people or _is_joined(part, self.text):
                self.others.append(part)
            return True
        name, had_role = _without_role(part)
        self.role = self.role or had_role
        if not name or (self.people and self._is_shouted_outlet(part)):
            return True
        if is_name(name, self.lower, sure=self.sure and not self.people):
            self.shouted = self.shouted or name.isupper()
            self.people.append(recased(name))
            return True
        return bool(self.people) and (self.sure or _is_town(name))

    def _is_shouted_outlet(self, part: str) -> bool:
        """Tell whether a part in capitals follows names that are not in capitals: "Kim Doe, EXAMPLE TODAY"."""
        return part.isupper() and not self.shouted

    def names(self) -> tuple[str, ...]:
        """Return people and others in the order of the line."""
        folded = self.text.casefold()
        return tuple(sorted(dict.fromkeys((*self.people, *self.others)), key=lambda name: folded.find(name.casefold())))


def introduces(text: str) -> bool:
    """Tell whether a line is nothing but a by-word, so that the next line names the author."""
    return len(text) <= LONGEST_BY_WORD and bool(BY_ALONE.fullmatch(text))


def is_and(text: str) -> bool:
    """Tell whether a line only joins the names above and below it."""
    return bool(AND_ALONE.fullmatch(text))


@lru_cache(maxsize=LINES_KEPT)
def is_byline(text: str) -> bool:
    """Tell whether a line begins with a by-word and names somebody."""
    if len(text) > LONGEST or not by(_spaced(text)):
        return False
    credit = read(text)
    return credit.introduced and bool(credit.names)


def is_role(text: str) -> bool:
    """Tell whether a short line says in what role somebody writes, or for whom ("Korrespondent in Berlin")."""
    if len(text) > LONGEST // 2 or text.endswith((".", "!", "?")):
        return False
    return is_agency(text) or (bool(ROLE.search(text)) and not by(text))


def _is_joined(agency: str, text: str) -> bool:
    """Tell whether an agency is named as an author beside others ("Kim Doe and AP"), not as an employer."""
    return bool(re.search(rf"\s(?:&|{AND_WORD})\s+{re.escape(agency)}(?!\w)", text, re.IGNORECASE))


def _spaced(text: str) -> str:
    return GLUED.sub(lambda found: f"{found[0]} ", text.replace("（", "(").replace("）", ")"))


def _reads_as_names(found: re.Match[str], lower: frozenset[str]) -> bool:
    if found.string[: found.start("rest")].rstrip().endswith((":", "：")):
        return True
    first = next(iter(_parts(found["rest"])), "").strip(" .,")
    part, _ = _without_role(_without_place(first, sure=True))
    return is_agency(first) or bool(DESK.search(first)) or (bool(part) and is_name(part, lower, sure=True))


def _parts(text: str) -> Iterator[str]:
    """Give the parts of a byline; what stands in brackets is a place, an agency or an address."""
    for part in AND.split(re.sub(r"\s*\([^)]*\)?", " , ", text)):
        halves = PERHAPS_AND.split(part)
        whole = len(halves) > 1 and all(len(half.split()) >= LEAST_WORDS and not half[:1].islower() for half in halves)
        for half in halves if whole else [part]:
            yield from _unglued(half)


def _unglued(part: str) -> Sequence[str]:
    """Return the names of "Iryna Savchuk Taras Bilyk Hanna Lis", printed without anything between them.

    Nobody has six names, and in Cyrillic nobody has four in a byline.
    """
    words = part.split()
    enough = GLUED_NAMES - (LEAST_WORDS if _CYRILLIC.search(part) else 0)
    if len(words) < enough or len(words) % LEAST_WORDS or not all(map(is_word_of_name, words)):
        return [part]
    if any(word.islower() or ROLE.fullmatch(word) for word in words):
        return [part]
    return [" ".join(words[i : i + LEAST_WORDS]) for i in range(0, len(words), LEAST_WORDS)]


def _without_place(part: str, *, sure: bool) -> str:
    """Return "Jane Doe" of "Jane Doe in Berlin"; a particle of the name's own ("Maria da Silva") is no place's."""
    found = PLACE.search(part)
    if not found:
        return part
    before = part[: found.start()].strip()
    words = before.split()
    enough = len(words) >= LEAST_WORDS or (sure and len(words) == 1 and not PARTICLE.fullmatch(found[0].split()[0]))
    return before if enough and not PARTICLE.fullmatch(found[0].split()[0]) else part


def _without_role(part: str) -> tuple[str, bool]:
    """Return the name in "Kim Doe Travel Reporter" or "Redakteur Kim Doe", empty where all is a role; and whether."""
    behind = _ROLE_BEHIND.fullmatch(part)
    if behind:
        return behind["name"].strip(), True
    found = ROLE.search(part)
    if not found:
        return part, False
    # "Kim DoeTravel Reporter": name and role were two elements of the page.
    words = _GLUED_ROLE.sub(" ", part).split()
    roles = [_is_role_word(word.strip(".,")) for word in words]
    if True not in roles:
        return part, False
    first = roles.index(True)
    if first >= LEAST_WORDS:
        return " ".join(words[:LEAST_WORDS]), True
    last = len(roles) - roles[::-1].index(True)
    rest = words[last:]
    named = first == 0 and len(rest) >= LEAST_WORDS and not rest[0].islower()
    return (" ".join(rest) if named else "", True)


def _is_role_word(word: str) -> bool:
    """Tell whether a word is a role, as "Wirtschaftsredakteurin" and "Online-Experte" are."""
    return bool(ROLE.fullmatch(word) or ("-" in word and ROLE.fullmatch(word.rsplit("-", maxsplit=1)[-1])))


def _is_town(part: str) -> bool:
    return len(part.split()) == 1 and part[:1].isupper()


def _is_desk(text: str) -> bool:
    words = text.split()
    return bool(DESK.search(text)) and len(words) <= LONGEST_DESK and all(not word[:1].islower() for word in words)
