"""How much of an input is read at most. Inputs are strangers': each bound keeps one of them from stopping the rest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one input, the same for every reader. ``extra.briefings.ingest.limits`` overrides them by name."""

    article: int = 10_000_000
    """Bytes of one article as it comes: a page, a text, a mail, a feed, a record of a web archive."""
    expanded: int = 50_000_000
    """Bytes of the same once decompressed."""
    nesting: int = 200
    """Elements, lists or MIME parts within one another."""
    parts: int = 100
    """Parts of one mail."""
    entries: int = 2_000
    """Entries of one feed, each of which takes some milliseconds. The largest of 40 as found has 57."""
    header: int = 1_000
    """Characters of one header of a mail or of an archived response."""
    seconds: float = 10.0
    """Of work, in which one input must be read; where a system cannot count work, six times as many by the clock."""
    memory: int = 512_000_000
    """Bytes that a process which reads may take for data."""
