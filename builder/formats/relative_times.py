"""How long ago something was, as pages print it instead of a date: "5 hours ago", "vor 2 Tagen", "昨日 14:40"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from babel import UnknownLocaleError
from babel.dates import format_timedelta

from builder.formats.digits import with_plain_digits
from builder.formats.locales import locale_of
from builder.formats.word_lists import alternation, words

Unit = Literal["second", "minute", "hour", "day", "week"]

_SECONDS: Mapping[Unit, int] = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
_COUNTS = (1, 2, 5, 11)
"""Among them stands nearly every plural form of CLDR's languages."""
_WIDTHS: tuple[Literal["long", "short", "narrow"], ...] = ("long", "short", "narrow")
_OF_CLDR: tuple[Unit, ...] = ("minute", "hour", "day")

# What CLDR leaves out: the number as a word, units cut short, and pages that forget to say "ago".
_ONE = "a / an / one / eine / einen / einer / einem / un / une / una / um / uma / en / ett / een / ein / et"
_UNITS: Mapping[Unit, str] = {
    "second": "second / seconds / sec / secs / sekunden / секунд* / segundos / secondes / ثوان / ثانية",
    "minute": """
        minute / minutes / min / mins / minuten / minutos / minuto / minuti / minuta / minut* / минут* / хвилин*
        dakika / dk / 分 / 分钟 / 分鐘 / 분 / دقيقة / دقائق
    """,
    "hour": """
        hour / hours / hr / hrs / h / std / stunde / stunden / heure / heures / hora / horas / ora / ore / uur
        timer / timme / timmar / годин* / час* / godzin* / hodin* / saat / 時間 / 小时 / 小時 / 시간 / ساعة / ساعات
    """,
    "day": """
        day / days / d / tag / tagen / jour / jours / día / días / dia / dias / giorno / giorni / dag / dagar / dagen
        день / дня / дней / дні / днів / dni / dny / dnem / gün / 日 / 天 / 일 / يوم / أيام
    """,
    "week": "week / weeks / woche / wochen / semaine / semaines / semana / semanas / settimana / settimane / weken",
}
_AGO = "ago / önce / тому / назад / temu / fa / geleden / sedan / siden / 前 / 전 / atrás / yang lalu / lalu"
_SINCE = "vor / il y a / hace / há / před / pred / prije / pirms / prieš / πριν από / πριν / قبل / منذ / לפני"
_TODAY = """
    today / heute / aujourd'hui / aujourd’hui / hoy / oggi / hoje / vandaag / i dag / idag / tänään / täna
    сегодня / сьогодні / днес / dziś / dzisiaj / dnes / danas / danes / ma / astăzi / azi / bugün / avui
    σήμερα / היום / اليوم / امروز / आज / วันนี้ / hôm nay / hari ini / 今日 / 今天 / 오늘
"""
_YESTERDAY = """
    yesterday / gestern / hier / ayer / ieri / ontem / gisteren / i går / igår / eilen / eile
    вчера / вчора / wczoraj / včera / jučer / juče / včeraj / tegnap / dün / ahir
    χθες / χτες / אתמול / أمس / دیروز / कल / เมื่อวาน / hôm qua / kemarin / 昨日 / 昨天 / 어제
"""
_ANY_NUMBER = re.compile(r"\d+")
_NUMBER = rf"(?<![^\W\d_])(?:(?P<number>\d+)\+?|{alternation(_ONE)}(?=\s))"
_UNIT = r"(?P<unit>[^\W\d_]+?)"
_SAID = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_NUMBER}\s?{_UNIT}\.?\s?{alternation(_AGO)}(?![^\W\d_])",
        rf"(?<![^\W\d_]){alternation(_SINCE)}\s+{_NUMBER}\s?{_UNIT}(?![^\W\d_])",
        r"(?:^|(?<=[^\W\d_]\s))(?P<number>\d+)\s(?P<unit>hours?|minutes?)$",
    )
)
_NAMED = tuple(re.compile(rf"(?<!\w){alternation(names)}(?!\w)", re.IGNORECASE) for names in (_TODAY, _YESTERDAY))
_TELLING = frozenset(word.split()[-1] for names in (_ONE, _TODAY, _YESTERDAY, "now") for word in words(names))
"""Words without which a line that has no number says nothing of the kind."""
_JUST_NOW = re.compile(r"\bjust now\b", re.IGNORECASE)
_EXACT = {word: unit for unit, names in _UNITS.items() for word in words(names) if not word.endswith("*")}
_STEMS = {word[:-1]: unit for unit, names in _UNITS.items() for word in words(names) if word.endswith("*")}


@dataclass(frozen=True, slots=True)
class Ago:
    """A time before the reading, and where it stands in its line."""

    start: int
    end: int
    days: int
    """Full days; 0 for hours, which are counted from the moment of reading that nobody knows."""
    named: bool = False
    """Whether it is the name of a day ("yesterday"), which a text also uses in other ways."""


def find(line: str, language: str) -> Ago | None:
    """Return the first time of the kind that a line names."""
    plain = with_plain_digits(line)
    # Nearly every line of a page is neither, and none of the patterns below need be tried on it.
    if not _ANY_NUMBER.search(plain) and _TELLING.isdisjoint(plain.casefold().split()):
        return None
    return _in_words(plain) or _in_cldr(plain, language.split("-", maxsplit=1)[0]) or _by_name(plain)


def _in_words(line: str) -> Ago | None:
    """Read what holds in every language: a word for "ago" behind or before a number and a unit."""
    for pattern in _SAID:
        for found in pattern.finditer(line):
            word = found["unit"].casefold()
            unit = _EXACT.get(word) or next((unit for stem, unit in _STEMS.items() if word.startswith(stem)), None)
            if unit:
                return _ago(found, unit, int(found["number"] or 1))
    now = _JUST_NOW.search(line)
    return _ago(now, "second", 0) if now else None


def _in_cldr(line: str, language: str) -> Ago | None:
    """Read the language's own phrases, with the numbers taken out on both sides: no pattern has to be compiled."""
    if not _ANY_NUMBER.search(line):
        return None
    shape = _ANY_NUMBER.sub("#", line.casefold())
    for phrase, unit in _phrases(language).items():
        if phrase in shape:
            pattern = rf"(?<![^\W\d_]){re.escape(phrase).replace(re.escape('#'), '([0-9]+)')}(?![^\W\d_])"
            if found := re.search(pattern, line, re.IGNORECASE):
                return _ago(found, unit, int(found[1]))
    return None


def _by_name(line: str) -> Ago | None:
    for days, pattern in enumerate(_NAMED):
        if found := pattern.search(line):
            return Ago(found.start(), found.end(), days, named=True)
    return None


def _ago(found: re.Match[str], unit: Unit, number: int) -> Ago:
    return Ago(found.start(), found.end(), number * _SECONDS[unit] // _SECONDS["day"])


@lru_cache(maxsize=64)
def _phrases(language: str) -> Mapping[str, Unit]:
    try:
        locale = locale_of(language)
    except (UnknownLocaleError, ValueError):
        return {}
    said: dict[str, Unit] = {}
    for unit in _OF_CLDR:
        for count in _COUNTS:
            for width in _WIDTHS:
                try:
                    text = format_timedelta(
                        dt.timedelta(seconds=-count * _SECONDS[unit]),
                        granularity=unit,
                        threshold=float("inf"),
                        add_direction=True,
                        format=width,
                        locale=locale,
                    )
                except KeyError:  # Babel's answer where a language has no such form (as of 2.18)
                    continue
                # CLDR falls back to "-5 h" where a language has no words.
                if text and text[0] not in "-−" and _ANY_NUMBER.findall(text) == [str(count)]:
                    said.setdefault(" ".join(text.casefold().replace(str(count), "#").split()), unit)
    return said
