"""Web archives: every page that was fetched comes out once, and what is hostile costs a line, not the run."""

from __future__ import annotations

import datetime as dt
import gzip
import re
import zlib
from collections.abc import Callable
from io import BytesIO

import brotli
import pytest

from builder.errors import UnreadableInput
from builder.model.limits import Limits
from builder.wire.reader import Part, Refused
from builder.wire.saved import warc

MakeWarc = Callable[..., bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}
URL = "https://reader.example/bridge"


def split(data: bytes, limits: Limits | None = None) -> list[Part | Refused]:
    return list(warc.split(BytesIO(data), limits or Limits()))


def until_it_breaks(data: bytes, limits: Limits | None = None) -> tuple[list[Part | Refused], str]:
    found: list[Part | Refused] = []
    with pytest.raises(UnreadableInput) as fault:
        found.extend(warc.split(BytesIO(data), limits or Limits()))
    return found, str(fault.value)


def only(data: bytes) -> Part:
    (part,) = split(data)
    assert isinstance(part, Part)
    return part


def test_a_page_comes_with_its_address_and_the_day_it_was_fetched(make_warc: MakeWarc, page: bytes) -> None:
    data = make_warc((URL, page, HTML))
    assert warc.claims(data, "")
    assert only(data) == Part(name=URL, data=page, url=URL, retrieved=dt.date(2025, 3, 5), in_passing=True)


def test_pictures_and_pages_that_were_not_found_are_passed_over(make_warc: MakeWarc, page: bytes) -> None:
    data = make_warc(
        ("https://reader.example/a.png", b"\x89PNG", {"Content-Type": "image/png"}),
        (URL, page, HTML),
        ("https://reader.example/feed", b"<rss/>", {"Content-Type": "application/rss+xml"}),
    )
    assert [part.url for part in split(data) if isinstance(part, Part)] == [URL]
    assert split(make_warc((URL, page, HTML), status="404 Not Found")) == []


def test_plain_archives_and_those_gzipped_as_one_file_are_read_as_well(make_warc: MakeWarc, page: bytes) -> None:
    plain = make_warc((URL, page, HTML), (URL + "2", page, HTML), gzip=False)
    for data in (plain, gzip.compress(plain)):
        assert warc.claims(data, "")
        assert [part.url for part in split(data) if isinstance(part, Part)] == [URL, URL + "2"]


def chunked(body: bytes, size: int = 100) -> bytes:
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def test_chunks_are_joined_and_content_codings_undone(make_warc: MakeWarc, page: bytes) -> None:
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    for coding, body in {
        "gzip": gzip.compress(page[:300]) + gzip.compress(b"") * 2_000 + gzip.compress(page[300:]),
        "deflate": zlib.compress(page),
        "Deflate": raw.compress(page) + raw.flush(),
        "br": brotli.compress(page),
        "gzip, br": brotli.compress(gzip.compress(page)),
        "identity": page,
    }.items():
        headers = {**HTML, "Content-Encoding": coding, "Transfer-Encoding": "chunked"}
        assert only(make_warc((URL, chunked(body), headers))).data == page, coding


def test_a_body_that_was_decoded_before_it_was_archived_stays_as_it_is(make_warc: MakeWarc, page: bytes) -> None:
    headers = {**HTML, "Content-Encoding": "br", "Transfer-Encoding": "chunked"}
    assert only(make_warc((URL, page, headers))).data == page
    assert only(make_warc((URL, page, {**HTML, "Content-Encoding": "gzip"}))).data == page


def test_the_charset_of_the_response_counts_where_the_page_is_not_utf_8(make_warc: MakeWarc) -> None:
    russian = "<html><p>Мост в гавани закроют в воскресенье</p>"
    sent = (URL, russian.encode("cp1251"), {"Content-Type": "text/html; charset=windows-1251"})
    assert only(make_warc(sent)).data.decode("utf-8-sig") == russian
    unknown = (URL, russian.encode("cp1251"), {"Content-Type": "text/html; charset=x-none"})
    assert only(make_warc(unknown)).data == russian.encode("cp1251")


def test_arc_is_read_as_well(page: bytes) -> None:
    response = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    about = b"1 0 OurCrawler\nURL IP-address Archive-date Content-type Archive-length\n\n"
    data = b"filedesc://made.arc 0.0.0.0 20050101000000 text/plain %d\n%s\n" % (len(about), about)
    data += b"%s 127.0.0.1 20050102030405 text/html %d\n%s\n" % (URL.encode(), len(response), response)
    for archive in (data, gzip.compress(data)):
        assert warc.claims(archive, "")
        assert only(archive) == Part(name=URL, data=page, url=URL, retrieved=dt.date(2005, 1, 2), in_passing=True)


def test_an_archive_that_was_cut_off_gives_what_came_before_and_says_so(make_warc: MakeWarc, page: bytes) -> None:
    whole = make_warc((URL, page, HTML), (URL + "2", page * 50, HTML), gzip=False)
    found, reason = until_it_breaks(whole[:-9_000])
    assert [part.url for part in found if isinstance(part, Part)] == [URL, URL + "2"]
    assert reason == f"it is cut off within the record of {URL}2, whose text may lack its end; {warc._AGAIN}"
    found, reason = until_it_breaks(make_warc((URL, page, HTML), (URL + "2", page * 50, HTML))[:-100])
    assert [part.url for part in found if isinstance(part, Part)][:1] == [URL]
    assert reason.startswith("it is cut off within")


def test_a_record_whose_length_is_wrong_does_not_lose_the_next(make_warc: MakeWarc, page: bytes) -> None:
    data = make_warc((URL, page, HTML), (URL + "2", page, HTML), gzip=False)
    length = data.split(b"Content-Length: ")[2].split(b"\r\n")[0]
    wrong = data.replace(b"Content-Length: " + length, b"Content-Length: " + b"%d" % (int(length) - 40), 1)
    assert [part.url for part in split(wrong) if isinstance(part, Part)] == [URL, URL + "2"]


def test_a_response_without_an_address_is_passed_over(make_warc: MakeWarc, page: bytes) -> None:
    data = make_warc((URL, page, HTML), (URL + "2", page, HTML), gzip=False)
    nameless = data.replace(b"WARC-Target-URI: " + URL.encode() + b"\r\n", b"", 1)
    assert [part.url for part in split(nameless) if isinstance(part, Part)] == [URL + "2"]


def test_a_small_record_that_expands_a_thousandfold_is_refused_by_itself(make_warc: MakeWarc, page: bytes) -> None:
    spaces = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    block = b" " * 1_000_000
    bomb = b"".join(spaces.compress(block) for _ in range(51)) + spaces.flush()
    assert len(bomb) < 60_000
    found = split(make_warc((URL, bomb, {**HTML, "Content-Encoding": "gzip"}), (URL + "2", page, HTML), gzip=False))
    act = "save the page alone, or raise ingest.limits.expanded in mkdocs.yml"
    assert found[0] == Refused(part=URL, reason=f"it expands to more than 50,000,000 bytes; {act}")
    assert [part.url for part in found[1:] if isinstance(part, Part)] == [URL + "2"]
    inner = b" " * 11_000_000
    found = split(make_warc((URL, inner, HTML), (URL + "2", page, HTML)))
    assert isinstance(found[0], Refused)
    assert "more than 10,000,000 bytes; save the page alone, or raise ingest.limits.article" in found[0].reason
    assert [part.url for part in found[1:] if isinstance(part, Part)] == [URL + "2"]


def test_brotli_that_expands_is_stopped_at_the_limit(make_warc: MakeWarc) -> None:
    bomb = brotli.compress(b"a" * 3_000_000)
    headers = {**HTML, "Content-Encoding": "br"}
    (found,) = split(make_warc((URL, bomb, headers)), Limits(expanded=1_000_000))
    assert isinstance(found, Refused)
    assert found.reason.startswith("it expands to more than 1,000,000 bytes")


def test_a_record_that_expands_without_end_ends_the_reading(make_warc: MakeWarc, page: bytes) -> None:
    endless = make_warc((URL, page, HTML), (URL + "2", b" " * 5_000_000, {"Content-Type": "image/png"}))
    found, reason = until_it_breaks(endless, Limits(expanded=100_000))
    assert [part.url for part in found if isinstance(part, Part)] == [URL]
    assert re.fullmatch(r"[\d,]{5} bytes of it expand to more than 2,[\d,]{7}; leave that record out of it", reason)


@pytest.mark.parametrize("size", [b"7fffffff", b"ffffffffffffffff", b"-5", b"zz", b"0x10", b""])
def test_a_chunk_that_lies_about_its_size_costs_nothing(make_warc: MakeWarc, page: bytes, size: bytes) -> None:
    body = size + b"\r\n" + page + b"\r\n0\r\n\r\n"
    found = only(make_warc((URL, body, {**HTML, "Transfer-Encoding": "chunked"})))
    assert len(found.data) <= len(body)


def test_a_giant_header_ends_the_reading_with_its_reason(make_warc: MakeWarc, page: bytes) -> None:
    for headers in ({**HTML, "X-Long": "a" * 100_000}, {**HTML, **{f"X-{i}": "a" * 10 for i in range(1_010)}}):
        found, reason = until_it_breaks(make_warc((URL, page, HTML), (URL + "2", page, headers)))
        assert [part.url for part in found if isinstance(part, Part)] == [URL]
        assert reason.startswith(
            "a header of it has more than 65,536 bytes, or a record more than 1,000 of them; leave"
        )


def test_lines_without_end_between_records_end_the_reading(
    make_warc: MakeWarc, page: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warc, "MOST_JUNK", 1_000)
    whole = make_warc((URL, page, HTML), (URL + "2", page, HTML), gzip=False)
    assert len(split(whole + b"\r\n" * 900)) == 2
    found, reason = until_it_breaks(whole + b"\r\n" * 1_100)
    assert len(found) == 2
    assert reason.startswith("1,000 lines of it belong to no record; ")
    many = make_warc(*((f"{URL}{i}", b"x", {"Content-Type": "text/css"}) for i in range(1_000)), gzip=False)
    assert split(many) == []


def test_a_header_of_a_kilobyte_is_not_looked_at(make_warc: MakeWarc, page: bytes) -> None:
    policy = {"Content-Security-Policy": "default-src 'none'; " * 200}
    assert only(make_warc((URL, page, {**HTML, **policy}))).data == page
    assert split(make_warc((URL, page, {"Content-Type": "text/html; a=" + "b" * 2_000}))) == []


def test_what_warcio_says_reaches_no_terminal(
    make_warc: MakeWarc, page: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    data = make_warc((URL, page, HTML), gzip=False)
    only(data.replace(URL.encode(), b"https://reader.example/b \x1b[2J"))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"WARC/1.0\r\n", "it holds no record that can be read"),
        (
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\nHTTP/1.1 200 OK",
            "it holds no",
        ),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 999\r\n\r\nshort", "it is cut off within a record"),
        (gzip.compress(b"WARC/1.0\r\n" * 9, mtime=0)[:20], "its compression is damaged after"),
        (b"\x04\x22\x4d\x18rest", "it is compressed with lz4; decompress it, or use gzip"),
        (b"\x28\xb5\x2f\xfdrest", "it is compressed with zstd; decompress it, or use gzip"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    found, said = until_it_breaks(data)
    assert found == []
    assert said.startswith(reason)


def test_random_damage_never_raises_anything_else(make_warc: MakeWarc, page: bytes) -> None:
    whole = make_warc((URL, chunked(page), {**HTML, "Transfer-Encoding": "chunked"}), gzip=False)
    packed = make_warc((URL, gzip.compress(page), {**HTML, "Content-Encoding": "gzip"}))
    for data in (whole, packed):
        for place in range(0, len(data), 7):
            damaged = bytearray(data)
            damaged[place] ^= 0x5A
            try:
                split(bytes(damaged))
            except UnreadableInput:
                continue
