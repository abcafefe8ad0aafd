"""Drift: one event told with different days, places or numbers. Found where words leave no doubt that it is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from builder.desk.join.events import Events
from builder.desk.join.items import sentence, walk
from builder.desk.join.retelling import Stems
from builder.desk.join.retold import COVERED, Retold
from builder.desk.tags.tagging import Tagger
from builder.desk.wording import lede
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
WITNESSES = 2
"""Others who must put an event elsewhere."""
_NAMED = re.compile(r"\b([^\W\d_a-z][^\W\d_]{2,})[ -](\d{1,4})(?![\d.,]*\d)")
"""A name with its number: "Soyuz 11", "Resolution 1721"."""


def review(archive: Archive, events: Events, *, paths: Callable[[Briefing], str]) -> Iterator[Finding]:
    """Yield DRIFT001 (day), DRIFT002 (place) and DRIFT003 (number) for each item that its event's report gainsays."""
    reports = _Reports(archive, Retold(archive, events))
    for briefing in archive.briefings:
        decisions = events.decisions.get(briefing.slug, {})
        for path, item in walk(briefing.background):
            decision = decisions.get(path)
            found = _drift(reports, events, briefing, item, decision) if decision else None
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
    named: Mapping[str, frozenset[str]]
    """By the name before it: the numbers that it has."""


@dataclass(frozen=True)
class _Reports:
    """What reports say, read once for all the items that recall them, and only if one of them asks."""

    archive: Archive
    retold: Retold
    tagger: Tagger = field(init=False)
    known: Stems = field(default_factory=Stems)
    _figures: dict[Slug, _Figures] = field(default_factory=dict)
    _places: dict[Slug, frozenset[TagId]] = field(default_factory=dict)
    _places_in: dict[str, tuple[TagId, ...]] = field(default_factory=dict)
    """By sentence: what recalls an event is asked again for each that recalls it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "tagger", Tagger(self.archive.taxonomy))

    def figures(self, report: Briefing) -> _Figures:
        """Return the numbers of a report."""
        if report.slug not in self._figures:
            text = _text(report)
            of: dict[str, str] = {}
            for number, unit in _NUMBER.findall(text):
                of.setdefault(self.known[unit], number)
            written = frozenset(_FIGURES.findall(text))
            self._figures[report.slug] = _Figures(of=of, written=written, named=_named(text))
        return self._figures[report.slug]

    def places(self, report: Briefing) -> frozenset[TagId]:
        """Return the places that the text of a report names."""
        if report.slug not in self._places:
            self._places[report.slug] = frozenset(self.places_in(_text(report)))
        return self._places[report.slug]

    def sites_in(self, text: str) -> frozenset[TagId]:
        """Return the places at which a text says something is: "in Geneva", and not "Geneva said".

        Only such as hold no other place: of a country, it is no contradiction that it is called by its capital.
        """
        narrower = self.archive.taxonomy.narrower
        return frozenset(
            tag
            for tag in self.places_in(text)
            if not narrower.get(tag) and any(_located(text, name) for name in self.archive.taxonomy.tags[tag].names())
        )

    def places_in(self, text: str) -> tuple[TagId, ...]:
        """Return the places that a text names."""
        found = self._places_in.get(text)
        if found is None:
            kinds = self.archive.taxonomy.tags
            found = tuple(tag for tag in self.tagger.known(text) if kinds[tag].kind is TagKind.PLACE)
            self._places_in[text] = found
        return found


def _drift(
    reports: _Reports, events: Events, briefing: Briefing, item: BackgroundItem, decision: Decision
) -> tuple[str, str] | None:
    by_slug = reports.archive.by_slug
    elsewhere = _elsewhere(reports, events, briefing, item, decision)
    if elsewhere and item.date:
        day, what, where = elsewhere
        told = f"{item.date.text}: {sentence(item.text)}"
        return "DRIFT001", f'another day than {where}: "{told}" against "{day}: {what}"; correct the wrong one'
    if decision.target is None:
        return None
    report, told = by_slug[decision.target], sentence(item.text)
    others = [one.sentence for one in events.by_id[decision.event].mentions if one.briefing != briefing.slug]
    number = _number(reports, told, report) or _named_otherwise(reports, told, report, others)
    if number:
        return "DRIFT003", _both("number", told, report, number)
    place = _place(reports, told, report, others)
    return ("DRIFT002", _both("place", told, report, place)) if place else None


def _located(text: str, name: str) -> bool:
    return re.search(rf"\b(?:in|at|from|near|bei)\s+{re.escape(name)}\b", text, re.IGNORECASE) is not None


def _elsewhere(
    reports: _Reports, events: Events, briefing: Briefing, item: BackgroundItem, decision: Decision
) -> tuple[str, str, str] | None:
    """Return day, words and id of the event of another day that an exactly dated item retells, if there is one.

    An item on which another briefing agrees, day and words, is not doubted.
    """
    own, told = events.by_id[decision.event], sentence(item.text)
    if len({one.briefing for one in own.mentions}) > 1:
        return None
    if decision.elsewhere and (
        reports.retold.covers(told, briefing.slug, events.by_id[events.of_report[decision.elsewhere]]) >= COVERED
    ):
        report = reports.archive.by_slug[decision.elsewhere]
        return (filed(report).isoformat(), report.headline, report.slug) if filed(report) <= filed(briefing) else None
    if decision.target or not (item.date and item.date.day):
        return None
    event = reports.retold.event(told, briefing.slug, own.id)
    if event is None or event.when is None or event.when.day == item.date.day:
        return None
    return event.when.text, event.what, event.id


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


def _named_otherwise(reports: _Reports, told: str, report: Briefing, others: Sequence[str]) -> str:
    """Return the name that an item gives a number, where everybody else who tells of the event gives it another.

    An item may also speak of what came before or after: of another flight of the same name. So its number counts as
    wrong only where no other word of the event has it.
    """
    own = _named(told)
    if not own:
        return ""
    theirs, figures = _named(" | ".join((report.headline, *others))), reports.figures(report)
    for name, numbers in own.items():
        known = theirs.get(name, frozenset()) or figures.named.get(name, frozenset())
        for number in sorted(numbers - known):
            if known and number not in figures.written and not _is_year(number):
                return f"{name} {', '.join(sorted(known))}, not {number}"
    return ""


def _named(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, number in _NAMED.findall(text):
        found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _is_year(number: str) -> bool:
    """Tell whether a number may be a year, as in "June 1963": whatever stands before it is then no name of a thing."""
    return len(number) == 4 and number[:2] in {"18", "19", "20"}  # noqa: PLR2004 - digits of a year


def _place(reports: _Reports, told: str, report: Briefing, others: Sequence[str]) -> str:
    """Return a sentence on the event that has another place where the item has only such as the report never names.

    A report names further places further down. So what its headline, its lede and other items say counts for more: an
    item that puts the event in one town is wrong where two of them put it in another and none in this.
    """
    own = reports.places_in(told)
    if not own:
        return ""
    lead = lede(report)
    witnesses = (prose.first_sentence(lead), report.headline, *others)
    sites = reports.sites_in(told)
    if sites and not any(sites.intersection(reports.places_in(one)) for one in (lead, *witnesses)):
        elsewhere = [one for one in witnesses if reports.sites_in(one)]
        if len(elsewhere) >= WITNESSES:
            return elsewhere[0]
    # Capitals stand for governments: one that both name settles it.
    if any(tag in report.tags for tag in own) or any(tag in reports.places(report) for tag in own):
        return ""
    return next((one for one in witnesses if reports.places_in(one)), "")
