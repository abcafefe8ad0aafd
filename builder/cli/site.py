"""``briefings build`` and ``briefings serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from builder.cli import printing
from builder.cli.app import code_of, day, progress, today
from builder.cli.printing import err, escape, out

commands = typer.Typer()


@commands.command()
def build(
    context: typer.Context,
    site: Annotated[
        Path | None,
        typer.Option("--site", help="Folder to publish to; replaced whole. [default: site/ in the archive]"),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Publish nothing if a briefing would have to be left out, or is of a day to come."
        ),
    ] = False,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Worker processes. [default: one a core]")
    ] = None,
    news: Annotated[
        str | None,
        typer.Option(
            "--news", metavar="YYYY-MM-DD", help="Write a sitemap of the news of this day and the one before."
        ),
    ] = None,
) -> None:
    """Build the site: pages, feeds, data, search. What has not changed is not made again.

    Example: briefings build --site public
    """
    from builder.pipeline import site as steps

    news_of = day("--news", news)
    with progress() as told:
        built = steps.build(
            context.obj,
            site or context.obj / "site",
            today=today(),
            workers=workers,
            strict=strict,
            news_of=news_of,
            told=told,
        )
    for finding in sorted(built.findings):
        err.print(escape(str(finding)))
    printing.print_built(built, site or context.obj / "site")
    raise typer.Exit(code_of(built.findings))


@commands.command()
def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option("--port", help="Port on 127.0.0.1.")] = 8000,
) -> None:
    """Show the archive with its drafts on this machine, and follow changes.

    Example: briefings serve --port 8001
    """
    from builder.pipeline import site as steps

    out.print(f"http://127.0.0.1:{port}/ will show the archive in a moment; Ctrl-C ends it.")
    steps.preview(context.obj, port)
