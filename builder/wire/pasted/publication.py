"""When a pasted article was published: each date around the headline is scored, and the best one wins.

Pages print many dates: the day of reading in the header, updates, the ages of other stories. The one of publication
stands just below the headline, is called so, or has a time of day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.wire.pasted.layout import Layout
from builder.wire.printed import labels
from builder.wire.printed.stamp_words import FILED, PUBLISHED_ALONE, UPDATED_ALONE
from builder.wire.printed.when import Stamp, clock_alone, is_stamp, since, stamps

ABOVE = 12
"""Lines above the headline in which a date is looked for."""
FOOT = 20
"""Lines below the body in which it is looked for."""
INTO_BODY = 2
"""Lines of the body's beginning, and of its end, that may still be the date."""
# What a place is worth, and what each line farther off costs. Nothing above or at the foot outweighs a date below the
# headline, but for the farthest of them.
BELOW_HEADLINE, BELOW_STEP = 3.0, 0.08
ABOVE_HEADLINE, ABOVE_STEP = 1.4, 0.1
AT_FOOT, FOOT_STEP = 0.9, 0.08
CALLED, TIMED, BESIDE_AUTHOR = 0.8, 0.3, 0.5
VAGUE = -4.0
"""A time that says how long ago, or gives no day at all. It counts from the
opening of the page, perhaps days before it was pasted: any date of the calendar around the article tells more."""
MOST_CLOCKS = 2
"""Times without a day around a headline: published, updated."""
TO_AUTHOR = 2
"""Lines between the date and the author's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When an article was published and updated, and the numbers of the lines that say so."""

    published: dt.datetime | dt.date | None = None
    updated: dt.datetime | dt.date | None = None
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Date:
    value: dt.datetime | dt.date
    updated: bool
    score: float
    number: int


def find(layout: Layout, *, pasted: dt.date, authors: Sequence[int]) -> Publication:
    """Return the dates of an article; ``authors`` are the numbers of the lines that name its author.

    ``pasted`` is the day of pasting, from which "5 hours ago" and a time without a day count. A lone date is that of
    publication, whatever it is called: German broadcasters print just a "Stand:".
    """
    found = list(_dates(layout, pasted, frozenset(authors)))
    own, later = (
        max((date for date in found if date.updated is updated), key=lambda date: date.score, default=None)
        for updated in (False, True)
    )
    if own and later and later.score - own.score > BELOW_HEADLINE - ABOVE_HEADLINE:
        # An update just below the headline, and another date far from it: that one is not this article's.
        own = None
    published = own or later
    return Publication(
        published=published.value if published else None,
        updated=later.value if own and later else None,
        lines=tuple(sorted({date.number for date in (own, later) if date})),
    )


def _dates(layout: Layout, pasted: dt.date, authors: frozenset[int]) -> Iterator[_Date]:
    for i, place in _places(layout):
        line = layout.lines[i]
        if is_stamp(line, layout.language):
            marks = stamps(line.text, layout.language, pasted=pasted) or _vague(line.text, layout.language, pasted)
        elif i >= layout.end and FILED.search(line.text):
            marks = stamps(line.text, layout.language, pasted=pasted)
        elif i < layout.begin + INTO_BODY and clock_alone(line, layout.language) and not _is_ticker(layout, i):
            marks = (Stamp(value=pasted, updated=False, rest=""),)
        else:
            continue
        above = layout.lines[i - 1].text if i else ""
        near = layout.lines[max(0, i - TO_AUTHOR) : i + TO_AUTHOR + 1]
        beside = BESIDE_AUTHOR * any(other.number in authors for other in near)
        vague = VAGUE * (marks != stamps(line.text, layout.language, pasted=pasted))
        for mark in marks:
            score = place + beside + vague + CALLED * (mark.published or bool(PUBLISHED_ALONE.fullmatch(above)))
            yield _Date(
                value=mark.value,
                updated=mark.updated or (mark is marks[0] and bool(UPDATED_ALONE.fullmatch(above))),
                score=score + TIMED * isinstance(mark.value, dt.datetime),
                number=line.number,
            )


def _is_ticker(layout: Layout, i: int) -> bool:
    """Tell whether other lines near give a time without a day as well: the times of a list of news."""
    near = layout.lines[max(0, i - ABOVE) : i + ABOVE]
    return sum(clock_alone(line, layout.language) for line in near) > MOST_CLOCKS


def _vague(text: str, language: str, pasted: dt.date) -> tuple[Stamp, ...]:
    ago = since(text, language)
    return (Stamp(value=pasted - dt.timedelta(days=ago.days), updated=False, rest=ago.rest),) if ago else ()


def _places(layout: Layout) -> Iterator[tuple[int, float]]:
    """Give the lines that may hold the date, with what their place is worth.

    Below the heading of a rail the dates are those of other stories, but for the one beside this article's own
    headline: a list of the latest news has it, too.
    """
    head = layout.headline if layout.headline is not None else 0
    for i in range(max(0, head - ABOVE), head):
        yield i, ABOVE_HEADLINE - ABOVE_STEP * (head - i)
    for i in range(head, min(layout.end, layout.begin + INTO_BODY)):
        yield i, BELOW_HEADLINE - BELOW_STEP * (i - head)
    own = layout.lines[layout.headline].text if layout.headline is not None else None
    in_rail = False
    for i in range(max(layout.begin + INTO_BODY, layout.end - INTO_BODY), min(len(layout.lines), layout.end + FOOT)):
        in_rail = in_rail or (i >= layout.end and _heads_rail(layout.lines[i].text))
        if not in_rail or layout.lines[i - 1].text == own:
            yield i, AT_FOOT - FOOT_STEP * max(0, i - layout.end)


def _heads_rail(text: str) -> bool:
    return labels.heads_other_stories(text) and not labels.TOPICS.fullmatch(text)
