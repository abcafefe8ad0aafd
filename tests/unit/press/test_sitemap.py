"""Sitemaps: as the protocol and the guide to news ask, with days that are true, without a look at the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.model.settings import Settings
from builder.press import files as files_module
from builder.press import sitemap as sitemap_module
from builder.press.edition import Edition

PROTOCOL = etree.XMLSchema(file=str(Path(__file__).parents[2] / "cases" / "sitemaps" / "sitemap.xsd"))
"""Of ours, from the texts of the protocol and of the guide to news sitemaps."""
SITE = "https://example.org/a/"
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
    PROTOCOL.assertValid(etree.fromstring(found["sitemap.xml"]))
    assert not [url for url in rows if url and "gone" in url]
    monkeypatch.setattr(sitemap_module, "MOST_URLS", 5)
    many = made(load, FILES, site_url="https://example.org/a/")
    sheets = [loc.text for loc in etree.fromstring(many["sitemap.xml"]).iter(f"{space}loc")]
    for name in ("sitemap.xml", *(f"sitemap-{n}.xml" for n in range(1, len(sheets) + 1))):
        PROTOCOL.assertValid(etree.fromstring(many[name]))
    assert sheets[:2] == ["https://example.org/a/sitemap-1.xml", "https://example.org/a/sitemap-2.xml"]
    urls = [
        loc.text
        for n in range(1, len(sheets) + 1)
        for loc in etree.fromstring(many[f"sitemap-{n}.xml"]).iter(f"{space}loc")
    ]
    assert set(urls) == set(rows)


def test_a_sitemap_of_news_holds_two_days_and_is_asked_for_by_its_day(load: Callable[..., Any]) -> None:
    texts = FILES | {
        "2025/02/22-quotes": "title: 'A & B <i>'\nlanguage: de-CH\n---\nLede.\n",
        "2025/02/23-later": "title: Later\n---\nLede.\n",
    }
    archive = load(texts)
    ties = resolve(archive.published(), Tagger(archive.taxonomy))

    def files(day: dt.date | None, **settings: Any) -> dict[str, bytes]:
        return dict(files_module.files(Edition.of(archive, ties, Settings(site_name="N & M", **settings)), day))

    address = "https://example.org/a/"
    assert "sitemap-news.xml" not in files(None, site_url=address)
    assert "sitemap-news.xml" not in files(dt.date(2025, 2, 22))
    found = files(dt.date(2025, 2, 22), site_url=address)
    assert b"Sitemap: https://example.org/a/sitemap-news.xml" in found["robots.txt"]
    space = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "n": "http://www.google.com/schemas/sitemap-news/0.9",
    }
    PROTOCOL.assertValid(etree.fromstring(found["sitemap-news.xml"]))
    rows = etree.fromstring(found["sitemap-news.xml"]).findall("s:url", space)
    assert [row.findtext("s:loc", namespaces=space) for row in rows] == [
        f"{address}2025/02/22-quotes/",
        f"{address}2025/02/21-timed/",
    ]
    assert rows[0].findtext("n:news/n:title", namespaces=space) == "A & B <i>"
    assert rows[0].findtext("n:news/n:publication/n:name", namespaces=space) == "N & M"
    assert rows[0].findtext("n:news/n:publication/n:language", namespaces=space) == "de"
    assert rows[0].findtext("n:news/n:publication_date", namespaces=space) == "2025-02-22"


def days(load: Callable[..., Any], texts: dict[str, str]) -> dict[str, str | None]:
    root = etree.fromstring(made(load, texts, site_url=SITE)["sitemap.xml"])
    PROTOCOL.assertValid(root)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    return {str(row.findtext(f"{space}loc")).removeprefix(SITE): row.findtext(f"{space}lastmod") for row in root}


def test_a_page_changed_when_somebody_mentioned_it_or_relied_on_it_later(load: Callable[..., Any]) -> None:
    recalls = "\n## Background\n\n- **1962-06-08** — Talks. [Briefing](../../1962/06/08-geneva.md)\n"
    texts = {
        "1962/06/08-geneva": "outlet: desk\ntags: [geneva]\n---\nTalks.\n",
        "1971/01/21-later": f"outlet: wire\nattribution: [{{name: The Desk, kind: outlet}}]\n---\nLede.\n{recalls}",
    }
    before, after = days(load, dict(list(texts.items())[:1])), days(load, texts)
    assert before["1962/06/08-geneva/"] == before["outlets/desk/"] == "1962-06-08"
    assert after["1962/06/08-geneva/"] == after["outlets/desk/"] == "1971-01-21"
    assert after["tags/geneva/"] == after["1962/06/"] == "1962-06-08", "their lists are as they were"


def test_a_timeline_changed_when_somebody_spoke_of_an_event_on_it(load: Callable[..., Any]) -> None:
    texts = {
        f"1962/06/0{day}-talks-{day}": f"tags: [geneva]\n---\nTalks in Geneva, day {day}.\n" for day in range(1, 6)
    }
    recalls = "\n## Background\n\n- **1962-06-03** — Talks. [Briefing](../../1962/06/03-talks-3.md)\n"
    found = days(load, texts | {"1971/01/21-later": f"---\nLede.\n{recalls}"})
    assert found["tags/geneva/timeline/"] == "1971-01-21"
    assert found["tags/geneva/"] == "1962-06-05"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de-CH", "de"),
        ("zh", "zh-cn"),
        ("zh-Hans-HK", "zh-cn"),
        ("zh-Hant", "zh-tw"),
        ("zh-HK", "zh-tw"),
        ("YUE", "yue"),
    ],
)
def test_news_in_chinese_say_in_which_script(load: Callable[..., Any], language: str, said: str) -> None:
    archive = load({"2025/02/22-it": f"language: {language}\n---\nLede.\n"})
    edition = Edition.of(archive, resolve(archive, Tagger(archive.taxonomy)), Settings())
    news = etree.fromstring(sitemap_module.news(edition, SITE, dt.date(2025, 2, 22)))
    PROTOCOL.assertValid(news)
    assert [one.text for one in news.iter("{*}language")] == [said]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<loc>https://example.org/a/</loc>", "<loc>a/</loc>"),
        ("<loc>https://example.org/a/</loc>", "<loc>https://example.org/ä b/</loc>"),
        ("<lastmod>1962-06-08</lastmod>", "<lastmod>8 June</lastmod>"),
        ("<lastmod>1962-06-08</lastmod>", "<lastmod>1962-06-08T10:00:00</lastmod>"),
        ("<n:language>de</n:language>", "<n:language>zh</n:language>"),
        ("<n:title>A</n:title>", "<n:title> </n:title>"),
        ("<n:publication_date>1962-06-08</n:publication_date>", ""),
        ("</url>", "</url><url><loc>https://example.org/a/</loc></url>"),
    ],
)
def test_what_the_protocol_does_not_allow_is_seen(right: str, wrong: str) -> None:
    valid = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">'
        "<url><loc>https://example.org/a/</loc><lastmod>1962-06-08</lastmod><n:news><n:publication><n:name>N</n:name>"
        "<n:language>de</n:language></n:publication><n:publication_date>1962-06-08</n:publication_date><n:title>A</n:title>"
        "</n:news></url></urlset>"
    )
    assert PROTOCOL.validate(etree.fromstring(valid))
    assert not PROTOCOL.validate(etree.fromstring(valid.replace(right, wrong)))
