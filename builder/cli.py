"""The command line: arguments, progress, printing, exit codes."""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from builder import pipeline, printing
from builder.errors import BriefingsError
from builder.findings import Finding, Severity
from builder.model.taxonomy import TagKind
from builder.printing import err, escape, out

CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2
"""Exit codes. One covers inputs that were refused as well."""

app = typer.Typer(
    name="briefings",
    help="Articles in, a curated archive of dated, sourced briefings out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
tag_app = typer.Typer(help="Work on the taxonomy in briefings/tags.yml.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(tag_app, name="tag")

_archive = Path()


def main() -> None:
    """Run the command line; a fault is one line, never a traceback."""
    sys.excepthook = _crashed
    # The values of an archive are made once and live to the end: looking for garbage among them is a tenth of loading.
    gc.set_threshold(50_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter of a headline shows a question mark; the briefing is written anyway.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app()
    except BriefingsError as fault:
        err.print(f"[red]briefings:[/red] {escape(str(fault))}")
        sys.exit(COULD_NOT_RUN)
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        err.print(f"[red]briefings:[/red] {escape(where)}{escape(fault.strerror or str(fault))}")
        sys.exit(COULD_NOT_RUN)


def _crashed(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """Show a bug in full, and never let it pass for mere findings: Python's own exit code would be 1."""
    sys.__excepthook__(kind, fault, trace)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(COULD_NOT_RUN)


def today() -> dt.date:
    """Return the day of ``SOURCE_DATE_EPOCH`` where it is set, so that runs can be repeated; else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    except (ValueError, OverflowError, OSError) as fault:
        raise BriefingsError(f'SOURCE_DATE_EPOCH "{epoch}" is no number of seconds since 1970') from fault
    return now.date()


def _version(*, value: bool) -> None:
    if value:
        out.print(f"briefings {version('briefings')}")
        raise typer.Exit


@app.callback()
def _global(
    archive: Annotated[
        Path, typer.Option("--archive", "-C", help="Folder of the archive: where its mkdocs.yml stands.")
    ] = Path(),
    _shown: Annotated[
        bool,
        typer.Option(
            "--version", callback=lambda value: _version(value=value), is_eager=True, help="Say which version this is."
        ),
    ] = False,
) -> None:
    global _archive  # noqa: PLW0603 - the one option that every command shares
    _archive = archive.resolve()


@contextmanager
def _progress(total: int | None = None) -> Iterator[pipeline.Progress]:
    """Yield what steps report to: a bar on a terminal, nothing elsewhere."""
    if not err.is_terminal:
        yield lambda _step, _done: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, transient=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda step, done: shown.update(task, description=step, completed=done)


@app.command()
def ingest(
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
    with _progress() as told:
        taken = list(pipeline.ingest(_archive, inputs, outlet=outlet, today=today(), told=told))
    if not taken:
        raise BriefingsError(f"nothing to read in {', '.join(inputs)}; name a file, or a folder with files in it")
    ties = pipeline.tied(_archive, [one.filed.briefing for one in taken if one.filed])
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


@app.command()
def check(as_json: Annotated[bool, typer.Option("--json", help="Print findings as JSON Lines.")] = False) -> None:
    """Say what an editor should mend before readers see it, as file:line: CODE message.

    Example: briefings check
    """
    loaded = pipeline.load(_archive)
    findings = sorted(pipeline.check(loaded, today()))
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
    raise typer.Exit(_code(findings))


def _code(findings: Iterable[Finding]) -> int:
    return FINDINGS if any(finding.severity is not Severity.NOTE for finding in findings) else CLEAN


@app.command()
def build(
    site: Annotated[
        Path | None,
        typer.Option("--site", help="Folder to publish to; replaced whole. [default: site/ in the archive]"),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Publish nothing if a briefing would have to be left out.")
    ] = False,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Worker processes. [default: one a core]")
    ] = None,
) -> None:
    """Build the site: pages, feeds, search. What has not changed is not made again.

    Example: briefings build --site public
    """
    with _progress() as told:
        built = pipeline.build(_archive, site or _archive / "site", workers=workers, strict=strict, told=told)
    for finding in sorted(built.findings):
        err.print(escape(str(finding)))
    printing.print_built(built, site or _archive / "site")
    raise typer.Exit(_code(built.findings))


@app.command()
def serve(
    port: Annotated[int, typer.Option("--port", help="Port on 127.0.0.1.")] = 8000,
) -> None:
    """Show the archive with its drafts on this machine, and follow changes.

    Example: briefings serve --port 8001
    """
    out.print(f"http://127.0.0.1:{port}/ will show the archive in a moment; Ctrl-C ends it.")
    pipeline.preview(_archive, port)


@tag_app.command("accept")
def tag_accept(
    name: Annotated[str, typer.Argument(help="The name as texts write it.")],
    kind: Annotated[TagKind, typer.Option("--kind", help="What it is.")] = TagKind.TOPIC,
    tag_id: Annotated[
        str | None, typer.Option("--id", help="Id in the taxonomy. [default: made from the name]")
    ] = None,
) -> None:
    """Take a proposed name into the taxonomy, and tag the drafts that speak of it; published ones stay as they are.

    Example: briefings tag accept "South Korea" --kind place
    """
    accepted = pipeline.accept_tag(_archive, name, kind, tag_id)
    out.print(escape(f"briefings/tags.yml: added {accepted.tag} ({kind})"))
    for path in accepted.briefings:
        out.print(escape(f"{path}: tagged {accepted.tag}"))
    if not accepted.briefings:
        out.print("no draft speaks of it; published briefings stay as they are: add the tag to those it belongs to")


@tag_app.command("list")
def tag_list() -> None:
    """List the taxonomy: id, kind, name, and how many briefings carry it.

    Example: briefings tag list
    """
    archive = pipeline.load(_archive).archive
    rows: Sequence[tuple[str, str, str, int]] = [
        (tag.id, str(tag.kind), tag.label("en"), len(archive.by_tag.get(tag.id, ())))
        for tag in archive.taxonomy.tags.values()
    ]
    for tag, kind, label, count in rows:
        out.print(escape(f"{tag:<32}{kind:<14}{count:>5}  {label}"))
