"""Word lists as an editor writes them, and the patterns made of them."""

from __future__ import annotations

import re

import pytest

from builder.formats.word_lists import alternation, words


def test_lines_and_slashes_part_words_and_white_space_does_not() -> None:
    assert words("  by / written   by\n\n  von / ein artikel von /\n") == ("by", "written by", "von", "ein artikel von")


def test_a_slash_within_a_word_parts_nothing() -> None:
    assert words("m/w/d / a/b") == ("m/w/d", "a/b")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("last updated", "last updated"),
        ("last\u00a0updated", "last\u00a0updated"),
        ("джерелами", "джерелами"),
        ("fot. x", "fot."),
        ("lasting", "last"),
    ],
)
def test_the_longest_phrase_wins_and_only_an_asterisk_takes_an_ending(text: str, found: str) -> None:
    match = re.match(alternation("last / last updated / джерел* / fot."), text)
    assert match
    assert match[0] == found


def test_a_dot_is_a_dot() -> None:
    assert not re.match(alternation("fot."), "foto")
