"""Long lists cut into sheets that stay as they are when one more briefing comes, wherever it falls."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

import pytest

from builder.model.briefing import Briefing
from builder.model.ids import Slug
from builder.model.moment import Moment
from builder.press import sheets
from builder.press.sheets import further


def briefings(count: int, *, a_day: int = 3) -> list[Briefing]:
    first = dt.date(1990, 1, 1)
    return [
        Briefing(
            slug=Slug(f"report-{number}"), headline="x", published=Moment(day=first + dt.timedelta(number // a_day))
        )
        for number in range(count)
    ]


def parts_of(listed: Sequence[Briefing], size: int) -> list[Sequence[Briefing]]:
    return sheets._of(listed, size)


def slugs(parts: Sequence[Sequence[Briefing]]) -> list[tuple[str, ...]]:
    return [tuple(one.slug for one in part) for part in parts]


@pytest.mark.parametrize("count", [0, 1, 24, 25, 50, 51, 99, 100, 1000])
def test_every_briefing_stands_on_one_sheet_and_none_is_too_long(count: int) -> None:
    listed = briefings(count)
    parts = parts_of(listed, 50)
    assert [one for part in parts for one in part] == listed
    assert all(38 <= len(part) <= 62 for part in parts[:-1])
    assert len(parts[-1]) < 62 + 12
    assert len(parts) == 1 or len(parts[-1]) >= 12


def test_sheets_hold_about_as_many_as_are_asked_for() -> None:
    parts = parts_of(briefings(5000), 50)
    assert 40 <= 5000 / len(parts) <= 60


def test_one_more_briefing_changes_few_sheets_wherever_it_falls() -> None:
    listed = briefings(3000)
    before = set(slugs(parts_of(listed, 50)))
    rng = random.Random(1)  # noqa: S311 - repeatable is what it has to be
    changed = []
    for n in range(60):
        at = rng.randrange(len(listed) + 1)
        newcomer = Briefing(slug=Slug(f"newcomer-{n}"), headline="x", published=listed[min(at, 2999)].published)
        changed.append(len(set(slugs(parts_of([*listed[:at], newcomer, *listed[at:]], 50))) - before))
    assert sum(changed) / len(changed) < 3
    assert max(changed) < 12


def test_a_sheet_is_called_after_its_first_day_and_each_otherwise() -> None:
    keys = list(further(briefings(400, a_day=150), 20))
    assert keys[0] == "page/1990-01-01/"
    assert "page/1990-01-01-2/" in keys
    assert len(set(keys)) == len(keys)
