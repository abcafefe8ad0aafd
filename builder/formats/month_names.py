"""Names of months, of weekdays, and of "how long ago" in the languages of CLDR, as they are met above articles."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel import UnknownLocaleError

from builder.formats.locales import locale_of
from builder.formats.word_lists import words

MONTHS = 12
SHORTEST = 2
"""Letters of a month's name: May in Hindi, Tamil, Bengali and Persian."""
SHORTEST_CUT = 3
"""Letters of a name that is cut short in a way CLDR does not list ("Sept", "févr")."""

# Languages that a detector takes for one another, or whose outlets print each other's months.
_KIN = "no nb nn da sv / ru uk be bg mk sr / cs sk / hr bs sr_Latn sl / es gl ca pt / id ms / fa ur / hi mr ne / fi et"
_VARIANTS: Mapping[str, tuple[str, ...]] = {
    "ar": ("ar", "ar_SY", "ar_DZ", "ar_MA"), "de": ("de", "de_AT"), "sr": ("sr", "sr_Latn"), "bs": ("bs", "bs_Cyrl"),
    "uz": ("uz", "uz_Cyrl"), "az": ("az", "az_Cyrl"), "en": ("en", "en_AU", "en_GB"), "es": ("es", "es_PE"),
}  # fmt: skip
_MORE: Mapping[str, Mapping[str, int]] = {
    "de": {"feber": 2},
    "fr": {"sept": 9},
    "fa": {"ژوئیه": 7, "جولای": 7, "می": 5, "اوت": 8, "آگوست": 8},
    "ur": {"مئ": 5},
}
_PERSIAN = "فروردین / اردیبهشت / خرداد / تیر / مرداد / شهریور / مهر / آبان / آذر / دی / بهمن / اسفند"


def folded(word: str) -> str:
    """Return a word without case, accents, dots and the Turkish difference between the two kinds of i."""
    flat = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    return "".join(char for char in flat if not unicodedata.combining(char) and char not in ".׳'’\u0640\u200c")


def month_of(name: str, language: str, *, persian: bool = True, kin: bool = True) -> int | None:
    """Return the number of a month by its name in the language, in English, or in a language close to the first.

    ``persian`` says whether the months of the Persian calendar count, ``kin`` whether languages close to it are asked:
    each has to be loaded first.
    """
    word = folded(name)
    if len(word) < SHORTEST:
        return None
    own = language.split("-", maxsplit=1)[0]
    if persian and own == "fa" and word in _persian():
        return _persian()[word]
    for code in (own, "en", *(_kin(own) if kin else ())):
        number = _names(code).get(word)
        if number:
            return number
    if own == "he" and word[:1] == "ב":  # "in"
        return _names(own).get(word[1:])
    return _cut(word, own)


def _cut(word: str, language: str) -> int | None:
    """Return the month that a word is the beginning of, where there is but one."""
    if len(word) < SHORTEST_CUT:
        return None
    fits = {number for name, number in _names(language).items() if name.startswith(word)}
    return fits.pop() if len(fits) == 1 else None


@lru_cache(maxsize=1)
def _persian() -> Mapping[str, int]:
    return {folded(name): number for number, name in enumerate(words(_PERSIAN), start=1)}


@lru_cache(maxsize=64)
def _kin(language: str) -> tuple[str, ...]:
    families = (family.split() for family in _KIN.split(" / "))
    return tuple(other for family in families if language in family for other in family if other != language)


@lru_cache(maxsize=128)
def _names(language: str) -> Mapping[str, int]:
    names: dict[str, int] = {}
    for code in _VARIANTS.get(language, (language,)):
        for name, number in _of_locale(code):
            names.setdefault(folded(name), number)
    names.update({folded(name): number for name, number in _MORE.get(language, {}).items()})
    return names


def _of_locale(code: str) -> Iterator[tuple[str, int]]:
    try:
        locale = locale_of(code)
    except (UnknownLocaleError, ValueError):
        return
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                # CLDR also has "5月", which a pattern of digits reads.
                if not any(char.isdigit() for char in name) and len(name) >= SHORTEST:
                    yield name, number
