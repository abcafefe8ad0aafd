"""How a briefing is cited, and that what is special to a form does not break out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pybtex.database import parse_string

ODD = "Talks: 50% of {all} & more_than $5 ~ #1 \\\\ x^2"
FILES = {
    "1962/06/08-geneva": f"title: '{ODD}'\noutlet: desk\nbyline: [Jane Doe, Ольга О'Ніл]\nlanguage: de\n---\nLede.\n",
    "1962/06/09-bare": "title: Bare\n---\nLede.\n",
    "1962/06/10-gone": "title: Gone\nstatus: withdrawn\nreason: wrong\n---\nLede.\n",
}
Cite = Callable[..., Mapping[str, str]]


def cited(made: Any, path: str) -> Mapping[str, str]:
    return {one["name"]: one["text"] for one in made.archive(f"{path}.md")["citations"]}


@pytest.fixture
def cite(press: Callable[..., Any]) -> Cite:
    def of(path: str, **settings: Any) -> Mapping[str, str]:
        return cited(press(FILES, site_name="Orbit & Accord", **settings), path)

    return of


def test_plain_text_says_who_wrote_what_where_and_when_and_who_holds_it(cite: Cite) -> None:
    headline = ODD.replace("\\\\\\\\", "\\\\")
    assert cite("1962/06/08-geneva", site_url="https://example.org/a/")["Plain text"] == (
        f"Jane Doe, Ольга О'Ніл: “{headline}”. The Desk, 8 June 1962. Briefing in Orbit & Accord. "
        "https://example.org/a/1962/06/08-geneva/."
    )
    assert cite("1962/06/09-bare")["Plain text"] == "“Bare”. 9 June 1962. Briefing in Orbit & Accord."


WRITTEN = re.compile(r"\\(text\w+)\{\}|\\(.)")
CHARACTERS = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


def fields(entry: str) -> Mapping[str, str]:
    """Return the fields of the one entry, as BibTeX reads them and TeX then prints them."""
    ((_, one),) = parse_string(entry, "bibtex").entries.items()
    read = {**one.fields, "author": " and ".join(str(name) for name in one.persons.get("author", []))}
    return {name: WRITTEN.sub(lambda at: CHARACTERS.get(at[1]) or at[2], value) for name, value in read.items()}


@pytest.mark.parametrize(
    "odd",
    ["50% of $5 & #1_a ~ x^2", "Opens { and", "Closes } early", "}{", r"A \{ of TeX", "Ends in \\", '@misc{x, "so"'],
)
def test_bibtex_is_one_entry_whatever_the_copy_holds(press: Callable[..., Any], odd: str) -> None:
    said = json.dumps(odd)
    text = f"title: {said}\nbyline: [Jane Doe and Sons, {said}]\nurl: 'https://wire.example/a_b'\n---\nLede.\n"
    made = press({"1962/06/08-odd": text}, site_name=odd)
    read = fields(cited(made, "1962/06/08-odd")["BibTeX"])
    assert read == {
        "title": f"{{{odd}}}",
        "author": f"{{Jane Doe and Sons}} and {{{odd}}}",
        "year": "1962",
        "month": "6",
        "day": "8",
        "url": "https://wire.example/a_b",
        "note": f"Briefing in {odd}. Original: https://wire.example/a_b",
    }


def test_bibtex_keeps_names_whole_and_says_the_day(cite: Cite) -> None:
    entry = cite("1962/06/08-geneva")["BibTeX"]
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


TEXT = {"type": "string", "pattern": r"^[^\n\r\u2028\u2029]+$"}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": dict.fromkeys(("id", "title", "container-title", "archive", "language", "URL", "note"), TEXT)
        | {
            "type": {"const": "article-newspaper"},
            "author": {"type": "array", "items": {"type": "object", "properties": {"literal": TEXT}}},
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "required": ["date-parts"],
                "properties": {
                    "date-parts": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}}
                },
            },
        },
    },
}
"""The parts of CSL-JSON that are used here, on one line each: variables of the CSL specification, appendix IV."""


def test_a_line_end_in_the_copy_ends_no_field(press: Callable[..., Any]) -> None:
    text = (
        'title: "One\\nTY  - BOOK\\u2028ER  - "\nbyline: ["Jane\\nER  - "]\noutlet: wire\n'
        "url: https://wire.example/a\n---\nLede.\n"
    )
    forms = cited(press({"1962/06/08-odd": text}, site_name="Orbit\nER  - "), "1962/06/08-odd")
    tags = [line[:6] for line in forms["RIS"].splitlines()]
    assert (tags.count("TY  - "), tags.count("ER  - "), tags[-1]) == (1, 1, "ER  - ")
    Draft202012Validator(CSL).validate(json.loads(forms["CSL-JSON"]))
    assert len(forms["Plain text"].splitlines()) == 1


WHERE = "Original: https://wire.example/a_1", "Archived copy of 1962-06-10: https://copies.example/near"
COPIES = (
    "url: https://wire.example/a_1\narchived:\n"
    "- {url: 'https://copies.example/far', date: 1970-01-01}\n"
    "- {url: 'https://copies.example/near', date: 1962-06-10}\n---\nLede.\n"
)


def test_every_form_says_where_the_original_stands_and_the_nearest_copy_of_it(press: Callable[..., Any]) -> None:
    forms = cited(press({"1962/06/08-it": COPIES}, site_url="https://example.org/"), "1962/06/08-it")
    (item,) = json.loads(forms["CSL-JSON"])
    Draft202012Validator(CSL).validate([item])
    assert item["note"] == ". ".join(WHERE)
    assert fields(forms["BibTeX"])["note"] == f"Briefing in Briefings. {'. '.join(WHERE)}"
    assert [line.removeprefix("N1  - ") for line in forms["RIS"].split("\n") if line.startswith("N1")] == [*WHERE]
    assert forms["Plain text"].endswith(f"https://example.org/1962/06/08-it/. {'. '.join(WHERE)}.")
    assert item["URL"] == fields(forms["BibTeX"])["url"] == "https://example.org/1962/06/08-it/"


def test_without_an_address_of_the_site_a_citation_leads_to_the_original(press: Callable[..., Any]) -> None:
    forms = cited(press({"1962/06/08-it": COPIES}), "1962/06/08-it")
    address = "https://wire.example/a_1"
    assert json.loads(forms["CSL-JSON"])[0]["URL"] == fields(forms["BibTeX"])["url"] == address
    assert f"UR  - {address}" in forms["RIS"].split("\n")
