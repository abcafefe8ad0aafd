"""How dates are said to a reader. What is a date, and which days it means, is tested beside the package ``edtf``."""

from __future__ import annotations

import pytest

from builder.errors import MalformedDate
from builder.formats import edtf
from builder.model.edtf import Precision


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("1962-06-08", "8 June 1962", "8 Jun 1962"),
        ("1962-06", "June 1962", "Jun 1962"),
        ("1962", "1962", "1962"),
        ("0962", "962", "962"),
        ("196X", "1960s", "1960s"),
        ("19XX", "1900s", "1900s"),
        ("1962-XX", "1962", "1962"),
        ("1962-06-XX", "June 1962", "Jun 1962"),
        ("1962-21", "Spring 1962", "Spring 1962"),
        ("1962-24?", "Winter 1962?", "Winter 1962?"),
        ("1962-06?", "June 1962?", "Jun 1962?"),
        ("1962~", "about 1962", "about 1962"),
        ("1962%", "about 1962?", "about 1962?"),
        ("1961-06-03/1961-06-04", "3–4 June 1961", "3–4 Jun 1961"),
        ("1961-06-03/1961-07-04", "3 June – 4 July 1961", "3 Jun – 4 Jul 1961"),
        ("1961-12-30/1962-01-02", "30 December 1961 – 2 January 1962", "30 Dec 1961 – 2 Jan 1962"),
        ("1961/1962-06", "1961 – June 1962", "1961 – Jun 1962"),
        ("1961-06-03/1961-06-04?", "3 June 1961 – 4 June 1961?", "3 Jun 1961 – 4 Jun 1961?"),
        ("1961/..", "from 1961", "from 1961"),
        ("1961/", "from 1961", "from 1961"),
        ("../1961-06", "until June 1961", "until Jun 1961"),
        (" 1962-21 ", "Spring 1962", "Spring 1962"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(text: str, long: str, short: str) -> None:
    assert edtf.label(text) == long
    assert edtf.label(text, short=True) == short


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("1962-06-08", "de", "8. Juni 1962"),
        ("1962-06-08", "fr", "8 juin 1962"),
        ("1962-06-08", "en-US", "8 June 1962"),
        ("1962-06", "fr", "juin 1962"),
        ("1962-06-08", "ja", "1962年6月8日"),
        ("1961-06-03/1961-06-04", "de", "3. Juni 1961 – 4. Juni 1961"),
    ],
)
def test_other_languages_say_it_their_way(text: str, language: str, said: str) -> None:
    assert edtf.label(text, language) == said


@pytest.mark.parametrize(
    ("text", "precision", "uncertain", "approximate"),
    [
        ("1962-06-08", Precision.DAY, False, False),
        ("1962-06-08?", Precision.DAY, True, False),
        ("1962-06~", Precision.MONTH, False, True),
        ("1962%", Precision.YEAR, True, True),
        ("196X", Precision.DECADE, False, False),
        ("19XX?", Precision.CENTURY, True, False),
        ("1962-22", Precision.SEASON, False, False),
        ("1961?/1962~", Precision.INTERVAL, True, True),
    ],
)  # fmt: skip
def test_a_date_tells_how_sure_it_is(text: str, precision: Precision, uncertain: bool, approximate: bool) -> None:  # noqa: FBT001 - a table
    found = edtf.loads(text)
    assert (found.precision, found.uncertain, found.approximate) == (precision, uncertain, approximate)
    assert (found.day is not None) == (text == "1962-06-08")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1962-13", "there is no such month"),
        ("1962-02-29", "there is no such day"),
        ("June 1962", "write 1962, 1962-06"),
        ("1963/1962", "the interval ends before it begins"),
        ("/", "an interval needs a beginning or an end"),
        ("196X/1970", "a date with X cannot be part of an interval"),
        ("٠٩٦٢", "write 1962"),
        ("1962\n", None),
    ],
)
def test_what_is_no_date_says_what_to_write(text: str, said: str | None) -> None:
    if said is None:
        assert edtf.loads(text).text == "1962"
    else:
        with pytest.raises(MalformedDate, match=said):
            edtf.loads(text)


def test_a_long_text_is_not_repeated_in_full() -> None:
    with pytest.raises(MalformedDate) as fault:
        edtf.loads("9" * 100_000)
    assert len(str(fault.value)) < 200
