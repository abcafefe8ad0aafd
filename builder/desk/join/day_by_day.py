"""An archive taken in day by day, as it grew: each day its reports first, then the items of its articles.

An item looks only at what the archive held by the end of its article's day, so that what comes later changes no earlier
tie, except where the later report is of the same event. See docs/decisions for why nothing is clustered all at once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import groupby

from builder.desk.join.by_hand import Editor, refused
from builder.desk.join.clusters import Said
from builder.desk.join.holdings import Holdings
from builder.desk.join.items import sentence, walk
from builder.desk.join.judge import Judge, Judged, rival
from builder.desk.join.recall import Names, Recall, chosen
from builder.desk.join.register import Register
from builder.formats import edtf
from builder.model.address import filed
from builder.model.archive import Archive
from builder.model.briefing import BackgroundItem, Briefing, Status
from builder.model.event import Ground, ItemPath, Rival
from builder.model.ids import EventId, Slug

SAME_REPORT, OF_LONGER = 0.6, 0.4
"""Share of the words of two first paragraphs, of the shorter and of the longer, that two reports of one event have in
common, both of the same day."""


@dataclass
class Desk:
    """Takes in an archive day by day, and has each item judged as it comes."""

    editor: Editor
    recall: Recall
    doubts: bool = True
    register: Register = field(init=False)
    judge: Judge = field(init=False)
    judged: dict[Slug, dict[ItemPath, Judged]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.register = Register(self.recall)
        self.judge = Judge(self.editor, self.register, doubts=self.doubts)

    @classmethod
    def of(cls, archive: Archive, names: Names, *, doubts: bool = True) -> Desk:
        """Return a desk that has taken in an archive, day by day."""
        desk = cls(Editor.of(archive), Recall(Holdings.of(archive), names), doubts)
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
        judged = self.judge.reported(Said(asked, (0,), item, text), self.recall.pieces(text, end), end)
        return rival(self.recall.held, judged.best) if judged.best else None

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
                self.judged.setdefault(briefing.slug, {})[path] = self.judge.judge(said, end)

    def _report(self, at: int, end: int) -> None:
        """Give a report its event: one that another of the same day told in the same words, else its own."""
        held = self.recall.held
        number = self.register.event_of(at)
        days = {held.days[at], held.told[at] or held.days[at]}
        others = {other for day in days for other in held.by_day.get(day, ()) if other < at and other < end}
        lead = set(held.leads[at])
        for other in sorted(others):
            theirs = held.leads[other]
            common, sizes = len(lead.intersection(theirs)), sorted((len(lead), len(theirs)))
            if common and common >= SAME_REPORT * sizes[0] and common >= OF_LONGER * sizes[1]:
                self.register.same(number, self.register.event_of(other))
                return

    def _late(self, places: range) -> None:
        """Find the events that items spoke of before these reports came."""
        held = self.recall.held
        days = sorted({day for at in places for day in (held.days[at], held.told[at]) if day})
        for day in days:
            date = edtf.of_day(day)
            for number in list(self.register.clusters.waiting(date)):
                for said in self.register.clusters.get(number).items:
                    if not (said.item.date and said.item.date.day == day):
                        continue
                    found = self.recall.later(said.text, date, self.recall.pieces(said.text, places.stop), places)
                    no = refused(said.briefing, said.item)
                    best = chosen([one for one in found if held.line[one.at].slug not in no], self.register.of_report)
                    if best:
                        self.register.same(number, self.register.event_of(best.at))
                        break

    def settle(self) -> None:
        """Carry out what editors said of events without a report, now that all are known."""
        if not self.judge.waiting:
            return
        ids = {said.id: number for number, cluster in enumerate(self.register.clusters.all) for said in cluster.items}
        for said, event in self.judge.waiting:
            judged = self.judged[said.briefing.slug][said.path]
            if event in ids:
                judged.cluster = self.register.same(judged.cluster, ids[EventId(event)])
                judged.ground = Ground.SAME_AS
