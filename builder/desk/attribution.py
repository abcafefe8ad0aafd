"""Who says so: the chain of reliance, out of "Source:" lines, credits and the words of the lede."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from builder.formats.word_lists import alternation, words
from builder.model.briefing import Attribution, SourceKind
from builder.model.ids import OutletId
from builder.model.outlet import Outlet, OutletKind

_NUMBERS: Mapping[str, int] = {
    word: number
    for number, names in {
        1: "a / an / one / ein / eine / einen / un / une / один / одне",
        2: "two / zwei / deux / dos / два / двоє / двох / двух / двоих",
        3: "three / drei / trois / tres / три / троє / трьох / трёх",
        4: "four / vier / quatre / cuatro / чотири / четыре",
        5: "five / fünf / cinq / cinco",
        6: "six / sechs",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
    }.items()
    for word in words(names)
}
_RELYING = """
    citing / quoting / with reference to / referring to / with a reference to / which cited / relying on
    unter Berufung auf / mit Verweis auf
    citant / se fondant sur / citand / citando / con riferimento a
    z powołaniem na / з посиланням на / із посиланням на / зі посиланням на / з покликанням на
    посилаючись на / со ссылкой на / ссылаясь на
"""
_PEOPLE_WORDS = """
    source / sources / official / officials / diplomat / diplomats / people / person / persons / insider / insiders
    aide / aides / adviser / advisers / advisor / advisors / witness / witnesses / employees / lawmakers / negotiators
    Quellen / Diplomaten / Beamte* / Personen
    responsables / diplomates / fuentes / funcionarios / diplomáticos
    джерел* / співрозмовник* / посадовц* / дипломат* / источник* / собеседник* / чиновник* / مصادر
"""
_UNNAMED_WORDS = """
    familiar with / close to / briefed on / with knowledge / who asked / who spoke / who declined
    on condition of anonymity / anonym* / unnamed / speaking on / source / sources / insider / insiders / people
    Quellen / sous couvert / fuentes / обізнан* / джерел* / источник* / осведомл*
"""
_DOCUMENT_WORDS = """
    text / document / statement / declaration / report / ruling / judgment / verdict / agreement / treaty / convention
    letter / decree / law / bill / draft / filing / memo / transcript / communiqué / resolution / study / survey
    Gutachten / Bericht / Urteil / Dokument
    rapport / texte / arrêt / informe / documento / sentencia
    звіт* / документ* / рішення / текст* / отчёт* / доклад*
"""
_OUTLET_WORDS = """
    Agency / News / Times / Post / Press / Journal / TV / Radio / Gazette / Tribune / Herald / Observer / Mail
    Telegraph / Zeitung / Pravda / Правда / Agence / Agencia / Agentur
"""
_OFFICE_WORDS = """
    ministry / minister / government / president / council / office / official / officials / police / court / company
    commission / committee / parliament / department / agency / authority / institute / university / union / army / navy
    command / service / party / mayor / embassy / coastguard / watch / captain / bank / rail / railway / railways
    airline / airlines / group / corp / corporation / inc / ltd / gmbh / foundation / center / centre / federation
    association / club / museum / library / hospital / school / nations / Kremlin / White House / Pentagon / NASA / NATO
    Ministerium / Regierung / Rat / Amt / Landesamt / Polizei / Gericht
    ministère / gouvernement / régie / mairie / préfecture / ministerio / gobierno
    міністерств* / рада / уряд* / поліці* / министерств* / правительств*
"""
_ARTICLES = """
    the / a / an / their / its / his / her / our
    der / die / das / den / dem / des / ein / eine / einen / le / la / les / el / los / las / un / une / una
"""
_CHANNELS = "statement / post / posts / interview / briefing / press release / website / Facebook / Telegram"
_CHANNELS_SLAVIC = """
    Telegram / Facebook / своєму / сайті / заяві / коментарі / ефірі / своём / сайте / заявлении / эфире
"""
_ANNOUNCED = """
    повідомив / повідомила / повідомило / повідомили / повідомляє / заявив / заявила / заявили
    повідомил / повідомила / заявил / заявила / заявили / сообщил / сообщила / сообщили / сообщает
    teilte / teilten / a annoncé / a annoncé * / a indiqué / informó / anunció
"""
_ACCORDING_WORDS = """
    according to / laut / selon / según / secondo / за даними / за словами / по данным / по словам
"""

_RELIES = re.compile(rf",?\s*(?:\b{alternation(_RELYING)}\b|نقلا عن)\s+", re.IGNORECASE)
_PEOPLE = re.compile(rf"\b{alternation(_PEOPLE_WORDS)}\b", re.IGNORECASE)
_UNNAMED = re.compile(rf"\b{alternation(_UNNAMED_WORDS)}\b", re.IGNORECASE)
_DOCUMENT = re.compile(rf"\b{alternation(_DOCUMENT_WORDS)}\b", re.IGNORECASE)
_OUTLET = re.compile(rf"\b{alternation(_OUTLET_WORDS)}\b|وكالة")
_OFFICE = re.compile(rf"\b{alternation(_OFFICE_WORDS)}\b", re.IGNORECASE)
_ARTICLE = re.compile(rf"^(?:{alternation(_ARTICLES)}\s+|l[’']\s+)", re.IGNORECASE)
_MANNER = re.compile(
    rf"\s+(?:in|on|at) (?:a|an|its|his|her|their) {alternation(_CHANNELS)}.*$"
    rf"|\s+(?:у|в|на)\s+{alternation(_CHANNELS_SLAVIC)}\b.*$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w’'-]+)(?:\s+[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w.’'-]*){1,3}")
_KIN = re.compile(r"[a-zà-ÿ ]+\s(?P<person>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w.’'-]*){1,3})")
"""A person behind what he or she is: "his daughter Sheila Marren"."""
_DAY = r"(?:\s+(?:on|late on|early on)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
_SAID = re.compile(
    r",\s+(?P<who>(?:the |an? |its |his |her |their )?[^,.;:\"“”]{3,70}?)"
    rf"\s+(?:said|says|say|announced|reported|reports|told [^,.]{{3,40}}){_DAY}(?:\.|,|$)"
)
_REPORTED = re.compile(r"^(?P<who>[A-ZÀ-Þ][^,.;:\"“”]{2,50}?)\s+(?:has |have )?(?:reported|reports)\b")
_INVERTED = re.compile(
    rf"\b{alternation(_ANNOUNCED)}\s+(?P<who>(?!mit\b)[^,.;:\"“”]{{3,60}}?)(?:\s+am\s+\w+tag)?(?:\s+mit)?[,.]",
    re.IGNORECASE,
)
_JAPANESE = re.compile(r"^(?P<who>[^、。は]{2,15})は.*(?:発表した|明らかにした|述べた)")
_ACCORDING = re.compile(rf"\b{alternation(_ACCORDING_WORDS)}\s+(?P<who>[^,.;:\"“”]{{3,70}})", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|it|they|who|which)\b", re.IGNORECASE)
MOST_FROM_LEDE = 2
"""Sources taken out of one lede; a third is more often the article's subject than its source."""


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
    return [_one(who, outlets, None) for who in found[:MOST_FROM_LEDE] if not _PRONOUN.match(who)]


def _one(text: str, outlets: Mapping[OutletId, Outlet], via: str | None) -> Attribution:
    name = _MANNER.sub("", text.strip(" .,"))
    outlet = _outlet(name, outlets)
    if outlet:
        return Attribution(name=outlet.name, kind=_weight_of(outlet), via=via)
    kind, count = kind_of(name, outlets)
    if kind is SourceKind.ANONYMOUS:
        first, _, rest = name.partition(" ")
        number = _NUMBERS.get(first.casefold()) or (int(first) if first.isdigit() else None)
        return Attribution(name=rest if number and rest else _clean(name), kind=kind, count=number or count, via=via)
    person = _KIN.fullmatch(_clean(name)) if kind is SourceKind.OFFICIAL else None
    if person and not _OFFICE.search(name):
        return Attribution(name=person["person"], kind=SourceKind.NAMED, via=via)
    return Attribution(name=_clean(name), kind=kind, via=via)


def _outlet(name: str, outlets: Mapping[OutletId, Outlet]) -> Outlet | None:
    said = {name.casefold(), _clean(name).casefold()}
    known = (outlet for outlet in outlets.values() if said & {n.casefold() for n in (outlet.name, *outlet.aliases)})
    return next(known, None)


def _weight_of(outlet: Outlet) -> SourceKind:
    return SourceKind.OFFICIAL if outlet.kind is OutletKind.OFFICIAL else SourceKind.OUTLET


def kind_of(name: str, outlets: Mapping[OutletId, Outlet]) -> tuple[SourceKind, int | None]:
    """Return what sort of source a phrase names, and of how many people it speaks."""
    bare = _clean(name)
    outlet = _outlet(name, outlets)
    if outlet:
        return _weight_of(outlet), None
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
