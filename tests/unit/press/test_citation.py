"""How a briefing is cited, and that what is special to a form does not break out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

ODD = "Talks: 50% of {all} & more_than $5 ~ #1 \\\\ x^2"
FILES = {
    "1962/06/08-geneva": f"title: '{ODD}'\noutlet: desk\nbyline: [Jane Doe, Ольга О'Ніл]\nlanguage: de\n---\nLede.\n",
    "1962/06/09-bare": "title: Bare\n---\nLede.\n",
    "1962/06/10-gone": "title: Gone\nstatus: withdrawn\nreason: wrong\n---\nLede.\n",
}
Cite = Callable[..., Mapping[str, str]]


@pytest.fixture
def cite(press: Callable[..., Any]) -> Cite:
    def of(path: str, **settings: Any) -> Mapping[str, str]:
        told = press(FILES, site_name="Orbit & Accord", **settings).archive(f"{path}.md")["citations"]
        return {one["name"]: one["text"] for one in told}

    return of


def test_plain_text_says_who_wrote_what_where_and_when_and_who_holds_it(cite: Cite) -> None:
    headline = ODD.replace("\\\\\\\\", "\\\\")
    assert cite("1962/06/08-geneva", site_url="https://example.org/a/")["Plain text"] == (
        f"Jane Doe, Ольга О'Ніл: “{headline}”. The Desk, 8 June 1962. Briefing in Orbit & Accord. "
        "https://example.org/a/1962/06/08-geneva/."
    )
    assert cite("1962/06/09-bare")["Plain text"] == "“Bare”. 9 June 1962. Briefing in Orbit & Accord."


def test_bibtex_is_one_entry_whatever_the_headline_holds(cite: Cite) -> None:
    entry = cite("1962/06/08-geneva")["BibTeX"]
    bare = re.sub(r"\\[{}&%$#_]|\\text\w+\{\}", "", entry)
    depth = 0
    for at, char in enumerate(bare):
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth > 0 or at in (*range(len("@article")), len(bare) - 1)
    assert depth == 0
    assert not re.search(r"[&%$#_~^\\]", bare)
    assert "author = {{Jane Doe} and {Ольга О'Ніл}}" in entry
    assert "year = {1962},\n  month = {6},\n  day = {8}," in entry


def test_ris_is_a_line_a_field_and_ends(cite: Cite) -> None:
    lines = cite("1962/06/08-geneva", site_url="https://example.org/")["RIS"].split("\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert (lines[0], lines[-1]) == ("TY  - NEWS", "ER  - ")
    assert {"AU  - Jane Doe", "AU  - Ольга О'Ніл", "T2  - The Desk", "DA  - 1962/06/08", "LA  - de"} <= set(lines)
    assert "UR  - https://example.org/1962/06/08-geneva/" in lines
    assert not [line for line in cite("1962/06/08-geneva")["RIS"].split("\n") if line.startswith("UR")]


def test_csl_json_is_an_item_of_a_newspaper(cite: Cite) -> None:
    (item,) = json.loads(cite("1962/06/08-geneva")["CSL-JSON"])
    assert (item["type"], item["container-title"], item["archive"]) == (
        "article-newspaper",
        "The Desk",
        "Orbit & Accord",
    )
    assert item["issued"] == {"date-parts": [[1962, 6, 8]]}
    assert item["author"] == [{"literal": "Jane Doe"}, {"literal": "Ольга О'Ніл"}]


def test_a_withdrawn_briefing_is_not_cited(cite: Cite) -> None:
    assert cite("1962/06/10-gone") == {}
