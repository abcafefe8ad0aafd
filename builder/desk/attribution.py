"""Who says so: the chain of reliance, out of "Source:" lines, credits and the words of the lede."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from builder.model.briefing import Attribution, SourceKind
from builder.model.ids import OutletId
from builder.model.outlet import Outlet, OutletKind

_RELIES = re.compile(
    r",?\s*(?:\b(?:citing|quoting|with reference to|referring to|with a reference to|which cited|relying on|unter Berufung auf|mit Verweis auf|citant|se fondant sur|citando a?|con riferimento a|z powołaniem na|з посиланням на|посилаючись на|со ссылкой на|ссылаясь на)\b|نقلا عن)\s+",
    re.IGNORECASE,
)
_NUMBERS: Mapping[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "ein": 1, "eine": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "один": 1, "одне": 1, "два": 2, "двоє": 2, "двох": 2, "двух": 2, "двоих": 2, "три": 3, "троє": 3, "трьох": 3, "трёх": 3, "чотири": 4, "четыре": 4,
}  # fmt: skip
_PEOPLE = re.compile(
    r"\b(?:sources?|officials?|diplomats?|people|persons?|insiders?|aides?|advisers?|advisors?|witness(?:es)?|employees|lawmakers|negotiators|Quellen|Insider|Diplomaten|Beamte\w*|Personen|responsables|diplomates|fuentes|funcionarios|diplomáticos|джерел\w*|співрозмовник\w*|посадовц\w*|дипломат\w*|источник\w*|собеседник\w*|чиновник\w*|مصادر)\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:familiar with|close to|briefed on|with knowledge|who (?:asked|spoke|declined)|on condition of anonymity|anonym\w*|unnamed|speaking on|sources?|insiders?|people|Quellen|Insider|sous couvert|fuentes|обізнан\w*|джерел\w*|источник\w*|осведомл\w*)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:text|document|statement|declaration|report|ruling|judgment|verdict|agreement|treaty|convention|letter|decree|law|bill|draft|filing|memo|transcript|communiqué|resolution|study|survey|Gutachten|Bericht|Urteil|Text|Dokument|rapport|texte|arrêt|informe|documento|sentencia|звіт\w*|документ\w*|рішення|текст\w*|отчёт\w*|доклад\w*)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:Agency|News|Times|Post|Press|Journal|TV|Radio|Gazette|Tribune|Herald|Observer|Mail|Telegraph|Zeitung|Pravda|Правда|Agence|Agencia|Agentur)\b|وكالة"
)
_OFFICE = re.compile(
    r"\b(?:ministry|minister|government|president|council|office|officials?|police|court|company|commission|committee|parliament|department|agency|authority|institute|university|union|army|navy|command|service|party|mayor|embassy|coastguard|watch|captain|bank|rail|railways?|airlines?|group|corp|corporation|inc|ltd|gmbh|foundation|cent(?:re|er)|federation|association|club|museum|library|hospital|school|nations|Kremlin|White House|Pentagon|NASA|NATO|Ministerium|Regierung|Rat|Amt|Landesamt|Polizei|Gericht|ministère|gouvernement|régie|mairie|préfecture|ministerio|gobierno|міністерств\w*|рада|уряд\w*|поліці\w*|министерств\w*|правительств\w*)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:the|a|an|der|die|das|den|dem|des|ein|eine|einen|le|la|les|l[’']|el|los|las|un|une|una|their|its|his|her|our)\s+",
    re.IGNORECASE,
)
_MANNER = re.compile(
    r"\s+(?:in|on|at) (?:a|an|its|his|her|their) (?:statement|post|posts|interview|briefing|press release|website|Facebook|Telegram).*$|\s+(?:у|в|на)\s+(?:Telegram|Facebook|своєму|своём|сайті|сайте|заяві|заявлении|коментарі|эфире|ефірі)\b.*$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w’'-]+)(?:\s+[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w.’'-]*){1,3}")
_KIN = re.compile(r"[a-zà-ÿ ]+\s(?P<person>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w.’'-]*){1,3})")
"""A person behind what he or she is: "his daughter Sheila Marren"."""
_DAY = r"(?:\s+(?:on|late on|early on)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
_SAID = re.compile(
    rf",\s+(?P<who>(?:the |an? |its |his |her |their )?[^,.;:\"“”]{{3,70}}?)\s+(?:said|says|say|announced|reported|reports|told [^,.]{{3,40}}){_DAY}(?:\.|,|$)"
)
_REPORTED = re.compile(r"^(?P<who>[A-ZÀ-Þ][^,.;:\"“”]{2,50}?)\s+(?:has |have )?(?:reported|reports)\b")
_INVERTED = re.compile(
    r"\b(?:повідомил[аио]?|повідомляє|повідомили|заявил[аи]?|сообщил[аи]?|сообщает|заявили|teilte|teilten|a annoncé(?: \w+)?|a indiqué|informó|anunció)\s+(?P<who>(?!mit\b)[^,.;:\"“”]{3,60}?)(?:\s+am\s+\w+tag)?(?:\s+mit)?[,.]",
    re.IGNORECASE,
)
_JAPANESE = re.compile(r"^(?P<who>[^、。は]{2,15})は.*(?:発表した|明らかにした|述べた)")
_ACCORDING = re.compile(
    r"\b(?:according to|laut|selon|según|secondo|за даними|за словами|по данным|по словам)\s+(?P<who>[^,.;:\"“”]{3,70})",
    re.IGNORECASE,
)


def chain(
    sources: Iterable[str], credited: Iterable[str], lede: str, outlets: Mapping[OutletId, Outlet]
) -> tuple[Attribution, ...]:
    """Return whom the article relies on, nearest first.

    A "Source:" line rules. Without one, whom the headline or dateline credits and whom the lede names count. Nothing
    is concluded from silence: an article that names nobody has an empty chain.
    """
    found: list[Attribution] = []
    for line in sources:
        found.extend(of_line(line, outlets))
    if not found:
        found.extend(_one(name, outlets, None) for name in credited)
        found.extend(_of_lede(lede, outlets))
    return _distinct(found)


def of_line(line: str, outlets: Mapping[OutletId, Outlet]) -> list[Attribution]:
    """Return the sources of a "Source:" line; what stands behind "citing" is known through what stands before it."""
    result: list[Attribution] = []
    for part in re.split(r"\s*;\s*", line.strip(" .")):
        names = _RELIES.split(part)
        for i, name in enumerate(names):
            via = _clean(names[i - 1]) if i else None
            source = _one(name, outlets, None)
            lone = source.kind is SourceKind.ANONYMOUS and via is not None and len(re.split(r"\s*;\s*", line)) > 1
            result.append(_one(name, outlets, via) if lone else source)
    return result


def _of_lede(lede: str, outlets: Mapping[OutletId, Outlet]) -> list[Attribution]:
    found = [
        match["who"]
        for pattern in (_REPORTED, _SAID, _ACCORDING, _INVERTED, _JAPANESE)
        for match in [pattern.search(lede)]
        if match
    ]
    return [
        _one(who, outlets, None)
        for who in found[:2]
        if not re.match(r"(?:he|she|it|they|who|which)\b", who, re.IGNORECASE)
    ]


def _one(text: str, outlets: Mapping[OutletId, Outlet], via: str | None) -> Attribution:
    name = _MANNER.sub("", text.strip(" .,"))
    kind, count = kind_of(name, outlets)
    if kind is SourceKind.ANONYMOUS:
        first, _, rest = name.partition(" ")
        number = _NUMBERS.get(first.casefold()) or (int(first) if first.isdigit() else None)
        return Attribution(name=rest if number and rest else _clean(name), kind=kind, count=number or count, via=via)
    person = _KIN.fullmatch(_clean(name)) if kind is SourceKind.OFFICIAL else None
    if person and not _OFFICE.search(name):
        return Attribution(name=person["person"], kind=SourceKind.NAMED, via=via)
    return Attribution(name=_clean(name), kind=kind, via=via)


def kind_of(name: str, outlets: Mapping[OutletId, Outlet]) -> tuple[SourceKind, int | None]:
    """Return what sort of source a phrase names, and of how many people it speaks."""
    bare = _clean(name)
    for outlet in outlets.values():
        if bare.casefold() in {known.casefold() for known in (outlet.name, *outlet.aliases)}:
            return (SourceKind.OFFICIAL if outlet.kind is OutletKind.OFFICIAL else SourceKind.OUTLET), None
    first = name.split(maxsplit=1)[0].casefold() if name.split() else ""
    number = _NUMBERS.get(first) or (int(first) if first.isdigit() else None)
    several = number is not None and number > 1
    if several or (_PEOPLE.search(bare) and (_UNNAMED.search(bare) or first == "one")):
        return SourceKind.ANONYMOUS, number
    if _DOCUMENT.search(bare):
        return SourceKind.DOCUMENT, None
    if _OUTLET.search(bare):
        return SourceKind.OUTLET, None
    if _PERSON.fullmatch(bare) and not _OFFICE.search(bare):
        return SourceKind.NAMED, None
    return SourceKind.OFFICIAL, None


def _clean(name: str) -> str:
    return _ARTICLE.sub("", _MANNER.sub("", name.strip(" .,")))


def _distinct(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    seen: dict[str, Attribution] = {}
    for one in found:
        seen.setdefault(one.name.casefold(), one)
    return tuple(seen.values())
