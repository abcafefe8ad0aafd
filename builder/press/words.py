"""How the archive says it: dates, weekdays, and on what a briefing rests."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from builder.formats import edtf
from builder.model.briefing import Attribution, SourceKind
from builder.model.moment import Moment

UNDATED = {"iso": "", "label": "Date unknown", "short": "Undated"}

KIND = {
    SourceKind.OUTLET: "outlet",
    SourceKind.OFFICIAL: "official",
    SourceKind.NAMED: "named person",
    SourceKind.ANONYMOUS: "anonymous",
    SourceKind.DOCUMENT: "document",
}
"""A kind of source as the chain shows it."""

# Strongest first: what can be looked up, who can be asked, who cannot.
_ON_PAGE = {
    SourceKind.DOCUMENT: ("document", "documents"),
    SourceKind.OFFICIAL: ("official statement", "official statements"),
    SourceKind.NAMED: ("named person", "named people"),
    SourceKind.OUTLET: ("report of another outlet", "reports of other outlets"),
    SourceKind.ANONYMOUS: ("anonymous source", "anonymous sources"),
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


MOST_NAMED = 3
"""Sources that a card names; of more it names one less, and counts the rest."""


def basis(attribution: Sequence[Attribution]) -> str:
    """Return what a card says after the outlet: "relying on NASA (official)", "relying on NASA and TASS"."""
    if not attribution:
        return ""
    if len(attribution) == 1:
        return f"relying on {_named(attribution[0])} ({KIND[attribution[0].kind]})"
    order = list(_ON_PAGE)
    names = dict.fromkeys(
        # Nobody can be asked about people without a name, so that is said of them wherever they stand.
        f"{_named(one)} (anonymous)" if one.kind is SourceKind.ANONYMOUS else _named(one)
        for one in sorted(attribution, key=lambda one: order.index(one.kind))
    )
    shown = list(names)
    if len(shown) > MOST_NAMED:
        shown = [*shown[: MOST_NAMED - 1], f"{len(shown) - MOST_NAMED + 1} more"]
    return f"relying on {_joined(shown)}"


def _named(one: Attribution) -> str:
    return f"{one.count} {one.name}" if one.count and one.count > 1 else one.name


def rests_on(attribution: Sequence[Attribution]) -> str:
    """Return the sentence under the chain: "Rests on one document and one official statement."; nothing for nothing."""
    parts = [f"{_number(n)} {_ON_PAGE[kind][n != 1]}" for kind, n in _counted(attribution)]
    return f"Rests on {_joined(parts)}." if parts else ""


def _counted(attribution: Sequence[Attribution]) -> list[tuple[SourceKind, int]]:
    counts: Counter[SourceKind] = Counter()
    for one in attribution:
        counts[one.kind] += max(1, one.count or 1)
    return [(kind, counts[kind]) for kind in _ON_PAGE if counts[kind]]


def _number(n: int) -> str:
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)


def _joined(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def date(moment: Moment | None, locale: str) -> dict[str, str]:
    """Return a moment as templates show it: ``{iso, label, short}``."""
    if moment is None:
        return UNDATED
    iso = moment.isoformat()
    if moment.time is None:
        return of_day(iso, locale)
    label = of_day(moment.day.isoformat(), locale)
    return {"iso": iso, "label": f"{label['label']}, {moment.time:%H:%M}", "short": label["short"]}


@lru_cache(maxsize=65536)
def of_day(iso: str, locale: str) -> dict[str, str]:
    """Return an EDTF date as templates show it. Shared between callers: read it, do not write into it."""
    return {"iso": iso, "label": edtf.label(iso, locale), "short": edtf.label(iso, locale, short=True)}


@lru_cache(maxsize=1024)
def weekday(number: int, locale: str) -> str:
    """Return the name of a day of the week, Monday being 0."""
    # 1 January 2001 was a Monday.
    return str(format_date(dt.date(2001, 1, 1 + number), "EEEE", locale=locale.replace("-", "_")))


@lru_cache(maxsize=256)
def tongue(language: str, own: str) -> dict[str, str] | None:
    """Return a language as templates mark and name it, ``{code, direction, name}``; ``None`` for the archive's own."""
    if language.partition("-")[0].casefold() == own.partition("-")[0].casefold():
        return None
    try:
        name = Locale.parse(language, sep="-").get_language_name(own.replace("-", "_")) or language
    except (UnknownLocaleError, ValueError):
        name = language
    code = language if language.replace("-", "").isalnum() else "und"
    return {"code": code, "direction": direction(language), "name": name}


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """Return "rtl" for a language written from right to left, else "ltr"."""
    try:
        return "rtl" if Locale.parse(language, sep="-").character_order == "right-to-left" else "ltr"
    except (UnknownLocaleError, ValueError):
        return "ltr"
