"""Our reading of EDTF, beside that of the package ``edtf``, which goes through a grammar of the whole standard.

Where the two part, the Library of Congress (https://www.loc.gov/standards/datetime/) decides, and the difference is
named here. Ours are the shapes of levels 0 and 1, for the years 1 to 9999.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

import pytest
from edtf import parse_edtf
from edtf.parser import parser_classes as theirs
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.errors import MalformedDate
from builder.formats import edtf
from builder.model.edtf import Edtf, Precision

LOWER_LEVELS = (
    theirs.Date,
    theirs.Season,
    theirs.UncertainOrApproximate,
    theirs.Unspecified,
    theirs.Level1Interval,
    theirs.Interval,
)

YEARS = st.one_of(
    st.integers(1, 9999).map("{:04}".format),
    st.sampled_from(
        ["196X", "19XX", "1XXX", "XXXX", "1X62", "0000", "0001", "9999", "2000", "1900", "962", "19620", "-1962"]
    ),
)
MONTHS = st.sampled_from([*(f"{n:02}" for n in range(26)), "XX", "1X", "6", "41"])
DAYS = st.sampled_from([*(f"{n:02}" for n in range(33)), "XX", "1X", "8"])
MARKS = st.sampled_from(["", "", "", "?", "~", "%", "??", "?~"])
DATES = st.one_of(
    st.builds("{}{}".format, YEARS, MARKS),
    st.builds("{}-{}{}".format, YEARS, MONTHS, MARKS),
    st.builds("{}-{}-{}{}".format, YEARS, MONTHS, DAYS, MARKS),
    st.dates().map(dt.date.isoformat),
)
ENDS = st.one_of(DATES, st.sampled_from(["", "..", "open", "unknown"]))
TEXTS = st.one_of(DATES, st.builds("{}/{}".format, ENDS, ENDS), st.text("0129X-/.?~%TZ: ", max_size=12))


def package(text: str) -> object | None:
    """Return what the package reads, if that is of the levels 0 and 1 (times of day apart, see below)."""
    try:
        found = parse_edtf(text)
    except (EDTFParseException, TypeError, AttributeError):  # It stumbles over "/..".
        return None
    # Not isinstance(): what is of level 2 is a subclass.
    return found if type(found) in LOWER_LEVELS else None


def ours(text: str) -> Edtf | None:
    try:
        return edtf.loads(text)
    except MalformedDate:
        return None


def package_errs(text: str) -> str | None:
    """Say why the package is wrong by the standard, or what we leave out on purpose, where it accepts a text."""
    parts = text.split("/")
    days = [tuple(map(int, found)) for found in re.findall(r"\b(\d{4})-(0[1-9]|1[0-2])-(\d\d)\b", text)]
    first, last = (ours(part) if len(parts) == 2 else None for part in (parts[0], parts[-1]))
    starts, ends = first.first if first else None, last.last if last else None
    reasons = {
        "years before 1, and significant digits (which are level 2), are left out": re.search(
            r"-\d{4}|(?<!\d)0000|S\d", text
        ),
        "there is no blank in an EDTF date": re.search(r"\s", text),
        "it takes 29 February in every year": any(d > calendar.monthrange(y, m)[1] for y, m, d in days if y),
        "level 1 leaves one or two digits of a year open; three are level 2": re.search(r"(?<!\d)\dXXX", text),
        "an interval without any date says nothing": all(part in ("", "..") for part in parts),
        "an interval cannot end before it begins": starts and ends and ends < starts,
    }
    return next((reason for reason, found in reasons.items() if found), None)


def package_lacks(text: str) -> str | None:
    """Say why the package is wrong by the standard where it refuses a text."""
    if re.fullmatch(r"\d{4}-2[1-4][?~%]", text):
        return "qualification is of a complete date, and a season is one; the package takes it in intervals only"
    return None


@given(TEXTS)
@settings(max_examples=350)
@example("1963-02-29")
@example("19XX-XX")
@example("2004-06-XX/2004-07-03")
@example("1962-21?")
@example("../..")
@example("1963/1962")
@example("0001")
@example("9999-24")
@example("2001S1")
def test_we_take_what_the_package_takes_of_levels_0_and_1(text: str) -> None:
    found, known = ours(text), package(text)
    if text.strip() != text:  # Blanks around a date are an editor's, in both.
        text = text.strip()
    if found is None:
        assert known is None or package_errs(text), text
    else:
        assert known is not None or package_lacks(text), text


@given(TEXTS)
@settings(max_examples=350)
@example("1962-24")
@example("9999-24")
@example("9999-21")
@example("19XX")
@example("00XX")
@example("2000-02-XX")
@example("1961-06-03/1961-06-04")
def test_we_mean_the_same_days(text: str) -> None:
    found, known = ours(text), package(text)
    # What only one of the two takes is the other test's; years that no date of Python has are none of ours.
    if found is None or known is None or "-0" in text[:2] or "00XX" in text:
        return
    lower, upper = known.lower_strict(), known.upper_strict()  # type: ignore[attr-defined]  # the package has no types
    left, right = (text.strip().split("/") * 2)[:2]
    if left not in ("", "..") and not season(left):
        assert found.first == day(lower)
    if right not in ("", "..") and not season(right):
        assert found.last == day(upper)


def season(text: str) -> bool:
    """Tell of a season: the package takes whole quarters of the year for them, which is no season of either half.

    The standard names no months. We take the meteorological ones of the north, tested below.
    """
    return bool(re.match(r"\d{4}-2[1-4]", text))


def day(known: object) -> dt.date:
    return dt.date(*known[:3])  # type: ignore[index]  # a struct_time


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1962-21", "1962-03-01", "1962-05-31"),
        ("1962-22", "1962-06-01", "1962-08-31"),
        ("1962-23", "1962-09-01", "1962-11-30"),
        ("1962-24", "1962-12-01", "1963-02-28"),
        ("1963-24", "1963-12-01", "1964-02-29"),
        ("9999-23", "9999-09-01", "9999-11-30"),
        ("9999-24", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_season_has_three_months_of_the_north(text: str, first: str, last: str) -> None:
    found = edtf.loads(text)
    assert found.precision is Precision.SEASON
    assert (str(found.first), str(found.last)) == (first, last)


@given(TEXTS)
@settings(max_examples=300)
def test_a_date_is_written_as_it_was(text: str) -> None:
    found = ours(text)
    # Most texts are no dates; those are the first test's.
    if found is not None:
        assert edtf.dumps(found) == text.strip()
        assert edtf.loads(edtf.dumps(found)) == found
        assert found.first is None or found.last is None or found.first <= found.last


@given(TEXTS, st.sampled_from(["en", "de", "uk", "ja", "ar", "pt-BR"]), st.booleans())
@settings(max_examples=300)
def test_every_date_can_be_said_in_every_language(text: str, language: str, short: bool) -> None:  # noqa: FBT001 - drawn
    # Most texts are no dates; nobody asks for their label.
    if ours(text) is not None:
        said = edtf.label(text, language, short=short)
        assert said == said.strip() != ""
        assert not re.search(r"X|\.\.|~|%", said)


@given(st.text(max_size=20))
def test_any_other_text_is_refused_and_nothing_else_happens(text: str) -> None:
    assert ours(text) is None or re.search(r"\d", text)


@given(st.dates())
def test_a_day_is_that_day(of: dt.date) -> None:
    found = edtf.of_day(of)
    assert found.day == found.first == found.last == of
    assert found.may_be(of)


@pytest.mark.parametrize(
    "text", ["1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "Y170000002", "-1985", "1984-1X", "[1962, 1963]"]
)
def test_what_we_leave_out_is_refused(text: str) -> None:
    """A time of day is level 0, far years are level 1: both left out on purpose. The rest is level 2."""
    with pytest.raises(MalformedDate):
        edtf.loads(text)
