"""The steps, in order: from inputs to briefings, from briefings to findings, from briefings to the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from builder.desk import compose as desk
from builder.desk.review import UNSETTLED, misfiled, review, unsettled
from builder.desk.tagging import Tagger
from builder.desk.ties import Ties, resolve
from builder.engine.assets import assets
from builder.engine.preview import serve
from builder.engine.remembered import render_or_recall
from builder.engine.search import SearchPages, search_bundle
from builder.engine.shards import UNRENDERABLE, Rendered
from builder.errors import BadSettings, BriefingsError, MalformedCopy
from builder.findings import Finding, Severity
from builder.formats import briefing_md, taxonomy_yml
from builder.model.address import stem
from builder.model.archive import Archive
from builder.model.briefing import Briefing, Status, Wire
from builder.model.ids import Slug, TagId
from builder.model.taxonomy import Tag, TagKind, Taxonomy
from builder.press import files as press_files
from builder.press import links
from builder.press.pages import pages
from builder.store import inbox, shelf, staging
from builder.store.cache import Cache
from builder.store.files import read_text, write
from builder.store.filing import Act, Cabinet, Filed
from builder.store.publish import Edition, Published, edition
from builder.store.shelf import Shelf
from builder.wire import readers
from builder.wire.reader import Given, Refused
from builder.wire.readers import Copy

Progress = Callable[[str, int], None]
"""Told the name of a step and how many things of it are done."""


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


def load(root: Path) -> Shelf:
    """Load the archive of a folder, with what earlier runs remember of it."""
    if not (root / "mkdocs.yml").is_file():
        return shelf.load(root)
    with Cache(_cache_of(root) / "briefings.sqlite") as cache:
        loaded = shelf.load(root, cache=cache)
        cache.prune()
    return loaded


def _cache_of(root: Path) -> Path:
    return root / "build" / "cache"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A name taken into the taxonomy."""

    tag: TagId
    briefings: tuple[str, ...]
    """Paths of the drafts that were tagged with it."""


def accept_tag(root: Path, name: str, kind: TagKind, tag_id: str | None) -> Accepted:
    """Add a name to ``tags.yml`` and tag the drafts that speak of it.

    Raises ``BadSettings`` where the id or the name is taken, or the id is none. Published briefings stay as they are.
    """
    loaded = load(root)
    taxonomy = loaded.archive.taxonomy
    tag = Tag(id=TagId(tag_id or desk.slug_of(name)), labels={loaded.settings.language: name}, kind=kind)
    holder = next((other.id for other in taxonomy.tags.values() if name in other.names()), None)
    if holder:
        raise BadSettings(f'"{name}" is already a name of {holder} in briefings/tags.yml')
    path = root / shelf.FOLDER / "tags.yml"
    try:
        text = taxonomy_yml.with_tag(read_text(path) if path.is_file() else "", tag, language=loaded.settings.language)
        taxonomy_yml.loads(text)
    except MalformedCopy as fault:
        raise BadSettings(f"briefings/tags.yml: {fault.reason}") from fault
    write(path, text.encode())
    return Accepted(tag=tag.id, briefings=tuple(_tag_drafts(loaded, Tagger(Taxonomy(tags={tag.id: tag})), tag.id)))


def _tag_drafts(loaded: Shelf, tagger: Tagger, tag: TagId) -> Iterator[str]:
    for briefing in loaded.archive.briefings:
        said = f"{briefing.headline}\n{briefing.standfirst or ''}\n{briefing.body}"
        if briefing.status is Status.DRAFT and tag not in briefing.tags and tagger.known(said):
            path = loaded.paths[briefing.slug]
            tagged = replace(briefing, tags=(*briefing.tags, tag))
            write(loaded.root / path, briefing_md.dumps(tagged).encode())
            yield path


def preview(root: Path, port: int) -> None:
    """Serve the archive on this machine, drafts included, and follow changes until interrupted."""
    load(root)
    serve(root / "mkdocs.yml", port)


def ties_of(archive: Archive) -> Ties:
    """Tie background items to the archive's own briefings."""
    return resolve(archive, Tagger(archive.taxonomy))


def check(loaded: Shelf, today: dt.date) -> Iterator[Finding]:
    """Yield every finding on the archive: what could not be loaded, what the desk remarks, links that lead nowhere."""

    def path(briefing: Briefing) -> str:
        return loaded.paths[briefing.slug]

    yield from loaded.findings
    yield from misfiled(loaded.archive, paths=path)
    yield from review(loaded.archive, today, paths=path)
    yield from links.check(loaded.archive)


def stage(root: Path, *, drafts: bool = False) -> Path:
    """Stage the whole archive for plain ``mkdocs build`` and ``mkdocs serve``; return the staged folder."""
    loaded = _as_shown(load(root), drafts=drafts)
    folder = root / "build" / "docs"
    ties = ties_of(loaded.archive)
    made = ((page.path, page.text.encode()) for page in pages(loaded.archive, ties, loaded.settings))
    staging.stage(chain(made, press_files.files(loaded.archive, ties, loaded.settings), staging.media(root)), folder)
    return folder


def _as_shown(loaded: Shelf, *, drafts: bool) -> Shelf:
    return replace(loaded, archive=loaded.archive.published(drafts=drafts))


@dataclass(slots=True, kw_only=True)
class Built:
    """What a build made, and what it left out."""

    published: Published | None = None
    pages: int = 0
    rendered: int = 0
    """Pages that did not come from the cache."""
    briefings: int = 0
    findings: list[Finding] = field(default_factory=list)


def build(root: Path, site: Path, *, workers: int | None = None, strict: bool = False, told: Progress) -> Built:
    """Build the site of an archive and put it in the place of the last one, whole; raises before that if it cannot.

    A briefing that cannot be read, that a merge left unsettled, or whose page cannot be rendered is left out with a
    finding, and the rest is built as if it were not there, so that no page links to it. ``strict``: then nothing is
    published, and the last site stays.
    """
    loaded = load(root)
    if site.resolve().is_relative_to(root.resolve() / shelf.FOLDER) or site.resolve() == root.resolve():
        raise BadSettings(f"{site}: the site cannot stand among the briefings; name another folder with --site")
    shown = _as_shown(loaded, drafts=False)
    findings = [*loaded.findings, *_unsettled(loaded), *links.check(loaded.archive)]
    shown = replace(shown, archive=shown.archive.without({b.slug for b in loaded.archive.briefings if unsettled(b)}))
    if strict and any(finding.severity is Severity.ERROR for finding in findings):
        return Built(briefings=len(shown.archive.briefings), findings=findings)
    while True:
        built = _attempt(shown, site, workers, told)
        pages_of = {f"{stem(briefing)}.md": briefing.slug for briefing in shown.archive.briefings}
        unfit = {pages_of[finding.path] for finding in built.findings if finding.path in pages_of}
        findings.extend(_in_archive(finding, pages_of) for finding in built.findings)
        if not unfit or strict:
            built.findings = findings
            return built
        shown = replace(shown, archive=shown.archive.without(unfit))


def _unsettled(loaded: Shelf) -> Iterator[Finding]:
    for briefing in loaded.archive.briefings:
        line = unsettled(briefing)
        if line:
            words = "left out of the site: a merge left two versions here; briefings check says what to do"
            path = loaded.paths[briefing.slug]
            yield Finding(path=path, line=line, code=UNSETTLED, message=words, severity=Severity.ERROR)


def _in_archive(finding: Finding, pages_of: Mapping[str, Slug]) -> Finding:
    """Return a finding on a staged page as one on the briefing's file."""
    return replace(finding, path=f"{shelf.FOLDER}/{finding.path}") if finding.path in pages_of else finding


def _attempt(shown: Shelf, site: Path, workers: int | None, told: Progress) -> Built:
    """Build once; publish only if every briefing has its page."""
    archive, settings, config = shown.archive, shown.settings, shown.root / "mkdocs.yml"
    ties = ties_of(archive)
    built = Built(briefings=len(archive.briefings))
    with Cache(_cache_of(shown.root) / "pages.sqlite") as cache, edition(site) as coming:
        searched = SearchPages()
        staged = pages(archive, ties, settings)
        for made in render_or_recall(staged, config_file=config, cache=cache, workers=workers):
            if isinstance(made, Finding):
                built.findings.append(made)
                continue
            path, html = (made.path, made.html) if isinstance(made, Rendered) else made
            built.rendered += isinstance(made, Rendered)
            coming.add(path, html)
            searched.add(path, html)
            built.pages += 1
            told("pages", built.pages)
        if any(finding.code == UNRENDERABLE for finding in built.findings):
            return built
        _add(coming, assets(config), press_files.files(archive, ties, settings), staging.media(shown.root))
        told("search", built.pages)
        bundle = search_bundle(searched, coming.read, language=settings.language, cache=_cache_of(shown.root))
        _add(coming, bundle)
        built.published = coming.release()
        cache.prune()
        built.findings.extend(cache.findings)
    return built


def _add(coming: Edition, *made: Iterable[tuple[str, bytes]]) -> None:
    for path, content in chain(*made):
        coming.add(path, content)
