"""One edition: the archive as its readers see it, and the small shapes that many pages share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from builder.desk.join.ties import Ties
from builder.desk.relate import Relations
from builder.desk.sources.dealings import Dealings, dealings
from builder.desk.sources.originals import Original, originals
from builder.desk.sources.sourcing import Chain, Register
from builder.desk.stories.storylines import Told, told
from builder.desk.stories.timeline import Entry, by_tag, timeline
from builder.desk.tags.tagging import Tagger
from builder.desk.wording import lede
from builder.formats import prose
from builder.languages.catalogue import Words, marked, words_of
from builder.model.address import filed, stem
from builder.model.archive import Archive
from builder.model.briefing import Briefing, Status
from builder.model.ids import EventId, OutletId, Slug, TagId
from builder.model.settings import Settings
from builder.model.taxonomy import TagKind
from builder.press import sources, words

Json = dict[str, Any]

HEADINGS: Mapping[TagKind, str] = {
    TagKind.PERSON: marked("People"),
    TagKind.PLACE: marked("Places"),
    TagKind.ORGANISATION: marked("Organisations"),
    TagKind.TOPIC: marked("Topics"),
}
SUMMARY = 200
"""Characters of a card's summary."""
FEWEST_EVENTS = 4
"""Events that make a timeline: the list of briefings tells fewer as well."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What every card of one briefing says, wherever it stands."""

    title: str
    url: str
    date: Json
    outlet: tuple[str, str] | None
    summary: str
    basis: str
    background: Json
    language: Json | None
    """Only where it is not the archive's own."""


@dataclass(frozen=True)
class Edition:
    """The archive as readers see it. URLs are made from ``up``, the way from a page to the root ("../../", or "")."""

    archive: Archive
    """Everything that has a page, oldest first."""
    listed: tuple[Briefing, ...]
    """Everything that stands in lists, by the day it is filed under: without withdrawn briefings."""
    ties: Ties
    settings: Settings
    relations: Relations
    stems: Mapping[Slug, str]
    by_stem: Mapping[str, Slug]
    by_tag: Mapping[TagId, Sequence[Briefing]]
    subjects: Sequence[TagId]
    """Tags that have a page, by id: those that a briefing carries, and all that are broader than one."""
    by_outlet: Mapping[OutletId, Sequence[Briefing]]
    by_month: Mapping[str, Sequence[Briefing]]
    """By ``1962/06``, oldest first; by year likewise, by ``1962``."""
    by_year: Mapping[str, Sequence[Briefing]]
    by_day: Mapping[str, Sequence[Briefing]]
    """By ``1962/06/08``: only the days that have several. Of a single one its own page says all."""
    register: Register
    dealings: Mapping[OutletId, Dealings]
    """Of every outlet that has a page: it published, carried, or was relied on."""
    _facts: dict[Slug, _Facts]
    _originals: dict[EventId, Sequence[Original]]
    _labels: dict[TagId, str]
    cards: frozenset[Slug] = frozenset()
    """Briefings that have a social card."""

    @classmethod
    def of(cls, archive: Archive, ties: Ties, settings: Settings) -> Edition:
        """Return the edition that the settings ask for: without drafts, unless they are to be shown."""
        shown = archive.published(drafts=settings.drafts)
        listed = tuple(sorted((b for b in shown.briefings if b.status is not Status.WITHDRAWN), key=filed))
        stems = {b.slug: stem(b) for b in shown.briefings}
        by_tag: dict[TagId, list[Briefing]] = {}
        by_outlet: dict[OutletId, list[Briefing]] = {}
        by_month: dict[str, list[Briefing]] = {}
        by_year: dict[str, list[Briefing]] = {}
        by_day: dict[str, list[Briefing]] = {}
        for briefing in listed:
            for tag in dict.fromkeys(briefing.tags):
                by_tag.setdefault(tag, []).append(briefing)
            if briefing.outlet:
                by_outlet.setdefault(briefing.outlet, []).append(briefing)
            by_month.setdefault(stems[briefing.slug][:7], []).append(briefing)
            by_year.setdefault(stems[briefing.slug][:4], []).append(briefing)
            by_day.setdefault(stems[briefing.slug][:10], []).append(briefing)
        register = Register(shown.outlets)
        return cls(
            archive=shown,
            listed=listed,
            ties=ties,
            settings=settings,
            relations=Relations(shown),
            stems=stems,
            by_stem={at: slug for slug, at in stems.items()},
            by_tag=by_tag,
            subjects=sorted({*by_tag, *(above for tag in by_tag for above in shown.taxonomy.broader(tag))}),
            by_outlet=by_outlet,
            by_month=by_month,
            by_year=by_year,
            by_day={day: those for day, those in by_day.items() if len(those) > 1},
            register=register,
            dealings=dealings(shown, register),
            _facts={},
            _originals={},
            _labels={},
        )

    @cached_property
    def say(self) -> Words:
        """What the interface says, in the archive's language."""
        return words_of(self.settings.language)

    @cached_property
    def line(self) -> tuple[Entry, ...]:
        """Every dated event that the edition speaks of, in the order in which they happened."""
        return timeline(self.ties.events.events, self.archive)

    @cached_property
    def timelines(self) -> Mapping[TagId, tuple[Entry, ...]]:
        """The timelines of the subjects whose briefings tell more than a list of them would."""
        lines = by_tag(self.line, self.archive, self.names)
        return {tag: line for tag, line in lines.items() if len(line) >= FEWEST_EVENTS and tag in self.by_tag}

    @cached_property
    def stories(self) -> Sequence[Told]:
        """The storylines that a briefing belongs to, in the order of their titles."""
        known = [story for story in told(self.archive).values() if story.briefings]
        return sorted(known, key=lambda story: (story.storyline.title.casefold(), story.storyline.id))

    @cached_property
    def stories_of(self) -> Mapping[Slug, Sequence[Told]]:
        """The storylines of each briefing that belongs to one."""
        found: dict[Slug, list[Told]] = {}
        for story in self.stories:
            for briefing in story.briefings:
                found.setdefault(briefing.slug, []).append(story)
        return found

    def names(self, text: str) -> Collection[TagId]:
        """Return the subjects that a text names."""
        return self._tagger.known(text)

    @cached_property
    def _tagger(self) -> Tagger:
        return Tagger(self.archive.taxonomy)

    def url(self, slug: Slug, up: str) -> str:
        """Return the address of a briefing."""
        return f"{up}{quote(self.stems[slug])}/"

    def label(self, tag: TagId) -> str:
        """Return a tag's name in the archive's language."""
        label = self._labels.get(tag)
        if label is None:
            label = self._labels[tag] = self.archive.taxonomy.label(tag, self.settings.language)
        return label

    def kind(self, tag: TagId) -> TagKind:
        """Return a tag's kind; an unknown tag is shown among the topics, and ``check`` says that it is unknown."""
        known = self.archive.taxonomy.tags.get(tag)
        return known.kind if known else TagKind.TOPIC

    def outlet_name(self, outlet: OutletId) -> str:
        """Return an outlet's name; its id where the archive does not know it."""
        known = self.archive.outlets.get(outlet)
        return known.name if known else str(outlet)

    def outlet_url(self, outlet: OutletId | None, up: str) -> str | None:
        """Return the address of an outlet's page; nothing where it has none: its only briefing was withdrawn."""
        return f"{up}outlets/{outlet}/" if outlet in self.dealings else None

    def chain(self, briefing: Briefing) -> Chain:
        """Return who says so."""
        return self.register.chain(briefing)

    def originals(self, briefing: Briefing) -> Sequence[Original]:
        """Return the independent accounts of the event that a briefing reports; none where it reports none."""
        event = self.ties.events.of_report.get(briefing.slug)
        if event is None:
            return ()
        found = self._originals.get(event)
        if found is None:
            found = originals(self.ties.events.by_id[event], self.archive, self.register)
            self._originals[event] = found
        return found

    def period(self, key: str) -> str:
        """Return a day, a month or a year, ``1962/06/08``, ``1962/06`` or ``1962``, as a reader says it."""
        return words.of_day(key.replace("/", "-"), self.settings.language)["label"]

    def month(self, key: str, up: str) -> Json:
        """Return the list of a day, a month or a year by its label and address; the calendar's where there is none."""
        listed = key in self.by_month or key in self.by_year or key in self.by_day
        return {"label": self.period(key), "url": f"{up}{key}/" if listed else f"{up}calendar/"}

    def facts(self, briefing: Briefing) -> _Facts:
        """Return what the cards of a briefing say, made once."""
        facts = self._facts.get(briefing.slug)
        if facts is None:
            counts = self.ties.counts(briefing)
            outlet = (self.outlet_name(briefing.outlet), f"outlets/{briefing.outlet}/") if briefing.outlet else None
            facts = self._facts[briefing.slug] = _Facts(
                title=briefing.headline,
                url=f"{quote(self.stems[briefing.slug])}/",
                date=words.date(briefing.published, self.settings.language),
                outlet=outlet,
                summary=summary(briefing),
                basis=sources.basis(self.chain(briefing), self.say),
                background={"items": counts.items, "known": counts.known},
                language=words.tongue(briefing.language or self.settings.language, self.settings.language),
            )
        return facts

    def card(self, briefing: Briefing, up: str) -> Json:
        """Return a briefing as lists show it: a CARD."""
        facts = self.facts(briefing)
        return {
            "title": facts.title,
            "url": up + facts.url,
            "date": facts.date,
            "outlet": {"name": facts.outlet[0], "url": up + facts.outlet[1]} if facts.outlet else None,
            "summary": facts.summary,
            "basis": facts.basis,
        } | _foreign(facts)

    def pointer(self, briefing: Briefing | None, up: str) -> Json | None:
        """Return the least one says of a briefing: title, address and date."""
        if briefing is None:
            return None
        facts = self.facts(briefing)
        return {"title": facts.title, "url": up + facts.url, "date": facts.date} | _foreign(facts)

    def groups(self, tags: Iterable[TagId], up: str, *, counted: bool = False) -> list[Json]:
        """Return tags as GROUPs by kind, in the order given; counts only where asked: a newcomer changes them."""
        by_kind: dict[TagKind, list[Json]] = {kind: [] for kind in HEADINGS}
        for tag in dict.fromkeys(tags):
            count = len(self.by_tag.get(tag, ())) or None if counted else None
            by_kind[self.kind(tag)].append({"label": self.label(tag), "url": f"{up}tags/{tag}/", "count": count})
        return [{"heading": self.say(HEADINGS[kind]), "tags": refs} for kind, refs in by_kind.items() if refs]


def _foreign(facts: _Facts) -> Json:
    return {"language": facts.language} if facts.language else {}


def summary(briefing: Briefing) -> str:
    """Return the first sentence of a briefing's description, else of its lede; at most 200 characters."""
    return prose.excerpt(prose.first_sentence(_described(briefing) or lede(briefing)), SUMMARY)


def description(briefing: Briefing) -> str:
    """Return what search engines are told of a briefing: its description, else the lede."""
    return prose.excerpt(_described(briefing) or lede(briefing), 300)


def _described(briefing: Briefing) -> str:
    """Return the description on one line. It is text, not Markdown: its marks mean themselves."""
    return " ".join((briefing.description or "").split())
