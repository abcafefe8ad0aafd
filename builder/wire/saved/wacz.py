"""WACZ: a zip of web archives, as browser-based crawlers pack them (specs.webrecorder.net/wacz/1.1.1)."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from builder.errors import UnreadableInput
from builder.model.limits import Limits
from builder.wire.reader import Part, Refused
from builder.wire.saved import warc

NAME = "wacz/1"

_ZIP = b"PK\x03\x04"
_ARCHIVE = re.compile(r"(?:.{1,200}/)?archive/[^/]{1,200}\.w?arc(?:\.gz)?", re.IGNORECASE)
_INSIDE = re.compile(rb"archive/[^/\x00-\x1f]{1,200}\.w?arc|datapackage\.json|pages/pages\.jsonl", re.IGNORECASE)
# The others are expanded without a bound by the standard library, and the format wants its archives stored.
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED = 0x1
"""Bit of an entry's flags (APPNOTE 4.4.4): it is encrypted."""
LARGEST_DIRECTORY = 1_000_000
"""Bytes. An entry takes about a hundred, and a crawl of a thousand pages has five of them."""
_TAIL = 66_000
"""Bytes in which the end of a zip stands: a comment has 65,535 at most."""
_IN_ZIP64 = 0xFFFFFFFF
"""Stands for a size that the end of a zip64 says."""
_AGAIN = "save or export the archive again"


class _Zip(zipfile.ZipFile):
    """A zip whose entries are read as streams."""

    def stream(self, entry: zipfile.ZipInfo) -> BinaryIO:
        """Return an entry, to be read from its beginning."""
        return self.open(entry)  # type: ignore[return-value]  # typeshed says IO[bytes], which BinaryIO is


def claims(head: bytes, name: str) -> bool:
    """Tell whether an input is a WACZ: a zip that begins with entries that only those have, or is called so."""
    return head.startswith(_ZIP) and (bool(_INSIDE.search(head)) or name.lower().endswith(".wacz"))


def split(stream: BinaryIO, limits: Limits) -> Iterator[Part | Refused]:
    """Yield the pages of every web archive inside, one archive after the other; a broken one stops no other.

    Raises ``UnreadableInput`` where the zip cannot be read or holds no web archive. Archives within archives are not
    looked for.
    """
    try:
        if _directory(stream) > LARGEST_DIRECTORY:
            raise UnreadableInput("its zip has more entries than a crawl has files", next_act=_AGAIN)
        archive = _Zip(stream)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError) as fault:
        raise UnreadableInput("its zip is broken, cut off or piped in", next_act=_AGAIN) from fault
    entries = [entry for entry in archive.infolist() if _ARCHIVE.fullmatch(entry.filename)]
    if not entries:
        raise UnreadableInput("it is a zip without a web archive in it", next_act=_AGAIN)
    for entry in entries:
        reason = _unfit(entry, limits)
        if reason:
            yield Refused(part=entry.filename, reason=f"{reason}; {_AGAIN}")
            continue
        try:
            with archive.stream(entry) as inner:
                yield from warc.split(inner, limits)
        except UnreadableInput as fault:
            yield Refused(part=entry.filename, reason=str(fault))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
            yield Refused(part=entry.filename, reason=f"this entry of the zip is damaged; {_AGAIN}")


def _directory(stream: BinaryIO) -> int:
    """Return the bytes of the zip's table of entries, as its end says: the library reads all of it into memory.

    Every place that could be taken for the end counts (APPNOTE 4.3.14 and 4.3.16), so that none can hide another.
    """
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _TAIL))
    tail = stream.read(_TAIL)
    said = [
        int.from_bytes(tail[found.start() + at : found.start() + at + width], "little")
        for mark, at, width in ((b"PK\x05\x06", 12, 4), (b"PK\x06\x06", 40, 8))
        for found in re.finditer(re.escape(mark), tail)
    ]
    stream.seek(0)
    return max((entry for entry in said if entry != _IN_ZIP64), default=0)


def _unfit(entry: zipfile.ZipInfo, limits: Limits) -> str | None:
    if entry.flag_bits & _LOCKED:
        return "it is locked with a password"
    if entry.compress_type not in _READ:
        return "its compression is not read"
    if entry.file_size > max(limits.expanded, warc.LEAST_RATIO * entry.compress_size):
        return f"it says that it expands to {entry.file_size:,} bytes, from {entry.compress_size:,}"
    return None
