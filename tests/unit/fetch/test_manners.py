"""Robots.txt and the pace."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from builder.errors import Unfetchable
from builder.fetch.fetcher import Fetched, Fetcher
from builder.fetch.robots import FRESH, LARGEST, RETRIED
from tests.unit.fetch.misbehaving import Names, Server, Time, answer, leads_to

KEPT_OUT = "robots.txt keeps programs out of it; open it in a browser"


def rules(*lines: str) -> bytes:
    return answer(body="\n".join(lines).encode(), content_type="text/plain")


@pytest.fixture(autouse=True)
def pages(server: Server) -> None:
    server.pages |= {
        path: answer(body=b"<p>News") for path in ("/a", "/b", "/private/a", "/private/open", "/a?print=1")
    }


def fetches(fetcher: Fetcher, url: str) -> bool:
    try:
        return isinstance(fetcher.get(url), Fetched)
    except Unfetchable as fault:
        return "robots.txt" not in str(fault)


@pytest.mark.parametrize(
    ("lines", "open_", "closed"),
    [
        (["User-agent: *", "Disallow: /private/"], "/a", "/private/a"),
        (["User-agent: *", "Disallow: /private/", "Allow: /private/open"], "/private/open", "/private/a"),
        (["User-agent: *", "Disallow: /*?print="], "/a", "/a?print=1"),
        (["User-agent: *", "Disallow: /a$"], "/b", "/a"),
        (["User-agent: *", "Disallow: /", "", "User-agent: Briefings", "Disallow: /b"], "/a", "/b"),
        (["\ufeffUser-agent: *", "Disallow: /b"], "/a", "/b"),
        (["User-agent: other", "Disallow: /", "User-agent: *", "Disallow: /b"], "/a", "/b"),
    ],
)
def test_the_longest_rule_for_us_decides(
    lines: list[str], open_: str, closed: str, server: Server, fetcher: Fetcher
) -> None:
    server.pages["/robots.txt"] = rules(*lines)
    assert fetches(fetcher, server.url(open_))
    with pytest.raises(Unfetchable, match=KEPT_OUT):
        fetcher.get(server.url(closed))
    assert closed not in server.targets


def test_a_redirect_into_what_is_closed_is_not_followed(server: Server, fetcher: Fetcher) -> None:
    server.pages |= {"/robots.txt": rules("User-agent: *", "Disallow: /private/"), "/a": leads_to("/private/a")}
    with pytest.raises(Unfetchable, match=KEPT_OUT) as fault:
        fetcher.get(server.url("/a"))
    assert fault.value.url == server.url("/private/a")
    assert "/private/a" not in server.targets


@pytest.mark.parametrize("status", ["400 Bad", "401 No", "403 No", "404 No", "410 Gone", "204 None"])
def test_where_there_are_no_rules_all_is_open(status: str, server: Server, fetcher: Fetcher) -> None:
    server.pages["/robots.txt"] = answer(status)
    assert fetches(fetcher, server.url("/a"))


@pytest.mark.parametrize("status", ["500 Oh", "502 Oh", "503 Oh", "429 Slow"])
def test_where_the_rules_cannot_be_had_all_is_closed(status: str, server: Server, fetcher: Fetcher) -> None:
    server.pages["/robots.txt"] = answer(status)
    with pytest.raises(Unfetchable, match=f"robots.txt answers {status[:3]}"):
        fetcher.get(server.url("/a"))
    assert "/a" not in server.targets


def test_where_the_rules_break_off_all_is_closed(server: Server, fetcher: Fetcher) -> None:
    server.pages["/robots.txt"] = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nUser-agent: *\n"
    with pytest.raises(Unfetchable, match=r"/robots\.txt: the server breaks off"):
        fetcher.get(server.url("/a"))
    assert "/a" not in server.targets


def test_rules_are_found_where_a_redirect_leads_and_may_be_packed(server: Server, fetcher: Fetcher) -> None:
    body = gzip.compress(b"User-agent: *\nDisallow: /b\n", mtime=0)
    server.pages |= {"/robots.txt": leads_to("/rules"), "/rules": answer(body=body, content_encoding="gzip")}
    assert fetches(fetcher, server.url("/a"))
    assert not fetches(fetcher, server.url("/b"))


def test_rules_that_lead_to_a_private_address_close_the_site(server: Server, afar: Fetcher, names: Names) -> None:
    names.answers["example.org"] = [["93.184.215.14"]]
    server.pages["/robots.txt"] = leads_to("http://169.254.169.254/robots.txt")
    with pytest.raises(Unfetchable, match="link-local"):
        afar.get("http://example.org/a")
    assert server.targets == ["/robots.txt"]


def test_rules_are_asked_for_once_a_day(server: Server, fetcher: Fetcher, time: Time) -> None:
    for path in ("/a", "/b", "/a"):
        fetcher.get(server.url(path))
    assert server.targets.count("/robots.txt") == 1
    time.now += FRESH
    fetcher.get(server.url("/a"))
    assert server.targets.count("/robots.txt") == 2


def test_rules_that_could_not_be_had_are_asked_for_again_after_a_while(
    server: Server, fetcher: Fetcher, time: Time
) -> None:
    server.pages["/robots.txt"] = [answer("500 Oh"), rules("User-agent: *", "Allow: /")]
    assert not fetches(fetcher, server.url("/a"))
    assert not fetches(fetcher, server.url("/a"))
    assert server.targets == ["/robots.txt"]
    time.now += RETRIED
    assert fetches(fetcher, server.url("/a"))


def test_endless_rules_are_read_as_far_as_they_count(server: Server, limited: Callable[..., Fetcher]) -> None:
    filler = (b"#" * 999 + b"\n") * (2 * LARGEST // 1_000)
    lines = b"User-agent: *\nDisallow: /b\n" + filler + b"Disallow: /a\n"
    server.pages["/robots.txt"] = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + lines
    fetcher = limited(article=LARGEST + 100_000)
    assert fetches(fetcher, server.url("/a"))
    assert not fetches(fetcher, server.url("/b"))


# The pace.


def test_a_host_is_asked_once_a_second_and_others_meanwhile(
    server: Server, afar: Fetcher, names: Names, time: Time
) -> None:
    names.answers |= {"one.example": [["93.184.215.14"]], "two.example": [["93.184.215.15"]]}
    afar.get("http://one.example/a")
    assert time.slept == [1.0]
    afar.get("http://two.example/a")
    assert time.slept == [1.0, 1.0]
    time.now += 0.25
    afar.get("http://two.example/b")
    assert time.slept == [1.0, 1.0, 0.75]
    assert len(server.requests) == 5


def test_a_host_is_the_same_however_its_name_is_written(afar: Fetcher, names: Names, time: Time) -> None:
    for name in ("one.example", "one.example."):
        names.answers[name] = [["93.184.215.14"]]
    afar.get("http://one.example/a")
    afar.get("http://ONE.example./b")
    assert time.slept == [1.0, 1.0]


@pytest.mark.parametrize(("asked", "kept"), [("7", 7.0), ("0.1", 1.0), ("86400", 30.0), ("soon", 1.0), ("-3", 1.0)])
def test_a_crawl_delay_is_kept_within_reason(
    asked: str, kept: float, server: Server, fetcher: Fetcher, time: Time
) -> None:
    server.pages["/robots.txt"] = rules("User-agent: *", f"Crawl-delay: {asked}")
    fetcher.get(server.url("/a"))
    fetcher.get(server.url("/b"))
    assert time.slept[-1] == kept


@pytest.mark.parametrize("status", ["429 Slow", "503 Busy"])
@pytest.mark.parametrize(
    "when",
    [{"retry_after": "12"}, {"retry_after": "Tue, 04 Mar 2025 08:00:12 GMT", "date": "Tue, 04 Mar 2025 08:00:00 GMT"}],
)
def test_a_busy_server_is_asked_once_more_when_it_says(
    status: str, when: dict[str, str], server: Server, fetcher: Fetcher, time: Time
) -> None:
    server.pages["/a"] = [answer(status, **when), answer(body=b"<p>News")]
    assert isinstance(fetcher.get(server.url("/a")), Fetched)
    assert time.slept[-1] == 12


def test_a_server_that_stays_busy_is_given_up(server: Server, fetcher: Fetcher) -> None:
    server.pages["/a"] = answer("503 Busy", retry_after="2")
    with pytest.raises(Unfetchable, match="cannot serve it now"):
        fetcher.get(server.url("/a"))
    assert server.targets.count("/a") == 2


def test_a_server_that_wants_an_hour_is_left_alone_for_it(server: Server, fetcher: Fetcher, time: Time) -> None:
    server.pages["/a"] = answer("429 Slow", retry_after="3600")
    with pytest.raises(Unfetchable, match="asked too often"):
        fetcher.get(server.url("/a"))
    with pytest.raises(Unfetchable, match="asks to be left alone for a while; try again in 60 minutes"):
        fetcher.get(server.url("/b"))
    assert "/b" not in server.targets
    assert max(time.slept) <= 30
    time.now += 3_600
    assert isinstance(fetcher.get(server.url("/b")), Fetched)


@pytest.mark.parametrize("said", ["soon", "-5", "9" * 400, "Tue, 99 Mar 2025", "Tue, 04 Mar 2025 08:00:12 GMT", "٣"])
def test_a_pause_that_is_none_is_no_reason_to_wait(said: str, server: Server, fetcher: Fetcher, time: Time) -> None:
    server.pages["/a"] = answer("503 Busy", retry_after=said.encode().decode("latin-1"))
    with pytest.raises(Unfetchable, match="cannot serve it now"):
        fetcher.get(server.url("/a"))
    assert time.slept == [1.0]


def test_the_rules_of_each_site_are_its_own(server: Server, afar: Fetcher, names: Names) -> None:
    names.answers |= {"one.example": [["93.184.215.14"]], "two.example": [["93.184.215.15"]]}
    server.pages["/robots.txt"] = [rules("User-agent: *", "Disallow: /a"), rules("User-agent: *", "Disallow: /b")]
    assert not fetches(afar, "http://one.example/a")
    assert not fetches(afar, "http://two.example/b")
    assert fetches(afar, "http://one.example/b")
    assert fetches(afar, "http://two.example/a")
