"""A published address never dies: who follows an old one is led on, without a script, wherever the site stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Publish, Serve

ARCHIVE = {
    "briefings/tags.yml": (
        "tide-gate: {label: {en: Tide gate}, kind: topic, former: [barrier, sluice]}\n"
        "harbour: {label: {en: Harbour}, kind: place, former: [sluice]}\n"
    ),
    "briefings/outlets.yml": "courier: {name: Courier}\n",
    "briefings/2024/03/12-wanted.md": (
        "---\ntitle: A tide gate is wanted\ndate: 2024-03-12\noutlet: courier\ntags: [tide-gate, harbour]\n"
        "redirect_from: [2024/gate.html]\n---\nLede.\n"
    ),
}


@pytest.fixture(scope="session")
def moved_site(publish: Publish) -> Path:
    return publish(ARCHIVE)


@pytest.mark.parametrize("base", ["/", "/a/b/"])
def test_an_old_address_leads_on_without_a_script(browser: Browser, serve: Serve, moved_site: Path, base: str) -> None:
    root = serve(moved_site, base=base)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for old, new, heading in (
        ("tags/barrier/", "tags/tide-gate/", "Tide gate"),
        ("2024/gate.html", "2024/03/12-wanted/", "A tide gate is wanted"),
    ):
        page.goto(root + old)
        page.wait_for_url(root + new)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    context.close()


def test_a_subject_that_was_split_is_a_choice(page: Page, serve: Serve, moved_site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(serve(moved_site) + "tags/sluice/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This subject is now several")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.get_by_role("link", name="Harbour").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour")
