"""The search and its facets by keyboard alone, and as a screen reader tells them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

TOLD = """
- dialog "Search the archive":
  - heading "Search the archive" [level=2]
  - search:
    - searchbox "Search the archive": Khrushchev
  - button "Close"
  - status: /\\d+ briefings for “Khrushchev”/
  - combobox "Order":
    - option "most relevant" [selected]
    - option "newest first"
    - option "oldest first"
  - group:
    - group "Subjects":
      - button /diplomacy \\d+/
    - group "Sources":
      - button /On record \\d+/
    - group "Years":
      - button /\\d{4} \\d+/
  - list "Subjects of that name":
    - listitem:
      - link "Nikita Khrushchev"
  - list "Results":
    - listitem:
      - link /Khrushchev/
      - paragraph: /\\d+ \\w+ 19\\d\\d Sample Desk/
      - paragraph
  - button "More results"
"""
_FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const onTop = document.elementFromPoint(x, y);
  return {
    html: element.outerHTML.slice(0, 200),
    inDialog: Boolean(element.closest("dialog")),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    seen: Boolean(onTop && (element.contains(onTop) || onTop.contains(element))) && box.width > 5 && box.height > 5,
  };
}"""
_STOPS = "a[href], button, input, select, summary"


@pytest.fixture
def asked(page: Page, site: Path, serve: Callable[..., str]) -> Callable[..., Locator]:
    """Reach the search with the Tab key alone, type words, and return the dialog once they are answered."""

    def ask(words: str) -> Locator:
        page.goto(serve(site))
        button = page.get_by_role("banner").get_by_role("button", name="Search")
        for _ in range(12):
            page.keyboard.press("Tab")
            if button.evaluate("button => button === document.activeElement"):
                break
        expect(button).to_be_focused()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog", name="Search the archive")
        expect(dialog.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type(words)
        answered(page)
        return dialog

    return ask


def answered(page: Page) -> None:
    expect(page.locator("[data-search-found]")).to_have_attribute("aria-busy", "false")
    expect(page.locator("[data-search-results] > li").first).to_be_visible()
    expect(page.locator("[data-search-facets]")).to_be_visible()


def test_a_screen_reader_is_told_what_stands_where(asked: Callable[..., Locator]) -> None:
    expect(asked("Khrushchev")).to_match_aria_snapshot(TOLD)


@pytest.mark.parametrize("width", [1280, 320])
def test_tab_leads_through_all_of_it_in_order_and_shows_where_it_is(
    page: Page, asked: Callable[..., Locator], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    dialog = asked("Khrushchev")
    if width == 320:
        # There is no room for facets there until they are asked for.
        expect(dialog.get_by_role("group", name="Subjects")).to_be_hidden()
        dialog.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(dialog.get_by_role("group", name="Subjects")).to_be_visible()
        dialog.get_by_role("searchbox").focus()
    stops = [stop for stop in dialog.locator(_STOPS).all() if stop.is_visible()]
    assert len(stops) > 30
    for stop in stops:
        expect(stop).to_be_focused()
        focus = page.evaluate(_FOCUS)
        assert focus["inDialog"], focus["html"]
        assert focus["outline"] >= 2, f"no outline: {focus['html']}"
        assert focus["seen"], f"nothing to see: {focus['html']}"
        page.keyboard.press("Tab")
    # Behind the last there is nothing of the page: the dialog is modal.
    page.keyboard.press("Tab")
    assert page.evaluate(_FOCUS)["inDialog"]


def test_a_facet_is_pressed_by_space_keeps_the_focus_and_the_answer_is_told(
    page: Page, asked: Callable[..., Locator]
) -> None:
    dialog = asked("Khrushchev")
    status = dialog.get_by_role("status")
    before = status.inner_text()
    subject = dialog.get_by_role("group", name="Subjects").get_by_role("button", name="Moon")
    while not subject.evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")
        assert page.evaluate(_FOCUS)["inDialog"]
    page.keyboard.press("Space")
    expect(status).not_to_have_text(before)
    answered(page)
    expect(status).to_have_text(re.compile(r"^\d briefings for “Khrushchev”$"))
    expect(subject).to_be_focused()
    expect(dialog.get_by_role("button", name="Moon", pressed=True)).to_have_count(1)
    expect(dialog).to_match_aria_snapshot("- button /Moon \\d/ [pressed]")
    # The order is changed by keyboard as well, and whatever has the focus, Escape leads back to where it came from.
    while not page.evaluate("document.activeElement.matches('select')"):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(_FOCUS)["inDialog"]
    page.keyboard.press("ArrowDown")
    expect(dialog.get_by_role("combobox", name="Order")).to_have_value("desc")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("banner").get_by_role("button", name="Search")).to_be_focused()
