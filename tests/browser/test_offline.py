"""What was read stays readable when the network is gone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Serve
from tests.browser.test_reading import COLOURS, background, violations

READ, UNREAD = "1975/07/17-docking-and-handshake/", "1961/04/12-gagarin-orbits-the-earth/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def read(page: Page, root: str) -> None:
    """Read a briefing, and wait until the worker has come and kept the page that brought it."""
    page.goto(root + READ)
    page.evaluate(
        """async () => {
          while (!navigator.serviceWorker.controller) await new Promise((again) => setTimeout(again, 50));
          const kept = await caches.open("briefings-kept");
          while (!await kept.match(location.href)) await new Promise((again) => setTimeout(again, 50));
        }"""
    )


@pytest.mark.parametrize("base", ["/", "/a/b/"])
def test_a_page_that_was_read_stays_and_another_says_that_it_is_not_kept(
    context: BrowserContext, site: Path, serve: Serve, base: str
) -> None:
    root = serve(site, base=base)
    page = context.new_page()
    read(page, root)
    context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("dock")
    assert background(page) == COLOURS["light"], "styles are kept too"
    page.goto(root + UNREAD)
    expect(page.get_by_role("heading", level=1)).to_have_text("Not kept on this device")
    assert violations(page) == []
    context.set_offline(False)
    page.goto(root + UNREAD)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Gagarin")


def test_the_search_works_without_a_network_once_it_was_used(context: BrowserContext, site: Path, serve: Serve) -> None:
    page = context.new_page()
    read(page, serve(site))
    for _ in range(2):
        page.keyboard.press("/")
        page.keyboard.type("treaty")
        expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("for “treaty”")
        page.keyboard.press("Escape")
        page.wait_for_load_state("networkidle")
        context.set_offline(True)
        page.reload()


def test_where_there_is_a_network_nothing_old_is_shown(
    context: BrowserContext, site: Path, serve: Serve, tmp_path: Path
) -> None:
    copy = tmp_path / "site"
    copy.mkdir()
    for name in ("offline.js", "offline", "assets", "1975", "manifest.webmanifest"):
        (copy / name).symlink_to(site / name)
    (copy / "index.html").write_text(
        (site / "index.html").read_text("utf-8").replace("<h1", "<h1 data-old", 1), "utf-8"
    )
    page = context.new_page()
    root = serve(copy)
    read(page, root)
    page.goto(root)
    expect(page.locator("h1[data-old]")).to_have_count(1)
    (copy / "index.html").write_bytes((site / "index.html").read_bytes())
    page.reload()
    expect(page.locator("h1[data-old]")).to_have_count(0)


def test_a_browser_may_install_it(context: BrowserContext, site: Path, serve: Serve) -> None:
    page = context.new_page()
    root = serve(site, base="/a/b/")
    read(page, root)
    told = context.new_cdp_session(page).send("Page.getInstallabilityErrors")
    # A profile that keeps nothing installs nothing.
    assert [one["errorId"] for one in told["installabilityErrors"] if one["errorId"] != "in-incognito"] == []
    address = page.locator("link[rel=manifest]").evaluate("link => link.href")
    manifest = json.loads(context.request.get(address).text())
    assert manifest["name"] == "Orbit & Accord"
    for icon in manifest["icons"]:
        assert context.request.get(root + icon["src"]).ok
