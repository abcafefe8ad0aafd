"""From an article to a briefing: the full text in our structure, nothing shortened, nothing invented."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from slugify import slugify

from builder.desk import background
from builder.desk.outlets import find_outlet, nearest_outlet, outlet_id
from builder.desk.sources import attribution
from builder.desk.tags.tagging import Tagger
from builder.desk.when import of_publication
from builder.findings import Finding, Severity
from builder.formats import background_md, markdown_text
from builder.model.article import Article, Block, BlockKind, ListItem
from builder.model.briefing import Attribution, BackgroundItem, Briefing, Section, Status, Wire
from builder.model.ids import OutletId, Slug, TagId
from builder.model.moment import Moment
from builder.model.outlet import Outlet
from builder.model.sections import SectionKind, heading, kind_of

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})
"""Blocks that may be a lede."""
LONGEST_SLUG = 60
MOST_TAGS = 8
"""Tags of one briefing; more say nothing about it."""
LEAST_WEIGHT = 2
"""A subject named once in passing is not a subject of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the desk knows beside the article: the archive's names, and what the editor said."""

    tagger: Tagger
    outlets: Mapping[OutletId, Outlet]
    language: str = "en"
    outlet: str | None = None
    """The outlet as the editor named it; it overrules what the page says."""
    draft: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A briefing made from an article, with what the editor should know about it."""

    briefing: Briefing
    proposed: tuple[str, ...]
    """Names that the taxonomy does not know."""
    findings: tuple[Finding, ...]

    @property
    def dated(self) -> int:
        """How many background items have a date."""
        return sum(item.date is not None for item in self.briefing.background)


def compose(content: Article | Briefing, wire: Wire, setting: Setting, *, name: str) -> Composition:
    """Return the briefing of an article; ``name`` is the input's, for findings.

    The slug is the headline's and not yet unique: the archive decides that. What is a briefing already stays as given.
    """
    if isinstance(content, Briefing):
        return Composition(briefing=_as_given(content, wire, setting), proposed=(), findings=())
    article = content
    remarks = [_remark(name, "ING006", remark) for remark in article.remarks]
    bare = not article.blocks and not article.standfirst
    if bare:
        words = "it holds a headline and no text; kept as a draft until somebody writes one, or pastes it whole"
        remarks.append(_remark(name, "ING016", words))
    if article.summary_only:
        words = "only a summary came in; read the whole at its address before you publish"
        remarks.append(_remark(name, "ING007", words, Severity.NOTE))
        wire = replace(wire, summary_only=True)
    outlet_id, outlet = _outlet(article, setting, remarks, name)
    language = article.language or (outlet.language if outlet else None) or setting.language
    published = _moment(article.published, outlet, remarks, name) or _told(
        article, wire.retrieved, language, remarks, name
    )
    day = published.day if published else wire.retrieved
    report, context = background.split(article.blocks)
    items = background.items(context, day, language)
    lede, details = _parted(report)
    tags, proposed = _subjects(article, report, setting, language)
    chain = _chain(article, report, _plain(lede[:1]), outlet, setting.outlets)
    if not chain:
        remarks.append(_remark(name, "ING003", "nobody is named as the source; add attribution:", Severity.NOTE))
    briefing = Briefing(
        slug=slug_of(article.headline),
        headline=article.headline,
        published=published,
        updated=_moment(article.updated, outlet, [], name),
        outlet=outlet_id,
        byline=tuple(author for author in article.byline if not outlet or author.casefold() != outlet.name.casefold()),
        dateline=article.dateline,
        standfirst=article.standfirst,
        url=article.url,
        language=language,
        attribution=chain,
        tags=tags,
        images=article.images,
        other_stories=article.other_stories,
        status=Status.DRAFT if setting.draft or bare else None,
        wire=wire,
        sections=_sections(lede, details, items, language),
    )
    return Composition(briefing=briefing, proposed=proposed, findings=tuple(remarks))


def _as_given(briefing: Briefing, wire: Wire, setting: Setting) -> Briefing:
    status = Status.DRAFT if setting.draft and briefing.status is None else briefing.status
    return replace(
        briefing, slug=briefing.slug or slug_of(briefing.headline), wire=briefing.wire or wire, status=status
    )


def _chain(
    article: Article, report: Sequence[Block], lede: str, outlet: Outlet | None, outlets: Mapping[OutletId, Outlet]
) -> tuple[Attribution, ...]:
    """Return whom the article relies on. What was told to the outlet itself, it knows at first hand."""
    own = (outlet.name, *outlet.aliases) if outlet else ()
    paragraphs = [block.text for block in report if block.kind is BlockKind.PARAGRAPH]
    found = attribution.chain(article.sources, article.credited, lede, outlets, paragraphs)
    return tuple(
        replace(source, via=None) if source.via in own else source for source in found if source.name not in own
    )


def slug_of(headline: str) -> Slug:
    """Return a headline as an address: small ASCII letters, digits and hyphens."""
    return Slug(slugify(headline, max_length=LONGEST_SLUG, word_boundary=True, save_order=True) or "untitled")


def _remark(name: str, code: str, message: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(path=name, code=code, message=message, severity=severity)


def _outlet(
    article: Article, setting: Setting, remarks: list[Finding], name: str
) -> tuple[OutletId | None, Outlet | None]:
    """Return the outlet's id, and the outlet where ``outlets.yml`` knows it."""
    said = setting.outlet or article.outlet
    known = (
        find_outlet(said, setting.outlets) or find_outlet(article.url, setting.outlets) if said or article.url else None
    )
    if known:
        return known.id, known
    if not said:
        remarks.append(
            _remark(name, "ING001", 'no outlet is named; give it with --outlet "Name", or set outlet: in the briefing')
        )
        return None, None
    made = outlet_id(said)
    near = nearest_outlet(said, setting.outlets)
    hint = f'did you mean "{near.name}"? Else add' if near else "add"
    words = f'outlet "{said}" is unknown; {hint} it with its time zone: briefings outlet add "{said}" --zone AREA/CITY'
    remarks.append(_remark(name, "ING004", words))
    return made or None, None


def _told(article: Article, read: dt.date, language: str, remarks: list[Finding], name: str) -> Moment | None:
    """Return the day of which an article that prints no date speaks first, and say that it is only that."""
    day = of_publication.day(first_paragraph(article), read, language)
    words = "no date of publication can be made out; filed under today, set date: in the briefing"
    if day:
        words = f"no date of publication is printed; date: {day} is the day that the first paragraph names, check it"
    remarks.append(_remark(name, "ING002", words))
    return Moment(day=day) if day else None


def first_paragraph(article: Article) -> str:
    """Return the first paragraph of an article; empty where it has none."""
    return next((block.text for block in article.blocks if block.kind in _PROSE), "")


def _moment(
    value: dt.datetime | dt.date | None, outlet: Outlet | None, remarks: list[Finding], name: str
) -> Moment | None:
    """Return when it was published in the outlet's zone; a time whose zone nobody knows is left out, not guessed."""
    if not isinstance(value, dt.datetime):
        return Moment(day=value) if value else None
    zone = ZoneInfo(outlet.zone) if outlet and outlet.zone else None
    if value.tzinfo is not None:
        try:
            return Moment.at(value.astimezone(zone) if zone else value)
        except OverflowError:
            # The last hours of the year 9999 have no clock east of theirs, nor the first of the year 1 one west.
            return Moment.at(value)
    if zone:
        return Moment.at(value.replace(tzinfo=zone))
    words = (
        f"the time {value:%H:%M} has no zone and is left out; give its outlet one in outlets.yml, and ingest it again"
    )
    remarks.append(_remark(name, "ING005", words))
    return Moment(day=value.date())


def _parted(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the lede and the details: what stands before the article's own details, else one paragraph.

    A heading that opens the text ("The main points") is no lede: it opens the details, above which the first paragraph
    stands.
    """
    for i, block in enumerate(blocks):
        if i and block.kind is BlockKind.HEADING and _is_details(block.text):
            return tuple(blocks[:i]), tuple(blocks[i + 1 :])
        if i and block.label and _is_details(block.label):
            return tuple(blocks[:i]), tuple(blocks[i:])
    opening = 0
    if blocks and blocks[0].kind is BlockKind.HEADING:
        opening = next((i for i, block in enumerate(blocks) if block.kind in _PROSE), len(blocks))
    return tuple(blocks[opening : opening + 1]), (*blocks[:opening], *blocks[opening + 1 :])


def _sections(
    lede: Sequence[Block], details: Sequence[Block], items: Sequence[BackgroundItem], language: str
) -> tuple[Section, ...]:
    sections = []
    if lede:
        sections.append(Section(text=_markdown(lede), kind=SectionKind.LEDE))
    if details:
        text = f"## {heading(SectionKind.DETAILS, language)}\n\n{_markdown(details)}"
        sections.append(Section(text=text, kind=SectionKind.DETAILS))
    if items:
        sections.append(background_md.section(items, language))
    last = len(sections) - 1
    return tuple(
        s if i == last else Section(text=s.text + "\n", kind=s.kind, items=s.items) for i, s in enumerate(sections)
    )


def _markdown(blocks: Sequence[Block]) -> str:
    return "\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    text = markdown_text.dumps(block.text)
    match block.kind:
        case BlockKind.HEADING:
            return f"### {text}\n"
        case BlockKind.QUOTE:
            return f"> {text}\n"
        case BlockKind.LIST:
            return _list(block.items)
        case BlockKind.TABLE:
            return _table(block.rows)
    known = block.label is None or _is_details(block.label)
    return f"{text}\n" if known else f"**{markdown_text.dumps(block.label or '')}:** {text}\n"


def _is_details(label: str) -> bool:
    return kind_of(label) is SectionKind.DETAILS


def _list(items: Sequence[ListItem], indent: int = 0) -> str:
    return "".join(f"{' ' * indent}- {markdown_text.dumps(i.text)}\n" + _list(i.children, indent + 4) for i in items)


def _table(rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    lines = ["| " + " | ".join(markdown_text.dumps(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]]) + "\n"


def _plain(blocks: Sequence[Block]) -> str:
    return " ".join(text for block in blocks for text in (block.text, *_texts(block.items)) if text)


def _texts(items: Sequence[ListItem]) -> tuple[str, ...]:
    return tuple(text for item in items for text in (item.text, *_texts(item.children)))


def _subjects(
    article: Article, report: Sequence[Block], setting: Setting, language: str
) -> tuple[tuple[TagId, ...], tuple[str, ...]]:
    """Return the known subjects, weightiest first, and the names to propose.

    The headline and the outlet's own topics weigh three, the lede and the standfirst two, a mention elsewhere one.
    What only the background mentions is not what the article is about.
    """
    tagger, outlets = setting.tagger, setting.outlets
    weights: Counter[TagId] = Counter()
    lede = " ".join(filter(None, (article.standfirst, _plain(report[:1]))))
    for text, weight in ((article.headline, 3), *((topic, 3) for topic in article.topics), (lede, 2)):
        weights.update(dict.fromkeys(tagger.known(text), weight))
    for block in report[1:]:
        weights.update(dict.fromkeys(tagger.known(_plain([block])), 1))
    ranked = [tag for tag, weight in weights.most_common() if weight >= LEAST_WEIGHT][:MOST_TAGS]
    text = "\n".join([article.headline, *article.topics, *(_plain([block]) for block in report)])
    topics = [topic for topic in article.topics if not tagger.known(topic)]
    names = (name for name in tagger.proposed(text, language) if find_outlet(name, outlets) is None)
    return tuple(ranked), tuple(dict.fromkeys((*topics, *names)))
