"""The health of an archive: what nothing leads to, what is told and reported nowhere, what has gone stale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from builder.desk.join.ties import Ties
from builder.desk.sources.sourcing import Register, Strength
from builder.desk.stories.storylines import told
from builder.desk.tags.suggestions import clashes
from builder.model.address import filed
from builder.model.archive import Archive
from builder.model.briefing import Briefing, Status
from builder.model.ids import EventId, Slug, StorylineId, TagId

STALE = dt.timedelta(365)
"""Before the latest briefing of the archive: a storyline without a new one since then has come to an end, or is
forgotten. Not before today: an archive of history is no worse for being read late."""
THIN = (Strength.NONE, Strength.UNNAMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing to look at: what it is, and where it is found."""

    what: str
    note: str = ""
    briefing: Slug | None = None
    tag: TagId | None = None
    event: EventId | None = None
    storyline: StorylineId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One kind of trouble, with every case of it; none is good."""

    key: str
    title: str
    advice: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class _Patient:
    archive: Archive
    ties: Ties
    shown: tuple[Briefing, ...]
    """What readers find: neither drafts nor what was withdrawn."""


def examine(archive: Archive, ties: Ties) -> tuple[Complaint, ...]:
    """Return every complaint, those without cases too, always in one order.

    Drafts are an editor's work in hand: only in what they carry do they count, as tags in use.
    """
    shown = tuple(b for b in archive.briefings if b.status not in (Status.DRAFT, Status.WITHDRAWN))
    patient = _Patient(archive, ties, shown)
    return tuple(
        Complaint(key=key, title=title, advice=advice, cases=tuple(find(patient)))
        for key, title, advice, find in _COMPLAINTS
    )


def _orphans(patient: _Patient) -> Iterator[Case]:
    """Yield briefings that no tag, no background and no mention connects with another."""
    ties = patient.ties
    for one in patient.shown:
        if not (one.tags or ties.of.get(one.slug) or ties.mentioned_by.get(one.slug)):
            yield Case(what=one.headline, briefing=one.slug)


def _unresolved(patient: _Patient) -> Iterator[Case]:
    """Yield events of backgrounds that no briefing reports, those that most briefings tell first."""
    drafts = {b.slug for b in patient.archive.briefings} - {b.slug for b in patient.shown}
    found = []
    for event in patient.ties.events.events:
        by = {mention.briefing for mention in event.mentions} - drafts
        if not event.reports and by:
            found.append((-len(by), event.id, event))
    for count, _, event in sorted(found, key=lambda one: one[:2]):
        when = event.when.text if event.when else "no date"
        said = "1 briefing" if count == -1 else f"{-count} briefings"
        first = next(mention.briefing for mention in event.mentions if mention.briefing not in drafts)
        yield Case(what=event.what, note=f"{when}, told by {said}", event=event.id, briefing=first)


def _thin(patient: _Patient) -> Iterator[Case]:
    """Yield briefings behind which nobody stands by name, those without any source first."""
    register = Register(patient.archive.outlets)
    weighed = [(THIN.index(s), one, s) for one in patient.shown if (s := register.chain(one).strength) in THIN]
    for _, one, strength in sorted(weighed, key=lambda case: case[0]):
        yield Case(what=one.headline, note=str(strength), briefing=one.slug)


def _stale(patient: _Patient) -> Iterator[Case]:
    """Yield storylines that have had no briefing for long, the longest first."""
    last = max(map(filed, patient.shown), default=dt.date.min)
    stories = [
        (max(map(filed, one.briefings)), key, one) for key, one in told(patient.archive).items() if one.briefings
    ]
    for day, key, one in sorted(stories, key=lambda story: story[:2]):
        if last - day > STALE:
            yield Case(what=one.storyline.title, note=f"last on {day}", storyline=key, briefing=one.briefings[-1].slug)


def _used_once(patient: _Patient) -> Iterator[Case]:
    for tag, briefings in patient.archive.by_tag.items():
        if len(briefings) == 1:
            yield Case(what=str(tag), note=briefings[0].headline, tag=tag, briefing=briefings[0].slug)


def _unused(patient: _Patient) -> Iterator[Case]:
    """Yield tags that no briefing carries; one that is broader than one that is carried has its use."""
    taxonomy, used = patient.archive.taxonomy, patient.archive.by_tag
    broader = {above for tag in used for above in taxonomy.broader(tag)}
    yield from (Case(what=str(tag), tag=tag) for tag in taxonomy.tags if tag not in used and tag not in broader)


def _clashing(patient: _Patient) -> Iterator[Case]:
    for name, tags in clashes(patient.archive.taxonomy):
        yield Case(what=name, note=f"of {', '.join(tags)}", tag=tags[0])


_COMPLAINTS: Sequence[tuple[str, str, str, Callable[[_Patient], Iterator[Case]]]] = (
    ("orphans", "Orphans", "No tag, no tie, no mention: give it tags, or a background.", _orphans),
    ("unresolved", "Told, not reported", "No briefing reports it: write those told most.", _unresolved),
    ("thin-sourcing", "Thin sourcing", "Nobody is named: say who says so in attribution:.", _thin),
    ("stale-storylines", "Stale storylines", "Nothing new for a year before the latest: end it, or go on.", _stale),
    ("tags-used-once", "Tags used once", "A subject of one briefing leads nowhere: merge it, or use it.", _used_once),
    ("unused-tags", "Unused tags", "No briefing carries it: use it, or take it out of tags.yml.", _unused),
    ("alias-clashes", "Names of several tags", "Texts get the first: take the name out of the others.", _clashing),
)  # fmt: skip
