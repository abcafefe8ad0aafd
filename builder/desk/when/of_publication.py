"""When an article came out that prints no date: news begins with what happened that day, or the day before.

Of 106 articles whose date is known, ten name such a day in their first paragraph; for eight it is the day of
publication, for two a day or two before. The day of reading, which is what is left otherwise, is right only for what is
read at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from builder.desk.when import dates

RECENT = dt.timedelta(days=6)
"""Before the reading. A weekday means no earlier day."""
_DAY, _WEEK, _NONE = dt.timedelta(days=1), dt.timedelta(weeks=1), dt.timedelta()


def day(paragraph: str, read: dt.date, language: str) -> dt.date | None:
    """Return the last day of the week up to ``read`` that a first paragraph names ("on Wednesday", "22 October").

    "Today" and "yesterday" are no help: they point from the day that is sought. So a phrase counts only where it means
    the same day, or the same weekday, when it is read a day later.
    """
    return max(
        (one for sentence in dates.sentences(paragraph) for one in _named(sentence, read, language)), default=None
    )


def _named(sentence: str, read: dt.date, language: str) -> Iterator[dt.date]:
    later = {told.start: told.date.first for told in dates.find(sentence, read + _DAY, language)}
    for told in dates.find(sentence, read, language):
        first, again = told.date.first, later.get(told.start)
        if told.is_limit or first is None or again is None or first != told.date.last:
            continue
        if (again - first) % _WEEK == _NONE and read - RECENT <= first <= read:
            yield first
