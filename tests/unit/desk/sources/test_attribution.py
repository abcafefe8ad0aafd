from __future__ import annotations

import pytest

from builder.desk.sources import attribution
from builder.formats import outlets_yml

OUTLETS = outlets_yml.loads(
    "reuters: {name: Reuters, kind: agency}\nnasa: {name: NASA, kind: official}\n"
    "afp: {name: Agence France-Presse, aliases: [AFP]}\n"
)


def said(*chain: attribution.Attribution) -> list[tuple[str, str, int | None]]:
    return [(one.name, str(one.kind), one.count) for one in chain]


@pytest.mark.parametrize(
    ("line", "chain"),
    [
        (
            "Reuters with reference to three sources familiar with the matter",
            [("Reuters", "outlet", None), ("sources familiar with the matter", "anonymous", 3)],
        ),
        ("the text of the treaty", [("text of the treaty", "document", None)]),
        ("NASA in a statement", [("NASA", "official", None)]),
        ("Anna Koch/dpa", [("dpa", "outlet", None)]),
        ("sid/dpa", [("sid", "outlet", None), ("dpa", "outlet", None)]),
        ("AFP", [("Agence France-Presse", "outlet", None)]),
        ("Foreign Ministry; Sheila Marren", [("Foreign Ministry", "official", None), ("Sheila Marren", "named", None)]),
        (
            "Landesamt unter Berufung auf ein Gutachten",
            [("Landesamt", "official", None), ("Gutachten", "document", None)],
        ),
    ],
)
def test_a_source_line_gives_the_chain_nearest_first(line: str, chain: list[tuple[str, str, int | None]]) -> None:
    assert said(*attribution.chain([line], ["Reuters"], "Nobody said a thing.", OUTLETS)) == chain


def test_without_a_source_line_credit_and_lede_count() -> None:
    chain = attribution.chain(
        [], ["Reuters"], "The bridge will close on Sunday, the roads office said on Friday.", OUTLETS
    )
    assert said(*chain) == [("Reuters", "outlet", None), ("roads office", "official", None)]


def test_nothing_is_concluded_from_silence() -> None:
    assert attribution.chain([], [], "The bridge will close on Sunday.", OUTLETS) == ()


def test_a_pronoun_is_no_source() -> None:
    assert attribution.chain([], [], "The bridge will close, he said.", OUTLETS) == ()
