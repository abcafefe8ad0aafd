"""Chains: who stands in them, through whom they know it, and how strong they are."""

from __future__ import annotations

import pytest

from builder.desk.sources.sourcing import Chain, Register, Strength, distinct
from builder.formats import briefing_md, outlets_yml
from builder.model.briefing import Attribution, SourceKind

REGISTER = Register(
    outlets_yml.loads(
        "daily: {name: The Daily}\nreuters: {name: Reuters, kind: agency}\nap: {name: Associated Press, aliases: [AP]}\n"
        "tass: {name: TASS, kind: state media}\nnasa: {name: NASA, kind: official}\n"
    )
)


def chain(attribution: str, outlet: str = "daily") -> Chain:
    text = f"---\ntitle: T\noutlet: {outlet}\nattribution: [{attribution}]\n---\nL.\n"
    return REGISTER.chain(briefing_md.loads(text, slug="t"))


def said(found: Chain) -> list[tuple[str, list[str]]]:
    return [(source.party.name, [way.name for way in source.ways]) for source in found.sources]


OFFICE = "{name: Kremlin, kind: official}"
PEOPLE = "{name: diplomats, kind: anonymous, count: 3}"
REUTERS = "{name: Reuters, kind: outlet}"
TASS = "{name: TASS, kind: outlet}"


@pytest.mark.parametrize(
    ("attribution", "outlet", "strength"),
    [
        (OFFICE, "daily", Strength.ON_RECORD),
        ("{name: A. Holm, kind: named}", "daily", Strength.ON_RECORD),
        ("{name: text of the treaty, kind: document}", "daily", Strength.ON_RECORD),
        (f"{PEOPLE}, {REUTERS}, {OFFICE}", "daily", Strength.ON_RECORD),
        (PEOPLE, "daily", Strength.UNNAMED),
        (f"{REUTERS}, {PEOPLE}", "daily", Strength.UNNAMED),
        (REUTERS, "daily", Strength.SECOND_HAND),
        (f"{TASS}, {REUTERS}", "daily", Strength.SECOND_HAND),
        ("{name: An Unknown Gazette, kind: outlet}", "daily", Strength.SECOND_HAND),
        (TASS, "daily", Strength.STATE_MEDIA),
        ("", "daily", Strength.NONE),
        ("", "nobody-knows-it", Strength.NONE),
        ("", "tass", Strength.STATE_MEDIA),
        ("", "nasa", Strength.ON_RECORD),
    ],
)
def test_a_chain_is_as_strong_as_the_strongest_source_it_ends_in(
    attribution: str, outlet: str, strength: Strength
) -> None:
    assert chain(attribution, outlet).strength is strength


def test_where_it_was_said_is_kept_and_is_no_way() -> None:
    """A page of one's own stands between nobody: to have read it is to have heard its owner."""
    shorter, longer = "{name: ministry, kind: official, where: Telegram}", "{name: Swiss ministry, kind: official}"
    (source,) = chain(f"{shorter}, {longer}").sources
    assert (source.party.name, source.where, source.ways) == ("Swiss ministry", "Telegram", ())


def test_whoever_only_passes_something_on_lends_it_no_strength() -> None:
    """Else three unnamed people would gain by having been quoted second hand, and a state's outlet by quoting them."""
    found = chain("{name: TASS, kind: outlet}, {name: people, kind: anonymous, via: TASS}")
    assert [source.passes_on for source in found.sources] == [True, False]
    assert found.strength is Strength.UNNAMED


@pytest.mark.parametrize(
    ("attribution", "links"),
    [
        (f"{REUTERS}, {PEOPLE}", [("Reuters", []), ("diplomats", ["Reuters"])]),
        (f"{PEOPLE}, {REUTERS}", [("diplomats", []), ("Reuters", [])]),
        (f"{TASS}, {OFFICE}", [("TASS", []), ("Kremlin", [])]),
        ("{name: Kremlin, kind: official, via: AP}", [("Kremlin", ["Associated Press"])]),
        ("{name: Kremlin, kind: official, via: The Daily}", [("Kremlin", [])]),
        (
            "{name: AP, kind: outlet}, {name: Reuters, kind: outlet, via: AP}, {name: people, kind: anonymous}",
            [("Associated Press", []), ("Reuters", ["Associated Press"]), ("people", ["Associated Press", "Reuters"])],
        ),
        (
            "{name: Reuters, kind: outlet, via: AP}, {name: AP, kind: outlet, via: Reuters}",
            [("Reuters", ["Associated Press"]), ("Associated Press", ["Reuters"])],
        ),
        (f"{{name: The Daily, kind: outlet}}, {OFFICE}", [("Kremlin", [])]),
    ],
)
def test_a_source_is_known_through_whom_the_file_says_and_unnamed_people_through_the_outlet_before_them(
    attribution: str, links: list[tuple[str, list[str]]]
) -> None:
    assert said(chain(attribution)) == links


def test_outlets_are_known_by_their_other_names_and_state_media_by_their_kind() -> None:
    sources = chain("{name: AP, kind: outlet}, {name: the news agency TASS, kind: outlet}").sources
    assert [(one.party.name, one.party.outlet and one.party.outlet.id, one.party.of_a_state) for one in sources] == [
        ("Associated Press", "ap", False),
        ("TASS", "tass", True),
    ]


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (["official Swiss foreign ministry", "official ministry"], ["Swiss foreign ministry"]),
        (["official ministry", "official Swiss foreign ministry"], ["Swiss foreign ministry"]),
        (["named Dmitry Peskov", "official Kremlin spokesman Dmitry Peskov"], ["Kremlin spokesman Dmitry Peskov"]),
        (
            ["official Ministry of Defence of Ukraine", "official Ministry of Defence"],
            ["Ministry of Defence of Ukraine"],
        ),
        (["official Bank", "official Bank of England"], ["Bank", "Bank of England"]),
        (["official US Army", "official US State Department"], ["US Army", "US State Department"]),
        (["anonymous sources", "anonymous sources close to the council"], ["sources close to the council"]),
        (["official White House", "document letter to the White House"], ["White House", "letter to the White House"]),
        (["outlet Post", "outlet Post"], ["Post"]),
        (["official the", "official !!"], ["the", "!!"]),
    ],
)
def test_one_source_under_two_names_counts_once(names: list[str], left: list[str]) -> None:
    pairs = (name.split(" ", 1) for name in names)
    found = distinct(Attribution(name=name, kind=SourceKind(kind)) for kind, name in pairs)
    assert [one.name for one in found] == left


def test_of_two_counts_of_the_same_people_the_larger_stays() -> None:
    found = chain("{name: diplomats, kind: anonymous, count: 2}, {name: diplomats, kind: anonymous, count: 3}")
    assert [(one.party.name, one.count) for one in found.sources] == [("diplomats", 3)]
