"""Ties between briefings: which earlier report a background item recalls, and who recalls a report later on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.desk.join import events
from builder.desk.join.events import Events
from builder.desk.join.items import sentence, walk
from builder.desk.join.recall import Names
from builder.model.archive import Archive
from builder.model.briefing import Briefing, Status
from builder.model.event import Decision, Ground, ItemPath
from builder.model.ids import Slug

_FEW = 3
"""Shared words that a phrase names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The briefing of the event that a background item recalls."""

    target: Slug
    why: str
    """One plain phrase for the editor: "same day, shares Geneva and Hugh Dryden"."""
    later: bool = False
    """It was published after the day of the item's own briefing."""
    linked: bool = False
    """The item's text already holds the link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A later briefing that recalls this one, and in which words."""

    briefing: Slug
    sentence: str
    """Plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much of a background the archive itself can tell."""

    items: int = 0
    """Of the top level."""
    known: int = 0
    """Of those, the ones that have a briefing, themselves or in a child."""


@dataclass(frozen=True, kw_only=True)
class Ties:
    """Every tie of the archive, from both ends."""

    of: Mapping[Slug, Mapping[ItemPath, Resolved]]
    """By briefing, then by item. A briefing without ties is absent."""
    mentioned_by: Mapping[Slug, tuple[Mention, ...]]
    """By briefing, oldest first, one for each briefing that recalls it."""
    dated: int = 0
    """Items, children included, that have a date."""
    tied: int = 0
    """Items, children included, that have a briefing."""
    events: Events = field(default_factory=lambda: Events(events=(), by_id={}, of_report={}, decisions={}))
    """What the ties follow from."""

    def counts(self, briefing: Briefing) -> Counts:
        """Return how many background items a briefing has, and how many of them have a briefing of their own."""
        known = {path[0] for path in self.of.get(briefing.slug, ())}
        return Counts(items=len(briefing.background), known=len(known))


def resolve(archive: Archive, names: Names, *, doubts: bool = True) -> Ties:
    """Tie each background item to the briefing that first reported its event; see ``desk.join.events`` for how.

    Withdrawn briefings neither tie nor are tied to. Without ``doubts`` nobody looks for reports of another day that an
    item retells, a tenth of the work, which only the search for drift asks for: every tie is the same.
    """
    joined = events.join(archive, names, doubts=doubts)
    of: dict[Slug, dict[ItemPath, Resolved]] = {}
    mentions: dict[Slug, list[Mention]] = {}
    dated = tied = 0
    for briefing in archive.briefings:
        if briefing.status is Status.WITHDRAWN:
            continue
        decisions = joined.decisions.get(briefing.slug, {})
        recalled: set[Slug] = set()
        for path, item in walk(briefing.background):
            dated += item.date is not None
            decision = decisions.get(path)
            if decision is None or decision.target is None:
                continue
            tied += 1
            of.setdefault(briefing.slug, {})[path] = _resolved(decision)
            if not decision.later and decision.target not in recalled:
                recalled.add(decision.target)
                words = Mention(briefing=briefing.slug, sentence=sentence(item.text))
                mentions.setdefault(decision.target, []).append(words)
    by_slug = {slug: tuple(found) for slug, found in mentions.items()}
    return Ties(of=of, mentioned_by=by_slug, dated=dated, tied=tied, events=joined)


def _resolved(decision: Decision) -> Resolved:
    linked = decision.ground is Ground.LINK
    why = str(decision.ground)
    if decision.ground is Ground.REPORT:
        why = f"{decision.when}, shares {listed(decision.shared)}" if decision.shared else decision.when
    return Resolved(target=decision.target or Slug(""), why=why, later=decision.later, linked=linked)


def listed(words: tuple[str, ...]) -> str:
    """Return words as a phrase: "Geneva, Moscow and 2 more"."""
    shown = [*words[:_FEW], f"{len(words) - _FEW} more"] if len(words) > _FEW else list(words)
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
