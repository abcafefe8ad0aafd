"""``tags.yml`` changed in place: what is meant, and no line more."""

from __future__ import annotations

from dataclasses import replace
from difflib import ndiff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.errors import MalformedCopy
from builder.formats import taxonomy_lines, taxonomy_yml
from builder.model.ids import TagId

TEXT = """\
# places
geneva:
  # as the city writes itself
  label: {en: Geneva, fr: Genève}   # two languages
  kind: place
  aliases:
    - Genf  # German
  parent: switzerland

# countries
switzerland:
  label: {en: Switzerland}
  kind: place
nasa: {label: {en: NASA}, kind: organisation}  # on one line
"""
GENEVA, SWISS, NASA = TagId("geneva"), TagId("switzerland"), TagId("nasa")
TAGS = taxonomy_yml.loads(TEXT).tags


def difference(before: str, after: str) -> list[str]:
    return [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def test_another_id_changes_the_line_of_the_id_and_adds_the_former_one() -> None:
    renamed = replace(TAGS[GENEVA], id=TagId("geneva-city"), former=(GENEVA,))
    after = taxonomy_lines.edited(TEXT, {GENEVA: renamed})
    assert difference(TEXT, after) == ["- geneva:", "+ geneva-city:", "+   former: [geneva]"]


def test_a_tag_on_one_line_stays_on_one_line_with_its_comment() -> None:
    after = taxonomy_lines.edited(TEXT, {NASA: replace(TAGS[NASA], former=(TagId("no"),))})
    assert difference(TEXT, after) == [
        "- nasa: {label: {en: NASA}, kind: organisation}  # on one line",
        '+ nasa: {label: {en: NASA}, kind: organisation, former: ["no"]}  # on one line',
    ]


def test_a_tag_that_goes_leaves_its_comments() -> None:
    after = taxonomy_lines.edited(TEXT, {SWISS: replace(TAGS[SWISS], aliases=("Geneva",))}, [GENEVA])
    assert "geneva:" not in after
    assert all(comment in after for comment in ("# as the city", "# two languages", "# German", "# countries"))
    assert taxonomy_yml.loads(after).tags == {SWISS: replace(TAGS[SWISS], aliases=("Geneva",)), NASA: TAGS[NASA]}


def test_a_key_that_has_no_value_any_more_goes() -> None:
    after = taxonomy_lines.edited(TEXT, {GENEVA: replace(TAGS[GENEVA], parent=None)})
    assert difference(TEXT, after) == ["-   parent: switzerland"]


def test_lines_end_as_they_did() -> None:
    text = TEXT.replace("\n", "\r\n")
    after = taxonomy_lines.edited(text, {GENEVA: replace(TAGS[GENEVA], former=(TagId("old"),))}, [NASA])
    assert after.count("\n") == after.count("\r\n")


def test_a_file_in_braces_is_refused() -> None:
    text = "{geneva: {label: {en: Geneva}, kind: place}}\n"
    with pytest.raises(MalformedCopy, match="begin a line with each id"):
        taxonomy_lines.edited(text, {GENEVA: replace(taxonomy_yml.loads(text).tags[GENEVA], former=(NASA,))})


NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


@given(st.dictionaries(st.sampled_from(["en", "no", "pt-BR", "x y"]), NAMES, min_size=1), st.lists(NAMES, max_size=3))
def test_whatever_names_a_tag_gets_are_read_back(labels: dict[str, str], aliases: list[str]) -> None:
    for tag in (GENEVA, NASA):
        changed = replace(TAGS[tag], labels=labels, aliases=tuple(aliases))
        assert taxonomy_yml.loads(taxonomy_lines.edited(TEXT, {tag: changed})).tags == {**TAGS, tag: changed}
