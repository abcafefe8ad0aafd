"""Whom outlets relied on, who relied on them, and who carries whom."""

from __future__ import annotations

from collections.abc import Sequence

from builder.desk.sources.dealings import Dealing, Dealings, dealings
from builder.formats import briefing_md, outlets_yml
from builder.model.archive import Archive
from builder.model.taxonomy import Taxonomy

OUTLETS = outlets_yml.loads(
    "daily: {name: The Daily}\npost: {name: Post}\nreuters: {name: Reuters, kind: agency}\nidle: {name: Idle}\n"
)


def archive(*heads: str) -> Archive:
    briefings = [briefing_md.loads(f"---\ntitle: T\n{head}\n---\nL.\n", slug=f"b{i}") for i, head in enumerate(heads)]
    return Archive.of(briefings, Taxonomy(tags={}), OUTLETS)


def rows(found: Sequence[Dealing]) -> list[tuple[str, str, int]]:
    return [(one.party.name, str(one.kind or ""), len(one.briefings)) for one in found]


FILES = (
    "outlet: daily\nattribution: [{name: Reuters, kind: outlet}, {name: people, kind: anonymous}]",
    "outlet: daily\nattribution: [{name: Reuters, kind: outlet}, {name: text of the treaty, kind: document}]",
    "outlet: daily\nattribution: [{name: text of the act, kind: document}, {name: Kremlin, kind: official, via: Reuters}]",
    "outlet: post\nattribution: [{name: Reuters, kind: outlet}]\ncarried_by: [{outlet: daily}, {outlet: elsewhere}]",
    "attribution: [{name: Reuters, kind: outlet}]",
    "outlet: post\nstatus: withdrawn\nreason: R\nattribution: [{name: Idle, kind: outlet}]",
)


def test_the_most_relied_on_stand_first_and_papers_and_unnamed_people_are_summed_up() -> None:
    found = dealings(archive(*FILES))
    assert rows(found["daily"].relied_on) == [
        ("Reuters", "outlet", 3),
        ("", "document", 2),
        ("", "anonymous", 1),
        ("Kremlin", "official", 1),
    ]


def test_an_outlet_without_an_article_of_its_own_knows_who_relied_on_it() -> None:
    found = dealings(archive(*FILES))["reuters"]
    assert rows(found.relied_on_by) == [("The Daily", "", 3), ("", "", 1), ("Post", "", 1)]
    assert found.relied_on_by[0].briefings == ("b0", "b1", "b2")
    assert found.relying == 5


def test_carriers_and_carried_know_each_other() -> None:
    found = dealings(archive(*FILES))
    assert rows(found["post"].carried_by) == [("elsewhere", "", 1), ("The Daily", "", 1)]
    assert rows(found["daily"].carries) == [("Post", "", 1)]
    assert rows(found["elsewhere"].carries) == [("Post", "", 1)]


def test_who_did_nothing_and_what_was_withdrawn_count_for_nothing() -> None:
    found = dealings(archive(*FILES))
    assert list(found) == ["daily", "elsewhere", "post", "reuters"]
    assert dealings(archive("outlet: idle"))["idle"] == Dealings()
