"""How many accounts of an event there are, and how many of them stand on their own ground."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.desk.sources.originals import originals, reports
from builder.formats import briefing_md, outlets_yml
from builder.model.archive import Archive
from builder.model.event import Certainty, Event
from builder.model.ids import EventId, Slug
from builder.model.taxonomy import Taxonomy

OUTLETS = outlets_yml.loads(
    "".join(f"{name}: {{name: {name.title()}}}\n" for name in ("daily", "post", "reuters", "ap"))
)
OFFICE = "{name: Kremlin, kind: official}"
REUTERS = "{name: Reuters, kind: outlet}"
PEOPLE = "{name: people, kind: anonymous}"


def told(*heads: str) -> list[tuple[str, list[str]]]:
    """Return the originals of an event with these reports, each "outlet | attribution | carriers"."""
    briefings = []
    for number, head in enumerate(heads):
        outlet, attribution, carriers = (part.strip() for part in f"{head} | |".split("|")[:3])
        carried = ", ".join(f"{{outlet: {name}}}" for name in carriers.split())
        text = f"title: T\noutlet: {outlet}\nattribution: [{attribution}]\ncarried_by: [{carried}]\n"
        briefings.append(briefing_md.loads(f"---\n{text}---\nL.\n", slug=f"r{number}"))
    archive = Archive.of(briefings, Taxonomy(tags={}), OUTLETS)
    event = Event(
        id=EventId("r0"),
        what="T",
        when=None,
        certainty=Certainty.UNDATED,
        reports=tuple(Slug(f"r{number}") for number in range(len(heads))),
        mentions=(),
        known=dt.date(2025, 1, 1),
    )
    found = originals(event, archive)
    return [(one.name, [report.outlet.name if report.outlet else "" for report in one.reports]) for one in found]


@pytest.mark.parametrize(
    ("heads", "want"),
    [
        ([f"daily | {REUTERS}", f"post | {REUTERS}"], [("Reuters", ["Daily", "Post"])]),
        ([f"daily | {REUTERS}, {PEOPLE}", f"post | {REUTERS}"], [("Reuters", ["Daily", "Post"])]),
        ([f"daily | {OFFICE}", f"post | {OFFICE}"], [("Kremlin", ["Daily", "Post"])]),
        ([f"daily | {OFFICE}", f"post | {REUTERS}"], [("Kremlin", ["Daily"]), ("Reuters", ["Post"])]),
        # Whoever adds a ground is an original; whoever takes one away is none.
        ([f"daily | {REUTERS}", f"post | {REUTERS}, {OFFICE}"], [("Reuters", ["Daily"]), ("Kremlin", ["Post"])]),
        ([f"daily | {REUTERS}, {OFFICE}", f"post | {OFFICE}"], [("Reuters and Kremlin", ["Daily", "Post"])]),
        # By way of an outlet or heard from itself: one statement.
        (
            ["daily | {name: Kremlin, kind: official, via: Reuters}", f"post | {OFFICE}"],
            [("Reuters", ["Daily", "Post"])],
        ),
        (
            [f"post | {OFFICE}", "daily | {name: Kremlin, kind: official, via: Reuters}"],
            [("Kremlin", ["Post", "Daily"])],
        ),
        # The report that others rely on is itself in the archive, before or after theirs.
        ([f"reuters | {OFFICE}", f"daily | {REUTERS}"], [("Kremlin", ["Reuters", "Daily"])]),
        ([f"daily | {REUTERS}", f"reuters | {OFFICE}"], [("Reuters", ["Daily", "Reuters"])]),
        (["daily | {name: Post, kind: outlet}", "post | {name: Daily, kind: outlet}"], [("Post", ["Daily", "Post"])]),
        # Unnamed people are those of the outlet that knows them.
        ([f"daily | {PEOPLE}", f"post | {PEOPLE}"], [("Daily", ["Daily"]), ("Post", ["Post"])]),
        ([f"daily | {PEOPLE}", "post | {name: Daily, kind: outlet}"], [("Daily", ["Daily", "Post"])]),
        ([f"daily | {OFFICE}", f"daily | {PEOPLE}"], [("Kremlin", ["Daily"]), ("Daily", ["Daily"])]),
        # Own words.
        (["daily", "post"], [("Daily", ["Daily"]), ("Post", ["Post"])]),
        (["daily", "daily"], [("Daily", ["Daily", "Daily"])]),
        (["daily", f"daily | {OFFICE}"], [("Daily", ["Daily"]), ("Kremlin", ["Daily"])]),
        # A reprint is no second report of its own.
        ([f"daily | {OFFICE} | post ap"], [("Kremlin", ["Daily", "Post", "Ap"])]),
    ],
)
def test_reports_are_grouped_by_what_they_rest_on(heads: list[str], want: list[tuple[str, list[str]]]) -> None:
    assert told(*heads) == want


def test_every_report_and_carrier_is_counted_once() -> None:
    heads = [f"daily | {REUTERS} | ap", f"post | {OFFICE} | ap"]
    assert sum(len(outlets) for _, outlets in told(*heads)) == 4
    assert reports(()) == 0
