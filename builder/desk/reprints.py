"""The same report at another outlet: it joins the briefing, so that five reprints count as one report."""

from __future__ import annotations

from dataclasses import replace

from builder.model.briefing import Briefing, Carrier
from builder.model.ids import OutletId


def carries(main: Briefing, outlet: OutletId, url: str | None) -> bool:
    """Tell whether a briefing already says that an outlet has the report, at that address."""
    known = ((main.outlet, main.url), *((carrier.outlet, carrier.url) for carrier in main.carried_by))
    return (outlet, url) in known


def joined(main: Briefing, reprint: Briefing, outlet: OutletId) -> Briefing:
    """Return a briefing with one more outlet that carried its report; the first to publish is the main one.

    They change places only within a day: the file stands under the day of publication, and never moves by itself.
    """
    newcomer = Carrier(outlet=outlet, url=reprint.url, date=reprint.published)
    if main.outlet is None or not _earlier(reprint, main):
        return replace(main, carried_by=(*main.carried_by, newcomer))
    first = Carrier(outlet=main.outlet, url=main.url, date=main.published)
    return replace(
        main,
        outlet=outlet,
        url=reprint.url,
        published=reprint.published,
        byline=reprint.byline,
        carried_by=(*main.carried_by, first),
    )


def completed(first: Briefing, again: Briefing) -> Briefing | None:
    """Return what was composed of an input, with what the same input tells only now; ``None`` where that is nothing.

    That is its outlet, if nobody named it, and the time it prints, if nobody knew the zone of that outlet.
    """
    made = replace(first, outlet=again.outlet) if first.outlet is None and again.outlet else first
    day, now = first.published, again.published
    if day and now and now.time and not day.time and day.day == now.day:
        made = replace(made, published=now)
    return made if made != first else None


def _earlier(one: Briefing, other: Briefing) -> bool:
    """Tell whether one came out before the other on the same day, by the clock of both."""
    if one.published is None or other.published is None:
        return False
    timed = one.published.time is not None and other.published.time is not None
    return timed and one.published.day == other.published.day and one.published.order < other.published.order
