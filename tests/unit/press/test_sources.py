"""How the archive says who says so: on a card, over a chain, of an event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from builder.desk.sources.sourcing import Register
from builder.formats import briefing_md, outlets_yml
from builder.languages.catalogue import words_of
from builder.press import sources

REGISTER = Register(
    outlets_yml.loads(
        "daily: {name: The Daily}\nreuters: {name: Reuters, kind: agency}\nnasa: {name: NASA, kind: official}\n"
        "tass: {name: TASS, kind: state media}\n"
    )
)
NASA = "{name: NASA, kind: official}"
TEXT = "{name: text of the treaty, kind: document}"
REUTERS = "{name: Reuters, kind: outlet}"
TASS = "{name: TASS, kind: outlet}"
PEOPLE = "{name: people familiar with it, kind: anonymous, count: 3}"


def told(attribution: str, outlet: str = "daily") -> tuple[str, str]:
    text = f"---\ntitle: T\noutlet: {outlet}\nattribution: [{attribution}]\n---\nL.\n"
    chain = REGISTER.chain(briefing_md.loads(text, slug="t"))
    standing = sources.standing(chain, words_of("en"))
    return sources.basis(chain, words_of("en")), f"{standing['label']} {standing['rest']}".strip()


@pytest.mark.parametrize(
    ("attribution", "card", "page"),
    [
        ("", "", "No source is named."),
        (NASA, "relying on NASA (official)", "On record: one official statement."),
        (
            "{name: Andrei Gromyko, kind: named}",
            "relying on Andrei Gromyko (named person)",
            "On record: one named person.",
        ),
        (
            f"{NASA}, {TEXT}",
            "relying on text of the treaty and NASA",
            "On record: one document and one official statement.",
        ),
        (
            f"{NASA}, {TASS}",
            "relying on NASA and on TASS (state media)",
            "On record: one official statement. Also one report of state media.",
        ),
        (
            f"{REUTERS}, {PEOPLE}",
            "relying on Reuters and on 3 people familiar with it (anonymous)",
            "Unnamed sources (3), by way of Reuters.",
        ),
        (
            "{name: people, kind: anonymous, via: TASS}",
            "relying on people (anonymous)",
            "Unnamed sources by way of TASS (state media).",
        ),
        ("{name: people, kind: anonymous}", "relying on people (anonymous)", "Unnamed sources spoke to the outlet."),
        (
            f"{PEOPLE}, {REUTERS}",
            "relying on Reuters and on 3 people familiar with it (anonymous)",
            "Unnamed sources (3). Also one report of another outlet.",
        ),
        (
            "{name: Kremlin, kind: official, via: TASS}",
            "relying on Kremlin (official)",
            "On record: one official statement, by way of TASS (state media).",
        ),
        # Only where none of them was heard at first hand is the whole of it said to be by way of somebody.
        (
            f"{{name: Kremlin, kind: official, via: Reuters}}, {TEXT}",
            "relying on text of the treaty and Kremlin",
            "On record: one document and one official statement.",
        ),
        (REUTERS, "relying on Reuters (agency)", "Second hand: one report of another outlet."),
        (
            f"{REUTERS}, {TASS}",
            "relying on Reuters and on TASS (state media)",
            "Second hand: one report of another outlet and one report of state media.",
        ),
        (TASS, "relying on TASS (state media)", "State media only: one report of state media."),
        (
            f"{TEXT}, {NASA}, {REUTERS}, {{name: people, kind: named, count: 20}}",
            "relying on text of the treaty, NASA and 2 more",
            "On record: one document, one official statement and 20 named people. Also one report of another outlet.",
        ),
    ],
)
def test_sources_are_named_on_a_card_and_weighed_on_the_page(attribution: str, card: str, page: str) -> None:
    assert told(attribution) == (card, page)


@pytest.mark.parametrize(
    ("outlet", "page"),
    [("nasa", "On record: the outlet speaks for itself."), ("tass", "State media only: no source is named.")],
)
def test_an_outlet_that_names_nobody_stands_for_itself(outlet: str, page: str) -> None:
    assert told("", outlet)[1] == page


OUTLETS = "outlet: desk\nattribution: [{name: Wire & Co, kind: outlet}, {name: people, kind: anonymous}]\n"
SAME = "Talks on docking ended in Geneva with an agreement signed by Hugh Dryden of NASA.\n"


def test_the_chain_leads_to_the_pages_of_outlets_an_unread_one_included(press: Callable[..., Any]) -> None:
    made = press({"1962/06/08-a": f"{OUTLETS}---\n{SAME}"})
    told = made.archive("1962/06/08-a.md")["sources"]
    assert told["publisher"] == {
        "name": "The Desk",
        "url": "../../../outlets/desk/",
        "state": False,
    }
    wire = {"name": "Wire & Co", "url": "../../../outlets/wire/", "state": False}
    assert told["links"] == [
        wire | {"kind": "agency", "anonymous": False, "count": None, "via": None, "where": None},
        {
            "name": "people",
            "url": None,
            "state": False,
            "kind": "anonymous",
            "anonymous": True,
            "count": None,
            "via": wire,
            "where": None,
        },
    ]
    assert told["reports"] is None, "one report is no number"
    assert made.archive("outlets/wire/index.md")["count"] == 0


def test_reports_of_one_event_are_counted_with_their_carriers(press: Callable[..., Any]) -> None:
    carried = "carried_by: [{outlet: elsewhere}]\n"
    made = press(
        {
            "1962/06/08-a": f"{OUTLETS}{carried}---\n{SAME}",
            "1962/06/08-b": f"outlet: wire\n---\n{SAME}",
            "1970/01/01-c": "",
        }
    )
    reports = made.archive("1962/06/08-a.md")["sources"]["reports"]
    assert reports["line"] == "3 reports, 1 original: Wire & Co"
    assert [(row["outlet"], bool(row["briefing"]), row["why"]) for row in reports["rows"]] == [
        ("The Desk", False, "the first to rest on it"),
        ("elsewhere", False, "carries the same report"),
        ("Wire & Co", True, "its outlet is the one that another report relies on"),
    ]
    assert made.archive("1970/01/01-c.md")["sources"]["reports"] is None


def test_a_page_names_so_many_reports_and_counts_the_rest(press: Callable[..., Any]) -> None:
    carriers = ", ".join(f"{{outlet: paper-{number}}}" for number in range(30))
    made = press({"1962/06/08-a": f"outlet: desk\ncarried_by: [{carriers}]\n---\n{SAME}"})
    reports = made.archive("1962/06/08-a.md")["sources"]["reports"]
    assert reports["line"] == "31 reports, 1 original: The Desk"
    assert (len(reports["rows"]), reports["more"]) == (12, 19)
