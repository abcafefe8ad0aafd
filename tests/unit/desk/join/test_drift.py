"""Drift: what is told of one event with another day, place or number, and what is none."""

from __future__ import annotations

import pytest

from builder.desk.join import drift
from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.formats import briefing_md, taxonomy_yml
from builder.model.archive import Archive
from builder.model.ids import Slug

TAXONOMY = taxonomy_yml.loads("""\
geneva: {label: {en: Geneva}, kind: place}
lagos: {label: {en: Lagos}, kind: place}
anna-beck: {label: {en: Anna Beck}, kind: person}
""")
REPORT = """\
title: Anna Beck opens the tunnel Delta 7 in Geneva
tags: [geneva, anna-beck]
---
Anna Beck opened the harbour tunnel Delta 7 in Geneva on Monday, before 300 guests."""
FILLER = ("Bakers sold bread.", "Ferries sailed late.", "Snow fell inland.", "A choir sang.", "Wheat grew dear.")


def background(item: str) -> str:
    return f"title: Something else\n---\nNothing more was said.\n\n## Background\n\n- {item}\n"


def archive(item: str, *others: str) -> Archive:
    texts = {"2001-01-01-opening": REPORT, "2003-01-01-last": background(item)}
    texts |= {f"2002-01-0{n}-other-{n}": background(other) for n, other in enumerate(others, 1)}
    texts |= {f"2000-01-0{n}-filler-{n}": f"title: {text}\n---\n{text}" for n, text in enumerate(FILLER, 1)}
    briefings = [
        briefing_md.loads(f"---\ndate: {name[:10]}\n{text}\n", slug=Slug(name[11:])) for name, text in texts.items()
    ]
    return Archive.of(briefings, TAXONOMY, {})


def found(item: str, *others: str) -> list[tuple[str, str]]:
    whole = archive(item, *others)
    events = resolve(whole, Tagger(TAXONOMY)).events
    return [(one.code, one.message) for one in drift.review(whole, events, paths=lambda one: one.slug)]


TOLD = "**2001-01-01** — Anna Beck opened the harbour tunnel Delta 7 in Geneva."
AGAIN = "**2001-01-01** — The tunnel Delta 7 was opened in Geneva by Anna Beck."


def test_who_agrees_is_not_doubted() -> None:
    assert found(TOLD, AGAIN) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("2001-01-01", "2001-03-04", "DRIFT001", "2001-01-01"),
        ("in Geneva", "in Lagos", "DRIFT002", "Geneva"),
        ("Delta 7", "Delta 9", "DRIFT003", "Delta 7, not 9"),
    ],
)
def test_another_day_place_or_number_is_told_with_both_sentences(old: str, new: str, code: str, said: str) -> None:
    ((told, message),) = found(TOLD.replace(old, new), AGAIN)
    assert told == code
    assert said in message
    assert "Anna Beck opened the harbour tunnel" in message


def test_without_doubts_every_tie_is_the_same() -> None:
    whole = archive(TOLD.replace("2001-01-01", "2001-03-04"), AGAIN)
    doubting, sure = (resolve(whole, Tagger(TAXONOMY), doubts=doubts) for doubts in (True, False))
    assert doubting.of == sure.of
    assert doubting.events.events == sure.events.events
    (suspected,) = (one.elsewhere for one in doubting.events.decisions[Slug("last")].values())
    assert suspected == "opening"
    assert sure.events.decisions[Slug("last")][0,].elsewhere is None


def test_another_happening_of_like_words_is_none() -> None:
    assert found("**2001-03-04** — Anna Beck opened the library of Lagos.", AGAIN) == []


def test_two_briefings_that_agree_on_another_day_are_believed() -> None:
    moved = TOLD.replace("2001-01-01", "2001-03-04")
    assert found(moved, moved) == []


def test_a_year_behind_a_month_is_no_number_of_a_thing() -> None:
    assert found(TOLD.replace("in Geneva", "in Geneva in January 2001"), AGAIN) == []


def test_what_an_assembly_does_again_in_the_same_few_words_is_another_happening() -> None:
    assert (
        found("**2002-06-01** — The council praised the treaty.", "**2001-06-01** — The council praised the treaty.")
        == []
    )
    told = "council of elders praised the fishing treaty between seven northern harbour towns and their bakers."
    doubted = found(f"**2002-06-01** — The {told}", f"**2001-06-01** — The {told}")
    assert {code for code, _ in doubted} == {"DRIFT001"}


def test_background_does_not_tell_the_news_of_its_own_article() -> None:
    briefing = f"{REPORT}\n\n## Background\n\n- **2000-12-03** — Anna Beck opened the harbour tunnel Delta 7.\n"
    whole = archive(TOLD)
    own = briefing_md.loads(f"---\ndate: 2001-01-01\n{briefing}", slug=Slug("opening"))
    whole = Archive.of([own, *(one for one in whole.briefings if one.slug != "opening")], TAXONOMY, {})
    events = resolve(whole, Tagger(TAXONOMY)).events
    assert list(drift.review(whole, events, paths=lambda one: one.slug)) == []
