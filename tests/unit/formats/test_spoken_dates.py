"""Dates in prose: found as they are said, and nothing filled in."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.formats import spoken_dates
from builder.formats.spoken_dates import Spoken, find


def said(text: str, language: str = "en") -> list[tuple[str, int | None, int | None, int | None]]:
    return [(text[s.start : s.end], s.year, s.month, s.day) for s in find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "phrase", "year", "month", "day"),
    [
        ("It ended on 8 June 1962 in Geneva", "en", "8 June 1962", 1962, 6, 8),
        ("on June 8, 1962, he", "en", "June 8, 1962", 1962, 6, 8),
        ("the 8th of June", "en", "8th of June", None, 6, 8),
        ("since 1962-06-08", "en", "1962-06-08", 1962, 6, 8),
        ("in June 1962", "en", "June 1962", 1962, 6, None),
        ("in January he", "en", "in January", None, 1, None),
        ("on 5 Sept 1961", "en", "5 Sept 1961", 1961, 9, 5),
        ("am 8. Juni 1962", "de", "8. Juni 1962", 1962, 6, 8),
        ("am 8.6.1962", "de", "8.6.1962", 1962, 6, 8),
        ("le 1er mai 1968", "fr", "1er mai 1968", 1968, 5, 1),
        ("el 17 de julio de 1975", "es", "17 de julio de 1975", 1975, 7, 17),
        ("9 лютого 2025", "uk", "9 лютого 2025", 2025, 2, 9),
        ("12 апреля 1961", "ru", "12 апреля 1961", 1961, 4, 12),
        ("12 kwietnia 1961", "pl", "12 kwietnia 1961", 1961, 4, 12),
        ("1962年6月8日", "ja", "1962年6月8日", 1962, 6, 8),
        ("12/31/1962", "en", "12/31/1962", 1962, 12, 31),
        ("03/04/1962", "en-US", "03/04/1962", 1962, 3, 4),
        ("03/04/1962", "de", "03/04/1962", 1962, 4, 3),
        ("8 June 1962", "xx", "8 June 1962", 1962, 6, 8),
    ],
)
def test_a_date_is_found_as_it_is_said(  # noqa: PLR0917 - a table
    text: str, language: str, phrase: str, year: int | None, month: int | None, day: int | None
) -> None:
    assert said(text, language) == [(phrase, year, month, day)]


@pytest.mark.parametrize(
    ("text", "language", "start", "until"),
    [
        ("3–4 June 1961", "en", (6, 3), (6, 4)),
        ("June 3-4, 1961", "en", (6, 3), (6, 4)),
        ("30 September to 2 October 1961", "en", (9, 30), (10, 2)),
        ("vom 24. bis 26. Februar", "de", (2, 24), (2, 26)),
        ("du 17 au 19 février 1961", "fr", (2, 17), (2, 19)),
    ],
)
def test_an_interval_is_one_date(text: str, language: str, start: tuple[int, int], until: tuple[int, int]) -> None:
    (found,) = find(text, language)
    assert ((found.month, found.day), (found.until_month, found.until_day)) == (start, until)


@pytest.mark.parametrize(
    "text",
    [
        "he may 5 go", "they march 10 miles", "at 10:30", "version 1.2.3", "1961.5", "45 June", "2025-13-01", "31.31.1962", "call 555-1234",
        "Mayday", "Augustus 14", "room 1962",
    ],
)  # fmt: skip
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_day_and_month_may_be_the_other_way_round_in_english_only() -> None:
    assert find("03/04/1962")[0].either_way
    assert not find("13/04/1962")[0].either_way
    assert not find("03/04/1962", "de")[0].either_way


@pytest.mark.parametrize(
    ("text", "language", "season"), [("spring 1962", "en", 21), ("im Herbst 1962", "de", 23), ("взимку 1962", "uk", 24)]
)
def test_a_season_has_the_number_that_edtf_gives_it(text: str, language: str, season: int) -> None:
    assert [(s.season, s.year) for s in find(text, language)] == [(season, 1962)]


def test_dates_come_in_the_order_of_the_text() -> None:
    assert [phrase for phrase, *_ in said("In July 1975, after 8 June 1962 and 1961-04-12, it")] == [
        "July 1975", "8 June 1962", "1961-04-12",
    ]  # fmt: skip


PIECES = st.sampled_from(
    [
        "8",
        "June",
        "1962",
        "May",
        "3",
        "–",
        "to",
        "/",
        ".",
        ",",
        "-",
        "of",
        "in",
        "spring",
        "年",
        "月",
        "日",
        "лютого",
        "١",
        "99",
        "at",
        "\n",
        "Mai",
    ]
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(["en", "de", "uk", "ja", "ar", "fr"]), st.sampled_from([" ", ""]))
def test_phrases_do_not_overlap_and_name_days_of_a_calendar(pieces: list[str], language: str, glue: str) -> None:
    text = glue.join(pieces)
    found = find(text, language)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for spoken in found:
        assert 0 <= spoken.start < spoken.end <= len(text)
        assert spoken.month is None or 1 <= spoken.month <= 12
        assert spoken.day is None or 1 <= spoken.day <= 31
        assert (spoken.year, spoken.month, spoken.season) != (None, None, None)


def test_names_of_days_and_months_come_in_every_language() -> None:
    assert spoken_dates.months("uk")["лютого"] == 2
    assert spoken_dates.months("en")["sept"] == 9
    assert spoken_dates.months("xx-such") == {}
    assert "montag" in spoken_dates.weekdays("de")
    assert spoken_dates.weekdays("xx-such") == frozenset()


@pytest.mark.parametrize(
    "text", ["8 " * 20_000, "June " * 10_000, "1" * 50_000, " " * 50_000, "8 of " * 10_000, "8 June to " * 5_000]
)
def test_an_attack_takes_no_time(text: str) -> None:
    begun = time.process_time()
    find(text)
    assert time.process_time() - begun < 5


def test_a_phrase_is_a_value() -> None:
    assert Spoken(start=0, end=4, year=1962) == Spoken(start=0, end=4, year=1962)
