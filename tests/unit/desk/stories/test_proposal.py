"""The lines of earlier briefings that the archive proposes for a background."""

from __future__ import annotations

from builder.desk.stories import proposal
from builder.desk.stories.story import Stories
from builder.formats import background_md, briefing_md
from builder.model.briefing import Briefing
from builder.model.ids import Slug
from tests.unit.desk.join.test_ties import made

TAGS = ["apollo", "soyuz"]
ACCORD = made(
    "accord",
    "1972-05-26",
    TAGS,
    title="Accord on a joint flight",
    lede="It was late. The two governments signed an accord on a joint flight in Moscow on Wednesday.\n\n"
    "## Details\n\nThey had met before. On 6 April 1972, engineers chose a Soyuz instead of a station.\n\n- A list says more.",
)
CREW = made(
    "crew", "1973-01-30", TAGS, title="Three pilots named", lede="NASA named three pilots for the joint flight."
)
LAUNCH = made(
    "launch", "1975-07-15", TAGS, title="Two ships launched", lede="Two ships were launched on Tuesday to meet."
)
OTHERS = tuple(made(f"other-{n}", f"1970-01-{n + 1:02}", ["london"]) for n in range(20))


def new(*items: str, lede: str = "The crews shook hands in the open hatch.", more: str = "") -> Briefing:
    return made("docking", "1975-07-17", TAGS, items, title="Crews meet in orbit", lede=lede, more=more)


def lines(briefing: Briefing, number: int = 5, *earlier: Briefing) -> list[str]:
    stories = Stories.of((*OTHERS, *(earlier or (ACCORD, CREW, LAUNCH))))
    return background_md.dumps(proposal.lines(stories, briefing, number)).splitlines()


def test_each_line_is_a_dated_sentence_of_a_briefing_with_its_link_oldest_first() -> None:
    assert lines(new(), 3) == [
        (
            "- **1972-05-24** — The two governments signed an accord on a joint flight in Moscow on Wednesday."
            " [Briefing](../../1972/05/26-accord.md)"
        ),
        "- **1973-01-30** — NASA named three pilots for the joint flight. [Briefing](../../1973/01/30-crew.md)",
        "- **1975-07-15** — Two ships were launched on Tuesday to meet. [Briefing](15-launch.md)",
    ]


def test_no_more_lines_than_asked_for() -> None:
    assert [len(lines(new(), number)) for number in (0, 1, 2, 3)] == [0, 1, 2, 3]


def test_the_articles_own_items_are_not_repeated() -> None:
    own = "- **1972-05-24** — In Moscow, an accord was concluded."
    words = "- Three pilots for the joint flight were named by NASA."
    assert [line[4:14] for line in lines(new(own, words))] == ["1972-04-06", "1975-07-15"]


def test_the_new_piece_itself_is_not_told() -> None:
    found = lines(new(lede="The two ships, launched on Tuesday to meet, docked today."))
    assert not any("launched" in line for line in found)


def test_a_sentence_that_leans_on_another_is_no_line() -> None:
    assert not any("It was late" in line or "They had met" in line for line in lines(new()))


def test_a_sentence_in_another_language_is_no_line() -> None:
    assert lines(new(more="language: de\n")) == []


def test_what_a_copy_holds_is_written_as_text() -> None:
    evil = made("evil", "1974-01-01", TAGS, lede="Engineers wrote &lt;b&gt; and \\[x\\](y) on both of the ships.")
    (line,) = lines(new(), 5, evil)
    assert "&lt;b&gt; and \\[x\\](y)" in line


def test_lines_go_before_the_first_item_of_a_later_day_and_items_keep_their_order() -> None:
    briefing = new("- Undated.", "- **1973-06-01** — One thing.", "- **1972-01-01** — Another.")
    found = proposal.beside(
        briefing, background_md.loads("- **1972-05-24** — A. [Briefing](a.md)\n- **1974** — B. [Briefing](b.md)")
    )
    assert [item.text.split()[0] for item in found.background] == ["Undated.", "A.", "One", "Another.", "B."]


def test_without_a_background_there_is_one_at_the_end() -> None:
    found = proposal.beside(new(), background_md.loads("- **1972-05-24** — A. [Briefing](a.md)"))
    assert found.body.endswith("hatch.\n\n## Background\n\n- **1972-05-24** — A. [Briefing](a.md)\n")
    assert briefing_md.split(found.body) == found.sections


def test_proposed_items_are_known_by_the_link_at_their_end() -> None:
    text = (
        "- **1972-05-24** — A. [Briefing](a.md)\n- See [this](b.md) too.\n- B. [Page](https://example.org/x.md)\n- C.\n"
    )
    briefing = briefing_md.loads(f"---\ntitle: T\n---\nLede.\n\n## Background\n\n{text}", slug=Slug("t"))
    assert [item.text for item in proposal.of(briefing)] == ["A. [Briefing](a.md)"]
