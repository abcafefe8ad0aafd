"""Which briefing a background item ties to, and why; and which it must not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from builder.desk.join.items import sentence
from builder.desk.join.ties import Counts, Resolved, Ties, resolve
from builder.desk.tags.tagging import Tagger
from builder.formats import briefing_md
from builder.model.archive import Archive
from builder.model.briefing import Briefing
from builder.model.ids import Slug, TagId
from builder.model.taxonomy import Tag, TagKind, Taxonomy

NAMES = ("Geneva", "Moscow", "Vienna", "Hugh Dryden", "Anatoly Blagonravov", "NASA", "Apollo", "Soyuz", "London")
TAXONOMY = Taxonomy(
    tags={
        TagId(name.lower().replace(" ", "-")): Tag(
            id=TagId(name.lower().replace(" ", "-")), labels={"en": name}, kind=TagKind.TOPIC
        )
        for name in NAMES
    }
)


def made(
    slug: str,
    day: str,
    tags: Sequence[str] = (),
    items: Sequence[str] = (),
    *,
    title: str = "A headline",
    lede: str = "A lede.",
    more: str = "",
) -> Briefing:
    listed = "".join(f"{item}\n" for item in items)
    background = f"\n## Background\n\n{listed}" if items else ""
    head = f"title: {title}\ndate: {day}\ntags: [{', '.join(tags)}]\n{more}"
    return briefing_md.loads(f"---\n{head}---\n{lede}\n{background}", slug=Slug(slug))


def tied(*briefings: Briefing) -> Ties:
    return resolve(Archive.of(briefings, TAXONOMY, {}), Tagger(TAXONOMY))


def ties_of(ties: Ties, slug: str) -> dict[tuple[int, ...], str]:
    return {path: tie.target for path, tie in ties.of.get(Slug(slug), {}).items()}


GENEVA = made("geneva", "1962-06-08", ["geneva", "hugh-dryden"])


def test_the_same_day_and_a_shared_name_tie() -> None:
    ties = tied(GENEVA, made("later", "1971-01-21", [], ["- **1962-06-08** — Hugh Dryden signed in Geneva."]))
    assert ties.of[Slug("later")] == {
        (0,): Resolved(target=Slug("geneva"), why="same day, shares Geneva and Hugh Dryden")
    }
    (mention,) = ties.mentioned_by[Slug("geneva")]
    assert (mention.briefing, mention.sentence) == ("later", "Hugh Dryden signed in Geneva.")
    assert (ties.dated, ties.tied) == (1, 1)


def test_the_day_alone_and_the_names_alone_on_another_day_do_not_tie() -> None:
    items = [
        "- **1962-06-08** — A ship was launched in Hamburg.",
        "- **1962-06-09** — Hugh Dryden left Geneva.",
        "- **1963-06** — Hugh Dryden held talks in Geneva.",
        "- Relations had improved.",
    ]
    ties = tied(GENEVA, made("later", "1971-01-21", [], items))
    assert ties.of == {}
    assert (ties.dated, ties.tied) == (3, 0)


def test_a_vague_date_ties_where_names_and_words_leave_no_other_report() -> None:
    flown = made(
        "flown", "1961-04-12", ["moscow"], title="Major Gagarin orbits the Earth", lede="Gagarin flew in Vostok."
    )
    others = [
        made(f"o{n}", f"1961-0{n}-20", ["moscow"], lede=f"Report {n} on quotas for herring.") for n in range(1, 7)
    ]
    items = [
        "- **1961-04** — Gagarin flew in Vostok.",
        "- Gagarin orbits in Vostok.",
        "- **1961** — Quotas for herring.",
    ]
    ties = tied(flown, *others, made("later", "1971-01-21", [], items))
    assert ties_of(ties, "later") == {(0,): "flown", (1,): "flown"}
    assert ties.of[Slug("later")][0,].why == "within Apr 1961, shares Gagarin, Vostok and flew"


def test_a_day_off_ties_only_where_the_item_speaks_of_the_clock() -> None:
    night = made("night", "1958-01-31", ["nasa"], title="Explorer reaches orbit", lede="A Juno rocket rose on Friday.")
    clock = (
        "- **1958-02-01** — In the early hours, universal time, the Explorer of NASA reached orbit on a Juno rocket."
    )
    plain = "- **1958-02-01** — The Explorer of NASA reached orbit on a Juno rocket."
    assert ties_of(tied(night, made("a", "1960-01-01", [], [clock])), "a") == {(0,): "night"}
    assert ties_of(tied(night, made("a", "1960-01-01", [], [plain])), "a") == {}


def test_the_weekday_that_a_report_names_is_its_day_as_well() -> None:
    paper = made("paper", "1958-07-30", ["nasa"], title="Law on NASA signed", lede="The law was signed on Tuesday.")
    items = ["- **1958-07-29** — The law on NASA was signed."]
    assert ties_of(tied(paper, made("a", "1960-01-01", [], items)), "a") == {(0,): "paper"}


def test_words_of_another_days_report_leave_the_item_untied() -> None:
    right = made("right", "1957-10-04", [], title="Sputnik in orbit", lede="Sputnik beeped from a polished sphere.")
    wrong = made(
        "wrong", "1958-10-04", [], title="Comet passes London", lede="Jets of Comet make flew from a new hangar."
    )
    items = ["- **1958-10-04** — Sputnik, a polished sphere that beeped, flew in orbit with antennas."]
    later = made("later", "1960-01-01", [], items)
    decision = tied(right, wrong, later).events.decisions[Slug("later")][0,]
    assert decision.target is None


def test_nothing_ties_to_itself_and_a_later_report_is_marked() -> None:
    own = made(
        "own",
        "1962-06-08",
        ["geneva"],
        [
            "- **1962-06-08** — Talks in Geneva.",
            "- **1963-01-01** — Ministers will meet in Moscow for talks on herring.",
        ],
    )
    moscow = made("moscow", "1963-01-01", ["moscow"], lede="Ministers met in Moscow for talks on herring.")
    ties = tied(own, moscow)
    assert ties_of(ties, "own") == {(1,): "moscow"}
    assert ties.of[Slug("own")][1,] == Resolved(target=Slug("moscow"), why="reported later", later=True)
    assert ties.mentioned_by == {}


def test_another_briefing_of_its_own_day_may_be_the_event() -> None:
    other = made("other", "1962-06-08", [], ["- **1962-06-08** — Earlier that day, talks ended in Geneva."])
    assert ties_of(tied(GENEVA, other), "other") == {(0,): "geneva"}


def test_children_tie_by_their_own_dates_and_count_for_their_parent() -> None:
    later = made(
        "later", "1971-01-21", [], ["- **1970** — A year.", "    - **1962-06-08** — Talks in Geneva.", "- Nothing."]
    )
    ties = tied(GENEVA, later)
    assert ties_of(ties, "later") == {(0, 0): "geneva"}
    assert ties.counts(later) == Counts(items=2, known=1)


def test_of_two_briefings_of_a_day_the_rarer_names_win() -> None:
    treaty = made("treaty", "1967-01-27", ["moscow", "london"])
    fire = made("fire", "1967-01-27", ["moscow", "apollo", "nasa"])
    common = [made(f"m{n}", f"1960-01-{n:02d}", ["moscow"]) for n in range(1, 20)]
    items = ["- **1967-01-27** — In Moscow too, people read that NASA had lost an Apollo crew."]
    ties = tied(treaty, fire, *common, made("later", "1970-01-01", [], items))
    assert ties_of(ties, "later") == {(0,): "fire"}


def test_words_decide_where_names_are_even() -> None:
    launch = made(
        "launch", "1975-07-15", ["soyuz"], title="Soyuz launched", lede="A rocket lifted off from the steppe."
    )
    talks = made("talks", "1975-07-15", ["soyuz"], title="Soyuz talks", lede="Diplomats discussed budgets.")
    items = ["- **1975-07-15** — The rocket with Soyuz lifted off from the steppe."]
    assert ties_of(tied(launch, talks, made("later", "1976-01-01", [], items)), "later") == {(0,): "launch"}


def test_the_doubtful_stays_unlinked() -> None:
    one = made("one", "1975-07-15", ["soyuz"], title="Rocket lifts off", lede="A crew of two rode it from the steppe.")
    two = made("two", "1975-07-15", ["soyuz"], title="Rocket rolls out", lede="Engineers brought it by train at dusk.")
    items = ["- **1975-07-15** — A Soyuz rocket was seen."]
    later = made("later", "1976-01-01", [], items)
    assert tied(one, two, later).of == {}
    assert tied(one, two, later).events.decisions[Slug("later")][0,].doubt == "two reports fit nearly as well"


def test_a_common_name_alone_is_no_evidence_unless_the_words_agree() -> None:
    common = [made(f"m{n}", f"1960-01-{n:02d}", ["moscow"]) for n in range(1, 20)]
    target = made(
        "target", "1962-03-01", ["moscow"], title="Ministers sign a fishing treaty", lede="Herring quotas fell."
    )
    unlike = made("unlike", "1970-01-01", [], ["- **1962-03-01** — Moscow saw the first night of a ballet."])
    alike = made(
        "alike", "1970-01-01", [], ["- **1962-03-01** — Ministers in Moscow signed a fishing treaty on herring."]
    )
    ties = tied(*common, target, unlike, alike)
    assert ties_of(ties, "unlike") == {}
    assert ties_of(ties, "alike") == {(0,): "target"}


def test_in_a_small_archive_no_name_is_called_common() -> None:
    two = [
        made("one", "1957-10-04", ["soyuz"]),
        made("two", "1957-11-03", ["soyuz"], ["- **1957-10-04** — Soyuz flew."]),
    ]
    assert ties_of(tied(*two), "two") == {(0,): "one"}


def test_an_interval_ties_to_the_report_at_its_end() -> None:
    def later(date: str, words: str) -> Mapping[tuple[int, ...], str]:
        vienna = made("vienna", "1961-06-04", ["vienna", "moscow"], lede="Talks of two leaders ended in Vienna.")
        return ties_of(tied(vienna, made("later", "1962-01-01", [], [f"- **{date}** — {words}"])), "later")

    assert later("1961-06-03/1961-06-04", "Two leaders held talks in Vienna.") == {(0,): "vienna"}
    assert later("1961-06-03/1961-06-04", "They went shopping there.") == {}
    assert later("1961-06-01/1961-06-30", "A visitor saw Vienna.") == {}


def test_of_an_interval_the_last_day_is_told_apart() -> None:
    ledes = ("Talks began in Vienna; Moscow sent ministers.", "Talks closed in Vienna; Moscow praised results.")
    days = [made(f"day{n}", f"1961-06-0{n}", ["vienna", "moscow"], lede=ledes[n - 3]) for n in (3, 4)]
    items = ["- **1961-06-03/1961-06-04** — Moscow took part in talks in Vienna."]
    ties = tied(*days, made("later", "1962-01-01", [], items))
    assert ties_of(ties, "later") == {(0,): "day4"}
    assert ties.of[Slug("later")][0,].why == "within 3–4 Jun 1961, shares Moscow, Vienna and talks"


def test_an_editors_link_wins_over_dates_and_names() -> None:
    other = made("other", "1970-05-24", ["apollo"])
    for target in (
        "../../1970/05/24-other.md",
        "1970/05/24-other.md",
        "/1970/05/24-other.md#details",
        "<../../1970/05/24-other.md>",
    ):
        items = [f"- **1962-06-08** — Talks in Geneva. [Briefing]({target})"]
        ties = tied(GENEVA, other, made("later", "1971-01-21", [], items))
        assert ties.of[Slug("later")][0,] == Resolved(target=Slug("other"), why="linked by the editor", linked=True)
        assert ties.mentioned_by[Slug("other")][0].sentence == "Talks in Geneva."
        assert Slug("geneva") not in ties.mentioned_by


def test_a_link_that_leads_nowhere_is_no_word_of_an_editor() -> None:
    items = ["- **1962-06-08** — Talks in Geneva. [Briefing](18-gone.md)"]
    assert ties_of(tied(GENEVA, made("later", "1971-01-21", [], items)), "later") == {(0,): "geneva"}


def test_an_editor_may_point_to_a_later_briefing_which_is_no_later_mention() -> None:
    early = made("early", "1962-06-01", [], ["- Talks were due in [Geneva](08-geneva.md)."])
    ties = tied(GENEVA, early)
    assert ties.of[Slug("early")][0,].later
    assert ties.mentioned_by == {}


def test_same_as_and_not_same_as_are_obeyed() -> None:
    other = made("other", "1962-06-08", ["geneva"], title="Unlike", lede="Unlike.")
    items = ["- **1962-06-08** — *Talks* in Geneva ended.", "- **1962-06-08** — Delegates left Geneva."]
    same = made("same", "1971-01-21", [], items, more='same_as: [{item: "talks in geneva", event: other}]\n')
    assert ties_of(tied(GENEVA, other, same), "same")[0,] == "other"
    unsame = made("unsame", "1971-01-21", [], items[:1], more='not_same_as: [{item: "Talks in…", event: other}]\n')
    assert ties_of(tied(GENEVA, other, unsame), "unsame") == {(0,): "geneva"}
    assert (
        ties_of(
            tied(
                GENEVA, made("sole", "1971-01-21", [], items[:1], more="not_same_as: [{item: Talks, event: geneva}]\n")
            ),
            "sole",
        )
        == {}
    )


def test_withdrawn_briefings_neither_tie_nor_are_tied_to() -> None:
    gone = made("gone", "1962-06-08", ["geneva"], more="status: withdrawn\nreason: It was wrong.\n")
    items = ["- **1962-06-08** — Talks in Geneva. [B](../../1962/06/08-gone.md)"]
    assert tied(gone, made("later", "1971-01-21", [], items)).of == {}
    withdrawn = made("w", "1971-01-21", [], ["- **1962-06-08** — Talks in Geneva."], more="status: withdrawn\n")
    assert tied(GENEVA, withdrawn).mentioned_by == {}


def test_a_newcomer_of_a_later_day_leaves_old_ties_alone() -> None:
    treaty = made("treaty", "1967-01-27", ["moscow", "london"])
    fire = made("fire", "1967-01-27", ["apollo"])
    later = made("later", "1970-01-01", [], ["- **1967-01-27** — Moscow and London read of Apollo; Soyuz too."])
    newcomers = [made(f"n{n}", f"1971-01-{n:02d}", ["moscow", "london"]) for n in range(1, 29)]
    before, after = tied(treaty, fire, later), tied(treaty, fire, later, *newcomers)
    assert before.of == after.of


def test_mentions_are_one_a_briefing_oldest_first() -> None:
    def recalls(slug: str, day: str) -> Briefing:
        return made(slug, day, [], [f"- **1962-06-08** — {slug} on Geneva.", "- **1962-06-08** — Dryden left Geneva."])

    ties = tied(GENEVA, recalls("b", "1972-01-01"), recalls("a", "1973-01-01"), recalls("c", "1971-01-01"))
    assert [(m.briefing, m.sentence) for m in ties.mentioned_by[Slug("geneva")]] == [
        ("c", "c on Geneva."),
        ("b", "b on Geneva."),
        ("a", "a on Geneva."),
    ]


def test_a_link_within_a_sentence_keeps_its_words() -> None:
    assert sentence("The [Geneva talks](08-x.md) ended.") == "The Geneva talks ended."
    assert sentence("The talks ended. [Briefing](08-x.md)") == "The talks ended."
    assert sentence("The talks ended [in Geneva](08-x.md)") == "The talks ended in Geneva"


def test_the_order_of_loading_changes_nothing() -> None:
    all_of_them = [GENEVA, *(made(f"l{n}", "1971-01-21", [], ["- **1962-06-08** — Geneva."]) for n in range(5))]
    assert tied(*all_of_them) == tied(*reversed(all_of_them))


def test_each_text_of_an_item_is_read_once_and_no_report_beside_it() -> None:
    class Counting(Tagger):
        def mentions(self, text: str) -> Iterator[tuple[TagId, tuple[str, ...]]]:
            asked.append(text)
            return super().mentions(text)

    asked: list[str] = []
    start = dt.date(1960, 1, 1)
    briefings = [made(f"b{n}", (start + dt.timedelta(n)).isoformat(), ["moscow"]) for n in range(300)]
    later = made("later", "1990-01-01", [], ["- **1980-01-01** — Moscow.", "- **1960-01-02** — Moscow.", "- Moscow"])
    resolve(Archive.of([*briefings, later], TAXONOMY, {}), Counting(TAXONOMY))
    assert asked == ["Moscow.", "Moscow"]
