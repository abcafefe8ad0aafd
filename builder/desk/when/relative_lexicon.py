"""The tables of ``time_words`` made ready to search with: a trigger, and a pattern for each kind of phrase."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from builder.desk.when.count_words import COUNTS, VAGUE
from builder.desk.when.time_words import TimeWords, Unit
from builder.desk.when.time_words_east import EAST
from builder.desk.when.time_words_germanic import GERMANIC
from builder.desk.when.time_words_romance import ROMANCE
from builder.desk.when.time_words_slavic import SLAVIC
from builder.formats.locales import locale_of
from builder.formats.spoken_dates import SEASONS, months
from builder.formats.word_lists import alternation, words

TIME_WORDS: Mapping[str, TimeWords] = {**GERMANIC, **ROMANCE, **SLAVIC, **EAST}
_T = TypeVar("_T")
_UNSPACED = ("ja", "zh")
_SHIFTED = (Unit.WEEK, Unit.MONTH, Unit.YEAR)
_PLACE = re.compile(r"(\{\w+\})")
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_OF = r"(?:\s+(?:of|de|del|do|mese\s+di|des\s+Jahres))?"


class Kind(enum.StrEnum):
    """How a phrase points to a day."""

    DAY = "day"
    WHOLE = "whole"
    AGO = "ago"
    AHEAD = "ahead"
    PAST = "past"
    EARLIER = "earlier"
    SHIFTED = "shifted"
    PART = "part"
    DAY_OF_MONTH = "day of month"
    WEEKEND = "weekend"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of one language; every key is casefolded."""

    words: TimeWords
    trigger: re.Pattern[str]
    """What at least one phrase of each kind holds; a sentence without it points nowhere."""
    patterns: tuple[tuple[Kind, re.Pattern[str]], ...]
    """Names of groups may end in a number: one pattern holds many templates."""
    days: Mapping[str, int]
    wholes: Mapping[str, tuple[Unit, int]]
    units: Mapping[str, Unit]
    ones: Mapping[str, Unit]
    twos: Mapping[str, Unit]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    shifts: Mapping[str, int]
    parts: Mapping[str, int]
    no_day: Mapping[Kind, re.Pattern[str]]
    """Before a phrase of that kind, what makes it a habit or a noun: "every Monday", "de la mañana"."""


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon | None:
    """Return the words of a language (BCP 47); ``None`` for one without a table."""
    code = language.split("-", maxsplit=1)[0]
    table = TIME_WORDS.get(code)
    if table is None:
        return None
    units = _keys(table.units)
    weekdays = _weekdays(code, table)
    names = months(code)
    boundary = ("", "") if code in _UNSPACED else (r"(?<!\w)", r"(?!\w)")
    return Lexicon(
        words=table,
        trigger=re.compile(f"{boundary[0]}(?:{'|'.join(_triggers(table, weekdays, names))})", re.IGNORECASE),
        patterns=tuple(
            (kind, re.compile(boundary[0] + f"(?:{source})" + boundary[1], re.IGNORECASE))
            for kind, source in _sources(code, table, weekdays, names)
            if source
        ),
        days=_keys(table.days),
        wholes=_keys(table.units_ago),
        units=units,
        ones=_keys(table.one),
        twos=_keys(table.two),
        weekdays=weekdays,
        months=names,
        shifts=_keys({-1: table.last, 0: table.this, 1: table.next}),
        parts=_keys({1: table.early, 2: table.mid, 3: table.late}),
        no_day={
            kind: re.compile(rf"{boundary[0]}{alternation(before)}\s*$", re.IGNORECASE)
            for kind, before in ((Kind.WEEKDAY, table.every), (Kind.DAY, table.noun_after))
            if before
        },
    )


def meaning(table: Mapping[str, _T], said: str) -> _T:
    """Return what a word means; one that was found by its stem ("vergangenen") by the longest stem it begins with."""
    word = " ".join(said.casefold().split())
    if word in table:
        return table[word]
    stems = [stem for stem in table if stem.endswith("*") and word.startswith(stem[:-1])]
    return table[max(stems, key=len)]


def _keys(table: Mapping[_T, str]) -> Mapping[str, _T]:
    return {word.casefold(): value for value, names in table.items() for word in words(names)}


def _weekdays(code: str, table: TimeWords) -> Mapping[str, int]:
    if table.weekdays:
        return {word.casefold(): number for number, names in enumerate(table.weekdays) for word in words(names)}
    days = locale_of(code).days["format"]["wide"]
    return {name.casefold(): number for number, name in days.items()}


def _triggers(table: TimeWords, weekdays: Mapping[str, int], names: Mapping[str, int]) -> Iterator[str]:
    lists = (
        *table.days.values(),
        *table.units.values(),
        *table.one.values(),
        *table.two.values(),
        table.weekend,
        table.early,
        table.mid,
        table.late,
    )
    yield alternation("\n".join((*lists, *table.units_ago.values(), *weekdays, *names, *SEASONS)))
    if table.early:
        yield r"\d[月日]"


def _sources(
    code: str, table: TimeWords, weekdays: Mapping[str, int], names: Mapping[str, int]
) -> Iterator[tuple[Kind, str]]:
    gap = r"\s*" if code in _UNSPACED else r"\s+"
    month = rf"(?P<month>{alternation(_lines(*names))})(?!\w)\.?"
    weekday = rf"(?P<weekday>{alternation(_lines(*weekdays))})"
    yield Kind.DAY, rf"(?P<day>{alternation(_lines(*table.days.values()))})"
    if table.units_ago:
        yield Kind.WHOLE, rf"(?P<whole>{alternation(_lines(*table.units_ago.values()))})"
    for kind, templates in (
        (Kind.AGO, table.ago), (Kind.AHEAD, table.ahead), (Kind.PAST, table.past), (Kind.EARLIER, table.earlier)
    ):  # fmt: skip
        yield kind, _templates(templates, table)
    if table.last:
        yield Kind.SHIFTED, _shifted(table, gap, month, weekday)
    if table.early:
        yield Kind.PART, _part(code, table, month)
    if code in _UNSPACED:
        # 18日 is the 18th of this month or the last; 18日間 counts days.
        yield Kind.DAY_OF_MONTH, r"(?<![\d月年第])(?P<of_month>\d{1,2})日(?![間前後内本以])"
    if table.weekend:
        yield Kind.WEEKEND, alternation(table.weekend)
    ends = f"{alternation(table.weekday_ends)}?" if table.weekday_ends else ""
    yield Kind.WEEKDAY, (rf"{alternation(table.on)}\s+" if table.on else "") + weekday + ends


def _shifted(table: TimeWords, gap: str, month: str, weekday: str) -> str:
    shift = rf"(?P<shift>{alternation(_lines(table.last, table.this, table.next))})"
    plural = {word.casefold() for word in words(table.plural)}
    units = [word for unit in _SHIFTED for word in words(table.units.get(unit, "")) if word.casefold() not in plural]
    period = (
        rf"(?:{weekday}|(?P<unit>{alternation(_lines(*units))})|{month}|(?P<season>{alternation(_lines(*SEASONS))}))"
    )
    before = f"{shift}{gap}{period}"
    return f"{before}|{_numbered(period + gap + shift, 1)}" if table.follows else before


def _part(code: str, table: TimeWords, month: str) -> str:
    part = rf"(?P<part>{alternation(_lines(table.early, table.mid, table.late))})"
    if code in _UNSPACED:
        return rf"(?:{_YEAR}年)?(?P<month>\d{{1,2}})月{part}"
    return rf"{part}[\s-]*(?:{month}(?:{_OF}\s+{_YEAR})?|{_numbered(_YEAR, 1)})"


def _templates(templates: str, table: TimeWords) -> str:
    count = rf"\d{{1,3}}|{alternation(_lines(*COUNTS, *VAGUE))}"
    places = {
        "{count}": f"(?P<count>{count})",
        "{unit}": f"(?P<unit>{alternation(_lines(*table.units.values()))})",
        "{one}": f"(?P<one>{alternation(_lines(*table.one.values()))})" if table.one else "",
        "{two}": f"(?P<two>{alternation(_lines(*table.two.values()))})" if table.two else "",
    }
    sources = []
    for number, template in enumerate(words(templates)):
        source = "".join(
            places[piece] if piece in places else r"\s+".join(map(re.escape, piece.split(" ")))
            for piece in _PLACE.split(template)
        )
        sources.append(_numbered(source, number))
    return "|".join(sources)


def _numbered(source: str, number: int) -> str:
    """Return a pattern whose groups have a number of their own, so that it can stand beside its like."""
    return re.sub(r"\(\?P<(\w+?)\d*>", rf"(?P<\g<1>{number}>", source) if number else source


def _lines(*lists: str) -> str:
    return "\n".join(lists)
