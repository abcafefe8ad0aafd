"""Which event a sentence retells, whatever day it gives: sentence against sentence, over all that the archive says.

The join asks what the archive held on a day, and must not be wrong. This asks everything that was ever said, later
items included, and finds whom an editor should compare: events are recalled again and again, often in like words.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from builder.desk.join.events import Events
from builder.desk.join.retelling import Stems, stems, units
from builder.desk.wording import lede
from builder.formats import prose
from builder.model.archive import Archive
from builder.model.event import Event
from builder.model.ids import EventId, Slug

ALIKE = 0.45
"""Cosine of two sentences, their words weighed by how few events they tell of."""
OF_A_LEAD = 0.6
"""What a headline and first paragraph count that hold all words of a sentence: they hold many others too."""
AHEAD = 0.1
"""By how much one event must lead the next."""
COVERED = 0.5
"""Share of a sentence's words, weighed, that anybody says of the event."""
UNREPORTED = 20.0
"""Bits that a sentence must share with what is said of an event that nobody reported: some six words of interest."""
_RAREST, _MOST = 4, 64
"""Words of a sentence by which others are looked for, and sentences beyond which a word finds none."""


@dataclass(frozen=True, slots=True)
class _Saying:
    event: int
    briefing: Slug
    words: frozenset[str]
    lead: bool


@dataclass(frozen=True)
class Retold:
    """Everything that is said of events of an exact day. The figures above were found on the sample, by planting."""

    archive: Archive
    events: Events
    known: Stems = field(default_factory=Stems)

    def event(self, text: str, own: Slug, of: EventId) -> Event | None:
        """Return the event that a sentence of a briefing retells, its own apart; ``None`` where there is a doubt."""
        words = frozenset(stems(text, self.known))
        ranked = self._ranked(words, own, of)
        if not ranked or ranked[0][0] < ALIKE or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < AHEAD):
            return None
        event = self._dated[ranked[0][1]]
        said = self._whole(event, own)
        named = [unit.stems for unit in units(text, self.known) if unit.name or unit.shown[:1].isdigit()]
        if any(said.isdisjoint(name) for name in named):
            return None
        shared = self._weigh(words & said)
        # What assemblies and courts do again and again is told in the same few words, each time of something else.
        enough = shared >= COVERED * self._weigh(words) and (event.reports or shared >= UNREPORTED)
        return event if enough else None

    def covers(self, text: str, own: Slug, event: Event) -> float:
        """Return the share of a sentence's words, weighed, that anybody but its own briefing says of an event."""
        words = frozenset(stems(text, self.known))
        return self._weigh(words & self._whole(event, own)) / (self._weigh(words) or 1.0)

    @cached_property
    def _dated(self) -> Sequence[Event]:
        return [event for event in self.events.events if event.when and event.when.day]

    @cached_property
    def _sayings(self) -> Sequence[_Saying]:
        return list(self._said())

    def _said(self) -> Iterator[_Saying]:
        for number, event in enumerate(self._dated):
            for slug in event.reports:
                report = self.archive.by_slug[slug]
                lead = frozenset(stems(f"{report.headline}. {lede(report)}", self.known))
                yield _Saying(number, slug, lead, lead=True)
            for mention in event.mentions:
                yield _Saying(number, mention.briefing, frozenset(stems(mention.sentence, self.known)), lead=False)

    @cached_property
    def _spread(self) -> Counter[str]:
        """Of each word, how many events it tells of."""
        by_event: dict[int, set[str]] = defaultdict(set)
        for saying in self._sayings:
            by_event[saying.event] |= saying.words
        return Counter(word for words in by_event.values() for word in words)

    @cached_property
    def _having(self) -> Mapping[str, Sequence[int]]:
        having: dict[str, list[int]] = defaultdict(list)
        for at, saying in enumerate(self._sayings):
            for word in saying.words:
                having[word].append(at)
        return having

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        return {word: math.log2(1 + len(self._dated) / count) for word, count in self._spread.items()}

    @cached_property
    def _unheard(self) -> float:
        return math.log2(1 + 2 * len(self._dated))

    @cached_property
    def _sizes(self) -> Sequence[float]:
        return [self._weigh(saying.words) for saying in self._sayings]

    def _weigh(self, words: Iterable[str]) -> float:
        # Exactly, since a set has no order, and floats added in another give another sum.
        return math.fsum([self._weights.get(word, self._unheard) for word in words])

    def _ranked(self, words: frozenset[str], own: Slug, of: EventId) -> list[tuple[float, int]]:
        """Return the events whose best saying is most like the sentence, best first."""
        rare = sorted((word for word in words if word in self._having), key=lambda word: (self._spread[word], word))
        near = {at for word in rare[:_RAREST] if len(self._having[word]) <= _MOST for at in self._having[word]}
        whole = self._weigh(words)
        best: dict[int, float] = {}
        for at in near:
            saying = self._sayings[at]
            event = self._dated[saying.event]
            # Background is what came before: it does not tell the news of its own article.
            if event.id == of or saying.briefing == own or own in event.reports:
                continue
            shared = self._weigh(words & saying.words)
            like = OF_A_LEAD * shared / whole if saying.lead else shared / math.sqrt(whole * self._sizes[at])
            best[saying.event] = max(best.get(saying.event, 0.0), like)
        return sorted(((like, number) for number, like in best.items()), key=lambda one: (-one[0], one[1]))

    def _whole(self, event: Event, own: Slug) -> frozenset[str]:
        """Return the words that anybody but one briefing says of an event."""
        said: set[str] = set()
        for slug in event.reports:
            report = self.archive.by_slug[slug]
            told = " ".join(section.text for section in report.sections if not section.items)
            said |= stems(prose.plain(f"{report.headline}. {told}"), self.known)
        for mention in event.mentions:
            if mention.briefing != own:
                said |= stems(mention.sentence, self.known)
        return frozenset(said)
