"""When an article came out that prints no date: the day that its first paragraph names."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.desk.when import of_publication

THURSDAY = dt.date(2025, 6, 19)


@pytest.mark.parametrize(
    ("language", "paragraph", "day"),
    [
        ("en", "The bridge was closed on Wednesday, the roads office said.", "2025-06-18"),
        ("en", "The bridge was closed on Thursday after a lorry hit it. It had been opened on Monday.", "2025-06-19"),
        ("de", "Die Brücke ist am Mittwoch gesperrt worden, teilte die Stadt mit.", "2025-06-18"),
        ("de", "Die Brücke ist am 17.6. gesperrt worden, teilte die Stadt mit.", "2025-06-17"),
        ("uk", "Міст закрили у вівторок, повідомили в міській раді.", "2025-06-17"),
        ("vi", "Ngày 17/6, ông Nguyễn Văn Bình cho biết cây cầu đã đóng cửa.", "2025-06-17"),
        # They point from the day that is sought.
        ("en", "The bridge was closed yesterday, the roads office said today.", None),
        # Nor does an older day say when it came out, a month, or one that is still to come.
        ("en", "The bridge was opened on 3 June and has been closed since then.", None),
        ("en", "The bridge was opened in June, a year late.", None),
        ("en", "The bridge will be closed on Saturday, the roads office said.", None),
        ("en", "The score was 17/6 and the shares rose by 18.6 per cent.", None),
    ],
)
def test_the_last_day_of_the_week_before_counts(language: str, paragraph: str, day: str | None) -> None:
    found = of_publication.day(paragraph, THURSDAY, language)
    assert (found.isoformat() if found else None) == day
