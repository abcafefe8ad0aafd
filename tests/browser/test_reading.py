"""Reading: on a phone, without a script, by keyboard, by screen reader, on paper, and without a third party."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

ROOT = Path(__file__).resolve().parents[2]

KINDS = {
    "home": "",
    "briefing": "1975/07/17-docking-and-handshake/",
    "briefing in German": "1975/08/01-35-staaten-unterzeichnen-in-helsinki-die-schlussakte-der/",
    "subject": "tags/soyuz/",
    "month": "1975/07/",
    "day": "1967/01/27/",
    "year": "1975/",
    "outlet": "outlets/sample-desk/",
    "outlet that others rely on": "outlets/tass/",
    "subjects": "tags/",
    "outlets": "outlets/",
    "calendar": "calendar/",
    "storyline": "storylines/road-to-the-handshake/",
    "storyline as of a year": "storylines/limits-on-arms/as-of/1968/",
    "storylines": "storylines/",
    "timeline": "tags/diplomacy/timeline/",
    "timelines": "timelines/",
    "about": "about/",
    "not found": "404.html",
}
PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,
}
COLOURS = {"light": "rgb(251, 249, 244)", "dark": "rgb(20, 22, 26)"}


@pytest.fixture(scope="module")
def root(site: Path, serve: Callable[..., str]) -> str:
    return serve(site)


@pytest.fixture
def no_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def open_search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(words)
    expect(page.locator("[data-search-results] > li").first).to_be_visible()
    expect(page.locator("[data-search-facets]")).to_be_visible()


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def test_no_page_asks_another_host_for_anything(page: Page, root: str) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    for path in KINDS.values():
        page.goto(root + path)
        named = page.evaluate(
            "[...document.querySelectorAll('[src], link[href]')].map(e => e.src || e.href)"
            ".concat([...document.querySelectorAll('[srcset], [style], style, object, embed, iframe')].map(String))"
        )
        assert [url for url in named if not url.startswith(root)] == [], path
    open_search(page, "treaty")
    page.wait_for_load_state("networkidle")
    assert len(asked) > len(KINDS)
    assert [url for url in asked if not url.startswith(root)] == []


def test_every_kind_of_page_fits_a_phone(page: Page, root: str) -> None:
    page.set_viewport_size(PHONE)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for kind, path in KINDS.items():
        page.goto(root + path)
        assert page.evaluate(wide) <= 0, f"{kind} scrolls sideways"
        # Nothing is cut off either: what reads stands within the screen, but for tables and code, which scroll.
        lost = page.evaluate(
            "[...document.querySelectorAll('h1, h2, h3, p, li, time, a, button')]"
            ".filter(e => e.checkVisibility() && !e.closest('table, pre, .skip, .visually-hidden'))"
            ".filter(e => e.getBoundingClientRect().right > innerWidth + 0.5).map(e => e.textContent.trim())"
        )
        assert lost == [], f"{kind} is cut off"
    open_search(page, "treaty")
    assert page.evaluate(wide) <= 0
    box = page.get_by_role("dialog").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (PHONE["width"], PHONE["height"])


def test_without_a_script_the_archive_is_whole(no_script: Page, root: str) -> None:
    page = no_script
    page.goto(root)
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_role("banner").get_by_role("link", name="Browse by date").click()
    page.wait_for_url(root + "calendar/")
    page.get_by_role("link", name="July 1975, 5 briefings").click()
    page.get_by_role("link", name="Apollo and Soyuz dock, Stafford and Leonov shake hands").click()
    page.wait_for_url(root + KINDS["briefing"])
    page.get_by_role("link", name="Nixon and Kosygin sign agreement on joint space flight in 1975").click()
    page.wait_for_url(root + "1972/05/24-nixon-kosygin-space-agreement/")
    page.get_by_role("region", name="Mentioned later").get_by_role(
        "link", name="Apollo and Soyuz dock, Stafford and Leonov shake hands"
    ).click()
    page.wait_for_url(root + KINDS["briefing"])
    page.get_by_role("complementary").get_by_role("link", name="docking").click()
    page.wait_for_url(root + "tags/docking/")
    page.goto(root)
    expect(page.locator(".hero")).to_contain_text("Browse by date or by subject.")


def violations(page: Page, *, only: str = "", contrast: bool = True) -> list[str]:
    """Return what axe has against the page as it stands: the rule, and the first element that breaks it.

    Contrast takes axe longer than all else, and need not be asked again where no colour has changed.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = WCAG | ({"runOnly": [only]} if only else {"rules": {"color-contrast": {"enabled": contrast}}})
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [f"{violation['id']}: {violation['nodes'][0]['html'][:200]}" for violation in found]


def test_axe_finds_nothing_on_any_kind_of_page(page: Page, root: str) -> None:
    """Light, dark, narrow and on paper, one after the other on each page: loading it again would take longer than asking."""
    said = []
    for kind, path in KINDS.items():
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.set_viewport_size(DESK)
        page.goto(root + path)
        assert background(page) == COLOURS["light"]
        said += [f"{kind}, light: {one}" for one in violations(page)]
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert background(page) == COLOURS["dark"]
        said += [f"{kind}, dark: {one}" for one in violations(page, only="color-contrast")]
        page.set_viewport_size(PHONE)
        said += [f"{kind}, narrow: {one}" for one in violations(page, contrast=False)]
        page.emulate_media(media="print", color_scheme="light")
        said += [f"{kind}, on paper: {one}" for one in violations(page, only="color-contrast")]
        page.emulate_media(media="screen")
    assert said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_with_the_search_open(page: Page, root: str, scheme: Any, size: Any) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size(size)
    page.goto(root + KINDS["briefing"])
    open_search(page, "treaty")
    if size is PHONE:
        page.get_by_text("Narrow").click()
    page.get_by_role("group", name="Subjects").get_by_role("button").first.click()
    expect(page.get_by_text("(1 chosen)")).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_without_a_script(browser: Browser, root: str) -> None:
    # axe is a script itself. Without its own, a page is what it is where none may run.
    context = browser.new_context()
    context.route(re.compile(r"\.js$"), lambda route: route.abort())
    page = context.new_page()
    said = []
    for kind, path in KINDS.items():
        page.goto(root + path)
        expect(page.locator("html")).to_have_class(re.compile("no-js"))
        said += [f"{kind}: {one}" for one in violations(page, contrast=kind == "home")]
    context.close()
    assert said == []


def test_the_first_tab_offers_to_skip_to_the_text(page: Page, root: str) -> None:
    page.goto(root + KINDS["briefing"])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#briefings-content').contains(document.activeElement)")


def test_whatever_has_the_focus_shows_it(page: Page, root: str) -> None:
    for path in (KINDS["home"], KINDS["briefing"]):
        page.goto(root + path)
        seen = set()
        for _ in range(40):
            page.keyboard.press("Tab")
            name, outline, width, height = page.evaluate(
                "(() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();"
                "  return [e.outerHTML, s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth), r.width, r.height] })()"
            )
            seen.add(name)
            assert outline >= 2, f"no outline: {name[:200]}"
            assert min(width, height) > 5, f"nothing to see: {name[:200]}"
        assert len(seen) > 20


def test_the_colours_chosen_are_remembered(page: Page, root: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(root)
    assert background(page) == COLOURS["dark"]
    toggle = page.get_by_role("button", name="Colour scheme")
    expect(toggle).to_have_accessible_name("Colour scheme: Auto")
    toggle.click()
    expect(toggle).to_have_accessible_name("Colour scheme: Light")
    assert background(page) == COLOURS["light"]
    page.goto(root + KINDS["subject"])
    assert background(page) == COLOURS["light"]
    expect(toggle).to_have_accessible_name("Colour scheme: Light")
    page.emulate_media(color_scheme="light")
    toggle.click()
    assert background(page) == COLOURS["dark"]
    page.reload()
    assert background(page) == COLOURS["dark"]
    # Back to the system's, whatever that is.
    toggle.click()
    expect(toggle).to_have_accessible_name("Colour scheme: Auto")
    assert background(page) == COLOURS["light"]
    page.emulate_media(color_scheme="dark")
    assert background(page) == COLOURS["dark"]


def test_on_paper_there_is_the_text_and_nothing_to_press(page: Page, root: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(root + KINDS["briefing"])
    button = page.get_by_role("button", name="Search")
    menu = page.get_by_role("navigation", name="Main")
    expect(button).to_be_visible()
    expect(menu).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark")
    assert background(page) == "rgb(255, 255, 255)"
    expect(page.get_by_role("button")).to_have_count(0)
    expect(menu).to_be_hidden()
    hidden: list[Locator] = [
        page.locator(".mast__tools"),
        *page.locator(".neighbours").all(),
        page.locator(".foot nav"),
    ]
    for part in hidden:
        expect(part).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Background").first).to_be_visible()
    expect(page.get_by_role("region", name="Mentioned later")).to_be_visible()
    # The text begins at the edge of the sheet, and the sheet says where it came from.
    assert page.evaluate("document.querySelector('h1').getBoundingClientRect().left") < 30
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.get_by_text(root + KINDS["briefing"], exact=True)).to_be_visible()


def test_a_storyline_on_paper_tells_what_its_links_lead_to(page: Page, root: str) -> None:
    page.goto(root + KINDS["storyline"])
    told = page.locator(".timeline__item", has_text="Apollo and Soyuz dock").locator(".entry__lede")
    expect(told).to_be_hidden()
    page.emulate_media(media="print")
    expect(told).to_contain_text("shook hands through the open hatch")
    expect(page.get_by_label("What this archive knew on")).to_be_hidden()
    expect(page.get_by_role("navigation")).to_have_count(0)


def test_what_is_pressed_is_large_enough_for_a_finger(page: Page, root: str) -> None:
    page.set_viewport_size(PHONE)
    # WCAG 2.2 (2.5.8) asks for 24 px, but of links within a sentence.
    small = (
        "[...document.querySelectorAll('a, button, summary')].filter(e => e.checkVisibility())"
        ".filter(e => !e.closest('.prose > p, .skip') && e.getBoundingClientRect().height < 24).map(e => e.textContent)"
    )
    for kind, path in KINDS.items():
        page.goto(root + path)
        assert page.evaluate(small) == [], kind


def test_a_list_leads_to_its_oldest_entry(page: Page, root: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(root + KINDS["subject"])
    page.get_by_role("link", name="Start with the oldest").click()
    expect(page.locator("#oldest")).to_be_in_viewport()


def test_a_long_list_goes_on_page_after_page(
    page: Page, publish: Callable[..., Path], serve: Callable[..., str]
) -> None:
    days = [dt.date(1990, 1, 1) + dt.timedelta(number) for number in range(130)]
    head = "outlet: courier\nattribution: [{name: the clerk, kind: official}]\n---\nThe clerk spoke.\n"
    texts = {
        f"briefings/{day:%Y/%m/%d}-day-{day:%j}.md": f"---\ntitle: Day {day:%j}\ndate: {day}\n{head}" for day in days
    }
    root = serve(publish({"briefings/outlets.yml": "courier: {name: The Courier, kind: newspaper}\n", **texts}))
    page.set_viewport_size(PHONE)
    page.goto(root + "outlets/courier/")
    expect(page.locator(".topic__facts")).to_contain_text("130 briefings")
    page.get_by_role("link", name="Start with the oldest").click()
    page.wait_for_url(root + "outlets/courier/page/1990-01-01/#oldest")
    expect(page.locator("#oldest").get_by_role("link").first).to_have_text("Day 001")
    expect(page.locator("#oldest")).to_be_in_viewport()
    expect(page.locator(".topic__facts")).to_contain_text("1 January 1990 to")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert violations(page) == []
    met = page.get_by_role("article").count()
    while page.get_by_role("link", name="Newer").count():
        page.get_by_role("link", name="Newer").click()
        page.wait_for_load_state()
        met += page.get_by_role("article").count()
    assert (page.url, met) == (root + "outlets/courier/", 130)


def test_a_text_in_another_language_says_so(page: Page, root: str) -> None:
    page.goto(root + KINDS["briefing in German"])
    expect(page.locator("html")).to_have_attribute("lang", "en")
    for part in (page.get_by_role("heading", level=1), page.locator(".prose")):
        expect(part).to_have_attribute("lang", "de")
    page.goto(root + "1975/08/")
    card = page.get_by_role("article").filter(has_text="in German")
    expect(card.get_by_role("link").first).to_have_attribute("lang", "de")
    expect(card.locator(".card__summary")).to_have_attribute("lang", "de")


def test_the_page_for_what_is_not_found_works_below_a_path_that_the_site_is_told_of(
    browser: Browser, publish: Callable[..., Path], serve: Callable[..., str]
) -> None:
    # It is served at any depth, so it alone needs whole addresses, and `site_url` to know where they begin.
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8") + "\nsite_url: https://example.org/a/b/\n"
    head = "title: One\ndate: 2024-01-02\nattribution: [{name: the town, kind: official}]"
    root = serve(
        publish({"mkdocs.yml": settings, "briefings/2024/01/02-one.md": f"---\n{head}\n---\nA lede.\n"}), base="/a/b/"
    )
    # A context of its own: Chromium writes every answer of 404 to the console.
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    for lost in ("nowhere", "2024/01/09-never/was/"):
        answer = page.goto(root + lost)
        assert answer is not None
        assert answer.status == 404
        assert background(page) == COLOURS["light"]
        page.get_by_role("main").get_by_role("link", name="All months").click()
        page.wait_for_url(root + "calendar/")
    context.close()


def test_a_citation_is_there_without_a_script_and_is_copied_by_a_button(
    browser: Browser, no_script: Page, root: str
) -> None:
    no_script.goto(root + KINDS["briefing"])
    no_script.get_by_text("Cite this briefing").click()
    expect(no_script.get_by_text("TY  - NEWS")).to_be_visible()
    expect(no_script.get_by_role("button", name="Copy")).to_have_count(0)
    context = browser.new_context(viewport=PHONE)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(root + KINDS["briefing"])
    page.get_by_text("Cite this briefing").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    ris = page.get_by_role("group", name="RIS")
    page.get_by_role("button", name="Copy").nth(2).click()
    expect(page.get_by_role("button", name="Copied")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == ris.text_content()
    context.close()


def test_the_story_that_a_briefing_is_part_of_stands_on_the_first_screen_of_a_phone(
    browser: Browser, root: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(root + KINDS["briefing"])
    part = page.locator(".briefing__part").get_by_role("link")
    place = part.first.bounding_box()
    assert place
    assert place["y"] < 844
    page.close()


@pytest.mark.parametrize("kind", ["briefing", "briefing in German"])
def test_on_a_phone_a_link_above_the_text_leads_to_what_came_before(page: Page, root: str, kind: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(root + KINDS[kind])
    jump = page.locator(".briefing__jump a")
    expect(jump).to_be_visible()
    jump.click()
    expect(page.locator("ol.timeline").first).to_be_in_viewport()
    page.set_viewport_size(DESK)
    expect(jump).to_be_hidden()
