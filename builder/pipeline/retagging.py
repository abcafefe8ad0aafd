"""A tag renamed, merged, split or removed: planned as a whole, then written as a whole or not at all."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from builder.desk.tags import retag
from builder.desk.tags.retag import Recast
from builder.errors import BadSettings, MalformedCopy
from builder.formats import briefing_md, tag_lines, taxonomy_lines
from builder.model.ids import Slug, TagId
from builder.pipeline.archive import load
from builder.store import shelf
from builder.store.files import read_text, write_all
from builder.store.filing import KEPT
from builder.store.shelf import Shelf

TAGS = f"{shelf.FOLDER}/tags.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One file as it is and as it is to be."""

    path: str
    """Relative to the archive's root."""
    before: str
    after: str

    def lines(self) -> Iterator[str]:
        """Yield what differs, as ``diff`` shows it, without the lines around."""
        diff = unified_diff(self.before.splitlines(), self.after.splitlines(), self.path, self.path, n=0, lineterm="")
        yield from list(diff)[2:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that a change of the taxonomy writes."""

    changes: tuple[Change, ...]
    """Briefings first and ``tags.yml`` last: a run that the power cuts short can be made again."""
    told: tuple[str, ...]
    unsure: tuple[tuple[str, tuple[TagId, ...]], ...] = ()
    """Of a split: files that keep the old tag, with those of the new ones that they name."""
    left: tuple[str, ...] = ()
    """Files that cannot be read, and so not be rewritten, with the reason."""

    def apply(self, root: Path) -> None:
        """Write it."""
        write_all({root / change.path: change.after.encode() for change in self.changes})


def rename(root: Path, old: str, new: str, label: str | None) -> Plan:
    """Plan another id for a tag, in the taxonomy and wherever briefings carry it. Raises ``BadSettings``."""
    loaded = load(root)
    return _plan(loaded, retag.rename(loaded.archive.taxonomy, old, new, label, language=loaded.settings.language))


def merge(root: Path, parts: Sequence[str], into: str, *, across: bool = False) -> Plan:
    """Plan to make several tags one, if need be ``across`` their kinds. Raises ``BadSettings``."""
    loaded = load(root)
    return _plan(loaded, retag.merge(loaded.archive.taxonomy, parts, into, across=across))


def split(root: Path, old: str, into: Sequence[str]) -> Plan:
    """Plan to give the briefings of a tag to several others, as far as their texts say to which. As ``rename``."""
    loaded = load(root)
    recast = retag.split(loaded.archive, old, into)
    per_file: dict[Slug, dict[TagId, TagId | None]] = {slug: {TagId(old): new} for slug, new in recast.assigned.items()}
    plan = _plan(loaded, recast, per_file)
    unsure = [(loaded.paths[slug], fit) for slug, fit in recast.unsure.items()]
    unsure += [(shelf.storyline_path(story), ()) for story in recast.stories]
    return dataclasses.replace(plan, unsure=tuple(unsure))


def remove(root: Path, old: str) -> Plan:
    """Plan to take a tag out of the taxonomy and of every briefing. Raises ``BadSettings``."""
    loaded = load(root)
    return _plan(loaded, retag.remove(loaded.archive, old))


def _plan(loaded: Shelf, recast: Recast, per_file: Mapping[Slug, Mapping[TagId, TagId | None]] | None = None) -> Plan:
    names = per_file or {briefing.slug: recast.names for briefing in loaded.archive.briefings}
    left = [f"{finding.path}:{finding.line}: {finding.message}" for finding in loaded.findings]
    changes: list[Change] = []
    for path, slug in _files(loaded):
        change = _retagged(loaded.root, path, slug, names.get(slug, {}), left)
        if change:
            changes.append(change)
    for storyline in loaded.archive.storylines:
        # Of a split no one tag takes the place; the finding on the unknown tag names those there are.
        change = _retagged(loaded.root, shelf.storyline_path(storyline), None, recast.names, left)
        if change:
            changes.append(change)
    taxonomy = _change(loaded.root, TAGS, lambda text: taxonomy_lines.edited(text, recast.tags, recast.gone))
    if taxonomy:
        changes.append(taxonomy)
    return Plan(changes=tuple(changes), told=recast.told, left=tuple(left) if recast.names or recast.assigned else ())


def _files(loaded: Shelf) -> Iterator[tuple[str, Slug]]:
    """Yield the files of briefings, each with its base: a later version of the article is merged on that.

    A briefing may have lost the tag that its base still has.
    """
    for briefing in loaded.archive.briefings:
        yield loaded.paths[briefing.slug], briefing.slug
        base = f"{KEPT}/base/{briefing.slug}.md"
        if (loaded.root / base).is_file():
            yield base, briefing.slug


def _retagged(
    root: Path, path: str, slug: Slug | None, names: Mapping[TagId, TagId | None], left: list[str]
) -> Change | None:
    try:
        change = _change(root, path, lambda text: tag_lines.retagged(text, names))
        if change and slug:
            briefing_md.loads(change.after, slug=slug)
    except MalformedCopy as fault:
        left.append(f"{path}:{fault.line}: {fault.reason}")
        return None
    return change


def _change(root: Path, path: str, edit: Callable[[str], str]) -> Change | None:
    """Return what an edit does to a file. Raises ``BadSettings`` for a taxonomy that it cannot be done to."""
    text = read_text(root / path)
    try:
        after = edit(text)
    except MalformedCopy as fault:
        if path != TAGS:
            raise
        raise BadSettings(f"{path}:{fault.line}: {fault.reason}") from fault
    return Change(path=path, before=text, after=after) if after != text else None
