"""A mail taken apart: its headers decoded, its text in both forms, what it forwards."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from email.policy import default
from email.utils import parsedate_to_datetime

from builder.errors import UnreadableInput
from builder.model.limits import Limits
from builder.wire.fields import on_one_line
from builder.wire.mails import sender
from builder.wire.mails import text as mail_text
from builder.wire.page import markup as page_markup

RICHER = 0.8
"""Of the plain text's letters: HTML that says less is a footer, or says that the mail has none."""
MOST_COMPARED = 20_000_000
"""Lines times boundaries. The library compares every line with every boundary that is open: 0.3 µs each."""

_BOUNDARY = re.compile(rb"boundary[*\d\s]{0,20}=\s{0,20}(\"[^\"\r\n]{1,200}|[^\s;\"]{0,200})", re.IGNORECASE)
_CONTENT = re.compile(
    rb"^(content-[\w-]{1,60})[ \t]{0,20}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*", re.IGNORECASE | re.MULTILINE
)
# What the library trips over in headers that no mail program should have written; each costs that header only.
_TRIPPED = (MessageError, ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
_LISTED = ("list-id", "list-unsubscribe", "list-post", "x-campaign", "x-mailgun-tag", "feedback-id")
_SAVE = "open it in a mail program, select the text and paste it into a .txt file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail says, as its sender wrote it."""

    subject: str = ""
    """On one line, with "Re:" and the tags of lists."""
    name: str = ""
    """The sender's, as given."""
    address: str = ""
    sent: dt.datetime | None = None
    """Naive where the header names no zone."""
    markup: str = ""
    """The body as HTML; empty where there is none, or where it says less than the plain text."""
    text: str = ""
    """The body as plain text; empty where there is none."""
    bulk: bool = False
    """Sent to a list."""
    attached: tuple[str, ...] = ()
    """Names of the files that came with it."""
    broken: bool = False
    """Parts are announced that cannot be told apart, for the line between them does not occur."""
    forwarded: Letter | None = None
    """A mail attached to this one, the first of several."""


def letter(data: bytes, limits: Limits) -> Letter:
    """Return what a mail says; raises ``UnreadableInput`` for one beyond the limits.

    A mail without text is a letter as well: its body is empty.
    """
    _bound(data, limits)
    try:
        message = message_from_bytes(data, policy=default)
        _bound_parts(message, limits)
        return _opened(message, limits)
    except RecursionError as fault:
        raise _too_deep(limits) from fault
    except _TRIPPED as fault:
        raise UnreadableInput("the mail is damaged beyond reading", next_act=_SAVE) from fault


def _bound(data: bytes, limits: Limits) -> None:
    """Refuse, before a parser spends time on it, what would make it compare too much or parse too long a header."""
    named = [found[1].strip(b'"') for found in _BOUNDARY.finditer(data)]
    if len(named) > limits.parts:
        raise _too_many(limits)
    if len(named) * data.count(b"\n") > MOST_COMPARED:
        raise UnreadableInput("the mail has too many lines for its parts", next_act=_SAVE)
    # Each line between parts begins one or ends the last.
    between = sum(len(re.findall(rb"^--" + re.escape(name), data, re.MULTILINE)) for name in {*named} - {b""})
    if between > 2 * limits.parts:
        raise _too_many(limits)
    for found in _CONTENT.finditer(data):
        _bound_header(found[1].decode("ascii"), found.end() - found.start(), limits)


def _bound_header(name: str, size: int, limits: Limits) -> None:
    if size > limits.header:
        raise UnreadableInput(
            f"its header {name.title()} has {size:,} characters, more than the {limits.header:,} that are read",
            next_act=_SAVE,
        )


def _bound_parts(message: Message, limits: Limits) -> None:
    waiting = [(message, 1)]
    parts = 0
    while waiting:
        part, depth = waiting.pop()
        parts += 1
        if depth > limits.nesting:
            raise _too_deep(limits)
        if parts > limits.parts:
            raise _too_many(limits)
        waiting.extend((child, depth + 1) for child in _children(part))


def _too_many(limits: Limits) -> UnreadableInput:
    return UnreadableInput(f"the mail has more than {limits.parts} parts", next_act=_SAVE)


def _too_deep(limits: Limits) -> UnreadableInput:
    return UnreadableInput(f"the parts of the mail nest more than {limits.nesting} deep", next_act=_SAVE)


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _opened(message: Message, limits: Limits) -> Letter:
    name, address = sender.parted(_header(message, "from", limits))
    pages: list[str] = []
    texts: list[str] = []
    attached: list[str] = []
    letters: list[Message] = []
    broken = False
    for part in _leaves(message):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            letters.extend(_children(part))
        elif kind.startswith("multipart/"):
            broken = True
        elif part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            attached.append(on_one_line(part.get_filename() or kind))
        elif kind == "text/html":
            pages.append(_decoded(part))
        else:
            texts.append(_decoded(part))
    markup, text = _preferred("\n".join(pages), "\n\n".join(texts))
    return Letter(
        subject=on_one_line(_header(message, "subject", limits)),
        name=on_one_line(name),
        address=on_one_line(address),
        sent=_date(message, limits),
        markup=markup,
        text=text,
        bulk=any(header in message for header in _LISTED),
        attached=tuple(attached),
        broken=broken,
        forwarded=_opened(letters[0], limits) if letters else None,
    )


def _preferred(markup: str, text: str) -> tuple[str, str]:
    """Return both forms of a body, the HTML only where it can be read and says as much as the plain text."""
    try:
        shown = mail_text.shown(markup)
    except UnreadableInput:
        if not text.strip():
            raise
        return "", text
    return (markup if _letters(shown) >= RICHER * _letters(text) else ""), text


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something, in order; an attached mail is one of them."""
    children = _children(message) if message.get_content_maintype() == "multipart" else []
    if not children:
        yield message
    for child in children:
        yield from _leaves(child)


def _header(message: Message, name: str, limits: Limits) -> str:
    """Return a header decoded; as it was sent where its encoding is broken."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    _bound_header(name, len(raw), limits)
    try:
        value = message[name]
    except (*_TRIPPED, RecursionError):
        value = None
    return str(value) if value is not None else _unescaped(raw)


def _unescaped(raw: str) -> str:
    """Return a header as text: its bytes beyond ASCII came as halves of surrogate pairs."""
    return page_markup.decode(raw.encode("utf-8", "surrogateescape"))


def _date(message: Message, limits: Limits) -> dt.datetime | None:
    raw = _header(message, "date", limits)
    try:
        return parsedate_to_datetime(raw) if raw else None
    except _TRIPPED:
        return None


def _decoded(part: Message) -> str:
    """Return a part's text: as declared where that is what it is, else as it looks."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    try:
        declared = part.get_content_charset()
    except _TRIPPED:
        declared = None
    codec = page_markup.codec_of(declared) if declared and declared != "us-ascii" else None
    if codec is not None:
        try:
            return payload.decode(codec)
        except ValueError:
            pass
    return page_markup.decode(payload)


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)
