"""Mailboxes (mbox): mail after mail in one file of any size, each behind a line that begins "From "."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from builder.model.limits import Limits
from builder.wire.reader import Part, Refused

NAME = "mbox/1"

LONGEST_LINE = 65_536
"""Bytes that are read at once; a longer line comes in several pieces."""

# RFC 4155: the sender, then a time as the C library writes it, a zone or a host perhaps behind it.
_BETWEEN = re.compile(
    rb"From (?:\S.{0,250}? )?(?P<sent>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d(?::\d\d)?"
    rb"(?: [A-Z+-][A-Z\d]{2,4})? \d{4})\b.{0,120}\r?\n?",
)
_HEADER = re.compile(rb"[!-9;-~]{1,76}[ \t]?:|>From ")
_ESCAPED = re.compile(rb">+From ")


def claims(head: bytes, name: str) -> bool:  # noqa: ARG001 - told by the content alone
    """Tell whether an input is a mailbox: by its first two lines."""
    first, _, rest = head.lstrip(b"\r\n").partition(b"\n")
    return bool(_BETWEEN.fullmatch(first.rstrip(b"\r"))) and bool(_HEADER.match(rest))


def split(stream: BinaryIO, limits: Limits) -> Iterator[Part | Refused]:
    """Yield the mails of a mailbox, one in memory at a time; one larger than an article may be is refused by number."""
    number = size = 0
    sent: dt.date | None = None
    lines: list[bytes] = []
    blank = begins = True
    while piece := stream.readline(LONGEST_LINE):
        found = _BETWEEN.fullmatch(piece) if blank and begins else None
        if found:
            if number:
                yield _part(number, lines, size, sent, limits)
            number, size, lines, sent = number + 1, 0, [], _day(found["sent"])
        elif number:
            size += len(piece)
            if size <= limits.article:
                lines.append(piece[1:] if begins and _ESCAPED.match(piece) else piece)
            else:
                lines.clear()
        blank = begins and not piece.strip(b"\r\n")
        begins = piece.endswith(b"\n")
    if number:
        yield _part(number, lines, size, sent, limits)


def _part(number: int, lines: list[bytes], size: int, sent: dt.date | None, limits: Limits) -> Part | Refused:
    name = f"message {number}.eml"
    if size > limits.article:
        return Refused(
            part=name,
            reason=f"{size:,} bytes are more than the {limits.article:,} that are read; save it without attachments",
        )
    return Part(name=name, data=b"".join(lines), retrieved=sent)


def _day(sent: bytes) -> dt.date | None:
    try:
        return parsedate_to_datetime(sent.decode("ascii")).date()
    except (ValueError, TypeError, IndexError):
        return None
