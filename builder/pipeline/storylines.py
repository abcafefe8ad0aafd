"""Storylines as data: all of them, and one with what it tells; ``cli`` words it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from builder.desk.join.ties import Ties
from builder.desk.stories.open_questions import questions
from builder.desk.stories.storylines import Told, chronology, told
from builder.desk.stories.timeline import timeline
from builder.desk.tags.tagging import Tagger
from builder.model.briefing import Briefing, Status
from builder.pipeline.archive import load
from builder.store.shelf import Shelf, storyline_path

Json = Mapping[str, Any]


def listed(root: Path) -> Iterator[Json]:
    """Yield the storylines in the order of their ids: id, title, how many briefings and drafts, first and last day."""
    for story in told(load(root).archive).values():
        days = [_day(briefing) for briefing in story.briefings]
        yield {
            "id": story.storyline.id,
            "title": story.storyline.title,
            "briefings": len(days),
            "drafts": sum(briefing.status is Status.DRAFT for briefing in story.briefings),
            "first": days[0] if days else None,
            "latest": days[-1] if days else None,
        }


def storyline(loaded: Shelf, story: Told, ties: Ties) -> Json:
    """Return all that the archive knows of a storyline; drafts count, as an editor sees them."""
    archive = loaded.archive
    line = chronology(story, timeline(ties.events.events, archive), Tagger(archive.taxonomy).known)
    return {
        "id": story.storyline.id,
        "title": story.storyline.title,
        "path": storyline_path(story.storyline.id),
        "tags": list(story.storyline.tags),
        "briefings": [
            {
                "date": _day(one),
                "slug": one.slug,
                "title": one.headline,
                "path": loaded.paths[one.slug],
                "draft": one.status is Status.DRAFT,
            }
            for one in story.briefings
        ],
        "events": [
            {
                "date": entry.when.text,
                "event": entry.event,
                "what": entry.first.text,
                "known": entry.known.isoformat(),
                "briefing": entry.first.briefing if entry.first.report else None,
            }
            for entry in line
        ],
        "notes": [
            {"date": note.date.text if note.date else None, "text": note.text, "line": note.line}
            for note in story.storyline.notes
        ],
        "outlets": dict(story.outlets),
        "questions": [
            {
                "briefing": one.briefing,
                "text": one.sentence,
                "answered_by": one.answered_by,
                "answer": one.answer,
                "shared": list(one.shared),
            }
            for one in questions(story.briefings, story.storyline.answers)
        ],
    }


def _day(briefing: Briefing) -> str | None:
    return briefing.published.day.isoformat() if briefing.published else None
