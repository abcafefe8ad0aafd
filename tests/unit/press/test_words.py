"""How the archive says dates and sources."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.formats import moment
from builder.model.briefing import Attribution, SourceKind
from builder.press import words


def source(name: str, kind: str, count: int | None = None) -> Attribution:
    return Attribution(name=name, kind=SourceKind(kind), count=count)


NASA = source("NASA", "official")
TEXT = source("text of the treaty", "document")
REUTERS = source("Reuters", "outlet")


@pytest.mark.parametrize(
    ("attribution", "card", "page"),
    [
        ([], "", ""),
        ([NASA], "relying on NASA (official)", "Rests on one official statement."),
        ([source("Andrei Gromyko", "named")], "relying on Andrei Gromyko (named person)", "Rests on one named person."),
        ([TEXT], "relying on text of the treaty (document)", "Rests on one document."),
        ([source("sources", "anonymous", 3)], "relying on 3 anonymous sources", "Rests on three anonymous sources."),
        ([NASA, TEXT], "relying on 1 document and 1 official", "Rests on one document and one official statement."),
        (
            [NASA, source("TASS", "official"), source("a source", "anonymous", 1)],
            "relying on 2 officials and 1 anonymous source",
            "Rests on two official statements and one anonymous source.",
        ),
        (
            [REUTERS, source("sources familiar with the matter", "anonymous", 3)],
            "relying on 1 other outlet and 3 anonymous sources",
            "Rests on one report of another outlet and three anonymous sources.",
        ),
        (
            [TEXT, NASA, REUTERS, REUTERS, source("people", "named", 20)],
            "relying on 1 document, 1 official, 20 named people and 2 other outlets",
            "Rests on one document, one official statement, 20 named people and two reports of other outlets.",
        ),
    ],
)
def test_sources_are_counted_by_kind_strongest_first(attribution: list[Attribution], card: str, page: str) -> None:
    assert words.basis(attribution) == card
    assert words.rests_on(attribution) == page


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
