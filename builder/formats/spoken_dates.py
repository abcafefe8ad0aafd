"""Dates as people write them in prose and above articles, found in a text with what they leave unsaid.

Month names come from CLDR through Babel, so that a new language needs no list of ours. Nothing is resolved here: a
date without a year stays without one, and the desk decides with the day of publication in hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import UnknownLocaleError

from builder.formats.locales import locale_of
from builder.formats.word_lists import alternation, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A date phrase: where it stands and what it says. ``until_*`` is the end of an interval."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    either_way: bool = False
    """Whether day and month may be the other way round ("03/04/2025" in English)."""
    season: int | None = None
    """EDTF's number of a season, 21 to 24."""
    until_month: int | None = None
    until_day: int | None = None


_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|°|-?го|-?е|-?ше|\.)?"
_OF = r"(?:\s+(?:of|de|del|d[’']))?\s*"
_OF_YEAR = r"(?:\s+(?:of|de|del)|,)?\s*"
# A time may be glued to the year ("28 April 20232:23 PM"), another digit may not.
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d(?!\d?:\d\d)|[.,]\d)"
_TO = (
    r"\s*(?:-|–|—|to|and|until|bis(?:\s+zum)?|und(?:\s+dem)?|au|et(?:\s+le)?|al|y(?:\s+el)?|a|e(?:\s+il)?"
    r"|по|до|do|tot|til|till|och|ve|ile)\s*"
)
_IN = (
    r"(?:\b(?:in|im|en|em|in|i|w|we|v|ve|у|в|во|на|à|au\s+mois\s+d[e’']|since\s+last)|(?<!\w)(?:في))\s+"
    r"(?:(?:early|late|mid|last|the\s+month\s+of|Anfang|Ende|Mitte)[\s-]+)?"
)

# EDTF's numbers of the seasons.
SEASONS: Mapping[str, int] = {
    word: number
    for number, names in {
        21: "spring / frühjahr / frühling / printemps / primavera / навесні / весной",
        22: "summer / sommer / été / verano / влітку / летом",
        23: "autumn / fall / herbst / automne / otoño / восени / осенью",
        24: "winter / hiver / invierno / взимку / зимой",
    }.items()
    for word in words(names)
}


def _numbered(names: str) -> Mapping[str, int]:
    return {name: number for number, name in enumerate(words(names), start=1)}


# What CLDR leaves out: Austrian and other spellings, and the locative, which is what "in January" takes.
_EXTRA_MONTHS: Mapping[str, Mapping[str, int]] = {
    "en": {"sept": 9},
    "de": {"jänner": 1, "feber": 2, "märz": 3},
    "es": {"setiembre": 9},
    "uk": _numbered("""
        січні / лютому / березні / квітні / травні / червні
        липні / серпні / вересні / жовтні / листопаді / грудні
    """),
    "ru": _numbered("""
        январе / феврале / марте / апреле / мае / июне
        июле / августе / сентябре / октябре / ноябре / декабре
    """),
    "pl": _numbered("""
        styczniu / lutym / marcu / kwietniu / maju / czerwcu
        lipcu / sierpniu / wrześniu / październiku / listopadzie / grudniu
    """),
    "cs": _numbered("""
        lednu / únoru / březnu / dubnu / květnu / červnu
        červenci / srpnu / září / říjnu / listopadu / prosinci
    """),
    "ar": _numbered("""
        يناير / فبراير / مارس / أبريل / مايو / يونيو
        يوليو / أغسطس / سبتمبر / أكتوبر / نوفمبر / ديسمبر
    """),
}
_DIGIT = re.compile(r"\d")
MONTHS = 12
DAYS = 31
SHORTEST_NAME = 3
"""Letters of a month's name; CLDR also has "5月", which is read by its own pattern."""


@lru_cache(maxsize=64)
def months(language: str) -> Mapping[str, int]:
    """Return the month names of a language (BCP 47), casefolded, without dots, to their numbers."""
    names: dict[str, int] = {}
    try:
        locale = locale_of(language.split("-", maxsplit=1)[0])
    except (UnknownLocaleError, ValueError):
        return _EXTRA_MONTHS.get(language, {})
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                word = name.rstrip(".").casefold()
                if not word[:1].isdigit() and len(word) >= SHORTEST_NAME:
                    names.setdefault(word, number)
    names.update(_EXTRA_MONTHS.get(language.split("-", maxsplit=1)[0], {}))
    return names


@lru_cache(maxsize=64)
def weekdays(language: str) -> frozenset[str]:
    """Return the names of the days of the week in a language, wide and short, casefolded."""
    try:
        locale = locale_of(language.split("-", maxsplit=1)[0])
    except (UnknownLocaleError, ValueError):
        return frozenset()
    widths = ((c, w) for c in ("format", "stand-alone") for w in ("wide", "abbreviated"))
    return frozenset(name.rstrip(".").casefold() for c, w in widths for name in locale.days[c][w].values())


def find(text: str, language: str = "en") -> tuple[Spoken, ...]:
    """Return the date phrases of a text in order; none overlaps another, and the longest reading wins."""
    taken: list[Spoken] = []
    for pattern in _patterns(language) if _DIGIT.search(text) else (_month_alone(language),):
        for found in pattern.finditer(text):
            spoken = _read(found, language)
            if spoken and all(spoken.end <= other.start or other.end <= spoken.start for other in taken):
                taken.append(spoken)
    return tuple(sorted(taken, key=lambda spoken: spoken.start))


@lru_cache(maxsize=64)
def _month_alone(language: str) -> re.Pattern[str]:
    """Return what finds the one kind of phrase that has no digit: "in January"."""
    return re.compile(rf"{_IN}(?P<month>{_month_names(language)})(?!\s*\d)", re.IGNORECASE)


def _month_names(language: str) -> str:
    names = {**months("en"), **months(language)} if language != "en" else months("en")
    return alternation("\n".join(names)) + r"(?:\.|(?!\w))"


@lru_cache(maxsize=64)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    month = _month_names(language)
    m1, m2 = f"(?P<month>{month})", f"(?P<until_month>{month})"
    d1, d2 = r"(?<![\d.,:])(?P<day>\d{1,2})" + _ORDINAL, r"(?P<until_day>\d{1,2})" + _ORDINAL
    after_day = r"(?![\d:])(?!\.\d)"
    seasons = alternation("\n".join(SEASONS))
    sources = (
        # 3 June – 4 July 1961; from 30 September to 2 October
        rf"{d1}{_OF}{m1}(?:{_OF}\d{{4}})?{_TO}{d2}{_OF}{m2}(?:{_OF_YEAR}{_YEAR})?",
        # 3–4 June 1961; vom 24. bis 26. Februar; du 17 au 19 février
        rf"{d1}{_TO}{d2}{_OF}{m1}(?:{_OF_YEAR}{_YEAR})?",
        # June 3–4, 1961
        rf"{m1}\s+{d1}{_TO}{d2}{after_day}(?:,?\s+{_YEAR})?",
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)",
        r"(?:(?P<year>\d{4})年\s*)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?",
        r"(?P<year>\d{4})年(?!\d)",
        rf"{d1}(?:{_OF}|-|/){m1}(?:{_OF_YEAR}|-|/){_YEAR}",
        rf"{m1}\s+{d1}{after_day},?\s+{_YEAR}",
        rf"{d1}{_OF}{m1}",
        rf"{m1}\s+{d1}{after_day}",
        rf"(?<![\d./-])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
        # am 22.10.; ngày 22/10: without its word it could be a score or a fraction.
        r"(?<!\w)(?:am|vom|zum|den|dem)\s+(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?!\s?\d)",
        r"(?<!\w)ngày\s+(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])",
        rf"(?<![\d./-])(?P<day>\d{{1,2}})(?P<slash>[/-])(?P<month>\d{{1,2}})(?P=slash){_YEAR}",
        r"(?<![\d./-])(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)",
        rf"(?:{_IN})?\b(?P<season>{seasons})\s+(?:of\s+|de\s+|des\s+Jahres\s+)?{_YEAR}",
        rf"(?<!\w){m1}{_OF_YEAR}{_YEAR}",
        _month_alone(language).pattern,
        rf"(?:\b(?:in|im\s+Jahre?|en|em|nel|w|v|у|в|année)|في\s+عام)\s+{_YEAR}(?:\s*(?:року|році|года|году))?",
        rf"(?<!\d){_YEAR}\s*(?:року|році|года|году)\b",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


def _read(found: re.Match[str], language: str) -> Spoken | None:
    groups = {"slash": None, **found.groupdict()}
    day, month = _number(groups.get("day")), _month(groups.get("month"), language)
    until_day, until_month = _number(groups.get("until_day")), _month(groups.get("until_month"), language)
    if groups["slash"] and month and day and day <= MONTHS and (month > MONTHS or language == "en-US"):
        day, month = month, day
    if not _is_in_calendar(day, month, named=bool(groups.get("month"))):
        return None
    if _is_plain_word(groups.get("month"), groups.get("year"), language):
        return None
    return Spoken(
        start=found.start(),
        end=found.end(),
        year=_number(groups.get("year")),
        month=month,
        day=day,
        season=SEASONS.get((groups.get("season") or "").casefold()),
        either_way=bool(groups["slash"]) and language.startswith("en") and max(day or 0, month or 0) <= MONTHS,
        until_month=until_month or (month if until_day else None),
        until_day=until_day,
    )


def _is_in_calendar(day: int | None, month: int | None, *, named: bool) -> bool:
    if named and (month is None or not 1 <= month <= MONTHS):
        return False
    return day is None or 1 <= day <= DAYS


def _is_plain_word(month: str | None, year: str | None, language: str) -> bool:
    """English "may" and "march" are verbs unless they have a capital or a year."""
    return bool(month) and year is None and language.startswith("en") and month in ("may", "march", "mar", "dec", "sun")


def _month(text: str | None, language: str) -> int | None:
    if not text:
        return None
    if text.isdigit():
        return int(text)
    word = text.rstrip(".").casefold()
    return months(language).get(word) or months("en").get(word)


def _number(text: str | None) -> int | None:
    return int(text) if text else None
