"""What ``briefings show`` knows of a briefing and of an event."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli.storyline import print_storyline
from builder.errors import BriefingsError
from builder.pipeline.show import show
from builder.pipeline.storylines import listed


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "1962/06/08-geneva.md": "title: Dryden signs in Geneva\ndate: 1962-06-08\n---\nDryden signed in Geneva.\n",
        "1971/01/21-later.md": "title: Later\ndate: 1971-01-21\n---\nLede.\n\n## Background\n\n"
        "- **1962-06-08** — Dryden signed in Geneva.\n- **1963-05** — A walrus sang.\n",
    }
    for path, text in files.items():
        file = tmp_path / "briefings" / path
        file.parent.mkdir(parents=True)
        file.write_text(f"---\n{text}", encoding="utf-8")
    (tmp_path / "briefings" / "tags.yml").write_text("", encoding="utf-8")
    (tmp_path / "briefings" / "outlets.yml").write_text("", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    return tmp_path


def test_a_briefing_shows_its_items_with_what_each_is_tied_to_and_why(root: Path) -> None:
    known, unknown = show(root, "later")["briefing"]["items"]
    assert known["why"]["briefing"] == "geneva"
    assert known["why"]["when"] == "same day"
    assert set(known["why"]["shared"]) == {"Dryden", "signed", "Geneva"}
    assert unknown["why"]["briefing"] is None
    assert unknown["why"]["doubt"] == "no report of that date"


@pytest.mark.parametrize("name", ["briefings/1962/06/08-geneva.md", "08-geneva.md", "08-geneva", "geneva.md"])
def test_a_briefing_is_found_by_its_file_as_other_commands_name_it(root: Path, name: str) -> None:
    assert show(root, name)["briefing"]["slug"] == "geneva"


def test_an_event_shows_its_report_and_who_mentions_it(root: Path) -> None:
    event = show(root, "geneva")["event"]
    assert (event["when"], event["known"], event["reports"]) == ("1962-06-08", "1962-06-08", ["geneva"])
    assert [one["briefing"] for one in event["mentions"]] == ["later"]


def test_an_event_without_a_report_is_found_by_its_id_and_a_reported_one_by_its_old_id(root: Path) -> None:
    name = show(root, "later")["briefing"]["items"][1]["why"]["event"]
    assert name.startswith("1963-05-")
    assert show(root, name)["event"]["what"] == "A walrus sang."
    old = show(root, "geneva")["event"]["aliases"][0]
    assert show(root, old)["event"]["id"] == "geneva"


def test_who_says_so_and_how_many_originals_an_event_has(root: Path) -> None:
    (root / "briefings" / "outlets.yml").write_text("tass: {name: TASS, kind: state media}\n", encoding="utf-8")
    (root / "briefings" / "1962" / "06" / "08-geneva.md").write_text(
        "---\ntitle: Dryden signs in Geneva\ndate: 1962-06-08\noutlet: daily\ncarried_by: [{outlet: post}]\n"
        "attribution: [{name: TASS, kind: outlet}, {name: aides, kind: anonymous, count: 2}]\n---\nDryden signed.\n",
        encoding="utf-8",
    )
    known = show(root, "geneva")
    told = known["briefing"]["sources"]
    assert (told["strength"], told["standing"]) == (
        "unnamed sources",
        "Unnamed sources (2), by way of TASS (state media).",
    )
    tass = {"name": "TASS", "outlet": "tass", "state_media": True}
    assert told["relies_on"][0] == tass | {"kind": "outlet", "count": None, "by_way_of": []}
    assert told["relies_on"][1]["by_way_of"] == [tass]
    found = known["event"]["originals"]
    assert (found["reports"], found["line"]) == (2, "2 reports, 1 original: TASS")
    assert [(one["outlet"], one["why"]) for one in found["originals"][0]["reports"]] == [
        ("daily", "the first to rest on it"),
        ("post", "carries the same report"),
    ]


def test_a_name_of_nothing_is_refused_with_the_next_act(root: Path) -> None:
    with pytest.raises(
        BriefingsError,
        match="no briefing, event, storyline or tag; briefings show takes a slug, a file, or the id of one",
    ):
        show(root, "quite another thing")


def test_a_storyline_shows_its_notes_and_which_of_its_briefings_are_drafts(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = root / "briefings" / "1971" / "01" / "21-later.md"
    draft.write_text("---\ntitle: Later\ndate: 1971-01-21\nstatus: draft\n---\nLede.\n", encoding="utf-8")
    file = root / "briefings" / "storylines" / "talks.md"
    file.parent.mkdir()
    head = "---\ntitle: Talks\nbriefings: [geneva, later]\n---\nSummary.\n\n## Notes\n\n"
    file.write_text(f"{head}- **1962-06-09** — The first of many.\n- No date here.\n", encoding="utf-8")
    (one,) = listed(root)
    assert (one["briefings"], one["drafts"]) == (2, 1)
    known = show(root, "talks")["storyline"]
    assert [brief["slug"] for brief in known["briefings"] if brief["draft"]] == ["later"]
    assert [(note["date"], note["line"]) for note in known["notes"]] == [("1962-06-09", 9), (None, 10)]
    print_storyline(known)
    said = capsys.readouterr().out
    assert "2 briefings, of them 1 in draft" in said
    assert "note 1962-06-09: The first of many. (line 9)" in said
