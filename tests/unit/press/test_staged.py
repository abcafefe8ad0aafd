"""Front matter that every reader of YAML reads alike."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils import meta

from builder.press.staged import as_yaml, page

LOADERS = [pytest.param(loader, id=loader.__name__) for loader in (yaml.CSafeLoader, yaml.SafeLoader)]

HOSTILE = (
    "\x85\u2028\u2029",
    "\ufeffa\ufffe\uffff",
    "\x7f\x80\x9f",
    "\x00\x07\x1b\x1f",
    "😀\U0010ffff",
    "---\n...\n",
    "# no comment: {a: [b]} &anchor *alias !!python/object %TAG",
    "yes",
    "1962-06-08",
    "0x1F",
    "<<",
    "=",
    "~",
    "  spaces \t tabs  ",
    "\\u0041 \\ \" ' `",
    "é" * 1100,
)

texts = st.one_of(
    st.text(), st.text(alphabet="\x7f\x85\xa0\u2028\u2029\ufeff\ufffe😀\\\"'\n\r\t -#:{}[]&*!|>%@`", max_size=12)
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc_", min_size=1, max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def read(text: str, loader: Any) -> object:
    return yaml.load(text, loader)  # noqa: S506 - both are safe loaders


@pytest.mark.parametrize("loader", LOADERS)
@given(value=values)
def test_yaml_reads_back_what_was_staged(loader: Any, value: object) -> None:
    assert read(f"key: {as_yaml(value)}\n", loader) == {"key": value}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(loader: Any, text: str) -> None:
    staged = page("x.md", {"title": text, "archive": {"kind": [text]}}, "Body.\n")
    head = staged.text.split("\n---\n")[0]
    assert read(head, loader) == {"title": text, "archive": {"kind": [text]}}


@given(texts)
@example("---\n...\n---")
def test_mkdocs_reads_the_page_as_it_was_meant(text: str) -> None:
    staged = page("x.md", {"title": text}, "Body.\n")
    assert meta.get_data(staged.text) == ("Body.\n", {"title": text})


def test_half_a_surrogate_pair_is_replaced_since_no_file_can_hold_it() -> None:
    assert yaml.load(as_yaml("a\ud800b\udfff"), yaml.CSafeLoader) == "a\ufffdb\ufffd"


def test_each_key_stands_on_one_line() -> None:
    staged = page("x.md", {"title": "a\nb", "archive": {"x": ["c\u2028d"]}})
    assert staged.text == '---\ntitle: "a\\nb"\narchive: {"x":["c\\u2028d"]}\n---\n'
