"""The pages of outlets: what they published, whom they relied on, and who relied on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from builder.model.ids import OutletId
from builder.model.outlet import Outlet
from builder.press import outlet_pages

FILES = {
    "1962/06/08-a": "outlet: desk\nattribution: [{name: Wire & Co, kind: outlet}, {name: text, kind: document}]\n---\nL.\n",
    "1962/06/09-b": "outlet: desk\nlanguage: de\nattribution: [{name: Wire & Co, kind: outlet}]\n---\nL.\n",
    "1962/06/10-c": "outlet: other\nattribution: [{name: Wire & Co, kind: outlet}, {name: NASA, kind: official}]\n"
    "carried_by: [{outlet: desk}]\n---\nL.\n",
}


def lists(made: Any, outlet: str) -> dict[str, list[tuple[str, str, int]]]:
    page = made.archive(f"outlets/{outlet}/index.md")
    return {
        one["heading"]: [(row["name"], row["kind"], row["count"]) for row in one["rows"]] for one in page["dealings"]
    }


def test_an_outlet_says_whom_it_relied_on_and_what_it_carries(press: Callable[..., Any]) -> None:
    made = press(FILES)
    assert lists(made, "desk") == {
        "Relied on": [("Wire & Co", "agency", 2), ("documents", "", 1)],
        "Carries": [("other", "", 1)],
    }
    assert lists(made, "other") == {
        "Relied on": [("NASA", "official", 1), ("Wire & Co", "agency", 1)],
        "Carried by": [("The Desk", "research", 1)],
    }
    assert made.archive("outlets/desk/index.md")["languages"] == ["English", "German"]


def test_an_outlet_without_a_report_of_its_own_says_who_relied_on_it_by_examples(press: Callable[..., Any]) -> None:
    made = press(FILES)
    (relying,) = made.archive("outlets/wire/index.md")["dealings"]
    assert (relying["heading"], relying["note"], relying["more"]) == ("Relied on by", "in 3 briefings", 0)
    assert [(row["name"], row["url"], row["count"]) for row in relying["rows"]] == [
        ("The Desk", "../../outlets/desk/", 2),
        ("other", "../../outlets/other/", 1),
    ]
    assert [one["title"] for one in relying["rows"][0]["briefings"]] == ["Title of b", "Title of a"]
    assert made.meta("outlets/wire/index.md")["description"] == "Who relied on Wire & Co: 3 briefings."
    (row,) = [one for one in made.archive("outlets/index.md")["outlets"] if one["name"] == "Wire & Co"]
    assert (row["count"], row["relying"]) == (0, 3)


def test_who_relied_on_an_outlet_often_is_shown_by_examples_and_the_rest_is_reached(press: Callable[..., Any]) -> None:
    head = "outlet: desk\nattribution: [{name: Wire & Co, kind: outlet}]\n---\nL.\n"
    made = press({f"1962/{month:02d}/{day:02d}-b{month}-{day}": head for month in (6, 7) for day in range(1, 16)})
    ((row,),) = (one["rows"] for one in made.archive("outlets/wire/index.md")["dealings"])
    assert (len(row["briefings"]), len(row["further"]), row["earlier"], row["count"]) == (3, 22, 5, 30)
    assert row["further"][0]["title"] == "Title of b7-12"


def test_lists_are_cut_and_counted_and_stand_on_the_first_page_only(press: Callable[..., Any]) -> None:
    head = (
        "outlet: desk\nattribution: [{{name: Office {}, kind: official}}, {{name: Wire & Co, kind: outlet}}]\n---\nL.\n"
    )
    files = {f"1962/06/{day:02d}-b{day}": head.format(day) for day in range(1, 21)}
    made = press(files, per_page=1)
    relied, *_ = made.archive("outlets/desk/index.md")["dealings"]
    assert (len(relied["rows"]), relied["more"]) == (10, 11)
    assert made.archive("outlets/desk/page/1962-06-01.md")["dealings"] is None
    (relying,) = made.archive("outlets/wire/index.md")["dealings"]
    assert [len(row["briefings"]) for row in relying["rows"]] == [3]


def test_a_newcomer_changes_outlets_pages_and_not_what_others_reported(press: Callable[..., Any]) -> None:
    before = press(FILES)
    after = press(FILES | {"1980/01/01-new": "outlet: desk\nattribution: [{name: Wire & Co, kind: outlet}]\n---\nL.\n"})
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {
        "1962/06/10-c.md",  # it stood last
        "1962/06/index.md",
        "1962/index.md",
        "calendar/index.md",
        "index.md",
        "outlets/desk/index.md",
        "outlets/index.md",
        "outlets/wire/index.md",
    }


def test_an_outlets_home_is_a_link_only_where_its_domain_is_one() -> None:
    def of(*domains: str) -> Any:
        return outlet_pages.home(Outlet(id=OutletId("a"), name="A", domains=domains))

    assert of("news.example.org", "other.example") == {"host": "news.example.org", "url": "https://news.example.org/"}
    assert of() is outlet_pages.home(None) is None
    for evil in (
        'evil.example/"onload=x',
        "javascript:alert(1)",
        "a.example@evil.example",
        "localhost",
        "a..b",
        "x" * 300,
    ):
        assert of(evil) == {"host": evil, "url": None}
