"""Web archives: WARC and ARC, gzipped or not, whole or cut off; a part for every page that was fetched."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO

from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.limitreader import LimitReader
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from builder.errors import UnreadableInput
from builder.model.limits import Limits
from builder.wire.quiet import quietly
from builder.wire.reader import Part, Refused
from builder.wire.saved import http_body

NAME = "warc/1"

_GZIP = b"\x1f\x8b"
_BLOCK = 65_536
LONGEST_LINE = 65_536
"""Bytes. Longer lines are no headers: servers refuse requests beyond 8,192, and responses are kin to them."""
LARGEST_HEAD = 1_048_576
"""Bytes of one record's headers and of those of the response in it."""
MOST_EXPANDED = 20
"""Times the bytes that one article may expand to: so much is passed over, however little of the archive it takes."""
LEAST_RATIO = 100
"""Bytes for one, beyond which an archive that goes on that long was made to. Text is at 3 to 20."""
MOST_HEADERS = 1_000
"""Lines of one record's headers and of those of the response in it. Servers bear about a hundred."""
MOST_JUNK = 1_000_000
"""Lines between records that belong to none: what is left of records whose length was wrong."""
BLANK = 2
"""Lines that end a record (ISO 28500, 4)."""

_WARC = re.compile(rb"WARC/\d")
_ARC = re.compile(rb"(?:filedesc|https?)://[^\r\n]{1,4000} \d{8,14} \S{1,200} \d{1,18}\s*(?:\Z|[\r\n])")
_OTHER = {b"\x04\x22\x4d\x18": "lz4", b"\x28\xb5\x2f\xfd": "zstd"}
_HTML = ("text/html", "application/xhtml+xml")
KEPT = "application/x-briefings-input"
"""Of records that ``ingest --keep`` writes: an editor chose them, and what they are their content says."""
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


def claims(head: bytes, name: str) -> bool:
    """Tell whether an input is a web archive, by its first record."""
    if head[:4] in _OTHER:
        return ".warc" in name.lower() or ".arc" in name.lower()
    return _is_record(_unzipped(head).lstrip())


def _unzipped(head: bytes) -> bytes:
    if not head.startswith(_GZIP):
        return head
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, _BLOCK)
    except zlib.error:
        return b""


def _is_record(line: bytes) -> bool:
    return bool(_WARC.match(line) or _ARC.match(line))


def split(stream: BinaryIO, limits: Limits) -> Iterator[Part | Refused]:
    """Yield the pages that were fetched with success; records of other kinds are passed over.

    Raises ``UnreadableInput`` where the archive breaks off or has no record.
    """
    lines = _Lines(_Source(stream, limits))
    where = "its beginning"
    found = False
    for record in _records(lines):
        found = found or bool(record.rec_headers.headers)
        page = _page(record, limits)
        if page is not None:
            yield page
        where = f"the record of {_url(record)[:200]}" if _url(record) else "a record"
        _pass_over(record, where)
    if lines.source.broken:
        raise UnreadableInput(f"its compression is damaged after {where}, and what follows is lost", next_act=_AGAIN)
    if not found:
        raise UnreadableInput("it holds no record that can be read", next_act=_AGAIN)


_WITHOUT = "leave that record out of it"
_AGAIN = "fetch or copy the archive again for the rest"


def _records(lines: _Lines) -> Iterator[ArcWarcRecord]:
    """Yield the records. What is no record, after one whose length was wrong, is passed over up to the next."""
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    while line := lines.next_record():
        try:
            with quietly():
                record = loader.parse_record_stream(lines, line)
        # AttributeError: what warcio raises for a response without an address.
        except (ArchiveLoadFailed, StatusAndHeadersParserException, AttributeError, EOFError):
            continue
        yield record


def _pass_over(record: ArcWarcRecord, where: str) -> None:
    while record.raw_stream.read(_BLOCK):
        pass
    if isinstance(record.raw_stream, LimitReader) and record.raw_stream.limit > 0:
        raise UnreadableInput(f"it is cut off within {where}, whose text may lack its end", next_act=_AGAIN)


def _page(record: ArcWarcRecord, limits: Limits) -> Part | Refused | None:
    """Return the page of a record; nothing where the record is something else."""
    headers = record.http_headers
    if record.rec_type == "response" and headers is not None:
        if headers.get_statuscode() != "200":
            return None
    elif record.rec_type == "resource":
        headers = record.rec_headers
    else:
        return None
    # Longer ones are not looked at: what they mean nobody needs a thousand characters to say.
    kind, coding, transfer = (
        value if len(value := headers.get_header(name, "")) <= limits.header else ""
        for name in ("Content-Type", "Content-Encoding", "Transfer-Encoding")
    )
    if kind.partition(";")[0].strip().lower() not in (*_HTML, KEPT):
        return None
    url = _url(record)
    name = url or "a page without an address"
    data = record.raw_stream.read(limits.article + 1)
    if len(data) > limits.article:
        return _refused(name, f"it has more than {limits.article:,} bytes", "article")
    try:
        body = http_body.joined(data) if "chunked" in transfer.lower() else data
        body = http_body.expanded(body, coding, limits.expanded)
    except http_body.TooLarge:
        return _refused(name, f"it expands to more than {limits.expanded:,} bytes", "expanded")
    return Part(
        name=name,
        data=http_body.in_utf8(body, _charset(kind)),
        url=url if url.startswith(("http://", "https://")) else None,
        retrieved=_day(record),
        in_passing=kind != KEPT,
    )


def _refused(part: str, what: str, limit: str) -> Refused:
    words = f"{what}; save the page alone, or raise ingest.limits.{limit} in mkdocs.yml"
    return Refused(part=part[:200], reason=words)


def _url(record: ArcWarcRecord) -> str:
    return (record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("uri") or "")[:2000]


def _charset(kind: str) -> str | None:
    header = Message()
    header["Content-Type"] = kind
    return header.get_content_charset()


def _day(record: ArcWarcRecord) -> dt.date | None:
    said = record.rec_headers.get_header("WARC-Date") or record.rec_headers.get_header("archive-date") or ""
    found = _DAY.match(said)
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


class _Taken(io.RawIOBase):
    """The input as it comes, and how much of it was taken."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed's Buffer is newer
        data = self._stream.read(len(into))
        into[: len(data)] = data
        self.size += len(data)
        return len(data)


class _Source:
    """The archive's bytes, gunzipped where need be: one stream, however many members it was compressed in."""

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        self._taken = _Taken(stream)
        raw = io.BufferedReader(self._taken)
        begin = raw.peek(4)[:4]
        if begin in _OTHER:
            raise UnreadableInput(f"it is compressed with {_OTHER[begin]}", next_act="decompress it, or use gzip")
        self._stream = gzip.GzipFile(fileobj=raw, mode="rb") if begin.startswith(_GZIP) else raw
        self._most = MOST_EXPANDED * limits.expanded
        self._made = 0
        self.broken = False
        """Whether the compression ended in the middle, or in something else."""

    def read(self, size: int = _BLOCK) -> bytes:
        """Return some bytes; none at the end. Raises ``UnreadableInput`` where a record expands without end."""
        try:
            data = self._stream.read1(size)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            self.broken = True
            return b""
        self._made += len(data)
        if self._made > self._most and self._made > LEAST_RATIO * self._taken.size:
            raise UnreadableInput(
                f"{self._taken.size:,} bytes of it expand to more than {self._made:,}", next_act=_WITHOUT
            )
        return data


class _Lines(BufferedReader):  # type: ignore[misc]  # warcio has no types
    """What warcio reads from, with bounds for lines and headers that it does not have itself."""

    def __init__(self, source: _Source) -> None:
        super().__init__(source, block_size=_BLOCK)
        self.source = source
        self._head = self._headers = self._junk = 0

    def next_record(self) -> bytes:
        """Return the line that begins the next record; empty at the end."""
        self._head = self._headers = 0
        self._junk -= BLANK
        whole = True
        while line := bytes(super().readline(LONGEST_LINE)):
            if whole and _is_record(line):
                self._junk = max(self._junk, 0)
                return line
            whole = line.endswith(b"\n")
            self._junk += 1
            if self._junk > MOST_JUNK:
                raise UnreadableInput(f"{MOST_JUNK:,} lines of it belong to no record", next_act=_AGAIN)
        return b""

    def readline(self, length: int | None = None) -> bytes:
        """Return a line of a header."""
        line = bytes(super().readline(min(length or LONGEST_LINE, LONGEST_LINE)))
        self._head += len(line)
        self._headers += 1
        if self._head > LARGEST_HEAD or self._headers > MOST_HEADERS or len(line) == LONGEST_LINE:
            raise UnreadableInput(
                f"a header of it has more than {LONGEST_LINE:,} bytes, or a record more than {MOST_HEADERS:,} of them",
                next_act=_WITHOUT,
            )
        return line
