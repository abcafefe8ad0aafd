"""Names of authors out of the lines in which outlets print them."""

from __future__ import annotations

import re

from builder.formats.word_lists import alternation
from builder.wire.labels import BY, BY_ALONE

MOST_WORDS = 5
"""Words of one name, particles included."""
LEAST_WORDS = 2
"""A first and a last name, where no by-word says that it is one."""
LONGEST = 120
"""Characters of a byline: three names and a role."""
LONGEST_BY_WORD = 20
"""Characters of a line that is only a by-word."""
SHORTEST_SHOUTED = 5
"""Letters of a name in capitals; "AFP" is not a name that is shouted."""
LONGEST_INITIALS = 2
"""Letters; "JP" stays as it is."""

_AND_WORDS = "and / und / et / y / e / i / og / och / en / sowie / та / і / и / ve"
_PARTICLES = "de / da / di / van / von / der / den / del / la / le / bin / al / el / ter / zu / af / dos"
_ROLES = """
    editor / reporter / correspondent / correspondents / writer / journalist / columnist / staff
    agency / agencies / news / desk / team / press / service
    redaktion / redakteur* / korrespondent*
    correspondant / correspondante / rédact* / journaliste / envoyé / envoyée / redacción / redactor* / redazione
    редакц* / кореспондент* / корреспондент*
"""

_AND = re.compile(rf"\s*(?:,|;|/|\||&|\b{alternation(_AND_WORDS)}\b|、|・)\s*", re.IGNORECASE)
_CAPITALISED = r"[^\W\d_a-zа-яіїєґё][\w.’'-]*"
_PART = rf"(?:{_CAPITALISED}|{alternation(_PARTICLES)}\b)"
_NAME = re.compile(rf"{_PART}(?:\s+{_PART}){{0,{MOST_WORDS - 1}}}")
_CASELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,8}|[\u0590-\u08ff]+(?:\s+[\u0590-\u08ff]+){1,3}")
_ROLE = re.compile(rf"\b{alternation(_ROLES)}\b", re.IGNORECASE)


_GLUED_BY = re.compile(r"^[Bb]y(?=[A-ZÀ-Þ])")
"""As copied where the by-word and the name are two elements of the page: "byKim Doe"."""
_READING_TIME = re.compile(r"\s\d+ min(?:ute)?s? read$", re.IGNORECASE)


def names(text: str, *, lower: frozenset[str] = frozenset(), sure: bool = False) -> tuple[str, ...]:
    """Return the people that a byline names, in its order; roles and agencies are left out.

    ``lower`` are words that the article also writes in lower case: a "name" made of one is none. ``sure`` says that a
    by-word introduced the text, so that a single word may be a name.
    """
    text = _READING_TIME.sub("", _GLUED_BY.sub("by ", text))
    found = BY.fullmatch(text)
    if found and (text[: found.start("rest")].strip().endswith((":", "：")) or _looks_like_names(found["rest"])):
        text, sure = found["rest"], True
    result: list[str] = []
    for raw in _AND.split(text.replace("（", "(").split("(")[0]):
        part = raw.strip(" .,:;–—-")
        if sure:
            part = _without_role(part)
        if not part:
            continue
        if not _is_name(part, lower, sure=sure):
            # Behind a name stands a role; where the first part is no name, the line is no byline.
            break
        result.append(_recased(part))
    return tuple(dict.fromkeys(result))


def _without_role(part: str) -> str:
    """Return the first and last name of "Kim Doe Travel Reporter"; where they are roles themselves, all of it."""
    first = part.split()[:LEAST_WORDS]
    return part if not _ROLE.search(part) or _ROLE.search(" ".join(first)) else " ".join(first)


def introduces(text: str) -> bool:
    """Tell whether a line is nothing but a by-word, so that the next line names the author."""
    return bool(BY_ALONE.fullmatch(text)) and len(text) <= LONGEST_BY_WORD


def is_byline(text: str) -> bool:
    """Tell whether a line begins with a by-word and names somebody."""
    introduced = BY.fullmatch(_GLUED_BY.sub("by ", text))
    return len(text) <= LONGEST and bool(introduced) and bool(names(text))


def _looks_like_names(text: str) -> bool:
    first = _AND.split(text)[0].strip()
    return bool(_NAME.fullmatch(first) or _CASELESS.fullmatch(first)) and len(first.split()) <= MOST_WORDS


def _is_name(part: str, lower: frozenset[str], *, sure: bool) -> bool:
    if _CASELESS.fullmatch(part):
        return True
    words = part.split()
    if not _NAME.fullmatch(part) or _ROLE.search(part) or len(words) > MOST_WORDS:
        return False
    return sure or (len(words) >= LEAST_WORDS and not all(word.casefold() in lower for word in words))


def _recased(name: str) -> str:
    """Return a name printed in capitals as names are written; initials and short words stay."""
    if not name.isupper() or len(name) < SHORTEST_SHOUTED:
        return name
    return " ".join(_capitalised(word) if len(word) > LONGEST_INITIALS else word for word in name.split())


def _capitalised(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))
