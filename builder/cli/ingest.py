"""``briefings ingest``."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from builder.cli import printing
from builder.cli.app import BACKGROUND, CLEAN, FINDINGS, lines, progress, today
from builder.cli.printing import err, escape, out
from builder.errors import BriefingsError
from builder.findings import Severity

if TYPE_CHECKING:
    from builder.pipeline.ingest import Order, Taken

commands = typer.Typer()


@commands.command()
def ingest(
    context: typer.Context,
    inputs: Annotated[
        list[str], typer.Argument(help="Files, folders, patterns or web addresses; - for standard input.")
    ],
    outlet: Annotated[
        str | None, typer.Option("--outlet", help="Who published it: a name or id of outlets.yml.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="Inputs read at the same time. [default: one a core]")
    ] = None,
    background: Annotated[str | None, BACKGROUND] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Go on, and take what arrives in the folder.")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="Store each input too, as WARC in .briefings/inputs/.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was made as JSON Lines.")] = False,
) -> None:
    """Turn articles into briefings: pasted text, pages, feeds, mails, web archives, PDFs.

    Example: briefings ingest article.txt --outlet "Ukrainska Pravda"

    Inputs stay where they are. Ingesting the same input twice changes nothing.
    """
    from builder.pipeline import ingest as steps

    order = steps.Order(
        names=tuple(inputs),
        today=today(),
        outlet=outlet,
        jobs=jobs or os.cpu_count() or 1,
        background=lines(background),
        keep=keep,
    )
    if not watch:
        taken = _take(context.obj, order, as_json=as_json)
        if not taken:
            raise BriefingsError(f"nothing to read in {', '.join(inputs)}; name a file, or a folder with files in it")
        raise typer.Exit(_code(taken))
    (folder,) = inputs if len(inputs) == 1 else ("",)
    if not Path(folder).is_dir():
        raise BriefingsError(f"--watch takes one folder, and {', '.join(inputs)} is none; make it, or name another")
    err.print(f"Watching {escape(folder)}; Ctrl-C ends it.")
    with contextlib.suppress(KeyboardInterrupt):
        for arrived in steps.arrivals(order):
            _take(context.obj, arrived, as_json=as_json)


def _take(root: Path, order: Order, *, as_json: bool) -> list[Taken]:
    from builder.pipeline import ingest as steps

    with progress() as told:
        taken = list(steps.ingest(root, order, told=told))
    ties = steps.tied(root, [one.filed.briefing for one in taken if one.filed])
    said: set[str] = set()
    for one in taken:
        counts = ties.get(one.filed.briefing.slug) if one.filed else None
        if as_json:
            sys.stdout.write(json.dumps(printing.as_json(one, counts), ensure_ascii=False) + "\n")
        elif not one.passed_over:
            printing.print_taken(one, counts, said)
    sys.stdout.flush()
    if taken and not as_json:
        out.print(printing.summary(taken))
    return taken


def _code(taken: list[Taken]) -> int:
    refused = any(one.refused and not one.passed_over for one in taken)
    remarked = any(finding.severity is not Severity.NOTE for one in taken for finding in one.findings)
    return FINDINGS if refused or remarked else CLEAN
