"""Every page of the site: which there are, what they say, where they lead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import pytest

from builder.press import words
from builder.press.data.api import BASE
from builder.press.feeds.channels import FILES as FILES_OF_FEEDS

FILES = {
    "1962/06/08-geneva": "outlet: desk\ntags: [geneva, hugh-dryden]\nattribution: [{name: NASA, kind: official}]\n---\n"
    "Talks ended. They went well.\n\n## Details\n\nMore.\n",
    "1962/06/09-same-month": "tags: [geneva]\noutlet: wire\n---\nLede.\n",
    "1971/01/21-me": "outlet: unknown-outlet\ntags: [hugh-dryden, not-in-the-taxonomy]\n---\nLede.\n\n"
    "## Background\n\n- **1962-06-08** — Dryden *ended* talks in Geneva.\n- **1962-06-07** — He arrived.\n",
}


ADDRESSES = (
    "url",
    "page",
    "feed",
    "atom",
    "rss",
    "json",
    "first",
    "previous",
    "next",
    "last",
    "tags",
    "calendar",
    "outlets",
    "about",
    "offline",
)


def addresses(value: object, key: str = "") -> Iterator[str]:
    """Yield everything in a page's data that is an address of this site."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from addresses(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from addresses(inner)
    elif isinstance(value, str) and key in ADDRESSES:
        yield value


def url_of(path: str) -> str:
    return path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"


def broken(made: Any) -> list[tuple[str, str]]:
    """Return the links of staged pages that lead to no page, feed, picture or data."""
    known = {posixpath.normpath("/" + url_of(path)) for path in made}
    followed = [url_of(path) for path in made if re.fullmatch(r"((tags|outlets|storylines)/[^/]+/)?index\.md", path)]
    known |= {posixpath.normpath(f"/{url}{file}") for url in followed for file in FILES_OF_FEEDS.values()}
    known |= {f"/{BASE}{name}.json" for name in ("index", "schema")}
    found = []
    for path in made:
        links = [*addresses(made.archive(path)), *re.findall(r"\]\(([^)#\s]+)", made.body(path))]
        for link in links:
            where = posixpath.normpath(posixpath.join("/" + url_of(path), unquote(link)))
            if not link.startswith("http") and (where not in known or link.startswith("/")):
                found.append((path, link))
    return found


def test_there_is_a_page_for_everything(press: Callable[..., Any]) -> None:
    assert sorted(press(FILES)) == [
        "1962/06/08-geneva.md",
        "1962/06/09-same-month.md",
        "1962/06/index.md",
        "1962/index.md",
        "1971/01/21-me.md",
        "1971/01/index.md",
        "1971/index.md",
        "about/index.md",
        "calendar/index.md",
        "index.md",
        "offline/index.md",
        "outlets/desk/index.md",
        "outlets/index.md",
        "outlets/unknown-outlet/index.md",
        "outlets/wire/index.md",
        "storylines/index.md",
        "tags/geneva/index.md",
        "tags/hugh-dryden/index.md",
        "tags/index.md",
        "tags/not-in-the-taxonomy/index.md",
        "timelines/index.md",
    ]


def test_an_archive_without_briefings_has_its_front_pages(press: Callable[..., Any]) -> None:
    made = press({})
    indexes = [
        f"{name}/index.md" for name in ("about", "calendar", "offline", "outlets", "storylines", "tags", "timelines")
    ]
    assert sorted(made) == sorted(["index.md", *indexes])
    assert made.archive("index.md")["first"] is None


@pytest.mark.parametrize("per_page", [1, 2, 50])
def test_every_link_leads_to_a_page(press: Callable[..., Any], per_page: int) -> None:
    gone = {"1963/01/01-gone": "status: withdrawn\noutlet: wire\n---\n", "1964/01/01-draft": "status: draft\n---\n"}
    assert broken(press(FILES | gone, per_page=per_page)) == []


def test_a_planted_broken_link_is_seen(press: Callable[..., Any]) -> None:
    made = press(FILES)
    made["index.md"] = made["index.md"].replace("tags/geneva/", "tags/nowhere/")
    assert broken(made) == [("index.md", "tags/nowhere/")]


def test_every_page_has_the_keys_of_the_contract(press: Callable[..., Any]) -> None:
    made = press(FILES, sample="desk")
    for path in made:
        meta = made.meta(path)
        further = ["linked_data", "citation", "open_graph"] if meta["archive"]["kind"] == "briefing" else []
        assert list(meta) == ["title", "description", "template", "archive", *further]
        assert meta["template"] == f"{meta['archive']['kind']}.html"
        assert meta["title"]
        assert meta["description"]


def test_a_briefing_says_who_says_so_and_what_came_before_and_later(press: Callable[..., Any]) -> None:
    made = press(FILES, sample="desk", language="de")  # tags and dates are said in the archive's language
    me, geneva = made.archive("1971/01/21-me.md"), made.archive("1962/06/08-geneva.md")
    assert geneva["sources"]["publisher"]["name"] == "The Desk"
    assert [(one["name"], one["kind"]) for one in geneva["sources"]["links"]] == [("NASA", "amtlich")]
    assert geneva["sources"]["standing"] == {"label": "Namentlich belegt:", "rest": "1 amtliche Erklärung."}
    assert geneva["mentioned_by"] == [
        {
            "title": "Title of me",
            "url": "../../../1971/01/21-me/",
            "date": words.of_day("1971-01-21", "de"),
            "sentence": "Dryden ended talks in Geneva.",
        }
    ]
    assert me["background"] == {"items": 2, "known": 1}
    assert [(group["heading"], [tag["label"] for tag in group["tags"]]) for group in geneva["subjects"]] == [
        ("Personen", ["Hugh Dryden"]),
        ("Orte", ["Genf"]),
    ]
    assert geneva["month"] == {"label": "Juni 1962", "url": "../../../1962/06/"}
    assert (geneva["previous"], geneva["next"]["title"]) == (None, "Title of same-month")
    assert geneva["facets"] == {
        "outlet": "The Desk",
        "sources": "Namentlich belegt",
        "year": "1962",
        "tags": ["Genf", "Hugh Dryden"],
    }
    assert me["outlet"] == {"name": "unknown-outlet", "url": "../../../outlets/unknown-outlet/", "kind": ""}
    assert (geneva["sample"], me["sample"]) == (True, False), "only the texts of the sample's own outlet"


def test_related_leaves_out_what_the_page_links_already(press: Callable[..., Any]) -> None:
    made = press(FILES)
    assert [one["title"] for one in made.archive("1971/01/21-me.md")["related"]] == []
    (only,) = made.archive("1962/06/08-geneva.md")["related"]
    assert (only["title"], only["tags"]) == ("Title of same-month", ["Geneva"])


def test_everything_an_article_brought_is_shown(press: Callable[..., Any]) -> None:
    head = (
        "title: T\nbyline: [A, B]\ndateline: GENEVA\nstandfirst: S\nurl: https://www.example.org/a?b=c\nlanguage: ar\n"
        "updated: 2025-02-21T09:00:00+02:00\noutlet: desk\n"
        "carried_by: [{outlet: wire, url: 'https://x.y/', date: 2025-02-22}]\n"
        "archived: [{url: 'https://old.example/1', date: 2024-01-01}, {url: 'https://new.example/2', date: 2025-02-20}]\n"
        "attribution:\n- {name: sources, kind: anonymous, count: 3, via: Reuters}\n"
        "- {name: K, kind: named, via: The Desk}\n"
        "images: [{file: 'a b.jpg', caption: C, credit: D, alt: E}, {file: ../../etc}, {file: 'https://x/y'}]\n"
        "other_stories: [One, Two]\ncorrections: [{date: 2025-02-23, text: Put right.}]\n"
    )
    archive = press({"2025/02/21-x": f"{head}---\nL.\n"}).archive("2025/02/21-x.md")
    assert (archive["language"], archive["direction"]) == ("ar", "rtl")
    assert archive["byline"] == ["A", "B"]
    assert (archive["dateline"], archive["standfirst"], archive["other_stories"]) == ("GENEVA", "S", ["One", "Two"])
    assert archive["original"] == {
        "url": "https://www.example.org/a?b=c",
        "host": "example.org",
        "read": "2025-02-21",
        "copy": "https://new.example/2",  # the one nearest to the day
    }
    assert [(one["host"], one["date"]["iso"]) for one in archive["archived"]] == [
        ("old.example", "2024-01-01"),
        ("new.example", "2025-02-20"),
    ]
    assert archive["updated"]["label"] == "21 February 2025, 09:00"
    assert archive["carried_by"][0]["name"] == "Wire & Co"
    assert [(one["name"], one["count"], one["via"] and one["via"]["name"]) for one in archive["sources"]["links"]] == [
        ("sources", 3, "Reuters"),
        ("K", None, None),  # what was told to the outlet itself is known through nobody
    ]
    assert [one["url"] for one in archive["images"]] == ["../../../media/a%20b.jpg", None, None]
    assert archive["corrections"][0]["text"] == "Put right."


def test_long_lists_are_cut_into_sheets_newest_first(press: Callable[..., Any]) -> None:
    files = {f"1962/06/{day:02d}-b{day}": "tags: [nasa]\noutlet: desk\n---\nL.\n" for day in range(1, 4)}
    made = press(files, per_page=1)
    for base in ("tags/nasa", "outlets/desk", "1962/06", "1962"):
        further = [path for path in made if path.startswith(f"{base}/page")]
        assert further == [f"{base}/page/1962-06-02.md", f"{base}/page/1962-06-01.md"]
    first, last = made.archive("tags/nasa/index.md"), made.archive("tags/nasa/page/1962-06-01.md")
    assert first["pager"] | {"span": None} == {
        "span": None,
        "first": None,
        "previous": None,
        "next": "../../tags/nasa/page/1962-06-02/",
        "last": "../../tags/nasa/page/1962-06-01/",
    }
    assert last["pager"]["previous"] == "../../../../tags/nasa/page/1962-06-02/"
    assert (last["pager"]["first"], last["pager"]["next"]) == ("../../../../tags/nasa/", None)
    assert [card["title"] for card in first["years"][0]["briefings"]] == ["Title of b3"]
    assert [card["title"] for card in last["years"][0]["briefings"]] == ["Title of b1"]
    assert (first["count"], last["count"]) == (3, None)
    assert made.meta("tags/nasa/page/1962-06-01.md")["title"] == "NASA, 1 Jun 1962 to 1 Jun 1962"
    assert made.archive("1962/06/page/1962-06-02.md")["days"][0]["weekday"] == "Saturday"


def test_a_card_says_the_first_sentence_and_on_what_it_rests(press: Callable[..., Any]) -> None:
    made = press(FILES)
    (card,) = made.archive("outlets/desk/index.md")["years"][0]["briefings"]
    assert card == {
        "title": "Title of geneva",
        "url": "../../1962/06/08-geneva/",
        "date": {"iso": "1962-06-08", "label": "8 June 1962", "short": "8 Jun 1962"},
        "outlet": {"name": "The Desk", "url": "../../outlets/desk/"},
        "summary": "Talks ended.",
        "basis": "relying on NASA (official)",
    }
    assert made.meta("1962/06/08-geneva.md")["description"] == "Talks ended. They went well."


def test_the_home_page_leads_everywhere(press: Callable[..., Any]) -> None:
    home = press(FILES, introduction="Why.").archive("index.md")
    assert (home["introduction"], home["briefings"]) == ("Why.", 3)
    assert (home["first"]["iso"], home["last"]["iso"]) == ("1962-06-08", "1971-01-21")
    assert [day["date"]["iso"] for day in home["days"]] == ["1971-01-21", "1962-06-09", "1962-06-08"]
    assert home["earlier"] == [], "all of them stand on the page"
    assert home["subjects"][0] == {
        "heading": "People",
        "tags": [{"label": "Hugh Dryden", "url": "tags/hugh-dryden/", "count": 2}],
    }


def test_the_home_page_goes_on_with_the_years_it_has_no_room_for(press: Callable[..., Any]) -> None:
    files = {f"{year}/0{month}/01-b{year}-{month}": "---\nL.\n" for year in range(1951, 1965) for month in (1, 2)}
    home = press(files).archive("index.md")
    assert home["days"][-1]["date"]["iso"] == "1955-01-01"
    assert home["earlier"] == [{"label": str(year), "url": f"{year}/"} for year in range(1954, 1950, -1)]
    # A year that is only partly shown goes on, too.
    one_more = press(files | {"1964/03/01-more": "---\nL.\n"}).archive("index.md")
    assert [year["label"] for year in one_more["earlier"]] == ["1955", "1954", "1953", "1952", "1951"]


def test_a_briefing_in_another_language_says_so_wherever_it_is_listed(press: Callable[..., Any]) -> None:
    german = {"code": "de", "direction": "ltr", "name": "German"}
    background = "\n## Hintergrund\n\n- **1962-06-08** — Dryden in Genf.\n"
    made = press(FILES | {"1972/01/21-de": f"language: de\ntags: [geneva, hugh-dryden]\n---\nLede.\n{background}"})
    newest = made.archive("tags/geneva/index.md")["years"][0]["briefings"][0]
    geneva, page = made.archive("1962/06/08-geneva.md"), made.archive("1972/01/21-de.md")
    assert (newest["title"], newest["language"]) == ("Title of de", german)
    assert [one["language"] for one in geneva["mentioned_by"] if one["title"] == "Title of de"] == [german]
    assert made.archive("1971/01/21-me.md")["next"]["language"] == german
    assert (page["tongue"], geneva["tongue"]) == (german, None)
    assert "language" not in made.archive("tags/geneva/index.md")["years"][1]["briefings"][0]


def test_the_page_of_a_subject_is_headed_by_a_capital(press: Callable[..., Any]) -> None:
    made = press({"1962/06/08-d": "tags: [docking]\n---\nL.\n"})
    assert made.meta("tags/docking/index.md")["title"] == made.archive("tags/docking/index.md")["label"] == "Docking"


def test_months_know_their_neighbours_and_the_calendar_knows_them_all(press: Callable[..., Any]) -> None:
    made = press(FILES)
    assert made.archive("1962/06/index.md")["next"] == {"label": "January 1971", "url": "../../1971/01/"}
    assert made.archive("1971/index.md")["previous"] == {"label": "1962", "url": "../1962/"}
    assert made.archive("calendar/index.md")["years"][1] == {
        "label": "1962",
        "url": "../1962/",
        "year": "1962",
        "count": 2,
        "months": [{"label": "June 1962", "url": "../1962/06/", "short": "Jun", "count": 2}],
    }


def test_no_page_grows_with_the_archive(press: Callable[..., Any]) -> None:
    def archive_of(years: int) -> dict[str, str]:
        recalls = "\n## Background\n\n- **1900-01-01** — NASA began docking.\n"
        files = {"1900/01/01-first": "tags: [nasa, docking]\noutlet: desk\n---\nL.\n"}
        for year in range(1901, 1901 + years):
            for month in range(1, 13):
                files[f"{year}/{month:02d}/01-b{year}-{month}"] = f"tags: [nasa]\noutlet: desk\n---\nL.\n{recalls}"
        return files

    small, large = press(archive_of(10)), press(archive_of(40))
    # The calendar grows, by a line a month.
    longest = [max(len(text) for path, text in made.items() if path != "calendar/index.md") for made in (small, large)]
    # Sheets of a list are a quarter longer or shorter, as their marks fall.
    assert longest[1] < longest[0] * 1.3
    assert large.archive("1900/01/01-first.md")["mentions"] == 480
    assert len(large.archive("1900/01/01-first.md")["mentioned_by"]) == 50


def test_hostile_text_stays_in_its_value(press: Callable[..., Any]) -> None:
    evil = "]](x){: onclick=alert(1)} </script>\\u2028--- #"
    files = {
        "1962/06/08-geneva": f"title: '{evil}'\ntags: [geneva]\n---\nL.\n",
        "1971/01/21-me": f"byline: ['{evil}']\n---\nL.\n\n## Background\n\n- **1962-06-08** — Geneva.\n",
    }
    made = press(files)
    assert made.meta("1962/06/08-geneva.md")["title"] == evil
    assert made.archive("1971/01/21-me.md")["byline"] == [evil]
    assert made.body("1971/01/21-me.md").count('"Briefing of this event")') == 1


def test_the_order_of_loading_changes_no_byte(press: Callable[..., Any]) -> None:
    backwards = dict(reversed(FILES.items()))
    assert list(press(FILES).items()) == list(press(backwards).items())


def test_a_newcomer_on_another_subject_leaves_old_briefings_as_they_were(press: Callable[..., Any]) -> None:
    before = press(FILES)
    after = press(FILES | {"1980/01/01-new": "tags: [docking]\n---\nL.\n"})
    changed = {path for path in before if re.match(r"\d{4}/\d\d/\d\d-", path) and before[path] != after[path]}
    assert changed == {"1971/01/21-me.md"}, "only the one that stood last has a new neighbour"


def test_the_page_about_the_archive_says_whether_it_is_a_sample(press: Callable[..., Any]) -> None:
    told = press({}, sample="desk", introduction="Why.").body("about/index.md")
    assert told.index("This is a sample") < 20, "the first thing it says"
    assert "This is a sample" not in press({}).body("about/index.md")


def test_a_day_with_several_briefings_has_a_page_and_one_with_a_single_has_none(press: Callable[..., Any]) -> None:
    days = ("1962/06/08", "1962/06/08", "1962/06/09", "1963/01/02", "1963/01/02")
    made = press({f"{day}-b{n}": "---\nLede.\n" for n, day in enumerate(days)})
    assert "1962/06/09/index.md" not in made
    page = made.archive("1962/06/08/index.md")
    assert (page["span"], page["label"], page["count"]) == ("day", "8 June 1962", 2)
    assert (page["previous"], page["next"]) == (None, None)
    assert page["month"] == {"label": "June 1962", "url": "../../../1962/06/"}
    assert [one["title"] for one in page["days"][0]["briefings"]] == ["Title of b1", "Title of b0"]
    assert page["days"][0]["url"] is None, "not to itself"
    month = made.archive("1962/06/index.md")
    assert [day["url"] for day in month["days"]] == [None, "../../1962/06/08/"]
