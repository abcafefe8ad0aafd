"""Who says so: the chain of reliance, out of "Source:" lines, credits and the sentences of the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from builder.desk.sources import source_words
from builder.desk.sources.people import ROLE
from builder.desk.sources.reliance import distinct, of_sentence
from builder.desk.sources.source_kinds import attribution_of, clean, find_outlet, is_outlet
from builder.desk.when.dates import sentences
from builder.formats.word_lists import alternation
from builder.model.briefing import Attribution, SourceKind
from builder.model.ids import OutletId
from builder.model.outlet import Outlet

MOST_SOURCES = 4
"""Of one article, but for a "Source:" line: as many as an editor can check and sign."""
MOST_SPEAKERS = 2
"""Offices and persons; once there are so many, an office that speaks further down is mostly one of them again."""
MOST_PERSONS = 4
"""Persons by name, whom a reader who sees them quoted looks for; of 17 found below two speakers all were right."""

_RELIES = re.compile(rf",?\s*(?:\b{alternation(source_words.RELYING)}\b|نقلا عن)\s+", re.IGNORECASE)
_CYRILLIC = re.compile(r"[А-яЁёІіЇїЄєҐґ]")
_SPEAKERS = (SourceKind.OFFICIAL, SourceKind.NAMED)


def chain(
    sources: Iterable[str],
    credited: Iterable[str],
    lede: str,
    outlets: Mapping[OutletId, Outlet],
    body: Sequence[str] = (),
) -> tuple[Attribution, ...]:
    """Return whom the article relies on, nearest first.

    A "Source:" line rules. Without one, whom the headline or dateline credits, whom the lede names, and then whom the
    paragraphs of ``body`` name, as long as they are few. Nothing is concluded from silence: an article that names
    nobody has an empty chain, and who was asked and did not answer is no source.
    """
    found: list[Attribution] = []
    for line in sources:
        found.extend(of_line(line, outlets))
    if found:
        return distinct(found)
    found.extend(_credit(name, outlets) for name in credited)
    for sentence in sentences(lede):
        found.extend(of_sentence(sentence, outlets))
    found = _few(found)
    for paragraph in body:
        for sentence in sentences(paragraph):
            found = _few([*found, *of_sentence(sentence, outlets, far=True)])
    return tuple(found)


def of_line(line: str, outlets: Mapping[OutletId, Outlet]) -> list[Attribution]:
    """Return the sources of a "Source:" line; what stands behind "citing" is known through what stands before it."""
    result: list[Attribution] = []
    parts = re.split(r"\s*;\s*", line.strip(" ."))
    for part in parts:
        names = [name for one in _RELIES.split(part) for name in _outlets_of_credit(one, outlets)]
        for i, name in enumerate(names):
            via = clean(names[i - 1]) if i else None
            source = attribution_of(name, outlets)
            lone = source.kind is SourceKind.ANONYMOUS and via is not None and len(parts) > 1
            result.append(attribution_of(name, outlets, via=via) if lone else source)
    return result


def _outlets_of_credit(name: str, outlets: Mapping[OutletId, Outlet]) -> list[str]:
    """Return the agencies of "Anna Koch/dpa" and "sid/dpa"; who took the picture is no source of the text."""
    parts = name.split("/")
    return [part.strip() for part in parts if is_outlet(part.strip(), outlets)] or [name]


def _credit(name: str, outlets: Mapping[OutletId, Outlet]) -> Attribution:
    """Return a credited agency: an outlet, unless the archive's list knows it as an office."""
    source = attribution_of(name, outlets)
    return source if find_outlet(name, outlets) else replace(source, kind=SourceKind.OUTLET, count=None)


def _is_told_again(one: Attribution, before: Sequence[Attribution]) -> bool:
    """Tell whether a source is a person named before: by a part of the name, or by the office without it.

    In Slavic languages "the head of the ministry" stands where others have a pronoun.
    """
    persons = [set(other.name.split()) for other in before if other.kind is SourceKind.NAMED]
    if one.kind is SourceKind.NAMED:
        return any(set(one.name.split()) < person for person in persons)
    return (
        bool(persons) and one.kind is SourceKind.OFFICIAL and bool(_CYRILLIC.search(one.name) and ROLE.match(one.name))
    )


def _few(found: Sequence[Attribution]) -> list[Attribution]:
    kept: list[Attribution] = []
    for one in distinct(found):
        if _is_told_again(one, kept):
            continue
        speakers = sum(other.kind in _SPEAKERS for other in kept)
        if one.kind is SourceKind.NAMED:
            taken = speakers < MOST_PERSONS
        else:
            others = len(kept) - max(0, speakers - MOST_SPEAKERS)
            taken = others < MOST_SOURCES and not (one.kind in _SPEAKERS and speakers >= MOST_SPEAKERS)
        if taken:
            kept.append(one)
    return kept
