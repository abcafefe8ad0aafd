"""What an event says of itself, once it is known who reports it and who recalls it."""

from __future__ import annotations

from collections.abc import Sequence

from builder.desk.join.clusters import Said
from builder.desk.join.holdings import Holdings
from builder.formats import edtf
from builder.model.address import filed
from builder.model.edtf import Edtf
from builder.model.event import Certainty, Event, Mention
from builder.model.ids import EventId


def event(held: Holdings, reports: Sequence[int], items: Sequence[Said]) -> Event:
    """Return an event of the briefings at some places, oldest first, and the items that recall it; not both empty."""
    items = sorted(items, key=lambda one: (filed(one.briefing), one.briefing.slug, one.path))
    slugs = tuple(held.line[at].slug for at in reports)
    ids = [*(EventId(slug) for slug in slugs), *dict.fromkeys(one.id for one in items)]
    when = _reported(held, reports[0]) if reports else _finest(items)
    return Event(
        id=ids[0],
        what=held.line[reports[0]].headline if reports else items[0].text,
        when=when,
        certainty=_certainty(when),
        reports=slugs,
        mentions=tuple(
            Mention(briefing=one.briefing.slug, item=one.path, sentence=one.text, date=one.item.date) for one in items
        ),
        known=min([*(held.days[at] for at in reports[:1]), *(filed(one.briefing) for one in items[:1])]),
        aliases=tuple(ids[1:]),
    )


def _reported(held: Holdings, at: int) -> Edtf | None:
    day = held.told[at] or (held.days[at] if held.line[at].published else None)
    return edtf.of_day(day) if day else None


def _finest(items: Sequence[Said]) -> Edtf | None:
    dates = [one.item.date for one in items if one.item.date]
    return min(dates, key=lambda date: date.vagueness, default=None)


def _certainty(when: Edtf | None) -> Certainty:
    if when is None:
        return Certainty.UNDATED
    if when.uncertain:
        return Certainty.UNCERTAIN
    return Certainty.APPROXIMATE if when.approximate else Certainty.CERTAIN
