"""The theme's own files: styles, scripts, pictures and the page for what is not found. They come out once."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.exceptions import MkDocsException

from builder.engine.quiet import hush
from builder.engine.worker import load, mark_staged
from builder.errors import EngineFailed


def assets(config_file: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of every file of the site that is made from no page, in the order of paths.

    MkDocs builds an archive without pages. Raises ``EngineFailed`` where it cannot.
    """
    hush()
    with tempfile.TemporaryDirectory(prefix="briefings-assets-") as folder:
        docs, site = Path(folder, "docs"), Path(folder, "site")
        mark_staged(docs)
        try:
            config = load(str(config_file), docs_dir=str(docs), site_dir=str(site))
            build(config)
        except MkDocsException as fault:
            raise EngineFailed(f"MkDocs cannot build with {config_file}: {fault}") from fault
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            yield path.relative_to(site).as_posix(), path.read_bytes()
