"""The body of an HTTP response as it was sent: chunks joined, content codings undone, never beyond a bound."""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

import brotli
from warcio.bufferedreaders import ChunkedDataReader

_MOST_CODINGS = 3
"""One over another. RFC 9110, 8.4, sets no number; servers use one."""
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_RAW_DEFLATE = -zlib.MAX_WBITS
_BLOCK = 16_384


class TooLarge(Exception):
    """What a body expands to is more than its bound."""


def joined(data: bytes) -> bytes:
    """Return a chunked body without the sizes of its chunks (RFC 9112, 7.1); one that is not chunked as it is."""
    return bytes(ChunkedDataReader(BytesIO(data)).read())


def expanded(data: bytes, codings: str, limit: int) -> bytes:
    """Return a body with its content codings undone, in the order in which ``Content-Encoding`` names them.

    Archives often keep bodies already decoded below a header that says otherwise: what is not in a coding stays as it
    is. Of a body that was cut off, what there is. Raises ``TooLarge`` beyond ``limit`` bytes.
    """
    names = [name.strip() for name in codings.lower().split(",") if name.strip()]
    for name in reversed(names[-_MOST_CODINGS:]):
        for attempt in _CODINGS.get(name, ()):
            found = _undone(attempt, data, limit)
            if found:
                data = found
                break
    return data


def _undone(coding: Callable[[bytes, int], Iterator[bytes]], data: bytes, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        for part in coding(data, limit + 1):
            size += len(part)
            if size > limit:
                raise TooLarge
            parts.append(part)
    except (zlib.error, brotli.error):
        pass
    return b"".join(parts)


def _inflated(data: bytes, most: int, *, window: int = _GZIP_OR_ZLIB) -> Iterator[bytes]:
    """Yield what a zlib stream expands to; a gzip file may have several members.

    In blocks, for the library copies what it leaves over, and an empty member takes twenty bytes.
    """
    stream = zlib.decompressobj(window)
    for begin in range(0, len(data), _BLOCK):
        rest = data[begin : begin + _BLOCK]
        while rest:
            if stream.eof:
                stream = zlib.decompressobj(window)
            yield stream.decompress(rest, min(most, _BLOCK))
            rest = stream.unused_data if stream.eof else stream.unconsumed_tail
    yield stream.flush()


def _inflated_raw(data: bytes, most: int) -> Iterator[bytes]:
    return _inflated(data, most, window=_RAW_DEFLATE)


def _brotli(data: bytes, most: int) -> Iterator[bytes]:
    stream = brotli.Decompressor()
    part = stream.process(data, output_buffer_limit=min(most, _BLOCK))
    while part:
        yield part
        part = b"" if stream.is_finished() else stream.process(b"", output_buffer_limit=min(most, _BLOCK))


_CODINGS = {
    "gzip": (_inflated,),
    "x-gzip": (_inflated,),
    # RFC 9110, 8.4.1.2: some send deflate without the zlib frame around it.
    "deflate": (_inflated, _inflated_raw),
    "br": (_brotli,),
}


def in_utf8(data: bytes, charset: str | None) -> bytes:
    """Return text in UTF-8 with a byte order mark, where its envelope names another charset and it is not UTF-8.

    What comes without a name, under one that nobody knows, or is UTF-8 already, stays as it is.
    """
    if not charset:
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        pass
    else:
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(charset.strip("\"' "), "replace").encode("utf-8", "replace")
    except (LookupError, ValueError):
        return data
