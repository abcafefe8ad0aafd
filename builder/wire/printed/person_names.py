"""What can be a person's name, by its shape alone, in scripts with capitals and without."""

from __future__ import annotations

import re
import unicodedata

from builder.wire.printed.byline_words import ARTICLES, OF_PAGES, PARTICLE

SHORTEST_SHOUTED = 5
"""Letters of a name in capitals; "AFP" is not a name that is shouted."""
LONGEST_INITIALS = 2
"""Letters; "JP" stays as it is."""
MOST_WORDS = 5
"""Words of one name, particles included."""
LEAST_WORDS = 2
"""A first and a last name, where no by-word says that it is one."""

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.’'‘`´‐‑-]|[\u0300-\u036f])*\.?")
_IDEOGRAPHS = re.compile(
    r"[\u3400-\u9fff々ヶ]{2,5}|[\u3400-\u9fff々]{1,3} [\u3040-\u30ff\u3400-\u9fff]{1,4}|[ァ-ヶー]{2,}・[ァ-ヶー・]{2,}"
)
_HANGUL = re.compile(r"[가-힣]{2,4}")
_UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff\u1200-\u137f]")
_OUTLET = re.compile(
    r".*(?:新聞|新闻|新報|新报|日報|日报|通信|通訊|通讯|放送|テレビ|ニュース|新聞社|オンライン|編集部|速報|뉴스|일보|신문|방송)"
)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff가-힣]")


def is_name(part: str, lower: frozenset[str], *, sure: bool) -> bool:
    """Tell whether a part of a byline is a name: ``sure`` where a by-word says so, ``lower`` as in ``byline.names``."""
    if _IDEOGRAPHS.fullmatch(part) or _HANGUL.fullmatch(part):
        return not _OUTLET.match(part) and (sure or len(part) > LEAST_WORDS)
    words = part.split()
    if _UNSPACED.search(part) or not words or len(words) > MOST_WORDS or not all(map(is_word_of_name, words)):
        return False
    if PARTICLE.fullmatch(words[-1]) and words[-1].islower():
        return False
    if words[0].islower() and not (PARTICLE.fullmatch(words[0]) and len(words) > 1):
        return False
    if _is_initialism(words) or words[0].casefold() in ARTICLES or (not sure and _is_of_pages(words)):
        return False
    return sure or (len(words) >= LEAST_WORDS and not all(word.casefold() in lower for word in words))


def _is_of_pages(words: list[str]) -> bool:
    """Tell whether a line is of a menu or heads a list ("Letzte Kommentare", "The Weekend")."""
    return any(word.casefold() in OF_PAGES and not PARTICLE.fullmatch(word) for word in words)


def is_word_of_name(word: str) -> bool:
    """Tell whether a word may be part of a name: a particle, or letters with a capital where there are capitals."""
    if PARTICLE.fullmatch(word):
        return True
    flat = "".join(char for char in word if not unicodedata.category(char).startswith("M"))
    return bool(_WORD.fullmatch(flat)) and not flat[0].islower()


def _is_initialism(words: list[str]) -> bool:
    """Tell whether a name begins with an outlet's letters ("BBC News"); "Jean DUPONT" does not."""
    return (
        words[0].isupper()
        and len(words[0].strip(".")) > LONGEST_INITIALS
        and "." not in words[0]
        and any(not word.isupper() and word[:1].isupper() for word in words[1:])
    )


def is_full(name: str) -> bool:
    """Tell whether a name has a first and a last part, as far as its script shows."""
    return len(name.split()) >= LEAST_WORDS or bool(_UNSPACED.search(name))


def is_uncased(text: str) -> bool:
    """Tell whether a text is of a script without capitals, in which any two words may be a name."""
    return bool(_UNCASED.search(text))


def recased(name: str) -> str:
    """Return a name printed in capitals as names are written; initials and short words stay."""
    if not name.isupper() or len(name) < SHORTEST_SHOUTED:
        return name
    return " ".join(_capitalised(word) if len(word) > LONGEST_INITIALS else word for word in name.split())


def _capitalised(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))
