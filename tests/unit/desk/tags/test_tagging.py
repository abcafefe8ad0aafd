from __future__ import annotations

import pytest

from builder.desk.tags.tagging import Tagger


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("They met in Geneva, Russia’s delegates said; Geneva again.", ["geneva", "russia"]),
        ("Putin's aide flew to Genf.", ["vladimir-putin", "geneva"]),
        ("The rocket left Cape Kennedy.", ["cape-kennedy"]),
        ("Kennedy saw it at Cape Kennedy.", ["john-f-kennedy", "cape-kennedy"]),
        ("DOCKING went well; the ships Docked.", ["docking"]),
        ("genevan putin genf", []),
        ("Genevans, Putinism and undocked ships", []),
        ("", []),
    ],
)
def test_a_name_is_found_whole_and_in_its_case(tagger: Tagger, text: str, tags: list[str]) -> None:
    assert list(tagger.known(text)) == tags


def test_a_decomposed_name_is_found_too(tagger: Tagger) -> None:
    assert tagger.known("Gene\u0301va Geneva") == ("geneva",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The talks with the Red Cross went on. A Red Cross spokesman said so.", ["Red Cross"]),
        ("Foreign Minister Andrei Gromyko spoke. So did President Vladimir Putin.", ["Andrei Gromyko"]),
        ("It is the Russian Foreign Ministry that said so.", ["Russian Foreign Ministry"]),
        ("It opened in March. Then Tuesday came, in February.", []),
        ("There was Kim Jun of the port. It was Kim Jun who left, in Jun and Jun again.", ["Kim Jun"]),
        ("However, nobody came. Nobody, however, was sad.", []),
    ],
)
def test_unknown_names_are_proposed(tagger: Tagger, text: str, names: list[str]) -> None:
    assert list(tagger.proposed(text)) == names


def test_german_nouns_are_no_names(tagger: Tagger) -> None:
    text = "Weitere Abschnitte betreffen Wirtschaft und Handel. Für Bonn unterschrieb Helmut Schmidt den Vertrag."
    assert tagger.proposed(text, "de") == ("Helmut Schmidt",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Der Umbau kostet 20 Millionen Dollar und 30 Tonnen Stahl. Dafür zahlt das Land Millionen Dollar.", ()),
        ("Gestern sprach die Bürgermeisterin Jana Kroll im Rathaus.", ("Jana Kroll",)),
        ("Es kam nach zwei Jahren Helmut Schmidt zum Zuge.", ("Helmut Schmidt",)),
        ("Gestern sprach Stadtratskandidatin Jana Kroll.", ("Jana Kroll",)),
        ("Die Firma baut viel. Nun hat die Firma Nord Mobil den Auftrag.", ("Nord Mobil",)),
        ("Es sprach Jana Kroll. Auch Krolls Antwort und die Partei Krolls waren Thema.", ("Kroll", "Jana Kroll")),
        ("„Ihre Informationen sind da“, sagte sie. „Die Eltern“, sagte er.", ()),
        ("Nun geht die Deutsche Bank. Auch die Deutsche Bank verliert.", ("Deutsche Bank",)),
    ],
)
def test_of_german_nouns_in_a_row_only_the_name_is_proposed(tagger: Tagger, text: str, names: tuple[str, ...]) -> None:
    assert tagger.proposed(text, "de") == names


def test_what_stands_in_an_address_or_a_handle_is_no_name(tagger: Tagger) -> None:
    text = "It is at https://example.org/O3XMrC8hg-Harbour and again https://example.org/O3XMrC8hg-Harbour by @NellHarding."
    assert tagger.proposed(f"{text} {text}") == ()
