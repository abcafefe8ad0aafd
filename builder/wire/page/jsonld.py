"""JSON-LD on a page: what the outlet tells machines about the article (schema.org NewsArticle and its kin)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from builder.wire.fields import on_one_line

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_LARGEST = 2_000_000
"""Characters of one script. A live blog of a day has 600,000."""
_DEEPEST = 60
"""Brackets within brackets; the decoder recurses for each."""
_MOST = 20_000
"""Objects looked at on one page."""
_LONGEST = 1_000
"""Characters of a value that is taken over."""
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|ReportageNewsArticle|LiveBlog)$")
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]')


@dataclass(frozen=True, slots=True)
class Record:
    """One object of JSON-LD, read with care: any key may be missing or hold anything."""

    values: Mapping[str, Json]
    named: Mapping[str, Mapping[str, Json]]
    """The page's objects by ``@id``, for references."""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts below a key: the value, its names, or those of a list of either."""
        return tuple(_texts(self.values.get(key), self.named, 0))

    def text(self, key: str) -> str | None:
        """Return the first text below a key."""
        return next(iter(self.texts(key)), None)

    def objects(self, key: str) -> tuple[Record, ...]:
        """Return the objects below a key, references followed."""
        value = self.values.get(key)
        entries = value if isinstance(value, list) else [value]
        return tuple(Record(_resolved(entry, self.named), self.named) for entry in entries if isinstance(entry, dict))

    @property
    def is_article(self) -> bool:
        """Tell whether its type is an article's."""
        kinds = self.values.get("@type")
        return any(
            isinstance(kind, str) and bool(_ARTICLE.search(kind))
            for kind in (kinds if isinstance(kinds, list) else [kinds])
        )


def records(root: HtmlElement) -> tuple[Record, ...]:
    """Return every object of the page's JSON-LD, outer before inner; scripts that are no JSON are passed over."""
    found: list[dict[str, Json]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(_objects(_loads(script.text or "")))
            if len(found) > _MOST:
                break
    return _records(found)


def within(value: Json) -> tuple[Record, ...]:
    """Return every object of a JSON-LD document, outer before inner."""
    return _records(list(_objects(value)))


def _records(found: Sequence[dict[str, Json]]) -> tuple[Record, ...]:
    named = {key: entry for entry in reversed(found) if isinstance(key := entry.get("@id"), str) and len(entry) > 1}
    return tuple(Record(entry, named) for entry in found[:_MOST])


def article(found: Sequence[Record], titles: Sequence[str]) -> Record | None:
    """Return the record of the page's own article: the one whose headline the page shares, else the first.

    Teasers of other stories come as articles too.
    """
    articles = [record for record in found if record.is_article]
    shown = {_folded(title) for title in titles}
    for record in articles:
        if any(_folded(headline) in shown for headline in record.texts("headline")):
            return record
    return next((record for record in articles if record.text("headline") or record.text("datePublished")), None)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _loads(text: str) -> Json:
    text = _COMMENT.sub("", text[: _LARGEST + 1].strip()).strip().rstrip(";")
    if len(text) > _LARGEST or _depth(text) > _DEEPEST:
        return None
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            value: Json = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _depth(text: str) -> int:
    depth = deepest = 0
    for token in _BRACKET.finditer(text):
        if token[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in "]}":
            depth -= 1
    return deepest


def _objects(value: Json) -> Iterator[dict[str, Json]]:
    waiting = [value]
    seen = 0
    while waiting and seen < _MOST:
        entry = waiting.pop(0)
        if isinstance(entry, list):
            waiting = [*entry[:_MOST], *waiting]
        elif isinstance(entry, dict):
            seen += 1
            yield entry
            inner = [
                entry[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
                if key in entry
            ]
            waiting.extend(inner)


def _resolved(entry: dict[str, Json], named: Mapping[str, Mapping[str, Json]]) -> Mapping[str, Json]:
    key = entry.get("@id")
    return named.get(key, entry) if len(entry) <= 2 and isinstance(key, str) else entry  # noqa: PLR2004 - @id and @type alone are a reference


def _texts(value: Json, named: Mapping[str, Mapping[str, Json]], depth: int) -> Iterator[str]:
    if isinstance(value, str):
        # Systems escape for HTML what HTML does not unescape inside a script ("Tea &amp; Sympathy").
        text = on_one_line(html.unescape(value))
        if text and len(text) <= _LONGEST:
            yield text
    elif isinstance(value, list):
        for entry in value[:200]:
            yield from _texts(entry, named, depth + 1) if depth < 3 else ()  # noqa: PLR2004 - lists of lists of names are seen, more is not
    elif isinstance(value, dict):
        resolved = _resolved(value, named)
        for key in ("name", "@value", "legalName"):
            if key in resolved and depth < 3:  # noqa: PLR2004 - as above
                yield from _texts(resolved[key], named, depth + 1)
                return
