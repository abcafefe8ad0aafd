"""How the archive says it: dates, weekdays, languages."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date

from builder.formats import edtf
from builder.formats.locales import locale_of
from builder.languages.catalogue import words_of
from builder.model.moment import Moment


@lru_cache(maxsize=32)
def undated(locale: str) -> dict[str, str]:
    """Return what stands in the place of a date that nobody knows. Shared between callers, as ``of_day``."""
    say = words_of(locale)
    return {"iso": "", "label": say("Date unknown"), "short": say("Undated")}


def date(moment: Moment | None, locale: str) -> dict[str, str]:
    """Return a moment as templates show it: ``{iso, label, short}``."""
    if moment is None:
        return undated(locale)
    iso = moment.isoformat()
    if moment.time is None:
        return of_day(iso, locale)
    label = of_day(moment.day.isoformat(), locale)
    return {"iso": iso, "label": f"{label['label']}, {moment.time:%H:%M}", "short": label["short"]}


@lru_cache(maxsize=65536)
def of_day(iso: str, locale: str) -> dict[str, str]:
    """Return an EDTF date as templates show it. Shared between callers: read it, do not write into it."""
    return {"iso": iso, "label": edtf.label(iso, locale), "short": edtf.label(iso, locale, short=True)}


@lru_cache(maxsize=4096)
def month(key: str, locale: str) -> str:
    """Return the short name of a month, ``1962/06``, as it stands alone."""
    year, _, number = key.partition("/")
    return str(format_date(dt.date(int(year), int(number), 1), "LLL", locale=locale_of(locale)))


@lru_cache(maxsize=1024)
def weekday(number: int, locale: str) -> str:
    """Return the name of a day of the week, Monday being 0."""
    # 1 January 2001 was a Monday.
    return str(format_date(dt.date(2001, 1, 1 + number), "EEEE", locale=locale_of(locale)))


@lru_cache(maxsize=256)
def tongue(language: str, own: str) -> dict[str, str] | None:
    """Return a language as templates mark and name it, ``{code, direction, name}``; ``None`` for the archive's own."""
    if language.partition("-")[0].casefold() == own.partition("-")[0].casefold():
        return None
    code = language if language.replace("-", "").isalnum() else "und"
    return {"code": code, "direction": direction(language), "name": name_of(language, own)}


@lru_cache(maxsize=256)
def name_of(language: str, own: str) -> str:
    """Return what a language is called in the archive's own; its code where nobody knows it."""
    try:
        return str(Locale.parse(language, sep="-").get_language_name(own.replace("-", "_")) or language)
    except (UnknownLocaleError, ValueError):
        return language


@lru_cache(maxsize=256)
def locale(language: str) -> str:
    """Return a language with its country, as Open Graph writes it: ``uk_UA``; empty where CLDR knows none.

    The country is the one that the tag names, else the one where most who speak the language live (CLDR, "likely
    subtags"). A region of several countries, ``419`` for Latin America, is none.
    """
    if language.partition("-")[0].casefold() == "und":
        # Babel takes it for English.
        return ""
    try:
        known = Locale.parse(language, sep="-")
        likely = get_global("likely_subtags")
        tongue = likely.get(f"{known.language}_{known.script}") or likely.get(known.language)
        country = known.territory or (Locale.parse(tongue).territory if tongue else None)
        if country and country.isdecimal():
            return locale(known.language)
    except (UnknownLocaleError, ValueError):
        return ""
    return f"{known.language}_{country}" if country else ""


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """Return "rtl" for a language written from right to left, else "ltr"."""
    try:
        return "rtl" if Locale.parse(language, sep="-").character_order == "right-to-left" else "ltr"
    except (UnknownLocaleError, ValueError):
        return "ltr"
