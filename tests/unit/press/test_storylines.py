"""Storylines as pages: chronology with notes, as of a year, neighbours on briefings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.formats import storyline_md
from builder.model.archive import Archive
from builder.model.ids import StorylineId
from builder.model.settings import Settings
from builder.press import storylines
from builder.press.edition import Edition
from builder.press.pages import pages

FILES = {
    "1961/03/01-first": "tags: [geneva, nasa]\noutlet: wire\n---\nIt remained unclear who would come.\n",
    "1962/03/01-second": "tags: [nasa, geneva]\n---\nTwo.\n",
    "1964/03/01-third": "tags: [geneva, nasa]\n---\nThree.\n\n## Background\n\n- **1960-01-01** — NASA asked.\n",
    "1965/03/01-other": "tags: [geneva]\n---\nFour.\n",
}
STORY = """\
---
title: Talks <b>on</b> space
tags: [geneva, nasa]
---
See [the second](../1962/03/01-second.md) and [nothing](../1999/01/01-x.md).

## Notes

- **1963** — A <i>year</i> of silence.
- What came before is not told here.
"""


@pytest.fixture
def made(load: Callable[..., Archive]) -> Callable[..., dict[str, Any]]:
    def made(text: str = STORY, files: Mapping[str, str] = FILES) -> dict[str, Any]:
        archive = load(files)
        story = storyline_md.loads(text, id=StorylineId("talks"))
        archive = Archive.of(archive.briefings, archive.taxonomy, archive.outlets, [story])
        edition = Edition.of(archive, resolve(archive, Tagger(archive.taxonomy)), Settings())
        return {page.path: page for page in pages(edition)}

    return made


def archive_of(made: dict[str, Any], path: str) -> Any:
    import json  # noqa: PLC0415 - only here

    line = next(line for line in made[path].text.splitlines() if line.startswith("archive: "))
    return json.loads(line.removeprefix("archive: "))


def told(page: Any) -> list[str]:
    return [
        one.get("note") or (one["briefing"] or {}).get("title") or one["sentence"]
        for year in page["years"]
        for one in year["entries"]
    ]


def test_notes_stand_in_place_between_the_events(made: Callable[..., dict[str, Any]]) -> None:
    page = archive_of(made(), "storylines/talks/index.md")
    assert told(page) == [
        "What came before is not told here.",
        "NASA asked.",
        "Title of first",
        "Title of second",
        "A year of silence.",
        "Title of third",
    ]
    assert [year["year"] for year in page["years"]] == ["", "1960", "1961", "1962", "1963", "1964"]
    assert (page["first"]["url"], page["latest"]["url"]) == ("../../1961/03/01-first/", "../../1964/03/01-third/")
    assert [one["sentence"] for one in page["open"]] == ["It remained unclear who would come."]
    assert page["outlets"] == [{"name": "Wire & Co", "url": "../../outlets/wire/", "count": 1}]


def test_the_summary_has_links_that_lead_somewhere(made: Callable[..., dict[str, Any]]) -> None:
    text = made()["storylines/talks/index.md"].text
    assert "See [the second](../../1962/03/01-second/) and nothing." in text
    assert "Notes" not in text.split("\n---\n", 1)[1]


def test_as_of_a_year_tells_what_was_known_and_no_note(made: Callable[..., dict[str, Any]]) -> None:
    found = made()
    page = archive_of(found, "storylines/talks/as-of/1962/index.md")
    assert told(page) == ["Title of first", "Title of second"]
    assert (page["as_of"], page["known"], page["events"]) == ("1962", 2, 4)
    assert [cut["url"] for cut in page["cuts"]] == [
        "../../../../storylines/talks/as-of/1961/",
        "../../../../storylines/talks/as-of/1962/",
    ]
    assert "storylines/talks/as-of/1964/index.md" not in found, "that is the story itself"


def test_a_year_in_which_only_others_spoke_of_the_story_is_none_to_read_it_as_of(
    made: Callable[..., dict[str, Any]],
) -> None:
    recalled = "tags: [geneva]\n---\nFour.\n\n## Background\n\n- **1961-03-01** — Title of first.\n"
    with_others = {**FILES, "1963/03/01-other": recalled}
    found = made(files=with_others)
    assert [cut["year"] for cut in archive_of(found, "storylines/talks/index.md")["cuts"]] == ["1961", "1962"]


def test_an_event_says_who_reported_it_and_how_strong_that_is(made: Callable[..., dict[str, Any]]) -> None:
    again = "tags: [geneva, nasa]\noutlet: desk\n---\nIt remained unclear who would come.\ncarried\n"
    carried = FILES["1961/03/01-first"].replace("---", "carried_by: [{outlet: desk}]\n---")
    found = made(files={**FILES, "1961/03/01-first": carried, "1965/04/01-again": again})
    _, first = (year["entries"][0] for year in archive_of(found, "storylines/talks/index.md")["years"][1:3])
    assert (first["source"], first["reports"]) == ("Wire & Co: no source named", "2 reports, 1 original: Wire & Co")
    then = archive_of(found, "storylines/talks/as-of/1961/index.md")["years"][0]["entries"][0]
    assert (then["source"], then["reports"]) == ("Wire & Co: no source named", None), "who came later is not counted"


def test_a_neighbour_by_date_that_the_storyline_names_is_not_named_again(made: Callable[..., dict[str, Any]]) -> None:
    found = made()
    second = archive_of(found, "1962/03/01-second.md")
    assert second["by_date"] == {"previous": None, "next": None}
    assert (second["previous"]["title"], second["next"]["title"]) == ("Title of first", "Title of third")
    third = archive_of(found, "1964/03/01-third.md")
    assert (third["by_date"]["previous"], third["by_date"]["next"]["title"]) == (None, "Title of other")


def test_briefings_lead_to_their_neighbours_in_the_story(made: Callable[..., dict[str, Any]]) -> None:
    found = made()
    (strip,) = archive_of(found, "1962/03/01-second.md")["storylines"]
    assert (strip["title"], strip["url"]) == ("Talks <b>on</b> space", "../../../storylines/talks/")
    assert (strip["previous"]["title"], strip["next"]["title"]) == ("Title of first", "Title of third")
    assert archive_of(found, "1965/03/01-other.md")["storylines"] == []
    assert archive_of(found, "index.md")["storylines"][0]["latest"]["title"] == "Title of third"


def test_a_long_story_is_cut_into_sheets_and_no_note_is_lost(
    made: Callable[..., dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storylines, "ON_A_PAGE", 2)
    found = made()
    whole = ["What came before is not told here.", "NASA asked.", "Title of first", "Title of second"]
    whole += ["A year of silence.", "Title of third"]
    names = ("index", "page/2", "page/3")
    sheets = [told(archive_of(found, f"storylines/talks/{name}.md")) for name in names]
    assert sheets == [whole[:2], whole[2:4], whole[4:]]
    second = archive_of(found, "storylines/talks/page/2.md")
    assert second["pager"]["previous"] == "../../../../storylines/talks/"


def test_a_storyline_of_nothing_has_no_page(made: Callable[..., dict[str, Any]]) -> None:
    found = made("---\ntitle: x\ntags: [docking]\n---\n")
    assert not [path for path in found if path.startswith("storylines/talks")]
    assert archive_of(found, "storylines/index.md")["count"] == 0
