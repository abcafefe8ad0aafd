"""How the archive says dates and languages."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.formats import moment
from builder.press import words


def test_a_date_says_its_time_only_where_there_is_one() -> None:
    assert words.date(moment.loads("1962-06-08"), "en") == {
        "iso": "1962-06-08",
        "label": "8 June 1962",
        "short": "8 Jun 1962",
    }
    assert words.date(moment.loads("2025-02-21T08:09:00+02:00"), "en") == {
        "iso": "2025-02-21T08:09:00+02:00",
        "label": "21 February 2025, 08:09",
        "short": "21 Feb 2025",
    }
    assert words.date(moment.loads("1962-06-08"), "de")["label"] == "8. Juni 1962"
    assert words.date(None, "en")["iso"] == ""


def test_weekdays_are_those_of_the_calendar() -> None:
    day = dt.date(1962, 6, 8)
    assert words.weekday(day.weekday(), "en") == "Friday"
    assert words.weekday(day.weekday(), "pt-BR") == "sexta-feira"


@pytest.mark.parametrize(
    ("language", "way"), [("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("en", "ltr"), ("uk", "ltr"), ("zzz", "ltr")]
)
def test_the_direction_of_a_language(language: str, way: str) -> None:
    assert words.direction(language) == way


def test_only_another_language_than_the_archives_own_is_told() -> None:
    assert words.tongue("en", "en") is None
    assert words.tongue("en-GB", "en") is None
    assert words.tongue("de", "en") == {"code": "de", "direction": "ltr", "name": "German"}
    assert words.tongue("ar", "de") == {"code": "ar", "direction": "rtl", "name": "Arabisch"}
    # What is no language is not written into the page as one.
    assert words.tongue("x y", "en") == {"code": "und", "direction": "ltr", "name": "x y"}
