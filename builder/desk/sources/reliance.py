"""Whom a sentence relies on: who reports, who is cited, who told whom, which paper says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from builder.desk.sources import phrasings, place_words, source_words
from builder.desk.sources.people import PERSON, ROLE, person_in
from builder.desk.sources.places import Setting, set_apart
from builder.desk.sources.source_kinds import attribution_of, clean, is_outlet, is_source
from builder.desk.sources.turns import marks_of, spoken_in
from builder.formats.word_lists import words
from builder.model.briefing import Attribution, SourceKind
from builder.model.ids import OutletId
from builder.model.outlet import Outlet

_TURNS = (*phrasings.OUTLETS, *phrasings.TO_WHOM, *phrasings.SUBJECTS, *phrasings.SOURCES, *phrasings.WRITING)
_MARKS = frozenset[str]().union(
    *(one.marks for one in (*_TURNS, phrasings.RELAYED, phrasings.CONTAINED, phrasings.SHOWS)),
    marks_of(place_words.INTERVIEW),
)
"""A sentence without any of these words names no source and is left at once."""
_ENGLISH = frozenset(words(source_words.ENGLISH_SAID))
_GERMAN = (phrasings.LAUT.pattern, phrasings.GERMAN_INVERTED.pattern)
_SPEAKERS = (SourceKind.NAMED, SourceKind.OFFICIAL)
_ENDS_OF_SPEECH = (*",”\"“—–-»!?.’'", " as", " so", "As")
LONGEST_NAME = 4
"""Words of a German name with what the person is."""
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
    if len(sentence) > LONGEST_SENTENCE or not _speaks(sentence) or phrasings.UNANSWERED.search(sentence):
        return ()
    setting = set_apart(sentence, lambda name: is_outlet(name, outlets))
    spoken = spoken_in(setting.sentence)
    reader = _Reader(setting=setting, sentence=setting.sentence, spoken=spoken, outlets=outlets, far=far)
    relayed = (m["who"] for m in phrasings.RELAYED.found_in(setting.sentence, reader.spoken))
    relays = [attribution_of(who, outlets) for who in relayed if is_outlet(who, outlets)]
    found = sorted(reader.read(), key=lambda one: one.at)
    told_to = next((one.to for one in found if one.to), None) or setting.to
    told_to = told_to or (reader.holder() if any(one.source.kind is SourceKind.DOCUMENT for one in found) else None)
    heard = {one.at for one in found if one.to}
    found = [one for one in found if one.to or one.at not in heard]
    through = relays[0].name if relays else None
    result = list(relays)
    reporting = (one.source for one in found if one.source.kind is SourceKind.OUTLET and one.source.name != through)
    result.extend(replace(source, via=through) for source in reporting)
    if told_to:
        result.append(replace(attribution_of(told_to, outlets), kind=SourceKind.OUTLET, count=None))
    result.extend(reader.placed(one) for one in found if one.source.kind is not SourceKind.OUTLET)
    return _once(result)


def _speaks(sentence: str) -> bool:
    return not _MARKS.isdisjoint(spoken_in(sentence)) or sentence.endswith(("た", "た。"))


def _runs_on(who: str) -> bool:
    """Tell whether a German phrase without a comma may hold more than the source.

    Nothing marks the end of "laut Trainer Pep Guardiola Erling Haaland", or of "laut der Politikerin Lücken".
    """
    named = clean(who)
    tokens = named.split()
    role = bool(ROLE.search(tokens[0])) if tokens else False
    surname = len(tokens) == len(("role", "surname")) and role and named != who and tokens[1].istitle()
    return (len(tokens) > LONGEST_NAME and all(token[0].isupper() for token in tokens)) or surname


def distinct(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return sources without those named before."""
    seen: dict[str, Attribution] = {}
    for one in found:
        seen.setdefault(one.name.casefold(), one)
    return tuple(seen.values())


def _once(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return the sources of a sentence, each once; who is found by two patterns is known by the fuller of them."""
    kept: list[Attribution] = []
    for one in found:
        twin = next((i for i, other in enumerate(kept) if other.name.casefold() == one.name.casefold()), None)
        if twin is None:
            kept.append(one)
        elif one.via and not kept[twin].via and one.kind is not SourceKind.OUTLET:
            kept[twin] = replace(one, count=one.count or kept[twin].count)
    return tuple(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    setting: Setting
    sentence: str
    spoken: frozenset[str]
    """Its words, in small letters."""
    outlets: Mapping[OutletId, Outlet]
    far: bool

    def read(self) -> Iterator[_Found]:
        yield from self._told()
        yield from self._outlets()
        yield from self._speakers()
        if self.setting.where:
            for turn in phrasings.WRITING:
                for match in turn.found_in(self.sentence, self.spoken):
                    yield from self._source(match)
        yield from self._papers()
        for match in phrasings.JAPANESE.finditer(self.sentence):
            yield _Found(at=0, source=attribution_of(match["who"], self.outlets))

    def _speakers(self) -> Iterator[_Found]:
        spoken: set[int] = set()
        for turn in phrasings.SUBJECTS:
            for match in turn.found_in(self.sentence, self.spoken):
                for found in self._source(match):
                    spoken.add(match.end())
                    yield found
        for turn in phrasings.SOURCES:
            for match in turn.found_in(self.sentence, self.spoken):
                if turn not in phrasings.VERB_FIRST or self._inverts(match, spoken):
                    yield from self._source(match)

    def placed(self, one: _Found) -> Attribution:
        """Return a source with what is known of the circumstances: through whom, where, and whether it has a name."""
        source, setting = one.source, self.setting
        if setting.covered and source.kind is SourceKind.OFFICIAL:
            source = replace(source, kind=SourceKind.ANONYMOUS)
        if one.to:
            return replace(source, via=attribution_of(one.to, self.outlets).name)
        if source.kind is SourceKind.DOCUMENT:
            holder = self.holder()
            return replace(source, via=attribution_of(holder, self.outlets).name) if holder else source
        if setting.to:
            return replace(source, via=attribution_of(setting.to, self.outlets).name)
        return replace(source, where=setting.where) if source.kind in _SPEAKERS else source

    def holder(self) -> str | None:
        """Return the outlet that says of a paper that it has it."""
        holders = (m["to"] for pattern in phrasings.HELD for m in pattern.finditer(self.sentence))
        return next((name for name in holders if is_outlet(name, self.outlets)), None)

    def _told(self) -> Iterator[_Found]:
        for turn in phrasings.TO_WHOM:
            for match in turn.found_in(self.sentence, self.spoken):
                groups = match.groupdict()
                to = groups.get("to")
                if to and not self._hears(match):
                    to = None
                    if turn is not phrasings.TOLD:
                        continue
                for found in self._source(match):
                    if turn is not phrasings.SEEN or found.source.kind is SourceKind.DOCUMENT:
                        yield replace(found, to=to)

    def _hears(self, match: re.Match[str]) -> bool:
        """Tell whether what was spoken to is an outlet: by its name, or by the capital of its article."""
        return is_outlet(match["to"], self.outlets) or self.sentence[: match.start("to")].endswith(" The ")

    def _outlets(self) -> Iterator[_Found]:
        for turn in phrasings.OUTLETS:
            for match in turn.found_in(self.sentence, self.spoken):
                if is_outlet(match["who"], self.outlets):
                    yield _Found(at=match.start("who"), source=attribution_of(match["who"], self.outlets))

    def _papers(self) -> Iterator[_Found]:
        holder = self.holder()
        for match in phrasings.CONTAINED.found_in(self.sentence, self.spoken):
            if self.far and len(clean(match["who"]).split()) == 1:
                continue  # "It says in the statement": that of whoever was named before.
            source = attribution_of(match["who"], self.outlets)
            yield _Found(at=match.start("who"), source=replace(source, kind=SourceKind.DOCUMENT, count=None), to=holder)
        shown = phrasings.SHOWS.found_in(self.sentence, self.spoken)
        held = phrasings.HELD_PAPER.finditer(self.sentence) if holder else ()
        for match in (*shown, *held):
            for found in self._source(match):
                if found.source.kind is SourceKind.DOCUMENT:
                    yield replace(found, to=holder)

    def _inverts(self, match: re.Match[str], spoken: Collection[int]) -> bool:
        """Tell whether a verb may stand before its subject here.

        Not where it has its subject before it, and in English only behind what was said.
        """
        if len(self.sentence[: match.start("who")].rstrip()) in spoken:
            return False
        if match.re is phrasings.GERMAN_INVERTED.pattern:
            return not phrasings.SUBJECT_FIRST.fullmatch(self.sentence, 0, match.start())
        verb = self.sentence[match.start() : match.start("who")].strip().casefold()
        before = self.sentence[: match.start()].rstrip()
        return (
            verb not in _ENGLISH
            or not before
            or before[-1] in ",”\"“—–-»!?.’'"
            or before.endswith((" as", " so", "As"))
        )

    def _source(self, match: re.Match[str]) -> Iterator[_Found]:
        who = phrasings.CITING_ON.sub("", match["who"])
        first = phrasings.TO_FIRST.match(who)
        if (first and is_outlet(first["to"], self.outlets)) or (match.re in _GERMAN and _runs_on(who)):
            return
        if not is_source(who, self.outlets, far=self.far):
            who = self._apposed(match, who)
            if not who:
                return
        source = attribution_of(who, self.outlets)
        if source.kind is SourceKind.OFFICIAL and ROLE.search(who):
            person = self._apposed(match, who)
            source = attribution_of(person, self.outlets) if person else source
        elif source.kind is SourceKind.ANONYMOUS and (
            close := phrasings.CLOSE_TO.match(self.sentence, match.end("who"))
        ):
            source = attribution_of(f"{who}{close[0]}", self.outlets)
        yield _Found(at=match.start("who"), source=source)

    def _apposed(self, match: re.Match[str], who: str) -> str:
        """Return the name that stands between commas behind what a person is: "the president, Pedro Salas,"."""
        behind = phrasings.APPOSED.match(self.sentence, match.end("who"))
        named = behind and ROLE.search(clean(who)) and PERSON.fullmatch(behind["person"])
        if not behind or not named:
            return ""
        return person_in(behind["person"]) or ("" if ROLE.search(behind["person"]) else behind["person"])
