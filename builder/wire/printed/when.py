"""The date and time that stand above an article: published and updated, with the zone where one is named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from builder.formats import relative_times
from builder.formats.digits import with_plain_digits
from builder.formats.printed_dates import Printed, find
from builder.formats.spoken_dates import weekdays
from builder.formats.word_lists import alternation
from builder.wire.printed import clock
from builder.wire.printed.byline_words import by
from builder.wire.printed.lines import LINES_KEPT, Line
from builder.wire.printed.stamp_words import BESIDE, PUBLISHED, READING_TIME, UPDATED

LONGEST_STAMP = 160
"""Characters of a line with two dates and a byline."""
LONGEST_BESIDE = 80
"""Characters beside the date in its line: a byline with a role."""
LONGEST_IN_SENTENCE = 25
"""Characters beside the date in a line that otherwise reads as a sentence."""
MOST_WORDS_WITH_STOP = 2
"""Words beside the date in a line that ends in a full stop: "Updated on 3 May."."""
MOST_IN_LOWER_CASE = 2
"""Words without a capital beside the date, where no by-word explains them; more are a headline or a caption."""
LONGEST_RELATIVE = 60
"""Characters of a line that says how long ago; a longer one is a sentence."""
FARTHEST_TIME = 40
"""Characters between a time and the date behind it; "15:56 BST, 27 April" has ten."""
TOMORROW = dt.timedelta(days=1)
"""After the day of pasting: somewhere it is already that day. What is later still was not published yet."""
LEAP_YEAR = 2000
"""Stands in where only the place of a date in its line is asked for; it has every day."""

_GAP = "\x1f"
"""Stands where a date was taken out of a line; no text has the character."""
_MARKS = r"|•·,;:()\-–—/（）@【】\[\]"
_DANGLING = re.compile(rf"[{_MARKS}\s]+$|^[{_MARKS}\s]+")
_BETWEEN = re.compile(r"\s[|•·\-–—/]\s")
_AROUND = re.compile(
    rf"(?:{BESIDE.pattern}[\s:.,|•·()-]*)+(?={_GAP})|(?<={_GAP})(?:[\s:.,|•·()-]*{BESIDE.pattern})+", re.IGNORECASE
)
_ZONE_BESIDE = re.compile(
    rf"(?<={_GAP})\s?\(?(?:IST|CST|PKT|SGT|HKT|MYT|ICT|WAT|EAT|CAT|AST|ART|BRT|MSD|GST|PHT|CT|MT|local time)\b\)?"
)
"""Names of zones that mean several offsets, or are seldom met: they are left out, and the time stays naive."""
_DIGIT = re.compile(r"\d")
_LOWER_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{2,}")
_SAYS_UPDATED_BEHIND = re.compile(r"^\W*(?:更新|수정|업데이트)\W*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A full date found in a line, with the parts of the line it takes up."""

    value: dt.datetime | dt.date
    """Naive where no zone is named."""
    updated: bool
    rest: str
    """What the line says besides: perhaps a byline."""
    published: bool = False
    """Whether the line says that it is the date of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """How many days ago a line says that something was published."""

    days: int
    rest: str
    """What the line says besides: perhaps a byline."""


def stamps(line: str, language: str, *, pasted: dt.date | None = None) -> tuple[Stamp, ...]:
    """Return the dates that a line holds: with a year, or as pages of this year print them.

    A date without a year counts beside another one or a time of day, or alone in its line. ``pasted`` decides between
    the two readings of "03/04/2025" in English: the later one that is not in the future; a date in the future is none.
    """
    return _stamps(line, language, pasted) if _DIGIT.search(line) else ()


@lru_cache(maxsize=1024)
def _stamps(text: str, language: str, pasted: dt.date | None) -> tuple[Stamp, ...]:
    line = with_plain_digits(text)
    found = find(line, language)
    if not found:
        return ()
    rest = _rest(line, found, language)
    if not any(date.year for date in found) and rest and not clock.TIME.search(line):
        return ()
    day: dt.date | None = None
    told = False
    result: list[Stamp] = []
    for i, printed in enumerate(found):
        date = _date(printed, day, pasted)
        if date is None:
            continue
        above = line[found[i - 1].end if i else 0 : printed.start]
        below = line[printed.end : found[i + 1].start if i + 1 < len(found) else len(line)]
        # A time in front of its date stands next to it; farther off, or told by the date before, it is somebody else's.
        behind = _with_time(date, below)
        own = len(above) <= FARTHEST_TIME and not told
        value = behind or _with_time(date, above if own else "") or date
        told = behind is not None
        day = date
        updated = bool(UPDATED.search(above) or _SAYS_UPDATED_BEHIND.match(below))
        result.append(Stamp(value=value, updated=updated, rest=rest, published=bool(PUBLISHED.search(above))))
    if len(found) == 1 and result and not result[0].updated:
        return _updated_same_day(line, found[0], result[0]) or tuple(result)
    return tuple(result)


def _updated_same_day(line: str, printed: Printed, stamp: Stamp) -> tuple[Stamp, ...]:
    """Return both stamps of "7 May 2024, 09:10, updated 11:45"; nothing where the line has no second time."""
    day = stamp.value.date() if isinstance(stamp.value, dt.datetime) else stamp.value
    mark = UPDATED.search(line, printed.end)
    later = _with_time(day, line[mark.end() :]) if mark else None
    if mark is None or later is None:
        return ()
    own = _with_time(day, line[printed.end : mark.start()]) or day
    return (Stamp(value=own, updated=False, rest=stamp.rest), Stamp(value=later, updated=True, rest=stamp.rest))


def since(line: str, language: str) -> Since | None:
    """Return how long ago a short line says it was, and nothing of a calendar ("Kim Doe 7 hours ago")."""
    for part in line.split(" | "):
        if len(part) > LONGEST_RELATIVE:
            continue
        ago = relative_times.find(part, language)
        if ago is None:
            continue
        rest = _without_words(f"{part[: ago.start]} {_GAP} {part[ago.end :]}", language)
        if not (ago.named and (rest or len(part) == ago.end - ago.start)):
            return Since(days=ago.days, rest=rest)
    return None


def clock_alone(line: Line, language: str) -> bool:
    """Tell whether a line gives a time of day and no day, as pages print it on the day itself ("Stand: 20:03 Uhr")."""
    if line.size > LONGEST_RELATIVE or not _DIGIT.search(line.text):
        return False
    text = with_plain_digits(line.text)
    return bool(clock.TIME.search(text)) and not find(text, language) and not _without_words(text, language)


def is_stamp(line: Line, language: str) -> bool:
    """Tell whether a line gives a date, or how long ago, and little else."""
    return not line.bullet and _is_stamp(line.text, language, short=line.size <= LONGEST_STAMP, prose=line.is_prose)


# By the words of the line, and not by the line: those are hashed once.
@lru_cache(maxsize=LINES_KEPT)
def _is_stamp(text: str, language: str, *, short: bool, prose: bool) -> bool:
    found = stamps(text, language) if short else ()
    if found:
        return not _is_sentence(text, found[0].rest, prose=prose)
    ago = since(text, language)
    return ago is not None and not _is_sentence(text, ago.rest, prose=prose)


def _is_sentence(text: str, rest: str, *, prose: bool) -> bool:
    """Tell whether a line says more than its date: "It opened on 17 May 1958."."""
    if READING_TIME.sub("", text).endswith((".", "。")) and len(rest.split()) > MOST_WORDS_WITH_STOP:
        return True
    in_lower_case = sum(word.islower() for word in _LOWER_WORD.findall(rest))
    if in_lower_case > MOST_IN_LOWER_CASE and not by(rest):
        return True
    return len(rest) > (LONGEST_IN_SENTENCE if prose else LONGEST_BESIDE)


def _date(printed: Printed, day: dt.date | None, pasted: dt.date | None) -> dt.date | None:
    year = printed.year or (day.year if day else _year_of(printed, pasted))
    try:
        plain = dt.date(year, printed.month, printed.day)
        turned = dt.date(year, printed.day, printed.month) if printed.either_way else plain
    except ValueError:
        return None
    past = [date for date in (plain, turned) if pasted is None or date <= pasted + TOMORROW]
    if not past:
        return None
    return max(past) if pasted else plain


def _year_of(printed: Printed, pasted: dt.date | None) -> int:
    """Return the latest year that does not put a day without one into the future."""
    if pasted is None:
        return LEAP_YEAR
    latest = pasted + TOMORROW
    return latest.year - ((printed.month, printed.day) > (latest.month, latest.day))


def _with_time(date: dt.date, text: str) -> dt.datetime | None:
    stop = UPDATED.search(text)
    return clock.at(date, text[: stop.start()] if stop else text)


def _rest(line: str, found: Sequence[Printed], language: str) -> str:
    text = line
    for printed in reversed(found):
        text = f"{text[: printed.start]} {_GAP} {text[printed.end :]}"
    return _without_words(text, language)


def _without_words(text: str, language: str) -> str:
    """Return what a stamp's line says besides date, time, zone, weekday and the words that introduce them."""
    text = READING_TIME.sub(" ", text)
    for pattern in (clock.TIME, clock.OFFSET, clock.ZONE, _weekday(language)):
        text = pattern.sub(_GAP, text)
    text = _ZONE_BESIDE.sub("", text)
    text = PUBLISHED.sub(" ", UPDATED.sub(" ", text))
    text = _AROUND.sub(" ", f"{_GAP}{text}" if text.lstrip() != text else text)
    text = _BETWEEN.sub(", ", _DANGLING.sub(" ", text.replace(_GAP, " ")))
    return " ".join(text.split()).strip(f" {_MARKS}".replace("\\", ""))


@lru_cache(maxsize=64)
def _weekday(language: str) -> re.Pattern[str]:
    """Return what finds a weekday beside a date.

    It may be glued to the name before it ("Iryna BalachukFriday"), but only where a new word clearly begins.
    """
    names = "\n".join(weekdays(language) | weekdays("en"))
    own = rf"(?<!\w)(?i:{alternation(names)})"
    glued = rf"(?<=[a-zà-ÿа-яіїєґ]){alternation(names.title())}"
    return re.compile(rf"(?:{own}|{glued})[.,]*\s*(?={_GAP}|$|[,.])")
