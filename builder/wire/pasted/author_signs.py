"""What tells that a line names the author of an article, and what each sign is worth: one table to read and to change.

The weights were set on the open half of a corpus of pasted pages, and looked over on the pages of other publishers.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto


class Sign(Enum):
    """What speaks for a line, or against it."""

    BY_WORD = auto()
    """It begins with "by", "von", "автор"."""
    INTRODUCED = auto()
    """The line above is nothing but such a word."""
    WITH_DATE = auto()
    """The date stands in the same line."""
    BESIDE_DATE = auto()
    """In the next line; one step less for each line more."""
    ROLE = auto()
    """It gives a role or an agency behind the name."""
    ROLE_BELOW = auto()
    """The next line is a role: "Correspondent in Athens"."""
    BELOW_HEADLINE = auto()
    """Between headline and body."""
    NEXT_TO_HEADLINE = auto()
    """Directly below it."""
    SIGNATURE = auto()
    """The last line of the body, or the next, and alone between blank lines."""
    ONE_WORD = auto()
    """It is but one word: an outlet's name as often as an author's."""
    UNKNOWN_TO_STORY = auto()
    """No word of the name occurs in the body or the headline."""
    IN_STORY = auto()
    """The body speaks of the person: a caption's or a topic's name."""
    AGAIN_AT_FOOT = auto()
    """The same line stands below the body once more: the box about the author."""
    CREDIT_BELOW = auto()
    """A picture's credit follows: the name is a caption."""
    IN_MENU = auto()
    """The line stands above the headline as well: a section."""
    NO_PERSON = auto()
    """It names an agency or a desk."""
    NOT_WHOLE = auto()
    """It says more than names, roles and places."""
    WITHOUT_CAPITALS = auto()
    """Its script has none, so that any two words look like a name."""
    SHOUTED = auto()
    """It is in capitals, as sections and kickers are."""
    IN_BODY = auto()
    """It stands among the paragraphs."""
    AMID_BODY = auto()
    """And far from its ends, where the bylines of other stories are set in."""
    AT_FOOT = auto()
    """It stands below the body."""


WEIGHTS: Mapping[Sign, float] = {
    Sign.BY_WORD: 3.0,
    Sign.INTRODUCED: 3.0,
    Sign.WITH_DATE: 2.0,
    Sign.BESIDE_DATE: 0.5,
    Sign.ROLE: 1.0,
    Sign.ROLE_BELOW: 1.2,
    Sign.BELOW_HEADLINE: 1.0,
    Sign.UNKNOWN_TO_STORY: 0.7,
    Sign.IN_STORY: -1.5,
    Sign.AGAIN_AT_FOOT: 1.0,
    Sign.CREDIT_BELOW: -0.8,
    Sign.IN_MENU: -2.0,
    Sign.NO_PERSON: -0.5,
    Sign.NOT_WHOLE: -1.5,
    Sign.WITHOUT_CAPITALS: -1.0,
    Sign.SHOUTED: -0.3,
    Sign.NEXT_TO_HEADLINE: 0.8,
    Sign.SIGNATURE: 2.0,
    Sign.ONE_WORD: -1.5,
    Sign.IN_BODY: -1.0,
    Sign.AMID_BODY: -0.4,
    Sign.AT_FOOT: -0.6,
}
