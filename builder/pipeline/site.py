"""From briefings to the site, step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from builder.desk.review import FUTURE, ahead, unsettled
from builder.engine.assets import assets
from builder.engine.preview import serve
from builder.engine.remembered import render_or_recall
from builder.engine.search import SearchPages, search_bundle
from builder.engine.shards import UNRENDERABLE, Rendered
from builder.errors import BadSettings
from builder.findings import Finding, Severity
from builder.model.address import stem
from builder.model.ids import Slug, StorylineId
from builder.pipeline.archive import Progress, cache_of, events_named, load, moved_findings, ties_of, unsettled_findings
from builder.pipeline.cards import CARDS, pictures, with_cards
from builder.press import files as press_files
from builder.press import links
from builder.press.data.api import SOURCE
from builder.press.edition import Edition
from builder.press.pages import pages
from builder.store import publish, shelf, staging
from builder.store.cache import Cache
from builder.store.shelf import Shelf


def stage(root: Path, *, drafts: bool = False) -> Path:
    """Stage the whole archive for plain ``mkdocs build`` and ``mkdocs serve``; return the staged folder."""
    loaded = _as_shown(load(root), drafts=drafts)
    folder = root / "build" / "docs"
    edition = with_cards(Edition.of(loaded.archive, ties_of(loaded.archive), loaded.settings))
    made = ((page.path, page.text.encode()) for page in pages(edition))
    kept = (_as_written(loaded, edition), staging.media(root), pictures(edition, cache_of(root) / CARDS))
    staging.stage(chain(made, press_files.files(edition), *kept), folder)
    return folder


def _as_shown(loaded: Shelf, *, drafts: bool) -> Shelf:
    return replace(loaded, archive=loaded.archive.published(drafts=drafts))


@dataclass(slots=True, kw_only=True)
class Built:
    """What a build made, and what it left out."""

    published: publish.Published | None = None
    pages: int = 0
    rendered: int = 0
    """Pages that did not come from the cache."""
    briefings: int = 0
    findings: list[Finding] = field(default_factory=list)


def build(  # noqa: PLR0913 - an order and its day; only the two folders go without a name
    root: Path,
    site: Path,
    *,
    today: dt.date,
    workers: int | None = None,
    strict: bool = False,
    news_of: dt.date | None = None,
    told: Progress,
) -> Built:
    """Build the site of an archive and put it in the place of the last one, whole; raises before that if it cannot.

    A briefing that cannot be read, that a merge left unsettled, or whose page cannot be rendered is left out with a
    finding, and the rest is built as if it were not there, so that no page links to it. ``strict``: then nothing is
    published, and the last site stays. A briefing of a day after ``today`` is shown, with a finding: the same archive
    makes the same site on any day. ``strict`` publishes nothing then either. ``news_of`` asks for a sitemap of the
    news of that day and the one before.
    """
    loaded = load(root)
    if news_of and not loaded.settings.site_url:
        raise BadSettings("mkdocs.yml: a sitemap of news has whole addresses; set site_url to the site's own")
    if site.resolve().is_relative_to(root.resolve() / shelf.FOLDER) or site.resolve() == root.resolve():
        raise BadSettings(f"{site}: the site cannot stand among the briefings; name another folder with --site")
    shown = _as_shown(loaded, drafts=False)
    findings = [*loaded.findings, *unsettled_findings(loaded), *_to_come(loaded, today), *moved_findings(loaded)]
    findings.extend(links.check(loaded.archive, events_named(loaded.archive)))
    shown = replace(shown, archive=shown.archive.without({b.slug for b in loaded.archive.briefings if unsettled(b)}))
    if strict and any(finding.severity is Severity.ERROR for finding in findings):
        return Built(briefings=len(shown.archive.briefings), findings=findings)
    while True:
        built = _attempt(shown, site, workers, told, news_of)
        pages_of = {f"{stem(briefing)}.md": briefing.slug for briefing in shown.archive.briefings}
        stories_of = {f"storylines/{storyline}/index.md": storyline for storyline in shown.archive.storylines}
        unfit = {finding.path for finding in built.findings} & (pages_of.keys() | stories_of.keys())
        findings.extend(_in_archive(finding, pages_of, stories_of) for finding in built.findings)
        if not unfit or strict:
            built.findings = findings
            return built
        slugs = {slug for path, slug in pages_of.items() if path in unfit}
        stories = {storyline for path, storyline in stories_of.items() if path in unfit}
        shown = replace(shown, archive=shown.archive.without(slugs, storylines=stories))


def _to_come(loaded: Shelf, today: dt.date) -> Iterator[Finding]:
    for briefing in loaded.archive.published().briefings:
        for key, moment in ahead(briefing, today):
            words = f"{moment.isoformat()} lies in the future, and readers see it; correct {key}:, or set status: draft"
            path, line = loaded.paths[briefing.slug], briefing.layout.lines.get(key, 1)
            yield Finding(path=path, line=line, code=FUTURE, message=words, severity=Severity.ERROR)


def _in_archive(finding: Finding, pages_of: Mapping[str, Slug], stories_of: Mapping[str, StorylineId]) -> Finding:
    """Return a finding on a staged page as one on the file of the archive that it is made from."""
    if finding.path in stories_of:
        return replace(finding, path=shelf.storyline_path(stories_of[finding.path]))
    return replace(finding, path=f"{shelf.FOLDER}/{finding.path}") if finding.path in pages_of else finding


def _attempt(shown: Shelf, site: Path, workers: int | None, told: Progress, news_of: dt.date | None) -> Built:
    """Build once; publish only if every page could be made."""
    edition = with_cards(Edition.of(shown.archive, ties_of(shown.archive), shown.settings))
    config = shown.root / "mkdocs.yml"
    built = Built(briefings=len(shown.archive.briefings))
    with Cache(cache_of(shown.root) / "pages.sqlite") as cache, publish.edition(site) as coming:
        searched = SearchPages()
        for made in render_or_recall(pages(edition), config_file=config, cache=cache, workers=workers):
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
        kept = (_as_written(shown, edition), staging.media(shown.root), pictures(edition, cache_of(shown.root) / CARDS))
        _add(coming, assets(config), press_files.files(edition, news_of), *kept)
        told("search", built.pages)
        bundle = search_bundle(searched, coming.read, language=shown.settings.language, cache=cache_of(shown.root))
        _add(coming, bundle)
        built.published = coming.release()
        cache.prune()
        built.findings.extend(cache.findings)
    return built


def _as_written(shown: Shelf, edition: Edition) -> Iterable[tuple[str, bytes]]:
    """Return the briefings' own files, each beside its page."""
    paths = {f"{edition.stems[one.slug]}/{SOURCE}": shown.paths[one.slug] for one in edition.listed}
    return staging.sources(shown.root, paths)


def _add(coming: publish.Edition, *made: Iterable[tuple[str, bytes]]) -> None:
    for path, content in chain(*made):
        coming.add(path, content)


def preview(root: Path, port: int) -> None:
    """Serve the archive on this machine, drafts included, and follow changes until interrupted."""
    load(root)
    serve(root / "mkdocs.yml", port)
