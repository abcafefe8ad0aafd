"""A timeline in a real browser: as of a day, in the address, and whole without a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

COURIER = "title: {title}\ndate: {day}\ntags: [harbour]\n---\n{text}\n"
TAGS = "harbour: {label: {en: Harbour}, kind: place}\n"


def briefing(title: str, day: str, text: str) -> str:
    return "---\n" + COURIER.format(title=title, day=day, text=text)


ARCHIVE = {
    "briefings/tags.yml": TAGS,
    "briefings/2001/02/03-plan.md": briefing("Harbour plan is shown", "2001-02-03", "The plan for the Harbour."),
    "briefings/2001/04/03-vote.md": briefing(
        "Harbour vote is put off",
        "2001-04-03",
        "The vote was put off.\n\n## Background\n\n"
        "- **2000-09-09** — The Harbour wall of Eastgate broke in the storm, Nell Harding said.",
    ),
    "briefings/2002/05/06-gate.md": briefing("Harbour gate is bought", "2002-05-06", "A gate was bought."),
    "briefings/2003/07/08-opening.md": briefing("Harbour gate opens", "2003-07-08", "It opened to ships."),
}
TIMELINE = "tags/harbour/timeline/"


@pytest.fixture(scope="module")
def root(publish: Callable[..., Path], serve: Callable[..., str]) -> str:
    return serve(publish(ARCHIVE), base="/a/b/")


def test_a_timeline_as_of_a_day_hides_what_was_not_known(page: Page, root: str) -> None:
    page.goto(root + "tags/harbour/")
    page.get_by_role("link", name="Timeline: what happened, in order").click()
    page.wait_for_url(root + TIMELINE)
    events = page.locator("[data-known]:visible")
    expect(events).to_have_count(5)
    expect(events.first).to_contain_text("wall of Eastgate broke")
    expect(events.first).to_contain_text("No briefing yet; recalled in Harbour vote is put off")
    expect(events.first).to_contain_text("In this archive since 3 April 2001")
    expect(page.get_by_role("img")).to_have_attribute(
        "aria-label", "5 events: the most in 2001 (2), the latest in 2003."
    )

    page.get_by_label("What this archive knew on").fill("2001-03-01")
    expect(events).to_have_count(1)
    expect(page.get_by_text("1 of 5 events, in the order")).to_be_visible()
    expect(page.get_by_role("img")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("1 of the 5 events on this page were known.")
    assert page.url.endswith("?as-of=2001-03-01")
    page.reload()
    expect(events).to_have_count(1)
    page.get_by_role("button", name="All it knows").click()
    expect(events).to_have_count(5)
    expect(page.get_by_role("img")).to_be_visible()
    expect(page.get_by_text("5 events, in the order")).to_be_visible()
    assert page.url == root + TIMELINE
    events.nth(1).get_by_role("link").click()
    page.wait_for_url(root + "2001/02/03-plan/")


def test_a_timeline_is_whole_without_a_script(browser: Browser, root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(root + TIMELINE + "?as-of=2001-03-01")
    expect(page.locator("[data-known]:visible")).to_have_count(5)
    expect(page.get_by_label("What this archive knew on")).to_be_hidden()
    context.close()
