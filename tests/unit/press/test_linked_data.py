"""A briefing in the vocabulary of schema.org."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from builder.press.linked_data import MOST_CITED
from tests.unit.press.schema_org import faults

SITE = "https://example.org/archive/"

FULL = "1971/01/21-me"
FILES = {
    "1962/06/08-geneva": "outlet: desk\ntags: [geneva, hugh-dryden]\n---\nDryden ended talks in Geneva.\n",
    FULL: "title: Talks resume\noutlet: wire\nbyline: [Ann Lee, The Desk]\nurl: https://wire.example/a?b=1&c=2\n"
    "updated: 1971-01-22T10:00:00+01:00\nlanguage: de\ntags: [hugh-dryden, nasa, docking, geneva, not-in-the-taxonomy]\n"
    "corrections: [{date: 1971-01-24, text: It was two.}, {date: 1971-01-23, text: It was one.}]\n"
    "---\nLede. More.\n\n## Background\n\n- **1962-06-08** — Dryden *ended* talks in Geneva.\n"
    "- **1962-06-08** — Talks in Geneva, again by Dryden.\n- **1962-06-07** — He arrived.\n",
}


def test_all_that_is_known_is_told_in_terms_of_schema_org(press: Callable[..., Any]) -> None:
    data = press(FILES, site_url=SITE).meta(f"{FULL}.md")["linked_data"]
    assert [*faults(data)] == []
    address = f"{SITE}1971/01/21-me/"
    desk = {"@type": "Organization", "name": "The Desk", "url": f"{SITE}outlets/desk/"}
    assert data == {
        "@context": "https://schema.org",
        "@type": "BackgroundNewsArticle",
        "headline": "Talks resume",
        "description": "Lede. More.",
        "datePublished": "1971-01-21",
        "dateModified": "1971-01-24",
        "inLanguage": "de",
        "author": [{"@type": "Person", "name": "Ann Lee"}, desk],
        "publisher": {"@type": "NewsMediaOrganization", "name": "Wire & Co", "url": f"{SITE}outlets/wire/"},
        "isBasedOn": "https://wire.example/a?b=1&c=2",
        "citation": [
            {
                "@type": "NewsArticle",
                "headline": "Title of geneva",
                "datePublished": "1962-06-08",
                "url": f"{SITE}1962/06/08-geneva/",
            }
        ],
        "about": [
            {"@type": "Person", "name": "Hugh Dryden", "url": f"{SITE}tags/hugh-dryden/"},
            {
                "@type": "Organization",
                "name": "NASA",
                "url": f"{SITE}tags/nasa/",
                "sameAs": "https://www.wikidata.org/entity/Q23548",
            },
            {"@type": "Thing", "name": "docking", "url": f"{SITE}tags/docking/"},
            {"@type": "Place", "name": "Geneva", "url": f"{SITE}tags/geneva/"},
            {"@type": "Thing", "name": "not-in-the-taxonomy", "url": f"{SITE}tags/not-in-the-taxonomy/"},
        ],
        "correction": [
            {"@type": "CorrectionComment", "datePublished": "1971-01-24", "text": "It was two."},
            {"@type": "CorrectionComment", "datePublished": "1971-01-23", "text": "It was one."},
        ],
        "mainEntityOfPage": address,
        "url": address,
    }


def test_without_an_address_of_the_site_no_address_of_it_is_made_up(press: Callable[..., Any]) -> None:
    data = press(FILES).meta(f"{FULL}.md")["linked_data"]
    assert [*faults(data)] == []
    assert not {"url", "mainEntityOfPage"} & data.keys()
    assert data["isBasedOn"] == "https://wire.example/a?b=1&c=2"
    assert data["citation"] == [{"@type": "NewsArticle", "headline": "Title of geneva", "datePublished": "1962-06-08"}]
    assert data["publisher"] == {"@type": "NewsMediaOrganization", "name": "Wire & Co"}
    assert [subject.get("url") for subject in data["about"]] == [None] * 5


def test_what_is_not_known_is_left_out(press: Callable[..., Any]) -> None:
    data = press({"1962/06/08-bare": "---\nLede.\n"}).meta("1962/06/08-bare.md")["linked_data"]
    assert [*faults(data)] == []
    assert data == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Title of bare",
        "description": "Lede.",
        "datePublished": "1962-06-08",
        "inLanguage": "en",
    }


def test_a_briefing_that_came_later_is_no_citation(press: Callable[..., Any]) -> None:
    recalls = "\n## Background\n\n- **1962-06-08** — Dryden ended talks in Geneva. [Briefing](../06/12-late.md)\n"
    files = {
        "1962/06/10-me": f"tags: [geneva]\n---\nL.\n{recalls}",
        "1962/06/12-late": "tags: [geneva]\n---\nDryden ended talks in Geneva on 8 June.\n",
    }
    made = press(files)
    assert "12-late" in made.body("1962/06/10-me.md"), "its item is tied to it"
    assert "citation" not in made.meta("1962/06/10-me.md")["linked_data"]


@pytest.mark.parametrize("status", ["withdrawn", "draft"])
def test_what_is_not_to_be_cited_is_not_described_for_machines(press: Callable[..., Any], status: str) -> None:
    files = {"1962/06/08-it": f"status: {status}\nreason: It was wrong.\n---\nLede.\n"}
    meta = press(files, drafts=True, site_url=SITE).meta("1962/06/08-it.md")
    assert meta["archive"]["status"] == status
    assert not {"linked_data", "citation"} & meta.keys()


def test_the_original_is_named_with_its_archived_copies(press: Callable[..., Any]) -> None:
    copies = [f"https://copies.example/{number}" for number in (1, 2)]
    listed = "".join(f"- {{url: '{url}', date: 1962-06-10}}\n" for url in copies)
    made = press({"1962/06/08-it": f"url: https://wire.example/a\narchived:\n{listed}---\nLede.\n"})
    data = made.meta("1962/06/08-it.md")["linked_data"]
    assert [*faults(data)] == []
    assert data["isBasedOn"] == {"@type": "NewsArticle", "url": "https://wire.example/a", "archivedAt": copies}


def test_a_long_background_makes_no_long_block(press: Callable[..., Any]) -> None:
    many = range(1, MOST_CITED + 6)
    files = {f"1962/06/{day:02}-report-{day}": "---\nLede.\n" for day in many}
    items = "".join(f"- **1962-06-{day:02}** — It was. [Briefing](../06/{day:02}-report-{day}.md)\n" for day in many)
    data = press(files | {"1962/07/01-me": f"---\nL.\n\n## Background\n\n{items}"}).meta("1962/07/01-me.md")
    cited = data["linked_data"]["citation"]
    assert [one["headline"] for one in cited] == [f"Title of report-{day}" for day in many][:MOST_CITED]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"@type": "Newsarticle"}, "the block: Newsarticle is no type"),
        ({"@type": "NewsArticle", "headlines": "H"}, "headlines: no such property"),
        ({"@type": "Person", "headline": "H"}, "headline: no property of Person"),
        ({"@type": "NewsArticle", "url": "../a/"}, "url: '../a/' is none of URL"),
        ({"@type": "NewsArticle", "datePublished": "1962-06"}, "datePublished: '1962-06' is none of Date"),
        (
            {"@type": "NewsArticle", "author": [{"@type": "Place"}]},
            "author: {'@type': 'Place'} is none of Person, Organization",
        ),
        ({"@type": "NewsArticle", "about": []}, "about: holds nothing"),
    ],
)
def test_what_is_no_vocabulary_is_seen(wrong: dict[str, Any], said: str) -> None:
    assert [*faults(wrong)] == [said]
