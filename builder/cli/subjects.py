"""``briefings tag list | show | suggest``: the taxonomy looked at."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import typer

from builder.cli.app import CLEAN, FINDINGS
from builder.cli.printing import escape, out
from builder.model.taxonomy import TagKind

commands = typer.Typer()

_JSON = typer.Option("--json", help="Print JSON.")
_FEW = 3
"""Briefings and tags that a line names; of more it tells the number."""


@commands.command("list")
def tag_list(
    context: typer.Context,
    kind: Annotated[TagKind | None, typer.Option("--kind", help="Only tags of a kind.")] = None,
    unused: Annotated[bool, typer.Option("--unused", help="Only tags that no briefing carries.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines.")] = False,
) -> None:
    """List the taxonomy: id, kind, how many briefings carry it, name.

    Example: briefings tag list --kind person
    """
    from builder.pipeline import subjects

    for tag in subjects.listed(context.obj, kind=kind, unused=unused):
        if as_json:
            sys.stdout.write(json.dumps(tag, ensure_ascii=False) + "\n")
        else:
            out.print(escape(f"{tag['id']:<32}{tag['kind']:<14}{tag['briefings']:>5}  {tag['label']}"))


@commands.command("show")
def tag_show(
    context: typer.Context,
    tag: Annotated[str, typer.Argument(help="Id, former id or name.")],
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Show what the archive knows of a tag: names, place among the others, briefings, what stands beside it.

    Example: briefings tag show geneva
    """
    from builder.pipeline import subjects

    known = subjects.shown(context.obj, tag)
    if as_json:
        sys.stdout.write(json.dumps(known, ensure_ascii=False, indent=1) + "\n")
    else:
        print_subject(known)


def print_subject(known: Mapping[str, Any]) -> None:
    """Print a subject, one line a fact; what is not known has no line."""
    labels = ", ".join(f"{label} ({language})" for language, label in known["labels"].items())
    out.print(f"[bold]{escape(known['id'])}[/bold]  {known['kind']}")
    _row("labels", labels)
    for key in ("aliases", "broader", "narrower", "former", "storylines"):
        _row(key, ", ".join(known[key]))
    _row("codes", ", ".join(filter(None, (known["wikidata"], known["mediatopic"]))))
    _row("together", ", ".join(f"{tag} {count}" for tag, count in known["together"].items()))
    _row("briefings", str(known["briefings"]))
    if known["first"]:
        _row("first", _briefing(known["first"]))
    for briefing in known["latest"]:
        _row("latest" if briefing is known["latest"][0] else "", _briefing(briefing))


def _briefing(known: Mapping[str, Any]) -> str:
    return f"{known['date'] or 'no date   '}  {known['title']}  {known['path']}"


def _row(name: str, said: str) -> None:
    if said:
        out.print(escape(f"  {name:<12}{said}"))


@commands.command("suggest")
def tag_suggest(
    context: typer.Context,
    least: Annotated[int, typer.Option("--least", min=1, help="Briefings in which a name must occur.")] = 3,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Suggest what to do for the taxonomy: names to take in, names of two tags, tags that say the same, labels to add.

    The kind of a name is a guess; "?" where the texts do not tell. Exit code 1 says that there is something to look at.

    Example: briefings tag suggest --least 5
    """
    from builder.pipeline import subjects

    found = subjects.suggested(context.obj, least=least)
    if as_json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    else:
        _print_suggested(found)
    something = any((found["names"], found["clashes"], found["inseparable"], found["unlabelled"]["tags"]))
    raise typer.Exit(FINDINGS if something else CLEAN)


def _print_suggested(found: Mapping[str, Any]) -> None:
    _part("Names that no tag has (take one in: briefings tag accept NAME --kind KIND)", map(_name, found["names"]))
    _part(
        "Names of several tags; texts get the first (take it out of the others)",
        (f"{one['name']:<32}{', '.join(one['tags'])}" for one in found["clashes"]),
    )
    _part(
        "Tags that always stand together (one of them may do: briefings tag merge)",
        (f"{' and '.join(one['tags']):<46}{one['briefings']:>5}" for one in found["inseparable"]),
    )
    _part(f"Tags without a label in {found['unlabelled']['language']}", found["unlabelled"]["tags"])


def _name(one: Mapping[str, Any]) -> str:
    return f"{one['name']:<32}{one['kind'] or '?':<14}{len(one['briefings']):>5}  {_some(one['briefings'])}"


def _part(title: str, lines: Iterable[str]) -> None:
    said = list(lines)
    if said:
        out.print(f"[bold]{escape(title)}[/bold]")
        for line in said:
            out.print(escape(f"  {line}"))


def _some(paths: list[str]) -> str:
    shown = " ".join(path.removeprefix("briefings/") for path in paths[:_FEW])
    return f"{shown} …" if len(paths) > _FEW else shown
