"""Drift: one event told with different days, places or numbers. Found where words leave no doubt that it is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from builder.desk.events import Events
from builder.desk.items import sentence, walk
from builder.desk.retelling import Stems
from builder.desk.tagging import Tagger
from builder.findings import Finding, Severity
from builder.formats import prose
from builder.model.address import filed
from builder.model.archive import Archive
from builder.model.briefing import BackgroundItem, Briefing
from builder.model.event import Decision
from builder.model.ids import Slug
from builder.model.taxonomy import TagKind

_NUMBER = re.compile(r"(?<![\w.,-])(\d+(?:[.,]\d+)*)(?:\s+|-)([^\W\d_]{3,})")
"""A number and what it counts or measures."""


def review(archive: Archive, events: Events, *, paths: Callable[[Briefing], str]) -> Iterator[Finding]:
    """Yield DRIFT001 (day), DRIFT002 (place) and DRIFT003 (number) for each item that its event's report gainsays."""
    tagger = Tagger(archive.taxonomy)
    for briefing in archive.briefings:
        decisions = events.decisions.get(briefing.slug, {})
        for path, item in walk(briefing.background):
            decision = decisions.get(path)
            found = _drift(archive, tagger, briefing, item, decision) if decision else None
            if found:
                code, message = found
                # A note: the words may be a report's and the happening another, which only an editor can tell.
                yield Finding(path=paths(briefing), line=item.line, code=code, message=message, severity=Severity.NOTE)


def _drift(
    archive: Archive, tagger: Tagger, briefing: Briefing, item: BackgroundItem, decision: Decision
) -> tuple[str, str] | None:
    if decision.elsewhere:
        report = archive.by_slug[decision.elsewhere]
        if filed(report) <= filed(briefing) and item.date:
            told = f"{item.date.text}: {sentence(item.text)}"
            return "DRIFT001", _both("day", told, report, f"{filed(report)}: {report.headline}")
    if decision.target is None:
        return None
    report = archive.by_slug[decision.target]
    text = prose.plain(f"{report.headline}. {_body(report)}")
    for number, unit, theirs in _numbers(sentence(item.text), text):
        return "DRIFT003", _both("number", sentence(item.text), report, f"{theirs} {unit}, not {number}")
    place = _place(archive, tagger, item, report, text)
    return ("DRIFT002", _both("place", sentence(item.text), report, place)) if place else None


def _body(report: Briefing) -> str:
    return " ".join(section.text for section in report.sections if not section.items)


def _both(what: str, told: str, report: Briefing, theirs: str) -> str:
    return f'another {what} than {report.slug}: "{told}" against "{theirs}"; correct the wrong one'


def _numbers(told: str, text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the numbers of an item that the report gives otherwise, of the same things, and never so."""
    known = Stems()
    theirs: dict[str, list[str]] = {}
    for number, unit in _NUMBER.findall(text):
        theirs.setdefault(known[unit], []).append(number)
    written = set(re.findall(r"\d+(?:[.,]\d+)*", text))
    for number, unit in _NUMBER.findall(told):
        other = theirs.get(known[unit], []) if known[unit] else []
        if other and number not in written:
            yield number, unit, other[0]


def _place(archive: Archive, tagger: Tagger, item: BackgroundItem, report: Briefing, text: str) -> str:
    """Return the sentence of a report that has another place where the item has one that the report never names."""
    own = _places(archive, tagger, sentence(item.text))
    theirs = _places(archive, tagger, text).keys() | {Slug(tag) for tag in report.tags}
    strange = [tag for tag in own if tag not in theirs]
    # Capitals stand for governments, and a report names its places further down: one that both name settles it.
    if not strange or any(tag in theirs for tag in own):
        return ""
    first = prose.first_sentence(prose.plain(_body(report)))
    return first if _places(archive, tagger, first) else ""


def _places(archive: Archive, tagger: Tagger, text: str) -> Mapping[str, None]:
    kinds = archive.taxonomy.tags
    return dict.fromkeys(tag for tag in tagger.known(text) if kinds[tag].kind is TagKind.PLACE)
