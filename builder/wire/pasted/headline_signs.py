"""What tells that a line is the headline, and what each sign is worth: one table to read and to change.

The weights are those of a conditional logit over the lines above the body in the open half of a corpus of pasted
pages (223 texts), each sign kept to the side on which it can only speak, and rounded. Signs that told little are left
out: chosen on four fifths of the publishers, the rest read the last fifth as well (.96 of articles, .93 of pages).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto


class Sign(Enum):
    """What speaks for a line, or against it."""

    LABEL = auto()
    """It is no longer than a menu word."""
    BRIEF = auto()
    """It is shorter than most headlines are."""
    LONG = auto()
    """It is longer than most headlines are."""
    FEW_WORDS = auto()
    """One or two words: a department or a subject, though both stand in the body."""
    STOP = auto()
    """It ends in a full stop, as a standfirst does."""
    QUOTED = auto()
    """It begins with a quotation mark; no menu does."""
    DASHED = auto()
    """It begins with a dash, which is a quotation mark in many languages."""
    CREDITED = auto()
    """It names a photographer, or seems to: "First picture: …"."""
    HALF_SHARED = auto()
    """The body says half of its words."""
    MOST_SHARED = auto()
    """The body says three of four."""
    MANY_SHARED = auto()
    """The body says several of its words."""
    SHARES_MOST = auto()
    """No line near shares more words with the body."""
    FIRST_TO_SHARE = auto()
    """It stands above all lines near that share words with the body."""
    MARK_BELOW = auto()
    """Byline or date stand near below."""
    TITLE_ABOVE = auto()
    """A line that may be a headline stands near above, with one between."""
    KICKER_ABOVE = auto()
    """The line above is a few words: a kicker, a department, the end of a menu."""
    RAIL_ABOVE = auto()
    """The line above heads other stories: "Read also"."""
    LONGER_BELOW = auto()
    """The next line is longer and speaks of the story: a standfirst."""
    LONG_BELOW = auto()
    """The next line is a sentence's length."""
    CREDIT_BELOW = auto()
    """A picture's credit follows: the line is its caption."""
    SAID_AGAIN = auto()
    """Another line above the body has most of its words: breadcrumb, share text, a title with the outlet's name."""
    WITHIN_ANOTHER = auto()
    """Another line has it whole, among other words."""
    AGAIN_BELOW = auto()
    """It stands once more in or below the body: "most read", comments."""
    HOLDS_ANOTHER = auto()
    """It has a line near in it, among other words: a breadcrumb, a title with the outlet's name."""
    HOLDS_BEHIND_COLON = auto()
    """What it has in it stands behind a colon: a headline with its kicker."""


WEIGHTS: Mapping[Sign, float] = {
    Sign.LABEL: -1.7,
    Sign.BRIEF: -2.3,
    Sign.LONG: -2.1,
    Sign.FEW_WORDS: -2.9,
    Sign.STOP: -2.4,
    Sign.QUOTED: 2.4,
    Sign.DASHED: 1.6,
    Sign.CREDITED: -0.4,
    Sign.HALF_SHARED: 1.0,
    Sign.MOST_SHARED: 0.7,
    Sign.MANY_SHARED: 1.2,
    Sign.SHARES_MOST: 1.2,
    Sign.FIRST_TO_SHARE: 1.2,
    Sign.MARK_BELOW: 2.2,
    Sign.TITLE_ABOVE: -1.2,
    Sign.KICKER_ABOVE: 1.2,
    Sign.RAIL_ABOVE: -3.0,
    Sign.LONGER_BELOW: 0.9,
    Sign.LONG_BELOW: 1.0,
    Sign.CREDIT_BELOW: -1.9,
    Sign.SAID_AGAIN: 1.2,
    Sign.WITHIN_ANOTHER: 2.5,
    Sign.AGAIN_BELOW: 1.2,
    Sign.HOLDS_ANOTHER: -1.2,
    Sign.HOLDS_BEHIND_COLON: 0.9,
}
