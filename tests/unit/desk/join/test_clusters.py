"""Which events without a report an item's date leads to."""

from __future__ import annotations

import pytest

from builder.desk.join.clusters import Clusters
from builder.formats import edtf


@pytest.mark.parametrize(
    ("told", "asked", "found"),
    [
        ("1967-06-23", "1967-06-23", True),
        ("1967-06-23", "1967-06-24", False),
        ("1967-06-23/1967-06-25", "1967-06-23", True),
        ("1967-06-23/1967-06-25", "1967-06-25", True),
        ("1967-06-23/1967-06-25", "1967-06-24", False),
        ("1967-06-23/1967-06-25", "1967-06-23/1967-06-25", True),
        ("1967-06-24", "1967-06-23/1967-06-25", True),
        ("1967-06-24", "1967-06", True),
        ("1967-01-01/1967-12-31", "1967-01-01", False),
        ("1967-06", "1967-06-01", False),
    ],
)
def test_an_event_waits_under_its_day_and_under_the_days_on_which_what_lasted_began_and_ended(
    told: str, asked: str, *, found: bool
) -> None:
    clusters = Clusters()
    number = clusters.new()
    clusters.wait(number, edtf.loads(told))
    assert list(clusters.waiting(edtf.loads(asked))) == ([number] if found else [])
