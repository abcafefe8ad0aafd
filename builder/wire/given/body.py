"""A body that comes without a page around it: the value of a field, in HTML or as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from builder.errors import UnreadableInput
from builder.formats.front_matter import LANGUAGE
from builder.model.article import Block
from builder.model.briefing import Image
from builder.wire.page import html
from builder.wire.pasted import copy
from builder.wire.printed import lines

_ELEMENT = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|section|article|table|a|b|i|em|strong|span)\b[^<>]*>", re.IGNORECASE
)
# No text to anybody: control characters, halves of characters, and what is no character.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the value held."""

    blocks: tuple[Block, ...] = ()
    sources: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    other_stories: tuple[str, ...] = ()
    dateline: str | None = None
    credited: tuple[str, ...] = ()


def clean(text: str) -> str:
    """Return a text without characters that no text has."""
    return _UNPRINTABLE.sub("", text)


def line(value: object, longest: int = 1_000) -> str | None:
    """Return a value as one line of text; nothing where it is something else, empty, or longer."""
    text = " ".join(clean(value).split()) if isinstance(value, str) else ""
    return text if text and len(text) <= longest else None


def plain(value: str) -> str:
    """Return what a value says, without its markup."""
    if not _ELEMENT.search(value):
        return value
    return " ".join(block.text for block in _of_html(clean(value), "").blocks)


def language(value: object) -> str | None:
    """Return a language as a briefing may name it (BCP 47)."""
    return value if isinstance(value, str) and re.fullmatch(LANGUAGE, value) else None


def read(value: str, *, headline: str) -> Body:
    """Return the blocks of a body, without its headline where it repeats it.

    Raises ``UnreadableInput`` where it is beyond the bounds of a page or a pasted text.
    """
    value = clean(value)
    return _of_html(value, headline) if _ELEMENT.search(value) else _of_text(value)


def first(values: Iterable[str], *, headline: str) -> Body:
    """Return the first body that has blocks: several say the same in different forms."""
    return next((body for value in values if (body := read(value, headline=headline)).blocks), Body())


def _of_html(value: str, headline: str) -> Body:
    found = html.read_fragment(value, headline=headline)
    return Body(blocks=found.blocks, sources=found.sources, images=found.images, other_stories=found.other_stories)


def _of_text(value: str) -> Body:
    if len(value) > lines.LARGEST:
        raise UnreadableInput(f"its text has more than {lines.LARGEST:,} characters", next_act="split it by article")
    found = copy.read(lines.split(value))
    return Body(
        blocks=tuple(found.blocks),
        sources=tuple(found.sources),
        images=tuple(found.images),
        other_stories=tuple(found.other_stories),
        dateline=found.dateline,
        credited=tuple(found.credited),
    )
