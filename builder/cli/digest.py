"""``briefings digest``."""

from __future__ import annotations

import enum
import sys
from typing import Annotated

import typer

from builder.cli.app import day, end_with
from builder.errors import BriefingsError

commands = typer.Typer()


class Form(enum.StrEnum):
    """In which form a digest is told."""

    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"
    EML = "eml"


@commands.command()
def digest(
    context: typer.Context,
    since: Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="First day.")] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="YYYY-MM-DD", help="Last day. [default: that of the latest briefing]"),
    ] = None,
    storyline: Annotated[str | None, typer.Option("--storyline", help="Id of a storyline, told whole.")] = None,
    form: Annotated[Form, typer.Option("--form", help="html is made for mail, eml is the whole mail.")] = Form.MARKDOWN,
) -> None:
    """Tell what was published in some days, or a storyline: with sources, links and what came before.

    Example: briefings digest --since 1975-07-15 --form eml > digest.eml
    """
    from builder.pipeline import digest as steps
    from builder.pipeline.archive import as_published

    if storyline and (since or until):
        raise BriefingsError("a digest is of days or of a storyline; leave out --storyline, or --since and --until")
    if not storyline and not since and not until:
        raise BriefingsError("say of which days: --since YYYY-MM-DD, and --until; or which --storyline ID")
    first, last = day("--since", since), day("--until", until)
    edition, left_out = as_published(context.obj)
    told = (
        steps.of_storyline(edition, storyline, form=form)
        if storyline
        else steps.of_days(edition, first, last, form=form)
    )
    # As bytes: a mail brings its own line ends.
    sys.stdout.buffer.write(told.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    end_with(left_out)
