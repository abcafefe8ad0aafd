"""What one background item speaks of: the editor's word, else a report, else what earlier items told, else itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.desk.join import possible
from builder.desk.join.by_hand import Editor, Word, refused
from builder.desk.join.clusters import Said
from builder.desk.join.evidence import Evidence, Worths, against_account, in_words
from builder.desk.join.holdings import Holdings
from builder.desk.join.pieces import Piece
from builder.desk.join.recall import CLEARLY, Candidate, chosen, falls_short
from builder.desk.join.register import Register
from builder.model.edtf import Precision
from builder.model.event import Ground, Rival
from builder.model.ids import Slug

SAME_DATE = 2.0
"""Bits for two items that give the same single day."""
ALIKE = 3.0
"""Bits, date and words together, with which items that nobody reported tell one thing: more than beside a report, since
a sentence or two give fewer words to go by."""
SURE = 8.0
"""Bits with which an item is tied so surely that its words may speak for the next."""
RIVALS = 2
"""Reports kept as data that an item might also have meant."""
_DAY = dt.timedelta(1)


@dataclass(slots=True)
class Judged:
    """A decision in the making."""

    cluster: int
    ground: Ground
    at: int | None = None
    best: Candidate | None = None
    rivals: Sequence[Candidate] = ()
    evidence: Evidence | None = None
    when: str = ""
    bits: float = 0.0
    doubt: str = ""
    elsewhere: int | None = None


@dataclass
class Judge:
    """Decides on items one by one, and enters each in its event."""

    editor: Editor
    register: Register
    doubts: bool = True
    """Look for the report of another day that an item without one retells."""
    waiting: list[tuple[Said, str]] = field(default_factory=list)
    """Items that the editor calls by the id of an event without a report."""

    def judge(self, said: Said, end: int) -> Judged:
        """Decide what one item speaks of: the editor's word, else the archive's own judgement."""
        pieces = self.register.recall.pieces(said.text, end)
        word = self.editor.says(said.briefing, said.item)
        judged = self._by_hand(said, word) if word else None
        if judged is None:
            judged = self.reported(said, pieces, end)
        if judged.ground is Ground.ALONE:
            self._retold(said, pieces, judged)
        cluster = self.register.clusters.get(judged.cluster)
        cluster.items.append(said)
        if judged.ground is not Ground.REPORT or judged.bits >= SURE:
            cluster.account.hear(pieces)
        if not cluster.reports:
            self.register.clusters.wait(judged.cluster, said.item.date)
        return judged

    def _by_hand(self, said: Said, word: Word) -> Judged | None:
        held = self.register.recall.held
        if word.slug is None:
            self.waiting.append((said, word.event))
            return None
        at = held.place[word.slug]
        return Judged(self.register.event_of(at), word.ground, at)

    def reported(self, said: Said, pieces: Sequence[Piece], end: int) -> Judged:
        """Decide which report an item recalls, if any; nothing is entered but that the report has an event."""
        held, date = self.register.recall.held, said.item.date
        no = refused(said.briefing, said.item)
        without = {held.place[Slug(slug)] for slug in (*no, said.briefing.slug) if Slug(slug) in held.place}
        found = self.register.recall.candidates(said.text, date, pieces, end, without)
        best = chosen(found, self.register.of_report)
        judged = Judged(-1, Ground.ALONE, rivals=found[:RIVALS])
        if best and date and date.precision is Precision.DAY:
            against = self.register.recall.contradiction(best, pieces, end)
            if against:
                judged.elsewhere = against.at
                judged.rivals, judged.doubt = (best, against), f"the words are those of {held.line[against.at].slug}"
                return judged
        if best is None:
            judged.doubt = _doubt(found)
            if self.doubts and date and date.day:
                judged.elsewhere = self.register.recall.elsewhere(pieces, end, without)
            return judged
        others = [one for one in found if one is not best][:RIVALS]
        return Judged(
            self.register.event_of(best.at), Ground.REPORT, best.at, best, others, best.evidence, best.when, best.bits
        )

    def _retold(self, said: Said, pieces: Sequence[Piece], judged: Judged) -> None:
        """Join an item without a report to the earlier items that tell the same, or let it stand alone."""
        date = said.item.date
        no = refused(said.briefing, said.item)
        ranked: list[tuple[float, int, Worths]] = []
        if date is not None:
            day = date.day
            around = (day - _DAY, day + _DAY) if day and possible.speaks_of_the_clock(said.text) else ()
            for number in self.register.clusters.waiting(date, around):
                cluster = self.register.clusters.get(number)
                if no and any(one.id in no for one in cluster.items):
                    continue
                bits, worths = against_account(pieces, cluster.account)
                ranked.append((bits, number, worths))
            ranked.sort(key=lambda one: (-one[0], one[1]))
        prior = SAME_DATE if date and date.day else 0.0
        ahead = len(ranked) < 2 or ranked[0][0] - ranked[1][0] >= CLEARLY  # noqa: PLR2004 - nothing to choose from
        if ranked and ahead and ranked[0][0] + prior >= ALIKE:
            bits, judged.cluster, worths = ranked[0]
            judged.evidence = in_words(bits, worths)
            judged.ground, judged.bits, judged.when = Ground.ITEMS, bits + prior, "same date"
        elif judged.cluster < 0:
            judged.cluster = self.register.clusters.new()


def _doubt(found: Sequence[Candidate]) -> str:
    if not found:
        return "no report of that date"
    if falls_short(found[0]):
        return "too little in common with any report of that date"
    return "two reports fit nearly as well"


def rival(held: Holdings, one: Candidate) -> Rival:
    """Return a report that was looked at, as data."""
    return Rival(
        briefing=held.line[one.at].slug,
        when=one.when,
        bits=round(one.bits, 1),
        shared=one.evidence.shared,
        missing=one.evidence.missing,
    )
