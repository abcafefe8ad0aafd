"""Which other names of a subject a reader is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from builder.model.ids import TagId
from builder.model.taxonomy import Tag, TagKind
from builder.press.synonyms import synonyms


def told(labels: dict[str, str], aliases: Sequence[str], kind: TagKind) -> list[str]:
    tag = Tag(id=TagId("x"), labels=labels, kind=kind, aliases=tuple(aliases))
    return list(synonyms(tag, tag.label("en")))


@pytest.mark.parametrize(
    ("labels", "aliases", "kind", "names"),
    [
        # Abbreviations and full names, but neither inflections nor the names in other languages.
        ({"en": "United Nations", "de": "Vereinte Nationen"}, ["UN", "Vereinten Nationen", "UNO"], "place", ["UN", "UNO"]),
        ({"en": "ESA"}, ["European Space Agency", "European"], "organisation", ["European Space Agency"]),
        ({"en": "Soviet Union"}, ["Soviets", "sowjetisch", "USSR"], "place", ["USSR"]),
        # Part of the name is no other name; a nickname is.
        ({"en": "Deke Slayton"}, ["Slayton", "Donald Slayton", "Deke K. Slayton"], "person", ["Donald Slayton"]),
        # What gives a text a common noun as its subject is no name of it.
        ({"en": "arms control"}, ["SALT", "ABM", "test ban"], "topic", []),
        ({"en": "Old Town"}, [f"{name} Place" for name in ("First", "Second", "Third", "Fourth")], "place",
         ["First Place", "Second Place", "Third Place"]),
    ],
)  # fmt: skip
def test_only_names_that_mean_the_same_are_told_and_three_at_most(
    labels: dict[str, str], aliases: list[str], kind: str, names: list[str]
) -> None:
    assert told(labels, aliases, TagKind(kind)) == names
