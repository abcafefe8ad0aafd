"""Dates above articles: each language's own, other calendars' in ours, and what only looks like a date left alone."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.formats.calendars import from_jalali
from builder.formats.month_names import month_of
from builder.formats.printed_dates import find


@pytest.mark.parametrize(
    ("line", "language", "said"),
    [
        ("Friday, May 3, 2024 8:00 PM", "en", "May 3, 2024"),
        ("12-May-2024", "en", "12-May-2024"),
        ("28. 4. 2023, 18:41 Uhr", "de", "28. 4. 2023"),
        ("3. Jänner 2024", "de", "3. Jänner 2024"),
        ("1er mai 2024", "fr", "1er mai 2024"),
        ("5 de mayo de 2024", "es", "5 de mayo de 2024"),
        ("05 GENNAIO 2025", "it", "05 GENNAIO 2025"),
        ("3. května 2024", "cs", "3. května 2024"),
        ("3 HAZİRAN 2024", "tr", "3 HAZİRAN 2024"),
        ("3 ΜΑΪΟΥ 2024", "el", "3 ΜΑΪΟΥ 2024"),
        ("2024. május 3. 14:22", "hu", "2024. május 3"),
        ("2024 m. gegužės 3 d.", "lt", "2024 m. gegužės 3"),
        ("2024. gada 3. maijs", "lv", "2024. gada 3. maijs"),
        ("3 tháng 5, 2024", "vi", "3 tháng 5, 2024"),
        ("2024年5月3日 12:30", "ja", "2024年5月3日"),
        ("民國113年5月3日", "zh", "民國113年5月3日"),
        ("입력 2024.05.03. 오후 3:45", "ko", "2024.05.03"),
        ("5 मई 2024", "hi", "5 मई 2024"),
        ("২০ মে ২০২৪", "bn", "২০ মে ২০২৪"),
        ("١٤ مايو ٢٠٢٤", "ar", "١٤ مايو ٢٠٢٤"),
        ("14 كانون الثاني 2024", "ar", "14 كانون الثاني 2024"),
        ("3 במאי 2024", "he", "3 במאי 2024"),
        ("3 พ.ค. 2567 เวลา 12.30 น.", "th", "3 พ.ค. 2567"),
        ("۱۴ اردیبهشت ۱۴۰۳", "fa", "۱۴ اردیبهشت ۱۴۰۳"),
        ("1403/02/14", "fa", "1403/02/14"),
        ("28 April 20232:23 PM", "en", "28 April 2023"),
        ("Jane DoeApril 3, 2024", "en", "April 3, 2024"),
        ("8 MIN 3 May 2024", "en", "3 May 2024"),
    ],
)
def test_a_date_is_found_as_its_language_prints_it(line: str, language: str, said: str) -> None:
    (date,) = find(line, language)
    assert line[date.start : date.end] == said


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("3 พ.ค. 2567", "th", (2024, 5, 3)),
        ("۱۴ اردیبهشت ۱۴۰۳", "fa", (2024, 5, 3)),
        ("民國113年5月3日", "zh", (2024, 5, 3)),
        ("令和6年5月3日", "ja", (2024, 5, 3)),
        ("04/24/2024", "en", (2024, 4, 24)),
        ("14-05-24", "es", (2024, 5, 14)),
    ],
)
def test_other_calendars_and_orders_come_out_in_ours(line: str, language: str, day: tuple[int, int, int]) -> None:
    (date,) = find(line, language)
    assert (date.year, date.month, date.day) == day


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("May 2024", "en"),
        ("20 people of 2024", "en"),
        ("1 MINUTI DI LETTURA", "it"),
        ("Version 3.5.1", "en"),
        ("32. Mai 2024", "de"),
        ("13:37 Uhr", "de"),
        ("Call 03-14159", "en"),
        ("1403 people", "en"),
    ],
)
def test_what_only_looks_like_a_date_is_none(line: str, language: str) -> None:
    assert find(line, language) == ()


def test_a_numeric_date_is_ambiguous_in_english_only() -> None:
    assert find("03/04/2025", "en")[0].either_way
    assert not find("03/04/2025", "fr")[0].either_way
    assert not find("13/04/2025", "en")[0].either_way


def test_a_close_language_lends_its_months() -> None:
    assert month_of("січня", "ru") == 1
    assert month_of("Sept", "fr") == 9
    assert month_of("listopada", "pl") == 11
    assert month_of("listopada", "hr") == 10


@pytest.mark.parametrize(
    ("persian", "ours"),
    [
        ((1403, 1, 1), dt.date(2024, 3, 20)),
        ((1404, 1, 1), dt.date(2025, 3, 21)),
        ((1399, 12, 30), dt.date(2021, 3, 20)),
        ((1357, 11, 22), dt.date(1979, 2, 11)),
        ((1375, 1, 1), dt.date(1996, 3, 20)),
    ],
)
def test_persian_days_around_leap_years_are_right(persian: tuple[int, int, int], ours: dt.date) -> None:
    assert dt.date(*from_jalali(*persian)) == ours
