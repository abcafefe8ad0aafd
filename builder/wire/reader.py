"""What a reader is: what it is given, what it returns. One file a source format keeps to this."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from builder.model.article import Article
from builder.model.briefing import Briefing
from builder.model.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One input, or one part of a container, and what is known of it beside its bytes."""

    data: bytes
    name: str
    """As the editor gave it, or the part's own; a reader believes the content first."""
    pasted: dt.date
    """The day on which it reached the desk: decides what "5 hours ago" means."""
    url: str | None = None
    """Where it was fetched from, or what a web archive says so of it."""
    in_passing: bool = False
    """It came in a container that holds what no editor chose: no article is no fault."""
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A part that cannot be read, though others of the same input can."""

    part: str
    """Its name within the input: an entry's title or number, a record's address."""
    reason: str
    """Why, and what to do, in one line."""
    in_passing: bool = False
    """Nothing is wrong, and nobody need do anything: it has not changed since it was last read."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A source format whose inputs are small enough to be held: what it is called, claims, and makes of them."""

    name: str
    """With the version of our reading of it, as provenance records it: ``html/1``."""
    claims: Callable[[bytes, str], bool]
    """Bytes and name: tell whether the input is of this format, by content before name. Quick, and never raises."""
    read: Callable[[Given], Iterable[Article | Briefing | Refused]]
    """Return what it holds: one article, or one for each entry. A briefing only where the input is one already.

    Raises ``UnreadableInput`` where there is nothing to be had, with the reason and the next act.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One input out of a container, read as if it had come by itself."""

    name: str
    data: bytes
    url: str | None = None
    retrieved: dt.date | None = None
    """When the container says that it was fetched or sent."""
    in_passing: bool = False
    """Its container holds what no editor chose (the front page that a crawler came by): no article, no complaint."""


@dataclass(frozen=True, slots=True)
class Container:
    """A format that holds inputs of any number and size, and is read as a stream."""

    name: str
    claims: Callable[[bytes, str], bool]
    """The first ``HEAD`` bytes, and the name."""
    split: Callable[[BinaryIO, Limits], Iterator[Part | Refused]]
    """Yield the parts in order, no more than one in memory, each within the limits.

    Raises ``UnreadableInput`` where it can go no further; what was yielded before that stands.
    """


HEAD = 65_536
"""Bytes of an input by which containers are recognised."""
