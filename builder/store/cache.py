"""What need not be computed again: loaded briefings and rendered pages, by the hash of what they came from.

A cache can only make a build faster. Whatever happens to its file, the build goes on without it and says so.
"""

from __future__ import annotations

import itertools
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from builder.findings import Finding, Severity

_T = TypeVar("_T")

_VERSION = 2
"""Of the table below. A file of another version is begun anew."""
# Not ordered by ``key``: keys come in no order, and large contents would be moved about to make room for them.
_TABLE = (
    "CREATE TABLE IF NOT EXISTS entry"
    " (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, sum INTEGER, content BLOB NOT NULL)"
)
_BATCH = 500
"""Entries a transaction: a few megabytes, and the file is locked for some hundredths of a second."""
_PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""
_TRIES = 200
"""In that time, where SQLite does not wait by itself."""


class Cache:
    """One SQLite file of byte strings, each under a key that the caller makes from all that decides its content.

    Two builds may use it at the same time. Entries are checked when read. They are not compressed: at 10,000 pages that
    would save 170 MB of disk and cost three seconds of every first build.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: sqlite3.Connection | None = None
        self._findings: list[Finding] = []
        self._open()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What went wrong so far. None of it is about copy, and none of it changes what is built."""
        return tuple(self._findings)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what is held under these keys. Ask for some hundred at a time where contents are large."""
        found: dict[str, bytes] = {}
        for batch in _batches(keys):
            if self._database is None:
                break
            try:
                with self._database:
                    self._database.executemany("INSERT OR IGNORE INTO temp.used VALUES (?)", ((key,) for key in batch))
                marks = ",".join("?" * len(batch))
                rows = self._database.execute(
                    f"SELECT key, sum, CAST(content AS BLOB) FROM entry WHERE key IN ({marks})",  # noqa: S608  # marks only
                    batch,
                ).fetchall()
            except sqlite3.Error as fault:
                self._give_up(fault)
                break
            found.update((key, content) for key, *entry in rows if (content := _checked(*entry)) is not None)
        return found

    def put_many(self, entries: Iterable[tuple[str, bytes]]) -> None:
        """Keep these. The iterable is read to its end, cache or no cache."""
        for batch in _batches(entries):
            if self._database is None:
                continue
            rows = [(key, zlib.crc32(content), content) for key, content in batch]
            try:
                with self._database:
                    self._database.executemany(
                        "INSERT OR REPLACE INTO entry (key, sum, content) VALUES (?, ?, ?)", rows
                    )
                    self._database.executemany(
                        "INSERT OR IGNORE INTO temp.used VALUES (?)", ((row[0],) for row in rows)
                    )
            except sqlite3.Error as fault:
                self._give_up(fault)

    def prune(self) -> None:
        """Drop every entry that was neither asked for nor put since the cache was opened."""
        if self._database is None:
            return
        try:
            with self._database:
                gone = self._database.execute("DELETE FROM entry WHERE key NOT IN (SELECT key FROM temp.used)").rowcount
            if gone > _BATCH:
                self._database.execute("VACUUM")
        except sqlite3.Error as fault:
            self._give_up(fault)

    def _open(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connect()
        except (sqlite3.Error, OSError) as fault:
            self._give_up(fault)

    def _connect(self) -> None:
        self._database = sqlite3.connect(self._path, timeout=_PATIENCE)
        # A reader is not held up by a writer. A power cut may lose entries, never the order of writing.
        _wait_for_wal(self._database)
        self._database.execute("PRAGMA synchronous = NORMAL")
        with self._database:
            # Python begins a transaction of its own before rows, not before tables: two builds would both make them.
            self._database.execute("BEGIN IMMEDIATE")
            (version,) = self._database.execute("PRAGMA user_version").fetchone()
            if version != _VERSION:
                self._database.execute("DROP TABLE IF EXISTS entry")
            self._database.execute(_TABLE)
            if version != _VERSION:
                self._database.execute(f"PRAGMA user_version = {_VERSION}")
        self._database.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY) WITHOUT ROWID")

    def _give_up(self, fault: sqlite3.Error | OSError) -> None:
        """Begin a broken file anew, once; do without any that cannot be used."""
        self.close()
        broken = isinstance(fault, sqlite3.DatabaseError) and not isinstance(fault, sqlite3.OperationalError)
        if not broken or self._findings:
            self._say(f"the cache cannot be used, so this build does without it: {fault}")
            return
        self._say(f"the cache was broken ({fault}) and has been begun anew")
        try:
            for name in (self._path.name, f"{self._path.name}-wal", f"{self._path.name}-shm"):
                self._path.with_name(name).unlink(missing_ok=True)
            self._connect()
        except (sqlite3.Error, OSError) as again:
            self._give_up(again)

    def _say(self, message: str) -> None:
        self._findings.append(Finding(path=self._path.name, code="CACHE", message=message, severity=Severity.NOTE))


def _wait_for_wal(database: sqlite3.Connection) -> None:
    """Set the journal's mode. SQLite waits for no other process there, however long its timeout is."""
    for left in range(_TRIES, -1, -1):
        try:
            database.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as fault:
            if not left or fault.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_PATIENCE / _TRIES)
        else:
            return


def _batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    left = iter(items)
    while batch := list(itertools.islice(left, _BATCH)):
        yield batch


def _checked(checksum: int, content: bytes) -> bytes | None:
    return content if zlib.crc32(content) == checksum else None
