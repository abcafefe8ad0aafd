"""YAML from strangers: strings, lists and maps, the right line, and an answer in bounded time."""

from __future__ import annotations

import time

import pytest

from builder.errors import MalformedCopy
from builder.formats import strict_yaml


def refused(text: str, *, first_line: int = 1) -> MalformedCopy:
    with pytest.raises(MalformedCopy) as fault:
        strict_yaml.loads(text, first_line=first_line)
    assert fault.value.code == "FM001"
    assert "\n" not in fault.value.reason
    assert len(fault.value.reason) < 250
    return fault.value


def test_every_scalar_stays_the_string_it_is() -> None:
    text = "a: no\nb: 1962-06\nc: 007\nd: ~\ne:\nf: 2025-02-21T08:09:00+02:00\ng: 'x'\nh: [1, {i: yes}]\n"
    assert strict_yaml.loads(text).data == {
        "a": "no",
        "b": "1962-06",
        "c": "007",
        "d": "~",
        "e": "",
        "f": "2025-02-21T08:09:00+02:00",
        "g": "x",
        "h": ["1", {"i": "yes"}],
    }


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n"])
def test_nothing_is_an_empty_mapping(text: str) -> None:
    assert strict_yaml.loads(text) == strict_yaml.Loaded({}, {})


def test_every_part_has_its_line() -> None:
    loaded = strict_yaml.loads("a: x\n\nb:\n  - one\n  # why\n  - {c: d}\n", first_line=10)
    assert loaded.lines == {
        (): 10, ("a",): 10, ("b",): 12, ("b", 0): 13, ("b", 1): 15, ("b", 1, "c"): 15,
    }  # fmt: skip


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_lines_are_counted_with_any_line_end(end: str) -> None:
    assert strict_yaml.loads(f"a: x{end}b: y{end}").lines[("b",)] == 2


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\x85"])
def test_what_only_yaml_takes_for_a_line_end_is_not_counted(char: str) -> None:
    assert strict_yaml.loads(f'a: "x{char}y"\nb: z\n').lines[("b",)] == 2


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: x\nb: y\na: z\n", 3, 'key "a" is written twice'),
        ("a:\n  b: 1\n  b: 2\n", 3, 'key "b" is written twice'),
        ("a: x\nb: &b y\n", 2, "an anchor or alias"),
        ("a: x\nb: *b\n", 2, "an anchor or alias"),
        ("<<: *a\n", 1, "an anchor or alias"),
        ("a: x\n\nb: !!python/object:os.system x\n", 3, "a YAML tag (tag:yaml.org,2002:python/object:os.system)"),
        ("a: !ENV x\n", 1, "a YAML tag (!ENV)"),
        ("a: x\nb: [1\n", 3, "broken YAML"),
        ("a: x\nb: 'y\n", 3, "broken YAML"),
        ("a: x\n\tb: y\n", 2, "broken YAML"),
        ("a: x\n---\nb: y\n", 2, "broken YAML"),
        ("a: \x07\n", 1, "broken YAML"),
        ("- a\n- b\n", 1, 'expected "key: value" lines'),
        ("\n\nwords\n", 3, 'expected "key: value" lines'),
        ("? [a, b]\n: c\n", 1, "a key must be a plain word"),
    ],
)
def test_a_fault_has_one_line_and_says_which(text: str, line: int, said: str) -> None:
    fault = refused(text)
    assert fault.reason.startswith(said)
    assert fault.line == line
    assert refused(text, first_line=8).line == line + 7


def test_marks_that_are_only_text_are_allowed() -> None:
    assert strict_yaml.loads('a: R&D\nb: "*"\nc: what a day!\nd: a & b * c\n').data["a"] == "R&D"


BOMB = "a: &a [x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "a: " + "[" * 200_000,
        "a: " + "{a: " * 60_000,
        "a:\n" + "- " * 100_000,
        "? " * 100_000,
        "a:\n" + "-\t" * 100_000,
        "".join(" " * n + "a:\n" for n in range(600)),
        "a: " + "[" * 13 + "]" * 13,
        "x" * (strict_yaml.LARGEST + 1),
        "a: [" + "x," * 100_000,
        "a" * 200_000 + ": x\n" + "a" * 200_000,
        '"' * 200_000,
        "a: |\n" + " \n" * 100_000 + "\tb",
    ],
    ids=lambda text: text[:8],
)
def test_an_attack_is_one_fault_and_takes_no_time(text: str) -> None:
    begun = time.process_time()
    refused(text)
    assert time.process_time() - begun < 3


def test_a_long_key_does_not_fill_the_screen() -> None:
    key = "k" * 10_000
    assert len(refused(f"? {key}\n: a\n? {key}\n: b\n").reason) < 120


def test_twelve_levels_are_read() -> None:
    text = "a: " + "[" * 11 + "x" + "]" * 11
    assert strict_yaml.loads(text).lines[("a", *[0] * 11)] == 1
    many = text + "\n" + "".join(f"k{n}: [x]\n" for n in range(strict_yaml._SAFE))
    assert strict_yaml.loads(many).data["a"] == strict_yaml.loads(text).data["a"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('say "no"', r'"say \"no\""'),
        ("a\\b", r'"a\\b"'),
        ("a\nb\tc", r'"a\nb\tc"'),
        ("\x85\u2028\x9b", r'"\x85\u2028\x9b"'),
        ("\u202e\ufeff", r'"\u202e\ufeff"'),
        ("\U000e0001", '"\U000e0001"'),
        ("Київ", '"Київ"'),
    ],
)
def test_what_cannot_be_seen_is_written_as_an_escape(text: str, written: str) -> None:
    assert strict_yaml.quoted(text) == written
    assert strict_yaml.loads(f"a: {written}\n").data == {"a": text}
