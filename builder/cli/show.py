"""``briefings show``: all that the archive knows of one thing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer

from builder.cli.printing import escape, out
from builder.cli.storyline import print_storyline
from builder.cli.subjects import print_subject

commands = typer.Typer()


@commands.command()
def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Slug or file of a briefing, or id of an event, a storyline or a tag.")],
    why: Annotated[bool, typer.Option("--why", help="Say why items were joined or kept apart.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Show a briefing with what its background items are tied to, an event, a storyline, a tag.

    Example: briefings show gagarin-orbits-the-earth --why
    """
    from builder.pipeline import show as steps

    known = steps.show(context.obj, name)
    if as_json:
        sys.stdout.write(json.dumps(known, ensure_ascii=False, indent=1) + "\n")
        return
    if known["briefing"]:
        _briefing(known["briefing"], why=why)
    if known["event"]:
        _event(known["event"], why=why)
    if known["storyline"]:
        print_storyline(known["storyline"])
    if known["tag"]:
        print_subject(known["tag"])


def _briefing(briefing: Mapping[str, Any], *, why: bool) -> None:
    out.print(f"[bold]{escape(briefing['title'])}[/bold]")
    for line in _who_says_so(briefing["sources"]):
        _say(line)
    for item in briefing["items"]:
        _item(item["date"], item["text"])
        if item["why"]:
            _say(_tied(item["why"]))
            _reasons(item["why"], asked=why)


def _who_says_so(told: Mapping[str, Any]) -> Iterator[str]:
    yield told["standing"]
    if told["relies_on"]:
        outlet = _named(told["outlet"]) if told["outlet"] else "nobody in particular"
        yield f"{outlet} relies on {', '.join(map(_source, told['relies_on']))}"


def _source(one: Mapping[str, Any]) -> str:
    count = f"{one['count']} " if one["count"] and one["count"] > 1 else ""
    state = ", state media" if one["state_media"] else ""
    ways = "".join(f", by way of {_named(way)}" for way in one["by_way_of"][::-1])
    return f"{count}{one['name']} ({one['kind']}{state}{ways})"


def _named(party: Mapping[str, Any]) -> str:
    return f"{party['name']} [state media]" if party["state_media"] else str(party["name"])


def _event(event: Mapping[str, Any], *, why: bool) -> None:
    out.print(f"[bold]event {escape(event['id'])}[/bold]: {escape(event['what'])}")
    _say(f"{event['when'] or 'no date'} ({event['certainty']}), known since {event['known']}")
    _say(f"reported by {', '.join(event['reports'])}" if event["reports"] else "no briefing of the archive reports it")
    told = event["originals"]
    if told["line"]:
        _say(told["line"])
        for one in told["originals"]:
            for report in one["reports"]:
                _say(f"  {report['outlet'] or 'no outlet'} in {report['briefing']}: {report['why']}")
    for mention in event["mentions"]:
        _item(mention["date"], f"{mention['text']} ({mention['briefing']})")
        _reasons(mention["why"], asked=why)


def _item(date: str | None, text: str) -> None:
    out.print(escape(f"- {date or 'no date'}: {text}"))


def _tied(why: Mapping[str, Any]) -> str:
    if not why["briefing"]:
        return f"no briefing; event {why['event']}"
    return f"{'later: ' if why['later'] else ''}{why['briefing']}"


def _reasons(why: Mapping[str, Any], *, asked: bool) -> None:
    if not asked:
        return
    if why["doubt"]:
        _say(f"kept apart: {why['doubt']}")
    else:
        bits = f", {why['bits']} bits of {why['enough']} needed" if why["bits"] else ""
        _say(f"because: {why['ground']}{', ' + why['when'] if why['when'] else ''}{bits}")
    if why["shared"]:
        _say(f"both say: {', '.join(why['shared'])}")
    if why["missing"]:
        _say(f"only the item names: {', '.join(why['missing'])}")
    for rival in why["rivals"]:
        shared = f"; shares {', '.join(rival['shared'])}" if rival["shared"] else ""
        _say(f"also looked at: {rival['briefing']} ({rival['when']}, {rival['bits']} bits{shared})")


def _say(text: str) -> None:
    out.print(escape(f"    {text}"))
