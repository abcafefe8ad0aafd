"""Media types: those that some reader may understand, and what an answer says of its own."""

from __future__ import annotations

import re

ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json,"
    " application/xml;q=0.9, text/*;q=0.8, application/json;q=0.8, application/pdf;q=0.7, */*;q=0.1"
)
_TEXTS = frozenset({"html", "plain", "xml", "markdown", "x-markdown", "x-opml", "opml", "x-web-markdown"})
_APPLICATIONS = frozenset(
    {
        "gzip",
        "json",
        "mbox",
        # What servers call a file whose ending they do not know (.eml, .mhtml, .warc); the content decides.
        "octet-stream",
        "pdf",
        "warc",
        "wacz",
        "x-gzip",
        "x-mimearchive",
        "x-pdf",
        "x-webarchive",
        "xml",
    }
)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE | re.ASCII)
_MAILS = frozenset({"message/rfc822", "multipart/related"})


def readable(media_type: str) -> bool:
    """Tell whether some reader may understand a type, given as ``text/html``. Pictures, sound and styles are not."""
    kind, _, name = media_type.partition("/")
    if kind == "text":
        return name in _TEXTS
    if kind == "application":
        return name in _APPLICATIONS or name.endswith(("+xml", "+json"))
    return media_type in _MAILS


def said(content_type: str | None) -> tuple[str | None, str | None]:
    """Return type and charset of a Content-Type header, in lower case; ``None`` for what it does not say."""
    if not content_type:
        return None, None
    kind = content_type.partition(";")[0].strip().lower()
    if "/" not in kind:
        return None, None
    charset = _CHARSET.search(content_type)
    return kind, charset[1].lower() if charset else None
