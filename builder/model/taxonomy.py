"""The taxonomy: which subjects the archive knows, and by which names."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.model.ids import TagId


class TagKind(enum.StrEnum):
    """What sort of subject a tag is."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A subject from the taxonomy. Not a storyline, which is an editorial narrative."""

    id: TagId
    labels: Mapping[str, str]
    """By language (BCP 47); at least one."""
    kind: TagKind
    aliases: tuple[str, ...] = ()
    parent: TagId | None = None
    wikidata: str | None = None
    mediatopic: str | None = None
    line: int = field(default=1, compare=False)

    def label(self, language: str) -> str:
        """Return the name to show in a language, else the English one, else the first."""
        return self.labels.get(language) or self.labels.get("en") or next(iter(self.labels.values()))

    def names(self) -> Iterator[str]:
        """Yield every name by which a text may speak of it, labels first."""
        seen: set[str] = set()
        for name in (*self.labels.values(), *self.aliases):
            if name not in seen:
                seen.add(name)
                yield name


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """All tags by id, in the order of the file."""

    tags: Mapping[TagId, Tag]

    def label(self, tag: TagId, language: str) -> str:
        """Return the tag's name in a language; the bare id where the taxonomy does not know it."""
        known = self.tags.get(tag)
        return known.label(language) if known else str(tag)
