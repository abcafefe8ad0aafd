"""The briefing: our account of one development, with the reporting it rests on."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from builder.model.edtf import Edtf
from builder.model.ids import OutletId, Slug, StorylineId, TagId
from builder.model.moment import Moment
from builder.model.sections import SectionKind

STRICT: Mapping[str, str] = {"extra": "forbid"}
"""Told to pydantic by the values that front matter holds: an unknown key is an error, never dropped."""


class SourceKind(enum.StrEnum):
    """On what a statement rests, as a reader would weigh it."""

    OUTLET = "outlet"
    OFFICIAL = "official"
    NAMED = "named"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"


class Status(enum.StrEnum):
    """Where a briefing stands. Published is the plain state and is not written."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One link of the chain: who said it, and on what basis."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT
    name: str
    kind: SourceKind
    count: int | None = None
    """How many people, where the source is a number of them."""
    via: str | None = None
    """Through whom the outlet knows it, where it did not hear it itself."""
    where: str | None = None
    """Where it was said to everybody: "press conference", "Telegram". Not an outlet, and not an interview with one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """Another outlet that published the same report."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT
    outlet: OutletId
    url: str | None = None
    date: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedCopy:
    """A copy of the original that a web archive keeps, as it was on a day."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT
    url: str
    date: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the article: what was said of it, and the file only where we keep one."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT
    file: str | None = None
    """A name in ``briefings/media/``; never an address elsewhere."""
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An editor's word on a background item: the item's first words, and the event it is (or is not)."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT
    item: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was wrong and was put right, and when."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT
    date: Moment
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """Where the copy came from: which reader, which bytes, when."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT
    reader: str
    """Name and version of the reader, as ``text/1``."""
    sha256: str
    """Of the input's bytes, in hex."""
    retrieved: dt.date
    summary_only: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundItem:
    """One thing a newcomer must know, dated as far as its source dates it."""

    text: str
    """Inline Markdown on one line, a hand-set link included."""
    date: Edtf | None = None
    children: tuple[BackgroundItem, ...] = ()
    line: int = field(default=1, compare=False)
    """In the file it was read from, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the body: its heading line (if any) and everything up to the next, byte for byte."""

    text: str
    """Verbatim Markdown, the heading line included."""
    kind: SectionKind | None = None
    """What the heading means, where the catalogue knows it; the text before any heading is the lede."""
    items: tuple[BackgroundItem, ...] = ()
    """Of a background: what the text's list says. The text rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the front matter was written, so that writing it again keeps comments and the order of keys."""

    head: str = ""
    """Verbatim, from the first delimiter to the end of the last. Empty: written by us, in our order."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each top-level key, counted from 1."""
    body_line: int = 1
    """The line on which the body begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Our account of one development, with the reporting it rests on."""

    slug: Slug
    """Permanent identifier and last part of the address. Never changes after publication."""
    headline: str
    published: Moment | None = None
    """When the outlet published. Not when the event happened; see the background."""
    description: str | None = None
    updated: Moment | None = None
    outlet: OutletId | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    """Place (and day) of filing as printed. Never the date of publication."""
    standfirst: str | None = None
    url: str | None = None
    archived: tuple[ArchivedCopy, ...] = ()
    """Copies of the original, for the day on which its own address is dead."""
    carried_by: tuple[Carrier, ...] = ()
    language: str | None = None
    attribution: tuple[Attribution, ...] = ()
    """Nearest first; the outlet itself is not repeated."""
    tags: tuple[TagId, ...] = ()
    storylines: tuple[StorylineId, ...] = ()
    images: tuple[Image, ...] = ()
    other_stories: tuple[str, ...] = ()
    same_as: tuple[Tie, ...] = ()
    not_same_as: tuple[Tie, ...] = ()
    status: Status | None = None
    reason: str | None = None
    corrections: tuple[Correction, ...] = ()
    redirect_from: tuple[str, ...] = ()
    wire: Wire | None = None
    sections: tuple[Section, ...] = ()
    layout: Layout = field(default_factory=Layout, compare=False)

    @property
    def background(self) -> tuple[BackgroundItem, ...]:
        """Return the items of the background, in the order of the text."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def body(self) -> str:
        """Return the whole body, as in the file."""
        return "".join(section.text for section in self.sections)
