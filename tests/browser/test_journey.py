"""The way of a reader through the sample: from a word to a story, back to its beginning, and forth again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

LANDING = "1975/07/21-soyuz-19-lands/"
DOCKING = "1975/07/17-docking-and-handshake/"
ACCORD = "1972/05/24-nixon-kosygin-space-agreement/"
ITEM = "Alexei Kosygin for Moscow and Richard Nixon for Washington set 1975 as the year of the flight."


@pytest.mark.parametrize("base", ["/", "/a/b/"])
def test_a_reader_follows_a_story_to_its_beginning_and_back(
    page: Page, site: Path, serve: Callable[..., str], base: str
) -> None:
    root = serve(site, base=base)
    heading = page.get_by_role("heading", level=1)

    page.goto(root)
    expect(heading).to_have_text("Orbit & Accord")

    # A word, searched for with the keyboard alone.
    page.keyboard.press("/")
    page.keyboard.type("Kazakhstan")
    results = page.get_by_role("dialog").get_by_role("list").get_by_role("link")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("“Kazakhstan”")
    expect(results.filter(has_text="Soyuz lands in Kazakhstan")).to_be_visible()
    assert page.url == f"{root}?q=Kazakhstan", "the search stands in the address"
    for place in range(results.count()):
        page.keyboard.press("ArrowDown")
        expect(results.nth(place)).to_be_focused()
        if "Soyuz lands in Kazakhstan" in results.nth(place).inner_text():
            break
    page.keyboard.press("Enter")
    page.wait_for_url(root + LANDING)
    expect(heading).to_have_text("Soyuz lands in Kazakhstan after flight with Apollo")

    # One of its subjects, and another briefing about it.
    page.get_by_role("complementary").get_by_role("link", name="Apollo–Soyuz", exact=True).click()
    page.wait_for_url(root + "tags/apollo-soyuz/")
    expect(heading).to_have_text("Apollo–Soyuz")
    page.get_by_role("link", name="Apollo and Soyuz dock, Stafford and Leonov shake hands").click()
    page.wait_for_url(root + DOCKING)
    expect(heading).to_have_text("Apollo and Soyuz dock, Stafford and Leonov shake hands")

    # What came before: an item of the background is an earlier briefing of ours.
    item = page.locator(".prose .timeline__item", has_text=ITEM)
    expect(item.locator("time")).to_have_attribute("datetime", "1972-05-24")
    item.get_by_role("link").click()
    page.wait_for_url(root + ACCORD)
    expect(heading).to_have_text("Nixon and Kosygin sign agreement on joint space flight in 1975")

    # What came after: there stands the very sentence, and it leads back.
    later = page.get_by_role("region", name="Mentioned later")
    mention = later.get_by_role("listitem").filter(has_text="Apollo and Soyuz dock")
    expect(mention.locator("q")).to_have_text(ITEM)
    expect(mention.locator("time")).to_have_attribute("datetime", "1975-07-17")
    mention.get_by_role("link").click()
    page.wait_for_url(root + DOCKING)
    expect(heading).to_have_text(re.compile("shake hands"))

    # And home, by the name of the archive.
    page.get_by_role("banner").get_by_role("link", name="Orbit & Accord").click()
    page.wait_for_url(root)
