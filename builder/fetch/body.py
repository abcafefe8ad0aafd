"""The content of an answer, unpacked as it comes and never beyond the limits."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

import httpx

from builder.errors import Unfetchable
from builder.fetch.budget import Budget
from builder.model.limits import Limits

ENCODINGS = "gzip, deflate"
"""What we ask for. Brotli and Zstandard would save little on text and need libraries of their own."""
_DIGITS = 20
"""Of a Content-Length that is worth reading as a number: h11 takes no more."""
_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MARK = b"\x1f"
# "deflate" means zlib's format (RFC 9110, section 8.4.1.2), and some servers send what the word says instead.
_ZLIB, _BARE = zlib.MAX_WBITS, -zlib.MAX_WBITS
_ZLIB_METHOD = 8


def unpacked(
    chunks: Iterable[bytes], headers: httpx.Headers, *, url: str, limits: Limits, budget: Budget
) -> Iterator[bytes]:
    """Yield the content as it comes, decompressed; raises ``Unfetchable`` at the first byte too many."""
    length = headers.get("Content-Length", "")
    if length.isascii() and length.isdigit() and (len(length) > _DIGITS or int(length) > limits.article):
        raise budget.large()
    encoding = headers.get("Content-Encoding", "").strip().lower()
    plain = encoding in {"", "identity"}
    if not plain and encoding not in {"gzip", "x-gzip", "deflate"}:
        raise Unfetchable(
            url, "it is packed in a way that was not asked for", next_act="open it in a browser and save the page"
        )
    unpacker = None if plain else _Unpacker(gzip=encoding != "deflate")
    came = out = 0
    for chunk in chunks:
        came += len(chunk)
        if came > limits.article:
            raise budget.large()
        try:
            pieces = (chunk,) if unpacker is None else unpacker.feed(chunk)
            for piece in pieces:
                out += len(piece)
                if out > limits.expanded:
                    raise budget.expanded()
                yield piece
        except zlib.error as fault:
            raise _damaged(url) from fault
    if unpacker is not None and came and not unpacker.complete:
        raise _damaged(url)


class _Unpacker:
    """Decompresses in steps, so that a bomb shows while it is small."""

    _STEP = 65_536
    """Bytes that come out at a time."""

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._stream = zlib.decompressobj(_GZIP) if gzip else None

    @property
    def complete(self) -> bool:
        return self._stream is not None and self._stream.eof

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        if self._stream is None and chunk:
            self._stream = zlib.decompressobj(_ZLIB if chunk[0] & 0x0F == _ZLIB_METHOD else _BARE)
        while chunk and self._stream is not None:
            if self._stream.eof:
                # A second member may follow the first (RFC 1952, section 2.2); anything else behind it is padding.
                if not (self._gzip and chunk.startswith(_GZIP_MARK)):
                    return
                self._stream = zlib.decompressobj(_GZIP)
            yield self._stream.decompress(chunk, self._STEP)
            chunk = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail


def _damaged(url: str) -> Unfetchable:
    return Unfetchable(
        url, "what came is damaged or cut short", next_act="try again later, or open it in a browser and save the page"
    )
