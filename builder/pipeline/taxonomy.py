"""The taxonomy's steps: a proposed name becomes a tag, and the briefings that speak of it carry it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from builder.desk.compose import slug_of
from builder.desk.tags import suggestions
from builder.desk.tags.retag import refuse_taken, refuse_unsound, text_of
from builder.desk.tags.tagging import Tagger
from builder.errors import BadSettings, MalformedCopy
from builder.formats import briefing_md, taxonomy_yml
from builder.model.briefing import Status
from builder.model.ids import TagId
from builder.model.taxonomy import Tag, TagKind, Taxonomy
from builder.pipeline.archive import load
from builder.store import shelf
from builder.store.files import read_text, write
from builder.store.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A name taken into the taxonomy."""

    tag: TagId
    kind: TagKind
    briefings: tuple[str, ...]
    """Paths of the briefings that were tagged with it."""


def accept_tag(root: Path, name: str, kind: TagKind | None, tag_id: str | None) -> Accepted:
    """Add a name to ``tags.yml`` and tag the briefings that speak of it, withdrawn ones apart.

    Without a kind it is what the texts tell, a topic where they do not. Raises ``BadSettings`` where id or name is
    taken, or one of them is none.
    """
    refuse_unsound(name)
    loaded = load(root)
    taxonomy = loaded.archive.taxonomy
    language = loaded.settings.language
    kind = kind or suggestions.kind_of(name, loaded.archive, language=language) or TagKind.TOPIC
    tag = Tag(id=TagId(tag_id or slug_of(name)), labels={language: name}, kind=kind)
    holder = taxonomy.holder(name)
    if holder:
        raise BadSettings(f'"{name}" is already a name of {holder} in briefings/tags.yml')
    refuse_taken(taxonomy, tag.id)
    path = root / shelf.FOLDER / "tags.yml"
    try:
        text = taxonomy_yml.with_tag(read_text(path) if path.is_file() else "", tag, language=language)
        taxonomy_yml.loads(text)
    except MalformedCopy as fault:
        raise BadSettings(f"briefings/tags.yml: {fault.reason}") from fault
    write(path, text.encode())
    tagged = tuple(_tag_those_that_say(loaded, Tagger(Taxonomy(tags={tag.id: tag})), tag.id))
    return Accepted(tag=tag.id, kind=kind, briefings=tagged)


def _tag_those_that_say(loaded: Shelf, tagger: Tagger, tag: TagId) -> Iterator[str]:
    for briefing in loaded.archive.briefings:
        if briefing.status is not Status.WITHDRAWN and tag not in briefing.tags and tagger.known(text_of(briefing)):
            path = loaded.paths[briefing.slug]
            tagged = replace(briefing, tags=(*briefing.tags, tag))
            write(loaded.root / path, briefing_md.dumps(tagged).encode())
            yield path
