"""Feeds in XML: well-formed, as RFC 4287 and RSS 2.0 ask, stable, without a look at the clock."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import feedparser

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.model.settings import Settings
from builder.press.edition import Edition
from builder.press.feeds import channels
from builder.press.feeds.all import feeds
from tests.unit.press.feeds.rules import ATOM, check_atom, check_rss

FILES = {
    "1962/06/08-geneva": "title: 'A & B <i>'\noutlet: desk\ntags: [geneva, nasa]\n---\nLede with 1 < 2. More.\n",
    "2025/02/21-timed": "tags: [nasa]\nupdated: 2025-02-22T10:00:00+02:00\n---\nLede.\n",
    "2025/02/20-corrected": "tags: [nasa]\ncorrections: [{date: 2025-03-01, text: T}]\n---\nLede.\n",
    "2025/02/19-gone": "status: withdrawn\ntags: [nasa]\n---\nSecret.\n",
    "2025/02/18-draft": "status: draft\ntags: [nasa]\n---\nSecret.\n",
}


def made(load: Callable[..., Any], texts: dict[str, str], **settings: Any) -> dict[str, bytes]:
    archive = load(texts)
    ties = resolve(archive.published(), Tagger(archive.taxonomy))
    return dict(feeds(Edition.of(archive, ties, Settings(**settings))))


def test_there_is_a_feed_for_the_site_and_for_each_tag(load: Callable[..., Any]) -> None:
    found = made(load, FILES)
    assert sorted(path for path in found if path.endswith("feed.xml")) == [
        "feed.xml",
        "outlets/desk/feed.xml",
        "tags/geneva/feed.xml",
        "tags/nasa/feed.xml",
    ]
    site, tag = check_atom(found["feed.xml"]), check_atom(found["tags/geneva/feed.xml"])
    assert [e.findtext(f"{ATOM}title") for e in site.findall(f"{ATOM}entry")] == [
        "Title of timed",
        "Title of corrected",
        "A & B <i>",
    ]
    assert len(tag.findall(f"{ATOM}entry")) == 1
    assert b"Secret" not in b"".join(found.values())


def test_without_an_address_links_are_relative_and_ids_are_the_same_as_with_one(load: Callable[..., Any]) -> None:
    def feed(path: str, **settings: Any) -> tuple[list[str], list[str | None]]:
        root = check_atom(made(load, FILES, **settings)[path])
        return [str(link.get("href")) for link in root.iter(f"{ATOM}link")], [i.text for i in root.iter(f"{ATOM}id")]

    here, ids = feed("tags/geneva/feed.xml")
    assert here == ["../../tags/geneva/", "../../tags/geneva/feed.xml", "../../1962/06/08-geneva/"]
    there, same = feed("tags/geneva/feed.xml", site_url="https://example.org/a/")
    assert there == [
        f"https://example.org/a/{path}" for path in ("tags/geneva/", "tags/geneva/feed.xml", "1962/06/08-geneva/")
    ]
    assert ids == same
    assert feed("feed.xml")[0][:2] == ["./", "feed.xml"]


def test_ids_never_change(load: Callable[..., Any]) -> None:
    # A feed reader shows an entry anew when its id has changed.
    entry = check_atom(made(load, FILES)["tags/geneva/feed.xml"]).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}id") == "urn:uuid:61cb0b10-85e0-51d3-8ec5-dfef12899c00"


def test_updated_comes_from_the_briefing_alone(load: Callable[..., Any]) -> None:
    feed = check_atom(made(load, FILES)["feed.xml"])
    assert [e.findtext(f"{ATOM}updated") for e in feed.findall(f"{ATOM}entry")] == [
        "2025-02-22T10:00:00+02:00",
        "2025-03-01T00:00:00+00:00",
        "1962-06-08T00:00:00+00:00",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2025-03-01T00:00:00+00:00"


def test_an_empty_feed_does_not_ask_the_clock(load: Callable[..., Any]) -> None:
    feed = check_atom(made(load, {})["feed.xml"])
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


def test_text_is_text_and_summaries_are_escaped_html(load: Callable[..., Any]) -> None:
    entry = check_atom(made(load, FILES)["tags/geneva/feed.xml"]).find(f"{ATOM}entry")
    assert entry is not None
    summary = entry.find(f"{ATOM}summary")
    assert summary is not None
    assert summary.get("type") == "html"
    assert summary.text == "Lede with 1 &lt; 2. More."
    assert html.unescape(str(summary.text)) == "Lede with 1 < 2. More."


def test_characters_that_xml_cannot_hold_are_left_out(load: Callable[..., Any]) -> None:
    text = 'title: "a\\x07b\\uFFFEc\\e"\noutlet: desk\ntags: [nasa]\n---\nLe\x08de \x1b[0m]]> &amp;.\n'
    found = made(load, {"1962/06/08-x": text}, site_name="N\x0b", introduction="I\x01")
    for path in ("feed.xml", "tags/nasa/feed.xml"):
        assert check_atom(found[path]).findtext(f"{ATOM}entry/{ATOM}title") == "abc"


def test_feeds_hold_only_the_latest(load: Callable[..., Any]) -> None:
    texts = {f"1962/{m:02d}/{d:02d}-b{m}-{d}": "tags: [nasa]\n---\nL.\n" for m in (1, 2) for d in range(1, 21)}
    found = made(load, texts)
    assert len(check_atom(found["feed.xml"]).findall(f"{ATOM}entry")) == channels.LATEST
    entries = check_atom(found["tags/nasa/feed.xml"]).findall(f"{ATOM}entry")
    assert len(entries) == channels.LATEST_OF_LIST
    assert entries[0].findtext(f"{ATOM}title") == "Title of b2-20"


def test_rss_says_what_atom_says(load: Callable[..., Any]) -> None:
    found = made(load, FILES, site_url="https://example.org/a/")
    for path in ("", "tags/geneva/", "outlets/desk/"):
        check_rss(found[f"{path}rss.xml"])
        atom, rss = (feedparser.parse(found[path + name]) for name in ("feed.xml", "rss.xml"))
        assert not rss.bozo
        assert rss.feed.title == atom.feed.title
        assert rss.feed.link == atom.feed.link == f"https://example.org/a/{path}"
        for one, other in zip(rss.entries, atom.entries, strict=True):
            assert (one.title, one.link, one.id) == (other.title, other.link, other.id)
            assert one.published_parsed == other.published_parsed
            assert one.get("author") == other.get("author")


def test_an_empty_archive_has_valid_feeds_without_a_clock(load: Callable[..., Any]) -> None:
    channel = check_rss(made(load, {})["rss.xml"])
    assert channel.findtext("lastBuildDate") == "Thu, 01 Jan 1970 00:00:00 +0000"


def test_rss_names_no_permalink_and_the_outlet_as_creator(load: Callable[..., Any]) -> None:
    item = check_rss(made(load, FILES)["tags/geneva/rss.xml"]).find("item")
    assert item is not None
    guid = item.find("guid")
    assert guid is not None
    assert (guid.get("isPermaLink"), guid.text) == ("false", "urn:uuid:61cb0b10-85e0-51d3-8ec5-dfef12899c00")
    assert item.findtext("{http://purl.org/dc/elements/1.1/}creator") == "The Desk"
    assert [one.text for one in item.findall("category")] == ["Geneva", "NASA"]
