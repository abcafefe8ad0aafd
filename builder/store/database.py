"""A SQLite file written whole, in the place of the one before, or not at all."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from builder.errors import BriefingsError

_MARK = 0x42524653
"""``BRFS``, as the file's application id: so that only a database of ours is replaced."""
_HEADER = b"SQLite format 3\0"
_WHERE_THE_MARK_STANDS = slice(68, 72)
"""Of the file's header (sqlite.org/fileformat2.html, 1.3)."""


def write_database(
    path: Path, schema: str, tables: Iterable[tuple[str, Iterable[tuple[object, ...]]]]
) -> dict[str, int]:
    """Write tables with their rows; return how many rows each has.

    Raises ``BriefingsError`` where something else stands there, or it cannot be written.
    """
    _refuse_strangers(path)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    except OSError as fault:
        raise BriefingsError(
            f"{path}: cannot be written ({fault.strerror}); name a file in a folder that exists"
        ) from fault
    os.close(handle)
    made = Path(name)
    try:
        with closing(sqlite3.connect(made)) as database, database:
            # Nobody reads it yet, and after a crash it is thrown away.
            database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;")
            database.executescript(f"PRAGMA application_id = {_MARK};{schema}")
            written = {table: _fill(database, table, rows) for table, rows in tables}
            database.execute("INSERT INTO search (search) VALUES ('optimize')")
        with closing(sqlite3.connect(made)) as database:
            database.execute("ANALYZE")
            database.execute("VACUUM")
        made.chmod(0o644)
        made.replace(path)
    except (OSError, sqlite3.Error) as fault:
        raise BriefingsError(f"{path}: cannot be written ({fault}); see that there is room, and try again") from fault
    finally:
        made.unlink(missing_ok=True)
    return written


def _fill(database: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> int:
    columns = len(database.execute(f"SELECT * FROM {table} LIMIT 0").description)  # noqa: S608 - a name of our own
    places = ", ".join("?" * columns)
    return database.executemany(f"INSERT INTO {table} VALUES ({places})", rows).rowcount  # noqa: S608 - likewise


def _refuse_strangers(path: Path) -> None:
    if not path.exists():
        return
    header = b""
    if path.is_file():
        with path.open("rb") as file:
            header = file.read(_WHERE_THE_MARK_STANDS.stop)
    if not header.startswith(_HEADER) or header[_WHERE_THE_MARK_STANDS] != _MARK.to_bytes(4, "big"):
        raise BriefingsError(f"{path}: something else stands there, and is not written over; name another file")
