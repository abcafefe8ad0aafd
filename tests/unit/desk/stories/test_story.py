"""Which earlier briefings belong to the story of a new one."""

from __future__ import annotations

from builder.desk.stories.story import Stories
from builder.model.briefing import Briefing
from tests.unit.desk.join.test_ties import made

ACCORD = made("accord", "1972-05-24", ["moscow", "apollo", "soyuz"], title="Accord on a flight of Apollo and Soyuz")
CREW = made("crew", "1973-01-30", ["apollo", "soyuz", "nasa"], title="Crew named for the flight of Apollo and Soyuz")
NEW = made("docking", "1975-07-17", ["apollo", "soyuz"], title="Apollo and Soyuz dock in orbit")
OTHERS = tuple(made(f"other-{n}", f"1970-01-{n + 1:02}", ["london"], title="Talks in London") for n in range(20))


def before(new: Briefing, *earlier: Briefing) -> list[str]:
    return [briefing.slug for briefing in Stories.of((*OTHERS, *earlier)).before(new)]


def test_shared_rare_tags_make_a_story_oldest_first() -> None:
    assert before(NEW, CREW, ACCORD) == ["accord", "crew"]


def test_one_shared_tag_makes_none() -> None:
    assert before(NEW, made("apollo", "1969-07-20", ["apollo", "nasa"])) == []


def test_tags_that_everything_carries_make_none() -> None:
    new = made("new", "1980-01-01", ["london", "moscow"])
    both = [made(f"both-{n}", f"1971-01-{n + 1:02}", ["london", "moscow"]) for n in range(20)]
    assert before(new, *both) == []


def test_a_storyline_says_what_belongs_to_it() -> None:
    line = made("old", "1963-09-20", more="storylines: [joint-flight]\n")
    new = made("new", "1975-07-17", more="storylines: [joint-flight]\n")
    assert before(new, line) == ["old"]


def test_what_is_not_earlier_does_not_come_before() -> None:
    assert (
        before(NEW, made("same", "1975-07-17", ["apollo", "soyuz"]), made("late", "1975-07-19", ["apollo", "soyuz"]))
        == []
    )


def test_drafts_and_withdrawn_briefings_tell_a_newcomer_nothing() -> None:
    draft = made("draft", "1972-05-24", ["apollo", "soyuz"], more="status: draft\n")
    gone = made("gone", "1972-05-25", ["apollo", "soyuz"], more="status: withdrawn\nreason: wrong\n")
    assert before(NEW, draft, gone) == []


def test_what_a_run_files_belongs_to_the_story_of_what_follows() -> None:
    stories = Stories.of(OTHERS)
    stories.add(ACCORD)
    assert stories.before(NEW) == (ACCORD,)
