"""The taxonomy: which subjects the archive knows, and by which names."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from builder.model.ids import TagId


class TagKind(enum.StrEnum):
    """What sort of subject a tag is."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    TOPIC = "topic"


CODES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {"wikidata": re.compile(r"Q[1-9][0-9]{0,11}"), "mediatopic": re.compile(r"medtop:[0-9]{8}")}
)
"""What the same subject is called elsewhere, by key: an item of Wikidata, a concept of the IPTC Media Topics."""


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
    """As the file has it; see ``CODES`` for the form it should have."""
    mediatopic: str | None = None
    former: tuple[TagId, ...] = ()
    """Ids it once had, or that were merged into it or split; their addresses lead here."""
    line: int = field(default=1, compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    """Of its keys."""

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


@dataclass(frozen=True, kw_only=True)
class Taxonomy:
    """All tags by id, in the order of the file."""

    tags: Mapping[TagId, Tag]
    narrower: Mapping[TagId, tuple[TagId, ...]] = field(init=False, repr=False, compare=False)
    """By tag: those whose parent it is, in the order of the file."""
    former: Mapping[TagId, tuple[TagId, ...]] = field(init=False, repr=False, compare=False)
    """By an id that is no more: what became of it; several where it was split. No id that is a tag's again."""

    def __post_init__(self) -> None:
        narrower: dict[TagId, list[TagId]] = {}
        former: dict[TagId, list[TagId]] = {}
        for tag in self.tags.values():
            if tag.parent:
                narrower.setdefault(tag.parent, []).append(tag.id)
            for old in dict.fromkeys(tag.former):
                if old not in self.tags:
                    former.setdefault(old, []).append(tag.id)
        object.__setattr__(self, "narrower", MappingProxyType({tag: tuple(tags) for tag, tags in narrower.items()}))
        object.__setattr__(self, "former", MappingProxyType({old: tuple(tags) for old, tags in former.items()}))

    def label(self, tag: TagId, language: str) -> str:
        """Return the tag's name in a language; the bare id where the taxonomy does not know it."""
        known = self.tags.get(tag)
        return known.label(language) if known else str(tag)

    def broader(self, tag: TagId) -> Iterator[TagId]:
        """Yield the parent of a tag, that parent's own, and so on; of a circle each once."""
        seen = {tag}
        known = self.tags.get(tag)
        while known and known.parent and known.parent not in seen:
            seen.add(known.parent)
            yield known.parent
            known = self.tags.get(known.parent)

    def circle(self) -> tuple[TagId, ...]:
        """Return tags each of which is the parent of the one before and the last the first's again; mostly none."""
        for tag in self.tags:
            above = (tag, *self.broader(tag))
            if self.tags[above[-1]].parent == tag:
                return (*above, tag)
        return ()

    def holder(self, name: str) -> TagId | None:
        """Return the first tag that has a name."""
        return next((tag.id for tag in self.tags.values() if name in tag.names()), None)
