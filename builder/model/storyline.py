"""The storyline: a developing story as an editor sees it, over the briefings that tell it."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.model.edtf import Edtf
from builder.model.ids import Slug, StorylineId, TagId


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An editor's word at a place of the chronology. Not an event: no briefing says it."""

    text: str
    """Inline Markdown on one line."""
    date: Edtf | None = None
    """Where it stands; without one it stands at the beginning."""
    line: int = field(default=1, compare=False)
    """In the file it was read from, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An editor's word on which briefing answers a question that the story left open."""

    question: str
    """The first words of the sentence that leaves it open."""
    briefing: Slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyline:
    """An editorial narrative. Not a tag: a tag says what a briefing is about, a storyline what it is a part of."""

    id: StorylineId
    title: str
    description: str | None = None
    tags: tuple[TagId, ...] = ()
    """A briefing that carries all of these belongs."""
    briefings: tuple[Slug, ...] = ()
    """These belong, whatever they carry."""
    without: tuple[Slug, ...] = ()
    """These do not."""
    answers: tuple[Answer, ...] = ()
    body: str = ""
    """Verbatim Markdown below the front matter: the summary, then the notes."""
    summary: str = ""
    """Of the body: what stands outside the section of notes."""
    notes: tuple[Note, ...] = ()
    """Of the body: the items of the section of notes, in the editor's order."""
    lines: dict[str, int] = field(default_factory=dict, compare=False)
    """The line of each key, counted from 1."""
    body_line: int = field(default=1, compare=False)
    """The line on which the body begins, counted from 1."""
