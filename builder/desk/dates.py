"""From what a text says to a date: a phrase without a year is read against the day of publication."""

from __future__ import annotations

import datetime as dt
import re

from builder.errors import MalformedDate
from builder.formats import edtf
from builder.formats.spoken_dates import Spoken, find
from builder.formats.word_lists import alternation
from builder.model.edtf import Edtf

_LIMITS = """
    since / until / till / by / before / after / of / than / due
    seit / bis / vor / nach / depuis / jusqu’* / jusqu'* / avant / après
    desde / hasta / antes de / antes del / después de / después del
    від / до / після / с / от / после / перед
"""
_ARTICLES = "the / den / dem / der / am / le / la / el"
_FUTURE_WORDS = """
    will / shall / is to / are to / is due / are due / going to / next / planned / scheduled
    wird / werden / soll / sollen / sera / seront / doit / será / serán
    буде / будуть / планує* / будет / будут / планиру*
"""
_VAGUE_WORDS = """
    around / about / circa / approximately / early / late / mid / etwa / um / vers / hacia / близько / около
"""

# A date behind one of these is a limit of something else, not the day on which the item happened.
_LIMIT = re.compile(rf"\b{alternation(_LIMITS)}(?:\s+{alternation(_ARTICLES)})?\s*$", re.IGNORECASE)
_FUTURE = re.compile(rf"\b{alternation(_FUTURE_WORDS)}\b", re.IGNORECASE)
_VAGUE = re.compile(rf"\b{alternation(_VAGUE_WORDS)}[\s-]*$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[^\W\d][\w)\"”»’]{2})[.!?]\s+(?=[\"“„«(]?[^\W\d_a-zа-яіїєґ]|\d{1,2}\.?\s[^\W\d_]{3})|。")


def of_item(text: str, published: dt.date, language: str) -> Edtf | None:
    """Return the date of the happening that a background item tells, or ``None`` where it gives none.

    The first date phrase of the first sentence counts, unless it only bounds something ("since 2014"). A phrase
    without a year is the latest such day before publication; after it only where the sentence speaks of the future.
    """
    stop = _SENTENCE.search(text)
    sentence = text[: stop.start() + 1] if stop else text
    for spoken in find(sentence, language):
        before = sentence[: spoken.start]
        if _LIMIT.search(before) and not _is_range(spoken):
            continue
        date = resolve(spoken, published, future=bool(_FUTURE.search(sentence)), vague=bool(_VAGUE.search(before)))
        if date:
            return date
    return None


def resolve(spoken: Spoken, published: dt.date, *, future: bool = False, vague: bool = False) -> Edtf | None:
    """Return a phrase as EDTF, as precisely as it speaks; ``None`` where there is no such day."""
    year = spoken.year or _year(spoken, published, future=future)
    text = _written(spoken, year)
    try:
        return edtf.loads(text + ("~" if vague and "/" not in text else ""))
    except MalformedDate:
        return None


def _is_range(spoken: Spoken) -> bool:
    return spoken.until_day is not None


def _year(spoken: Spoken, published: dt.date, *, future: bool) -> int:
    month = spoken.until_month or spoken.month or 1
    day = spoken.until_day or spoken.day or 1
    later = (month, day) > (published.month, published.day)
    if spoken.day is None:
        later = month > published.month
    return published.year - 1 if later and not future else published.year


def _written(spoken: Spoken, year: int) -> str:
    if spoken.season:
        return f"{year:04d}-{spoken.season}"
    if spoken.month is None:
        return f"{year:04d}"
    if spoken.day is None:
        return f"{year:04d}-{spoken.month:02d}"
    first = f"{year:04d}-{spoken.month:02d}-{spoken.day:02d}"
    if spoken.until_day is None:
        return first
    month = spoken.until_month or spoken.month
    if month < spoken.month:
        first = f"{year - 1:04d}{first[4:]}"
    return f"{first}/{year:04d}-{month:02d}-{spoken.until_day:02d}"


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph, each with its stop; no text is lost between them."""
    result, at = [], 0
    for stop in _SENTENCE.finditer(text):
        result.append(text[at : stop.start() + 1].strip())
        at = stop.end()
    result.append(text[at:].strip())
    return tuple(sentence for sentence in result if sentence)
