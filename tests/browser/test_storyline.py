"""A storyline in a real browser: along the strip of a briefing, to the story, back in time, and home again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.hostile_copy import breakout

STORY = "storylines/road-to-the-handshake/"


@pytest.mark.parametrize("base", ["/", "/a/b/"])
def test_a_reader_follows_a_storyline(page: Page, site: Path, serve: Callable[..., str], base: str) -> None:
    root = serve(site, base=base)
    heading = page.get_by_role("heading", level=1)
    page.goto(root + "1972/05/24-nixon-kosygin-space-agreement/")
    strip = page.get_by_role("region", name="Storyline: The road to the handshake in orbit")
    strip.get_by_role("link", name="Moscow talks settle on Soyuz").click()
    page.wait_for_url(root + "1972/04/06-soyuz-to-replace-salyut/")
    strip.get_by_role("link", name="Nixon and Kosygin sign agreement").click()
    page.wait_for_url(root + "1972/05/24-nixon-kosygin-space-agreement/")
    strip.get_by_role("link", name="The road to the handshake in orbit").click()
    page.wait_for_url(root + STORY)
    expect(heading).to_have_text("The road to the handshake in orbit")
    expect(page.get_by_text("Editor’s note").first).to_be_visible()
    answered = page.get_by_role("region", name="Was open, is answered")
    expect(answered).to_contain_text("It remained unclear when such a flight could take place.")

    page.get_by_label("What this archive knew on").fill("1971-12-31")
    expect(page.get_by_role("status")).to_have_text("7 of the 17 events on this page were known.")
    expect(page.get_by_text("Editor’s note").first).to_be_hidden()
    expect(page.get_by_text("16 briefings")).to_be_hidden()
    expect(page.get_by_role("region", name="Was open, is answered")).to_be_hidden()
    summary = page.locator(".storyline__summary")
    expect(summary).to_be_hidden()  # an editor wrote it since
    page.get_by_role("button", name="All it knows").click()
    expect(summary).to_be_visible()

    page.get_by_role("navigation", name="As of the end of a year").get_by_role("link", name="1971").click()
    page.wait_for_url(f"{root}{STORY}as-of/1971/")
    events = page.locator("[data-known]")
    expect(events.last).to_contain_text("Moscow meeting finds a joint flight technically feasible")
    expect(page.get_by_text("Nixon and Kosygin")).to_have_count(0)
    expect(page.locator('meta[name="robots"]')).to_have_attribute("content", "noindex")
    page.get_by_role("link", name="All it knows").click()
    page.wait_for_url(root + STORY)
    events.filter(has_text="Apollo and Soyuz dock").get_by_role("link").click()
    page.wait_for_url(root + "1975/07/17-docking-and-handshake/")


def test_storylines_are_read_without_a_script(browser: Browser, site: Path, serve: Callable[..., str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(site))
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Stories").click()
    page.get_by_role("heading").get_by_role("link", name="Limits on arms, on Earth and in orbit").click()
    expect(page.locator("[data-known]").first).to_be_visible()
    context.close()


def test_a_hostile_storyline_is_text(page: Page, publish: Callable[..., Path], serve: Callable[..., str]) -> None:
    front = (
        f"title: {json.dumps(breakout('title'))}\ndescription: {json.dumps(breakout('description'))}\nbriefings: [a]"
    )
    story = f"---\n{front}\n---\n{breakout('summary').replace('src=x', 'src=data:,')}\n\n## Notes\n\n- **2001** — {breakout('note')}\n"
    texts = {
        "briefings/2001/02/03-a.md": f"---\ntitle: A\ndate: 2001-02-03\n---\nIt is unclear who came. {breakout('lede').replace('src=x', 'src=data:,')}\n",
        "briefings/storylines/evil.md": story,
        "briefings/storylines/Evil ..%2fTwin.md": story,
    }
    root = serve(publish(texts, findings="rename it"))
    for path in ("storylines/evil/", "storylines/", "", "2001/02/03-a/"):
        page.goto(root + path)
        assert page.evaluate("window.hit ?? null") is None, path
        assert (
            page.locator("#briefings-content script, #briefings-content [onerror], #briefings-content iframe").count()
            == 0
        )
    page.goto(root + "storylines/evil/")
    expect(page.get_by_text("Editor’s note")).to_be_visible()


def test_the_search_finds_a_storyline_by_its_title(page: Page, site: Path, serve: Callable[..., str]) -> None:
    root = serve(site)
    page.goto(root)
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill("road to the handshake")
    first = page.locator("[data-search-results] > li").first
    expect(first).to_contain_text("Storyline")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("1 storyline for")
    page.get_by_role("searchbox").fill("Skylab")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("briefings for “Skylab”")
    page.get_by_role("searchbox").fill("road to the handshake")
    first.get_by_role("link", name="The road to the handshake in orbit").click()
    page.wait_for_url(root + STORY)
