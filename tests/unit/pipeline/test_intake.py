"""From addresses, lists and web archives to briefings, over a real server on this machine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder.fetch.exchange import Network
from builder.fetch.guard import Guard
from builder.pipeline.ingest import Order, Taken, ingest
from builder.store import shelf
from tests.unit.fetch.misbehaving import LOOPBACK, Names, Server, Time, answer, leads_to, serving

Ingest = Callable[..., list[Taken]]
STORY = "The bridge in the harbour will be closed from Sunday until the end of February, the roads office said. " * 3
PAGE = f"<html><head><title>Bridge closes</title></head><body><article><h1>Bridge closes</h1><p>{STORY}</p></article>"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        running.pages["/robots.txt"] = answer("404 Not Found")
        yield running


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "archive" / "briefings").mkdir(parents=True)
    (tmp_path / "archive" / "mkdocs.yml").write_text("site_name: N\n")
    return tmp_path / "archive"


@pytest.fixture
def take(root: Path, server: Server) -> Ingest:
    time = Time()
    guard = Guard(allow=frozenset({(LOOPBACK, server.port)}))

    def run(*names: str | Path, keep: bool = False) -> list[Taken]:
        network = Network(guard=guard, resolver=Names(), clock=time.clock, sleep=time.sleep)
        order = Order(names=tuple(map(str, names)), today=dt.date(2025, 3, 11), keep=keep)
        return list(ingest(root, order, told=lambda *_: None, network=network))

    return run


def story(title: str, number: int = 0) -> str:
    words = " ".join(f"word{number}{at}" for at in range(80))
    return PAGE.replace("Bridge closes", title).replace(STORY, f"{STORY}It read: {words}.")


def headlines(taken: list[Taken]) -> list[str | None]:
    return [one.filed.briefing.headline if one.filed else None for one in taken]


def test_a_page_at_an_address_becomes_a_briefing_that_names_where_it_was_found(take: Ingest, server: Server) -> None:
    server.pages["/short"] = leads_to("/2025/bridge.html")
    server.pages["/2025/bridge.html"] = answer(body=PAGE.encode())
    (taken,) = take(server.url("/short"))
    assert taken.filed
    assert taken.filed.briefing.headline == "Bridge closes"
    assert taken.filed.briefing.url == server.url("/2025/bridge.html")


def test_what_has_not_changed_since_is_passed_over_but_only_once_it_was_filed(take: Ingest, server: Server) -> None:
    empty = answer(body=b"<html><body><p>Nothing here.</p></body></html>", etag='"1"')
    server.pages["/a"] = [empty, answer(body=PAGE.encode(), etag='"2"'), answer("304 Not Modified", etag='"2"')]
    first, second, third = take(server.url("/a")), take(server.url("/a")), take(server.url("/a"))
    assert first[0].refused
    assert headlines(second) == ["Bridge closes"]
    assert third[0].passed_over
    asked = [request.headers.get("If-None-Match") for request in server.requests if request.target == "/a"]
    assert asked == [None, None, '"2"']


def test_each_address_of_a_list_is_read_and_a_bad_line_is_refused_alone(
    take: Ingest, server: Server, tmp_path: Path
) -> None:
    server.pages["/1"] = answer(body=story("First bridge closes", 1).encode())
    server.pages["/2"] = answer(body=story("Second bridge closes", 2).encode())
    listed = tmp_path / "list.txt"
    listed.write_text(f"# today\n{server.url('/1')}\nno-address\n{server.url('/gone')}\n{server.url('/2')}\n")
    taken = take(listed)
    assert headlines(taken) == ["First bridge closes", None, None, "Second bridge closes"]
    assert taken[1].name == f"{listed}: line 3"
    assert "there is no such page (404)" in (taken[2].refused or "")


def test_the_feeds_of_an_opml_are_read_entry_by_entry(take: Ingest, server: Server, tmp_path: Path) -> None:
    entries = "".join(
        f"<item><title>{title}</title><link>/story/{number}</link><pubDate>Mon, 10 Mar 2025 1{number}:00:00 GMT</pubDate>"
        f"<description><![CDATA[<p>{STORY}</p><p>{' '.join(f'w{number}{at}' for at in range(90))}.</p>]]></description></item>"
        for number, title in enumerate(("Bridge closes", "Ferry sails again"))
    )
    feed = f"<rss version='2.0'><channel><title>Harbour News</title><link>/</link>{entries}</channel></rss>"
    server.pages["/feed"] = answer(body=feed.encode(), content_type="application/rss+xml")
    listed = tmp_path / "feeds.opml"
    listed.write_text(f'<opml version="2.0"><body><outline xmlUrl="{server.url("/feed")}"/></body></opml>')
    taken = take(listed)
    assert headlines(taken) == ["Bridge closes", "Ferry sails again"]
    assert [one.filed.briefing.url for one in taken if one.filed] == [server.url("/story/0"), server.url("/story/1")]


def test_a_list_within_a_list_is_refused(take: Ingest, server: Server, tmp_path: Path) -> None:
    server.pages["/list"] = answer(body=server.url("/list").encode(), content_type="text/plain")
    (tmp_path / "list.txt").write_text(server.url("/list"))
    (taken,) = take(tmp_path / "list.txt")
    assert "a list of addresses within another" in (taken.refused or "")


def test_the_encoding_that_a_server_names_is_believed(take: Ingest, server: Server) -> None:
    page = PAGE.replace("Bridge closes", "Мост закрывают на ремонт")
    server.pages["/a"] = answer(body=page.encode("koi8-r"), content_type="text/html; charset=KOI8-R")
    assert headlines(take(server.url("/a"))) == ["Мост закрывают на ремонт"]


def test_what_is_kept_is_a_web_archive_that_can_be_read_again(take: Ingest, server: Server, root: Path) -> None:
    server.pages["/a"] = answer(body=PAGE.encode())
    take(server.url("/a"), keep=True)
    (kept,) = (root / ".briefings" / "inputs").iterdir()
    before = kept.read_bytes()
    for briefing in root.rglob("*.md"):
        briefing.unlink()
    for source in (root / ".briefings" / "source").iterdir():
        source.unlink()
    (again,) = take(kept, keep=True)
    assert headlines([again]) == ["Bridge closes"]
    assert kept.read_bytes() == before
    assert len(shelf.load(root).archive.briefings) == 1
