"""Dates as sentences tell them, in twelve languages: written down before the rules that read them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from builder.desk.when import borrowed_dates, dates

CASES = Path(__file__).parents[3] / "cases" / "desk"
WEDNESDAY = dt.date(2025, 6, 18)


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def told(sentence: str, language: str = "en", published: dt.date = WEDNESDAY) -> str | None:
    found = dates.of_item(sentence, published, language)
    return found.text if found else None


@pytest.mark.parametrize(("language", "sentence", "date"), rows("dates.tsv"))
def test_a_sentence_is_dated_as_precisely_as_it_speaks(language: str, sentence: str, date: str) -> None:
    assert told(sentence, language) == date


@pytest.mark.parametrize(("language", "sentence"), rows("no-dates.tsv"))
def test_what_only_looks_like_a_date_is_none(language: str, sentence: str) -> None:
    assert told(sentence, language) is None


def test_the_table_is_as_large_as_it_was() -> None:
    assert len(rows("dates.tsv")) == 120
    assert len({language for language, *_ in rows("dates.tsv")}) == 12
    assert len(rows("no-dates.tsv")) == 60


@pytest.mark.parametrize(
    ("sentence", "published", "date"),
    [
        ("It closed on Wednesday.", dt.date(2025, 6, 18), "2025-06-18"),
        ("It closed on Thursday.", dt.date(2025, 6, 18), "2025-06-12"),
        ("It will close on Thursday.", dt.date(2025, 6, 18), "2025-06-19"),
        ("The port said on Tuesday that it will close.", dt.date(2025, 6, 18), "2025-06-17"),
        ("The port said that it will close on Tuesday.", dt.date(2025, 6, 18), "2025-06-24"),
        ("It had been scheduled to open Monday.", dt.date(2025, 6, 18), "2025-06-16"),
        ("The vote will be held on Monday.", dt.date(2025, 6, 18), "2025-06-23"),
        ("Last Tuesday, it closed.", dt.date(2025, 6, 20), "2025-06-17?"),
        ("Last Tuesday, it closed.", dt.date(2025, 6, 16), "2025-06-10"),
        ("It closed on Tuesday last week.", dt.date(2025, 6, 18), "2025-06-10"),
        ("It closed in March last year.", dt.date(2025, 6, 18), "2024-03"),
        ("It closed on Tuesday, 3 June.", dt.date(2025, 6, 18), "2025-06-03"),
        ("It closed in December.", dt.date(2025, 1, 5), "2024-12"),
        ("It will open on 5 January.", dt.date(2025, 12, 20), "2026-01-05"),
        ("It closed last month.", dt.date(2025, 1, 5), "2024-12"),
        ("It closed a month ago.", dt.date(2025, 3, 31), "2025-02-28~"),
        ("It closed five months ago.", dt.date(2025, 3, 31), "2024-10~"),
        ("It closed a year ago.", dt.date(2024, 2, 29), "2023-02-28~"),
        ("It closed five years ago.", dt.date(2024, 2, 29), "2019~"),
        ("It closed two decades ago.", dt.date(2024, 2, 29), "2004~"),
        ("It closed a few days ago.", dt.date(2025, 6, 18), "2025-06-15~"),
        ("It closed three hours ago.", dt.date(2025, 6, 18), "2025-06-18"),
        ("It flooded over the past few months.", dt.date(2025, 6, 18), "2025-03~/2025-06"),
        ("It flooded in the past 24 hours.", dt.date(2025, 6, 18), "2025-06-17/2025-06-18"),
        ("It flooded over the weekend.", dt.date(2025, 6, 16), "2025-06-14/2025-06-15"),
        ("It flooded over the weekend.", dt.date(2025, 6, 15), "2025-06-14/2025-06-15"),
        ("It flooded last winter.", dt.date(2025, 2, 3), "2023-24"),
        ("It flooded last winter.", dt.date(2025, 3, 3), "2024-24"),
        ("It flooded in late February.", dt.date(2024, 3, 3), "2024-02-21/2024-02-29"),
        ("It flooded in early 2019.", dt.date(2024, 3, 3), "2019-01/2019-04"),
        ("It flooded this week.", dt.date(2025, 6, 18), "2025-06-16/2025-06-18"),
        ("It will open this week.", dt.date(2025, 6, 18), "2025-06-18/2025-06-22"),
        ("It will open in two weeks.", dt.date(2025, 6, 18), "2025-07-02~"),
        ("It was built in two weeks.", dt.date(2025, 6, 18), None),
        ("It opened on 02/12/2025.", dt.date(2025, 2, 21), "2025-02-12"),
        ("It opened on 02/03/2025.", dt.date(2025, 2, 21), "2025-02-03"),
        ("It opened on 02/03/2025.", dt.date(2025, 6, 18), "2025-02-03?"),
    ],
)  # fmt: skip
def test_the_day_of_publication_decides(sentence: str, published: dt.date, date: str | None) -> None:
    assert told(sentence, "en", published) == date


@pytest.mark.parametrize(
    "sentence",
    [
        "It has been closed since Monday.",
        "It must be sold by Friday.",
        "It will not open until next week.",
        "The talks followed the April 22 attack.",
        "The years before last year were dry.",
        "This year's budget is small.",
        "This may help.",
        "He was born 900 decades ago.",
    ],
)
def test_a_limit_or_an_attribute_is_not_the_day_of_a_happening(sentence: str) -> None:
    assert told(sentence) is None


def test_a_limit_is_found_and_marked() -> None:
    (since,) = dates.find("It has been closed since Monday.", WEDNESDAY, "en")
    assert (since.date.text, since.is_limit) == ("2025-06-16", True)


def test_every_date_of_a_sentence_is_found_where_it_stands() -> None:
    sentence = "It closed on 3 May, two weeks ago it opened, and yesterday it burned."
    found = dates.find(sentence, WEDNESDAY, "en")
    assert [(sentence[one.start : one.end], one.date.text) for one in found] == [
        ("3 May", "2025-05-03"),
        ("two weeks ago", "2025-06-04~"),
        ("yesterday", "2025-06-17"),
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "date"),
    [
        ("sv", "Förra veckan rasade muren.", "2025-06-09/2025-06-15"),
        ("sv", "Bron stängdes i går.", "2025-06-17"),
        ("sv", "Muren rasade för 3 dagar sedan.", "2025-06-15"),
        ("sv", "De talade i fyra och en halv timme.", None),
        ("cs", "Včera pekaři zahájili stávku.", "2025-06-17"),
        ("fi", "Muuri romahti viime viikolla.", "2025-06-09/2025-06-15"),
        ("fi", "Muuri romahti maanantaina.", "2025-06-16"),
        ("ro", "Podul a fost închis luna trecută.", "2025-05"),
        ("hu", "Tegnap lezárták a hidat.", "2025-06-17"),
        ("xx", "Yesterday, as it were.", None),
        ("", "Yesterday, as it were.", None),
    ],
)
def test_languages_without_words_of_ours_are_read_with_those_of_dateparser(
    language: str, sentence: str, date: str | None
) -> None:
    assert told(sentence, language) == date


def test_only_a_phrase_that_was_found_is_given_to_dateparser(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    read = borrowed_dates._read

    def watched(phrase: str, published: dt.date, language: str) -> str | None:
        given.append(phrase)
        return read(phrase, published, language)

    monkeypatch.setattr(borrowed_dates, "_read", watched)
    assert told("Bron är vacker, och 400 gäster kom.", "sv") is None
    assert told("It closed yesterday.", "en") == "2025-06-17"
    assert given == []
    assert told("Bron stängdes i går.", "sv") == "2025-06-17"
    assert given == ["i går"]


def test_a_short_month_ends_no_sentence() -> None:
    assert dates.sentences("WASHINGTON (AP) — Jan. 20 was the day.") == ("WASHINGTON (AP) — Jan. 20 was the day.",)


def test_what_runs_on_without_end_is_read_only_so_far() -> None:
    """Each phrase is read in the light of its sentence, so the cost of an endless one would be its square."""
    found = dates.find("on Tuesday " * 5_000, WEDNESDAY, "en")
    assert len(found) == dates.LONGEST_SENTENCE // len("on Tuesday ")
