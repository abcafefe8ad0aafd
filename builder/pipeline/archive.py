"""The archive as the other steps find it: loaded, tied together, and looked over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from pathlib import Path

from builder.desk.join import drift
from builder.desk.join.ties import Ties, resolve
from builder.desk.review import UNSETTLED, misfiled, review, unsettled
from builder.desk.stories import storyline_review
from builder.desk.tags import taxonomy_review
from builder.desk.tags.tagging import Tagger
from builder.findings import Finding, Severity
from builder.model.archive import Archive
from builder.model.briefing import Briefing
from builder.model.ids import Slug
from builder.press import links, moved
from builder.press.edition import Edition
from builder.store import shelf
from builder.store.cache import Cache
from builder.store.shelf import Shelf

Progress = Callable[[str, int], None]
"""Told the name of a step and how many things of it are done."""


def load(root: Path) -> Shelf:
    """Load the archive of a folder, with what earlier runs remember of it."""
    if not (root / "mkdocs.yml").is_file():
        return shelf.load(root)
    with Cache(cache_of(root) / "briefings.sqlite") as cache:
        loaded = shelf.load(root, cache=cache)
        cache.prune()
    return loaded


def cache_of(root: Path) -> Path:
    """Return the folder of what runs remember; it may be removed at any time."""
    return root / "build" / "cache"


def ties_of(archive: Archive, *, doubts: bool = False) -> Ties:
    """Tie background items to the archive's own briefings; ``doubts`` are for the search for drift."""
    return resolve(archive, Tagger(archive.taxonomy), doubts=doubts)


def events_named(archive: Archive) -> Container[str]:
    """Return the ids of events, where an editor names one; else nothing, since to know them takes the whole join."""
    named = (tie.event for b in archive.briefings for tie in (*b.same_as, *b.not_same_as))
    return ties_of(archive).events.by_id if any(Slug(event) not in archive.by_slug for event in named) else ()


def as_published(root: Path) -> tuple[Edition, tuple[Finding, ...]]:
    """Return what readers get, with a finding on each file that they do not: broken, or left unsettled by a merge."""
    loaded = load(root)
    findings = (*loaded.findings, *unsettled_findings(loaded))
    shown = loaded.archive.published().without({one.slug for one in loaded.archive.briefings if unsettled(one)})
    return Edition.of(shown, ties_of(shown), loaded.settings), findings


def unsettled_findings(loaded: Shelf) -> Iterator[Finding]:
    """Yield a finding on each briefing in which a merge left two versions: no reader gets it."""
    for briefing in loaded.archive.briefings:
        line = unsettled(briefing)
        if line:
            words = "left out: a merge left two versions here; briefings check says what to do"
            path = loaded.paths[briefing.slug]
            yield Finding(path=path, line=line, code=UNSETTLED, message=words, severity=Severity.ERROR)


def moved_findings(loaded: Shelf) -> Iterator[Finding]:
    """Yield what is wrong with the former addresses of briefings; drafts count, for they will be pages too."""
    if any(briefing.redirect_from for briefing in loaded.archive.briefings):
        untied = Ties(of={}, mentioned_by={})
        yield from moved.check(Edition.of(loaded.archive, untied, replace(loaded.settings, drafts=True)))


def check(loaded: Shelf, today: dt.date) -> Iterator[Finding]:
    """Yield every finding on the archive: what could not be loaded, what the desk remarks, links that lead nowhere."""

    def path(briefing: Briefing) -> str:
        return loaded.paths[briefing.slug]

    yield from loaded.findings
    yield from taxonomy_review.review(loaded.archive.taxonomy, path=f"{shelf.FOLDER}/tags.yml")
    yield from misfiled(loaded.archive, paths=path)
    yield from review(loaded.archive, today, paths=path)
    yield from storyline_review.review(loaded.archive, path=lambda one: shelf.storyline_path(one.id), paths=path)
    ties = ties_of(loaded.archive, doubts=True)
    yield from links.check(loaded.archive, ties.events.by_id)
    yield from moved_findings(loaded)
    yield from drift.review(loaded.archive, ties.events, paths=path)
