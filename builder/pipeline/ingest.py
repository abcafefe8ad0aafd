"""From inputs to briefings, step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from builder.desk import compose as desk
from builder.desk.tagging import Tagger
from builder.engine.reading import Desks, Reading
from builder.errors import BriefingsError
from builder.findings import Finding
from builder.model.article import Article
from builder.model.briefing import Briefing, Status, Wire
from builder.model.ids import Slug
from builder.model.limits import Limits
from builder.pipeline.archive import Progress, cache_of, load, ties_of
from builder.pipeline.filing import Filing
from builder.store import inbox
from builder.store.filing import Cabinet, Filed
from builder.store.shelf import Shelf
from builder.wire import readers
from builder.wire.reader import HEAD, Container, Given, Refused
from builder.wire.readers import Copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the editor asked of one run."""

    names: tuple[str, ...]
    """Files, folders, patterns; ``-`` for standard input."""
    today: dt.date
    outlet: str | None = None
    jobs: int = 1
    """Inputs read at the same time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one article of an input."""

    name: str
    filed: Filed | None = None
    proposed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    refused: str | None = None
    """Why it could not be read and what to do; it stays where it is."""
    passed_over: bool = False
    """A page that a crawler came by and that holds no article: nothing is wrong."""


def ingest(root: Path, order: Order, *, told: Progress) -> Iterator[Taken]:
    """Read inputs into the archive, in their order; one that cannot be read stops no other."""
    archive = load(root)
    setting, limits = _setting(archive, order), archive.settings.limits
    filing = Filing(Cabinet.of(archive), remembered=cache_of(root) / "texts.sqlite")
    inputs = tuple(inbox.gather(order.names))
    with Desks(order.jobs, limits) as desks:
        for number, reading in enumerate(desks.read(_given(inputs, order.today, limits)), 1):
            told(f"reading {_name(reading.given)}", number)
            yield from _taken(reading, filing, setting, order.today)


def arrivals(order: Order) -> Iterator[Order]:
    """Yield, until interrupted, an order for what has newly arrived in the folder that the order names."""
    (folder,) = order.names
    for names in inbox.arrivals(Path(folder)):
        yield replace(order, names=names)


def _setting(archive: Shelf, order: Order) -> desk.Setting:
    return desk.Setting(
        tagger=Tagger(archive.archive.taxonomy),
        outlets=archive.archive.outlets,
        language=archive.settings.language,
        outlet=order.outlet,
        draft=archive.settings.ingest_status is Status.DRAFT,
    )


def _given(inputs: Iterable[inbox.Input], today: dt.date, limits: Limits) -> Iterator[Given | Refused]:
    """Yield what there is to read: each input, and of a container each of its parts."""
    for one in inputs:
        try:
            with one.opened() as stream:
                container = readers.container_of(stream.read(HEAD), one.name)
                stream.seek(0)
                if container is None:
                    # One byte more than is read, so that the reader sees which limit it breaks.
                    yield Given(data=stream.read(limits.article + 1), name=one.name, pasted=today, limits=limits)
                else:
                    yield from _parts(container, stream, one.name, today, limits)
        except BriefingsError as fault:
            yield Refused(part=one.name, reason=str(fault))


def _parts(
    container: Container, stream: BinaryIO, name: str, today: dt.date, limits: Limits
) -> Iterator[Given | Refused]:
    for part in container.split(stream, limits):
        if isinstance(part, Refused):
            yield Refused(part=f"{name}: {part.part}", reason=part.reason)
        else:
            yield Given(
                data=part.data,
                name=f"{name}: {part.name}",
                pasted=part.retrieved or today,
                url=part.url,
                in_passing=part.in_passing,
                limits=limits,
            )


def _taken(reading: Reading, filing: Filing, setting: desk.Setting, today: dt.date) -> Iterator[Taken]:
    given, name = reading.given, _name(reading.given)
    several = len(reading.found) > 1
    for found in reading.found:
        if isinstance(found, Copy):
            yield _filed(found, f"{name}: {found.content.headline}" if several else name, filing, setting, today)
        else:
            passed_over = isinstance(given, Given) and given.in_passing
            part = f"{name}: {found.part}" if several and found.part else name
            yield Taken(name=part, refused=found.reason, passed_over=passed_over)


def _name(given: Given | Refused) -> str:
    return given.part if isinstance(given, Refused) else given.name


def _filed(copy: Copy, name: str, filing: Filing, setting: desk.Setting, today: dt.date) -> Taken:
    known = filing.cabinet.known(copy.sha256)
    if known:
        return Taken(name=name, filed=known)
    wire = Wire(reader=copy.reader, sha256=copy.sha256, retrieved=today)
    try:
        composed = desk.compose(copy.content, wire, setting, name=name)
        own = composed.briefing.wire == wire or isinstance(copy.content, Article)
        filed, remarks = filing.file(composed.briefing, copy.text if own else None, name=name)
    except BriefingsError as fault:
        return Taken(name=name, refused=str(fault))
    findings = (*composed.findings, *remarks)
    return Taken(name=name, filed=filed, proposed=composed.proposed, findings=findings)


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
