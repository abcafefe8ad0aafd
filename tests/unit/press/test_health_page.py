"""The page of an archive's health is there for those who ask for it, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable

from tests.unit.press.conftest import Made

FILES = {
    "1962/06/08-alone": "title: A <b> title\n---\nLede.\n",
    "1962/06/09-tagged": "tags: [geneva]\nattribution: [{name: NASA, kind: official}]\n---\nLede.\n",
}


def test_it_is_made_only_where_the_settings_ask_for_it(press: Callable[..., Made]) -> None:
    assert "health/index.md" not in press(FILES)
    assert "health/index.md" in press(FILES, health_page=True)


def test_it_says_what_doctor_says_with_ways_to_the_pages(press: Callable[..., Made]) -> None:
    complaints = press(FILES, health_page=True).archive("health/index.md")["complaints"]
    by_title = {one["title"]: one for one in complaints}
    assert by_title["Orphans"]["cases"] == [{"what": "A <b> title", "note": "", "url": "../1962/06/08-alone/"}]
    assert by_title["Tags used once"]["cases"][0]["url"] == "../tags/geneva/"
    assert by_title["Unused tags"]["cases"][0]["url"] is None
    assert by_title["Stale storylines"]["count"] == 0


def test_of_many_cases_the_first_are_named(press: Callable[..., Made]) -> None:
    files = {f"1962/06/{day:02}-d{day}": "---\nLede.\n" for day in range(1, 31)}
    orphans = press(files, health_page=True).archive("health/index.md")["complaints"][0]
    assert (orphans["count"], len(orphans["cases"]), orphans["more"]) == (30, 20, 10)
