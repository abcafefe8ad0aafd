"""The chain as the page of a briefing shows it: strength first, then its links, then who else reported the event."""

from __future__ import annotations

from collections.abc import Iterator

from builder.desk.sources.originals import Original
from builder.desk.sources.sourcing import Party, Source
from builder.model.briefing import Briefing, SourceKind
from builder.press import sources
from builder.press.edition import Edition, Json

MOST_REPORTS = 12
"""Reports of one event that a page names."""


def of_briefing(edition: Edition, briefing: Briefing, up: str) -> Json:
    """Return SOURCES: ``{standing, publisher, links, reports}``, ``reports`` only where there is more than one."""
    chain = edition.chain(briefing)
    publisher = chain.publisher
    return {
        "standing": sources.standing(chain, edition.say),
        "publisher": _party(edition, publisher, up) if publisher else None,
        "links": [_link(edition, one, up) for one in chain.sources],
        "reports": _reports(edition, briefing, up),
    }


def _party(edition: Edition, party: Party, up: str) -> Json:
    return {"name": party.name, "url": edition.outlet_url(party.id, up), "state": party.of_a_state}


def _link(edition: Edition, source: Source, up: str) -> Json:
    kind = sources.sort(source)
    return _party(edition, source.party, up) | {
        # Whom a state runs is marked so already.
        "kind": "" if source.party.of_a_state and kind == sources.STATE_MEDIA else edition.say(kind),
        "anonymous": source.kind is SourceKind.ANONYMOUS,
        "count": source.count,
        "where": source.where,
        # The one that spoke to the source; through whom that one is known, its own link says.
        "via": _party(edition, source.ways[-1], up) if source.ways else None,
    }


def _reports(edition: Edition, briefing: Briefing, up: str) -> Json | None:
    found = edition.originals(briefing)
    line = sources.count_of_reports(found, edition.say)
    if not line:
        return None
    rows = [row for original in found for row in _rows(edition, briefing, original, up)]
    return {"line": line, "rows": rows[:MOST_REPORTS], "more": max(0, len(rows) - MOST_REPORTS)}


def _rows(edition: Edition, here: Briefing, original: Original, up: str) -> Iterator[Json]:
    """Yield the reports of one original: who, in which briefing, and why it is counted with the others."""
    for report in original.reports:
        briefing = edition.archive.by_slug[report.briefing]
        yield {
            "outlet": report.outlet.name if report.outlet else "",
            "briefing": None if briefing is here else edition.pointer(briefing, up),
            "original": original.name,
            "why": edition.say(str(report.reason)),
        }
