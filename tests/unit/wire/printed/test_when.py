"""What a line says about the time of publication, and what it says besides."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.wire.printed.lines import Line, split
from builder.wire.printed.when import clock_alone, is_stamp, since, stamps

PASTED = dt.date(2026, 5, 6)


def line(text: str) -> Line:
    (only,) = split(text)
    return only


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("By Kim Doe on 3 May 2024 at 3:45pm", "en", "By Kim Doe"),
        ("Mohamed el Basri 3 May 2024", "en", "Mohamed el Basri"),
        ("Kim Doe15:35, Oct 29 2020", "en", "Kim Doe"),
        ("by Kim DoeMonday, November 18, 2019", "en", "by Kim Doe"),
        ("Köln, November 05, 2025, 5:09: Uhr", "de", "Köln"),
        ("9. Mai 2025 um 15:46 Uhr / Jana Brandt-Keller", "de", "Jana Brandt-Keller"),
        ("Publisert 05.08.2024, kl. 13.05 Oppdatert 05.08.2024, kl. 13.52", "no", ""),
        ("Aktualizacja: 19.04.2026 19:45 Publikacja: 19.04.2026 19:05", "pl", ""),
        ("3 May 2024 | 8 min read", "en", ""),
    ],
)
def test_a_stamp_leaves_what_is_beside_it(text: str, language: str, rest: str) -> None:
    assert is_stamp(line(text), language)
    assert {stamp.rest for stamp in stamps(text, language)} == {rest}


@pytest.mark.parametrize(
    ("text", "language", "moment"),
    [
        ("Jan 7, 2024 12:20pm", "en", "2024-01-07T12:20:00"),
        ("Publié le 03/05/2024 à 15h30", "fr", "2024-05-03T15:30:00"),
        ("Publié le 03/05/2024 à 16h", "fr", "2024-05-03T16:00:00"),
        ("입력 2024.05.03. 오후 3:45", "ko", "2024-05-03T15:45:00"),
        ("2024/5/3 下午3:45", "zh", "2024-05-03T15:45:00"),
        ("٣ مايو ٢٠٢٤ ٣:٤٥ م", "ar", "2024-05-03T15:45:00"),
        ("3/5/2024, 08:00 (GMT+7)", "vi", "2024-05-03T08:00:00+07:00"),
        ("8 января, 17:46", "ru", "2026-01-08T17:46:00"),
        ("8 December, 17:46", "en", "2025-12-08T17:46:00"),
    ],
)
def test_times_of_day_are_read_as_printed(text: str, language: str, moment: str) -> None:
    (stamp, *_) = stamps(text, language, pasted=PASTED)
    assert stamp.value.isoformat() == moment


def test_of_two_readings_the_later_in_the_past_counts_and_the_future_is_no_date() -> None:
    assert stamps("03/04/2026", "en", pasted=PASTED)[0].value == dt.date(2026, 4, 3)
    assert stamps("06/04/2026", "en", pasted=PASTED)[0].value == dt.date(2026, 4, 6)
    assert stamps("1 June 2026", "en", pasted=PASTED) == ()


def test_each_date_says_whether_it_is_of_an_update() -> None:
    found = stamps("Son Güncelleme: 30.04.2024 - 16:49", "tr")
    assert [stamp.updated for stamp in found] == [True]
    found = stamps("Publié le 03/05/2024 à 15h30, mis à jour le 04/05/2024", "fr")
    assert [(stamp.published, stamp.updated) for stamp in found] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opens on 3 May 2024 after a long repair",
        "It opened on 17 May 1958.",
        "Bridge opens on 3 May after repair",
        "Lorries on the road between the two ports, 24 April 2023",
    ],
)
def test_a_sentence_with_a_date_is_no_stamp(text: str) -> None:
    assert not is_stamp(line(text), "en")


def test_the_name_beside_how_long_ago_is_kept() -> None:
    ago = since("Kim Doe|Published 15 hours ago", "en")
    assert ago is not None
    assert (ago.days, ago.rest) == (0, "Kim Doe")


@pytest.mark.parametrize(
    ("text", "language"),
    [("Stand: 20:03 Uhr | Lesedauer: 4 Minuten", "de"), ("12:43", "cs"), ("AGGIORNATO ALLE 16:01", "it")],
)
def test_a_time_without_a_day_is_a_clock(text: str, language: str) -> None:
    assert clock_alone(line(text), language)


@pytest.mark.parametrize("text", ["3 May 2024, 12:43", "Beitrag 12:43 lang", "Arsenal 2:1 Everton", "Psalm 23"])
def test_other_figures_are_no_clock(text: str) -> None:
    assert not clock_alone(line(text), "en")


def test_a_numbered_day_is_no_item_of_a_list() -> None:
    assert line("28. 4. 2023, 18:41 Uhr").bullet is None
    assert line("22. Dezember 201922. Dezember 2019 von Kim Doe").bullet is None
    assert line("28. Ein Punkt").bullet == "28."


def test_a_time_is_that_of_one_date_and_not_lent_to_the_next() -> None:
    found = stamps("Posted: Aug 07, 2024 4:00 AM EDT | Last Updated: August 8", "en", pasted=dt.date(2024, 8, 9))
    assert [stamp.value.isoformat() for stamp in found] == ["2024-08-07T04:00:00-04:00", "2024-08-08"]
