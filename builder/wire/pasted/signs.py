"""What a line of a pasted text says it is, by its words: a date, a byline, a credit, a rail, an advertisement."""

from __future__ import annotations

import enum

from builder.wire.printed import byline, captions, labels
from builder.wire.printed.lines import Line
from builder.wire.printed.when import LONGEST_STAMP, is_stamp

LONGEST_FURNITURE = 200
"""Characters up to which a line of prose may be page furniture all the same."""
LONGEST_AGENCY = 400
"""Characters of a caption that ends in the name of a picture agency."""
LONGEST_TALK = 80
"""Characters of a line about readers' comments ("Log in to reply", "24 comments")."""


class Sign(enum.StrEnum):
    """What the words of a line say it is; a line may have several signs, or none."""

    STAMP = "stamp"
    BYLINE = "byline"
    FURNITURE = "furniture"
    CREDIT = "credit"
    AGENCY = "agency"
    ALSO = "also"
    RAIL = "rail"
    TOPICS = "topics"
    TALK = "talk"
    OFFER = "offer"
    SOURCE = "source"
    SECTION = "section"


def of(line: Line, language: str) -> frozenset[Sign]:
    """Return the signs of a line; ``language`` is the one in which its date would be written."""
    text, size = line.text, line.size
    found: set[Sign] = set()
    if size <= LONGEST_STAMP:
        if is_stamp(line, language):
            found.add(Sign.STAMP)
        if byline.is_byline(text):
            found.add(Sign.BYLINE)
        found.update(_of_label(text, size))
    if (size < LONGEST_FURNITURE or not line.is_prose) and labels.is_furniture(text):
        found.add(Sign.FURNITURE)
    if size <= captions.LONGEST and captions.is_credit(text):
        found.add(Sign.CREDIT)
    if size <= LONGEST_AGENCY and labels.ends_with_agency(text):
        found.add(Sign.AGENCY)
    if labels.OFFER.search(text):
        found.add(Sign.OFFER)
    if labels.SOURCE.fullmatch(text):
        found.add(Sign.SOURCE)
    if labels.section_heading(text) or labels.section_run_in(text):
        found.add(Sign.SECTION)
    return frozenset(found)


def _of_label(text: str, size: int) -> set[Sign]:
    found: set[Sign] = set()
    if labels.READ_ALSO.fullmatch(text):
        found.add(Sign.ALSO)
    if labels.heads_other_stories(text):
        found.add(Sign.RAIL)
    if labels.TOPICS.fullmatch(text):
        found.add(Sign.TOPICS)
    if size < LONGEST_TALK and labels.TALK.search(text):
        found.add(Sign.TALK)
    return found
