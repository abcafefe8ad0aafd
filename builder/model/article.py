"""The article: what an outlet published, as read, before anybody has judged it."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from builder.model.briefing import Image


class BlockKind(enum.StrEnum):
    """What a block of an article's body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item of a list; children only where the source indents."""

    text: str
    children: tuple[ListItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, quotation, list or table of the body, as plain text."""

    kind: BlockKind
    text: str = ""
    items: tuple[ListItem, ...] = ()
    label: str | None = None
    """The run-in label it began with, as printed and without its colon ("Details", "Zum Hintergrund")."""
    rows: tuple[tuple[str, ...], ...] = ()


class Role(enum.StrEnum):
    """What a line of the input was taken for."""

    HEADLINE = "headline"
    KICKER = "kicker"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    CAPTION = "caption"
    SOURCE = "source"
    BODY = "body"
    BACKGROUND = "background"
    TOPIC = "topic"
    OTHER_STORY = "other story"
    OUTLET = "outlet"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What became of one non-blank line of the input, so that nothing is lost in silence."""

    line: int
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What an outlet published, as read: fields as printed, nothing resolved against the archive."""

    headline: str
    blocks: tuple[Block, ...]
    """The body in reading order; the background's heading and blocks included."""
    published: dt.datetime | dt.date | None = None
    """Naive where the source gave a time without a zone: the outlet's zone decides."""
    updated: dt.datetime | dt.date | None = None
    outlet: str | None = None
    """Name as printed, or a host; the desk looks it up."""
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    standfirst: str | None = None
    url: str | None = None
    language: str | None = None
    credited: tuple[str, ...] = ()
    """Outlets that the headline, the byline or the dateline credits ("– Reuters", "AFP")."""
    sources: tuple[str, ...] = ()
    """The text of each "Source:" line, without its label."""
    images: tuple[Image, ...] = ()
    topics: tuple[str, ...] = ()
    other_stories: tuple[str, ...] = ()
    summary_only: bool = False
    """What reached the desk is a summary: a feed's entry without its text."""
    remarks: tuple[str, ...] = ()
    """What an editor should know of the reading: text that was lost, a part left out."""
    accounts: tuple[Account, ...] = ()
    """One for each non-blank line, for readers of plain text."""
