"""Pages to HTML with a memory: what is known by the hash of all that decides it is not rendered again."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from builder.engine.key import engine_key
from builder.engine.shards import Rendered, render
from builder.findings import Finding
from builder.press.staged import StagedPage
from builder.store.cache import Cache

BATCH = 500
"""Pages asked of the cache at a time: some ten megabytes."""


def render_or_recall(
    staged: Iterator[StagedPage], *, config_file: Path, cache: Cache, workers: int | None
) -> Iterator[Rendered | Finding | tuple[str, bytes]]:
    """Yield each page: ``Rendered`` where it was made now, path in the site and HTML where the cache had it.

    A ``Finding`` stands for a page that cannot be rendered. Pages are read as they are needed.
    """
    engine = engine_key(config_file)
    keys: dict[str, str] = {}
    # What is not known waits on the disk: in memory, a first build of a large archive would hold all of its pages.
    with tempfile.TemporaryFile() as waiting:
        while batch := list(islice(staged, BATCH)):
            own = {page.path: _key(engine, page) for page in batch}
            known = cache.get_many(own.values())
            for page in batch:
                content = known.get(own[page.path])
                if content is None:
                    keys[page.path] = own[page.path]
                    _put(waiting, page)
                else:
                    path, _, html = content.partition(b"\0")
                    yield path.decode(), html
        waiting.seek(0)
        yield from _rendered(waiting, keys, config_file, cache, workers)


def _rendered(
    waiting: BinaryIO, keys: dict[str, str], config_file: Path, cache: Cache, workers: int | None
) -> Iterator[Rendered | Finding]:
    fresh: list[tuple[str, bytes]] = []
    for made in render(_taken(waiting), config_file=config_file, workers=workers):
        yield made
        if isinstance(made, Rendered):
            fresh.append((keys.pop(made.source), made.path.encode() + b"\0" + made.html))
        if len(fresh) >= BATCH:
            cache.put_many(fresh)
            fresh.clear()
    cache.put_many(fresh)


def _put(waiting: BinaryIO, page: StagedPage) -> None:
    text = page.text.encode()
    waiting.write(f"{len(text)} {page.path}\n".encode() + text)


def _taken(waiting: BinaryIO) -> Iterator[tuple[str, bytes]]:
    while line := waiting.readline():
        size, _, path = line.decode().rstrip("\n").partition(" ")
        yield path, waiting.read(int(size))


def _key(engine: str, page: StagedPage) -> str:
    return hashlib.sha256(f"{engine}\0{page.path}\0{page.text}".encode()).hexdigest()
