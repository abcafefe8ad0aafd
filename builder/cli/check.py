"""``briefings check``."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from builder.cli.app import code_of, today
from builder.cli.printing import err, escape, out

commands = typer.Typer()


@commands.command()
def check(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print findings as JSON Lines.")] = False,
) -> None:
    """Say what an editor should mend before readers see it, as file:line: CODE message.

    Example: briefings check
    """
    from builder.pipeline import archive

    loaded = archive.load(context.obj)
    findings = sorted(archive.check(loaded, today()))
    for finding in findings:
        if as_json:
            sys.stdout.write(json.dumps(asdict(finding), ensure_ascii=False) + "\n")
        else:
            out.print(escape(str(finding)))
    if not as_json:
        files = len({finding.path for finding in findings})
        found = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
        said = f"{found} in {files} {'file' if files == 1 else 'files'}" if findings else "no findings"
        err.print(f"{len(loaded.archive.briefings)} briefings: {said}")
    raise typer.Exit(code_of(findings))
