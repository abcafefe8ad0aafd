"""Which reader takes an input: by content before name; what none claims and is text is read as pasted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from builder.errors import UnreadableInput
from builder.model.article import Article, ListItem
from builder.wire import html, text
from builder.wire.lines import decode


@dataclass(frozen=True, slots=True)
class Reader:
    """A source format: what it is called, what it claims, how it is read."""

    name: str
    """With the version of our reading of it, as provenance records it."""
    claims: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, dt.date], Article]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An input as read."""

    reader: str
    article: Article
    text: str
    """What the reader had before it, as text: a pasted text itself, of a page what its article says."""


READERS: Sequence[Reader] = (Reader(html.NAME, html.claims, lambda data, name, _: html.read(data, name=name)),)
PASTED = Reader(text.NAME, text.claims, lambda data, name, pasted: text.read(data, name=name, pasted=pasted))


def read(data: bytes, *, name: str, pasted: dt.date) -> Copy:
    """Return the article, with the name of the reader that took the input.

    Raises ``UnreadableInput`` where no reader can: with the reason, and what to do.
    """
    if not data.strip():
        raise UnreadableInput("it is empty", next_act="paste the article's text into it")
    claiming = [reader for reader in READERS if reader.claims(data, name)]
    if len(claiming) > 1:
        names = " and ".join(reader.name for reader in claiming)
        raise UnreadableInput(f"{names} both claim it", next_act="save it in one format only")
    reader = claiming[0] if claiming else PASTED
    article = reader.read(data, name, pasted)
    return Copy(reader=reader.name, article=article, text=decode(data) if reader is PASTED else _told(article))


def _told(article: Article) -> str:
    """Return what an article says, a paragraph to a block."""
    parts = [article.headline, article.standfirst or ""]
    for block in article.blocks:
        label = f"{block.label}: " if block.label else ""
        parts.append("\n".join([label + block.text, *_items(block.items), *(" | ".join(row) for row in block.rows)]))
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _items(items: Sequence[ListItem], indent: int = 0) -> Iterator[str]:
    for item in items:
        yield f"{' ' * indent}• {item.text}"
        yield from _items(item.children, indent + 4)
