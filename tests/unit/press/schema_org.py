"""The part of schema.org's vocabulary that could be meant here, and whether an object keeps to it.

Types and the properties of each, as the pages of schema.org tell them: which type a type is a kind of, on which types a
property may stand, and what it may hold. A type's properties are those of the types above it, too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

ABOVE: Mapping[str, str | None] = {
    "Thing": None,
    "CreativeWork": "Thing",
    "Article": "CreativeWork",
    "NewsArticle": "Article",
    "BackgroundNewsArticle": "NewsArticle",
    "Comment": "CreativeWork",
    "CorrectionComment": "Comment",
    "Person": "Thing",
    "Place": "Thing",
    "Organization": "Thing",
    "NewsMediaOrganization": "Organization",
}
PROPERTIES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "name": ("Thing", ("Text",)),
    "description": ("Thing", ("Text",)),
    "url": ("Thing", ("URL",)),
    "sameAs": ("Thing", ("URL",)),
    "mainEntityOfPage": ("Thing", ("URL", "CreativeWork")),
    "headline": ("CreativeWork", ("Text",)),
    "text": ("CreativeWork", ("Text",)),
    "inLanguage": ("CreativeWork", ("Text",)),
    "datePublished": ("CreativeWork", ("Date",)),
    "dateModified": ("CreativeWork", ("Date",)),
    "author": ("CreativeWork", ("Person", "Organization")),
    "publisher": ("CreativeWork", ("Person", "Organization")),
    "isBasedOn": ("CreativeWork", ("CreativeWork", "URL")),
    "archivedAt": ("CreativeWork", ("URL",)),
    "citation": ("CreativeWork", ("CreativeWork", "Text")),
    "about": ("CreativeWork", ("Thing",)),
    "correction": ("CreativeWork", ("CorrectionComment", "Text", "URL")),
}
"""On what a property stands, and what it holds: a type, or text, an address, a date (with or without its time)."""


def faults(data: Mapping[str, Any], at: str = "") -> Iterator[str]:
    """Yield what is wrong with an object and those inside it; nothing where all of it is vocabulary."""
    kind = data.get("@type")
    if kind not in ABOVE:
        yield f"{at or 'the block'}: {kind} is no type"
        return
    for name, value in data.items():
        if name == "@type" or (name == "@context" and not at):
            continue
        where = f"{at}.{name}" if at else name
        if name not in PROPERTIES:
            yield f"{where}: no such property"
            continue
        domain, ranges = PROPERTIES[name]
        if domain not in _kinds(str(kind)):
            yield f"{where}: no property of {kind}"
        values = value if isinstance(value, list) else [value]
        if not values:
            yield f"{where}: holds nothing"
        for one in values:
            if isinstance(one, dict):
                yield from faults(one, where)
            if not _within(one, ranges):
                yield f"{where}: {one!r} is none of {', '.join(ranges)}"


def _kinds(kind: str | None) -> Iterator[str]:
    while kind is not None:
        yield kind
        kind = ABOVE[kind]


def _within(value: object, ranges: tuple[str, ...]) -> bool:
    if isinstance(value, dict):
        return not {*_kinds(value.get("@type") if value.get("@type") in ABOVE else None)}.isdisjoint(ranges)
    if not isinstance(value, str) or not value.strip():
        return False
    address, day = urlsplit(value), "Date" in ranges
    whole = address.scheme in ("http", "https") and bool(address.netloc) and not any(char.isspace() for char in value)
    return ("Text" in ranges) or ("URL" in ranges and whole) or (day and _is_date(value))


def _is_date(value: str) -> bool:
    try:
        return dt.datetime.fromisoformat(value).tzinfo is not None or len(value) == len("1962-06-08")
    except ValueError:
        return False
