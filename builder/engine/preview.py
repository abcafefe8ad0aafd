"""A look at the archive while it is edited: MkDocs' own server, which rebuilds when a file changes."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from builder.engine.quiet import hush
from builder.errors import EngineFailed

DRAFTS = "BRIEFINGS_DRAFTS"
"""Set in the environment: the hook stages drafts too. Only a preview sets it."""


def serve(config_file: Path, port: int) -> None:
    """Serve until interrupted; raises ``EngineFailed`` where MkDocs refuses the settings or the port is taken."""
    hush()
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415 - MkDocs prints when it is imported
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415 - as above

    os.environ[DRAFTS] = "1"
    try:
        mkdocs_serve(config_file=str(config_file), dev_addr=f"127.0.0.1:{port}")
    except OSError as fault:
        if fault.errno != errno.EADDRINUSE:
            raise
        raise EngineFailed(f"port {port} is taken; name another one: briefings serve --port {port + 1}") from fault
    except MkDocsException as fault:
        raise EngineFailed(f"MkDocs cannot serve {config_file}: {fault}") from fault
