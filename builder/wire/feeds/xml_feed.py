"""Feeds in XML: RSS 0.9 to 2.0, RDF, Atom and CDF, well formed or not."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import feedparser

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.wire.feeds import bounds
from builder.wire.feeds.entry import Channel, Entry, article
from builder.wire.fields import Moment, moment, paragraphs
from builder.wire.reader import Given, Refused

NAME = "feed/1"

HEAD = 16_384
"""Bytes in which the first element stands. Feedparser's search for entities takes the square of what is before it."""

_BEFORE = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?!\s+html\b)[^\[>]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|rdf|channel)(?=[\s>/])", re.IGNORECASE)
_NAMES = (".rss", ".atom", ".rdf", ".xml")
# What feedparser and the parsers under it trip over in tag soup. They are third parties' faults, found by feeding
# them feeds with bytes changed at random; each means that nobody can read the feed.
_TRIPPED = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
# References to what is no character; feedparser stumbles over them.
_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,40})|([0-9]{1,40}));")
_SURROGATES = range(0xD800, 0xE000)
"""Halves of a pair, and no characters (Unicode, 3.8)."""
_SAVE = "open the feed in a browser and save the article you want"


def claims(data: bytes, name: str) -> bool:
    """Tell whether bytes are a feed in XML: by their first element, whatever stands before it that is no text.

    What a server printed before it is borne only in a file that is called a feed.
    """
    # Whatever the encoding, the names of elements are ASCII: without its zeros and marks, UTF-16 is as well.
    head = data[:HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xfe\xff").decode("latin-1")
    at = 0
    while found := _BEFORE.match(head, at):
        at = found.end()
    if _ROOT.match(head, at):
        return True
    return not head[at:].startswith("<") and name.lower().endswith(_NAMES) and bool(_ROOT.search(head, at))


def read(given: Given) -> Iterator[Article | Refused]:
    """Yield an article for each entry, in the feed's order.

    Raises ``UnreadableInput`` for a feed without entries, one that nobody can read, and one beyond the limits.
    Entities beyond plain characters are not expanded, and nothing outside is asked for (feedparser drops the document
    type; it is given bytes as a stream, for it would fetch or open what looks like an address or a file's name).
    """
    data = _REFERENCE.sub(_character, given.data.lstrip(b" \t\r\n\f\x0b"))
    bounds.check(data, given.limits)
    try:
        found = feedparser.parse(
            io.BytesIO(data),
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except _TRIPPED as fault:
        raise UnreadableInput("the feed is damaged beyond reading", next_act=_SAVE) from fault
    entries: Sequence[Mapping[str, Any]] = found["entries"]
    if not entries:
        raise UnreadableInput("the feed holds no entries", next_act=_SAVE)
    if len(entries) > given.limits.entries:
        raise bounds.too_many(len(entries), given.limits)
    is_atom = str(found.get("version") or "").startswith("atom")
    channel = _channel(found["feed"], base=given.url or "", is_atom=is_atom)
    for number, entry in enumerate(entries, start=1):
        yield article(_entry(entry, channel, is_atom=is_atom), channel, number=number)


def _character(found: re.Match[bytes]) -> bytes:
    code = int(found[1], 16) if found[1] else int(found[2])
    return found[0] if 0 < code <= sys.maxunicode and code not in _SURROGATES else b"&#xFFFD;"


def _channel(feed: Mapping[str, Any], *, base: str, is_atom: bool) -> Channel:
    return Channel(
        title=_text(feed, "title"),
        link=_text(feed, "link"),
        base=base,
        language=_text(feed, "language") or _said(feed, "title_detail", "language") or None,
        # The author of an Atom feed is the author of its entries (RFC 4287, 4.1.2); the editor of an RSS feed is not.
        authors=_people(feed) if is_atom else (),
    )


def _entry(entry: Mapping[str, Any], channel: Channel, *, is_atom: bool) -> Entry:
    content = _content(entry, is_atom=is_atom)
    code = _said(content, "language") or _said(entry, "title_detail", "language") or None
    summary = _detail(entry, "summary_detail")
    return Entry(
        title=_text(entry, "title"),
        content=_markup(content),
        # Where there is no summary, feedparser puts the content in its place, without saying what it is.
        summary=_markup(summary) if summary else "" if content else paragraphs(_text(entry, "summary")),
        link=_text(entry, "feedburner_origlink") or _link(entry),
        base=_said(entry, "title_detail", "base"),
        published=_moment(entry, ("published", "created"), code or channel.language),
        updated=_moment(entry, ("updated",), code or channel.language),
        authors=_people(entry),
        topics=tuple(_text(tag, "label") or _text(tag, "term") for tag in _list(entry, "tags")),
        language=code,
        outlet=_said(entry, "source", "title") or None,
    )


def _content(entry: Mapping[str, Any], *, is_atom: bool) -> Mapping[str, Any]:
    """Return the longest of an entry's contents; plain text only where Atom gives it.

    In RSS what feedparser hands over as plain content is the description of a picture.
    """
    contents = [one for one in _list(entry, "content") if is_atom or _text(one, "type") != "text/plain"]
    return max(contents, key=lambda one: len(_text(one, "value")), default={})


def _markup(detail: Mapping[str, Any]) -> str:
    value = _text(detail, "value")
    return paragraphs(value) if _text(detail, "type") == "text/plain" and "<" not in value else value


def _link(entry: Mapping[str, Any]) -> str:
    if link := _text(entry, "link"):
        return link
    alternate = [_text(one, "href") for one in _list(entry, "links") if _text(one, "rel") in {"", "alternate"}]
    return next((link for link in alternate if link), "")


def _people(entry: Mapping[str, Any]) -> tuple[str, ...]:
    named = tuple(name for one in _list(entry, "authors") if (name := _text(one, "name")))
    return named or tuple(name for name in (_text(entry, "author"),) if name and "@" not in name)


def _moment(entry: Mapping[str, Any], keys: Sequence[str], code: str | None) -> Moment | None:
    """Return the first date given, as we read it.

    Feedparser drops the zone, and puts the day or month of today where it finds none in the text.
    """
    # Asked for "updated", a feedparser entry without it answers with "published".
    return next((found for key in keys if key in entry and (found := moment(_text(entry, key), code))), None)


def _text(value: Mapping[str, Any], key: str) -> str:
    found = value.get(key)
    return found if isinstance(found, str) else ""


def _detail(value: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = value.get(key)
    return found if isinstance(found, Mapping) else {}


def _said(value: Mapping[str, Any], *keys: str) -> str:
    for key in keys[:-1]:
        value = _detail(value, key)
    return _text(value, keys[-1])


def _list(value: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = value.get(key)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
