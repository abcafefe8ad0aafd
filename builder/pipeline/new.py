"""A draft for a briefing that an editor writes herself: front matter, headings, and what the archive knows before."""

from __future__ import annotations

import datetime as dt
import difflib
from dataclasses import dataclass
from pathlib import Path

from builder.desk.compose import slug_of
from builder.desk.stories import proposal
from builder.desk.stories.story import Stories
from builder.desk.tags.tagging import Tagger
from builder.errors import BadSettings
from builder.formats import briefing_md
from builder.model.address import stem
from builder.model.briefing import Briefing, Section, Status
from builder.model.ids import TagId
from builder.model.moment import Moment
from builder.model.sections import SectionKind, heading
from builder.model.taxonomy import Taxonomy
from builder.pipeline.archive import load
from builder.store.files import write
from builder.store.shelf import FOLDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the editor said of the briefing that she is about to write."""

    title: str
    day: dt.date
    tags: tuple[str, ...] = ()
    """Ids of the taxonomy; without any, those that the title names."""
    background: int | None = None
    """Lines to propose at most; without a number, what the archive's settings say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """The draft that was written."""

    path: str
    tags: tuple[TagId, ...]
    recalled: int
    """Lines of earlier briefings in its background."""


def new(root: Path, sheet: Sheet) -> Drafted:
    """Write the draft. Raises ``BadSettings`` where its slug or its file is taken, or a tag is unknown."""
    loaded = load(root)
    taxonomy, language = loaded.archive.taxonomy, loaded.settings.language
    if not sheet.title.strip():
        raise BadSettings("the title is empty; give one in quotes")
    draft = Briefing(
        slug=slug_of(sheet.title),
        headline=" ".join(sheet.title.split()),
        published=Moment(day=sheet.day),
        language=language,
        tags=_tags(sheet, taxonomy),
        status=Status.DRAFT,
        sections=(
            Section(text="\n", kind=SectionKind.LEDE),
            Section(text=f"## {heading(SectionKind.DETAILS, language)}\n\n", kind=SectionKind.DETAILS),
            Section(text=f"## {heading(SectionKind.BACKGROUND, language)}\n", kind=SectionKind.BACKGROUND),
        ),
    )
    path = f"{FOLDER}/{stem(draft)}.md"
    taken = loaded.paths.get(draft.slug) or (path if (root / path).exists() else None)
    if taken:
        raise BadSettings(f'{taken} has the slug "{draft.slug}" already; edit that one, or give another title')
    number = loaded.settings.ingest_background if sheet.background is None else sheet.background
    lines = proposal.lines(Stories.of(loaded.archive.briefings, language=language), draft, number)
    write(root / path, briefing_md.dumps(proposal.beside(draft, lines)).encode())
    return Drafted(path=path, tags=draft.tags, recalled=len(lines))


def _tags(sheet: Sheet, taxonomy: Taxonomy) -> tuple[TagId, ...]:
    for tag in sheet.tags:
        if tag not in taxonomy.tags:
            near = difflib.get_close_matches(tag, list(taxonomy.tags), n=1, cutoff=0.6)
            hint = f'did you mean "{near[0]}"?' if near else f'take it in with: briefings tag accept "{tag}"'
            raise BadSettings(f'unknown tag "{tag}"; {hint}')
    return tuple(TagId(tag) for tag in dict.fromkeys(sheet.tags)) or Tagger(taxonomy).known(sheet.title)
