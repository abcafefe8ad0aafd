"""What every command shares: the archive's folder, exit codes, progress, the day."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from builder.cli.printing import err, escape, out
from builder.errors import BriefingsError
from builder.findings import Finding, Severity

Progress = Callable[[str, int], None]

CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2
"""Exit codes. One covers inputs that were refused as well."""

app = typer.Typer(
    name="briefings",
    help="Articles in, a curated archive of dated, sourced briefings out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


BACKGROUND = typer.Option(
    "--background",
    metavar="N|none",
    help="Lines of earlier briefings to propose at most. [default: as the archive's settings say, else 5]",
)


def lines(said: str | None) -> int | None:
    """Return the number that ``--background`` gives; nothing said is ``None``."""
    if said is None or said.isdecimal():
        return None if said is None else int(said)
    if said == "none":
        return 0
    raise typer.BadParameter(f'"{said}" is no number of lines; write one such as 5, or none', param_hint="--background")


def day(option: str, said: str | None) -> dt.date | None:
    """Return the day that an option gives, if one does; raises ``BriefingsError`` for what is no day of a calendar."""
    try:
        return dt.date.fromisoformat(said) if said else None
    except ValueError as fault:
        raise BriefingsError(f'{option} "{said}" is no day; write it as 1975-07-15') from fault


def today() -> dt.date:
    """Return the day of ``SOURCE_DATE_EPOCH`` where it is set, so that runs can be repeated; else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    except (ValueError, OverflowError, OSError) as fault:
        raise BriefingsError(f'SOURCE_DATE_EPOCH "{epoch}" is no number of seconds since 1970') from fault
    return now.date()


def _version(*, value: bool) -> None:
    if value:
        out.print(f"briefings {version('briefings')}")
        raise typer.Exit


@app.callback()
def _global(
    context: typer.Context,
    archive: Annotated[
        Path, typer.Option("--archive", "-C", help="Folder of the archive: where its mkdocs.yml stands.")
    ] = Path(),
    _shown: Annotated[
        bool,
        typer.Option(
            "--version", callback=lambda value: _version(value=value), is_eager=True, help="Say which version this is."
        ),
    ] = False,
) -> None:
    context.obj = archive.resolve()


@contextmanager
def progress(total: int | None = None) -> Iterator[Progress]:
    """Yield what steps report to: a bar on a terminal, nothing elsewhere."""
    if not err.is_terminal:
        yield lambda _step, _done: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=err, transient=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda step, done: shown.update(task, description=step, completed=done)


def end_with(findings: Iterable[Finding]) -> NoReturn:
    """End a command whose work is done: print what was found beside it, and exit with the code that it calls for."""
    found = sorted(findings)
    for finding in found:
        err.print(escape(str(finding)))
    raise typer.Exit(code_of(found))


def code_of(findings: Iterable[Finding]) -> int:
    """Return the exit code that findings call for; notes call for none."""
    return FINDINGS if any(finding.severity is not Severity.NOTE for finding in findings) else CLEAN
