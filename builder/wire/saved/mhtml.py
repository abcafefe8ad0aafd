"""MHTML (RFC 2557): a page that a browser saved as one file, in the form of a mail."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from email.message import Message

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.wire.page import html
from builder.wire.printed.addresses import absolute
from builder.wire.reader import Given
from builder.wire.saved import http_body

NAME = "mhtml/1"

_HEAD = 16_384
"""Bytes in which the header of the whole stands."""
_HEADER = re.compile(rb"\A\s*((?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+)")
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_PAGE = re.compile(rb"^Content-Type:\s*text/html\b", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^(?:Snapshot-Content-Location:|From:\s*\"?<?Saved by )", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(
    rb"^(?:To|Cc|Bcc|Received|Delivered-To|Return-Path|Message-ID):|^From:[^\n]*@", re.IGNORECASE | re.MULTILINE
)
_HTML = ("text/html", "application/xhtml+xml")
MOST_NESTED = 20
"""Parts that hold parts. Browsers write one; the library's time for each line grows with them."""
_NESTED = re.compile(rb"^Content-Type:\s{0,9}multipart/", re.IGNORECASE | re.MULTILINE)
_AGAIN = 'save the page again, as "Web page, complete" or HTML'


def claims(data: bytes, name: str) -> bool:  # noqa: ARG001 - its header tells, whatever it is called
    """Tell whether bytes are a saved page in MIME: by what a browser writes there, and no mail system does."""
    begin = _HEADER.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf"))
    if begin is None:
        return False
    header = begin[1]
    if _SAVED.search(header):
        return bool(_RELATED.search(header) or _PAGE.search(header))
    return bool(_RELATED.search(header)) and not _SENT.search(header)


def read(given: Given) -> Article:
    """Return the article of the page inside; its address is that of the snapshot where the page gives none.

    Raises ``UnreadableInput`` where there is no page in it, or no article in the page.
    """
    if len(_NESTED.findall(given.data)) > MOST_NESTED:
        raise _broken()
    try:
        whole = email.message_from_bytes(given.data, policy=email.policy.compat32)
        page = _root(whole)
    except (RecursionError, ValueError, LookupError) as fault:
        raise _broken() from fault
    body = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(body, bytes):
        raise UnreadableInput("there is no page in it", next_act=_AGAIN)
    data = http_body.in_utf8(body, page.get_content_charset())
    article = html.read(data, name=given.name)
    url = _address(whole["Snapshot-Content-Location"]) or _address(page["Content-Location"])
    return article if article.url else replace(article, url=url)


def _broken() -> UnreadableInput:
    return UnreadableInput("its parts are nested too deeply or broken", next_act=_AGAIN)


def _root(whole: Message) -> Message | None:
    """Return the part that is the page: the one that ``start`` names, else the first in HTML (RFC 2387, 3.2)."""
    pages = [part for part in whole.walk() if part.get_content_type() in _HTML and not part.is_multipart()]
    start = str(whole.get_param("start") or "")
    return next((part for part in pages if start and part["Content-ID"] == start), next(iter(pages), None))


def _address(said: object) -> str | None:
    return absolute("".join(str(said or "").split()))
