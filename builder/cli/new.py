"""``briefings new``."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from builder.cli.app import BACKGROUND, lines, today
from builder.cli.printing import escape, out

commands = typer.Typer()


@commands.command()
def new(
    context: typer.Context,
    title: Annotated[str, typer.Argument(help="The headline, in quotes.")],
    date: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Its day. [default: today]")] = None,
    tags: Annotated[
        str | None, typer.Option("--tags", help="Ids of tags, parted by commas. [default: those the title names]")
    ] = None,
    background: Annotated[str | None, BACKGROUND] = None,
) -> None:
    """Begin a briefing of your own: a draft, with the background that the archive proposes.

    Example: briefings new "Council votes on the tide gate" --tags harbour-council,tide-gate
    """
    from builder.pipeline import new as steps

    named = tuple(tag.strip() for tag in (tags or "").split(",") if tag.strip())
    sheet = steps.Sheet(title=title, day=_day(date), tags=named, background=lines(background))
    drafted = steps.new(context.obj, sheet)
    out.print(escape(f"{drafted.path}  (draft)"))
    out.print(escape(f"  tags       {', '.join(drafted.tags) or 'none known'}"))
    said = f"{drafted.recalled} lines proposed from earlier briefings" if drafted.recalled else "nothing to propose"
    out.print(escape(f"  background {said}"))


def _day(said: str | None) -> dt.date:
    if said is None:
        return today()
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        raise typer.BadParameter(f'"{said}" is no day; write one such as 2025-03-10', param_hint="--date") from None
