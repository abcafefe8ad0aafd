"""Days that a sentence points to from the day it was published: "yesterday", "two weeks ago", "on Tuesday"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from builder.desk.when import calendar_steps as step
from builder.desk.when.count_words import FEW, VAGUE, count_of
from builder.desk.when.relative_lexicon import Kind, Lexicon, lexicon, meaning
from builder.desk.when.tense import speaks_of_future
from builder.desk.when.time_words import Unit
from builder.formats.spoken_dates import SEASONS

_SO_FAR = (Unit.WEEK, Unit.MONTH, Unit.YEAR)
_BETWEEN = re.compile(r"\s*(?:,|of|on|am|von|der|de|des|da|do|della|el|le|van|の|的)?\s*")
"""Between a weekday and its week: "Tuesday of last week"."""
_INSIDE = re.compile(r"[\w,;)\]%€$]\s+[\"“„«‘'(]?$")
"""The text before a word that does not open its sentence."""
_OWNED = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """A phrase that points, and where to."""

    start: int
    end: int
    date: str
    """EDTF."""
    weekday: int | None = None
    """Monday is 0; only where the phrase says no more than that."""
    monday: dt.date | None = None
    """The first day of the week that the phrase names, where it names one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One match with what is needed to resolve it."""

    lexicon: Lexicon
    said: Mapping[str, str]
    is_english: bool
    published: dt.date
    future: bool

    @property
    def unit(self) -> Unit:
        return meaning(self.lexicon.units, self.said["unit"])

    @property
    def weekday(self) -> int:
        return meaning(self.lexicon.weekdays, self.said["weekday"])

    @property
    def month(self) -> int:
        said = self.said["month"]
        return int(said) if said.isdecimal() else meaning(self.lexicon.months, said.rstrip("."))

    @property
    def counted(self) -> tuple[Unit, int, bool]:
        """The unit, how many of it, and whether that is only about so many."""
        if "count" in self.said:
            return self.unit, count_of(self.said["count"]) or 0, self.said["count"].casefold() in VAGUE
        if "two" in self.said:
            return meaning(self.lexicon.twos, self.said["two"]), 2, False
        if "one" in self.said:
            return meaning(self.lexicon.ones, self.said["one"]), 1, False
        return self.unit, FEW, True


def knows(language: str) -> bool:
    """Tell whether a language (BCP 47) has a table of its own in ``time_words``."""
    return lexicon(language) is not None


def find(sentence: str, published: dt.date, language: str) -> tuple[Pointed, ...]:
    """Return the phrases of a sentence that point to days, in order; of two that overlap the longer counts.

    Empty in a language without a table (see ``knows``).
    """
    known = lexicon(language)
    if known is None or not known.trigger.search(sentence):
        return ()
    found: list[Pointed] = []
    for kind, pattern in known.patterns:
        for match in pattern.finditer(sentence):
            pointed = _pointed(kind, match, known, published, is_english=language.startswith("en"))
            if pointed:
                found.append(pointed)
    return tuple(_joined(_longest(found), sentence))


def _pointed(kind: Kind, match: re.Match[str], known: Lexicon, today: dt.date, *, is_english: bool) -> Pointed | None:
    said = {name.rstrip("0123456789"): text for name, text in match.groupdict().items() if text is not None}
    start = match.start("weekday") if kind is Kind.WEEKDAY else match.start()
    before, phrase = match.string[:start], match.string[start : match.end()]
    if (kind in known.no_day and known.no_day[kind].search(before)) or _is_name(
        kind, phrase, before, lower=known.words.lower
    ):
        return None
    future = speaks_of_future(match.string, start, match.end())
    reading = _Reading(lexicon=known, said=said, is_english=is_english, published=today, future=future)
    if _is_attribute(reading, kind, match):
        return None
    try:
        date = _MEANINGS[kind](reading)
    except (OverflowError, ValueError):  # outside the calendar: "900 decades ago"
        return None
    if date is None:
        return None
    weekday = reading.weekday if kind is Kind.WEEKDAY else None
    return Pointed(start=start, end=match.end(), date=date, weekday=weekday, monday=_monday(kind, reading))


def _is_name(kind: Kind, phrase: str, before: str, *, lower: bool) -> bool:
    """Tell whether a capital inside a sentence makes a name of a word that is written small: "USA Today"."""
    is_capital = phrase[:1].isupper() and bool(_INSIDE.search(before))
    return is_capital and (kind is Kind.DAY or (kind is Kind.WEEKDAY and lower))


def _is_attribute(reading: _Reading, kind: Kind, match: re.Match[str]) -> bool:
    """Tell whether "today's" or "this year's" only marks a thing as the present one."""
    shift = _shift(kind, reading)
    return shift == 0 and bool(_OWNED.match(match.string, match.end()))


def _shift(kind: Kind, reading: _Reading) -> int | None:
    match kind:
        case Kind.DAY:
            return meaning(reading.lexicon.days, reading.said["day"])
        case Kind.WHOLE:
            return meaning(reading.lexicon.wholes, reading.said["whole"])[1]
        case Kind.SHIFTED:
            return meaning(reading.lexicon.shifts, reading.said["shift"])
    return None


def _monday(kind: Kind, reading: _Reading) -> dt.date | None:
    shift = _shift(kind, reading)
    if kind is Kind.WHOLE:
        unit = meaning(reading.lexicon.wholes, reading.said["whole"])[0]
    elif kind is Kind.SHIFTED and "unit" in reading.said:
        unit = reading.unit
    else:
        return None
    return step.monday(reading.published) + dt.timedelta(weeks=shift or 0) if unit is Unit.WEEK else None


def _joined(found: Iterable[Pointed], sentence: str) -> Iterator[Pointed]:
    """Join a weekday with the week beside it: "last week on Tuesday", "Tuesday of last week"."""
    waiting: Pointed | None = None
    for pointed in found:
        if waiting and _BETWEEN.fullmatch(sentence[waiting.end : pointed.start]):
            weekday = waiting.weekday if waiting.weekday is not None else pointed.weekday
            monday = waiting.monday or pointed.monday
            if weekday is not None and monday is not None:
                date = (monday + dt.timedelta(days=weekday)).isoformat()
                waiting = replace(waiting, end=pointed.end, date=date, weekday=None, monday=None)
                continue
        if waiting:
            yield waiting
        waiting = pointed
    if waiting:
        yield waiting


def _longest(found: Iterable[Pointed]) -> list[Pointed]:
    kept: list[Pointed] = []
    for pointed in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(pointed.end <= other.start or other.end <= pointed.start for other in kept):
            kept.append(pointed)
    return sorted(kept, key=lambda one: one.start)


def _day(reading: _Reading) -> str:
    return step.day(reading.published, meaning(reading.lexicon.days, reading.said["day"]))


def _whole(reading: _Reading) -> str:
    unit, shift = meaning(reading.lexicon.wholes, reading.said["whole"])
    return step.whole(reading.published, unit, shift, future=reading.future)


def _ago(reading: _Reading) -> str | None:
    unit, count, vague = reading.counted
    return step.distance(reading.published, unit, -count, vague=vague) if count else None


def _ahead(reading: _Reading) -> str | None:
    unit, count, vague = reading.counted
    # "In two days the river rose by a metre" measures how long it took.
    return step.distance(reading.published, unit, count, vague=vague) if count and reading.future else None


def _past(reading: _Reading) -> str | None:
    unit, count, vague = reading.counted
    return step.stretch(reading.published, unit, count, vague=vague) if count else None


def _earlier(reading: _Reading) -> str | None:
    return step.so_far(reading.published, reading.unit) if reading.unit in _SO_FAR else None


def _shifted(reading: _Reading) -> str | None:
    said, today = reading.said, reading.published
    shift = meaning(reading.lexicon.shifts, said["shift"])
    if "weekday" in said:
        return _shifted_weekday(reading, shift)
    if "month" in said:
        # "This may help": a month has a capital in English, and a verb opens no sentence with it.
        is_verb = reading.is_english and (said["month"].islower() or (shift == 0 and said["shift"].istitle()))
        return None if is_verb else step.month(today, reading.month, shift)
    if "season" in said:
        return step.season(today, meaning(SEASONS, said["season"]), shift)
    return step.whole(today, reading.unit, shift, future=reading.future)


def _shifted_weekday(reading: _Reading, shift: int) -> str:
    today = reading.published
    if reading.lexicon.words.of_that_week or (shift == 0 and reading.is_english):
        return (step.monday(today) + dt.timedelta(weeks=shift, days=reading.weekday)).isoformat()
    if shift == 0:
        return step.nearest(today, reading.weekday, future=reading.future).isoformat()
    day = step.weekday(today, reading.weekday, shift)
    # English is of two minds whether "last Thursday", said on a Friday, is yesterday.
    in_doubt = reading.is_english and step.monday(day) == step.monday(today)
    return day.isoformat() + ("?" if in_doubt else "")


def _part(reading: _Reading) -> str | None:
    said, today = reading.said, reading.published
    part, year = meaning(reading.lexicon.parts, said["part"]), int(said["year"]) if "year" in said else None
    if "month" not in said:
        return step.part_of_year(year, part) if year else None
    later = reading.month > today.month and not reading.future
    return step.part_of_month(year or today.year - later, reading.month, part)


def _day_of_month(reading: _Reading) -> str:
    return step.day_of_month(reading.published, int(reading.said["of_month"]), future=reading.future).isoformat()


def _weekend(reading: _Reading) -> str:
    return step.weekend(reading.published, future=reading.future)


def _weekday(reading: _Reading) -> str | None:
    if reading.is_english and not reading.said["weekday"].istitle():
        return None
    return step.nearest(reading.published, reading.weekday, future=reading.future).isoformat()


_MEANINGS: Mapping[Kind, Callable[[_Reading], str | None]] = {
    Kind.DAY: _day,
    Kind.WHOLE: _whole,
    Kind.AGO: _ago,
    Kind.AHEAD: _ahead,
    Kind.PAST: _past,
    Kind.EARLIER: _earlier,
    Kind.SHIFTED: _shifted,
    Kind.PART: _part,
    Kind.DAY_OF_MONTH: _day_of_month,
    Kind.WEEKEND: _weekend,
    Kind.WEEKDAY: _weekday,
}
