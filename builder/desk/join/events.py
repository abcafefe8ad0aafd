"""The join: background items and briefings that speak of one happening become one event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from builder.desk.join.day_by_day import Desk
from builder.desk.join.evidence import Evidence
from builder.desk.join.judge import Judged, rival
from builder.desk.join.recall import Names
from builder.desk.join.telling import event as told_event
from builder.model.address import filed
from builder.model.archive import Archive
from builder.model.event import Decision, Event, Ground, ItemPath
from builder.model.ids import EventId, Slug


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


def join(archive: Archive, names: Names, *, doubts: bool = True) -> Events:
    """Return the events of an archive. Pure and the same whatever the order of its files; ``doubts`` as in ``ties``."""
    desk = Desk.of(archive, names, doubts=doubts)
    desk.settle()
    return told(desk)


def told(desk: Desk) -> Events:
    """Return what came of it all."""
    held, clusters = desk.recall.held, desk.register.clusters
    ids: dict[int, EventId] = {}
    events: list[Event] = []
    for number, cluster in enumerate(clusters.all):
        if cluster.reports or cluster.items:
            event = told_event(held, cluster.reports, cluster.items)
            ids[number] = event.id
            events.append(event)
    events.sort(key=lambda one: (one.when.first if one.when and one.when.first else dt.date.max, one.id))
    decisions = {
        slug: {path: _decision(desk, slug, one, ids) for path, one in items.items()}
        for slug, items in desk.judged.items()
    }
    by_id: dict[str, Event] = {alias: event for event in events for alias in event.aliases}
    by_id.update((event.id, event) for event in events)
    of_report = {held.line[at].slug: ids[clusters.root(number)] for at, number in desk.register.of_report.items()}
    return Events(events=tuple(events), by_id=by_id, of_report=of_report, decisions=decisions)


def _decision(desk: Desk, slug: Slug, judged: Judged, ids: Mapping[int, EventId]) -> Decision:
    held = desk.recall.held
    root = desk.register.clusters.root(judged.cluster)
    reports = [at for at in desk.register.clusters.all[root].reports if held.line[at].slug != slug]
    own = filed(desk.editor.archive.by_slug[slug])
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
        rivals=tuple(rival(held, one) for one in judged.rivals),
        doubt=judged.doubt,
        elsewhere=held.line[judged.elsewhere].slug if judged.elsewhere is not None else None,
    )
    if target is not None and judged.ground in (Ground.ALONE, Ground.ITEMS):
        return replace(made, ground=Ground.REPORT, when="reported later" if later else judged.when, doubt="")
    return made
