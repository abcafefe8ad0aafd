"""Links in Markdown text: found where they are, and nowhere else."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.formats import md_links
from builder.formats.md_links import Form


def targets(text: str) -> list[str]:
    return [link.target for link in md_links.find(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[a](18-x.md)", ["18-x.md"]),
        ('[a](18-x.md "Title (of it)")', ["18-x.md"]),
        ("[a](<18 x.md>)", ["18 x.md"]),
        ("[a](18 x.md)", ["18 x.md"]),
        ("[a](x_(y).md)", ["x_(y).md"]),
        ("[a [b] c](x.md)", ["x.md"]),
        ("[a](x.md) and ![b](y.jpg)", ["x.md", "y.jpg"]),
        ("[![b](y.jpg)](x.md)", ["y.jpg", "x.md"]),
        ("[two\nlines](x.md)", ["x.md"]),
        ("[a][ref]\n\n[ref]: x.md\n", ["x.md"]),
        ("[a][ref]\n\n   [ref]: <x y.md> 'Title'\n", ["x y.md"]),
        ("[^1]: note\n", []),
        ("text [ref]: x.md", []),
        (r"\[a](x.md)", []),
        (r"[a\](x.md)", []),
        ("[a]\n\n(x.md)", []),
        ("`[a](x.md)`", []),
        ("``[a](x.md) ` ``[b](y.md)", ["y.md"]),
        ("```\n[a](x.md)\n```\n[b](y.md)", ["y.md"]),
        ("~~~ md\n[a](x.md)\n```\n~~~\n[b](y.md)", ["y.md"]),
        ("Text\n\n    [a](x.md)\n\n[b](y.md)", ["y.md"]),
        ("- item\n    - [a](x.md)\n\n    [b](y.md)\n", ["x.md", "y.md"]),
        ("Text\n    [a](x.md) continues a paragraph", ["x.md"]),
        ("<!-- [a](x.md) --> [b](y.md)", ["y.md"]),
        ("[a](", []),
        ("[a](http://[)", ["http://["]),
    ],
)
def test_links_are_found_where_markdown_has_them(text: str, wanted: list[str]) -> None:
    assert targets(text) == wanted


def test_positions_cut_out_just_the_link() -> None:
    text = 'See ![alt](y.jpg) or [the words](x.md "T").'
    picture, link = md_links.find(text)
    assert picture.form is Form.IMAGE
    assert text[picture.start : picture.end] == "![alt](y.jpg)"
    assert text[link.start : link.end] == '[the words](x.md "T")'
    assert text[slice(*link.words)] == "the words"
    assert text[slice(*link.spot)] == 'x.md "T"'
    assert link.title == "T"


@given(st.text(alphabet="[]()!`:#<>\"' \n\\ab.-~"))
def test_any_text_is_read_and_positions_lie_within_it(text: str) -> None:
    for link in md_links.find(text):
        assert 0 <= link.start < link.words[0] <= link.words[1] < link.spot[0] <= link.spot[1] <= link.end <= len(text)


@pytest.mark.parametrize(
    "mark", ["[", "](", "[a](", "[a]:", "`[a](b)", "[a](b ", '[a](b "', "![[", "[](<", "<!--](", "(](", "[a](("]
)
def test_a_text_made_of_brackets_costs_no_more_than_its_length(mark: str) -> None:
    begin = time.process_time()
    list(md_links.find(mark * 5_000))
    assert time.process_time() - begin < 2
