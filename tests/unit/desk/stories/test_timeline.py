"""What stands on a timeline, in which order, and what was known when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from builder.desk.join.ties import resolve
from builder.desk.stories.timeline import Entry, Word, as_of, by_tag, timeline
from builder.desk.tags.tagging import Tagger
from builder.formats import briefing_md, edtf
from builder.model.archive import Archive
from builder.model.ids import EventId, Slug

WALL = "The sea wall of Geneva broke in the storm of the century, Vladimir Putin said."
FILES = {
    "2001-02-03-plan": "tags: [geneva]\n---\nA plan.",
    "2001-04-03-vote": f"tags: [geneva, docking]\n---\nA vote.\n\n## Background\n\n- **2000-09** — {WALL}\n- {WALL}",
    "2002-05-06-gate": f"tags: [docking]\n---\nA gate.\n\n## Background\n\n- **2000-09-09** — {WALL}",
    "2003-07-08-opening": "---\nIt opened.",
}


def archive_of(tagger: Tagger, files: Mapping[str, str]) -> Archive:
    briefings = [
        briefing_md.loads(f"---\ntitle: Title of {name[11:]}\ndate: {name[:10]}\n{text}\n", slug=name[11:])
        for name, text in files.items()
    ]
    return Archive.of(briefings, tagger.taxonomy, {})


@pytest.fixture
def archive(tagger: Tagger) -> Archive:
    return archive_of(tagger, FILES)


@pytest.fixture
def line(archive: Archive, tagger: Tagger) -> tuple[Entry, ...]:
    return timeline(resolve(archive, tagger).events.events, archive)


def told(line: tuple[Entry, ...]) -> list[tuple[str, str, str]]:
    return [(one.when.text, one.first.text[:12], one.known.isoformat()) for one in line]


def test_events_stand_by_when_they_happened_with_the_day_the_archive_knew(line: tuple[Entry, ...]) -> None:
    assert told(line) == [
        ("2000-09", "The sea wall", "2001-04-03"),
        ("2000-09-09", "The sea wall", "2002-05-06"),
        ("2001-02-03", "Title of pla", "2001-02-03"),
        ("2001-04-03", "Title of vot", "2001-04-03"),
        ("2002-05-06", "Title of gat", "2002-05-06"),
        ("2003-07-08", "Title of ope", "2003-07-08"),
    ]
    assert [one.reported is None for one in line] == [True, True, False, False, False, False]


def test_what_has_no_date_has_no_place(line: tuple[Entry, ...]) -> None:
    assert sum(word.text == WALL for one in line for word in one.words) == 2


def test_as_of_a_day_nothing_later_is_known(line: tuple[Entry, ...]) -> None:
    assert [one.when.text for one in as_of(line, dt.date(2001, 4, 2))] == ["2001-02-03"]
    assert [one.when.text for one in as_of(line, dt.date(2001, 4, 3))] == ["2000-09", "2001-02-03", "2001-04-03"]
    assert as_of(line, dt.date(2004, 1, 1)) == line


@pytest.mark.parametrize("dated", ["nobody", "recalled", "reported"])
def test_an_event_is_known_as_of_the_day_on_which_somebody_dates_it(dated: str) -> None:
    when = edtf.loads("1998-12-30")
    days = [dt.date(1999, 1, day) for day in range(1, 5)]
    told = ("said", "said", "recalled", "reported")
    words = tuple(
        Word(
            briefing=Slug(f"b{day.day}"),
            day=day,
            text="It happened.",
            report=how == "reported",
            when=when if how in (dated, "reported") else None,
        )
        for day, how in zip(days, told, strict=True)
    )
    entry = Entry(event=EventId("e"), when=when, words=words)
    # The same that the page tells its script: `data-known` is `placed`.
    assert [day for day in days if as_of([entry], day)] == [day for day in days if entry.placed <= day]
    assert entry.placed == (days[2] if dated == "recalled" else days[3])


def test_before_a_report_an_event_is_what_recalled_it(tagger: Tagger) -> None:
    late = archive_of(
        tagger,
        {
            "1999-01-05-first": f"---\nA.\n\n## Background\n\n- **1998-12-30** — {WALL}",
            "1999-02-01-wall": "same_as: []\n---\nNews.",
            "1999-03-01-last": f"---\nB.\n\n## Background\n\n- **1998-12-30** — {WALL} [Briefing](../02/01-wall.md)",
        },
    )
    line = timeline(resolve(late, tagger).events.events, late)
    (then,) = (one for one in as_of(line, dt.date(1999, 1, 31)) if one.first.text == WALL)
    assert (then.when.text, then.reported) == ("1998-12-30", None)


def test_a_subject_has_the_events_of_its_reports_and_those_that_a_sentence_names(
    line: tuple[Entry, ...], archive: Archive, tagger: Tagger
) -> None:
    lines = by_tag(line, archive, tagger.known)
    assert [one.when.text for one in lines["geneva"]] == ["2000-09", "2001-02-03", "2001-04-03"]
    assert [one.when.text for one in lines["docking"]] == ["2001-04-03", "2002-05-06"]
    assert "vladimir-putin" not in lines, "no briefing around the sentence carries it"


def test_what_readers_do_not_have_is_not_told(archive: Archive, tagger: Tagger) -> None:
    events = resolve(archive, tagger).events.events
    left = timeline(events, archive.without({"vote", "gate"}))
    assert [one.first.briefing for one in left] == ["plan", "opening"]
