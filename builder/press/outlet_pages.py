"""The page of an outlet: what it published, whom it relied on and who relied on it. Long lists are cut and counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from builder.desk.sources.dealings import Dealing, Dealings
from builder.desk.sources.sourcing import Party
from builder.languages.catalogue import marked
from builder.model.briefing import Briefing, SourceKind
from builder.model.ids import OutletId
from builder.model.outlet import Outlet
from builder.press import sources, words
from builder.press.edition import Edition, Json
from builder.press.feeds.channels import places
from builder.press.list_pages import sheet, years
from builder.press.sheets import sheets
from builder.press.staged import StagedPage

MOST = 10
"""Rows of a list."""
EXAMPLES = 3
"""Briefings, the latest, by which a row shows who relied on the outlet."""
FURTHER = 22
"""Briefings before those, folded; of still earlier ones the number is told, and the way to all of that outlet's."""
_HOST = re.compile(r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}", re.IGNORECASE)


def outlets(edition: Edition) -> Iterator[StagedPage]:
    """Yield the pages of every outlet that published, carried, or was relied on."""
    for outlet, dealings in sorted(edition.dealings.items()):
        briefings = edition.by_outlet.get(outlet, ())
        name = edition.outlet_name(outlet)
        for part in sheets(edition, f"outlets/{outlet}", briefings):
            first = not part.key
            archive = _who(edition, outlet, briefings) | {
                "count": len(briefings) if first else None,
                # Further pages are further briefings: what is said once need not change them all.
                "dealings": _dealings(edition, dealings, part.up) if first else None,
                "years": years(edition, part.briefings, part.up),
                "pager": part.pager,
                "feeds": places(f"{part.up}outlets/{outlet}/") if briefings else None,
            }
            about = (
                _about(edition, name, briefings, dealings)
                if first
                else edition.say("Briefings on reports of {name}.", name=name)
            )
            yield sheet(f"outlets/{outlet}", part, name, about, archive)


def _who(edition: Edition, outlet: OutletId, briefings: Sequence[Briefing]) -> Json:
    own = edition.settings.language
    known = edition.archive.outlets.get(outlet)
    spoken = {briefing.language or own for briefing in briefings}
    if known and known.language:
        spoken.add(known.language)
    return {
        "kind": "outlet",
        "name": edition.outlet_name(outlet),
        "outlet_kind": edition.say(str(known.kind)) if known else "",
        "state": Party(name="", outlet=known).of_a_state,
        "aliases": list(known.aliases) if known else [],
        "home": home(known),
        "languages": sorted({words.name_of(language, own) for language in spoken}),
    }


def home(known: Outlet | None) -> Json | None:
    """Return where an outlet is at home, ``{host, url}``; what is no host is shown and not linked."""
    host = known.domains[0] if known and known.domains else ""
    return {"host": host, "url": f"https://{host}/" if _HOST.fullmatch(host) else None} if host else None


def _about(edition: Edition, name: str, briefings: Sequence[Briefing], dealings: Dealings) -> str:
    if briefings:
        return edition.say.many(
            "One briefing on reports of {name}, whom they rely on, and who relies on {name}.",
            "{count} briefings on reports of {name}, whom they rely on, and who relies on {name}.",
            len(briefings),
            name=name,
        )
    return edition.say.many(
        "Who relied on {name}: one briefing.", "Who relied on {name}: {count} briefings.", dealings.relying, name=name
    )


def _dealings(edition: Edition, dealings: Dealings, up: str) -> list[Json]:
    """Return the lists that hold something: ``{heading, note, rows, more}``."""
    say = edition.say
    lists = (
        (say("Relied on"), say("sources that its reports name"), dealings.relied_on, False),
        (
            say("Relied on by"),
            say.many("in one briefing", "in {count} briefings", dealings.relying),
            dealings.relied_on_by,
            True,
        ),
        (say("Carried by"), say("outlets that published the same report"), dealings.carried_by, False),
        (say("Carries"), say("outlets whose reports it published too"), dealings.carries, False),
    )
    return [
        {
            "heading": heading,
            "note": note,
            "rows": [_row(edition, one, up, examples=examples) for one in rows[:MOST]],
            "more": max(0, len(rows) - MOST),
        }
        for heading, note, rows, examples in lists
        if rows
    ]


_SUMMED: Mapping[SourceKind | None, str] = {
    SourceKind.DOCUMENT: marked("documents"),
    SourceKind.ANONYMOUS: marked("unnamed sources"),
    None: marked("no outlet named"),
}


def _row(edition: Edition, one: Dealing, up: str, *, examples: bool) -> Json:
    party, outlet = one.party, one.party.outlet
    kind = str(outlet.kind) if outlet else sources.KIND[one.kind] if one.kind and party.name else ""
    latest = one.briefings[::-1][: EXAMPLES + FURTHER] if examples else ()
    pointers = [edition.pointer(edition.archive.by_slug[slug], up) for slug in latest]
    return {
        "name": party.name or edition.say(_SUMMED[one.kind]),
        "url": edition.outlet_url(party.id, up),
        "kind": edition.say(kind),
        "state": party.of_a_state,
        "count": len(one.briefings),
        "briefings": pointers[:EXAMPLES],
        "further": pointers[EXAMPLES:],
        "earlier": len(one.briefings) - len(latest) if examples else 0,
    }
