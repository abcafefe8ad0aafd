"""``briefings doctor``."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer
from rich import box
from rich.table import Table

from builder.cli.app import CLEAN, FINDINGS
from builder.cli.printing import err, escape, out

commands = typer.Typer()

FEW = 5
"""Cases of each kind that are shown; all of them with ``--all``."""


@commands.command()
def doctor(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Show every case, not the first few.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, with every case.")] = False,
) -> None:
    """Examine the archive: orphans, events told but not reported, thin sourcing, stale storylines, tags of little use.

    Exit code 0 says that it is healthy, 1 that there is something to look at. Nothing is changed. What is wrong with
    single files is the business of briefings check.

    Example: briefings doctor
    """
    from builder.pipeline import doctor as steps

    complaints = steps.examined(context.obj)
    if as_json:
        sys.stdout.write(json.dumps(complaints, ensure_ascii=False, indent=1) + "\n")
    else:
        out.print(_table(complaints))
        for one in complaints:
            _print_cases(one, None if everything else FEW)
    cases = sum(one["count"] for one in complaints)
    if not as_json:
        err.print(f"{cases} {'thing' if cases == 1 else 'things'} to look at" if cases else "in good health")
    raise typer.Exit(FINDINGS if cases else CLEAN)


def _table(complaints: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Examined")
    table.add_column("Cases", justify="right")
    table.add_column("What to do")
    for one in complaints:
        found = bool(one["count"])
        table.add_row(
            one["title"], str(one["count"]), escape(one["advice"]) if found else "", style="" if found else "dim"
        )
    return table


def _print_cases(one: Mapping[str, Any], most: int | None) -> None:
    if not one["count"]:
        return
    out.print(f"[bold]{escape(one['title'])}[/bold]")
    for case in one["cases"][:most]:
        note = f"  ({case['note']})" if "note" in case else ""
        # A tag's own words say where it is; what else it stands in is told by the note.
        where = case["path"] if "tag" not in case and "path" in case else ""
        out.print(escape(f"  {case['what']}{note}"))
        if where:
            out.print(escape(f"    {where}{'  ' + case['event'] if 'event' in case else ''}"))
    if most is not None and one["count"] > most:
        out.print(f"  and {one['count'] - most} more (--all)")
