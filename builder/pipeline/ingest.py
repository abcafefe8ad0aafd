"""From inputs to briefings, step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.desk import compose as desk
from builder.desk.tagging import Tagger
from builder.errors import BriefingsError
from builder.findings import Finding, Severity
from builder.model.briefing import Briefing, Status, Wire
from builder.model.ids import Slug
from builder.pipeline.archive import Progress, load, ties_of
from builder.store import inbox
from builder.store.filing import Act, Cabinet, Filed
from builder.wire import readers
from builder.wire.reader import Given, Refused
from builder.wire.readers import Copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one input of ``ingest``."""

    name: str
    filed: Filed | None = None
    proposed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    refused: str | None = None
    """Why it could not be read and what to do; it stays where it is."""


def ingest(root: Path, names: Iterable[str], *, outlet: str | None, today: dt.date, told: Progress) -> Iterator[Taken]:
    """Read inputs into the archive, one after the other; an input that cannot be read stops no other."""
    archive = load(root)
    setting = desk.Setting(
        tagger=Tagger(archive.archive.taxonomy),
        outlets=archive.archive.outlets,
        language=archive.settings.language,
        outlet=outlet,
        draft=archive.settings.ingest_status is Status.DRAFT,
    )
    cabinet = Cabinet.of(archive)
    for number, given in enumerate(inbox.gather(names), 1):
        told("reading", number)
        try:
            yield from _take(given, cabinet, setting, today)
        except BriefingsError as fault:
            yield Taken(name=given.name, refused=str(fault))


def _take(given: inbox.Input, cabinet: Cabinet, setting: desk.Setting, today: dt.date) -> Iterator[Taken]:
    for read in readers.read(Given(data=given.read(), name=given.name, pasted=today)):
        if isinstance(read, Refused):
            yield Taken(name=f"{given.name}: {read.part}", refused=read.reason)
        else:
            yield _file(read, given.name, cabinet, setting, today)


def _file(copy: Copy, name: str, cabinet: Cabinet, setting: desk.Setting, today: dt.date) -> Taken:
    known = cabinet.known(copy.sha256)
    if known:
        return Taken(name=name, filed=known)
    wire = Wire(reader=copy.reader, sha256=copy.sha256, retrieved=today)
    composed = desk.compose(copy.content, wire, setting, name=name)
    filed = cabinet.file(composed.briefing, copy.text)
    findings = (*composed.findings, *_remarks(filed))
    return Taken(name=name, filed=filed, proposed=composed.proposed, findings=findings)


def _remarks(filed: Filed) -> Iterator[Finding]:
    if filed.act is Act.INCOMING:
        words = "a new version that cannot be merged was kept aside; compare it with the briefing, then delete it"
        yield Finding(path=filed.path, code="ING010", message=words)
    if filed.act is Act.CONFLICT:
        words = "a new version changes what an editor changed too; settle the places marked <<<<<<< and >>>>>>>"
        yield Finding(path=filed.path, code="ING011", message=words, severity=Severity.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """What the archive makes of a briefing's background."""

    items: int
    dated: int
    tied: int


def tied(root: Path, briefings: Iterable[Briefing]) -> dict[Slug, Backdrop]:
    """Return, for briefings just filed, how many background items are dated and tied to the archive's own briefings."""
    ties = ties_of(load(root).archive)
    return {
        briefing.slug: Backdrop(
            items=len(briefing.background),
            dated=sum(item.date is not None for item in briefing.background),
            tied=ties.counts(briefing).known,
        )
        for briefing in briefings
    }
