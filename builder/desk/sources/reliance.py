"""Whom a sentence relies on: who reports, who is cited, who told whom, which paper says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from builder.desk.sources import source_words as said
from builder.desk.sources.source_kinds import attribution_of, is_outlet, is_source
from builder.formats.word_lists import alternation, words
from builder.model.briefing import Attribution, SourceKind
from builder.model.ids import OutletId
from builder.model.outlet import Outlet

_LETTER = r"(?:[^,.;:\"“”„«»()!?—–]|\.(?=\w))"
_WHO = rf"(?P<who>{_LETTER}{{2,80}}?)"
_FROM = r"(?:^|(?<=[,;:»”\"“—–.)])\s*|\b(?i:that|but|and|while|dass|que|що|что|wie|як|как|as|comme|como)\s+)"
"""Where a clause begins."""
_TILL = r"(?=\s*(?:[,.;:—–»”]|$|\s(?:that|dass|що|что)\s))"
_CAPITAL = "A-ZÀ-ÞА-ЯЁІЇЄҐ"
_NAME = rf"[{_CAPITAL}][\w.’'-]*(?:\s+(?:of\s+|de\s+|für\s+)?[{_CAPITAL}][\w.’'-]*){{0,4}}(?:\s+правда)?"
_AGENCY = rf"(?:(?i:{alternation(said.AGENCIES)})\s+)?"
_TO = rf"(?:(?i:the|der|dem|den|la|el|le|les|los)\s+|l[’'])?{_AGENCY}(?P<to>{_NAME})"
_GERMAN = (
    r"(?P<who>(?:(?:dem|der|den|des|einem|einer|eines|von|vom)\s+)?[A-ZÄÖÜ][\w-]*"
    r"(?:\s+(?:[A-ZÄÖÜ][\w-]*|(?:des|der|von|vom|für|und|im|in|am|zu)(?=\s+[A-ZÄÖÜ])))*)"
)
"""German says "laut Polizei wurde …" without a comma, and tells nouns by their capitals."""


def _any(phrases: str) -> str:
    return rf"(?<!\w)(?i:{alternation(phrases)})(?!\w)"


UNANSWERED = re.compile(_any(said.UNANSWERED))
_RELAYED = re.compile(rf"{_any(said.RELAYED_BY)}\s+(?:(?i:the|der|la|el)\s+|l[’'])?(?P<who>{_AGENCY}{_NAME})")
_CITING = re.compile(rf"(?:{_any(said.RELYING)}|نقلا عن)\s*{_WHO}{_TILL}")
_CITES = re.compile(rf"{_FROM}(?P<who>(?:[Tt]he\s+)?{_NAME}),?\s+{_any(said.RELYING)}")
_TOLD = re.compile(rf"{_FROM}{_WHO}\s+{_any(said.TOLD)}\s+(?:(?P<audience>{_any(said.AUDIENCES)})|{_TO})")
_SAID_TO = re.compile(rf"{_FROM}{_WHO}\s+(?i:{alternation(said.TO)})\s*(?:(?P<audience>{_any(said.AUDIENCES)})|{_TO})")
_TO_SAID = re.compile(rf"(?P<to>{_NAME})\s+{_any(said.SAID)}\s+{_WHO}{_TILL}")
_INTERVIEW = re.compile(rf"{_any(said.IN_INTERVIEW)}\s+{_TO}")
_SEEN = re.compile(rf"{_FROM}(?:(?i:in|according to|selon|según)\s+)?{_WHO}\s*,?\s+{_any(said.SEEN_BY)}\s+{_TO}")
_ACCORDING = re.compile(rf"{_any(said.ACCORDING)}\s*{_WHO}{_TILL}")
_LAUT = re.compile(rf"(?<!\w)(?:[Ll]aut|[Nn]ach (?:Angaben|Aussage[n]?))\s+{_GERMAN}")
_CONTAINED = re.compile(rf"{_any(said.CONTAINED_IN)}\s+{_WHO}(?:\s+hervor)?{_TILL}")
_REPORTS = re.compile(
    rf"{_FROM}(?P<who>(?:[Tt]he\s+|[Dd](?:er|ie|as)\s+|[Ll][ae]\s+|[Ee]l\s+)?{_AGENCY}{_NAME})\s+{_any(said.REPORTS)}"
)
_WHO_IS = r"(?:,\s+(?i:who|whose|which|der|die|das|qui|que|который|которая|які|який|яка)\s[^,]{3,80},)?"
_SAID = re.compile(rf"{_FROM}{_WHO}{_WHO_IS}\s+{_any(said.SAID)}")
_INVERTED = re.compile(rf"(?:{_any(said.SAID)}|{_any(said.REPORTS)})\s+{_WHO}(?:\s+mit)?{_TILL}")
_JAPANESE = re.compile(r"^(?P<who>[^、。は]{2,15})は.*(?:発表した|明らかにした|述べた)")
_SPEAKING = (
    *(said.SAID, said.REPORTS, said.RELYING, said.RELAYED_BY, said.TOLD, said.TO, said.IN_INTERVIEW, said.ACCORDING),
    *(said.CONTAINED_IN, said.SEEN_BY, "laut / nach Angaben / nach Aussage / nach Aussagen"),
)
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = frozenset(
    max(_WORD.findall(phrase.casefold()), key=len) for phrase in words("\n".join(_SPEAKING)) if _WORD.search(phrase)
)
"""The longest word of each phrase; a sentence without any of them names no source and is left at once."""
_RELYING = re.compile(rf",?\s*(?:{_any(said.RELYING)}|نقلا عن)\s+.*$")


LONGEST_SENTENCE = 2000
"""Characters; what runs on longer is no sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a sentence names, before it is put in order."""

    at: int
    source: Attribution
    to: str | None = None
    """The outlet it was said to."""


def of_sentence(sentence: str, outlets: Mapping[OutletId, Outlet], *, far: bool = False) -> tuple[Attribution, ...]:
    """Return whom one sentence relies on, nearest first; nobody where it only says that somebody did not answer.

    The outlet that relays stands first, then the outlets that report, then whom they cite. What was said to an outlet
    is known through it; so is what one outlet reports and another relays.
    """
    if len(sentence) > LONGEST_SENTENCE or not _speaks(sentence) or UNANSWERED.search(sentence):
        return ()
    reader = _Reader(sentence=sentence, outlets=outlets, far=far)
    relays = [attribution_of(m["who"], outlets) for m in _RELAYED.finditer(sentence) if is_outlet(m["who"], outlets)]
    found = sorted(reader.read(), key=lambda one: one.at)
    told_to = next((one.to for one in found if one.to), None) or reader.interviewer()
    through = relays[0].name if relays else None
    result = list(relays)
    reporting = (one.source for one in found if one.source.kind is SourceKind.OUTLET and one.source.name != through)
    result.extend(replace(source, via=through) for source in reporting)
    if told_to:
        result.append(attribution_of(told_to, outlets))
    for one in found:
        if one.source.kind is not SourceKind.OUTLET:
            via = attribution_of(one.to, outlets).name if one.to else reader.via_of_interview(one, told_to)
            result.append(replace(one.source, via=via) if via else one.source)
    return distinct(result)


def _speaks(sentence: str) -> bool:
    found = _WORD.findall(sentence.casefold())
    return not _MARKS.isdisjoint(found) or "نقلا" in found or sentence.endswith(("た", "た。"))


def distinct(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return sources without those named before."""
    seen: dict[str, Attribution] = {}
    for one in found:
        seen.setdefault(one.name.casefold(), one)
    return tuple(seen.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    sentence: str
    outlets: Mapping[OutletId, Outlet]
    far: bool

    def read(self) -> Iterator[_Found]:
        yield from self._told()
        yield from self._outlets()
        for pattern in (_CITING, _LAUT, _ACCORDING, _INVERTED, _SAID):
            for match in pattern.finditer(self.sentence):
                yield from self._source(match)
        for match in _CONTAINED.finditer(self.sentence):
            source = attribution_of(match["who"], self.outlets)
            yield _Found(at=match.start("who"), source=replace(source, kind=SourceKind.DOCUMENT, count=None))
        for match in _JAPANESE.finditer(self.sentence):
            yield _Found(at=0, source=attribution_of(match["who"], self.outlets))

    def interviewer(self) -> str | None:
        match = _INTERVIEW.search(self.sentence)
        return match["to"] if match and is_outlet(match["to"], self.outlets) else None

    def via_of_interview(self, one: _Found, told_to: str | None) -> str | None:
        is_said = one.source.kind in (SourceKind.NAMED, SourceKind.OFFICIAL, SourceKind.ANONYMOUS)
        return attribution_of(told_to, self.outlets).name if told_to and is_said and self.interviewer() else None

    def _told(self) -> Iterator[_Found]:
        for pattern in (_TOLD, _SAID_TO, _TO_SAID, _SEEN):
            for match in pattern.finditer(self.sentence):
                groups = match.groupdict()
                to = groups.get("to")
                if to and not is_outlet(to, self.outlets):
                    to = None
                    if pattern is not _TOLD:
                        continue
                for found in self._source(match):
                    if pattern is not _SEEN or found.source.kind is SourceKind.DOCUMENT:
                        yield replace(found, to=to)

    def _outlets(self) -> Iterator[_Found]:
        for pattern in (_REPORTS, _CITES):
            for match in pattern.finditer(self.sentence):
                if is_outlet(match["who"], self.outlets):
                    yield _Found(at=match.start("who"), source=attribution_of(match["who"], self.outlets))

    def _source(self, match: re.Match[str]) -> Iterator[_Found]:
        who = _RELYING.sub("", match["who"])
        if is_source(who, self.outlets, far=self.far):
            yield _Found(at=match.start("who"), source=attribution_of(who, self.outlets))
