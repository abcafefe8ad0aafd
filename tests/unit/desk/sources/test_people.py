"""A person's name, without what he or she is."""

from __future__ import annotations

import pytest

from builder.desk.sources.people import person_in


@pytest.mark.parametrize(
    ("phrase", "person"),
    [
        ("Justice Department Inspector General Mara Oduya", "Mara Oduya"),
        ("minister of Transport Odile Garnier", "Odile Garnier"),
        ("Lienzer Bürgermeisterin Elke Brandt", "Elke Brandt"),
        ("ministra de Transportes Olga Garrido", "Olga Garrido"),
        ("президентка Молдови Майя Чебан", "Майя Чебан"),
        ("президент Ілля Петрович Гай", "Ілля Петрович Гай"),
        ("Piotr Nowacki of the bird watch", "Piotr Nowacki"),
        ("médecin Nadia Chevet", "Nadia Chevet"),
        ("head of the White House", None),
        ("portavoz del Ministerio de Defensa", None),
        ("Sprecher der Deutschen Bahn", None),
        ("міністр закордонних справ України Сибіга", None),
        ("the mayor", None),
    ],
)
def test_only_the_name_is_kept(phrase: str, person: str | None) -> None:
    assert person_in(phrase) == person
