"""Names in a language that gives every noun a capital: what is left of a run of nouns without those that are no name.

German says what somebody or something is, then the name ("Bürgermeisterin Jana Kroll", "die Firma Nord Mobil"), counts
with nouns ("Millionen Dollar") and sets a name before or behind what belongs to it ("Krolls Antwort", "die Einheit
Lindenaus"). Which nouns are common a text tells itself: they stand in it with an article.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.desk.sources.person_words import ROLE_ENDS
from builder.formats.word_lists import alternation, words

_FUNCTION = frozenset(
    words(
        """
        der / die / das / den / dem / des / ein / eine / einen / einem / einer / eines / kein / keine / keinen / keiner
        er / sie / es / wir / ihr / ihre / ihren / ihrem / ihrer / ihnen / sein / seine / seinen / seinem / seiner
        unser / unsere / unseren / mein / meine / dein / deine / euer / eure / dieser / diese / dieses / diesen / diesem
        jeder / jede / jedes / jeden / alle / allen / viele / vielen / einige / mehrere / manche / beide / beiden
        andere / anderen / weitere / weiteren / weiterer / neue / neuer / neuen / neues / mehr / rund / etwa / fast
        nach / vor / bei / beim / trotz / wegen / mit / ohne / aus / seit / seitens / zu / zum / zur / in / im / ins
        an / am / ans / auf / von / vom / für / gegen / über / unter / zwischen / durch / um / laut / während / neben
        hinter / ab / bis / und / oder / aber / doch / denn / auch / nur / noch / schon / so / wie / als / wenn / weil
        dass / ob / da / dort / hier / dann / nun / jetzt / zudem / außerdem / dabei / damit / dafür / dagegen
        deshalb / dennoch / bereits / zuletzt / was / wer / wo / warum
        """
    )
)
_MEASURES = frozenset(
    words(
        """
        hunderte / hunderten / tausende / tausenden / million / millionen / milliarde / milliarden / billion / billionen
        dutzend / dutzende / prozent / prozentpunkte / prozentpunkten / grad / celsius / euro / cent / dollar
        us-dollar / franken / pfund / yen / rubel / kronen / złoty / barrel / meter / metern / kilometer / kilometern
        zentimeter / millimeter / hektar / quadratmeter / quadratmetern / quadratkilometer / gramm / kilogramm
        milligramm / kilo / tonne / tonnen / liter / litern / watt / kilowatt / megawatt / gigawatt / kwh / mwh / gwh
        twh / sekunden / minuten / stunden / stunde / tage / tagen / tag / woche / wochen / monat / monate / monaten
        jahr / jahre / jahren / jahrzehnte / jahrzehnten / uhr / mal / seite / seiten / stück / teile / teilen / teil
        art / arten / reihe / anzahl / zahl / summe / hälfte / drittel / viertel / großteil / mehrheit
        """
    )
)
"""What is counted or measured with: never a part of a name."""
_ARTICLES = """
    der / die / das / den / dem / des / ein / eine / einen / einem / einer / eines / im / am / zum / zur / vom
    beim / ins
"""
_CAPITAL = "A-ZÄÖÜÀ-Þ"
_COMMON = re.compile(rf"(?<!\w)(?i:{alternation(_ARTICLES)})\s+(?P<noun>[{_CAPITAL}][\w-]*\w)(?!\w)(?!\s+[{_CAPITAL}])")
"""Behind an article and before no further capital: in "die Deutsche Bank" the first is part of a name."""
_WITHIN = re.compile(rf"(?<=[\w,;] )[{_CAPITAL}][\w’-]*\w")
_ABSTRACT = re.compile(r"\w+(?:ung|heit|keit|schaft|tion|tät|tum|ismus)(?:en)?")
_ROLE = re.compile(rf"[\w-]*?{alternation(ROLE_ENDS)}(?:e?[ns])?", re.IGNORECASE)
SHORTEST_OWNER = 4
"""Letters of a name in the genitive, its "s" included."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """What a text tells of its nouns."""

    common: frozenset[str]
    """Those that stand with an article and nothing capitalised behind them."""
    within: frozenset[str]
    """Capitalised words inside sentences, where they owe nothing to the beginning."""
    text: str

    @classmethod
    def of(cls, text: str) -> Nouns:
        """Return what a text tells."""
        common = frozenset(found["noun"] for found in _COMMON.finditer(text))
        return cls(common=common, within=frozenset(_WITHIN.findall(text)), text=text)

    def name_in(self, run: str, *, begins: bool) -> str:
        """Return the name in a run of capitalised words, or nothing; ``begins`` says that a sentence begins with it."""
        parts = run.split()
        if begins and parts[0] not in self.within:
            parts = parts[1:]
        while parts and (parts[0].casefold() in _FUNCTION or parts[0].casefold() in _MEASURES):
            parts = parts[1:]
        parts = list(itertools.takewhile(lambda word: word.casefold() not in _MEASURES, parts))
        kept = list(self._without_what_it_is(self._owner(parts)))
        sure = len(kept) < len(parts) and kept != parts[1:]
        return " ".join(kept) if len(kept) > 1 or (sure and kept) else ""

    def _owner(self, parts: list[str]) -> list[str]:
        """Return a run as far as the name in the genitive in it, which then stands without its ending."""
        for i, word in enumerate(parts):
            base = word.removesuffix("s")
            if base == word or len(word) < SHORTEST_OWNER or base not in self.within or base in self.common:
                continue
            whole = " ".join([*parts[:i], base])
            return whole.split() if re.search(rf"{re.escape(whole)}(?!\w)", self.text) else [base]
        return parts

    def _without_what_it_is(self, parts: list[str]) -> Iterator[str]:
        """Yield a run from its name on: what stands before says what the named one is."""
        named = False
        for i, word in enumerate(parts):
            named = named or i == len(parts) - 1 or not (self._is_common(word) or _ROLE.fullmatch(word))
            if named:
                yield word

    def _is_common(self, word: str) -> bool:
        return word in self.common or bool(_ABSTRACT.fullmatch(word))
