"""Keys rewritten in place: what an editor wrote around them stays."""

from __future__ import annotations

import pytest

from builder.formats import yaml_lines

TEXT = """\
# first
title:   Talks   # by hand
tags: [a,b]

# why these
attribution:
- {name: x,  kind: official} # one
# two
- name: y
  kind: named
# of the status

status: draft
"""


def test_a_changed_key_leaves_every_other_line() -> None:
    assert yaml_lines.edited(TEXT, {"tags": "tags: [c]\n"}, ()) == TEXT.replace("[a,b]", "[c]")


def test_a_comment_behind_a_value_stays_behind_it() -> None:
    assert "title: New  # by hand\n" in yaml_lines.edited(TEXT, {"title": "title: New\n"}, ())


def test_comments_within_a_list_move_above_it_and_those_below_stay_below() -> None:
    after = yaml_lines.edited(TEXT, {"attribution": "attribution:\n  - {name: z}\n"}, ())
    assert "# why these\n# one\n# two\nattribution:\n  - {name: z}\n# of the status\n\nstatus: draft\n" in after


def test_a_key_that_goes_takes_its_own_lines_along() -> None:
    after = yaml_lines.edited(TEXT, {}, ["attribution"])
    assert after.endswith("tags: [a,b]\n\n# why these\n# of the status\n\nstatus: draft\n")


def test_a_new_key_comes_last() -> None:
    assert yaml_lines.edited("a: x\n# end\n", {"b": "b: y\n"}, ()) == "a: x\nb: y\n# end\n"
    assert yaml_lines.edited("a: x", {"b": "b: y\n"}, ()) == "a: x\nb: y\n"


def test_a_key_with_a_place_goes_below_those_that_come_before_it() -> None:
    text = "title: T\nwire: w  # last\n# end\n"
    new = {"date": "date: d\n", "url": "url: u\n"}
    assert yaml_lines.edited(text, new, (), order=("title", "date", "url", "wire")) == (
        "title: T\ndate: d\nurl: u\nwire: w  # last\n# end\n"
    )
    assert yaml_lines.edited(text, {"date": "date: d\n"}, (), order=("date", "title", "wire")) == (
        "title: T\nwire: w  # last\ndate: d\n# end\n"
    )


def test_windows_line_ends_stay() -> None:
    text = TEXT.replace("\n", "\r\n")
    after = yaml_lines.edited(text, {"tags": "tags: [c]\n", "new": "new:\n  - {a: b}\n"}, ["status"])
    assert after.count("\n") == after.count("\r\n")
    assert "tags: [c]\r\n" in after


def test_an_indented_mapping_stays_indented() -> None:
    assert (
        yaml_lines.edited("  a: x\n  b: y\n", {"a": "a:\n  - z\n", "c": "c: d\n"}, ())
        == "  a:\n    - z\n  b: y\n  c: d\n"
    )


def test_the_long_way_to_write_a_key_is_understood() -> None:
    assert yaml_lines.edited("? a\n: x # why\nb: y\n", {"a": "a: z\n"}, ()) == "# why\na: z\nb: y\n"


def test_a_hash_in_a_value_is_no_comment() -> None:
    assert yaml_lines.edited("a: 'x # y'\nb: [c#d, \"# e\"]\n", {"a": "a: z\n", "b": "b: z\n"}, ()) == "a: z\nb: z\n"


@pytest.mark.parametrize(
    ("text", "changed", "gone"),
    [
        ("{a: x, b: y}\n", {"a": "a: z\n"}, []),
        ("a: |+\n  x\n\n\n", {"b": "b: y\n"}, []),
        ("a: >\n  x\nb: y\n   # of b\n", {}, ["b"]),
    ],
)
def test_where_lines_do_not_tell_keys_apart_nothing_is_guessed(
    text: str, changed: dict[str, str], gone: list[str]
) -> None:
    with pytest.raises(yaml_lines.NotOnLines):
        yaml_lines.edited(text, changed, gone)
