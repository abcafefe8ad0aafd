"""The command line: arguments, progress, printing, exit codes."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from types import TracebackType

from builder.cli import check, digest, doctor, export, ingest, new, outlet, show, site, storyline, tag
from builder.cli.app import COULD_NOT_RUN, app
from builder.cli.printing import err, escape
from builder.errors import BriefingsError

COLLECT = 50_000, 20, 20
"""For the collector. An archive is made once and lives to the end: looking for garbage in it is a tenth of loading."""

for _commands in (ingest, new, check, doctor, site, show, digest, export):
    app.add_typer(_commands.commands)
app.add_typer(tag.commands, name="tag")
app.add_typer(outlet.commands, name="outlet")
app.add_typer(storyline.commands, name="storyline")


def main() -> None:
    """Run the command line; a fault is one line, never a traceback."""
    sys.excepthook = _crashed
    gc.set_threshold(*COLLECT)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter of a headline shows a question mark; the briefing is written anyway.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app()
    except BriefingsError as fault:
        err.print(f"[red]briefings:[/red] {escape(str(fault))}")
        sys.exit(COULD_NOT_RUN)
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        err.print(f"[red]briefings:[/red] {escape(where)}{escape(fault.strerror or str(fault))}")
        sys.exit(COULD_NOT_RUN)


def _crashed(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """Show a bug in full, and never let it pass for mere findings: Python's own exit code would be 1."""
    sys.__excepthook__(kind, fault, trace)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(COULD_NOT_RUN)
