"""Drift planted in copies of the sample archive: another day, place or number in one background item."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.desk.join import drift
from builder.desk.join.items import walk
from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.findings import Finding
from builder.formats import edtf
from builder.model.address import stem
from builder.model.archive import Archive
from builder.model.briefing import BackgroundItem, Briefing
from builder.model.taxonomy import TagKind
from builder.store import shelf

ROOT = Path(__file__).parents[2]
PLANTED = 40
FOUND = 38
"""Of those planted. A floor: never lowered."""
ALARMS = 0
"""On the untouched archive."""


@pytest.fixture(scope="module")
def sample() -> Archive:
    return shelf.load(ROOT).archive


def findings(archive: Archive) -> list[Finding]:
    events = resolve(archive, Tagger(archive.taxonomy)).events
    return list(drift.review(archive, events, paths=lambda briefing: f"briefings/{stem(briefing)}.md"))


def test_an_archive_without_drift_raises_next_to_no_alarm(sample: Archive) -> None:
    assert len(findings(sample)) <= ALARMS


def test_planted_drift_is_found(sample: Archive) -> None:
    rng = random.Random(4)  # noqa: S311 - repeatable is what it has to be
    before = {(one.path, one.line) for one in findings(sample)}
    plants = list(planted(sample, rng))
    rng.shuffle(plants)
    found: dict[str, int] = {}
    missed: list[str] = []
    for kind, old, briefing in plants[:PLANTED]:
        others = [one for one in sample.briefings if one.slug != briefing.slug]
        told = findings(Archive.of([*others, briefing], sample.taxonomy, sample.outlets))
        new = [one for one in told if (one.path, one.line) not in before]
        found[kind] = found.get(kind, 0) + any(one.path.endswith(f"{stem(briefing)}.md") for one in new)
        missed += [] if new else [f"{kind} {old}"]
    assert sum(found.values()) >= FOUND, (found, missed)


def planted(sample: Archive, rng: random.Random) -> Iterator[tuple[str, str, Briefing]]:
    """Yield every item that is tied by its day, once for each thing that can be made wrong in it."""
    tagger = Tagger(sample.taxonomy)
    decisions = resolve(sample, tagger).events.decisions
    places = [tag.label("en") for tag in sample.taxonomy.tags.values() if tag.kind is TagKind.PLACE]
    for briefing in sample.briefings:
        for path, item in walk(briefing.background):
            decision = decisions[briefing.slug].get(path)
            if len(path) > 1 or not (decision and decision.target and item.date and item.date.day):
                continue
            day = item.date.day + dt.timedelta(rng.choice((-1, 1)) * rng.randint(5, 200))
            yield "day", item.text, changed(briefing, item, replace(item, date=edtf.of_day(day)))
            named = [place for place in places if re.search(rf"\b{place}\b", item.text)]
            if len(named) == 1:
                other = rng.choice([place for place in places if place not in named])
                text = re.sub(rf"\b{named[0]}\b", other, item.text)
                yield "place", item.text, changed(briefing, item, replace(item, text=text))
            report = sample.by_slug[decision.target].body
            number = re.search(r"(?<![\w.,-])\d+(?:[.,]\d+)?(?= [a-z]{3,})", item.text)
            if number and number[0] in report:
                text = f"{item.text[: number.start()]}{int(number[0][0]) % 9 + 1}{number[0][1:]}7{item.text[number.end() :]}"
                yield "number", item.text, changed(briefing, item, replace(item, text=text))


def changed(briefing: Briefing, old: BackgroundItem, new: BackgroundItem) -> Briefing:
    sections = (
        replace(one, items=tuple(new if item is old else item for item in one.items)) for one in briefing.sections
    )
    return replace(briefing, sections=tuple(sections))
