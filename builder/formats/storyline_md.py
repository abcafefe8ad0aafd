"""A storyline file: front matter, the editor's summary, and notes under a heading of their own.

The notes are a list like a background: ``- **1969-07-20** — one sentence``. ``loads(dumps(s), id=s.id) == s``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from builder.errors import MalformedCopy
from builder.formats import background_md, briefing_md, front_matter, strict_yaml
from builder.formats.faults import ID, explain
from builder.formats.front_matter import Id, Text
from builder.model.ids import Slug, StorylineId, TagId
from builder.model.storyline import Answer, Note, Storyline

HEADINGS = frozenset({"notes", "anmerkungen", "notas", "note", "notities", "примітки", "примечания"})
"""Headings of level 2 that begin the notes, casefolded."""

_DELIMITER = re.compile(r"^-{3,}[^\S\n]*(?:\n|\Z)", re.MULTILINE)


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")
    question: Text
    briefing: Id


class StorylineMatter(BaseModel):
    """The front matter of a storyline. An unknown key is an error."""

    model_config = ConfigDict(extra="forbid", title="Front matter of a storyline")

    title: Text = Field(description="What readers know the story as.")
    description: Text | None = Field(None, description="One sentence for lists and search engines.")
    tags: tuple[Id, ...] = Field((), description="A briefing that carries all of these belongs; ids of tags.yml.")
    briefings: tuple[Id, ...] = Field((), description="Slugs of briefings that belong whatever they carry.")
    without: tuple[Id, ...] = Field((), description="Slugs of briefings that do not belong.")
    answers: tuple[_Answer, ...] = Field(
        (), description="Questions the story left open, by their first words, and the briefings that answer them."
    )


KEYS = tuple(StorylineMatter.model_fields)


def loads(text: str, *, id: StorylineId) -> Storyline:  # noqa: A002 - the field's name
    """Return the storyline that a file's text holds; raises ``MalformedCopy`` with the line of the file."""
    _, head, body = briefing_md.parted(text)
    loaded = strict_yaml.loads(_DELIMITER.sub("", head), first_line=2)
    try:
        matter = StorylineMatter.model_validate(loaded.data)
    except ValidationError as fault:
        raise explain(fault, loaded, known=_known_at) from fault
    body_line = head.count("\n") + 1
    sections = briefing_md.split(body, first_line=body_line)
    lines = {str(path[0]): line for path, line in loaded.lines.items() if len(path) == 1}
    notes: list[Note] = []
    summary: list[str] = []
    at = body_line
    for section in sections:
        if briefing_md.title_of(section).casefold() in HEADINGS:
            items = background_md.loads(section.text, first_line=at)
            notes += [Note(text=item.text, date=item.date, line=item.line) for item in items]
        else:
            summary.append(section.text)
        at += section.text.count("\n")
    return Storyline(
        id=id,
        title=matter.title,
        description=matter.description,
        tags=tuple(TagId(tag) for tag in matter.tags),
        briefings=tuple(Slug(slug) for slug in matter.briefings),
        without=tuple(Slug(slug) for slug in matter.without),
        answers=tuple(Answer(question=one.question, briefing=Slug(one.briefing)) for one in matter.answers),
        body=body,
        summary="".join(summary),
        notes=tuple(notes),
        lines=lines,
        body_line=body_line,
    )


def _known_at(path: tuple[str | int, ...]) -> Sequence[str]:
    return KEYS if len(path) == 1 else tuple(_Answer.model_fields)


def dumps(storyline: Storyline) -> str:
    """Return a storyline as a file of ours. What an editor wrote is changed by lines instead, never written anew."""
    values = {key: front_matter.plain(getattr(storyline, key)) for key in KEYS}
    head = "".join(front_matter.line_of(key, value) for key, value in values.items() if value not in (None, []))
    return f"---\n{head}---\n{storyline.body}"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the front matter, as shipped in ``schema/``."""
    made = StorylineMatter.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def id_of(name: str) -> StorylineId:
    """Return the id that a file's name gives; raises ``MalformedCopy`` for a name that is none."""
    stem = name.removesuffix(".md")
    if not re.fullmatch(ID, stem):
        raise MalformedCopy(
            "a storyline is called id.md, the id in small letters, digits and hyphens; rename it", code="FILE001"
        )
    return StorylineId(stem)
