"""A storyline file is read as an editor wrote it, and what is wrong with it is told with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.errors import MalformedCopy
from builder.formats import storyline_md
from builder.model.ids import Slug, StorylineId, TagId
from builder.model.storyline import Answer, Note, Storyline

TEXT = """\
---
title: The tide gate  # as the desk calls it
tags: [harbour, gate]
briefings: [a-vote]
without: [a-flood]
answers:
  - {question: It remained unclear, briefing: a-vote}
---
How the gate came to be.

## Notes

- **2024-05** — From here on it is a matter of money.
- Undated, at the beginning.

## Further reading

A book.
"""
ID = StorylineId("tide-gate")


def test_a_file_is_read_whole() -> None:
    story = storyline_md.loads(TEXT, id=ID)
    assert (story.title, story.tags, story.briefings) == ("The tide gate", ("harbour", "gate"), ("a-vote",))
    assert story.without == ("a-flood",)
    assert story.answers == (Answer(question="It remained unclear", briefing=Slug("a-vote")),)
    assert story.summary == "How the gate came to be.\n\n## Further reading\n\nA book.\n"
    assert [(note.date and note.date.text, note.text, note.line) for note in story.notes] == [
        ("2024-05", "From here on it is a matter of money.", 13),
        (None, "Undated, at the beginning.", 14),
    ]
    assert (story.lines["tags"], story.lines["answers"]) == (3, 6)


@pytest.mark.parametrize(
    ("line", "wrong", "said"),
    [
        (3, "tag: [harbour, gate]", 'unknown key "tag"; did you mean "tags"?'),
        (3, "tags: [No Id]", '"No Id" is no id'),
        (4, "briefings: a-vote", "briefings"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(line: int, wrong: str, said: str) -> None:
    lines = TEXT.splitlines(keepends=True)
    lines[line - 1] = wrong + "\n"
    with pytest.raises(MalformedCopy) as fault:
        storyline_md.loads("".join(lines), id=ID)
    assert (fault.value.line, said in fault.value.reason) == (line, True), fault.value.reason


def test_a_title_is_needed_and_front_matter_too() -> None:
    for text in ("---\ntags: [a]\n---\n", "No front matter.\n", "---\ntitle: x\n"):
        with pytest.raises(MalformedCopy):
            storyline_md.loads(text, id=ID)


@pytest.mark.parametrize("name", ["Tide Gate.md", "..md", "tide_gate.md", "-a.md"])
def test_a_name_that_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(MalformedCopy, match="rename it"):
        storyline_md.id_of(name)


IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), min_size=1, max_size=30)
NOTES = "\n## Notes\n\n- **1969-07-20** — They landed.\n"


@given(TEXTS, st.none() | TEXTS, st.lists(IDS, max_size=3), st.lists(IDS, max_size=3), st.lists(TEXTS, max_size=2))
def test_what_is_written_is_read_back(
    title: str, description: str | None, tags: list[str], slugs: list[str], asked: list[str]
) -> None:
    body = f"A summary.\n{NOTES}"
    story = Storyline(
        id=ID,
        title=title,
        description=description,
        tags=tuple(TagId(tag) for tag in tags),
        briefings=tuple(Slug(slug) for slug in slugs),
        answers=tuple(Answer(question=question, briefing=Slug("a")) for question in asked),
        body=body,
        summary="A summary.\n\n",
        notes=(Note(text="They landed.", date=storyline_md.loads(f"---\ntitle: x\n---\n{body}", id=ID).notes[0].date),),
    )
    assert storyline_md.loads(storyline_md.dumps(story), id=ID) == story
