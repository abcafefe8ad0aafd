"""Subjects as data: all of them, one of them, and what might be done for them; ``cli`` words it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from builder.desk.stories.storylines import told
from builder.desk.tags import retag
from builder.desk.tags.subjects import together
from builder.desk.tags.suggestions import suggest
from builder.errors import BadSettings
from builder.model.briefing import Briefing
from builder.model.ids import TagId
from builder.model.taxonomy import Tag, TagKind
from builder.pipeline.archive import load
from builder.store.shelf import Shelf

Json = Mapping[str, Any]
TOGETHER = 8
"""Tags that are told of those that stand with one."""


def listed(root: Path, *, kind: TagKind | None, unused: bool) -> Iterator[Json]:
    """Yield the tags in the order of the file: id, kind, label, parent, and how many briefings carry each."""
    loaded = load(root)
    for tag in loaded.archive.taxonomy.tags.values():
        count = len(loaded.archive.by_tag.get(tag.id, ()))
        if kind in (None, tag.kind) and not (unused and count):
            label = tag.label(loaded.settings.language)
            yield {"id": tag.id, "kind": str(tag.kind), "label": label, "parent": tag.parent, "briefings": count}


def shown(root: Path, said: str) -> Json:
    """Return what is known of the tag that an id, a former id or a name means; raises ``BadSettings`` for none."""
    loaded = load(root)
    tag = retag.found(loaded.archive.taxonomy, said)
    return subject(loaded, tag or retag.named(loaded.archive.taxonomy, said))


def subject(loaded: Shelf, tag: Tag) -> Json:
    """Return all that the archive knows of a tag; drafts and withdrawn briefings count, as an editor sees them."""
    archive = loaded.archive
    briefings = archive.by_tag.get(tag.id, ())
    return {
        "id": tag.id,
        "kind": str(tag.kind),
        "labels": dict(tag.labels),
        "aliases": list(tag.aliases),
        "broader": list(archive.taxonomy.broader(tag.id)),
        "narrower": list(archive.taxonomy.narrower.get(tag.id, ())),
        "wikidata": tag.wikidata,
        "mediatopic": tag.mediatopic,
        "former": list(tag.former),
        "briefings": len(briefings),
        "first": _pointer(loaded, briefings[0]) if briefings else None,
        "latest": [_pointer(loaded, briefing) for briefing in briefings[:-6:-1]],
        "together": dict(together(tag.id, briefings, most=TOGETHER)),
        "storylines": [
            str(key) for key, story in told(archive).items() if any(tag.id in one.tags for one in story.briefings)
        ],
    }


def _pointer(loaded: Shelf, briefing: Briefing) -> Json:
    day = briefing.published.day.isoformat() if briefing.published else None
    return {"date": day, "title": briefing.headline, "path": loaded.paths[briefing.slug]}


def suggested(root: Path, *, least: int) -> Json:
    """Return what an editor might do for the taxonomy; names must occur in ``least`` briefings."""
    if least < 1:
        raise BadSettings("a name must occur in at least 1 briefing to be suggested; name a number above 0")
    loaded = load(root)
    found = suggest(loaded.archive, language=loaded.settings.language, least=least)
    return {
        "names": [
            {
                **asdict(one),
                "kind": one.kind and str(one.kind),
                "briefings": [loaded.paths[slug] for slug in one.briefings],
            }
            for one in found.names
        ],
        "clashes": [{"name": name, "tags": _plain(tags)} for name, tags in found.clashes],
        "inseparable": [{"tags": [one, other], "briefings": count} for one, other, count in found.inseparable],
        "unlabelled": {"language": loaded.settings.language, "tags": _plain(found.unlabelled)},
    }


def _plain(tags: Sequence[TagId]) -> list[str]:
    return [str(tag) for tag in tags]
