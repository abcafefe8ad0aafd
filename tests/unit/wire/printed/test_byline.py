"""Names out of bylines: everybody, in order, and nothing else."""

from __future__ import annotations

import pytest

from builder.wire.printed import byline


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Kim Doe and Tom Bell", ("Kim Doe", "Tom Bell")),
        ("byKim Doe", ("Kim Doe",)),
        ("By Oleh Kovalenko", ("Oleh Kovalenko",)),
        ("Oleh Kovalenko and Kim Doe", ("Oleh Kovalenko", "Kim Doe")),
        ("Oleh: Budi Santoso", ("Budi Santoso",)),
        ("Oleh Budi Santoso", ("Budi Santoso",)),
        ("By Kim Doe in Berlin and Tom Bell in Paris", ("Kim Doe", "Tom Bell")),
        ("By KIM DOE and TOM BELL", ("Kim Doe", "Tom Bell")),
        ("By Kim Doe Travel Reporter", ("Kim Doe",)),
        ("By Kim DoeTravel Reporter", ("Kim Doe",)),
        ("By Kim Doe, political editor of the Example Times", ("Kim Doe",)),
        ("By Kim Doe For Example.com", ("Kim Doe",)),
        ("Kim Doe kim.doe@example.org", ("Kim Doe",)),
        ("Kim Doe Follow", ("Kim Doe",)),
        ("By A. J. Harding, EXAMPLE TODAY Sports", ("A. J. Harding",)),
        ("Written by Eliase", ("Eliase",)),
        ("Von Jana Brandt, dpa", ("Jana Brandt",)),
        ("von Jana Brandt, BEISPIELFUNK", ("Jana Brandt",)),
        ("Eine Analyse von Jana Brandt", ("Jana Brandt",)),
        ("Redakteur Tobias Keller", ("Tobias Keller",)),
        ("Text: Jana Brandt, Foto: Tobias Keller", ("Jana Brandt",)),
        ("Par Claire Mercier, correspondante à Kiev", ("Claire Mercier",)),
        ("Por José Ferrer y Vidal", ("José Ferrer y Vidal",)),
        ("Por José Ferrer y Ana Vidal", ("José Ferrer", "Ana Vidal")),
        ("di Luca Bassi", ("Luca Bassi",)),
        ("Ola Lund – Journalist i Paris Journalist i Paris", ("Ola Lund",)),
        ("Автор: Ніна Береза", ("Ніна Береза",)),
        ("Ірина Савчук Тарас Білик Ганна Ліс", ("Ірина Савчук", "Тарас Білик", "Ганна Ліс")),
        ("山本遥太記者", ("山本遥太",)),
        ("記者 張三", ("張三",)),
        ("홍길동 기자", ("홍길동",)),
        ("بقلم سلمى منصور", ("سلمى منصور",)),
        ("โดย สมชาย ใจดี", ("สมชาย ใจดี",)),
    ],
)
def test_people_are_named_without_roles_places_and_employers(text: str, names: tuple[str, ...]) -> None:
    assert byline.names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By The Associated Press", ("The Associated Press",)),
        ("Reuters, Kim Doe", ("Reuters", "Kim Doe")),
        ("Kim Doe and AP", ("Kim Doe", "AP")),
        ("Kim Doe, AP", ("Kim Doe",)),
        ("Example Staff", ("Example Staff",)),
    ],
)
def test_an_agency_is_named_where_it_writes_itself(text: str, names: tuple[str, ...]) -> None:
    assert byline.names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "By the end of the day",
        "Putin, Xi meet in Beijing",
        "BBC News",
        "a.b./dpa",
        "速報",
        "例新聞",
        "by then",
        "De facto",
    ],
)
def test_what_is_no_name_is_left(text: str) -> None:
    assert byline.names(text) == ()


def test_a_line_that_is_only_a_by_word_introduces_the_next() -> None:
    assert byline.introduces("Author of the article:")
    assert byline.introduces("von")
    assert not byline.introduces("By Kim Doe")
