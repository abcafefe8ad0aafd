from __future__ import annotations

import pytest

from builder.errors import UnreadableInput
from builder.model.limits import Limits
from builder.wire import address_list
from builder.wire.feeds import opml
from builder.wire.page import html
from builder.wire.reader import Refused

LIST = b"""# Morning round

https://news.example/2025/03/bridge?from=rss&x=1
HTTP://Other.example/feed.xml
  https://news.example/#top
https://news.example/2025/03/bridge?from=rss&x=1
"""
OPML = b"""<?xml version="1.0" encoding="UTF-8"?>
<!-- exported on Tuesday -->
<opml version="2.0">
  <head><title>Round &amp; about</title></head>
  <body>
    <outline text="News">
      <outline type="rss" text="Harbour Post" title="Harbour Post" xmlUrl="https://harbour.example/feed?a=1&amp;b=2" htmlUrl="https://harbour.example/"/>
      <outline type="rss" text="Q&A" xmlurl="http://qa.example/rss?a=1&b=2&copy;=3"/>
    </outline>
    <outline type="rss" text="Again" xmlUrl="https://harbour.example/feed?a=1&amp;b=2"/>
    <outline type="link" text="A page" url="https://page.example/"/>
  </body>
</opml>
"""


def test_a_list_gives_its_addresses_in_order_each_once() -> None:
    assert address_list.claims(LIST, "morning.txt")
    assert address_list.read(LIST) == (
        "https://news.example/2025/03/bridge?from=rss&x=1",
        "HTTP://Other.example/feed.xml",
        "https://news.example/#top",
    )


@pytest.mark.parametrize("data", [LIST.decode().encode("utf-16"), b"\xef\xbb\xbf" + LIST, LIST.replace(b"\n", b"\r\n")])
def test_a_list_may_come_from_any_editor(data: bytes) -> None:
    assert address_list.claims(data, "x")
    assert len(address_list.read(data)) == 3


def test_one_line_that_is_no_address_is_refused_alone() -> None:
    data = b"https://a.example/1\r\n\r\n# two\r\nwww.b.example/2\r\nhttps://c.example/3\r\n"
    assert address_list.claims(data, "x")
    first, bad, last = address_list.read(data)
    assert (first, last) == ("https://a.example/1", "https://c.example/3")
    assert isinstance(bad, Refused)
    assert bad.part == "line 4"
    assert bad.reason.startswith('"www.b.example/2" is no http(s) address; write it')


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"# only a comment\n",
        b"Bridge closes\n\nhttps://news.example/bridge\n",
        b"https://news.example/bridge\n\nThe bridge will be closed from Sunday.\n",
        b"Bridge\nharbour\nhttps://news.example/bridge\n",
        b"https://\nhttp:///path\n",
        b"ftp://news.example/a\n",
        b"<!doctype html>\n<p>https://news.example/\n",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        OPML,
    ],
)
def test_anything_else_is_no_list(data: bytes) -> None:
    assert not address_list.claims(data, "list.txt")


def test_a_list_of_nothing_says_what_to_write() -> None:
    with pytest.raises(UnreadableInput, match=r"names no address; write one http\(s\) address on each line"):
        address_list.read(b"# nothing\n")


def test_opml_gives_its_feeds_in_order_each_once_with_bare_ampersands_kept() -> None:
    assert opml.claims(OPML, "feeds.xml")
    assert opml.read(OPML, Limits()) == (
        "https://harbour.example/feed?a=1&b=2",
        "http://qa.example/rss?a=1&b=2&copy;=3",
    )


@pytest.mark.parametrize(
    "data",
    [
        OPML.decode().encode("utf-16"),
        b"\xef\xbb\xbf" + OPML,
        OPML.replace(b"<opml", b'<!DOCTYPE opml SYSTEM "http://127.0.0.1/opml.dtd">\n<opml'),
        OPML.replace(b"UTF-8", b"iso-8859-1").replace(b"Harbour Post", "Häfen".encode("latin-1")),
    ],
)
def test_opml_may_come_from_any_reader(data: bytes) -> None:
    assert opml.claims(data, "x")
    assert len(opml.read(data, Limits())) == 2


@pytest.mark.parametrize(
    "data", [LIST, b"<rss/>", b"<feed/>", b"<html><body><opml>", b"<p>opml", b"", b"<?xml ?>" * 4_000, b"<!--" * 1_000]
)
def test_anything_else_is_no_opml(data: bytes) -> None:
    assert not opml.claims(data, "feeds.opml")


def test_lists_and_pages_are_told_apart() -> None:
    assert not html.claims(OPML, "feeds.opml")
    assert not html.claims(LIST, "list.txt")


def test_entities_are_refused_not_expanded() -> None:
    bomb = '<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    data = f'{bomb}<opml><body><outline xmlUrl="https://x.example/&b;"/></body></opml>'.encode()
    assert opml.claims(data, "x")
    for hostile in (
        data,
        data.decode().encode("utf-16"),
        data.replace(b'"aaaaaaaaaa"', b'SYSTEM "file:///etc/passwd"'),
    ):
        with pytest.raises(UnreadableInput, match="declares entities, which are not expanded"):
            opml.read(hostile, Limits())


@pytest.mark.parametrize("depth", [201, 5_000, 100_000])
def test_outlines_without_end_are_refused(depth: int) -> None:
    data = b"<opml><body>" + b"<outline>" * depth + b'<outline xmlUrl="https://x.example/"/>'
    with pytest.raises(UnreadableInput, match="nests more than 200 outlines"):
        opml.read(data, Limits())


def test_feeds_that_a_broken_file_hides_are_counted() -> None:
    broken = OPML.replace(b'htmlUrl="https://harbour.example/"/>', b'htmlUrl="https://harbour.example/<')
    *_, last = opml.read(broken, Limits())
    assert isinstance(last, Refused)
    assert last.part == "line 7"
    assert "of its feeds cannot be made out" in last.reason


def test_a_feed_that_is_no_address_is_refused_alone() -> None:
    data = OPML.replace(b"http://qa.example/rss", b"javascript:alert(1)//")
    good, bad = opml.read(data, Limits())
    assert good == "https://harbour.example/feed?a=1&b=2"
    assert isinstance(bad, Refused)
    assert bad.reason.startswith('"javascript:alert(1)')


@pytest.mark.parametrize("data", [b"<opml></opml>", b"<opml", b"<opml><body><outline text='a'/></body></opml>"])
def test_opml_without_feeds_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"names no feed|holds no elements"):
        opml.read(data, Limits())
