"""``briefings export``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from builder.cli.app import end_with
from builder.cli.printing import err, escape, out
from builder.errors import BriefingsError

commands = typer.Typer()


@commands.command()
def export(
    context: typer.Context,
    sqlite: Annotated[Path | None, typer.Option("--sqlite", help="A SQLite file, with everything.")] = None,
    jsonl: Annotated[
        Path | None, typer.Option("--jsonl", help="JSON Lines, a briefing a line; - for standard output.")
    ] = None,
) -> None:
    """Write the published archive as data: a database that Datasette opens, or JSON Lines.

    Example: briefings export --sqlite archive.db
    """
    from builder.pipeline import export as steps
    from builder.pipeline.archive import as_published

    if sqlite is None and jsonl is None:
        raise BriefingsError("say what to write: --sqlite FILE or --jsonl FILE, or both")
    if str(sqlite) == "-":
        raise BriefingsError("a database cannot be written to standard output; name a file, or use --jsonl -")
    edition, left_out = as_published(context.obj)
    if sqlite:
        rows = steps.as_database(edition, sqlite)
        told = f"{rows['briefings']} briefings, {rows['events']} events, {rows['items']} background items"
        err.print(escape(f"{sqlite}: {told}"))
    if jsonl and str(jsonl) == "-":
        sys.stdout.buffer.writelines(steps.as_lines(edition))
        sys.stdout.buffer.flush()
    elif jsonl:
        _write(jsonl, b"".join(steps.as_lines(edition)))
        out.print(escape(f"{jsonl}: written"))
    end_with(left_out)


def _write(path: Path, content: bytes) -> None:
    from builder.store.files import write

    try:
        write(path, content)
    except OSError as fault:
        raise BriefingsError(f"{path}: cannot be written ({fault.strerror}); name another file") from fault
