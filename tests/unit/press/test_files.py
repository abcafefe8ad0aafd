"""Feeds, sitemap and robots: well-formed, stable, without a look at the clock."""

from __future__ import annotations

import datetime as dt
import html
import json
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.model.settings import Settings
from builder.press import feeds as feeds_module
from builder.press import files as files_module
from builder.press import sitemap as sitemap_module
from builder.press.edition import Edition

ATOM = "{http://www.w3.org/2005/Atom}"
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
    return dict(files_module.files(Edition.of(archive, ties, Settings(**settings))))


def check_atom(data: bytes) -> etree._Element:
    """Assert what RFC 4287 asks of a feed and its entries, and return it."""
    feed = etree.fromstring(data)
    assert feed.tag == f"{ATOM}feed"
    for holder in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(holder.findall(f"{ATOM}{name}")) == 1, name
        assert (holder.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        for name in ("updated", "published"):
            for moment in holder.findall(f"{ATOM}{name}"):
                assert dt.datetime.fromisoformat(str(moment.text)).tzinfo
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in holder.findall(f"{ATOM}link")]
        assert len(links) == len(set(links))
        assert "alternate" in [rel for rel, *_ in links]
        assert all(category.get("term") for category in holder.findall(f"{ATOM}category"))
        assert holder.find(f"{ATOM}author/{ATOM}name") is not None or feed.find(f"{ATOM}author/{ATOM}name") is not None
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    return feed


def test_there_is_a_feed_for_the_site_and_for_each_tag(load: Callable[..., Any]) -> None:
    found = made(load, FILES)
    assert sorted(found) == ["feed.xml", "robots.txt", "subjects.json", "tags/geneva/feed.xml", "tags/nasa/feed.xml"]
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
    assert len(check_atom(found["feed.xml"]).findall(f"{ATOM}entry")) == feeds_module.LATEST
    entries = check_atom(found["tags/nasa/feed.xml"]).findall(f"{ATOM}entry")
    assert len(entries) == feeds_module.LATEST_OF_TAG
    assert entries[0].findtext(f"{ATOM}title") == "Title of b2-20"


def test_the_sitemap_needs_an_address_and_dates_from_the_data(
    load: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "sitemap.xml" not in made(load, FILES)
    found = made(load, FILES, site_url="https://example.org/a/")
    assert b"Sitemap: https://example.org/a/sitemap.xml" in found["robots.txt"]
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    rows = {
        row.findtext(f"{space}loc"): row.findtext(f"{space}lastmod") for row in etree.fromstring(found["sitemap.xml"])
    }
    assert rows["https://example.org/a/1962/06/08-geneva/"] == "1962-06-08"
    assert rows["https://example.org/a/2025/02/20-corrected/"] == "2025-03-01"
    assert rows["https://example.org/a/"] == "2025-03-01"
    assert not [url for url in rows if url and "gone" in url]
    monkeypatch.setattr(sitemap_module, "MOST_URLS", 5)
    many = made(load, FILES, site_url="https://example.org/a/")
    sheets = [loc.text for loc in etree.fromstring(many["sitemap.xml"]).iter(f"{space}loc")]
    assert sheets[:2] == ["https://example.org/a/sitemap-1.xml", "https://example.org/a/sitemap-2.xml"]
    urls = [
        loc.text
        for n in range(1, len(sheets) + 1)
        for loc in etree.fromstring(many[f"sitemap-{n}.xml"]).iter(f"{space}loc")
    ]
    assert set(urls) == set(rows)


def test_the_same_archive_gives_the_same_bytes(load: Callable[..., Any]) -> None:
    assert list(made(load, FILES).items()) == list(made(load, dict(reversed(FILES.items()))).items())


def test_the_search_is_told_every_name_of_a_subject_with_briefings(load: Callable[..., Any]) -> None:
    files = made(load, FILES | {"2025/02/22-more": "tags: [hugh-dryden, unknown]\n---\nLede.\n"})
    # Most briefings first; neither a withdrawn briefing nor a draft counts.
    assert json.loads(files["subjects.json"]) == [
        ["NASA", "nasa", 3],
        ["Geneva", "geneva", 1, "Genf"],
        ["Hugh Dryden", "hugh-dryden", 1, "Dryden"],
        ["unknown", "unknown", 1],
    ]
