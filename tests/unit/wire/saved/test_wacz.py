"""WACZ: the web archives in a zip are streamed; zips that lie are refused."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from io import BytesIO, RawIOBase

import pytest

from builder.errors import UnreadableInput
from builder.model.limits import Limits
from builder.wire.reader import HEAD, Part, Refused
from builder.wire.saved import wacz

MakeWarc = Callable[..., bytes]
HTML = {"Content-Type": "text/html"}
URL = "https://reader.example/bridge"


def zipped(*entries: tuple[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return file.getvalue()


def split(data: bytes, limits: Limits | None = None) -> list[Part | Refused]:
    return list(wacz.split(BytesIO(data), limits or Limits()))


def test_the_pages_of_every_archive_inside_come_out(make_warc: MakeWarc, page: bytes) -> None:
    data = zipped(
        ("datapackage.json", b"{}"),
        ("archive/data-0.warc.gz", make_warc((URL, page, HTML))),
        ("pages/pages.jsonl", b"{}"),
        ("archive/data-1.warc", make_warc((URL + "2", page, HTML), gzip=False)),
    )
    assert wacz.claims(data[:HEAD], "")
    assert [(part.url, part.data) for part in split(data) if isinstance(part, Part)] == [(URL, page), (URL + "2", page)]


def test_an_office_file_is_no_wacz() -> None:
    assert not wacz.claims(zipped(("word/document.xml", b"<w/>")), "report.docx")
    assert wacz.claims(zipped(("zzz", b"")), "crawl.wacz")


def test_a_broken_archive_inside_stops_no_other(make_warc: MakeWarc, page: bytes) -> None:
    data = zipped(
        ("archive/a.warc.gz", gzip.compress(b"no record at all")),
        ("archive/b.warc.gz", make_warc((URL, page, HTML))),
    )
    refused, part = split(data)
    assert isinstance(refused, Refused)
    assert refused.part == "archive/a.warc.gz"
    assert refused.reason.startswith("it holds no record that can be read; ")
    assert isinstance(part, Part)


def test_a_damaged_entry_is_refused_by_its_name(make_warc: MakeWarc, page: bytes) -> None:
    warc = make_warc((URL, page, HTML), gzip=False)
    data = zipped(("archive/a.warc", warc), ("archive/b.warc", warc))
    place = data.index(b"harbour")
    found = split(data[:place] + b"HARBOUR" + data[place + 7 :])
    assert found[0] == Refused(part="archive/a.warc", reason=f"this entry of the zip is damaged; {wacz._AGAIN}")
    assert [part.url for part in found[1:] if isinstance(part, Part)] == [URL]


def test_a_zip_bomb_is_refused_by_what_its_entry_says_of_itself() -> None:
    data = zipped(("archive/bomb.warc", b"\x00" * 3_000_000), compression=zipfile.ZIP_DEFLATED)
    (found,) = split(data, Limits(expanded=1_000_000))
    assert isinstance(found, Refused)
    assert found.reason.startswith("it says that it expands to 3,000,000 bytes, from ")


def test_a_zip_bomb_that_says_less_of_itself_gives_no_more_than_it_says(make_warc: MakeWarc, page: bytes) -> None:
    data = zipped(("archive/a.warc", make_warc((URL, page, HTML), gzip=False) * 50), compression=zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        size = archive.infolist()[0].file_size
    lying = data.replace(size.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    assert all(isinstance(found, (Part, Refused)) for found in split(lying))


def test_what_the_standard_library_expands_without_a_bound_is_not_read(make_warc: MakeWarc, page: bytes) -> None:
    for compression in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        (found,) = split(zipped(("archive/a.warc", make_warc((URL, page, HTML))), compression=compression))
        assert isinstance(found, Refused)
        assert found.reason.startswith("its compression is not read; ")


def test_a_locked_entry_says_so(make_warc: MakeWarc, page: bytes) -> None:
    data = bytearray(zipped(("archive/a.warc", make_warc((URL, page, HTML)))))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (found,) = split(bytes(data))
    assert isinstance(found, Refused)
    assert found.reason.startswith("it is locked with a password; ")


def test_a_zip_of_a_million_entries_is_refused_before_its_table_is_read() -> None:
    data = bytearray(zipped(("archive/a.warc", b"x")))
    place = data.rindex(b"PK\x05\x06") + 12
    data[place : place + 4] = (60_000_000).to_bytes(4, "little")
    with pytest.raises(UnreadableInput, match="its zip has more entries than a crawl has files; save or export"):
        split(bytes(data))


class Pipe(RawIOBase):
    """What cannot be read from its end, as a zip must be."""

    def readable(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "reason"),
    [
        (BytesIO(zipped(("archive/a.warc", b"x" * 500))[:300]), "its zip is broken, cut off or piped in"),
        (BytesIO(b"PK\x03\x04" + b"\xff" * 500), "its zip is broken, cut off or piped in"),
        (Pipe(), "its zip is broken, cut off or piped in"),
        (BytesIO(zipped(("a.wacz", zipped(("archive/a.warc", b""))))), "it is a zip without a web archive in it"),
        (BytesIO(zipped(("archive/../../../etc/x.warc", b""))), "it is a zip without a web archive in it"),
    ],
)
def test_what_cannot_be_read_says_why(stream: BytesIO, reason: str) -> None:
    with pytest.raises(UnreadableInput) as fault:
        list(wacz.split(stream, Limits()))
    assert str(fault.value).startswith(f"{reason}; ")
