"""Pages to HTML with a memory: what is known by the hash of all that decides it is not rendered again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

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
    known: list[tuple[str, bytes]] = []

    def unknown() -> Iterator[tuple[str, bytes]]:
        while batch := list(islice(staged, BATCH)):
            own = {page.path: _key(engine, page) for page in batch}
            found = cache.get_many(own.values())
            for page in batch:
                content = found.get(own[page.path])
                if content is None:
                    keys[page.path] = own[page.path]
                    yield page.path, page.text.encode()
                else:
                    path, _, html = content.partition(b"\0")
                    known.append((path.decode(), html))

    fresh: list[tuple[str, bytes]] = []
    for made in render(unknown(), config_file=config_file, workers=workers):
        yield from known
        known.clear()
        yield made
        if isinstance(made, Rendered):
            fresh.append((keys.pop(made.source), made.path.encode() + b"\0" + made.html))
        if len(fresh) >= BATCH:
            cache.put_many(fresh)
            fresh.clear()
    cache.put_many(fresh)
    yield from known


def _key(engine: str, page: StagedPage) -> str:
    return hashlib.sha256(f"{engine}\0{page.path}\0{page.text}".encode()).hexdigest()
