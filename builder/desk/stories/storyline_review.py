"""What is wrong with a storyline's file, or with the word of a briefing on one."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence

from builder.desk.depth import too_deep
from builder.desk.review import LIKE_A_DATE
from builder.desk.stories.open_questions import questions
from builder.desk.stories.storylines import members
from builder.findings import Finding, Severity
from builder.model.archive import Archive
from builder.model.briefing import Briefing, Status
from builder.model.storyline import Storyline


def review(
    archive: Archive, *, path: Callable[[Storyline], str], paths: Callable[[Briefing], str]
) -> Iterator[Finding]:
    """Yield what an editor should know of storylines.

    STORY001: a briefing names one that is not there. STORY002: a tag that the taxonomy does not know. STORY003: no such
    briefing. STORY004: no briefing belongs. STORY005: a briefing both belongs and does not. STORY006: an answer to a
    question that is not asked. STORY007: a note under a date that is none. TEXT002: as in a briefing.
    """
    for briefing in archive.briefings:
        for named in briefing.storylines:
            if named not in archive.storylines:
                hint = _nearest(named, list(archive.storylines), f"write briefings/storylines/{named}.md")
                line = briefing.layout.lines.get("storylines", 1)
                message = f'unknown storyline "{named}"; {hint}'
                yield Finding(
                    path=paths(briefing), line=line, code="STORY001", message=message, severity=Severity.ERROR
                )
    for storyline in archive.storylines.values():
        for note in storyline.notes:
            said = LIKE_A_DATE.match(note.text)
            if note.date is None and said:
                words = f'"{said[1]}" is no date, and the note has none; write it as 1962, 1962-06 or 1962-06-08'
                yield Finding(path=path(storyline), line=note.line, code="STORY007", message=words)
        for at, words in too_deep(storyline.body):
            line = storyline.body_line + storyline.body.count("\n", 0, at)
            message = f"{words}, or a build may leave the page out"
            yield Finding(path=path(storyline), line=line, code="TEXT002", message=message, severity=Severity.ERROR)
        for key, code, message, severity in _faults(storyline, archive):
            yield Finding(
                path=path(storyline),
                line=storyline.lines.get(key, 1),
                code=code,
                message=message,
                severity=severity,
            )


Fault = tuple[str, str, str, Severity]
"""Key of the front matter, code, message, severity."""


def _faults(storyline: Storyline, archive: Archive) -> Iterator[Fault]:
    yield from _tags(storyline, archive)
    yield from _slugs(storyline, archive)
    yield from _answers(storyline, archive)
    if not any(True for _ in members(storyline, archive)):
        words = "no briefing belongs to it, and so it has no page; name tags: or briefings:"
        yield "title", "STORY004", words, Severity.WARNING


def _tags(storyline: Storyline, archive: Archive) -> Iterator[Fault]:
    for tag in storyline.tags:
        if tag not in archive.taxonomy.tags:
            now = archive.taxonomy.former.get(tag)
            hint = f"it is now {' or '.join(now)}" if now else _nearest(tag, list(archive.taxonomy.tags), "correct it")
            yield "tags", "STORY002", f'unknown tag "{tag}"; {hint}', Severity.ERROR


def _slugs(storyline: Storyline, archive: Archive) -> Iterator[Fault]:
    answering = tuple(answer.briefing for answer in storyline.answers)
    named = {"briefings": storyline.briefings, "without": storyline.without, "answers": answering}
    for key, slugs in named.items():
        for slug in slugs:
            known = archive.by_slug.get(slug)
            if known is None:
                hint = _nearest(slug, list(archive.by_slug), "correct it or take it out")
                yield key, "STORY003", f'there is no briefing "{slug}"; {hint}', Severity.ERROR
            elif known.status is Status.WITHDRAWN and key != "without":
                yield key, "STORY003", f'"{slug}" is withdrawn and is not shown; take it out', Severity.NOTE
    for slug in sorted(set(storyline.briefings) & set(storyline.without)):
        yield "without", "STORY005", f'"{slug}" both belongs and does not; take one of the two out', Severity.ERROR


def _answers(storyline: Storyline, archive: Archive) -> Iterator[Fault]:
    if not storyline.answers:
        return
    asked = [question.sentence.casefold() for question in questions(tuple(members(storyline, archive)))]
    for answer in storyline.answers:
        if not any(sentence.startswith(answer.question.casefold()) for sentence in asked):
            words = f'no question of the story begins with "{answer.question}"; correct it or take it out'
            yield "answers", "STORY006", words, Severity.WARNING


def _nearest(word: str, known: Sequence[str], otherwise: str) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else otherwise
