"""What the archive held on a day: who says a word, who carries a tag, on how many days there were reports."""

from __future__ import annotations

import datetime as dt
import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from babel import UnknownLocaleError

from builder.desk.join.retelling import WORD, Stems, parts, stems, without_asides
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
_REMEMBERED = 100_000
"""Parts of texts kept with their stems while an archive is taken in, some 20 MB; then all are forgotten."""
_UNSAID: array[int] = array("I")


def _none() -> array[int]:
    return array("I")


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
    leads: list[tuple[str, ...]] = field(default_factory=list)
    """By place: the stems of headline and first paragraph."""
    said: dict[str, array[int]] = field(default_factory=lambda: defaultdict(_none))
    """By stem: places × 2, plus 1 where headline or first paragraph say it."""
    tagged: dict[TagId, array[int]] = field(default_factory=lambda: defaultdict(_none))
    """By tag: places."""
    _nth: list[int] = field(default_factory=list)
    """By place: how many days with reports there were, its own included."""
    _small: dict[str, int] = field(default_factory=dict)
    """The place at which a stem first stands in small letters."""

    @classmethod
    def of(cls, archive: Archive) -> Holdings:
        """Return what an archive holds; takes about an eighth of a millisecond a briefing."""
        line = sorted((b for b in archive.briefings if b.status is not _GONE), key=lambda b: (filed(b), b.slug))
        made = cls(line=tuple(line), place={briefing.slug: at for at, briefing in enumerate(line)})
        read: dict[str, tuple[str, ...]] = {}
        for at, briefing in enumerate(line):
            made._add(at, briefing, read)
            if len(read) > _REMEMBERED:
                read.clear()
        return made

    def _add(self, at: int, briefing: Briefing, read: dict[str, tuple[str, ...]]) -> None:
        """Take in the next briefing; ``read`` has the stems of parts of texts that were met before."""
        day, first = filed(briefing), lede(briefing)
        lead = stems(without_asides(f"{briefing.headline}\n{first}"), self.known)
        self._nth.append(self._nth[-1] + (day != self.days[-1]) if self.days else 1)
        self.days.append(day)
        self.leads.append(tuple(lead))
        if briefing.published is None:  # nobody knows on which day it reports things
            self.told.append(None)
            return
        named = weekday_in(first, day, briefing.language or "en")
        self.told.append(named)
        for one in dict.fromkeys((day, named or day)):
            self.by_day.setdefault(one, []).append(at)
        for tag in dict.fromkeys(briefing.tags):
            self.tagged[tag].append(at)
        text: set[str] = set()
        for section in briefing.sections:
            if not section.items:
                text.update(parts(section.text))
        for part in text.difference(read):
            read[part] = self._read(part, at)
        for stem in lead:
            self.said[stem].append(at * 2 + 1)
        for stem in set().union(*map(read.__getitem__, text)) - lead:
            self.said[stem].append(at * 2)

    def _read(self, part: str, at: int) -> tuple[str, ...]:
        """Return the stems of a part of a text that stands for the first time, and take note of small letters."""
        found = {word: stem for word in WORD.findall(part) if (stem := self.known[word])}
        for word, stem in found.items():
            if word.islower():
                self._small.setdefault(stem, at)
        return tuple(found.values())

    def until(self, day: dt.date) -> int:
        """Return how many briefings the archive held at the end of a day: the first place after it."""
        return bisect_right(self.days, day)

    def between(self, first: dt.date | None, last: dt.date | None, end: int) -> range:
        """Return the places of the briefings published from one day to another, of those before ``end``."""
        low = bisect_left(self.days, first) if first else 0
        high = bisect_right(self.days, last) if last else end
        return range(low, max(low, min(high, end)))

    def use_of(self, stem: str, end: int) -> tuple[array[int], int, bool]:
        """Return where a word stands, how rare it was, and whether the archive had said it at all.

        Rare in bits: log2 of all briefings to those that say it, both as powers of two.
        """
        places = self.said.get(stem, _UNSAID)
        count = bisect_left(places, end * 2)
        return places, (end + UNSEEN).bit_length() - (count or 1).bit_length(), count > 0

    def rarity_of_tag(self, tag: TagId, end: int) -> int:
        """Return how rare a tag was, as ``use_of`` does."""
        at = self.tagged.get(tag)
        return (end + UNSEEN).bit_length() - (bisect_left(at, end) or 1 if at else 1).bit_length()

    def only_a_name(self, stem: str, end: int) -> bool:
        """Tell whether the archive knew the word, and only with a capital or as a number."""
        return self.use_of(stem, end)[2] and self._small.get(stem, end) >= end

    def quiet(self, day: dt.date, end: int) -> int:
        """Return how much a report on that very day says, in bits: little in a busy time, much in a quiet one."""
        near = self.between(day - _NEARBY, day + _NEARBY, end)
        days = self._nth[near.stop - 1] - self._nth[near.start] + 1 if near else 0
        return _DAYS_NEARBY.bit_length() - max(1, days).bit_length()


def weekday_in(text: str, published: dt.date, language: str) -> dt.date | None:
    """Return the day of the first weekday that a text names, the day of publication or one of the six before it."""
    names, pattern = _weekdays(language)
    found = pattern.search(text) if any(name in text for name in names) else None
    if found is None:
        return None
    weekday = next(number for number, word in enumerate(found.groups()) if word)
    return published - dt.timedelta((published.weekday() - weekday) % _WEEK)


@lru_cache(maxsize=32)
def _weekdays(language: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    try:
        of = locale_of(language).days["format"]["wide"]
    except (UnknownLocaleError, ValueError):
        of = locale_of("en").days["format"]["wide"]
    names = tuple(of[number] for number in range(_WEEK))
    return names, re.compile("|".join(rf"(\b{re.escape(name)}\b)" for name in names))
