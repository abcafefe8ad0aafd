"""From what a text says to a date: a phrase without a year is read against the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from builder.desk.when import borrowed_dates, relative
from builder.desk.when.named_days import is_name
from builder.desk.when.tense import speaks_of_future
from builder.errors import MalformedDate
from builder.formats import edtf, spoken_dates
from builder.formats.spoken_dates import Spoken
from builder.formats.word_lists import alternation
from builder.model.edtf import Edtf

LONGEST_SENTENCE = 2000
"""Characters in which dates are looked for; what runs on longer is no sentence."""
FAR = 6
"""Months back from which a date of the future is taken for one of next year."""

_LIMITS = """
    since / until / till / by / before / after / of / than / due / following
    seit / bis / vor / nach / ab / depuis / jusqu’* / jusqu'* / avant / après / dès
    desde / hasta / antes de / antes del / después de / después del / até / antes da / depois de / depois da
    a partir de
    da / dal / dalla / dall' / fino a / fino al / prima di / prima del / dopo / entro
    sinds / tot / voor / od / do / przed / po
    від / до / після / с / от / после / перед / к / з / із
    منذ / حتى / قبل / بعد
    自 / 截至 / 直到
"""
_ARTICLES = "the / den / dem / der / am / zum / le / la / el / l' / l’ / on / w / we / у / в / во / late / early"
_LIMITS_AFTER = "以来 / まで / までに / から / 以前 / 以降 / 之前 / 以后 / 之后 / 起 / önce / beri / kadar"
_VAGUE_WORDS = """
    around / about / circa / approximately / roughly / etwa / gegen / rund / um / vers / autour de / hacia
    alrededor de
    verso / intorno a / por volta de / około / близько / біля / близко / около / примерно / приблизно / 大约 / 約
"""
_DOUBT_WORDS = """
    probably / possibly / perhaps / maybe / presumably / reportedly in / wahrscheinlich / vermutlich / womöglich
    vielleicht
    probablement / sans doute / peut-être / probablemente / posiblemente / quizás / tal vez / probabilmente / forse
    provavelmente / talvez / prawdopodobnie / być może / waarschijnlijk / ймовірно / можливо / імовірно / вероятно
    возможно
    ربما / على الأرجح / おそらく / たぶん / 可能 / 大概
"""

# A date behind one of these is a limit of something else, not the day on which the item happened.
_LIMIT = re.compile(
    rf"(?:\b{alternation(_LIMITS)}|(?<!\w)(?:dall|fin dall)['’])(?:\s+{alternation(_ARTICLES)}){{0,2}}\s*$"
    r"|(?:自|截至|直到)$",
    re.IGNORECASE,
)
_LIMIT_AFTER = re.compile(rf"\s*(?:に)?{alternation(_LIMITS_AFTER)}", re.IGNORECASE)
_VAGUE = re.compile(rf"\b{alternation(_VAGUE_WORDS)}[\s-]*$", re.IGNORECASE)
_DOUBT = re.compile(rf"\b{alternation(_DOUBT_WORDS)}(?:\s+\w+){{0,2}}\s*$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[^\W\d][\w)\"”»’]{2})[.!?]\s+(?=[\"“„«(]?[^\W\d_a-zа-яіїєґ]|\d{1,2}\.?\s[^\W\d_]{3})|。")
_SHORT_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|janv|févr|avr|juil|déc|ene|abr|ago|dic)$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*[,(（]?\s*(?:(?:the|den|dem|der|le|el|dia|dnia|a|an)\s+)?", re.IGNORECASE)
"""Between a weekday and the date it belongs to: "Tuesday, 18 February", "Dienstag, den 18. Februar"."""

# "The April 22 attack", "its 5 October ruling": a happening known by its date, not the one that the sentence tells.
_THE = re.compile(r"\b(?:the|its|his|her|their)\s+$", re.IGNORECASE)
_EVENT = re.compile(r"[A-Z]|\d{1,2}\s+[A-Z][a-z]+\.?(?:\s+\d{4})?\s+[a-z]{4}")
_OF = re.compile(r"\s*(?:,|of|de|des|d['’]|do|del|dell['’]|von|の|的)?\s*", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_Phrase = relative.Pointed | borrowed_dates.Borrowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A date that a sentence gives: where it stands, and what it says."""

    start: int
    end: int
    date: Edtf
    is_limit: bool = False
    """Whether it only bounds something: "since 2014"."""


def of_item(text: str, published: dt.date, language: str) -> Edtf | None:
    """Return the date of the happening that a background item tells, or ``None`` where it gives none.

    The first date of the first sentence counts, unless it only bounds something ("since 2014").
    """
    for sentence in sentences(text)[:1]:
        for told in find(sentence, published, language):
            if not told.is_limit:
                return told.date
    return None


def find(sentence: str, published: dt.date, language: str) -> tuple[Told, ...]:
    """Return the dates of a sentence in order, as precisely as it speaks, read on the day it was published.

    A date without a year is the latest such day before publication; after it only where the verb speaks of the
    future. "Last week" is an interval, "a year ago" about that day, "probably in March" uncertain. Numbers, durations,
    scores and days that are part of a name are no dates.
    """
    sentence = sentence[:LONGEST_SENTENCE]
    pointed = _pointed(sentence, published, language)
    found: list[Told] = []
    for spoken in spoken_dates.find(sentence, language):
        of_year = _with_year(spoken, pointed, sentence)
        pointed = [
            phrase
            for phrase in pointed
            if phrase.end <= of_year.start or of_year.end <= phrase.start or of_year is spoken
        ]
        told = _of_spoken(of_year, sentence, published, language)
        if told:
            found.append(told)
    for phrase in pointed:
        told = _of_phrase(phrase, sentence, language)
        if told and not _repeats(phrase, told, found, sentence):
            found = [one for one in found if one.end <= told.start or told.end <= one.start]
            found.append(told)
    return tuple(sorted(found, key=lambda one: one.start))


def resolve(spoken: Spoken, published: dt.date, *, future: bool = False, mark: str = "") -> Edtf | None:
    """Return a phrase as EDTF, as precisely as it speaks; ``None`` where there is no such day.

    ``mark`` is EDTF's "~" or "?", which an interval does not take.
    """
    year = spoken.year or _year(spoken, published, future=future)
    text = _written(spoken, year)
    try:
        return edtf.loads(text + (mark if "/" not in text else ""))
    except MalformedDate:
        return None


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph, each with its stop; no text is lost between them."""
    result, at = [], 0
    for stop in _SENTENCE.finditer(text):
        if _SHORT_MONTH.search(text, at, stop.start()):
            continue
        result.append(text[at : stop.start() + 1].strip())
        at = stop.end()
    result.append(text[at:].strip())
    return tuple(sentence for sentence in result if sentence)


def _of_spoken(spoken: Spoken, sentence: str, published: dt.date, language: str) -> Told | None:
    if is_name(sentence, spoken.start, spoken.end, language):
        return None
    future = speaks_of_future(sentence, spoken.start, spoken.end)
    mark = _mark(sentence[: spoken.start])
    if spoken.either_way and language == "en":
        spoken, in_doubt = _day_first_or_month_first(spoken, published, future=future)
        mark = mark or ("?" if in_doubt else "")
    date = resolve(spoken, published, future=future, mark=mark)
    return _told(spoken.start, spoken.end, date, sentence, is_range=spoken.until_day is not None) if date else None


def _told(start: int, end: int, date: Edtf, sentence: str, *, is_range: bool = False) -> Told:
    is_known_event = _THE.search(sentence, 0, start) and _EVENT.match(sentence, start)
    bounds = bool(_LIMIT.search(sentence[:start]) or _LIMIT_AFTER.match(sentence, end) or is_known_event)
    return Told(start=start, end=end, date=date, is_limit=bounds and not is_range)


def _mark(before: str) -> str:
    return "~" if _VAGUE.search(before) else "?" if _DOUBT.search(before) else ""


def _pointed(sentence: str, published: dt.date, language: str) -> list[_Phrase]:
    if relative.knows(language):
        return list(relative.find(sentence, published, language))
    return list(borrowed_dates.find(sentence, published, language))


def _of_phrase(phrase: _Phrase, sentence: str, language: str) -> Told | None:
    if is_name(sentence, phrase.start, phrase.end, language):
        return None
    mark = "" if "/" in phrase.date or phrase.date.endswith(("~", "?")) else _mark(sentence[: phrase.start])
    try:
        return _told(phrase.start, phrase.end, edtf.loads(phrase.date + mark), sentence)
    except MalformedDate:
        return None


def _with_year(spoken: Spoken, pointed: Sequence[_Phrase], sentence: str) -> Spoken:
    """Return a date without a year with that of the phrase beside it: "in March of last year", "昨年3月"."""
    if spoken.year is not None:
        return spoken
    for phrase in pointed:
        between = sentence[spoken.end : phrase.start] or sentence[phrase.end : spoken.start]
        if _YEAR.fullmatch(phrase.date) and _OF.fullmatch(between):
            start, end = min(spoken.start, phrase.start), max(spoken.end, phrase.end)
            return replace(spoken, year=int(phrase.date), start=start, end=end)
    return spoken


def _repeats(phrase: _Phrase, told: Told, found: Sequence[Told], sentence: str) -> bool:
    """Tell whether a phrase only repeats a finer date: the weekday beside it, or words that it contains."""
    for other in found:
        if other.start < phrase.end and phrase.start < other.end:
            if _days(other.date) <= _days(told.date):
                return True
        elif phrase.weekday is not None:
            between = sentence[phrase.end : other.start] or sentence[other.end : phrase.start]
            if _BESIDE.fullmatch(between):
                return True
    return False


def _days(date: Edtf) -> int:
    return (date.last - date.first).days if date.first and date.last else dt.timedelta.max.days


def _day_first_or_month_first(spoken: Spoken, published: dt.date, *, future: bool) -> tuple[Spoken, bool]:
    """Return the likelier reading of "02/12/2025" in English of no known country, and whether it is in doubt.

    A reading that puts a past event into the future is out; of two possible ones the American counts, as in CLDR.
    """
    turned = replace(spoken, day=spoken.month, month=spoken.day)
    readings = [(one, date) for one in (turned, spoken) if (date := resolve(one, published))]
    past = [one for one, date in readings if date.first and date.first <= published]
    possible = past if past and not future else [one for one, _ in readings]
    return possible[0] if possible else spoken, len(possible) > 1 and spoken.day != spoken.month


def _year(spoken: Spoken, published: dt.date, *, future: bool) -> int:
    month = spoken.until_month or spoken.month or 1
    day = spoken.until_day or spoken.day or 1
    later = (month, day) > (published.month, published.day)
    earlier = (month, day) < (published.month, published.day)
    if spoken.day is None:
        later, earlier = month > published.month, month < published.month
    if future:
        # "will meet on 3 January", said in December.
        return published.year + (earlier and published.month - month >= FAR)
    return published.year - 1 if later else published.year


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
