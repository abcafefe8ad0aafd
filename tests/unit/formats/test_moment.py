"""When an outlet published, as front matter has it."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.errors import MalformedDate
from builder.formats import moment
from builder.model.moment import Moment


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2025-02-21", "2025-02-21"),
        (" 2025-02-21\n", "2025-02-21"),
        ("2025-02-21T08:09:00+02:00", "2025-02-21T08:09:00+02:00"),
        ("2025-02-21 08:09+0200", "2025-02-21T08:09:00+02:00"),
        ("2025-02-21T08:09Z", "2025-02-21T08:09:00+00:00"),
        ("2025-02-21T08:09:10.5-03:30", "2025-02-21T08:09:10.500000-03:30"),
    ],
)
def test_a_moment_is_written_in_one_way(text: str, written: str) -> None:
    assert moment.dumps(moment.loads(text)) == written


def test_a_day_has_no_time() -> None:
    assert moment.loads("2025-02-21") == Moment(day=dt.date(2025, 2, 21), time=None)


def test_the_day_is_that_of_the_outlet() -> None:
    assert moment.loads("2025-02-21T00:30:00+02:00").day == dt.date(2025, 2, 21)


@pytest.mark.parametrize(
    "text",
    [
        "", "2025", "2025-02", "2025-2-1", "2025-02-30", "2025-02-21T08:09", "2025-02-21T08:09:00", "2025-02-21T25:00Z", "20250221",
        "2025-02-21T08:09:00+2", "2025-02-21T08:09:00+99:00", "21.02.2025", "٢٠٢٥-٠٢-٢١", "2025-02-21T08:09:00.1234567Z", "1740096000",
        "2025-02-21/2025-02-22", "today",
    ],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(MalformedDate):
        moment.loads(text)


def test_the_fault_says_what_to_write() -> None:
    with pytest.raises(MalformedDate, match=r"write a day \(2025-02-21\) or a time with its offset"):
        moment.loads("yesterday")
