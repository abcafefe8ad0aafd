"""Drift: one event told with different days, places or numbers. Found where words leave no doubt that it is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

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
from builder.model.ids import Slug, TagId
from builder.model.taxonomy import TagKind

_NUMBER = re.compile(r"(?<![\w.,-])(\d+(?:[.,]\d+)*)(?:\s+|-)([^\W\d_]{3,})")
"""A number and what it counts or measures."""
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


def review(archive: Archive, events: Events, *, paths: Callable[[Briefing], str]) -> Iterator[Finding]:
    """Yield DRIFT001 (day), DRIFT002 (place) and DRIFT003 (number) for each item that its event's report gainsays."""
    reports = _Reports(archive)
    for briefing in archive.briefings:
        decisions = events.decisions.get(briefing.slug, {})
        for path, item in walk(briefing.background):
            decision = decisions.get(path)
            found = _drift(reports, briefing, item, decision) if decision else None
            if found:
                code, message = found
                # A note: the words may be a report's and the happening another, which only an editor can tell.
                yield Finding(path=paths(briefing), line=item.line, code=code, message=message, severity=Severity.NOTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figures:
    """The numbers of a report."""

    of: Mapping[str, str]
    """By the stem of what is counted: the first number of it."""
    written: frozenset[str]


@dataclass(frozen=True)
class _Reports:
    """What reports say, read once for all the items that recall them, and only if one of them asks."""

    archive: Archive
    tagger: Tagger = field(init=False)
    known: Stems = field(default_factory=Stems)
    _figures: dict[Slug, _Figures] = field(default_factory=dict)
    _places: dict[Slug, frozenset[TagId]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tagger", Tagger(self.archive.taxonomy))

    def figures(self, report: Briefing) -> _Figures:
        """Return the numbers of a report."""
        if report.slug not in self._figures:
            text = _text(report)
            of: dict[str, str] = {}
            for number, unit in _NUMBER.findall(text):
                of.setdefault(self.known[unit], number)
            self._figures[report.slug] = _Figures(of=of, written=frozenset(_FIGURES.findall(text)))
        return self._figures[report.slug]

    def places(self, report: Briefing) -> frozenset[TagId]:
        """Return the places that the text of a report names."""
        if report.slug not in self._places:
            self._places[report.slug] = frozenset(self.places_in(_text(report)))
        return self._places[report.slug]

    def places_in(self, text: str) -> tuple[TagId, ...]:
        """Return the places that a text names."""
        kinds = self.archive.taxonomy.tags
        return tuple(tag for tag in self.tagger.known(text) if kinds[tag].kind is TagKind.PLACE)


def _drift(reports: _Reports, briefing: Briefing, item: BackgroundItem, decision: Decision) -> tuple[str, str] | None:
    by_slug = reports.archive.by_slug
    if decision.elsewhere:
        report = by_slug[decision.elsewhere]
        if filed(report) <= filed(briefing) and item.date:
            told = f"{item.date.text}: {sentence(item.text)}"
            return "DRIFT001", _both("day", told, report, f"{filed(report)}: {report.headline}")
    if decision.target is None:
        return None
    report, told = by_slug[decision.target], sentence(item.text)
    number = _number(reports, told, report)
    if number:
        return "DRIFT003", _both("number", told, report, number)
    place = _place(reports, told, report)
    return ("DRIFT002", _both("place", told, report, place)) if place else None


def _text(report: Briefing) -> str:
    return prose.plain(f"{report.headline}. {_body(report)}")


def _body(report: Briefing) -> str:
    return " ".join(section.text for section in report.sections if not section.items)


def _both(what: str, told: str, report: Briefing, theirs: str) -> str:
    return f'another {what} than {report.slug}: "{told}" against "{theirs}"; correct the wrong one'


def _number(reports: _Reports, told: str, report: Briefing) -> str:
    """Return the first number of an item that the report gives otherwise, of the same things, and never so."""
    for number, unit in _NUMBER.findall(told):
        figures = reports.figures(report)
        stem = reports.known[unit]
        if stem in figures.of and stem and number not in figures.written:
            return f"{figures.of[stem]} {unit}, not {number}"
    return ""


def _place(reports: _Reports, told: str, report: Briefing) -> str:
    """Return the sentence of a report that has another place where the item has only such as the report never names."""
    # Capitals stand for governments, and a report names its places further down: one that both name settles it.
    own = reports.places_in(told)
    if not own or any(tag in report.tags for tag in own) or any(tag in reports.places(report) for tag in own):
        return ""
    first = prose.first_sentence(prose.plain(_body(report)))
    return first if reports.places_in(first) else ""
