"""Briefings, events, subjects, outlets and storylines as plain records.

Every key is always there; what is not known is ``null``. Within a version of the API no key goes and none changes its
meaning; keys may be added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.desk.join.items import sentence, walk
from builder.desk.sources.sourcing import Strength
from builder.desk.stories.storylines import Told
from builder.desk.wording import lede
from builder.model.briefing import Briefing, SourceKind
from builder.model.event import Certainty, Event
from builder.model.moment import Moment
from builder.model.outlet import Outlet, OutletKind
from builder.model.taxonomy import Tag, TagKind
from builder.press.edition import Edition, description


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """One on whom the outlet relies, nearest first."""

    name: str
    kind: SourceKind
    count: int | None
    """How many people, where the source is a number of them."""
    via: str | None
    """Through whom the outlet knows it."""
    where: str | None
    """In or at what it was said: an interview, a channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierRecord:
    """Another outlet that published the same report."""

    outlet: str
    url: str | None
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRecord:
    """A copy of the original in a web archive."""

    url: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRecord:
    """What was put right, and when."""

    date: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRecord:
    """One item of a background. ``path`` is its place: ``[2]`` the third item, ``[2, 0]`` that item's first child."""

    path: tuple[int, ...]
    date: str | None
    """EDTF, levels 0 and 1."""
    text: str
    """Plain text."""
    event: str | None
    """Id of the event that it speaks of; ``null`` for a detail of a dated item."""
    briefing: str | None
    """Slug of the archive's own report of that event."""
    later: bool
    """That report came after the day of this briefing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingRecord:
    """One briefing, with what its background is tied to."""

    slug: str
    path: str
    """Of its page, below the site's root."""
    title: str
    description: str
    date: str | None
    """ISO 8601: a day, or a time with its offset."""
    updated: str | None
    language: str
    outlet: str | None
    byline: tuple[str, ...]
    dateline: str | None
    standfirst: str | None
    url: str | None
    """Of the original."""
    archived: tuple[CopyRecord, ...]
    carried_by: tuple[CarrierRecord, ...]
    strength: Strength
    sources: tuple[SourceRecord, ...]
    tags: tuple[str, ...]
    storylines: tuple[str, ...]
    lede: str
    """Plain text."""
    body: str
    """Markdown, as in the file."""
    background: tuple[ItemRecord, ...]
    mentioned_by: tuple[str, ...]
    """Slugs of later briefings that recall this one, oldest first."""
    corrections: tuple[CorrectionRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRecord:
    """A background item that speaks of an event."""

    briefing: str
    path: tuple[int, ...]
    date: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """One happening, with all who speak of it: the join."""

    id: str
    what: str
    when: str | None
    """EDTF."""
    certainty: Certainty
    reports: tuple[str, ...]
    """Slugs, the first report first."""
    mentions: tuple[MentionRecord, ...]
    known: str
    """The day on which the archive first spoke of it."""
    aliases: tuple[str, ...]
    """Ids it had before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRecord:
    """One subject."""

    id: str
    label: str
    kind: TagKind
    names: tuple[str, ...]
    parent: str | None
    wikidata: str | None
    mediatopic: str | None
    former: tuple[str, ...]
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRecord:
    """One that published, carried, or was relied on."""

    id: str
    name: str
    kind: OutletKind | None
    domains: tuple[str, ...]
    zone: str | None
    language: str | None
    briefings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StorylineRecord:
    """One editorial narrative."""

    id: str
    title: str
    description: str | None
    summary: str
    """Markdown."""
    tags: tuple[str, ...]
    briefings: tuple[str, ...]
    """Slugs, oldest first."""


def briefings(edition: Edition) -> Iterator[BriefingRecord]:
    """Yield all that stand in lists, oldest first."""
    return (briefing_record(edition, briefing) for briefing in edition.listed)


def briefing_record(edition: Edition, briefing: Briefing) -> BriefingRecord:
    """Return a briefing's record."""
    mentions = edition.ties.mentioned_by.get(briefing.slug, ())
    return BriefingRecord(
        slug=briefing.slug,
        path=f"{edition.stems[briefing.slug]}/",
        title=briefing.headline,
        description=description(briefing),
        date=_iso(briefing.published),
        updated=_iso(briefing.updated),
        language=briefing.language or edition.settings.language,
        outlet=briefing.outlet,
        byline=briefing.byline,
        dateline=briefing.dateline,
        standfirst=briefing.standfirst,
        url=briefing.url,
        archived=tuple(CopyRecord(url=one.url, date=one.date.isoformat()) for one in briefing.archived),
        carried_by=tuple(
            CarrierRecord(outlet=one.outlet, url=one.url, date=_iso(one.date)) for one in briefing.carried_by
        ),
        strength=edition.chain(briefing).strength,
        sources=tuple(
            SourceRecord(name=one.name, kind=one.kind, count=one.count, via=one.via, where=one.where)
            for one in briefing.attribution
        ),
        tags=briefing.tags,
        storylines=tuple(told.storyline.id for told in edition.stories_of.get(briefing.slug, ())),
        lede=lede(briefing),
        body=briefing.body,
        background=tuple(_items(edition, briefing)),
        mentioned_by=tuple(one.briefing for one in mentions if one.briefing in edition.stems),
        corrections=tuple(CorrectionRecord(date=one.date.isoformat(), text=one.text) for one in briefing.corrections),
    )


def _iso(moment: Moment | None) -> str | None:
    return moment.isoformat() if moment else None


def _items(edition: Edition, briefing: Briefing) -> Iterator[ItemRecord]:
    decisions = edition.ties.events.decisions.get(briefing.slug, {})
    tied = edition.ties.of.get(briefing.slug, {})
    for path, item in walk(briefing.background):
        decision, tie = decisions.get(path), tied.get(path)
        target = tie.target if tie and tie.target in edition.stems else None
        yield ItemRecord(
            path=path,
            date=item.date.text if item.date else None,
            text=sentence(item.text),
            event=decision.event if decision else None,
            briefing=target,
            later=bool(tie and target and tie.later),
        )


def events(edition: Edition) -> Iterator[EventRecord]:
    """Yield every event, those without a date last, else by date and id."""
    known = edition.ties.events.events
    for event in sorted(known, key=lambda one: (one.when is None, one.when.text if one.when else "", one.id)):
        yield _event(event)


def _event(event: Event) -> EventRecord:
    return EventRecord(
        id=event.id,
        what=event.what,
        when=event.when.text if event.when else None,
        certainty=event.certainty,
        reports=event.reports,
        mentions=tuple(
            MentionRecord(
                briefing=one.briefing, path=one.item, date=one.date.text if one.date else None, text=one.sentence
            )
            for one in event.mentions
        ),
        known=event.known.isoformat(),
        aliases=event.aliases,
    )


def tags(edition: Edition) -> Iterator[TagRecord]:
    """Yield the subjects that have a page, by id."""
    for tag in edition.subjects:
        known = edition.archive.taxonomy.tags.get(tag) or Tag(id=tag, labels={"en": tag}, kind=TagKind.TOPIC)
        yield TagRecord(
            id=tag,
            label=edition.label(tag),
            kind=known.kind,
            names=tuple(known.names()),
            parent=known.parent,
            wikidata=known.wikidata,
            mediatopic=known.mediatopic,
            former=known.former,
            briefings=len(edition.by_tag.get(tag, ())),
        )


def outlets(edition: Edition) -> Iterator[OutletRecord]:
    """Yield the outlets that have a page, by id."""
    for outlet in sorted(edition.dealings):
        known = edition.archive.outlets.get(outlet, Outlet(id=outlet, name=edition.outlet_name(outlet)))
        yield OutletRecord(
            id=outlet,
            name=known.name,
            kind=known.kind if outlet in edition.archive.outlets else None,
            domains=known.domains,
            zone=known.zone,
            language=known.language,
            briefings=len(edition.by_outlet.get(outlet, ())),
        )


def storylines(edition: Edition) -> Sequence[StorylineRecord]:
    """Return the storylines in the order of their list."""
    return [_storyline(told) for told in edition.stories]


def _storyline(told: Told) -> StorylineRecord:
    story = told.storyline
    return StorylineRecord(
        id=story.id,
        title=story.title,
        description=story.description,
        summary=story.summary,
        tags=story.tags,
        briefings=tuple(briefing.slug for briefing in told.briefings),
    )
