"""``briefings tag``: work on the taxonomy."""

from __future__ import annotations

from typing import Annotated

import typer

from builder.cli import retag, subjects
from builder.cli.printing import escape, out
from builder.model.taxonomy import TagKind

commands = typer.Typer(help="Work on the taxonomy in briefings/tags.yml.", no_args_is_help=True, rich_markup_mode=None)
for _further in (subjects, retag):
    commands.add_typer(_further.commands)


@commands.command("accept")
def tag_accept(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The name as texts write it.")],
    kind: Annotated[
        TagKind | None, typer.Option("--kind", help="What it is. [default: what the texts tell, else topic]")
    ] = None,
    tag_id: Annotated[
        str | None, typer.Option("--id", help="Id in the taxonomy. [default: made from the name]")
    ] = None,
    unsaid: Annotated[bool, typer.Option("--unsaid", help="Take it in though no briefing says it yet.")] = False,
    dry_run: Annotated[bool, retag.DRY] = False,
) -> None:
    """Take a proposed name into the taxonomy, and tag the briefings that speak of it; git diff shows them.

    Example: briefings tag accept "South Korea" --kind place
    """
    from builder.pipeline import taxonomy

    accepted = taxonomy.accept_tag(context.obj, name, kind, tag_id, unsaid=unsaid)
    if not dry_run:
        taxonomy.carry_out(accepted)
    would = "would be " if dry_run else ""
    out.print(escape(f"briefings/tags.yml: {would}added {accepted.tag} ({accepted.kind})"))
    for path in accepted.briefings:
        out.print(escape(f"{path}: {would}tagged {accepted.tag}"))
