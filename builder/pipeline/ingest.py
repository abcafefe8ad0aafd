"""From inputs to briefings, step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote

from builder.desk import compose as desk
from builder.desk.outlets import find_outlet, nearest_outlet, outlet_id
from builder.desk.stories import proposal
from builder.desk.stories.story import Stories
from builder.desk.tags.tagging import Tagger
from builder.engine.cpu_time import TookTooLong, cpu_time
from builder.engine.reading import LONGEST_FAULT, OR_RAISE, Desks, Reading
from builder.errors import BriefingsError
from builder.fetch.exchange import Network
from builder.fetch.fetcher import Fetcher
from builder.findings import Finding
from builder.model.article import Article
from builder.model.briefing import Briefing, Status, Wire
from builder.model.ids import LONGEST_ID, Slug
from builder.pipeline.archive import Progress, cache_of, load, ties_of
from builder.pipeline.filing import Filing
from builder.pipeline.intake import Intake
from builder.store import inbox, keeping, visits
from builder.store.filing import Act, Cabinet, Filed
from builder.store.shelf import Shelf
from builder.store.visits import Visits
from builder.wire.reader import Given, Refused
from builder.wire.readers import Copy
from builder.wire.saved import warc


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the editor asked of one run."""

    names: tuple[str, ...]
    """Files, folders, patterns, addresses; ``-`` for standard input."""
    today: dt.date
    outlet: str | None = None
    jobs: int = 1
    """Inputs read at the same time."""
    background: int | None = None
    """Lines of earlier briefings to propose at most; without a number, what the archive's settings say."""
    keep: bool = False
    """Store each input itself too, as WARC, outside the published tree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one article of an input."""

    name: str
    filed: Filed | None = None
    proposed: tuple[str, ...] = ()
    """Names that the taxonomy does not know."""
    recalled: int = 0
    """Lines of earlier briefings in the background."""
    findings: tuple[Finding, ...] = ()
    refused: str | None = None
    """Why it could not be read and what to do; it stays where it is."""
    passed_over: bool = False
    """A page that a crawler came by and that holds no article, or an address with nothing new: nothing is wrong."""


def ingest(root: Path, order: Order, *, told: Progress, network: Network | None = None) -> Iterator[Taken]:
    """Read inputs into the archive, in their order; one that cannot be read stops no other.

    ``network``: what addresses are fetched through, the web unless given.
    """
    archive = load(root)
    limits = archive.settings.limits
    filing = Filing(
        Cabinet.of(archive),
        remembered=cache_of(root) / "texts.sqlite",
        stories=Stories.of(archive.archive.briefings, language=archive.settings.language),
        lines=archive.settings.ingest_background if order.background is None else order.background,
    )
    run = _Run(filing=filing, setting=_setting(archive, order), today=order.today, seconds=limits.seconds)
    fetcher = Fetcher(limits=limits, agent=_agent(archive), network=network)
    with Visits(cache_of(root) / visits.FILE) as known, Desks(order.jobs, limits) as desks:
        intake = Intake(today=order.today, limits=limits, fetcher=fetcher, visits=known)
        for number, reading in enumerate(desks.read(intake.given(order.names)), 1):
            told(f"reading {_name(reading.given)}", number)
            taken = tuple(_taken(reading, run))
            if any(one.filed for one in taken):
                intake.filed(_name(reading.given))
                if order.keep:
                    _keep(root, reading.given, order.today)
            yield from taken


def _agent(archive: Shelf) -> str:
    """Return by which name to ask for pages: with the address of the archive, so that outlets know whom to write to."""
    site = archive.settings.site_url
    return f"briefings/{version('briefings')}{f' (+{site})' if site else ''}"


def _keep(root: Path, given: Given | Refused, today: dt.date) -> None:
    if isinstance(given, Given):
        uri = given.url or f"urn:briefings:{quote(given.name.encode('utf-8', 'surrogateescape'))}"
        keeping.keep(root, given.data, uri=uri, media_type=warc.KEPT, retrieved=today)


def arrivals(order: Order) -> Iterator[Order]:
    """Yield, until interrupted, an order for what has newly arrived in the folder that the order names."""
    (folder,) = order.names
    for names in inbox.arrivals(Path(folder)):
        yield replace(order, names=names)


def _setting(archive: Shelf, order: Order) -> desk.Setting:
    _refuse_misspelt(order.outlet, archive)
    return desk.Setting(
        tagger=Tagger(archive.archive.taxonomy),
        outlets=archive.archive.outlets,
        language=archive.settings.language,
        outlet=order.outlet,
        draft=archive.settings.ingest_status is Status.DRAFT,
    )


def _refuse_misspelt(outlet: str | None, archive: Shelf) -> None:
    """Refuse an outlet that somebody typed, unknown and all but a known one, before anything is filed under it."""
    outlets = archive.archive.outlets
    if outlet is None or find_outlet(outlet, outlets):
        return
    if not 0 < len(outlet_id(outlet)) <= LONGEST_ID:
        raise BriefingsError(
            f'nothing was read: "{outlet[:40]}" is no name of an outlet; it needs a letter or a digit, and'
            f" {LONGEST_ID} characters at most; or leave --outlet out"
        )
    if near := nearest_outlet(outlet, outlets):
        raise BriefingsError(
            f'nothing was read: outlet "{outlet}" is unknown; did you mean "{near.name}"? '
            f'If it is another, add it first: briefings outlet add "{outlet}" --zone AREA/CITY'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What every article of one run is composed and filed with."""

    filing: Filing
    setting: desk.Setting
    today: dt.date
    seconds: float
    """Of work, in which one article must be composed."""


def _taken(reading: Reading, run: _Run) -> Iterator[Taken]:
    given, name = reading.given, _name(reading.given)
    several = len(reading.found) > 1
    for found in reading.found:
        if isinstance(found, Copy):
            yield _filed(found, f"{name}: {found.content.headline}" if several else name, run)
        else:
            passed_over = found.in_passing or (isinstance(given, Given) and given.in_passing)
            part = f"{name}: {found.part}" if several and found.part else name
            yield Taken(name=part, refused=found.reason, passed_over=passed_over)


def _of_its_outlet(briefing: Briefing, setting: desk.Setting) -> bool:
    """Tell whether an input that was read before comes from an outlet that its briefing names, or from none said."""
    if setting.outlet is None:
        return True
    said = find_outlet(setting.outlet, setting.outlets)
    its = {briefing.outlet, *(carrier.outlet for carrier in briefing.carried_by)}
    return (said.id if said else outlet_id(setting.outlet)) in its


def _may_have_a_time_now(briefing: Briefing, setting: desk.Setting) -> bool:
    """Tell whether a time that an input prints may have been left out because nobody knew the zone of its outlet."""
    outlet = find_outlet(briefing.outlet, setting.outlets)
    return bool(outlet and outlet.zone and briefing.published and not briefing.published.time)


def _name(given: Given | Refused) -> str:
    return given.part if isinstance(given, Refused) else given.name


def _filed(copy: Copy, name: str, run: _Run) -> Taken:
    filing = run.filing
    known = _known(copy, run)
    if known and not _may_have_a_time_now(known.briefing, run.setting):
        return Taken(name=name, filed=known)
    wire = Wire(reader=copy.reader, sha256=copy.sha256, retrieved=run.today)
    try:
        with cpu_time(run.seconds):
            composed = desk.compose(_without_claim(copy.content, filing.cabinet), wire, run.setting, name=name)
        article = isinstance(copy.content, Article)
        own = composed.briefing.wire == wire or article
        filed, remarks = filing.file(composed.briefing, copy.text if own else None, name=name)
    except TookTooLong:
        reason = f"composing it takes more than {run.seconds:g} seconds; {OR_RAISE.format('seconds')}"
        return Taken(name=name, refused=reason)
    except BriefingsError as fault:
        return Taken(name=name, refused=str(fault))
    except OSError as fault:
        where, why = fault.filename or "the disk", fault.strerror or fault
        reason = f"it could not be filed: {where}: {why}; mend that, and ingest it again"
        return Taken(name=name, refused=reason)
    except (ValueError, ArithmeticError, LookupError) as fault:
        # What nobody foresaw in one article must not cost the others their reading.
        said = " ".join(f"{type(fault).__name__}: {fault}".split())[:LONGEST_FAULT]
        reason = f"it could not be filed ({said}), which is a fault of this program; report it, and file it by hand"
        return Taken(name=name, refused=reason)
    findings = () if known and filed.act is Act.UNCHANGED else (*composed.findings, *remarks)
    recalled = len(proposal.of(filed.briefing)) if article and filed.act is Act.MADE else 0
    return Taken(name=name, filed=filed, proposed=composed.proposed, recalled=recalled, findings=findings)


def _known(copy: Copy, run: _Run) -> Filed | None:
    """Return the briefing that came of the same bytes, unless the editor names another outlet now."""
    filed = run.filing.cabinet.known(copy.sha256)
    return filed if filed and _of_its_outlet(filed.briefing, run.setting) else None


def _without_claim(content: Article | Briefing, cabinet: Cabinet) -> Article | Briefing:
    """Return what came in without its own word on the bytes it came from, but where the archive says the same of it.

    Nobody here has seen those bytes: were the word believed, a briefing could name another outlet's article, which
    would then pass for read.
    """
    if not isinstance(content, Briefing) or content.wire is None or cabinet.says_the_same(content):
        return content
    return replace(content, wire=None)


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
