"""``briefings ingest``."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from builder.cli import printing
from builder.cli.app import CLEAN, FINDINGS, progress, today
from builder.cli.printing import out
from builder.errors import BriefingsError
from builder.findings import Severity

commands = typer.Typer()


@commands.command()
def ingest(
    context: typer.Context,
    inputs: Annotated[list[str], typer.Argument(help="Files or folders; - for standard input.")],
    outlet: Annotated[
        str | None, typer.Option("--outlet", help="Who published it: a name or id of outlets.yml.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was made as JSON Lines.")] = False,
) -> None:
    """Turn articles into briefings: pasted text and saved pages.

    Example: briefings ingest article.txt --outlet "Ukrainska Pravda"

    Inputs stay where they are. Ingesting the same input twice changes nothing.
    """
    from builder.pipeline import ingest as steps

    with progress() as told:
        taken = list(steps.ingest(context.obj, inputs, outlet=outlet, today=today(), told=told))
    if not taken:
        raise BriefingsError(f"nothing to read in {', '.join(inputs)}; name a file, or a folder with files in it")
    ties = steps.tied(context.obj, [one.filed.briefing for one in taken if one.filed])
    for one in taken:
        counts = ties.get(one.filed.briefing.slug) if one.filed else None
        if as_json:
            sys.stdout.write(json.dumps(printing.as_json(one, counts), ensure_ascii=False) + "\n")
        else:
            printing.print_taken(one, counts)
    refused = sum(one.refused is not None for one in taken)
    remarked = any(finding.severity is not Severity.NOTE for one in taken for finding in one.findings)
    if not as_json:
        out.print(printing.summary(taken))
    raise typer.Exit(FINDINGS if refused or remarked else CLEAN)
