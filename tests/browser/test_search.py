"""The search: how it is opened, what it loads and when, what it finds, and what it says when it does not."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

OUTLETS = """\
courier: {name: Example Courier, kind: newspaper}
gazette: {name: 'The "Gazette" & Post', kind: newspaper}
"""
TAGS = """\
harbour: {label: {en: harbour}, aliases: [HB-Port, Häfen], kind: topic}
dredger: {label: {en: dredger}, kind: topic}
ferry: {label: {en: ferry}, kind: topic}
"""
# Six briefings about a lighthouse, and one that is not: outlet, day, tags.
STORIES = [
    ("courier", "2021-03-04", "harbour, dredger"),
    ("courier", "2021-05-06", "harbour"),
    ("courier", "2022-07-08", "ferry"),
    ("gazette", "2022-09-10", "harbour, ferry"),
    ("gazette", "2023-11-12", "dredger"),
    ("gazette", "2023-12-13", "harbour, dredger"),
]
HOSTILE = '<img src=x onerror="window.__pwned=1">{{7*7}}</dialog>'


@pytest.fixture(scope="module")
def small(publish: Callable[..., Path]) -> Path:
    """A site where every count is known, because we wrote what is counted."""
    texts = {"briefings/outlets.yml": OUTLETS, "briefings/tags.yml": TAGS}
    told = [*STORIES, ("gazette", "2020-01-02", "ferry")]
    for number, (outlet, day, tags) in enumerate(told):
        year, month, date = day.split("-")
        subject = "lighthouse keeper" if number < len(STORIES) else "ferryman by hand"
        title = f"Story {number}" if number < len(STORIES) else "Ferryman meets Tereshkova"
        texts[f"briefings/{year}/{month}/{date}-story-{number}.md"] = (
            f"---\ntitle: {title}\ndate: {day}\noutlet: {outlet}\nlanguage: en\n"
            f"attribution: [{{name: the town, kind: {'anonymous' if number in {1, 4} else 'official'}}}]\ntags: [{tags}]\n---\nThe {subject} spoke.\n"
        )
    return publish(texts)


@pytest.fixture
def found(page: Page) -> Callable[[str], Locator]:
    """Type words into the open dialog and return its results."""

    def results(words: str) -> Locator:
        page.get_by_role("searchbox").fill(words)
        return page.locator("[data-search-results] > li")

    return results


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Search the archive")


def facet(page: Page, kind: str, name: str) -> Locator:
    return dialog(page).get_by_role("group", name=kind).get_by_role("button", name=name)


def test_nothing_of_the_search_is_loaded_before_it_is_opened(
    page: Page, small: Path, serve: Callable[..., str], found: Callable[[str], Locator]
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(serve(small))
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "pagefind" in url or "search.js" in url]
    page.keyboard.press("Control+k")
    expect(found("keeper")).to_have_count(6)
    assert [url for url in asked if url.endswith("pagefind/pagefind.js")]


def test_what_the_search_is_made_of_is_fetched_at_once_and_only_once(
    page: Page, small: Path, serve: Callable[..., str], found: Callable[[str], Locator]
) -> None:
    asked: list[str] = []
    page.goto(serve(small, base="/a/b/"))
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url.partition("?")[0]))
    page.keyboard.press("/")
    expect(found("keeper")).to_have_count(6)
    ahead = page.locator("link[rel=modulepreload], link[rel=preload]").evaluate_all("links => links.map((a) => a.href)")
    needed = [url for url in asked if url.endswith((".js", ".pf_meta", ".pagefind"))]
    assert sorted(needed) == sorted(ahead), "each part would wait for the one that asks for it"
    # What few searches need waits until one does.
    expect(found("2022-07")).to_have_count(1)
    expect(found("lighthoose")).to_have_count(6)
    later = [url.rpartition("/")[2] for url in asked if url.endswith(".js") and url not in needed]
    assert sorted(later) == ["dates.js", "sounds.js", "spelling.js"]


def test_it_opens_by_click_slash_and_control_k_and_gives_the_focus_back(
    page: Page, small: Path, serve: Callable[..., str]
) -> None:
    page.goto(serve(small))
    button = page.get_by_role("banner").get_by_role("button", name="Search")
    for open_it in (button.click, lambda: page.keyboard.press("/"), lambda: page.keyboard.press("Control+k")):
        button.focus()
        open_it()
        expect(page.get_by_role("searchbox")).to_be_focused()
        expect(page.get_by_role("searchbox")).to_have_value("")
        page.keyboard.press("Escape")
        expect(dialog(page)).to_be_hidden()
        expect(button).to_be_focused()
    # The button in the dialog and a click beside it close it as well; in the field a slash is a slash.
    button.click()
    page.keyboard.type("1/2")
    expect(page.get_by_role("searchbox")).to_have_value("1/2")
    page.get_by_role("button", name="Close").click()
    expect(button).to_be_focused()
    button.click()
    page.mouse.click(3, 3)
    expect(dialog(page)).to_be_hidden()


def test_a_result_shows_date_outlet_and_the_words_and_is_reached_by_arrows(
    page: Page, small: Path, serve: Callable[..., str], found: Callable[[str], Locator]
) -> None:
    root = serve(small, base="/a/b/")
    page.goto(root + "tags/ferry/")
    page.keyboard.press("/")
    # The year is no word of the text: it is when the briefing was published.
    results = found("lighthouse 2022")
    expect(results).to_have_count(2)
    results = found("lighthouse")
    expect(results).to_have_count(6)
    first = results.filter(has_text="Story 3")
    expect(first.locator(".find__facts span")).to_have_text(["10 September 2022", 'The "Gazette" & Post'])
    expect(first.locator("mark")).to_have_text(["lighthouse"])

    links = results.get_by_role("link")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    target = links.nth(0).get_attribute("href") or ""
    assert target.startswith(f"{root}202")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_enter_in_the_field_opens_the_first_result(
    page: Page, small: Path, serve: Callable[..., str], found: Callable[[str], Locator]
) -> None:
    root = serve(small)
    page.goto(root)
    page.keyboard.press("/")
    expect(found("ferryman")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url(root + "2020/01/02-story-6/")


def test_facets_narrow_the_results_and_their_counts_are_true(
    page: Page, small: Path, serve: Callable[..., str], found: Callable[[str], Locator]
) -> None:
    page.goto(serve(small))
    page.keyboard.press("/")
    results = found("lighthouse")
    expect(results).to_have_count(6)
    said = dialog(page).get_by_role("status")
    expect(said).to_have_text("6 briefings for “lighthouse”")

    def counted(kind: str) -> list[str]:
        return dialog(page).get_by_role("group", name=kind).get_by_role("button").all_inner_texts()

    expect(facet(page, "Subjects", "harbour")).to_be_visible()
    assert counted("Subjects") == ["harbour 4", "dredger 3", "ferry 2"]
    assert counted("Outlets") == ["Example Courier 3", "The ”Gazette” & Post 3"]
    assert counted("Years") == ["2023 2", "2022 2", "2021 2"]
    assert counted("Sources") == ["On record 4", "Unnamed sources 2"]

    # Subjects add up.
    facet(page, "Subjects", "harbour").click()
    expect(results).to_have_count(4)
    expect(facet(page, "Subjects", "harbour")).to_have_attribute("aria-pressed", "true")
    expect(facet(page, "Subjects", "dredger")).to_have_text("dredger 2")
    facet(page, "Subjects", "dredger").click()
    expect(results).to_have_count(2)
    expect(said).to_have_text("2 briefings for “lighthouse”")
    # Outlets and years are alternatives: what is not chosen stays on offer, with what it would add.
    facet(page, "Outlets", "Example Courier").click()
    expect(results).to_have_count(1)
    expect(results).to_contain_text("Story 0")
    expect(facet(page, "Outlets", "Gazette")).to_have_text("The ”Gazette” & Post 1")
    facet(page, "Outlets", "Gazette").click()
    expect(results).to_have_count(2)
    facet(page, "Years", "2023").click()
    expect(results).to_have_count(1)
    expect(results).to_contain_text("Story 5")

    page.get_by_role("button", name="Clear all").click()
    expect(results).to_have_count(6)
    # How strong the sources are: an editor looks for what rests on nobody's name.
    facet(page, "Sources", "Unnamed").click()
    expect(results.get_by_role("link")).to_have_count(2)
    expect(page).to_have_url(re.compile("sources=Unnamed"))
    page.get_by_role("button", name="Clear all").click()
    expect(results).to_have_count(6)
    expect(page.get_by_role("searchbox")).to_be_focused()
    # Facets work without a word, too; then the newest comes first.
    facet(page, "Years", "2022").click()
    expect(results).to_have_count(2)
    found("")
    expect(said).to_have_text("2 briefings")
    expect(results.get_by_role("link")).to_have_text(["Story 3", "Story 2"])


def test_results_are_put_in_order_of_date_when_asked(
    page: Page, small: Path, serve: Callable[..., str], found: Callable[[str], Locator]
) -> None:
    page.goto(serve(small))
    page.keyboard.press("/")
    links = found("lighthouse").get_by_role("link")
    expect(links).to_have_count(6)
    page.get_by_label("Order").select_option("newest first")
    expect(links).to_have_text([f"Story {n}" for n in (5, 4, 3, 2, 1, 0)])
    page.get_by_label("Order").select_option("oldest first")
    expect(links).to_have_text([f"Story {n}" for n in range(6)])


def test_more_results_come_on_demand_and_the_focus_goes_to_the_first_of_them(
    page: Page, site: Path, serve: Callable[..., str], found: Callable[[str], Locator]
) -> None:
    page.goto(serve(site))
    page.keyboard.press("/")
    results = found("Khrushchev")
    expect(results).to_have_count(10)
    page.get_by_role("button", name="More results").click()
    expect(results.nth(10).get_by_role("link")).to_be_focused()
    assert results.count() > 10


def test_a_word_that_nobody_wrote_finds_nothing_or_what_it_is_nearly_written_like(
    page: Page, small: Path, serve: Callable[..., str], found: Callable[[str], Locator]
) -> None:
    page.goto(serve(small))
    page.keyboard.press("/")
    said = dialog(page).get_by_role("status")
    helps = dialog(page).get_by_role("link", name="All subjects")
    expect(helps).to_be_visible()
    # Pagefind would answer with "hand", and with whatever begins with an L: neither is what was asked for.
    for words in ("xyzzy", "handshake", "LBJ"):
        expect(found(words)).to_have_count(0)
        expect(said).to_have_text(f"No briefing has “{words}”.")
        expect(helps).to_be_visible()
        expect(dialog(page).get_by_role("group")).to_have_count(0)
    # Two thirds of the word, four letters at least: that is a slip of the pen.
    expect(found("lighthuose")).to_have_count(0)
    expect(found("lighthoose")).to_have_count(6)
    expect(said).to_have_text("No briefing has “lighthoose”. 6 briefings for “lightho”:")
    expect(page.locator("[data-search-results] mark").first).to_have_text("lighthouse")
    expect(helps).to_be_hidden()
    # A word that is nowhere is left out where others remain, and that is said.
    expect(found("xyzzy lighthouse")).to_have_count(6)
    expect(said).to_have_text("No briefing has “xyzzy”. 6 briefings without it:")
    # Another form of a word, and the beginning of one, are what was asked for.
    for words in ("keepers", "lightho"):
        expect(found(words)).to_have_count(6)
        expect(said).to_have_text(f"6 briefings for “{words}”")
    found("")
    expect(said).to_have_text("Type a name, a place or a word.")
    expect(dialog(page).get_by_role("group")).to_have_count(0)


@pytest.mark.parametrize("words", ["Tereskova", "Tereshkvoa", "Treshkowa", "ferryman Tereskova"])
def test_a_word_of_a_headline_or_a_subject_is_found_misspelt_and_that_is_said(
    page: Page, small: Path, serve: Callable[..., str], found: Callable[[str], Locator], words: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(serve(small, base="/a/b/"))
    page.keyboard.press("/")
    expect(found("lighthouse")).to_have_count(6)
    assert not [url for url in asked if url.endswith("words.txt")], "asked for before a word is missing"
    expect(found(words)).to_have_count(1)
    said = words.lower().replace(words.lower().split()[-1], "tereshkova")
    written = words.rsplit(maxsplit=1)[-1]
    expect(dialog(page).get_by_role("status")).to_have_text(f"No briefing has “{written}”. 1 briefing for “{said}”:")
    assert [url for url in asked if url.endswith("/a/b/words.txt")]


def test_a_subject_is_found_by_any_of_its_names(
    page: Page, small: Path, serve: Callable[..., str], found: Callable[[str], Locator]
) -> None:
    root = serve(small, base="/a/b/")
    page.goto(root + "tags/ferry/")
    page.keyboard.press("/")
    subjects = dialog(page).locator("[data-search-subjects] > li")
    # Before anything is typed, the subjects with most briefings are proposed.
    expect(dialog(page).get_by_text("For example:")).to_have_text("For example: harbour, dredger, ferry")
    # A name that no text uses stands for all that the subject has; the beginning of one only leads to it.
    for words in ("HB port", "Häfen"):
        expect(found(words)).to_have_count(4)
        expect(subjects).to_have_text(["Subject: harbour, 4 briefings"])
        expect(dialog(page).get_by_role("status")).to_have_text(
            f"“{words}” is harbour here. 4 briefings for “harbour”:"
        )
    expect(found("hb por")).to_have_count(0)
    expect(subjects).to_have_text(["Subject: harbour, 4 briefings"])
    expect(dialog(page).get_by_role("status")).to_contain_text("A subject has that name:")
    # Two letters name a subject only in full, and no name is found in its middle.
    for words in ("hb", "port"):
        expect(found(words)).to_have_count(0)
        expect(subjects).to_have_count(0)
    expect(found("dredger")).to_have_count(0)
    expect(subjects).to_have_text(["Subject: dredger, 3 briefings"])
    page.keyboard.press("ArrowDown")
    expect(subjects.get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(root + "tags/dredger/")


def test_a_search_stands_in_the_address_and_is_there_again_after_back(
    page: Page, small: Path, serve: Callable[..., str], found: Callable[[str], Locator]
) -> None:
    root = serve(small)
    page.goto(f"{root}tags/?x=1")
    page.keyboard.press("/")
    results = found("lighthouse")
    expect(results).to_have_count(6)
    facet(page, "Outlets", "Gazette").click()
    facet(page, "Years", "2023").click()
    page.get_by_label("Order").select_option("oldest first")
    expect(results).to_have_count(2)
    address = f"{root}tags/?x=1&q=lighthouse&order=asc&outlet=The+%E2%80%9DGazette%E2%80%9D+%26+Post&year=2023"
    page.wait_for_url(address)
    results.get_by_role("link", name="Story 4").click()
    page.wait_for_url(root + "2023/11/12-story-4/")
    page.go_back()
    page.wait_for_url(address)
    expect(page.get_by_role("searchbox")).to_have_value("lighthouse")
    expect(results.get_by_role("link")).to_have_text(["Story 4", "Story 5"])
    expect(facet(page, "Years", "2023")).to_have_attribute("aria-pressed", "true")
    # A link to it works for somebody else; a search that is closed leaves the address.
    page.goto("about:blank")
    page.goto(address)
    expect(results.get_by_role("link")).to_have_text(["Story 4", "Story 5"])
    page.keyboard.press("Escape")
    page.wait_for_url(f"{root}tags/?x=1")
    page.keyboard.press("/")
    page.wait_for_url(address)


def test_a_search_opens_again_at_once_after_it_was_closed(
    page: Page, small: Path, serve: Callable[..., str], found: Callable[[str], Locator]
) -> None:
    page.goto(serve(small))
    page.keyboard.press("/")
    expect(found("lighthouse")).to_have_count(6)
    # Both keys before the browser paints, and so before it takes the focus out of the closed dialog.
    page.evaluate(
        """() => { for (const key of ["Escape", "/"])
          document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })); }"""
    )
    expect(dialog(page)).to_be_visible()


@pytest.mark.parametrize("words", ["lighthouse", HOSTILE])
def test_words_in_the_address_are_searched_for_and_are_text(
    page: Page, small: Path, serve: Callable[..., str], words: str
) -> None:
    root = serve(small)
    page.goto(f"{root}?q=keeper")
    expect(page.locator("[data-search-results] > li")).to_have_count(6)
    page.goto(f"{root}?q={quote(words)}#{quote(words)}")
    expect(page.get_by_role("searchbox")).to_have_value(words)
    expect(dialog(page).get_by_role("status")).to_contain_text(f"“{words}”")
    assert dialog(page).locator("img").count() == 0
    assert page.evaluate("window.__pwned") is None


def test_a_site_without_its_index_says_so_in_one_plain_line(
    browser: Browser, small: Path, tmp_path: Path, serve: Callable[..., str]
) -> None:
    shutil.copytree(small, tmp_path / "site", ignore=shutil.ignore_patterns("pagefind"))
    # A context of its own: Chromium reports every missing file on the console, and here one is missing on purpose.
    context = browser.new_context()
    page = context.new_page()
    page.goto(serve(tmp_path / "site"))
    page.keyboard.press("/")
    page.keyboard.type("lighthouse")
    said = dialog(page).get_by_role("status")
    expect(said).to_have_text("The search could not be loaded. Subjects and dates lead to every briefing.")
    expect(dialog(page).get_by_role("listitem")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    context.close()
