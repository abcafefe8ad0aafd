"""Which texts are one report, however it was cut, re-ordered or edited on the way."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from builder.desk import likeness
from builder.desk.likeness import Likeness, Texts
from builder.formats import briefing_md
from builder.model.briefing import Briefing
from builder.model.ids import OutletId, Slug
from builder.model.moment import Moment

HARBOUR = """\
The harbour council put off its vote on the tide gate on Monday evening. Six of the eleven members asked for more time,
the clerk said, because the second report on the sea bed had reached them only on Friday.

The gate would close the inner basin in storms. Three firms have sent designs; the cheapest would take four years and
leave the fish market dry, the dearest would be ready in two and need a new quay. The mayor called the delay regrettable
and said that a winter without a gate was a risk nobody had voted for.

Fishers in the gallery applauded when the clerk read out the result. The council meets again in April.
"""
COUNCIL = """\
A vote on the planned tide gate will not be held before April, the harbour council has decided. A majority wanted to
study what divers found under the old mole first. Opponents of the barrier spoke of a victory for common sense, while the
mayor warned of the coming winter. Designs by three companies are on the table, at very different prices, and the owners
of stalls in the fish market fear for their trade whichever of them is chosen in the end.
"""


def share(one: str, other: str) -> float:
    near = Texts({Slug("it"): likeness.runs(one)}).nearest(likeness.runs(other))
    return near.share if near else 0.0


def test_the_same_words_are_the_same_text_whatever_their_case_marks_and_lines() -> None:
    assert share(HARBOUR, HARBOUR.upper().replace(",", " –").replace("\n", " ")) == 1.0


def test_a_cut_or_reordered_text_is_still_the_same() -> None:
    first, second, third = HARBOUR.split("\n\n")
    assert share(HARBOUR, second) == 1.0
    assert share(HARBOUR, f"{third}\n{first}\n{second}") > 0.9


def test_a_text_in_which_every_fifth_word_was_edited_is_still_the_same() -> None:
    words = HARBOUR.split()
    dice = random.Random(1)  # noqa: S311 - the same edits on every run
    for at in dice.sample(range(len(words)), len(words) // 5):
        words[at] = f"edited{at}"
    assert share(HARBOUR, " ".join(words)) > likeness.SAME


def test_another_reporter_on_the_same_event_wrote_another_text() -> None:
    assert share(HARBOUR, COUNCIL) < likeness.SAME / 4


def test_texts_without_spaces_between_words_are_compared_by_their_signs() -> None:
    japanese = (
        "港湾評議会は月曜日の夜、防潮門に関する採決を延期した。十一人の委員のうち六人が時間を求めたと書記は述べた。" * 2
    )
    assert share(japanese, japanese[30:]) == 1.0
    assert (
        share(
            japanese,
            "委員会は火曜日、橋の修理を四月に始めると決めた。費用は市が負担し、工事は二年かかる見込みだと市長は話した。",
        )
        < 0.1
    )


def test_what_is_too_short_to_be_told_from_another_is_like_nothing() -> None:
    short = " ".join(HARBOUR.split()[: likeness.FEWEST])
    assert Texts({Slug("it"): likeness.runs(HARBOUR)}).nearest(likeness.runs(short)) is None
    assert Texts({Slug("it"): likeness.runs(short)}).nearest(likeness.runs(HARBOUR)) is None
    assert Texts({}).nearest(likeness.runs(HARBOUR)) is None


def test_the_nearest_of_many_is_found_and_named_with_how_near_it_is() -> None:
    known = {Slug("council"): likeness.runs(COUNCIL), Slug("harbour"): likeness.runs(HARBOUR)}
    near = Texts(known).nearest(likeness.runs(HARBOUR.replace("Monday evening", "Monday night")))
    assert near is not None
    assert near.slug == "harbour"
    assert str(near) == f"{near.share:.0%} of its three-word runs stand in harbour"
    assert 0.9 < near.share < 1.0


def test_a_shared_background_does_not_make_two_reports_one() -> None:
    background = "\n## Background\n\n" + "".join(
        f"- On {day} May the council asked for designs.\n" for day in range(1, 31)
    )
    one = Briefing(slug=Slug("a"), headline="A", sections=briefing_md.split(HARBOUR + background))
    other = Briefing(slug=Slug("b"), headline="B", sections=briefing_md.split(COUNCIL + background))
    assert share(HARBOUR + background, COUNCIL + background) > likeness.SAME
    assert share(likeness.report(one), likeness.report(other)) < likeness.SAME / 4


@pytest.mark.parametrize(
    ("words", "outlets", "headlines", "same"),
    [
        (12, "ab", "xy", True),
        (12, "ab", "xx", True),
        (9, "ab", "xy", False),
        (9, "ab", "xx", True),
        (12, "aa", "xy", False),
        (12, "aa", "xx", True),
        (40, "aa", "xy", True),
    ],
)
def test_a_short_text_is_one_report_where_every_word_is_the_same(
    words: int, outlets: str, headlines: str, *, same: bool
) -> None:
    text = likeness.runs(" ".join(HARBOUR.split()[:words]))
    one, other = (
        Briefing(slug=Slug(outlet), headline=headline, outlet=OutletId(outlet))
        for outlet, headline in zip(outlets, headlines, strict=True)
    )
    near = Texts({other.slug: text}).nearest(text)
    assert near is not None
    assert likeness.same_report(near, one, other) is same
    less = Texts({other.slug: text}).nearest(text[1:])
    assert (less is None) is (words < likeness.FEWEST), "one word more is another short text"


@pytest.mark.parametrize(
    ("of", "days", "same"),
    [(0.4, 0, True), (0.39, 0, False), (0.4, 7, True), (0.4, 8, False), (1.0, 365, False)],
)
def test_one_report_is_near_enough_and_published_near_the_other(of: float, days: int, *, same: bool) -> None:
    day = dt.date(2025, 3, 10)
    one = Briefing(slug=Slug("a"), headline="A", published=Moment(day=day))
    other = Briefing(slug=Slug("b"), headline="B", published=Moment(day=day - dt.timedelta(days=days)))
    assert likeness.same_report(Likeness(slug=Slug("b"), share=of), one, other) is same
