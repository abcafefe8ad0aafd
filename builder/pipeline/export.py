"""The archive as data for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.press.data import records, tables
from builder.press.data.api import dumps
from builder.press.edition import Edition
from builder.store.database import write_database


def as_lines(edition: Edition) -> Iterator[bytes]:
    """Yield each published briefing as a line of JSON, oldest first."""
    return (dumps(record) + b"\n" for record in records.briefings(edition))


def as_database(edition: Edition, path: Path) -> dict[str, int]:
    """Write a SQLite file; return how many rows each table has. Raises ``BriefingsError`` where it cannot."""
    return write_database(path, tables.SCHEMA, tables.tables(edition))
