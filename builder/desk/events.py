"""The join: background items and briefings that speak of one happening become one event.

In order of time, as an archive grows: each day its reports first, then the items of its articles. An item looks only at
what the archive held by the end of its article's day, so that what comes later changes no earlier tie, except where
the later report is of the same event. See docs/decisions for why nothing is clustered all at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from builder.desk import possible
from builder.desk.by_hand import Editor, Word, refused
from builder.desk.clusters import Clusters, Said
from builder.desk.evidence import Evidence, Worths, against_account, in_words
from builder.desk.holdings import Holdings
from builder.desk.items import sentence, walk
from builder.desk.pieces import Piece
from builder.desk.recall import CLEARLY, ENOUGH, Candidate, Names, Recall, chosen
from builder.desk.telling import event as told_event
from builder.formats import edtf
from builder.model.address import filed
from builder.model.archive import Archive
from builder.model.briefing import BackgroundItem, Briefing, Status
from builder.model.edtf import Precision
from builder.model.event import Decision, Event, Ground, ItemPath, Rival
from builder.model.ids import EventId, Slug

SAME_REPORT, OF_LONGER = 0.6, 0.4
"""Share of the words of two first paragraphs, of the shorter and of the longer, that two reports of one event have in
common, both of the same day."""
SAME_DATE = 2.0
"""Bits for two items that give the same single day."""
SURE = 8.0
"""Bits with which an item is tied so surely that its words may speak for the next."""
RIVALS = 2
"""Reports kept as data that an item might also have meant."""
_DAY = dt.timedelta(1)


@dataclass(frozen=True, kw_only=True)
class Events:
    """Every event of an archive, and what was decided on every item."""

    events: tuple[Event, ...]
    """By the day they happened, undated ones last."""
    by_id: Mapping[str, Event]
    """By id and by former ids."""
    of_report: Mapping[Slug, EventId]
    """By briefing: the event it reports."""
    decisions: Mapping[Slug, Mapping[ItemPath, Decision]]
    """By briefing, then by item. Details of a dated item have none of their own."""


def join(archive: Archive, names: Names) -> Events:
    """Return the events of an archive. Pure and the same whatever the order of its files."""
    desk = Desk.of(archive, names)
    desk.settle()
    return desk.told()


@dataclass(slots=True)
class _Judged:
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
class Desk:
    """Takes in an archive day by day, and decides on each item as it comes."""

    editor: Editor
    recall: Recall
    clusters: Clusters = field(default_factory=Clusters)
    report: dict[int, int] = field(default_factory=dict)
    """By place: the number of the event reported."""
    judged: dict[Slug, dict[ItemPath, _Judged]] = field(default_factory=dict)
    waiting: list[tuple[Said, str]] = field(default_factory=list)
    """Items that the editor calls by the id of an event without a report."""

    @classmethod
    def of(cls, archive: Archive, names: Names) -> Desk:
        """Return a desk that has taken in an archive, day by day."""
        desk = cls(Editor.of(archive), Recall(Holdings.of(archive), names))
        desk.take_in(archive)
        return desk

    def take_in(self, archive: Archive) -> None:
        """Take in an archive in order of time; what the holdings lack of it brings its items only."""
        live = (b for b in archive.briefings if b.status is not Status.WITHDRAWN)
        for day, briefings in groupby(sorted(live, key=lambda b: (filed(b), b.slug)), key=filed):
            self.day(day, tuple(briefings))

    def ask(self, item: BackgroundItem, day: dt.date) -> Rival | None:
        """Return the report that an item of an article of some day would be tied to; nothing is taken in."""
        end = self.recall.held.until(day)
        text = sentence(item.text)
        asked = Briefing(slug=Slug(""), headline="")
        judged = self._reported(Said(asked, (0,), item, text), self.recall.pieces(text, end), end)
        return _rival(self.recall.held, judged.best) if judged.best else None

    def day(self, day: dt.date, briefings: tuple[Briefing, ...]) -> None:
        """Take in the reports of a day, then the items of its articles."""
        held = self.recall.held
        end = held.until(day)
        places = [held.place[b.slug] for b in briefings if b.slug in held.place]
        for at in places:
            self._report(at, end)
        if places:
            self._late(range(min(places), end))
        for briefing in briefings:
            above: ItemPath = ()
            for path, item in walk(briefing.background):
                if item.date is None and len(path) > 1 and path[: len(above)] == above and above:
                    continue  # a detail of a dated item
                if item.date is not None:
                    above = path
                said = Said(briefing, path, item, sentence(item.text))
                self.judged.setdefault(briefing.slug, {})[path] = self._judge(said, end)

    def _report(self, at: int, end: int) -> None:
        """Give a report its event: one that another of the same day told in the same words, else its own."""
        held = self.recall.held
        number = self.of_place(at)
        days = {held.days[at], held.told[at] or held.days[at]}
        others = {other for day in days for other in held.by_day.get(day, ()) if other < at and other < end}
        lead = set(held.leads[at])
        for other in sorted(others):
            theirs = held.leads[other]
            common, sizes = len(lead.intersection(theirs)), sorted((len(lead), len(theirs)))
            if common and common >= SAME_REPORT * sizes[0] and common >= OF_LONGER * sizes[1]:
                self._same(number, self.of_place(other))
                return

    def of_place(self, at: int) -> int:
        """Return the number of the event that a briefing reports."""
        number = self.report.get(at)
        if number is None:
            number = self.report[at] = self.clusters.new()
            cluster = self.clusters.get(number)
            cluster.reports.append(at)
            self.recall.accounts[at] = cluster.account
        return self.clusters.root(number)

    def _same(self, one: int, other: int) -> int:
        number = self.clusters.merge(one, other)
        cluster = self.clusters.get(number)
        for at in cluster.reports:
            self.report[at] = number
            self.recall.accounts[at] = cluster.account
        return number

    def _late(self, places: range) -> None:
        """Find the events that items spoke of before these reports came."""
        held = self.recall.held
        days = sorted({day for at in places for day in (held.days[at], held.told[at]) if day})
        for day in days:
            date = edtf.of_day(day)
            for number in list(self.clusters.waiting(date)):
                for said in self.clusters.get(number).items:
                    if not (said.item.date and said.item.date.day == day):
                        continue
                    found = self.recall.later(said.text, date, self.recall.pieces(said.text, places.stop), places)
                    no = refused(said.briefing, said.item)
                    best = chosen([one for one in found if held.line[one.at].slug not in no], self.report)
                    if best:
                        self._same(number, self.of_place(best.at))
                        break

    def _judge(self, said: Said, end: int) -> _Judged:
        """Decide what one item speaks of: the editor's word, else the archive's own judgement."""
        pieces = self.recall.pieces(said.text, end)
        word = self.editor.says(said.briefing, said.item)
        judged = self._by_hand(said, word) if word else None
        if judged is None:
            judged = self._reported(said, pieces, end)
        if judged.ground is Ground.ALONE:
            self._retold(said, pieces, judged)
        cluster = self.clusters.get(judged.cluster)
        cluster.items.append(said)
        if judged.ground is not Ground.REPORT or judged.bits >= SURE:
            cluster.account.hear(pieces)
        if not cluster.reports:
            self.clusters.wait(judged.cluster, said.item.date)
        return judged

    def _by_hand(self, said: Said, word: Word) -> _Judged | None:
        held = self.recall.held
        if word.slug is None:
            self.waiting.append((said, word.event))
            return None
        at = held.place[word.slug]
        return _Judged(self.of_place(at), word.ground, at)

    def _reported(self, said: Said, pieces: Sequence[Piece], end: int) -> _Judged:
        held, date = self.recall.held, said.item.date
        no = refused(said.briefing, said.item)
        without = {held.place[Slug(slug)] for slug in (*no, said.briefing.slug) if Slug(slug) in held.place}
        found = self.recall.candidates(said.text, date, pieces, end, without)
        best = chosen(found, self.report)
        judged = _Judged(-1, Ground.ALONE, rivals=found[:RIVALS])
        if best and date and date.precision is Precision.DAY:
            against = self.recall.contradiction(best, pieces, end)
            if against:
                judged.elsewhere = against.at
                judged.rivals, judged.doubt = (best, against), f"the words are those of {held.line[against.at].slug}"
                return judged
        if best is None:
            judged.doubt = _doubt(found)
            if date and date.day:
                judged.elsewhere = self.recall.elsewhere(pieces, end, without)
            return judged
        others = [one for one in found if one is not best][:RIVALS]
        return _Judged(
            self.of_place(best.at), Ground.REPORT, best.at, best, others, best.evidence, best.when, best.bits
        )

    def _retold(self, said: Said, pieces: Sequence[Piece], judged: _Judged) -> None:
        """Join an item without a report to the earlier items that tell the same, or let it stand alone."""
        date = said.item.date
        no = refused(said.briefing, said.item)
        ranked: list[tuple[float, int, Worths]] = []
        if date is not None:
            day = date.day
            around = (day - _DAY, day + _DAY) if day and possible.speaks_of_the_clock(said.text) else ()
            for number in self.clusters.waiting(date, around):
                cluster = self.clusters.get(number)
                if no and any(one.id in no for one in cluster.items):
                    continue
                bits, worths = against_account(pieces, cluster.account)
                ranked.append((bits, number, worths))
            ranked.sort(key=lambda one: (-one[0], one[1]))
        prior = SAME_DATE if date and date.day else 0.0
        ahead = len(ranked) < 2 or ranked[0][0] - ranked[1][0] >= CLEARLY  # noqa: PLR2004 - nothing to choose from
        if ranked and ahead and ranked[0][0] + prior >= ENOUGH:
            bits, judged.cluster, worths = ranked[0]
            judged.evidence = in_words(bits, worths)
            judged.ground, judged.bits, judged.when = Ground.ITEMS, bits + prior, "same date"
        elif judged.cluster < 0:
            judged.cluster = self.clusters.new()

    def settle(self) -> None:
        """Carry out what editors said of events without a report, now that all are known."""
        if not self.waiting:
            return
        ids = {said.id: number for number, cluster in enumerate(self.clusters.all) for said in cluster.items}
        for said, event in self.waiting:
            judged = self.judged[said.briefing.slug][said.path]
            if event in ids:
                judged.cluster = self._same(judged.cluster, ids[EventId(event)])
                judged.ground = Ground.SAME_AS

    def told(self) -> Events:
        """Return what came of it all."""
        held = self.recall.held
        ids: dict[int, EventId] = {}
        events: list[Event] = []
        for number, cluster in enumerate(self.clusters.all):
            if cluster.reports or cluster.items:
                event = told_event(held, cluster.reports, cluster.items)
                ids[number] = event.id
                events.append(event)
        events.sort(key=lambda one: (one.when.first if one.when and one.when.first else dt.date.max, one.id))
        decisions = {
            slug: {path: self._decision(slug, one, ids) for path, one in items.items()}
            for slug, items in self.judged.items()
        }
        by_id: dict[str, Event] = {alias: event for event in events for alias in event.aliases}
        by_id.update((event.id, event) for event in events)
        of_report = {held.line[at].slug: ids[self.clusters.root(number)] for at, number in self.report.items()}
        return Events(events=tuple(events), by_id=by_id, of_report=of_report, decisions=decisions)

    def _decision(self, slug: Slug, judged: _Judged, ids: Mapping[int, EventId]) -> Decision:
        held = self.recall.held
        root = self.clusters.root(judged.cluster)
        reports = [at for at in self.clusters.all[root].reports if held.line[at].slug != slug]
        own = filed(self.editor.archive.by_slug[slug])
        by_hand = judged.ground in (Ground.LINK, Ground.SAME_AS) and judged.at is not None
        target = judged.at if by_hand else min(reports, default=None)
        later = target is not None and held.days[target] > own
        evidence = judged.evidence or Evidence(bits=0.0)
        made = Decision(
            event=ids[root],
            ground=judged.ground,
            target=held.line[target].slug if target is not None else None,
            later=later,
            when=judged.when,
            bits=round(judged.bits, 1),
            shared=evidence.shared,
            missing=evidence.missing,
            rivals=tuple(_rival(held, one) for one in judged.rivals),
            doubt=judged.doubt,
            elsewhere=held.line[judged.elsewhere].slug if judged.elsewhere is not None else None,
        )
        if target is not None and judged.ground in (Ground.ALONE, Ground.ITEMS):
            return replace(made, ground=Ground.REPORT, when="reported later" if later else judged.when, doubt="")
        return made


def _doubt(found: Sequence[Candidate]) -> str:
    if not found:
        return "no report of that date"
    if found[0].bits < ENOUGH:
        return "too little in common with any report of that date"
    return "two reports fit nearly as well"


def _rival(held: Holdings, one: Candidate) -> Rival:
    return Rival(
        briefing=held.line[one.at].slug,
        when=one.when,
        bits=round(one.bits, 1),
        shared=one.evidence.shared,
        missing=one.evidence.missing,
    )
