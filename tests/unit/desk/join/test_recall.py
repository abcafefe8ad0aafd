"""When a report is taken for the one that an item recalls: both sides of every threshold."""

from __future__ import annotations

import pytest

from builder.desk.join.evidence import Evidence
from builder.desk.join.recall import (
    CLEARLY,
    DESPITE_STRANGERS,
    ENOUGH,
    OF_ONE_DAY,
    OF_THE_SAME_WORDS,
    WORDS_TOO,
    Candidate,
    chosen,
)

A_BIT_LESS = 0.01


def report(
    at: int,
    bits: float,
    *,
    when: str = "same day",
    shared: tuple[str, ...] = ("x",),
    missing: tuple[str, ...] = (),
    told: float = 9,
) -> Candidate:
    evidence = Evidence(bits=bits, told=told, shared=shared, missing=missing)
    return Candidate(at=at, when=when, bits=bits, evidence=evidence)


def test_enough_is_taken_and_a_bit_less_is_not() -> None:
    assert chosen([report(1, ENOUGH)], {}) == report(1, ENOUGH)
    assert chosen([report(1, ENOUGH - A_BIT_LESS)], {}) is None
    assert chosen([], {}) is None


def test_the_date_alone_is_never_enough() -> None:
    assert chosen([report(1, 20, told=WORDS_TOO)], {})
    assert chosen([report(1, 20, told=WORDS_TOO - A_BIT_LESS)], {}) is None


def test_two_names_that_a_report_lacks_ask_for_more() -> None:
    one, two = ("Kennedy",), ("Kennedy", "Cuba")
    assert chosen([report(1, ENOUGH, missing=one)], {})
    assert chosen([report(1, DESPITE_STRANGERS, missing=two)], {})
    assert chosen([report(1, DESPITE_STRANGERS - A_BIT_LESS, missing=two)], {}) is None


@pytest.mark.parametrize(
    ("when", "theirs", "ahead"),
    [
        ("same day", ("y",), OF_ONE_DAY),
        ("within 1967", ("x", "Moscow"), OF_THE_SAME_WORDS),
        ("within 1967", ("Moscow",), OF_THE_SAME_WORDS),  # what only the best has is a plain word
        ("within 1967", ("x",), CLEARLY),
        ("no date", ("Moscow",), CLEARLY),
        ("no date", ("x", "Moscow"), OF_THE_SAME_WORDS),
    ],
)
def test_a_report_must_lead_by_so_much_and_no_less(when: str, theirs: tuple[str, ...], ahead: float) -> None:
    best = report(1, 20, when=when, shared=("x", "Moscow"))
    assert chosen([best, report(2, 20 - ahead, when=when, shared=theirs)], {}) == best
    assert chosen([best, report(2, 20 - ahead + A_BIT_LESS, when=when, shared=theirs)], {}) is None


def test_two_reports_of_one_event_are_no_rivals() -> None:
    best = report(1, 20)
    assert chosen([best, report(2, 20)], {1: 7, 2: 7}) == best
    assert chosen([best, report(2, 20), report(3, 20)], {1: 7, 2: 7, 3: 8}) is None
