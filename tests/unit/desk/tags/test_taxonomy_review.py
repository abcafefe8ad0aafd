"""Remarks on the taxonomy's file, with the line to mend."""

from __future__ import annotations

from builder.desk.tags.taxonomy_review import review
from builder.formats import taxonomy_yml

TEXT = """\
geneva:
  label: {en: Geneva}
  kind: place
  wikidata: Q71
  mediatopic: medtop:20000639
zurich:
  label: {en: Zurich}
  kind: place
  former: [geneva, turicum]
  wikidata: 72
  mediatopic: medtop:２００００６３９
"""


def test_a_code_that_is_none_and_a_former_id_that_is_taken_are_named_with_their_line() -> None:
    found = review(taxonomy_yml.loads(TEXT), path="briefings/tags.yml")
    assert [(one.line, one.code, one.message.partition(";")[0]) for one in found] == [
        (10, "TAG103", 'zurich: wikidata "72" is no code'),
        (11, "TAG103", 'zurich: mediatopic "medtop:２００００６３９" is no code'),
        (9, "TAG104", 'zurich: "geneva" is a tag again, and its address its own'),
    ]
