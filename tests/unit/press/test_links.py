"""Links that lead nowhere are named with file, line and the next act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from builder.findings import Severity
from builder.formats import storyline_md
from builder.model.ids import StorylineId
from builder.press import links

GENEVA = "tags: [geneva]\n---\nLede.\n"


def found(load: Callable[..., Any], text: str, geneva: str = GENEVA) -> list[str]:
    archive = load({"1962/06/08-geneva": geneva, "1971/01/21-me": text})
    return [str(finding) for finding in links.check(archive)]


def test_good_links_are_no_findings(load: Callable[..., Any]) -> None:
    text = "---\n[a](../../1962/06/08-geneva.md) ![b](../../media/x.jpg) [c](https://x.y/) [d](#e) `[f](gone.md)`\n"
    assert found(load, text) == []


def test_a_missing_briefing_is_named_with_its_line_and_what_was_meant(load: Callable[..., Any]) -> None:
    text = "byline:\n  - A\n---\nLede.\n\n[a](../../1962/06/09-geneva.md)\n\n[r]: gone.md\n"
    path, meant = "briefings/1971/01/21-me.md", "../../1962/06/08-geneva.md"
    assert found(load, text) == [
        f'{path}:9: LINK001 there is no briefing "../../1962/06/09-geneva.md"; did you mean "{meant}"?',
        f'{path}:11: LINK001 there is no briefing "gone.md"; correct the path or take the link out',
    ]


def test_other_relative_links_lead_nowhere_too(load: Callable[..., Any]) -> None:
    (only,) = found(load, "---\nLede [a](../../tags/geneva/).\n")
    assert only.startswith(
        'briefings/1971/01/21-me.md:5: LINK002 "../../tags/geneva/" leads nowhere; link a briefing by'
    )


def test_a_link_to_a_draft_is_a_note(load: Callable[..., Any]) -> None:
    archive = load(
        {"1962/06/08-geneva": "status: draft\n" + GENEVA, "1971/01/21-me": "---\n[a](../../1962/06/08-geneva.md)\n"}
    )
    (finding,) = links.check(archive)
    assert (finding.code, finding.severity) == ("LINK001", Severity.NOTE)
    assert "draft" in finding.message


def test_an_editors_word_on_a_tie_must_name_an_item_and_a_briefing(load: Callable[..., Any]) -> None:
    text = (
        'same_as: [{item: "In Geneva", event: geneva}, {item: "In Geneva", event: gone}]\n'
        'not_same_as: [{item: "Nowhere", event: geneva}]\n---\nL.\n\n## Background\n\n- In Geneva it ended.\n'
    )
    assert found(load, text) == [
        'briefings/1971/01/21-me.md:4: LINK003 same_as: there is no briefing "gone", nor an event of that id',
        'briefings/1971/01/21-me.md:5: LINK003 not_same_as: no background item begins with "Nowhere"',
    ]


def test_links_of_a_storyline_that_lead_nowhere_are_named_with_their_lines(load: Callable[..., Any]) -> None:
    text = "---\ntitle: S\nbriefings: [geneva]\n---\nSee [a](../1962/06/08-geneva.md)\nand [b](../gone.md).\n\n[c](../tags/x/)\n"
    story = storyline_md.loads(text, id=StorylineId("space-talks"))
    archive = replace(load({"1962/06/08-geneva": GENEVA}), storylines={story.id: story})
    path = "briefings/storylines/space-talks.md"
    assert [str(finding)[: len(path) + 11] for finding in links.check(archive)] == [
        f"{path}:6: LINK001",
        f"{path}:8: LINK002",
    ]
