"""``briefings tag``: work on the taxonomy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from builder.cli import retag
from builder.cli.printing import escape, out
from builder.model.taxonomy import TagKind

commands = typer.Typer(help="Work on the taxonomy in briefings/tags.yml.", no_args_is_help=True, rich_markup_mode=None)
commands.add_typer(retag.commands)


@commands.command("accept")
def tag_accept(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The name as texts write it.")],
    kind: Annotated[TagKind, typer.Option("--kind", help="What it is.")] = TagKind.TOPIC,
    tag_id: Annotated[
        str | None, typer.Option("--id", help="Id in the taxonomy. [default: made from the name]")
    ] = None,
) -> None:
    """Take a proposed name into the taxonomy, and tag the drafts that speak of it; published ones stay as they are.

    Example: briefings tag accept "South Korea" --kind place
    """
    from builder.pipeline import taxonomy

    accepted = taxonomy.accept_tag(context.obj, name, kind, tag_id)
    out.print(escape(f"briefings/tags.yml: added {accepted.tag} ({kind})"))
    for path in accepted.briefings:
        out.print(escape(f"{path}: tagged {accepted.tag}"))
    if not accepted.briefings:
        out.print("no draft speaks of it; published briefings stay as they are: add the tag to those it belongs to")


@commands.command("list")
def tag_list(context: typer.Context) -> None:
    """List the taxonomy: id, kind, name, and how many briefings carry it.

    Example: briefings tag list
    """
    from builder.pipeline.archive import load

    archive = load(context.obj).archive
    rows: Sequence[tuple[str, str, str, int]] = [
        (tag.id, str(tag.kind), tag.label("en"), len(archive.by_tag.get(tag.id, ())))
        for tag in archive.taxonomy.tags.values()
    ]
    for tag, kind, label, count in rows:
        out.print(escape(f"{tag:<32}{kind:<14}{count:>5}  {label}"))
