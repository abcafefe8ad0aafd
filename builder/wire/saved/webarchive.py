"""Safari's web archive: a property list with the page, its address and what it loads."""

from __future__ import annotations

import plistlib
import re
import struct
from collections.abc import Mapping
from dataclasses import replace
from xml.parsers.expat import ExpatError

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.wire.page import html
from builder.wire.printed.addresses import absolute
from builder.wire.reader import Given
from builder.wire.saved import http_body

NAME = "webarchive/1"

_MAIN = b"WebMainResource"
_BINARY = b"bplist0"
_XML = re.compile(rb"\A\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!DOCTYPE\s+plist[^>]{0,300}>\s*)?<plist\b")
_HTML = ("text/html", "application/xhtml+xml")
_AGAIN = 'save the page again, in Safari as "Page Source", or paste its text into a .txt file'
# What plistlib lets through of broken lists, beside its own fault (a ValueError).
_BROKEN = (ValueError, ExpatError, LookupError, TypeError, AttributeError, OverflowError, RecursionError, struct.error)


def claims(data: bytes, name: str) -> bool:  # noqa: ARG001 - its keys tell, whatever it is called
    """Tell whether bytes are a property list with a page in it."""
    return (data.startswith(_BINARY) or bool(_XML.match(data[:2_000]))) and _MAIN in data


def read(given: Given) -> Article:
    """Return the article of the main page; its address is the archive's where the page gives none.

    Raises ``UnreadableInput`` where the list is broken, or its page is none.
    """
    try:
        whole = plistlib.loads(given.data)
    except _BROKEN as fault:
        raise UnreadableInput("its property list is broken or nested too deeply", next_act=_AGAIN) from fault
    main = whole.get(_MAIN.decode()) if isinstance(whole, Mapping) else None
    page = main if isinstance(main, Mapping) else {}
    data, kind = page.get("WebResourceData"), page.get("WebResourceMIMEType")
    if not isinstance(data, bytes) or kind not in _HTML:
        raise UnreadableInput(f"it holds no page but {str(kind)[:60] if kind else 'nothing'}", next_act=_AGAIN)
    charset, url = page.get("WebResourceTextEncodingName"), page.get("WebResourceURL")
    article = html.read(http_body.in_utf8(data, charset if isinstance(charset, str) else None), name=given.name)
    return article if article.url else replace(article, url=absolute(url) if isinstance(url, str) else None)
