"""``briefings outlet``: who publishes, in ``outlets.yml``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Annotated, Any

import typer
from slugify import slugify

from builder.cli.printing import escape, out
from builder.errors import BadSettings
from builder.formats.outlets_yml import host_of, zone_of
from builder.model.ids import OutletId
from builder.model.outlet import Outlet, OutletKind

commands = typer.Typer(
    help="Work on the outlets in briefings/outlets.yml.", no_args_is_help=True, rich_markup_mode=None
)
LATEST = 5
"""Briefings that ``show`` names."""
MOST = 10
"""Sources of a list that ``show`` names."""


@commands.command("add")
def outlet_add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The outlet's name as readers know it.")],
    domain: Annotated[
        list[str] | None, typer.Option("--domain", help="Host of its pages; may be given several times.")
    ] = None,
    zone: Annotated[
        str | None, typer.Option("--zone", help="Time zone that dates what it prints: Europe/Kyiv.")
    ] = None,
    kind: Annotated[OutletKind, typer.Option("--kind", help="What it is.")] = OutletKind.NEWSPAPER,
    language: Annotated[str | None, typer.Option("--language", help="In which it mostly writes: en, de, uk.")] = None,
    alias: Annotated[
        list[str] | None, typer.Option("--alias", help="Another name; may be given several times.")
    ] = None,
    outlet_id: Annotated[str | None, typer.Option("--id", help="Id in the file. [default: made from the name]")] = None,
) -> None:
    """Add an outlet, so that its articles get their time zone and its name is known as a source.

    Example: briefings outlet add "Ukrainska Pravda" --domain pravda.com.ua --zone Europe/Kyiv
    """
    from builder.pipeline import outlets

    made = Outlet(
        id=OutletId(outlet_id or slugify(name)),
        name=name,
        kind=kind,
        aliases=tuple(alias or ()),
        domains=tuple(_checked("--domain", one, host_of) for one in domain or ()),
        zone=zone and _checked("--zone", zone, zone_of),
        language=language,
    )
    outlets.add(context.obj, made)
    out.print(escape(f"briefings/outlets.yml: added {made.id}"))
    if zone is None:
        out.print("without --zone the times that it prints are left out")


def _checked(option: str, said: str, read: Callable[[str], str]) -> str:
    try:
        return read(said)
    except ValueError as fault:
        raise BadSettings(f"{option}: {fault}") from fault


@commands.command("list")
def outlet_list(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines.")] = False
) -> None:
    """List the outlets: id, kind, zone, name, and how many briefings rest on each.

    Example: briefings outlet list
    """
    from builder.pipeline import outlets
    from builder.pipeline.archive import load

    loaded = load(context.obj)
    for outlet in loaded.archive.outlets.values():
        count = sum(1 for _ in outlets.published(loaded, outlet.id))
        if as_json:
            sys.stdout.write(json.dumps({**_plain(outlet), "briefings": count}, ensure_ascii=False) + "\n")
        else:
            out.print(escape(f"{outlet.id:<28}{outlet.kind:<14}{outlet.zone or '-':<22}{count:>5}  {outlet.name}"))


@commands.command("show")
def outlet_show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Id, name or domain.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show what is known of an outlet: its latest briefings, whom it relied on, and who relied on it.

    Example: briefings outlet show pravda.com.ua
    """
    from builder.pipeline import outlets
    from builder.pipeline.archive import load

    loaded = load(context.obj)
    outlet = outlets.find(loaded, name)
    its = list(outlets.published(loaded, outlet.id))
    dealings = outlets.plain(outlets.dealings_of(loaded, outlet.id))
    if as_json:
        known = {**_plain(outlet), "briefings": len(its), **dealings}
        sys.stdout.write(json.dumps(known, ensure_ascii=False) + "\n")
        return
    for key, value in _plain(outlet).items():
        said = ", ".join(value) if isinstance(value, list) else value
        if said:
            out.print(escape(f"{key:<11}{said}"))
    out.print(f"{'briefings':<11}{len(its)}")
    for briefing in its[-LATEST:][::-1]:
        out.print(escape(f"  {loaded.paths[briefing.slug]}  {briefing.headline}"))
    for key, rows in dealings.items():
        if rows:
            out.print(key.replace("_", " "))
        for row in rows[:MOST]:
            out.print(escape(f"{len(row['briefings']):>5}  {_named(row)}"))
        if len(rows) > MOST:
            out.print(f"       and {len(rows) - MOST} more")


def _named(row: Mapping[str, Any]) -> str:
    summed = {"document": "documents", "anonymous": "unnamed sources", None: "no outlet named"}
    return (row["name"] or summed[row["kind"]]) + (" (state media)" if row["state_media"] else "")


def _plain(outlet: Outlet) -> dict[str, str | list[str] | None]:
    known = asdict(outlet)
    del known["line"]
    return {key: list(value) if isinstance(value, tuple) else value for key, value in known.items()}
