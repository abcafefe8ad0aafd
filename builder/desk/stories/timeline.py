"""What happened, in the order in which it happened, and since when the archive knew.

A timeline holds events and not briefings: what several briefings report stands on it once, and what none reports but
some background recalls stands on it too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from builder.model.address import filed
from builder.model.archive import Archive
from builder.model.briefing import Status
from builder.model.edtf import Edtf
from builder.model.event import Event
from builder.model.ids import EventId, Slug, TagId

Names = Callable[[str], Collection[TagId]]
"""The subjects that a text names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one briefing says of an event."""

    briefing: Slug
    day: dt.date
    """The day it is filed under: since then the archive has it."""
    text: str
    """The headline of a report; the sentence of a background. Plain text."""
    report: bool
    """It reports the event; otherwise it recalls it."""
    when: Edtf | None
    """The day of the event as this briefing has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event on a timeline."""

    event: EventId
    when: Edtf
    words: tuple[Word, ...]
    """Not empty; as the archive came to have them."""

    @property
    def first(self) -> Word:
        """What tells it: its first report, else the first that recalls it."""
        return next((word for word in self.words if word.report), self.words[0])

    @property
    def began(self) -> dt.date:
        """The day on which it began at the earliest; where nobody knows, on which it ended."""
        return self.when.first or self.when.last or dt.date.min

    @property
    def year(self) -> int:
        """The year in which it began."""
        return self.began.year

    @property
    def known(self) -> dt.date:
        """The day on which the archive first spoke of it."""
        return self.words[0].day

    @property
    def placed(self) -> dt.date:
        """The day since when the archive knows where on a line it stands: somebody gave it a date."""
        return next((word.day for word in self.words if word.when), self.known)

    @property
    def reported(self) -> dt.date | None:
        """The day of its first report."""
        return self.first.day if self.first.report else None


def timeline(events: Iterable[Event], archive: Archive) -> tuple[Entry, ...]:
    """Return events as a timeline, the earliest first, and of one beginning the longer first.

    Only what ``archive`` holds is told: an event of which no briefing of it speaks is left out. So is one without a
    date, since it has no place on a line.
    """
    entries = (_entry(event, archive) for event in events)
    return tuple(sorted((entry for entry in entries if entry), key=_place))


def as_of(entries: Iterable[Entry], day: dt.date) -> tuple[Entry, ...]:
    """Return a timeline as the archive knew it at the end of a day: later reports are not known, nor what they date."""
    then: list[Entry] = []
    for entry in entries:
        words = tuple(word for word in entry.words if word.day <= day)
        if words == entry.words:
            then.append(entry)
        elif words and (when := _when(words)):
            then.append(replace(entry, words=words, when=when))
    return tuple(sorted(then, key=_place))


def by_tag(entries: Iterable[Entry], archive: Archive, names: Names) -> Mapping[TagId, tuple[Entry, ...]]:
    """Return the timeline of each subject, each in the order given.

    An event belongs to the subjects of the briefings that report it. Where none does, it belongs to those that a
    sentence recalling it names and the briefing around it carries: a piece on a treaty recalls much that is no part of
    the treaty's story.
    """
    found: dict[TagId, list[Entry]] = {}
    for entry in entries:
        for tag in _subjects(entry, archive, names):
            found.setdefault(tag, []).append(entry)
    return {tag: tuple(those) for tag, those in sorted(found.items())}


def _subjects(entry: Entry, archive: Archive, names: Names) -> Collection[TagId]:
    tags: dict[TagId, None] = {}
    for word in entry.words:
        carried = archive.by_slug[word.briefing].tags
        if word.report:
            tags.update(dict.fromkeys(carried))
        elif carried and entry.reported is None:
            named = names(word.text)
            tags.update(dict.fromkeys(tag for tag in carried if tag in named))
    return tags


def _entry(event: Event, archive: Archive) -> Entry | None:
    words: list[Word] = []
    for slug in event.reports:
        briefing = archive.by_slug.get(slug)
        if briefing and briefing.status is not Status.WITHDRAWN:
            words.append(Word(briefing=slug, day=filed(briefing), text=briefing.headline, report=True, when=event.when))
    for mention in event.mentions:
        briefing = archive.by_slug.get(mention.briefing)
        if briefing and briefing.status is not Status.WITHDRAWN:
            words.append(
                Word(
                    briefing=mention.briefing,
                    day=filed(briefing),
                    text=mention.sentence,
                    report=False,
                    when=mention.date,
                )
            )
    # A report before what recalls it on the same day.
    words.sort(key=lambda word: (word.day, not word.report))
    when = _when(words)
    return Entry(event=event.id, when=when, words=tuple(words)) if when else None


def _when(words: Iterable[Word]) -> Edtf | None:
    """Return the day that a report gives, else the finest and surest that is recalled."""
    dated = [word for word in words if word.when]
    told = next((word.when for word in dated if word.report), None)
    return told or min((word.when for word in dated if word.when), key=lambda date: date.vagueness, default=None)


def _place(entry: Entry) -> tuple[dt.date, int, str]:
    return entry.began, -entry.when.vagueness[0], entry.event
