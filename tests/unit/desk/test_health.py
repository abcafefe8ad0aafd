"""The health of an archive: every complaint has the cases it should have, and no other."""

from __future__ import annotations

from collections.abc import Mapping

from builder.desk.health import Case, examine
from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.formats import briefing_md, outlets_yml, taxonomy_yml
from builder.model.archive import Archive
from builder.model.ids import Slug, StorylineId
from builder.model.storyline import Storyline

TAGS = """\
lake: {label: {en: lake}, kind: place}
geneva: {label: {en: Geneva}, kind: place, parent: lake}
talks: {label: {en: talks}, aliases: [Geneva], kind: topic}
idle: {label: {en: idle}, kind: topic}
"""
OFFICIAL = "attribution: [{name: NASA, kind: official}]\n"
ON_MOON = "\n\n## Background\n\n- **1961-05-25** — Kennedy asked Congress for a landing on the Moon."
FILES = {
    "1962-06-08 kept": f"{OFFICIAL}tags: [geneva]\n---\nHugh Dryden spoke in Geneva.{ON_MOON}",
    "1962-06-09 told": f"{OFFICIAL}tags: [geneva]\n---\nThey spoke again.{ON_MOON}\n- **1961-05-26** — A walrus sang.",
    "1962-06-10 alone": f"{OFFICIAL}---\nNothing leads here.",
    "1962-06-11 mention": f"{OFFICIAL}---\nOthers recall the harbour of Linz.",
    "1962-06-12 unsaid": "tags: [talks]\n---\nSomebody spoke.",
    "1962-06-13 unnamed": "attribution: [{name: two officials, kind: anonymous}]\ntags: [talks]\n---\nThey spoke.",
    "1964-01-01 last": f"{OFFICIAL}---\nx\n\n## Background\n\n- A harbour was named. [Briefing](../../1962/06/11-mention.md)",
    "1964-01-02 draft": "status: draft\ntags: [geneva]\n---\nx",
    "1964-01-03 gone": "status: withdrawn\nreason: r\n---\nx",
}  # fmt: skip
STORIES = (
    Storyline(id=StorylineId("old"), title="An old story", briefings=(Slug("kept"), Slug("alone"))),
    Storyline(id=StorylineId("new"), title="A new story", briefings=(Slug("kept"), Slug("last"))),
    Storyline(id=StorylineId("empty"), title="None yet"),
)


def cases(files: Mapping[str, str] = FILES) -> dict[str, tuple[Case, ...]]:
    made = [
        briefing_md.loads(f"---\ntitle: About {name[11:]}\ndate: {name[:10]}\n{text}\n", slug=Slug(name[11:]))
        for name, text in files.items()
    ]
    archive = Archive.of(made, taxonomy_yml.loads(TAGS), outlets_yml.loads(""), STORIES if files else ())
    ties = resolve(archive.published(), Tagger(archive.taxonomy))
    return {one.key: one.cases for one in examine(archive, ties)}


def named(key: str) -> list[tuple[str, str]]:
    return [(case.what, case.note) for case in cases()[key]]


def test_an_orphan_has_no_tag_no_tie_and_no_mention() -> None:
    assert named("orphans") == [("About alone", "")]


def test_events_that_nobody_reports_come_by_how_many_tell_them() -> None:
    assert named("unresolved") == [
        ("Kennedy asked Congress for a landing on the Moon.", "1961-05-25, told by 2 briefings"),
        ("A walrus sang.", "1961-05-26, told by 1 briefing"),
    ]
    assert cases()["unresolved"][0].briefing == "kept"


def test_thin_sourcing_is_no_source_and_then_unnamed_ones() -> None:
    assert named("thin-sourcing") == [("About unsaid", "no source named"), ("About unnamed", "unnamed sources")]


def test_a_storyline_is_stale_a_year_before_the_latest_briefing() -> None:
    assert named("stale-storylines") == [("An old story", "last on 1962-06-10")]


def test_tags_of_little_use_are_named_and_what_is_broader_is_of_use() -> None:
    found = cases()
    assert named("unused-tags") == [("idle", "")]
    assert [case.what for case in found["tags-used-once"]] == []
    once = {name: text for name, text in FILES.items() if "unnamed" not in name}
    assert [case.what for case in cases(once)["tags-used-once"]] == ["talks"]


def test_names_of_several_tags_are_named() -> None:
    assert named("alias-clashes") == [("Geneva", "of geneva, talks")]


def test_an_empty_archive_has_no_briefing_to_complain_of() -> None:
    found = cases({})
    assert [key for key, all_of_it in found.items() if all_of_it] == ["unused-tags", "alias-clashes"]
