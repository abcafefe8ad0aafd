"""What the archive held on a day: who says a word, who carries a tag, on how many days there were reports."""

from __future__ import annotations

import datetime as dt
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from babel import UnknownLocaleError

from builder.desk.retelling import Stems, stems, without_asides
from builder.desk.retelling import found as words_of
from builder.desk.wording import lede
from builder.formats.locales import locale_of
from builder.model.address import filed
from builder.model.archive import Archive
from builder.model.briefing import Briefing, Status
from builder.model.ids import Slug, TagId

UNSEEN = 16
"""Briefings that any archive is taken to have beside its own, in which no word of interest stands: in an archive of
five, a word that one of them says is still a rare word."""
_NEARBY = dt.timedelta(30)
"""Before and after a day: the stretch in which days with reports are counted."""
_DAYS_NEARBY = 61
_WEEK = 7
_GONE = Status.WITHDRAWN


@dataclass(frozen=True)
class Holdings:
    """The briefings of an archive on one line through time, and what each says. Withdrawn ones stand on none.

    Everything is asked as of a place on that line, so that what came later changes no answer.
    """

    line: tuple[Briefing, ...]
    place: Mapping[Slug, int]
    known: Stems = field(default_factory=Stems)
    days: list[dt.date] = field(default_factory=list)
    """On which they are filed, by place."""
    told: list[dt.date | None] = field(default_factory=list)
    """By place: the day of the weekday that the first paragraph names."""
    by_day: dict[dt.date, list[int]] = field(default_factory=dict)
    """Places by the days on which their events may have been: those of publication and of the weekday named."""
    said: dict[str, array[int]] = field(default_factory=dict)
    """By stem: places × 2, plus 1 where headline or first paragraph say it."""
    tagged: dict[TagId, array[int]] = field(default_factory=dict)
    """By tag: places."""
    _small: dict[str, int] = field(default_factory=dict)
    """The place at which a stem first stands in small letters."""

    @classmethod
    def of(cls, archive: Archive) -> Holdings:
        """Return what an archive holds; takes about half a millisecond a briefing."""
        line = sorted((b for b in archive.briefings if b.status is not _GONE), key=lambda b: (filed(b), b.slug))
        made = cls(line=tuple(line), place={briefing.slug: at for at, briefing in enumerate(line)})
        for at, briefing in enumerate(line):
            made._add(at, filed(briefing), briefing)
        return made

    def _add(self, at: int, day: dt.date, briefing: Briefing) -> None:
        if briefing.published is None:  # nobody knows on which day it reports things
            self.days.append(day)
            self.told.append(None)
            return
        first = lede(briefing)
        named = weekday_in(first, day, briefing.language or "en")
        self.days.append(day)
        self.told.append(named)
        for one in dict.fromkeys((day, named or day)):
            self.by_day.setdefault(one, []).append(at)
        for tag in dict.fromkeys(briefing.tags):
            self.tagged.setdefault(tag, array("I")).append(at)
        lead = stems(without_asides(f"{briefing.headline}\n{first}"), self.known)
        words: set[str] = set()
        for section in briefing.sections:
            if not section.items:
                words |= words_of(section.text)
        rest: set[str] = set()
        for word in words:
            stem = self.known[word]
            rest.add(stem)
            if stem not in self._small and word.islower():
                self._small[stem] = at
        rest -= lead
        rest.discard("")
        for stem in lead:
            self.said.setdefault(stem, array("I")).append(at * 2 + 1)
        for stem in rest:
            self.said.setdefault(stem, array("I")).append(at * 2)

    def until(self, day: dt.date) -> int:
        """Return how many briefings the archive held at the end of a day: the first place after it."""
        return bisect_right(self.days, day)

    def between(self, first: dt.date | None, last: dt.date | None, end: int) -> range:
        """Return the places of the briefings published from one day to another, of those before ``end``."""
        low = bisect_left(self.days, first) if first else 0
        high = bisect_right(self.days, last) if last else end
        return range(low, max(low, min(high, end)))

    def rarity(self, stem: str, end: int) -> int:
        """Return how rare a word was, in bits: log2 of all briefings to those that say it, both as powers of two."""
        at = self.said.get(stem)
        return (end + UNSEEN).bit_length() - max(1, bisect_left(at, end * 2) if at else 0).bit_length()

    def rarity_of_tag(self, tag: TagId, end: int) -> int:
        """Return how rare a tag was, as ``rarity`` does."""
        at = self.tagged.get(tag)
        return (end + UNSEEN).bit_length() - max(1, bisect_left(at, end) if at else 0).bit_length()

    def known_at(self, stem: str, end: int) -> bool:
        """Tell whether the archive had said the word at all."""
        at = self.said.get(stem)
        return at is not None and at[0] < end * 2

    def only_a_name(self, stem: str, end: int) -> bool:
        """Tell whether the archive knew the word, and only with a capital or as a number."""
        return self.known_at(stem, end) and self._small.get(stem, end) >= end

    def lead(self, at: int) -> frozenset[str]:
        """Return what headline and first paragraph say."""
        briefing = self.line[at]
        return frozenset(stems(without_asides(f"{briefing.headline}\n{lede(briefing)}"), self.known))

    def quiet(self, day: dt.date, end: int) -> int:
        """Return how much a report on that very day says, in bits: little in a busy time, much in a quiet one."""
        near = self.between(day - _NEARBY, day + _NEARBY, end)
        days = len(set(self.days[near.start : near.stop]))
        return _DAYS_NEARBY.bit_length() - max(1, days).bit_length()


def weekday_in(text: str, published: dt.date, language: str) -> dt.date | None:
    """Return the day of the first weekday that a text names, the day of publication or one of the six before it."""
    found = _weekdays(language).search(text)
    if found is None:
        return None
    weekday = next(number for number, word in enumerate(found.groups()) if word)
    return published - dt.timedelta((published.weekday() - weekday) % _WEEK)


@lru_cache(maxsize=32)
def _weekdays(language: str) -> re.Pattern[str]:
    try:
        names = locale_of(language).days["format"]["wide"]
    except (UnknownLocaleError, ValueError):
        names = locale_of("en").days["format"]["wide"]
    return re.compile("|".join(rf"(\b{re.escape(names[number])}\b)" for number in range(_WEEK)))
