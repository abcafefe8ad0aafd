from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Callable

import pytest

from builder.errors import Unfetchable
from builder.fetch.exchange import Network
from builder.fetch.fetcher import MOST_REDIRECTS, Fetched, Fetcher, NotModified
from builder.fetch.guard import Guard
from builder.model.validators import Validators
from tests.unit.fetch.misbehaving import LOOPBACK, Names, Server, Time, answer, drip, endless, leads_to

Limited = Callable[..., Fetcher]
NEWS = b"<h1>Bridge closes</h1><p>The bridge will be closed from Sunday.</p>"


def got(fetched: Fetched | NotModified) -> Fetched:
    assert isinstance(fetched, Fetched)
    return fetched


def test_a_page_comes_with_its_type_its_address_and_what_tells_its_version(server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = answer(
        body=NEWS,
        content_type='Text/HTML; Charset="ISO-8859-1"',
        etag='"v1"',
        last_modified="Tue, 04 Mar 2025 08:00:00 GMT",
    )
    fetched = got(fetcher.get(server.url("/a#comments")))
    assert fetched == Fetched(
        url=server.url("/a"),
        data=NEWS,
        media_type="text/html",
        charset="iso-8859-1",
        validators=Validators(url=server.url("/a"), etag='"v1"', last_modified="Tue, 04 Mar 2025 08:00:00 GMT"),
    )
    sent = server.requests[-1].headers
    assert sent["User-Agent"].startswith("briefings/")
    assert not {"Cookie", "Authorization", "Referer"} & set(sent)


def test_who_asks_is_said_in_one_line_of_ascii(server: Server, names: Names, time: Time) -> None:
    server.pages["/a"] = answer(body=NEWS)
    network = Network(guard=Guard(allow={(LOOPBACK, server.port)}), resolver=names, clock=time.clock, sleep=time.sleep)
    agent = "briefings/0.1 (+https://zürich.example/)\r\nX-Planted: 1"
    Fetcher(agent=agent, network=network).get(server.url("/a"))
    assert server.requests[-1].headers["User-Agent"] == "briefings/0.1 (+https://zrich.example/)X-Planted: 1"
    assert "X-Planted" not in server.requests[-1].headers


def test_redirects_are_followed_to_where_the_page_is(server: Server, fetcher: Fetcher) -> None:
    for number, status in enumerate(["301 Moved", "302 Found", "303 See Other", "307 Again", "308 For Good"]):
        server.pages[f"/{number}"] = leads_to(f"{number + 1}", status)
    server.pages["/5"] = answer(body=NEWS)
    assert got(fetcher.get(server.url("/0"))).url == server.url("/5")


def test_the_sixth_redirect_is_one_too_many(server: Server, fetcher: Fetcher) -> None:
    for number in range(9):
        server.pages[f"/{number}"] = leads_to(f"/{number + 1}")
    with pytest.raises(Unfetchable, match="leads on and on, more than 5 times"):
        fetcher.get(server.url("/0"))
    assert server.targets == ["/robots.txt", *(f"/{number}" for number in range(MOST_REDIRECTS + 1))]


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("204 Nothing", "the server answers 204"),
        ("206 Part", "the server answers 206"),
        ("304 Unasked", "the server answers 304"),
        ("300 Choices", "the server answers 300"),
        ("302 Nowhere", "the server answers 302"),
        ("401 No", "it wants a login"),
        ("403 No", "the outlet refuses it to programs"),
        ("404 No", "there is no such page"),
        ("410 No", "the page is gone"),
        ("429 Slow", "asked too often"),
        ("451 No", "legal reasons"),
        ("500 Oh", "cannot serve it now"),
        ("503 Oh", "cannot serve it now"),
    ],
)
def test_what_is_no_page_says_why_and_what_to_do(status: str, reason: str, server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = answer(status)
    with pytest.raises(Unfetchable, match=reason) as fault:
        fetcher.get(server.url("/a"))
    assert fault.value.url == server.url("/a")
    assert fault.value.next_act


def test_an_unchanged_page_is_not_sent_again(server: Server, fetcher: Fetcher) -> None:
    known = Validators(url=server.url("/a"), etag='"v1"', last_modified="Tue, 04 Mar 2025 08:00:00 GMT")
    server.pages["/a"] = answer("304 Not Modified")
    assert fetcher.get(server.url("/a"), known) == NotModified(url=server.url("/a"))
    sent = server.requests[-1].headers
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == (known.etag, known.last_modified)


def test_a_changed_page_is_sent_whole_with_its_new_validators(server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = answer(body=NEWS, etag='"v2"')
    fetched = got(fetcher.get(server.url("/a"), Validators(url=server.url("/a"), etag='"v1"')))
    assert fetched.validators == Validators(url=server.url("/a"), etag='"v2"')


def test_validators_are_told_to_the_address_that_gave_them_and_to_no_other(server: Server, fetcher: Fetcher) -> None:
    server.pages |= {"/a": leads_to("/b"), "/b": answer(body=NEWS)}
    fetcher.get(server.url("/a"), Validators(url=server.url("/b"), etag='"b"'))
    assert [request.headers.get("If-None-Match") for request in server.requests] == [None, None, '"b"']


@pytest.mark.parametrize("etag", ['"v1"\r\nX-Planted: 1', '"ü"', '"' + "v" * 2_000 + '"'])
def test_validators_that_were_tampered_with_are_not_sent(etag: str, server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = answer(body=NEWS)
    fetcher.get(server.url("/a"), Validators(url=server.url("/a"), etag=etag))
    assert "If-None-Match" not in server.requests[-1].headers


def test_a_validator_longer_than_a_header_may_be_is_not_kept(server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = answer(body=NEWS, etag='"' + "v" * 2_000 + '"')
    assert got(fetcher.get(server.url("/a"))).validators is None


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "text/css", "application/javascript", "image/svg+xml"])
def test_what_no_reader_understands_is_not_taken(kind: str, server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = answer(body=b"x", content_type=kind)
    with pytest.raises(Unfetchable, match="which is no article"):
        fetcher.get(server.url("/a"))


@pytest.mark.parametrize(
    "kind",
    [
        "text/html",
        "text/plain",
        "application/xhtml+xml",
        "application/rss+xml",
        "application/feed+json",
        "application/ld+json",
        "application/pdf",
        "message/rfc822",
        "application/warc",
        "application/octet-stream",
    ],
)
def test_what_a_reader_may_understand_is_taken(kind: str, server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = answer(body=b"x", content_type=kind)
    assert got(fetcher.get(server.url("/a"))).media_type == kind


@pytest.mark.parametrize("content_type", ["", "nonsense", "x" * 3_000 + "/html"])
def test_a_type_that_says_nothing_leaves_it_to_the_content(content_type: str, server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = answer(body=NEWS, content_type=content_type)
    assert got(fetcher.get(server.url("/a"))).media_type is None


# How much comes.


def test_a_page_that_says_it_is_too_large_is_not_begun(server: Server, limited: Limited) -> None:
    server.pages["/a"] = answer(body=NEWS, content_length="5000")
    with pytest.raises(Unfetchable, match=r"more than the 1,000 bytes .*ingest\.limits\.article"):
        limited(article=1_000).get(server.url("/a"))


def test_a_page_that_does_not_say_how_large_it_is_is_cut_off(server: Server, limited: Limited) -> None:
    server.pages["/a"] = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"news " * 30_000
    with pytest.raises(Unfetchable, match="more than the 100,000 bytes"):
        limited(article=100_000).get(server.url("/a"))
    assert len(got(limited(article=150_000).get(server.url("/a"))).data) == 150_000


def test_chunks_with_more_wrapping_than_content_are_cut_off(server: Server, limited: Limited) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.pages["/a"] = head + (b"1;" + b"x" * 8_000 + b"\r\na\r\n") * 500 + b"0\r\n\r\n"
    with pytest.raises(Unfetchable, match="more than the 10,000 bytes"):
        limited(article=10_000).get(server.url("/a"))


def test_headers_without_end_are_cut_off(server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = endless(b"HTTP/1.1 200 OK\r\n", b"X-Filler: " + b"x" * 1_000 + b"\r\n")
    with pytest.raises(Unfetchable, match="more than 65,536 bytes of headers"):
        fetcher.get(server.url("/a"))


def test_interim_answers_without_end_are_cut_off(server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
    with pytest.raises(Unfetchable, match="more than 65,536 bytes of headers"):
        fetcher.get(server.url("/a"))


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(NEWS, mtime=0)),
        ("X-GZIP", gzip.compress(NEWS, mtime=0)),
        ("gzip", gzip.compress(NEWS[:9], mtime=0) + gzip.compress(NEWS[9:], mtime=0)),
        ("gzip", gzip.compress(NEWS, mtime=0) + b"\0" * 20),
        ("deflate", zlib.compress(NEWS)),
        ("deflate", zlib.compress(NEWS, wbits=-15)),
        ("identity", NEWS),
    ],
)
def test_packed_pages_are_unpacked(encoding: str, packed: bytes, server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = answer(body=packed, content_encoding=encoding)
    assert got(fetcher.get(server.url("/a"))).data == NEWS


def test_a_bomb_is_cut_off_while_it_is_small(server: Server, limited: Limited) -> None:
    bomb = gzip.compress(b"\0" * 30_000_000, mtime=0)
    assert len(bomb) < 100_000
    server.pages["/a"] = answer(body=bomb, content_encoding="gzip")
    with pytest.raises(Unfetchable, match=r"unpacks to more than the 1,000,000 bytes .*ingest\.limits\.expanded"):
        limited(expanded=1_000_000).get(server.url("/a"))


@pytest.mark.parametrize(
    ("encoding", "packed", "reason"),
    [
        ("br", NEWS, "was not asked for"),
        ("gzip, gzip", gzip.compress(gzip.compress(NEWS, mtime=0), mtime=0), "was not asked for"),
        ("gzip", NEWS, "damaged or cut short"),
        ("gzip", gzip.compress(NEWS, mtime=0)[:-12], "damaged or cut short"),
        ("deflate", b"\xff" * 40, "damaged or cut short"),
    ],
)
def test_what_cannot_be_unpacked_is_refused(
    encoding: str, packed: bytes, reason: str, server: Server, fetcher: Fetcher
) -> None:
    server.pages["/a"] = answer(body=packed, content_encoding=encoding)
    with pytest.raises(Unfetchable, match=reason):
        fetcher.get(server.url("/a"))


# How it comes.


@pytest.mark.parametrize(
    "head",
    [b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"],
    ids=["head", "body"],
)
def test_a_server_that_sends_a_byte_now_and_then_is_cut_off(
    head: bytes, server: Server, fetcher: Fetcher, time: Time
) -> None:
    server.pages["/a"] = drip(head, time)
    with pytest.raises(Unfetchable, match=r"/a: it did not come within 10 seconds; .*ingest\.limits\.seconds"):
        fetcher.get(server.url("/a"))


def test_a_server_that_says_nothing_is_cut_off(server: Server, limited: Limited) -> None:
    server.pages["/a"] = lambda connection: connection.recv(1) and None
    with pytest.raises(Unfetchable, match=r"did not come within 0\.3 seconds"):
        limited(seconds=0.3).get(server.url("/a"))


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\nContent-Type: text/html\r\n\r\n<p>Half a",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 999999 What\r\n\r\n",
    ],
)
def test_a_server_that_breaks_off_or_speaks_something_else_is_a_fault_in_one_line(
    said: bytes, server: Server, fetcher: Fetcher
) -> None:
    server.pages["/a"] = said
    with pytest.raises(Unfetchable, match="breaks off or does not keep to HTTP") as fault:
        fetcher.get(server.url("/a"))
    assert str(fault.value).isprintable()


def test_a_port_where_nobody_listens_is_a_failed_connection(time: Time, names: Names) -> None:
    with socket.create_server((LOOPBACK, 0)) as gone:
        port = gone.getsockname()[1]
    network = Network(guard=Guard(allow={(LOOPBACK, port)}), resolver=names, clock=time.clock, sleep=time.sleep)
    with pytest.raises(Unfetchable, match="the connection failed"):
        Fetcher(network=network).get(f"http://{LOOPBACK}:{port}/a")


def test_no_proxy_of_the_environment_is_used(server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server.pages["/a"] = answer(body=NEWS)
    assert got(fetcher.get(server.url("/a"))).data == NEWS
