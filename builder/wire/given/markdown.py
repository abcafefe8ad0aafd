"""Our own Markdown: a briefing with its front matter, taken as given. Markdown without it is read as pasted text."""

from __future__ import annotations

import re

from builder.errors import MalformedCopy, UnreadableInput
from builder.formats import briefing_md
from builder.formats.front_matter import KEYS
from builder.model.briefing import Briefing
from builder.model.ids import Slug
from builder.wire.printed.lines import decode
from builder.wire.reader import Given

NAME = "markdown/1"

_HEAD = 65_536
_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?-{3,}[ \t]*\r?\n")
_END = re.compile(rb"^-{3,}[ \t]*\r?$", re.MULTILINE)
_KEY = re.compile(rb"^(?:%s)[ \t]*:(?:[ \t]|\r?$)" % b"|".join(key.encode() for key in KEYS.values()), re.MULTILINE)
_FILE = re.compile(r"(?:.*[/\\])?\d{2}-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.md", re.DOTALL)
_LONGEST_SLUG = 120
"""As long as an id of the front matter may be."""


def claims(data: bytes, name: str) -> bool:  # noqa: ARG001 - its first lines tell, whatever it is called
    """Tell whether bytes are a briefing of ours, also a broken one: front matter with a key of ours."""
    opening = _OPENING.match(data)
    if opening is None:
        return False
    inside = data[opening.end() : _HEAD]
    end = _END.search(inside)
    return bool(_KEY.search(inside[: end.start()] if end else inside))


def read(given: Given) -> Briefing:
    """Return the briefing; its slug is that of a file named as the archive names them, else left to the headline.

    Raises ``UnreadableInput`` with the line and the reason where the front matter is broken.
    """
    found = _FILE.fullmatch(given.name)
    slug = found["slug"] if found and len(found["slug"]) <= _LONGEST_SLUG else ""
    try:
        return briefing_md.loads(decode(given.data), slug=Slug(slug))
    except MalformedCopy as fault:
        raise UnreadableInput(
            f"line {fault.line}: {fault.code} {fault.reason}", next_act="mend that line, or take the front matter away"
        ) from fault
