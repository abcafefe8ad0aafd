"""Which reader takes an input: by content before name; what none claims and is text is read as pasted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from builder.errors import UnreadableInput
from builder.model.article import Article
from builder.wire import html, text


@dataclass(frozen=True, slots=True)
class Reader:
    """A source format: what it is called, what it claims, how it is read."""

    name: str
    """With the version of our reading of it, as provenance records it."""
    claims: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, dt.date], Article]


READERS: Sequence[Reader] = (Reader(html.NAME, html.claims, lambda data, name, _: html.read(data, name=name)),)
PASTED = Reader(text.NAME, text.claims, lambda data, name, pasted: text.read(data, name=name, pasted=pasted))


def read(data: bytes, *, name: str, pasted: dt.date) -> tuple[str, Article]:
    """Return the name of the reader that took the input, and the article.

    Raises ``UnreadableInput`` where no reader can: with the reason, and what to do.
    """
    if not data.strip():
        raise UnreadableInput("it is empty", next_act="paste the article's text into it")
    claiming = [reader for reader in READERS if reader.claims(data, name)]
    if len(claiming) > 1:
        names = " and ".join(reader.name for reader in claiming)
        raise UnreadableInput(f"{names} both claim it", next_act="save it in one format only")
    reader = claiming[0] if claiming else PASTED
    return reader.name, reader.read(data, name, pasted)
