"""What an editor might do for the taxonomy: names to take in, names that two tags claim, tags that say the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from builder.desk.tags.tagging import TITLES, Tagger
from builder.formats import prose
from builder.formats.locales import locale_of
from builder.model.archive import Archive
from builder.model.briefing import Briefing
from builder.model.ids import Slug, TagId
from builder.model.sections import SectionKind
from builder.model.taxonomy import TagKind, Taxonomy

LEAST = 3
"""Briefings in which a name must occur to be proposed, and in which two tags must stand to be called inseparable."""
MOST = 50
"""Names proposed; an editor reads no longer list."""

_BODY = re.compile(
    r"\b(?:Academy|Administration|Agency|Army|Assembly|Association|Authority|Bank|Board|Bureau|Cabinet|Centre|Center"
    r"|Command|Commission|Committee|Company|Conference|Congress|Corporation|Council|Court|Department|Federation"
    r"|Foundation|Government|House|Institute|Institution|Kremlin|Laborator(?:y|ies)|Ministry|Navy|Office|Organi[sz]ation"
    r"|Parliament|Party|Police|Politburo|Pravda|Senate|Service|Society|Soviet|Times|Treasury|Union|University)\b"
    r"|ministerium|behörde|verband\b"
)
"""What names of organisations are made of, in English; others are named by their letters (NASA)."""
_LETTERS = re.compile(r"[A-ZÄÖÜА-Я]{3,}")
_OFFICE = (
    r"(?:President|Minister|Chancellor|Secretary|Senator|Governor|Mayor|General|Colonel|Major|Admiral|Ambassador|Pope"
    r"|Professor|Academician|Dr|Mr|Mrs|Ms|Sir|[Cc]osmonaut|[Aa]stronaut|[Pp]remier|[Dd]irector|[Cc]hairman)\.? "
)
_SAYS = r"(?: and [\w’'-]+)? (?:said|says|told|asked|wrote|added|announced|warned|declared|became|was born|died)\b"
_PLACE = r"\b(?:in|at|near|from|outside|over|to|into|visited|of) "
_TWO, _THREE = 2, 3
_EVIDENCE = 2
"""Times that the words around a name must say what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A name that many briefings say and that no tag has."""

    name: str
    kind: TagKind | None
    """A guess, by the words around it; ``None`` where they say nothing."""
    briefings: tuple[Slug, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What is to be looked at, each list in the order of its weight."""

    names: tuple[Proposed, ...]
    clashes: tuple[tuple[str, tuple[TagId, ...]], ...]
    """Names that several tags have; texts that say them get the first."""
    inseparable: tuple[tuple[TagId, TagId, int], ...]
    """Tags that stand on the same briefings and on no other, and on how many."""
    unlabelled: tuple[TagId, ...]
    """Tags without a label in the archive's language."""


def suggest(archive: Archive, *, language: str, least: int = LEAST) -> Suggestions:
    """Return what the archive's texts and tags suggest."""
    return Suggestions(
        names=tuple(_names(archive, language, least))[:MOST],
        clashes=tuple(clashes(archive.taxonomy)),
        inseparable=tuple(_inseparable(archive)),
        unlabelled=tuple(tag.id for tag in archive.taxonomy.tags.values() if language not in tag.labels),
    )


def kind_of(name: str, archive: Archive, *, language: str) -> TagKind | None:
    """Return what a name most likely names, as the texts that say it tell; ``None`` where they do not."""
    texts = [text for text in map(_said, archive.briefings) if name in text]
    return _kind(name, texts, _given(archive.taxonomy), _countries(language))


def clashes(taxonomy: Taxonomy) -> Iterator[tuple[str, tuple[TagId, ...]]]:
    """Yield the names that several tags have, as a text is searched: with capitals as written, without in any case."""
    holders: dict[str, list[TagId]] = {}
    for tag in taxonomy.tags.values():
        for name in tag.names():
            tags = holders.setdefault(name if any(map(str.isupper, name)) else name.casefold(), [])
            if tag.id not in tags:
                tags.append(tag.id)
    yield from ((name, tuple(tags)) for name, tags in sorted(holders.items()) if len(tags) > 1)


def _names(archive: Archive, language: str, least: int) -> Iterator[Proposed]:
    tagger = Tagger(archive.taxonomy)
    where: dict[str, list[Slug]] = {}
    for briefing in archive.briefings:
        for name in tagger.unknown(_said(briefing), briefing.language or language):
            where.setdefault(name, []).append(briefing.slug)
    outlets = {name for outlet in archive.outlets.values() for name in (outlet.name, *outlet.aliases)}
    often = {name: slugs for name, slugs in where.items() if len(slugs) >= least and name not in outlets}
    known = {word for tag in archive.taxonomy.tags.values() for name in tag.names() for word in name.split()}
    given, countries = _given(archive.taxonomy), _countries(language)
    for name, slugs in sorted(often.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        # "Dwight" of "Dwight D. Eisenhower", whom the taxonomy knows.
        if name not in known and name not in TITLES and not _part_of(name, often):
            kind = _kind(name, [_said(archive.by_slug[slug]) for slug in slugs], given, countries)
            yield Proposed(name=name, kind=kind, briefings=tuple(slugs))


def _given(taxonomy: Taxonomy) -> set[str]:
    """Return the given names of the people that the taxonomy knows."""
    people = (tag for tag in taxonomy.tags.values() if tag.kind is TagKind.PERSON)
    return {name.split()[0] for tag in people for name in tag.names() if " " in name}


def _countries(language: str) -> frozenset[str]:
    return frozenset(locale_of(language).territories.values())


def _part_of(name: str, often: Mapping[str, Sequence[Slug]]) -> bool:
    """Tell whether a longer name is said in nearly all the briefings that say this one: "Gromyko" in his full name."""
    padded = f" {name} "
    return any(
        padded in f" {other} " and len(slugs) * 3 >= len(often[name]) * 2
        for other, slugs in often.items()
        if other != name
    )


def _said(briefing: Briefing) -> str:
    """Return a briefing's plain text, a paragraph a line. Headings of sections are no names."""
    lines = [prose.plain(briefing.standfirst or "")]
    for section in briefing.sections:
        text = section.text if section.kind is SectionKind.LEDE else section.text.partition("\n")[2]
        lines += [prose.plain(line.lstrip(" \t-*>#")) for line in text.split("\n")]
    return "\n".join(lines)


def _kind(name: str, texts: Sequence[str], given: Container[str], countries: Container[str]) -> TagKind | None:
    """Return what a name most likely names, by what it is made of and what stands around it.

    A wrong kind costs more than none: an editor takes it over unread. So one word of evidence is not enough.
    """
    first, _, last = name.partition(" ")
    if _BODY.search(name) or _LETTERS.fullmatch(name):
        return TagKind.ORGANISATION
    if name in countries:
        return TagKind.PLACE
    around = Counter[TagKind]()
    quoted = re.escape(name)
    for text in texts:
        around[TagKind.PERSON] += len(re.findall(rf"{_OFFICE}{quoted}\b|\b{quoted}{_SAYS}", text)) * _TWO
        around[TagKind.PLACE] += len(re.findall(rf"{_PLACE}{quoted}\b(?![’'])", text))
        # Whoever was named in full is named by the last word afterwards.
        around[TagKind.PERSON] += len(re.findall(rf"\b[a-z]+ {re.escape(last)}\b", text)) if last.isalpha() else 0
    if around[TagKind.PERSON] >= _EVIDENCE and around[TagKind.PERSON] > around[TagKind.PLACE]:
        return TagKind.PERSON
    if first in given and last.isalpha():
        return TagKind.PERSON
    said = sum(len(re.findall(rf"\b{quoted}\b", text)) for text in texts)
    if around[TagKind.PLACE] >= _EVIDENCE and around[TagKind.PLACE] * _THREE > said:
        return TagKind.PLACE
    return None


def _inseparable(archive: Archive) -> Iterator[tuple[TagId, TagId, int]]:
    by_set: dict[tuple[Slug, ...], list[TagId]] = {}
    for tag, briefings in archive.by_tag.items():
        if len(briefings) >= LEAST:
            by_set.setdefault(tuple(briefing.slug for briefing in briefings), []).append(tag)
    found = [(one, other, len(slugs)) for slugs, tags in by_set.items() for one, other in combinations(tags, 2)]
    yield from sorted(found, key=lambda pair: (-pair[2], pair[0], pair[1]))
