"""JSON Feed, versions 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.wire.feeds import bounds
from builder.wire.feeds.entry import Channel, Entry, article
from builder.wire.fields import moment, paragraphs
from builder.wire.page import markup
from builder.wire.reader import Given, Refused

NAME = "json-feed/1"

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

# A quotation mark behind a backslash stands in some text that speaks of feeds.
_VERSION = re.compile(rb'(?<!\\)"version"\s{0,20}:\s{0,20}"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org\b', re.IGNORECASE)
_ITEMS = re.compile(rb'(?<!\\)"items"\s{0,20}:\s{0,20}\[')
_CONTENT = re.compile(rb'(?<!\\)"content_(?:html|text)"\s{0,20}:')
_SAVE = "open the feed in a browser and save the article you want"


def claims(data: bytes, name: str) -> bool:  # noqa: ARG001 - told by the content alone
    """Tell whether bytes are a JSON Feed: by its version, or by what only its items are called."""
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] != b"{":
        return False
    return bool(_VERSION.search(data) or (_ITEMS.search(data) and _CONTENT.search(data)))


def read(given: Given) -> Iterator[Article | Refused]:
    """Yield an article for each item, in the feed's order; raises ``UnreadableInput`` where there is none."""
    try:
        feed: Json = json.loads(markup.decode(given.data))
    except RecursionError as fault:
        raise UnreadableInput("the feed nests too deeply", next_act=_SAVE) from fault
    except ValueError as fault:
        raise UnreadableInput(f"the feed is no JSON ({fault})", next_act=_SAVE) from fault
    items = _list(_object(feed).get("items"))
    if not items:
        raise UnreadableInput("the feed holds no items", next_act=_SAVE)
    if len(items) > given.limits.entries:
        raise bounds.too_many(len(items), given.limits)
    channel = _channel(_object(feed), given.url or "")
    for number, item in enumerate(items, start=1):
        yield article(_entry(_object(item)), channel, number=number)


def _channel(feed: Mapping[str, Json], base: str) -> Channel:
    return Channel(
        title=_text(feed, "title"),
        link=_text(feed, "home_page_url"),
        base=base or _text(feed, "feed_url"),
        language=_text(feed, "language") or None,
        authors=_authors(feed),
    )


def _entry(item: Mapping[str, Json]) -> Entry:
    return Entry(
        title=_text(item, "title"),
        content=_text(item, "content_html") or paragraphs(_text(item, "content_text")),
        summary=paragraphs(_text(item, "summary")),
        # The address of the item's own page; what a link blog writes about stands under external_url.
        link=_text(item, "url") or _text(item, "external_url"),
        published=moment(_text(item, "date_published")),
        updated=moment(_text(item, "date_modified")),
        authors=_authors(item),
        topics=tuple(tag for tag in _list(item.get("tags")) if isinstance(tag, str)),
        language=_text(item, "language") or None,
    )


def _authors(value: Mapping[str, Json]) -> tuple[str, ...]:
    """Return names of authors: a list since version 1.1, one before."""
    several = [_object(one) for one in (*_list(value.get("authors")), value.get("author"))]
    return tuple(dict.fromkeys(name for one in several if (name := _text(one, "name"))))


def _object(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, dict) else {}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _text(value: Mapping[str, Json], key: str) -> str:
    found = value.get(key)
    return found if isinstance(found, str) else ""
