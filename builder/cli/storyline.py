"""``briefings storyline list``, and a storyline as ``briefings show`` prints it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from builder.cli.printing import escape, out

commands = typer.Typer(help="Long stories: what belongs to them, what is still open.", no_args_is_help=True)


@commands.command("list")
def storyline_list(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines.")] = False,
) -> None:
    """List the storylines: id, how many briefings, from when to when, title. One of them: briefings show ID.

    Example: briefings storyline list
    """
    from builder.pipeline import storylines as steps

    for one in steps.listed(context.obj):
        if as_json:
            sys.stdout.write(json.dumps(one, ensure_ascii=False) + "\n")
        else:
            count = _counted(one["briefings"], one["drafts"])
            span = f", {one['first'] or 'no date'} to {one['latest'] or 'no date'}" if one["briefings"] else ""
            out.print(escape(f"{one['id']}: {one['title']} ({count}{span})"))


def _counted(briefings: int, drafts: int) -> str:
    """Return how many briefings there are, and how many of them readers do not see yet."""
    count = "1 briefing" if briefings == 1 else f"{briefings} briefings"
    return f"{count}, of them {drafts} in draft" if drafts else count


def print_storyline(story: Mapping[str, Any]) -> None:
    """Print what is known of a storyline."""
    out.print(f"[bold]storyline {escape(story['id'])}[/bold]: {escape(story['title'])} ({escape(story['path'])})")
    drafts = sum(one["draft"] for one in story["briefings"])
    out.print(escape(_counted(len(story["briefings"]), drafts)))
    for event in story["events"]:
        untold = "" if event["briefing"] else "; no briefing yet"
        out.print(escape(f"- {event['date']}: {event['what']} (known since {event['known']}{untold})"))
    for note in story["notes"]:
        out.print(escape(f"note {note['date'] or 'without a date'}: {note['text']} (line {note['line']})"))
    if story["outlets"]:
        out.print(escape("reported by " + ", ".join(f"{name} ({n})" for name, n in story["outlets"].items())))
    for one in story["questions"]:
        state = f"answered by {one['answered_by']}" if one["answered_by"] else "open"
        out.print(escape(f"? {one['text']} ({one['briefing']}; {state})"))
