"""A cache may be lost, never wrong, and never in the way."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from builder.store import cache as cache_module
from builder.store.cache import Cache

PAGE = b"<p>the same words again and again</p>" * 100
NOISE = bytes(range(256)) * 4


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "build" / "cache.sqlite"


def _fill(path: Path, entries: dict[str, bytes]) -> None:
    with Cache(path) as cache:
        cache.put_many(entries.items())
        assert cache.findings == ()


def test_what_was_put_is_found_by_a_later_run(path: Path) -> None:
    entries = {"a": PAGE, "b": NOISE, "c": b""}
    _fill(path, entries)
    with Cache(path) as cache:
        assert cache.get_many(["a", "b", "c", "unknown"]) == entries


def test_the_last_content_put_under_a_key_counts(path: Path) -> None:
    _fill(path, {"a": b"1"})
    _fill(path, {"a": b"2"})
    with Cache(path) as cache:
        assert cache.get_many(["a"]) == {"a": b"2"}


def test_more_keys_than_a_statement_may_have(path: Path) -> None:
    entries = {str(number): b"%d" % number for number in range(3 * 500 + 1)}
    _fill(path, entries)
    with Cache(path) as cache:
        assert cache.get_many(entries) == entries


def test_what_a_build_neither_asked_for_nor_put_is_pruned(path: Path) -> None:
    _fill(path, {"asked": b"1", "unused": b"2"})
    with Cache(path) as cache:
        cache.get_many(["asked"])
        cache.put_many([("put", b"3")])
        cache.prune()
    with Cache(path) as cache:
        assert cache.get_many(["asked", "unused", "put"]) == {"asked": b"1", "put": b"3"}


@pytest.mark.parametrize("keep", [0, 100, 5000])
def test_a_broken_file_is_begun_anew_and_said(path: Path, keep: int) -> None:
    _fill(path, {str(number): NOISE for number in range(50)})
    content = path.read_bytes()
    path.write_bytes(content[:keep] + b"\xde\xad" * 4000)
    with Cache(path) as cache:
        assert all(content == NOISE for content in cache.get_many(str(number) for number in range(50)).values())
        cache.put_many([("new", b"1")])
        assert cache.get_many(["new"]) == {"new": b"1"}
        if keep:
            assert [finding.code for finding in cache.findings] == ["CACHE"]
    with Cache(path) as cache:
        assert cache.get_many(["new"]) == {"new": b"1"}
        assert cache.findings == ()


def test_content_that_changed_on_the_disk_is_not_given_out(path: Path) -> None:
    _fill(path, {"a": PAGE, "b": NOISE})
    database = sqlite3.connect(path)
    with database:
        database.execute("UPDATE entry SET content = CAST(content || x'00' AS BLOB) WHERE key = 'a'")
        database.execute("UPDATE entry SET content = substr(content, 2) WHERE key = 'b'")
    database.close()
    with Cache(path) as cache:
        assert cache.get_many(["a", "b"]) == {}


def test_a_file_of_another_version_is_begun_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(path, {"a": b"1"})
    monkeypatch.setattr(cache_module, "_VERSION", 99)
    with Cache(path) as cache:
        assert cache.get_many(["a"]) == {}
        assert cache.findings == ()


def test_a_place_that_cannot_hold_a_cache_is_said_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with Cache(tmp_path / "file" / "cache.sqlite") as cache:
        read = []
        cache.put_many((str(number), b"1") for number in [1, 2, 3] if not read.append(number))  # type: ignore[func-returns-value]
        assert read == [1, 2, 3]
        assert cache.get_many(["1"]) == {}
        cache.prune()
        assert ["does without it" in finding.message for finding in cache.findings] == [True]


def test_a_folder_in_the_place_of_the_file_is_no_crash(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        assert cache.get_many(["a"]) == {}
        assert len(cache.findings) == 1


def test_a_cache_that_becomes_read_only_serves_what_it_has_or_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(path, {"a": b"1"})
    monkeypatch.setattr(cache_module, "_PATIENCE", 0.1)
    holder = sqlite3.connect(path)
    holder.execute("BEGIN EXCLUSIVE")
    with Cache(path) as cache:
        cache.put_many([("b", b"2")])
        assert cache.get_many(["a"]).get("a", b"1") == b"1"
        assert len(cache.findings) == 1
    holder.close()


def test_two_builds_may_use_it_at_once(path: Path) -> None:
    trouble: list[object] = []

    def build(name: str) -> None:
        with Cache(path) as cache:
            for number in range(40):
                entries = {f"{name}{number}-{part}": NOISE for part in range(5)}
                cache.put_many(entries.items())
                if cache.get_many(entries) != entries:
                    trouble.append(name)
            trouble.extend(cache.findings)

    builds = [threading.Thread(target=build, args=(name,)) for name in "abc"]
    for each in builds:
        each.start()
    for each in builds:
        each.join()
    assert trouble == []
