"""What an outlet says by which it can tell later whether a page has changed since."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """The validators of one answer (RFC 9110, section 8.8), as the server wrote them."""

    url: str
    """The address that gave them, at the end of all redirects: no other is ever told of them."""
    etag: str | None = None
    last_modified: str | None = None
