"""``tags.yml``: the taxonomy as a file."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from builder.errors import MalformedCopy
from builder.formats import strict_yaml
from builder.formats.faults import ID, explain
from builder.model.ids import LONGEST_ID, TagId
from builder.model.taxonomy import Tag, TagKind, Taxonomy


class _Tag(BaseModel):
    model_config = ConfigDict(extra="forbid")
    label: dict[str, Annotated[str, Field(min_length=1)]] = Field(min_length=1)
    kind: TagKind
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    wikidata: str | None = None
    mediatopic: str | None = None
    former: tuple[Annotated[str, Field(pattern=ID, max_length=LONGEST_ID)], ...] = ()


KEYS = tuple(_Tag.model_fields)
"""In the order in which we write them."""


def loads(text: str) -> Taxonomy:
    """Return the taxonomy.

    Raises ``MalformedCopy`` with the line for a bad id, key or kind, an unknown parent, or parents in a circle.
    """
    loaded = strict_yaml.loads(text)
    tags: dict[TagId, Tag] = {}
    for key, value in loaded.data.items():
        line = loaded.lines[(key,)]
        if not re.fullmatch(ID, key):
            raise MalformedCopy(
                f'"{key}" is no tag id; use small letters, digits and hyphens', line=line, code="TAG001"
            )
        tags[TagId(key)] = _tag(key, value, loaded)
    for tag in tags.values():
        if tag.parent is not None and tag.parent not in tags:
            raise MalformedCopy(f'tag "{tag.id}": unknown parent "{tag.parent}"', line=tag.line, code="TAG002")
    taxonomy = Taxonomy(tags=tags)
    circle = taxonomy.circle()
    if circle:
        line = tags[circle[0]].lines["parent"]
        raise MalformedCopy(f"parents go in a circle: {' → '.join(circle)}", line=line, code="TAG002")
    return taxonomy


def _tag(key: str, value: object, loaded: strict_yaml.Loaded) -> Tag:
    try:
        read = _Tag.model_validate(value)
    except ValidationError as fault:
        raise explain(fault, loaded, within=(key,), known=lambda _: list(_Tag.model_fields), code="TAG001") from fault
    return Tag(
        id=TagId(key),
        labels=read.label,
        kind=read.kind,
        aliases=read.aliases,
        parent=TagId(read.parent) if read.parent else None,
        wikidata=read.wikidata,
        mediatopic=read.mediatopic,
        former=tuple(TagId(old) for old in read.former),
        line=loaded.lines[(key,)],
        lines={name: loaded.lines[(key, name)] for name in KEYS if (key, name) in loaded.lines},
    )


def with_tag(text: str, tag: Tag, *, language: str) -> str:
    """Return the file's text with a tag added at its end; all that stands there stays byte for byte."""
    if tag.id in loads(text).tags:
        raise MalformedCopy(f'the taxonomy already has "{tag.id}"', code="TAG003")
    lines = [f"{tag.id}:", f"  label: {{{language}: {strict_yaml.quoted(tag.label(language))}}}", f"  kind: {tag.kind}"]
    if tag.aliases:
        lines.append(f"  aliases: [{', '.join(strict_yaml.quoted(alias) for alias in tag.aliases)}]")
    longer = text + ("" if not text or text.endswith("\n") else "\n") + "\n".join(lines) + "\n"
    # A file written as one ``{…}`` takes no further lines; better refused now than unreadable tomorrow.
    loads(longer)
    return longer
