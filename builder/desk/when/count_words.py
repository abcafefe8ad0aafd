"""Small numbers in words, as prose has them before "weeks ago" and before "sources"; of all languages together."""

from __future__ import annotations

from collections.abc import Mapping

from builder.formats.word_lists import words

_COUNTS: Mapping[int, str] = {
    1: """
        a / an / one / ein / eine / einen / einem / einer / un / une / una / uno / um / uma / een / jeden / jedną
        jednego
        один / одна / одне / одну / одного / одной / bir / 一
    """,
    2: """
        two / a couple of / a pair of / zwei / deux / dos / due / dois / duas / twee / dwa / dwie / dwóch / dwoje / dwaj
        два / дві / двоє / двох / две / двое / двух / двоих / iki / 两 / 二
    """,
    3: """
        three / drei / trois / tres / tre / três / drie / trzy / trzech / troje / три / троє / трьох / трёх / трех
        трое
        üç / ثلاثة / ثلاث / 三
    """,
    4: """
        four / vier / quatre / cuatro / quattro / quatro / cztery / czterech / чотири / чотирьох / четыре / четырёх
        dört / أربعة / أربع / 四
    """,
    5: """
        five / fünf / cinq / cinco / cinque / vijf / pięć / pięciu / п’ять / п'ять / п’яти / пять / пяти / beş
        خمسة / خمس / 五
    """,
    6: "six / sechs / seis / sei / zes / sześć / sześciu / шість / шести / шесть / altı / ستة / ست / 六",
    7: "seven / sieben / sept / siete / sette / sete / zeven / siedem / сім / семи / семь / yedi / سبعة / سبع / 七",
    8: "eight / acht / huit / ocho / otto / oito / osiem / вісім / восемь / sekiz / ثمانية / ثماني / 八",
    9: "nine / neun / neuf / nueve / nove / negen / dziewięć / дев’ять / дев'ять / девять / dokuz / تسعة / تسع / 九",
    10: "ten / zehn / dix / diez / dieci / dez / tien / dziesięć / десять / десяти / عشرة / عشر / 十",
    11: "eleven / elf / onze / once / undici",
    12: "twelve / zwölf / douze / doce / dodici / doze / twaalf / a dozen / дванадцять / двенадцать",
    15: "fifteen / fünfzehn / quinze / quince / quindici",
    20: "twenty / zwanzig / vingt / veinte / venti / vinte / twintig / двадцять / двадцать",
}
_FEW = """
    a few / few / several / some / einige / einigen / ein paar / wenigen / mehreren / quelques / plusieurs
    unos / unas / algunos / algunas / varios / varias / pocos / alcuni / alcune / pochi / qualche / alguns / algumas
    poucos / enkele / een paar / kilka / kilku / кілька / декілька / кількох / несколько / нескольких / birkaç
    عدة / بضعة / بضع / 数 / 几
"""
FEW = 3
"""What "a few" is reckoned as; what comes of it is marked approximate."""

COUNTS: Mapping[str, int] = {word: number for number, names in _COUNTS.items() for word in words(names)}
VAGUE: frozenset[str] = frozenset(words(_FEW))


def count_of(text: str) -> int | None:
    """Return the number that digits or a word give; ``None`` for a word that is no small number."""
    text = " ".join(text.casefold().split())
    if text.isdecimal():
        return int(text)
    return FEW if text in VAGUE else COUNTS.get(text)
