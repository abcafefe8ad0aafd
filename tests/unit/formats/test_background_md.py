"""Background lists, as editors type them."""

from __future__ import annotations

import time

import pytest

from builder.formats import background_md, edtf
from builder.model.briefing import BackgroundItem
from builder.model.sections import SectionKind


def texts(items: tuple[BackgroundItem, ...]) -> list[object]:
    return [[item.text, texts(item.children)] if item.children else item.text for item in items]


def test_items_have_dates_children_and_lines() -> None:
    found = background_md.loads(
        "## Background\n\n- **1962-06-08** — Talks ended.\n    - By night.\n- No date.\n", first_line=10
    )
    assert found == (
        BackgroundItem(
            text="Talks ended.", date=edtf.loads("1962-06-08"), children=(BackgroundItem(text="By night."),)
        ),
        BackgroundItem(text="No date."),
    )
    assert [found[0].line, found[0].children[0].line, found[1].line] == [12, 13, 14]


@pytest.mark.parametrize(
    ("line", "date", "text"),
    [
        ("- **1962** — x", "1962", "x"),
        ("* **1962** – x", "1962", "x"),
        ("+ **1962**: x", "1962", "x"),
        ("• __1962-06?__ - x", "1962-06?", "x"),
        ("- **1962** x", "1962", "x"),
        ("-   **1961-06-03/1961-06-04** — x  ", "1961-06-03/1961-06-04", "x"),
        ("- **NASA** — x", None, "**NASA** — x"),
        ("- **June 1962** — x", None, "**June 1962** — x"),
        ("- **1962-13** — x", None, "**1962-13** — x"),
        ("- **1962**", None, "**1962**"),
        ("- 1962 — x", None, "1962 — x"),
        ("- x **1962** — y", None, "x **1962** — y"),
    ],
)
def test_only_a_bold_date_that_is_one_leads_an_item(line: str, date: str | None, text: str) -> None:
    (item,) = background_md.loads(line)
    assert (item.date and item.date.text, item.text) == (date, text)


def test_nesting_follows_the_indentation() -> None:
    found = background_md.loads("- a\n  - b\n\t- c\n      - d\n- e\n   - f\n  - g\n")
    assert texts(found) == [["a", [["b", [["c", ["d"]]]]]], ["e", ["f", "g"]]]


def test_a_line_that_goes_on_belongs_to_its_item() -> None:
    assert texts(background_md.loads("- a\n  b\n\n  c\n- d\n")) == ["a b c", "d"]


def test_text_and_code_beside_the_list_are_no_items() -> None:
    assert texts(background_md.loads("Words.\n\n- a\n\n```\n- not this\n```\n-not this\n--- \n- b\n")) == ["a", "b"]


def test_only_line_ends_end_a_line() -> None:
    assert texts(background_md.loads("- a\u2028- b\x85c\n- d\r\n- e\r- f")) == ["a\u2028- b\x85c", "d", "e", "f"]


def test_a_section_stands_under_the_heading_of_its_language() -> None:
    section = background_md.section([BackgroundItem(text="x", date=edtf.loads("1962"))], "de-AT")
    assert section.text == "## Hintergrund\n\n- **1962** — x\n"
    assert section.kind is SectionKind.BACKGROUND
    assert section.items[0].date == edtf.loads("1962")


def test_depth_has_an_end_and_loses_nothing() -> None:
    found = background_md.loads("".join(" " * n + f"- {n}\n" for n in range(2_000)))
    seen, level, depth = 0, found, 0
    while level:
        depth += 1
        seen += len(level)
        level = level[-1].children if depth < background_md.DEEPEST else ()
    assert depth == background_md.DEEPEST
    assert seen == 2_000


@pytest.mark.parametrize(
    "text",
    ["- a" + " " * 300_000 + "b", "- a\n" + " b\n" * 300_000, "- **" + "1" * 300_000, "- a\n" * 100_000, "-" * 300_000],
    ids=lambda text: text[:6],
)
def test_an_attack_takes_no_time(text: str) -> None:
    begun = time.process_time()
    background_md.loads(text)
    assert time.process_time() - begun < 3
