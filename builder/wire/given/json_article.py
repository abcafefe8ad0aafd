"""Articles in JSON of a documented shape: schema.org NewsArticle, and IPTC ninjs. Anything else is refused by name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.wire.feeds import json_feed
from builder.wire.given import ninjs, schema_org
from builder.wire.page.jsonld import Json
from builder.wire.reader import Given, Refused

NAME = "json/1"

_BEGINNING = re.compile(rb'\s*(?:\{\s*(?:"|\})|\[\s*(?:\{\s*["}]|\]))')
# An open bracket begins many a line of news ("[Updated]"), and only the name tells that this one is JSON gone wrong.
_PERHAPS = re.compile(rb"\s*[\[{]")
_NAMES = (".json", ".jsonld")
_READ = "JSON is read as schema.org NewsArticle (one, a list or a @graph), IPTC ninjs 1 to 3, or JSON Feed"
_MOST = 1_000
"""Articles of one document. A day of an agency has as many."""


def claims(data: bytes, name: str) -> bool:
    """Tell whether bytes are JSON, by how they begin, but for a JSON Feed, which is a feed."""
    text = _in_utf8(data)
    begun = _BEGINNING.match(text) or (_PERHAPS.match(text) and name.lower().endswith(_NAMES))
    return bool(begun) and not json_feed.claims(text, name)


def read(given: Given) -> Iterator[Article | Refused]:
    """Return the articles of a document, each as it is given; one without headline or text is refused by itself.

    Raises ``UnreadableInput`` for what is no JSON, with its line, and for JSON of another shape.
    """
    value = _loads(given.data, given.limits.nesting)
    articles: Sequence[Callable[[], Article | None]]
    records = schema_org.articles(value)
    if records:
        articles = [lambda record=record: schema_org.read(record) for record in records]  # type: ignore[misc]  # a default binds the loop's value
    else:
        articles = [lambda item=item: ninjs.read(item) for item in ninjs.items(value)]  # type: ignore[misc]  # as above
    if not articles:
        raise UnreadableInput("it is JSON, but of no shape that is known", next_act=_READ)
    return _articles(articles[:_MOST], len(articles))


def _articles(articles: Sequence[Callable[[], Article | None]], found: int) -> Iterator[Article | Refused]:
    for number, article in enumerate(articles, 1):
        part = f"article {number}"
        try:
            made = article()
        except UnreadableInput as fault:
            yield Refused(part=part, reason=str(fault))
            continue
        yield made or Refused(part=part, reason="it has no headline, or no text; add headline and articleBody to it")
    if found > len(articles):
        yield Refused(part="the rest", reason=f"only {_MOST:,} of {found:,} articles are read; split the file")


def _loads(data: bytes, deepest: int) -> Json:
    again = "check the file with a JSON validator, or export it again"
    try:
        value: Json = json.loads(_in_utf8(data).decode("utf-8"), parse_constant=_no_number)
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, column {fault.colno}"
        raise UnreadableInput(f"it is broken JSON at {where}: {fault.msg.lower()}", next_act=again) from fault
    except RecursionError as fault:
        raise UnreadableInput(f"its JSON nests more than {deepest} levels", next_act=again) from fault
    except ValueError as fault:
        reason = str(fault) if isinstance(fault, _NoNumber) else "a number or a character in it is none"
        raise UnreadableInput(f"it is broken JSON: {reason}", next_act=again) from fault
    if _deeper(value, deepest):
        raise UnreadableInput(f"its JSON nests more than {deepest} levels", next_act=again)
    return value


class _NoNumber(ValueError):
    """NaN and Infinity, which Python reads and JSON (RFC 8259, 6) does not have."""


def _no_number(word: str) -> float:
    message = f"{word} is no number in JSON"
    raise _NoNumber(message)


def _in_utf8(data: bytes) -> bytes:
    """Return JSON in UTF-8 without a byte order mark; RFC 4627 allowed UTF-16 and UTF-32 too."""
    encoding = json.detect_encoding(data[:4])
    if encoding == "utf-8":
        return data
    return data.decode(encoding, "replace").encode("utf-8", "replace")


def _deeper(value: Json, deepest: int) -> bool:
    level: list[Json] = [value]
    for _ in range(deepest):
        level = [
            child
            for entry in level
            for child in (entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ())
            if isinstance(child, (dict, list))
        ]
        if not level:
            return False
    return True
