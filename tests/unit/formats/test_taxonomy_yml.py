"""The taxonomy as a file: read whole or refused with its line, and added to without touching the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.errors import MalformedCopy
from builder.formats import taxonomy_yml
from builder.model.ids import TagId
from builder.model.taxonomy import Tag, TagKind

SAMPLE = Path(__file__).resolve().parents[3] / "briefings" / "tags.yml"
TEXT = """\
# places
geneva:
  label: {en: Geneva, fr: Genève}
  kind: place   # a city
  parent: switzerland
switzerland:
  label: {en: Switzerland}
  kind: place
  aliases: [Swiss Confederation]
  wikidata: Q39
  mediatopic: medtop:20000065
"""


def test_a_taxonomy_is_read_in_the_order_of_the_file() -> None:
    tags = taxonomy_yml.loads(TEXT).tags
    assert list(tags) == ["geneva", "switzerland"]
    assert tags[TagId("geneva")] == Tag(
        id=TagId("geneva"),
        labels={"en": "Geneva", "fr": "Genève"},
        kind=TagKind.PLACE,
        parent=TagId("switzerland"),
    )
    swiss = tags[TagId("switzerland")]
    assert (swiss.aliases, swiss.wikidata, swiss.mediatopic) == (("Swiss Confederation",), "Q39", "medtop:20000065")
    assert swiss.line == 6


@pytest.mark.parametrize(
    ("text", "line", "code", "reason"),
    [
        ("Nasa:\n  label: {en: NASA}\n  kind: topic\n", 1, "TAG001", '"Nasa" is no tag id'),
        ("../x:\n  label: {en: NASA}\n  kind: topic\n", 1, "TAG001", '"../x" is no tag id'),
        ("a:\n  label: {en: A}\n", 1, "TAG001", 'missing key "a.kind"'),
        ("a:\n  label: {en: A}\n  kind: thing\n", 3, "TAG001", 'key "a.kind"'),
        ("a:\n  label: {}\n  kind: topic\n", 2, "TAG001", 'key "a.label"'),
        ("a:\n  label: {en: ''}\n  kind: topic\n", 2, "TAG001", 'key "a.label.en"'),
        ("a:\n  label: {en: A}\n  kind: topic\n  former: [A b]\n", 4, "TAG001", 'key "a.former.0": "A b" is no id'),
        ("a:\n  label: {en: A}\n  kind: topic\n  parent: a\n", 4, "TAG002", "parents go in a circle: a → a"),
        (
            "".join(f"{a}:\n  label: {{en: X}}\n  kind: topic\n  parent: {b}\n" for a, b in ("ca", "ab", "ba")),
            8,
            "TAG002",
            "parents go in a circle: a → b → a",
        ),
        (
            "a:\n  label: {en: A}\n  kind: topic\n  alias: [b]\n",
            4,
            "TAG001",
            'unknown key "a.alias"; did you mean "aliases"?',
        ),
        ("a:\n  label: {en: A}\n  kind: topic\n  parent: b\n", 1, "TAG002", 'tag "a": unknown parent "b"'),
        ("a: x\n", 1, "TAG001", 'key "a"'),
        ("a:\n  label: {en: A}\na:\n  label: {en: A}\n", 3, "FM001", 'key "a" is written twice'),
    ],
)
def test_a_broken_taxonomy_is_refused_with_its_line(text: str, line: int, code: str, reason: str) -> None:
    with pytest.raises(MalformedCopy) as fault:
        taxonomy_yml.loads(text)
    assert (fault.value.line, fault.value.code) == (line, code)
    assert fault.value.reason.startswith(reason)


# UTF-8 has no lone surrogates, so no file has one.
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@given(
    NAMES, st.lists(NAMES, max_size=3), st.sampled_from(TagKind), st.sampled_from([TEXT, TEXT.rstrip(), "", "# none\n"])
)
def test_an_added_tag_is_read_back_and_the_rest_stays(name: str, aliases: list[str], kind: TagKind, text: str) -> None:
    tag = Tag(id=TagId("new-one"), labels={"en": name}, kind=kind, aliases=tuple(aliases))
    longer = taxonomy_yml.with_tag(text, tag, language="en")
    assert longer.startswith(text)
    assert taxonomy_yml.loads(longer).tags == {**taxonomy_yml.loads(text).tags, tag.id: tag}


def test_a_tag_is_not_added_twice() -> None:
    with pytest.raises(MalformedCopy, match='already has "geneva"'):
        taxonomy_yml.with_tag(TEXT, taxonomy_yml.loads(TEXT).tags[TagId("geneva")], language="en")


def test_a_file_that_takes_no_further_lines_is_not_broken() -> None:
    with pytest.raises(MalformedCopy):
        taxonomy_yml.with_tag("{}\n", taxonomy_yml.loads(TEXT).tags[TagId("switzerland")], language="en")


def test_the_sample_is_read() -> None:
    assert len(taxonomy_yml.loads(SAMPLE.read_text(encoding="utf-8")).tags) > 20
