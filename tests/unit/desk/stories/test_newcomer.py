"""Which sentences of a story's earlier reports a newcomer is told."""

from __future__ import annotations

from builder.desk.stories.newcomer import Room, choose, usual_words

STORY = (
    ("The old ferry Alma sank off Northport with nine people on board.", "Divers found its bell on the same evening."),
    ("The harbour office counted empty berths along the quay.", "A café there opened late."),
    ("Prosecutors charged captain Ruben Hale of the Alma with endangering passengers.",),
    ("Fishermen sold herring at the usual price.",),
    ("Traffic stood still on the coastal road.",),
    ("A court in Northport postponed the hearing of Ruben Hale to May.",),
)
NEW = "Captain Ruben Hale is found guilty over the sinking of the ferry Alma"


def told(room: Room, story: tuple[tuple[str, ...], ...] = STORY, new: str = NEW) -> list[str]:
    return [story[i][j] for i, j in choose(story, new, room)]


def test_one_line_is_how_it_began_and_a_second_what_came_last() -> None:
    assert told(Room.lines(1)) == [STORY[0][0]]
    assert told(Room.lines(2)) == [STORY[0][0], STORY[5][0]]


def test_the_turning_point_comes_before_what_goes_on_from_day_to_day() -> None:
    assert told(Room.lines(3)) == [STORY[0][0], STORY[2][0], STORY[5][0]]


def test_a_line_more_is_of_another_report() -> None:
    assert STORY[0][1] not in told(Room.lines(6))
    assert len(told(Room.lines(60))) == len(STORY)


def test_in_words_the_beginning_is_told_in_two_sentences() -> None:
    assert told(Room.words(45))[:2] == list(STORY[0])


def test_no_more_is_told_than_there_is_room_for() -> None:
    for size in (0, 5, 12, 30, 60):
        assert sum(len(line.split()) for line in told(Room.words(size))) <= size


def test_what_is_told_already_is_not_told_again() -> None:
    again = "The ferry Alma sank off Northport, the old ship with nine people on board."
    story = (STORY[0][:1], (again,), STORY[3], STORY[5])
    assert again not in told(Room.lines(4), story)


def test_the_last_report_is_told_nearly_whole() -> None:
    last = ("The jury began to deliberate on Monday.", "It asked for the log of the engine room.")
    assert told(Room.words(60), (*STORY, last))[-2:] == list(last)


def test_a_report_without_sentences_is_left_out() -> None:
    assert choose(((), ()), NEW, Room.lines(5)) == ()
    assert choose((), NEW, Room.lines(5)) == ()


def test_a_background_grows_with_its_story_and_then_stands_still() -> None:
    report = "Ten words are in this report, and no more at all."
    lengths = [usual_words([report] * number) for number in (0, 1, 5, 20, 100, 200)]
    assert lengths == sorted(lengths)
    assert lengths[0] == 0
    assert lengths[3] - lengths[1] > 2 * (lengths[5] - lengths[4])
