"""Sixty searches as readers type them, and how many of them the site answers with a right briefing first.

``tests/cases/search/queries.tsv`` says which are right; it was written before the search was looked at.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

QUERIES = Path(__file__).resolve().parent.parent / "cases" / "search" / "queries.tsv"
FIRST, IN_FIVE = 0.85, 0.97
"""Of all searches: a right briefing stands first, or among the first five."""
_SLUG = re.compile(r"/\d\d-([^/]+)/$")


def test_readers_find_what_they_look_for(
    page: Page, site: Path, serve: Callable[..., str], record_property: Callable[[str, object], None]
) -> None:
    asked = _asked()
    page.goto(serve(site))
    page.keyboard.press("/")
    places = {words: _place(page, words, right) for words, right in asked}
    first = sum(place == 0 for place in places.values())
    five = sum(place is not None and place < 5 for place in places.values())
    record_property("first", first)
    record_property("in the first five", five)
    missed = "\n".join(f"{words}: {place}" for words, place in places.items() if place != 0)
    assert first >= FIRST * len(asked), (
        f"first in {first} of {len(asked)}; elsewhere (from 0, None is nowhere):\n{missed}"
    )
    assert five >= IN_FIVE * len(asked), f"in the first five in {five} of {len(asked)}; not first:\n{missed}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("18 march 1965", "for “18 march 1965”"),
        ("Гагарин", "No briefing has “Гагарин”. "),
        ("Weltraumvertrag", "“Weltraumvertrag” is space law here. "),
        ("18 february 1965", "No briefing has “18 february 1965”. "),
        ("who pays for damage by falling satellites", "No briefing has all of these words. "),
    ],
)
def test_what_was_looked_for_instead_is_said(
    page: Page, site: Path, serve: Callable[..., str], words: str, said: str
) -> None:
    page.goto(serve(site))
    page.keyboard.press("/")
    _results(page, words)
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(said)


@pytest.mark.parametrize("words", ["who pays for damage by falling satellites", "Breschnew Nixon"])
def test_counts_beside_the_results_are_true_where_several_searches_answer(
    page: Page, site: Path, serve: Callable[..., str], words: str
) -> None:
    page.goto(serve(site))
    page.keyboard.press("/")
    _results(page, words)
    years = page.get_by_role("dialog").get_by_role("group", name="Years").get_by_role("button")
    expect(years.first).to_be_visible()
    told = [label.split() for label in years.all_inner_texts()]
    results = page.locator("[data-search-results] > li")
    assert sum(int(count) for _, count in told) == results.count()
    for year, count in told:
        assert page.locator(f'[data-search-results] a[href*="/{year}/"]').count() == int(count), year


def _asked() -> list[tuple[str, tuple[str, ...]]]:
    lines = [line for line in QUERIES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    asked = [
        (words, tuple(right.split())) for words, right, _ in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    ]
    assert len(asked) == 60
    return asked


def _place(page: Page, words: str, right: tuple[str, ...]) -> int | None:
    """Return at which place, from 0, the first right briefing stands."""
    found = [match[1] if (match := _SLUG.search(address)) else "" for address in _results(page, words)]
    return next((place for place, slug in enumerate(found) if slug in right), None)


def _results(page: Page, words: str) -> list[str]:
    """Type words; return the addresses of the results once they stand."""
    page.get_by_role("searchbox").fill(words)
    expect(page.locator("[data-search-found]")).to_have_attribute("aria-busy", "false")
    addresses: list[str] = page.locator("[data-search-results] > li a").evaluate_all(
        "links => links.map((a) => a.href)"
    )
    return addresses
