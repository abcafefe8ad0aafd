"""Where the parts of a pasted article stand among its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.wire.printed.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A text's lines, with what is known of their places."""

    lines: Sequence[Line]
    headline: int | None
    """Its index among the lines."""
    begin: int
    """Where the body begins."""
    end: int
    """Where the body is over."""
    language: str
    """In which dates are read (ISO 639-1)."""
