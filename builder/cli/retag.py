"""``briefings tag rename | merge | split | remove``: the taxonomy changed, with every briefing that it touches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from builder.cli.app import CLEAN, FINDINGS
from builder.cli.printing import err, escape, out

if TYPE_CHECKING:
    from builder.pipeline.retagging import Plan

commands = typer.Typer()

DRY = typer.Option("--dry-run", help="Show what would change, and change nothing.")


@commands.command("rename")
def tag_rename(
    context: typer.Context,
    old: Annotated[str, typer.Argument(help="Id as it is.")],
    new: Annotated[str, typer.Argument(help="Id as it is to be; the same one to change the name alone.")],
    label: Annotated[
        str | None, typer.Option("--label", help="Name to show from now on; the one before becomes an alias.")
    ] = None,
    dry_run: Annotated[bool, DRY] = False,
) -> None:
    """Give a tag another id, in the taxonomy and in every briefing. Its old address leads to the new one.

    Example: briefings tag rename baikonur tyuratam --label Tyuratam --dry-run
    """
    from builder.pipeline import retagging

    _carry_out(context, retagging.rename(context.obj, old, new, label), dry=dry_run)


@commands.command("merge")
def tag_merge(
    context: typer.Context,
    tags: Annotated[list[str], typer.Argument(metavar="FROM... INTO", help="Ids; the last one stays.")],
    dry_run: Annotated[bool, DRY] = False,
    force: Annotated[bool, typer.Option("--force", help="Also where they are of several kinds.")] = False,
) -> None:
    """Make several tags one. The last takes the names of the others, and their addresses lead to it.

    Example: briefings tag merge track-two summits diplomacy --dry-run
    """
    from builder.pipeline import retagging

    if len(tags) < 2:  # noqa: PLR2004 - one that goes, one that stays
        raise typer.BadParameter("name the tags that go, and last the one that stays", param_hint="FROM... INTO")
    _carry_out(context, retagging.merge(context.obj, tags[:-1], tags[-1], across=force), dry=dry_run)


@commands.command("split")
def tag_split(
    context: typer.Context,
    tag: Annotated[str, typer.Argument(help="Id of the tag to split.")],
    into: Annotated[list[str], typer.Option("--into", metavar="A B...", help="Ids of the tags to split it into.")],
    more: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,
    dry_run: Annotated[bool, DRY] = False,
) -> None:
    """Give the briefings of a tag to several others: each to the one whose names its text holds.

    Those that name none or several keep the tag and are listed (exit code 1): give them one by hand, and run it again.
    When none is left, the tag goes, and its address leads to the new ones.

    Example: briefings tag split soyuz --into soyuz-spacecraft soyuz-rocket --dry-run
    """
    from builder.pipeline import retagging

    _carry_out(context, retagging.split(context.obj, tag, [*into, *(more or ())]), dry=dry_run)


@commands.command("remove")
def tag_remove(
    context: typer.Context,
    tag: Annotated[str, typer.Argument(help="Id of the tag to take out.")],
    dry_run: Annotated[bool, DRY] = False,
) -> None:
    """Take a tag out of the taxonomy and of every briefing. To make it another instead: tag merge.

    Example: briefings tag remove gemini --dry-run
    """
    from builder.pipeline import retagging

    _carry_out(context, retagging.remove(context.obj, tag), dry=dry_run)


def _carry_out(context: typer.Context, plan: Plan, *, dry: bool) -> None:
    for change in plan.changes:
        out.print(f"[bold]{escape(change.path)}[/bold]")
        for line in change.lines():
            if not line.startswith("@@"):
                out.print(f"  [{'red' if line.startswith('-') else 'green'}]{escape(line)}[/]")
    for line in plan.told:
        out.print(escape(line))
    for path, fit in plan.unsure:
        out.print(escape(f"{path}: keeps the tag; its text names {_several(fit)}"))
    for line in plan.left:
        err.print(escape(f"left as it is: {line}"))
    files = "1 file" if len(plan.changes) == 1 else f"{len(plan.changes)} files"
    if dry:
        out.print(f"would change {files}; nothing is written")
    else:
        plan.apply(context.obj)
        out.print(f"changed {files}; git diff shows them" if plan.changes else "nothing to change")
    raise typer.Exit(FINDINGS if plan.unsure or plan.left else CLEAN)


def _several(tags: Sequence[str]) -> str:
    return " and ".join(tags) if tags else "none of them"
