"""What the body of a pasted article speaks of, to tell a person of the story from its author."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.wire.pasted.layout import Layout

ABOUT_AUTHOR = 2
"""Lines at the body's end that may say who its author is."""
MENTIONS = 2
"""Lines of the body that name a person of the story."""

_WORD = re.compile(r"[^\W\d_]+")
_LOWER = re.compile(r"(?<![\w’'-])[^\W\d_A-ZА-ЯЁІЇЄҐÀ-Þ][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Story:
    """What the body says, to tell a person of the story from its author."""

    lines: tuple[str, ...]
    """The headline, then the body's, casefolded."""
    words: frozenset[str]
    """Every word of these, casefolded."""
    lower: frozenset[str]
    """Those that it also writes in lower case."""
    above: frozenset[str]
    """The lines above the headline, casefolded: menus."""
    below: frozenset[str]
    """The lines below the body, casefolded: boxes about the author, rails."""

    def tells_of(self, name: str) -> bool:
        """Tell whether the headline or two lines name somebody: a caption may name the author once."""
        folded = name.casefold()
        said = [folded in line for line in self.lines]
        return said[0] or sum(said) >= MENTIONS

    @classmethod
    def of(cls, layout: Layout) -> Story:
        """Return what the text of a layout says."""
        body = layout.lines[layout.begin : layout.end]
        title = layout.lines[layout.headline].text if layout.headline is not None else ""
        # The last lines may tell about the author.
        said = [title, *(line.text for line in body[: max(1, len(body) - ABOUT_AUTHOR)])]
        return cls(
            lines=tuple(text.casefold() for text in said),
            words=frozenset(_WORD.findall(" ".join(said).casefold())),
            lower=frozenset(_LOWER.findall(" ".join(said))),
            above=frozenset(line.text.casefold() for line in layout.lines[: layout.headline or 0]),
            below=frozenset(line.text.casefold() for line in layout.lines[layout.end :]),
        )
