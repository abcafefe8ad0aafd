"""What belongs to a storyline, its events, its neighbours, and what an editor is told of its file."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from builder.desk.join.ties import resolve
from builder.desk.stories.storyline_review import review
from builder.desk.stories.storylines import chronology, members, told
from builder.desk.stories.timeline import timeline
from builder.desk.tags.tagging import Tagger
from builder.formats import briefing_md, storyline_md
from builder.model.archive import Archive
from builder.model.ids import Slug, StorylineId

FILES = {
    "2001-02-03-plan": "tags: [geneva, docking]\n---\nA plan.",
    "2001-04-03-vote": "tags: [geneva]\n---\nA vote.",
    "2002-05-06-gate": "tags: [docking, geneva]\n---\nA gate.\n\n## Background\n\n"
    "- **1999-09-09** — Geneva lost its sea wall in the storm.\n- **1998-01-02** — Somebody sang.",
    "2003-07-08-opening": "storylines: [gate]\noutlet: desk\n---\nIt opened.",
    "2004-01-01-gone": "tags: [geneva, docking]\nstatus: withdrawn\nreason: x\n---\nGone.",
}


def archive_of(tagger: Tagger, front: str, files: Mapping[str, str] = FILES) -> Archive:
    briefings = [
        briefing_md.loads(f"---\ntitle: Title of {name[11:]}\ndate: {name[:10]}\n{text}\n", slug=Slug(name[11:]))
        for name, text in files.items()
    ]
    story = storyline_md.loads(f"---\ntitle: The gate\n{front}---\nSummary.\n", id=StorylineId("gate"))
    return Archive.of(briefings, tagger.taxonomy, {}, [story])


@pytest.mark.parametrize(
    ("front", "slugs"),
    [
        ("tags: [geneva, docking]\n", ["plan", "gate", "opening"]),
        ("tags: [geneva]\nwithout: [vote, opening]\n", ["plan", "gate"]),
        ("briefings: [vote]\n", ["vote", "opening"]),
        ("tags: [geneva, docking]\nbriefings: [vote]\nwithout: [plan]\n", ["vote", "gate", "opening"]),
        ("", ["opening"]),
    ],
)
def test_tags_must_all_be_carried_and_what_is_named_wins(tagger: Tagger, front: str, slugs: list[str]) -> None:
    archive = archive_of(tagger, front)
    assert [one.slug for one in members(archive.storylines[StorylineId("gate")], archive)] == slugs


def test_each_briefing_knows_its_neighbours_in_the_story(tagger: Tagger) -> None:
    story = told(archive_of(tagger, "tags: [geneva, docking]\n"))[StorylineId("gate")]
    before, after = story.beside(Slug("gate"))
    assert (before and before.slug, after and after.slug) == ("plan", "opening")
    assert story.beside(Slug("plan"))[0] is None
    assert story.beside(Slug("opening"))[1] is None
    assert list(story.outlets) == [("desk", 1)]


def test_the_chronology_holds_its_reports_and_what_they_recall_of_its_tags(tagger: Tagger) -> None:
    archive = archive_of(tagger, "tags: [geneva, docking]\n")
    line = timeline(resolve(archive, tagger).events.events, archive)
    story = told(archive)[StorylineId("gate")]
    assert [entry.first.text for entry in chronology(story, line, tagger.known)] == [
        "Geneva lost its sea wall in the storm.",
        "Title of plan",
        "Title of gate",
        "Title of opening",
    ]


def test_an_editor_is_told_what_is_wrong(tagger: Tagger) -> None:
    wrong = (
        "tags: [genevaa]\nbriefings: [vots, plan, gone]\nwithout: [plan]\nanswers: [{question: Who, briefing: gate}]\n"
    )
    archive = archive_of(tagger, wrong, {**FILES, "2005-01-01-x": "storylines: [gat]\n---\nx"})
    found = list(review(archive, path=lambda one: f"{one.id}.md", paths=lambda one: f"b/{one.slug}.md"))
    assert [(one.path, one.line, one.code) for one in found] == [
        ("b/x.md", 4, "STORY001"),
        ("gate.md", 3, "STORY002"),
        ("gate.md", 4, "STORY003"),
        ("gate.md", 4, "STORY003"),
        ("gate.md", 5, "STORY005"),
        ("gate.md", 6, "STORY006"),
    ]
    assert 'did you mean "gate"?' in found[0].message
    assert 'did you mean "geneva"?' in found[1].message
    assert 'did you mean "vote"?' in found[2].message


def test_a_note_under_no_date_is_told_of(tagger: Tagger) -> None:
    archive = archive_of(tagger, "tags: [geneva, docking]\n")
    story = storyline_md.loads(
        "---\ntitle: x\ntags: [geneva]\n---\n\n## Notes\n\n- **2025-13-45** — A note.\n", id=StorylineId("x")
    )
    archive = Archive.of(archive.briefings, archive.taxonomy, {}, [story])
    found = [one for one in review(archive, path=lambda _: "x.md", paths=lambda _: "y.md") if one.path == "x.md"]
    assert [(one.code, one.line) for one in found] == [("STORY007", 8)]


def test_a_storyline_without_briefings_is_told_of(tagger: Tagger) -> None:
    archive = archive_of(tagger, "tags: [moscow]\n", {})
    assert [one.code for one in review(archive, path=lambda _: "x.md", paths=lambda _: "y.md")] == [
        "STORY002",
        "STORY004",
    ]
