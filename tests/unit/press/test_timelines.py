"""Timelines as pages: entries, sheets, and the picture of how much happened when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from builder.desk.join.ties import Ties
from builder.desk.stories.timeline import Entry, Word
from builder.formats import edtf
from builder.languages.catalogue import words_of
from builder.model.ids import EventId, Slug
from builder.model.settings import Settings
from builder.press import timelines
from builder.press.chart import MOST_BARS, chart
from builder.press.edition import Edition

FILES = {
    f"19{60 + n}/03/0{n}-met-{n}": f"tags: [geneva]\n---\nThe two sides met for the {n}th time.\n" for n in range(1, 6)
}


def entries(*dates: int | str) -> list[Entry]:
    made = []
    for date in dates:
        when = edtf.loads(str(date))
        assert when.first is not None
        word = Word(briefing=Slug("a"), day=when.first, text="It happened.", report=True, when=when)
        made.append(Entry(event=EventId("a"), when=when, words=(word,)))
    return made


def test_a_subject_with_enough_events_has_a_timeline_and_leads_to_it(press: Callable[..., Any]) -> None:
    made = press(FILES)
    page = made.archive("tags/geneva/timeline/index.md")
    assert [year["year"] for year in page["years"]] == ["1961", "1962", "1963", "1964", "1965"]
    first = page["years"][0]["entries"][0]
    assert first["briefing"]["url"] == "../../../1961/03/01-met-1/"
    assert (first["known"], first["known_iso"], first["reported_iso"]) == (None, "1961-03-01", "1961-03-01")
    assert made.archive("tags/geneva/index.md")["timeline"] == "../../tags/geneva/timeline/"
    groups = made.archive("timelines/index.md")["subjects"]
    assert groups[0]["tags"][0]["url"] == "../tags/geneva/timeline/"


def test_few_events_make_no_timeline(press: Callable[..., Any]) -> None:
    made = press(dict(list(FILES.items())[:3]))
    assert not [path for path in made if "timeline/" in path]
    assert "timeline" not in made.archive("tags/geneva/index.md")


def test_an_event_without_a_briefing_says_who_recalls_it_and_since_when(press: Callable[..., Any]) -> None:
    recalled = "tags: [geneva]\n---\nL.\n\n## Background\n\n- **1940-05-06** — Geneva lost its <b>tower</b>.\n"
    made = press({**FILES, "1966/01/02-later": recalled})
    first = made.archive("tags/geneva/timeline/index.md")["years"][0]["entries"][0]
    assert (first["briefing"], first["sentence"]) == (None, "Geneva lost its tower.")
    assert first["by"]["title"] == "Title of later"
    assert first["known"]["iso"] == "1966-01-02"


def test_an_event_that_had_no_date_at_first_is_placed_since_it_has_one(load: Callable[..., Any]) -> None:
    archive = load(FILES)
    edition = Edition.of(archive, Ties(of={}, mentioned_by={}), Settings())
    when = edtf.loads("1960")
    words = tuple(
        Word(briefing=briefing.slug, day=day, text="It happened.", report=False, when=date)
        for briefing, day, date in zip(
            archive.briefings, (dt.date(1961, 3, 1), dt.date(1962, 3, 2)), (None, when), strict=False
        )
    )
    made = timelines.entry(edition, Entry(event=EventId("e"), when=when, words=words), "")
    assert (made["known_iso"], made["known"]["iso"]) == ("1962-03-02", "1961-03-01")


def test_a_long_timeline_is_cut_into_sheets(press: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timelines, "ON_A_PAGE", 1)
    made = press(FILES)
    sheet = made.archive("tags/geneva/timeline/page/1965-03-05.md")
    assert [year["year"] for year in sheet["years"]] == ["1965"]
    assert sheet["pager"]["previous"] == "../../../../../tags/geneva/timeline/page/1964-03-04/"
    assert sheet["pager"]["first"] == "../../../../../tags/geneva/timeline/"
    assert sheet["years"][0]["entries"][0]["briefing"]["url"] == "../../../../../1965/03/05-met-5/"
    assert (sheet["chart"], sheet["count"]) == (None, None), "both stand once"
    first = made.archive("tags/geneva/timeline/index.md")
    assert (first["count"], first["pager"]["next"]) == (5, "../../../tags/geneva/timeline/page/1962-03-02/")


def test_a_newcomer_changes_only_the_timelines_of_its_subjects(press: Callable[..., Any]) -> None:
    before = press(FILES)
    after = press({**FILES, "1970/01/01-new": "tags: [docking]\n---\nNew.\n"})
    assert before["tags/geneva/timeline/index.md"] == after["tags/geneva/timeline/index.md"]


def test_the_picture_has_a_bar_for_each_year_and_says_the_same_in_words() -> None:
    picture = chart(entries(1961, 1962, 1962, 1965), "en", words_of("en"))
    assert picture is not None
    assert [bar["label"] for bar in picture["bars"]] == ["1961: one event", "1962: 2 events", "1965: one event"]
    assert picture["bars"][1]["height"] == 2 * picture["bars"][0]["height"]
    assert picture["says"] == "4 events: the most in 1962 (2), the latest in 1965."


def test_a_long_time_is_drawn_in_spans_of_years() -> None:
    picture = chart(entries(*range(1800, 2000)), "en", words_of("en"))
    assert picture is not None
    assert len(picture["bars"]) <= MOST_BARS
    assert picture["bars"][0]["label"] == "1800–1804: 5 events"
    assert all(bar["x"] + bar["width"] <= picture["width"] for bar in picture["bars"])


def test_a_short_story_is_drawn_by_month() -> None:
    picture = chart(entries("1961-04-12", "1961-06-03", "1961-06-04", "1962-02"), "en", words_of("en"))
    assert picture is not None
    assert picture["bars"][1]["label"] == "June 1961: 2 events"
    assert picture["says"] == "4 events: the most in June 1961 (2), the latest in February 1962."


def test_two_years_make_no_picture() -> None:
    assert chart(entries(1961, 1962, 1962), "en", words_of("en")) is None
