"""Links and events of the sample archive against those set by hand in ``tests/cases/join/gold.yml``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.desk.join.by_hand import Editor
from builder.desk.join.day_by_day import Desk
from builder.desk.join.events import Events, told
from builder.desk.join.holdings import Holdings
from builder.desk.join.recall import Recall
from builder.desk.tags.tagging import Tagger
from builder.formats import edtf
from builder.model.archive import Archive
from builder.model.briefing import BackgroundItem, Briefing, Section
from builder.model.ids import Slug
from builder.model.moment import Moment
from builder.model.sections import SectionKind
from builder.store import shelf

ROOT = Path(__file__).parents[2]
Entry = dict[str, Any]
PRECISION, RECALL = 0.97, 0.95
"""Of links. Floors: never lowered, and raised when the rules get better."""
PAIRS_TOGETHER, PAIRS_FOUND = 0.97, 0.92
"""Precision and recall of events, by pairs of items and reports."""


def article(entry: Entry) -> Briefing:
    date = edtf.loads(entry["date"]) if entry["date"] else None
    items = (BackgroundItem(text=entry["text"], date=date),)
    return Briefing(
        slug=Slug(f"gold-{entry['id']}"),
        headline="An article",
        published=Moment(day=dt.date.fromisoformat(entry["published"])),
        sections=(Section(text="", kind=SectionKind.BACKGROUND, items=items),),
    )


@pytest.fixture(scope="module")
def gold() -> Sequence[Entry]:
    entries: Sequence[Entry] = yaml.safe_load((ROOT / "tests/cases/join/gold.yml").read_text(encoding="utf-8"))
    return entries


@pytest.fixture(scope="module")
def events(gold: Sequence[Entry]) -> Events:
    """The imagined articles bring their items; their texts, which nobody wrote, count for no word's rarity."""
    sample = shelf.load(ROOT).archive
    whole = Archive.of([*sample.briefings, *map(article, gold)], sample.taxonomy, sample.outlets)
    desk = Desk(Editor.of(whole), Recall(Holdings.of(sample), Tagger(sample.taxonomy)))
    desk.take_in(whole)
    desk.settle()
    return told(desk)


def test_items_link_to_the_briefings_that_an_editor_would_link(gold: Sequence[Entry], events: Events) -> None:
    found = {e["id"]: events.decisions[Slug(f"gold-{e['id']}")][0,].target for e in gold}
    right = sum(found[e["id"]] == e["briefing"] for e in gold if e["briefing"])
    wrong = [e["id"] for e in gold if found[e["id"]] not in (None, e["briefing"])]
    assert right / (right + len(wrong)) >= PRECISION, wrong
    missed = [e["id"] for e in gold if e["briefing"] and found[e["id"]] is None]
    assert right / sum(e["briefing"] is not None for e in gold) >= RECALL, missed


def test_items_and_reports_of_one_happening_are_one_event(gold: Sequence[Entry], events: Events) -> None:
    dated = [e for e in gold if e["trap"] != "wrong-year"]
    members = [(events.decisions[Slug(f"gold-{e['id']}")][0,].event, e["event"]) for e in dated]
    reported = {e["event"]: e["briefing"] for e in dated if e["briefing"]}
    members += [(events.of_report[Slug(briefing)], event) for event, briefing in reported.items()]
    both, found, wanted = (list(pairs(members, which)) for which in ("both", "found", "wanted"))
    assert len(both) / len(found) >= PAIRS_TOGETHER
    assert len(both) / len(wanted) >= PAIRS_FOUND


def pairs(members: Sequence[tuple[str, str]], which: str) -> Iterator[tuple[str, str]]:
    for (event, label), (other, another) in combinations(members, 2):
        alike = {"found": event == other, "wanted": label == another, "both": event == other and label == another}
        if alike[which]:
            yield event, other
