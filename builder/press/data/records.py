"""Briefings, events, subjects, outlets and storylines as records; ``shapes`` says what their keys mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.desk.join.items import sentence, walk
from builder.desk.stories.storylines import Told
from builder.desk.wording import lede
from builder.model.briefing import Briefing
from builder.model.event import Event
from builder.model.moment import Moment
from builder.model.outlet import Outlet
from builder.model.taxonomy import Tag, TagKind
from builder.press.data.shapes import (
    BriefingRecord,
    CarrierRecord,
    CopyRecord,
    CorrectionRecord,
    EventRecord,
    ItemRecord,
    MentionRecord,
    OutletRecord,
    SourceRecord,
    StorylineRecord,
    TagRecord,
)
from builder.press.edition import Edition, description


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
