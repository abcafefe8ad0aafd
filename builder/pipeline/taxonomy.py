"""The taxonomy's steps: a proposed name becomes a tag, and the briefings that speak of it carry it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
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
from builder.store.files import read_text, write, write_all
from builder.store.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A name taken into the taxonomy."""

    tag: TagId
    kind: TagKind
    briefings: tuple[str, ...]
    """Paths of the briefings that are tagged with it."""
    written: Mapping[Path, str]
    """The files that say so."""


def accept_tag(root: Path, name: str, kind: TagKind | None, tag_id: str | None, *, unsaid: bool = False) -> Accepted:
    """Return what adds a name to ``tags.yml`` and tags the briefings that speak of it, withdrawn ones apart.

    Without a kind it is what the texts tell, a topic where they do not. Raises ``BadSettings`` where id or name is
    taken, or one of them is none, and for a name that no text says unless it may be ``unsaid``.
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
    tagged = dict(_tagged(loaded, Tagger(Taxonomy(tags={tag.id: tag})), tag.id))
    if not tagged and not unsaid:
        raise BadSettings(f'no briefing says "{name}", and nothing was written; {_hint(name, loaded)}')
    files = {path: text, **{root / name: tagged_text for name, tagged_text in tagged.items()}}
    return Accepted(tag=tag.id, kind=kind, briefings=tuple(tagged), written=files)


def carry_out(accepted: Accepted) -> None:
    """Write what accepting a name takes: all of it, or nothing."""
    contents = {path: text.encode() for path, text in accepted.written.items()}
    for path in contents.keys() - {path for path in contents if path.is_file()}:
        write(path, b"")
    write_all(contents)


def _tagged(loaded: Shelf, tagger: Tagger, tag: TagId) -> Iterator[tuple[str, str]]:
    """Yield path and new text of each briefing that says a name and has no tag for it."""
    for briefing in loaded.archive.briefings:
        if briefing.status is not Status.WITHDRAWN and tag not in briefing.tags and tagger.known(text_of(briefing)):
            tagged = replace(briefing, tags=(*briefing.tags, tag))
            yield loaded.paths[briefing.slug], briefing_md.dumps(tagged)


def _hint(name: str, loaded: Shelf) -> str:
    """Say which name of the texts was most likely meant."""
    proposed = suggestions.suggest(loaded.archive, language=loaded.settings.language, least=1).names
    near = difflib.get_close_matches(name, [one.name.removeprefix("The ") for one in proposed], n=1)
    if near:
        return f'did you mean "{near[0]}"?'
    return "write it as texts do, or take it in all the same with --unsaid"
