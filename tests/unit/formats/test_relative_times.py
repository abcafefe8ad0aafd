"""How long ago: in the words of each language, counted in days, and not seen where a text only speaks of hours."""

from __future__ import annotations

import pytest

from builder.formats.relative_times import find


@pytest.mark.parametrize(
    ("line", "language", "days"),
    [
        ("5 hours ago", "en", 0),
        ("an hour ago", "en", 0),
        ("2d ago", "en", 2),
        ("Kim Doe 7 hours", "en", 0),
        ("vor 2 Tagen", "de", 2),
        ("vor einer Stunde", "de", 0),
        ("il y a 2 jours", "fr", 2),
        ("hace una hora", "es", 0),
        ("há 3 horas", "pt", 0),
        ("3 години тому", "uk", 0),
        ("3 часа назад", "ru", 0),
        ("před 3 hodinami", "cs", 0),
        ("5 godzin temu", "pl", 0),
        ("3 tuntia sitten", "fi", 0),
        ("5 órája", "hu", 0),
        ("πριν από 3 ώρες", "el", 0),
        ("לפני 3 שעות", "he", 0),
        ("منذ 3 ساعات", "ar", 0),
        ("۵ ساعت پیش", "fa", 0),
        ("5 घंटे पहले", "hi", 0),
        ("3 ชั่วโมงที่ผ่านมา", "th", 0),
        ("1 giờ trước", "vi", 0),
        ("3 jam yang lalu", "id", 0),
        ("3시간 전", "ko", 0),
        ("1時間前", "ja", 0),
        ("včera 14:40", "cs", 1),
        ("1 day ago", "xh", 1),
    ],
)
def test_the_words_of_each_language_are_known(line: str, language: str, days: int) -> None:
    ago = find(line, language)
    assert ago is not None
    assert ago.days == days


@pytest.mark.parametrize(
    ("line", "language"),
    [("for 5 hours a day", "en"), ("20 people", "en"), ("2 dny v týdnu", "cs"), ("Seit 1978 hat er", "de")],
)
def test_a_length_of_time_is_not_how_long_ago(line: str, language: str) -> None:
    assert find(line, language) is None
