"""Days that are part of a name, and numbers that only look like years: "Rue du 8 mai 1945", "in 2000 homes"."""

from __future__ import annotations

import re

from builder.formats.word_lists import alternation

_NAMED_BEFORE = """
    straße des / platz des / rue du / avenue du / place du / boulevard du / pont du / quai du / calle / avenida
    plaza / paseo
    via / viale / piazza / corso / rua / ponte / praça / largo / estádio / ulica / ulicy / ul. / plac / aleja / most
    вулиця / вулиці / вул. / площа / площі / проспект / улица / улице / ул. / площадь / площади / стадион
    version / v. / release / movement of / group of / brigade of / black / good / ash / super / bloody / holy / maundy
    whit
    sheffield / cyber / giving / fat / casual / santo / plácido / pacific / mission / mission de / rover / sonde
    miércoles de / viernes / domenica / herr / frau / mr / mrs / ms / señor
    شارع / ميدان
"""
_NAMED_AFTER = """
    street / road / square / avenue / bridge / park / stadium / brigade / battalion / regiment / movement / revolution
    group / club / times / mirror / express / telegraph / herald / mail / post / school / schools / roast / prayers
    service
    best / league / football / night live / saint / negro / santo / noir / de cendres / agreement
    brigade / bataillon / straße / platz / brücke / bewegung / бригад* / полк*
    通り / 大街
"""
_COUNTED = """
    people / homes / houses / households / families / villages / towns / schools / cases / patients / workers / jobs
    troops / soldiers
    members / voters / tons / tonnes / metres / meters / miles / kilometres / kilometers / km / euros / dollars
    pounds / units
    copies / pieces / words / pages / years / hours / days / flats / shops / firms / companies / refugees / volunteers
    Menschen / Haushalte* / Häuser* / Fällen / Gemeinden / Euro / Meter* / Mitglieder* / Einwohner*
    personnes / foyers / maisons / cas / communes / mètres / habitants / personas / hogares / casas / casos / metros
    habitantes
    persone / case / casi / metri / abitanti / pessoas / metrów / osób / домах / людей / метрів / метров / осіб
    случаях / випадках
"""
_NAME_BEFORE = re.compile(rf"(?<!\w){alternation(_NAMED_BEFORE)}\s+$", re.IGNORECASE)
_NAME_AFTER = re.compile(rf"\s+{alternation(_NAMED_AFTER)}(?!\w)", re.IGNORECASE)
_COUNT_AFTER = re.compile(rf"\s+(?:[a-zà-ÿа-яіїєґ]+\s+)?{alternation(_COUNTED)}(?!\w)", re.IGNORECASE)
_ENDS_IN_YEAR = re.compile(r"(?:^|\D)\d{4}$")
_MONTH_ALONE = re.compile(r"(?:\S+\s+)?(?P<name>[^\W\d_]+)\.?(?:\s+\d{4})?")
_INSIDE = re.compile(r"[\w,;]\s+$")
_SMALL_MONTHS = ("fr", "es", "it", "pt", "pl", "uk", "ru", "nl", "sv", "da", "nb", "no", "cs", "fi", "ro", "bg")
"""Languages that write months small, so that one with a capital inside a sentence is a name: "la mission Mars 2020"."""


def is_name(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether the words from ``start`` to ``end``, though a date's, name a thing or count some."""
    phrase, before = text[start:end], text[:start]
    if _NAME_BEFORE.search(before) or _NAME_AFTER.match(text, end):
        return True
    if _ENDS_IN_YEAR.search(phrase) and not any(mark in phrase for mark in ".-/") and _COUNT_AFTER.match(text, end):
        return True
    small = language.split("-", maxsplit=1)[0] in _SMALL_MONTHS
    month = _MONTH_ALONE.fullmatch(phrase) if small else None
    return (
        month is not None and month["name"][:1].isupper() and bool(_INSIDE.search(text[: start + month.start("name")]))
    )
