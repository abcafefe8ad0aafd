"""Briefing files, whole: what is taken, what is refused, and where."""

from __future__ import annotations

import time

import pytest

from builder.errors import MalformedCopy
from builder.formats import briefing_md
from builder.model.briefing import Briefing
from builder.model.ids import Slug
from builder.model.sections import SectionKind

DETAILS, BACKGROUND, LEDE = SectionKind.DETAILS, SectionKind.BACKGROUND, SectionKind.LEDE


def loaded(text: str) -> Briefing:
    return briefing_md.loads(text, slug=Slug("x"))


def refused(text: str) -> tuple[int, str]:
    with pytest.raises(MalformedCopy) as fault:
        loaded(text)
    assert fault.value.code.startswith("FM")
    assert "\n" not in fault.value.reason
    return fault.value.line, fault.value.reason


def test_a_file_is_front_matter_and_sections() -> None:
    briefing = loaded("---\ntitle: T\n---\n\nLede.\n\n## Details\nMore.\n\n## Kontekst\n- **1962** — x\n\n## Mine\nz")
    assert briefing.headline == "T"
    assert [section.kind for section in briefing.sections] == [LEDE, DETAILS, BACKGROUND, None]
    assert briefing.body == "\nLede.\n\n## Details\nMore.\n\n## Kontekst\n- **1962** — x\n\n## Mine\nz"
    assert [(item.text, item.line) for item in briefing.background] == [("x", 11)]
    assert briefing.layout.body_line == 4


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("## Background", BACKGROUND),
        ("##  background  ", BACKGROUND),
        ("## BACKGROUND ##", BACKGROUND),
        ("##\tBackground:", BACKGROUND),
        ("## Передісторія", BACKGROUND),
        ("## Background#", None),
        ("## The background of it", None),
        ("## ", None),
        ("## ##", None),
    ],
)
def test_a_heading_is_known_however_it_is_typed(heading: str, kind: SectionKind | None) -> None:
    assert [section.kind for section in briefing_md.split(f"a\n{heading}\n- b\n")] == [LEDE, kind]


@pytest.mark.parametrize(
    "line", ["### Background", "# Background", "##Background", " ## Background", "a\u2028## Background"]
)
def test_other_lines_begin_no_section(line: str) -> None:
    assert len(briefing_md.split(f"a\n{line}\n")) == 1


def test_a_heading_in_code_is_code() -> None:
    body = "```\n## Background\n~~~\n```\n## Details\n~~~~\n~~~\n## Background\n~~~~\n"
    assert [section.kind for section in briefing_md.split(body)] == [LEDE, DETAILS]


def test_sections_have_their_lines_with_any_line_end() -> None:
    for end in ("\n", "\r\n", "\r"):
        (_, section) = briefing_md.split(f"a{end}{end}## Background{end}- b{end}", first_line=5)
        assert section.items[0].line == 8


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "no front matter"),
        ("title: x\n", 1, "no front matter"),
        ("\n---\ntitle: x\n---\n", 1, "no front matter"),
        ("---\ntitle: x\n", 1, "the front matter has no end"),
        ("--- x\n---\n", 1, "no front matter"),
        ("---\n---\n", 1, 'missing key "title"'),
        ("---\n\n\n\ntag: x\n---\n", 5, 'unknown key "tag"'),
        ("---\r\ntitle: x\r\ntag: x\r\n---\r\n", 3, 'unknown key "tag"'),
        ("\ufeff---\ntitle: x\ntag: x\n---\n", 3, 'unknown key "tag"'),
        ('---\ntitle: "a\u2028b"\ntag: x\n---\n', 3, 'unknown key "tag"'),
        ("---\ntitle: x\ntitle: y\n---\n", 3, 'key "title" is written twice'),
        ("---\ntitle: &a x\n---\n", 2, "an anchor or alias"),
        ("---\ntitle: x\nb: !!python/object:os.system y\n---\n", 3, "a YAML tag"),
        ("---\ntitle: [\n---\n", 3, "broken YAML"),
        ("---\ntitle: x\n---\nbody\n\x00", 5, "a NUL character"),
        ("---\ntitle: x\n\x07: y\n---\n", 2, "broken YAML"),
        ("---\ntitle: x\ntags: " + "[" * 100_000 + "\n---\n", 3, "YAML nested too deeply"),
        ("---\ntitle: " + "x" * 300_000 + "\n---\n", 2, "more than 262144 characters of YAML"),
        ("---\ntitle: x\n---\n" + "x" * briefing_md.LARGEST, 1, "more than 2097152 characters"),
        ("---\ntitle: x\ntags: [" + "A," * 60_000 + "]\n---\n", 3, 'key "tags.0"'),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else str(value),
)
def test_a_hostile_file_is_one_fault_with_its_line(text: str, line: int, reason: str) -> None:
    begun = time.process_time()
    found = refused(text)
    assert time.process_time() - begun < 3
    assert found[1].startswith(reason)
    # What YAML itself cannot place is placed at the beginning of the front matter.
    assert found[0] == line


@pytest.mark.parametrize(
    "body",
    ["## a" + " " * 300_000 + "b", "## a" + " #" * 150_000 + "b", "#" * 300_000, "---\n" * 300_000, "```\n" * 300_000],
    ids=lambda body: body[:6],
)
def test_a_hostile_body_takes_no_time(body: str) -> None:
    begun = time.process_time()
    assert loaded(f"---\ntitle: x\n---\n{body}").body == body
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: x\n---",
        "---\ntitle: x\n---\n",
        "-----\ntitle: x\n---   \n\n\nBody",
        "---\u00a0\ntitle: x\n---\nBody\n",
        "\ufeff---\r\ntitle: x # why\r\n---\r\nBody\r\n",
        "---\ntitle: x\n---\nBody\n---\nnot: this\n---\n",
        "---\ntitle: x\n...\n---\na\x0cb\x85c\u2028d\r e\n",
    ],
)
def test_what_was_loaded_comes_back_byte_for_byte(text: str) -> None:
    assert briefing_md.dumps(loaded(text)) == text


def test_a_body_after_a_head_without_line_end_begins_on_its_own_line() -> None:
    briefing = loaded("---\ntitle: x\n---")
    with_body = briefing_md.dumps(briefing_md.Briefing(**{**fields(briefing), "sections": briefing_md.split("Body")}))
    assert with_body == "---\ntitle: x\n---\nBody"


def fields(briefing: Briefing) -> dict[str, object]:
    return {name: getattr(briefing, name) for name in Briefing.__slots__}
