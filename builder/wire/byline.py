"""Names of authors out of the lines in which outlets print them."""

from __future__ import annotations

import re

from builder.wire.labels import BY, BY_ALONE

_AND = re.compile(
    r"\s*(?:,|;|/|\||&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bi\b|\boch\b|\bog\b|\ben\b|\bsowie\b|\bта\b|\bі\b|\bи\b|\bve\b|、|・)\s*",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[^\W\d_a-zа-яіїєґё][\w.’'-]*|(?:de|da|di|van|von|der|den|del|la|le|bin|al|el|ter|zu|af|dos)\b)(?:\s+(?:[^\W\d_a-zа-яіїєґё][\w.’'-]*|(?:de|da|di|van|von|der|den|del|la|le|bin|al|el|ter|zu|af|dos)\b)){0,4}"
)
_CASELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,8}|[\u0590-\u08ff]+(?:\s+[\u0590-\u08ff]+){1,3}")
_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|correspondante?|writer|journalist|columnist|staff|agency|agencies|news|desk|redaktion|redakteur\w*|korrespondent\w*|rédact\w+|journaliste|envoyée?|redacción|redactor\w*|redazione|редакц\w+|кореспондент\w*|корреспондент\w*|team|press|service|correspondents?)\b",
    re.IGNORECASE,
)
MOST_WORDS = 5


def names(text: str, *, lower: frozenset[str] = frozenset(), sure: bool = False) -> tuple[str, ...]:
    """Return the people that a byline names, in its order; roles and agencies are left out.

    ``lower`` are words that the article also writes in lower case: a "name" made of one is none. ``sure`` says that a
    by-word introduced the text, so that a single word may be a name.
    """
    found = BY.fullmatch(text)
    if found and (text[: found.start("rest")].strip().endswith((":", "：")) or _looks_like_names(found["rest"])):
        text, sure = found["rest"], True
    result: list[str] = []
    for raw in _AND.split(text.replace("（", "(").split("(")[0]):
        part = raw.strip(" .,:;–—-")
        if not part:
            continue
        if not _is_name(part, lower, sure=sure):
            if result:
                break
            return ()
        result.append(_recased(part))
    return tuple(dict.fromkeys(result))


def introduces(text: str) -> bool:
    """Tell whether a line is nothing but a by-word, so that the next line names the author."""
    return bool(BY_ALONE.fullmatch(text)) and len(text) <= 20  # noqa: PLR2004 - the longest by-word


def is_byline(text: str) -> bool:
    """Tell whether a line begins with a by-word and names somebody."""
    found = BY.fullmatch(text)
    return bool(found) and len(text) <= 120 and bool(names(text))  # noqa: PLR2004 - three names and a role


def _looks_like_names(text: str) -> bool:
    first = _AND.split(text)[0].strip()
    return bool(_NAME.fullmatch(first) or _CASELESS.fullmatch(first)) and len(first.split()) <= MOST_WORDS


def _is_name(part: str, lower: frozenset[str], *, sure: bool) -> bool:
    if _CASELESS.fullmatch(part):
        return True
    words = part.split()
    if not _NAME.fullmatch(part) or _ROLE.search(part) or len(words) > MOST_WORDS:
        return False
    if len(words) < 2 and not sure:  # noqa: PLR2004 - a first and a last name
        return False
    return sure or not all(word.casefold() in lower for word in words)


def _recased(name: str) -> str:
    """Return a name printed in capitals as names are written; initials and short words stay."""
    if not name.isupper() or len(name) < 5:  # noqa: PLR2004 - "AFP" is no shouted name
        return name
    return " ".join(
        "-".join(p.capitalize() for p in word.split("-")) if len(word) > 2 else word for word in name.split()
    )  # noqa: PLR2004 - initials
