"""The background that the archive proposes for a new briefing: dated lines of earlier briefings, each with its link.

The link at a line's end tells it from the article's own items, in the file and in the pull request.
"""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.desk.join.items import target_path
from builder.desk.stories import newcomer
from builder.desk.stories.newcomer import Room
from builder.desk.stories.story import Stories
from builder.desk.when import dates
from builder.desk.wording import lede, significant
from builder.formats import background_md, edtf, markdown_text, md_links, prose
from builder.model.address import filed, stem
from builder.model.briefing import BackgroundItem, Briefing, Section
from builder.model.edtf import Edtf
from builder.model.sections import SectionKind

SHORTEST, LONGEST = 6, 45
"""Words of a sentence that one line can hold and that says something."""
AGAIN = 0.5
"""Of a sentence's telling words: found in one item, or in the new piece's head, they are told already."""

_LEANS = re.compile(
    r"(?:he|she|it|they|his|her|its|their|this|that|these|those|both|such|there|meanwhile|however|but|and|also|another"
    r"|other|others|earlier|later|then|so|instead|er|sie|es|ihre?|sein|seine|dies|diese[rsmn]?|beide|dort|dabei|dazu"
    r"|damit|auch|aber|doch|zudem|außerdem|später|zuvor|unterdessen)\b",
    re.IGNORECASE,
)
"""Beginnings that point to a sentence before; alone, such a sentence says nothing."""
_ENDS = (".", "!", "…", ".”", '."', ".“", "。")
_NO_PROSE = re.compile(r"[ \t]*(?:[-*+•>|#]|\d+[.)]\s|`{3}|~{3}|<)")
_DIGIT = re.compile(r"\d")
LINK = "Briefing"


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    date: Edtf
    of: Briefing


def lines(stories: Stories, briefing: Briefing, number: int) -> tuple[BackgroundItem, ...]:
    """Return at most so many dated lines that a newcomer to the briefing's story needs, oldest first.

    Each is a sentence of an earlier briefing in the same language, as it stands there, under the day of which it
    speaks, or else that briefing's: the first that stands by itself, or one that dates an event of its own. What the
    article's own background or its head tells is left out.
    """
    if number <= 0:
        return ()
    told = _Told.of(briefing)
    language = _language(briefing, stories)
    earlier = [b for b in stories.before(briefing) if _language(b, stories) == language]
    reports = [tuple(one for one in _candidates(other, told, language)) for other in earlier]
    chosen = newcomer.choose([[one.text for one in report] for report in reports], _head(briefing), Room.lines(number))
    found = sorted((reports[i][j] for i, j in chosen), key=lambda one: (one.date.first or filed(one.of), filed(one.of)))
    here = posixpath.dirname(stem(briefing))
    return tuple(
        BackgroundItem(
            text=f"{markdown_text.dumps(one.text, opens=False)} [{LINK}]({posixpath.relpath(stem(one.of), here)}.md)",
            date=one.date,
        )
        for one in found
    )


def of(briefing: Briefing) -> tuple[BackgroundItem, ...]:
    """Return the proposed items of a briefing as ``ingest`` composed it: those that end with a link to a briefing."""
    return tuple(item for item in briefing.background if _is_proposed(item))


def _is_proposed(item: BackgroundItem) -> bool:
    if ".md)" not in item.text:
        return False
    return any(link.end == len(item.text) and target_path(link.target) for link in md_links.find(item.text))


def beside(briefing: Briefing, proposed: Sequence[BackgroundItem]) -> Briefing:
    """Return a composed briefing with proposed items among its own: each before the first own one of a later day.

    The article's items keep their order; without a background section there is one at the end.
    """
    if not proposed:
        return briefing
    at = next((i for i, section in enumerate(briefing.sections) if section.kind is SectionKind.BACKGROUND), None)
    items = list(briefing.sections[at].items) if at is not None else []
    for line in proposed:
        later = (i for i, item in enumerate(items) if _day(item) > _day(line))
        items.insert(next(later, len(items)), line)
    made = background_md.section(items, briefing.language)
    sections = list(briefing.sections)
    if at is not None:
        sections[at] = Section(
            text=made.text + ("\n" if at + 1 < len(sections) else ""), kind=made.kind, items=made.items
        )
    else:
        if sections and not sections[-1].text.endswith("\n\n"):
            sections[-1] = replace(sections[-1], text=sections[-1].text + "\n")
        sections.append(made)
    return replace(briefing, sections=tuple(sections))


def _day(item: BackgroundItem) -> str:
    """Return a day to sort by; an item without one lets everything stand before or behind it as it comes."""
    return item.date.first.isoformat() if item.date and item.date.first else ""


@dataclass(frozen=True)
class _Told:
    """What the new piece and its own background say already."""

    day: str
    head: frozenset[str]
    items: tuple[tuple[Edtf | None, frozenset[str]], ...]

    @classmethod
    def of(cls, briefing: Briefing) -> _Told:
        items = tuple((item.date, significant(prose.plain(item.text))) for item in _walk(briefing.background))
        return cls(day=filed(briefing).isoformat(), head=significant(_head(briefing)), items=items)

    def tells_of(self, day: dt.date) -> bool:
        """Tell whether an own item is of that day.

        Measured on retellings of dated events, the day alone names the event 99 times in 100.
        """
        return any(own is not None and own.day == day for own, _ in self.items)

    def tells(self, date: Edtf, words: frozenset[str]) -> bool:
        """Tell whether the piece's head or an item of its background tells the same, by the day or by the words."""
        if date.day and self.tells_of(date.day):
            return True
        if len(words & self.head) > AGAIN * len(words):
            return True
        return any(
            len(words & own) > AGAIN * max(min(len(words), len(own)), 1)
            for when, own in self.items
            # The same words of two certain days are two events.
            if when is None or date.first is None or when.may_be(date.first)
        )


def _walk(items: Sequence[BackgroundItem]) -> Iterator[BackgroundItem]:
    for item in items:
        yield item
        yield from _walk(item.children)


def _head(briefing: Briefing) -> str:
    return "\n".join(filter(None, (briefing.headline, briefing.standfirst, lede(briefing))))


def _language(briefing: Briefing, stories: Stories) -> str:
    return (briefing.language or stories.language).split("-")[0]


def _candidates(briefing: Briefing, told: _Told, language: str) -> Iterator[_Candidate]:
    day = filed(briefing)
    if told.tells_of(day):
        return
    for number, sentence in enumerate(_sentences(briefing)):
        first = number == 0
        # A day of its own is written in digits; looking for other dates in every sentence would take most of the time.
        if not first and not _DIGIT.search(sentence):
            continue
        said = dates.of_item(sentence, day, language)
        own = said if said and not said.uncertain and said.first and said.first <= day else None
        date = own or edtf.loads(day.isoformat())
        # What else is told of the same event is its trimmings; what is dated otherwise is an event of its own.
        event = first or (own is not None and own.day not in {None, day})
        if event and (date.first or day).isoformat() < told.day and not told.tells(date, significant(sentence)):
            yield _Candidate(sentence, date, briefing)


def _sentences(briefing: Briefing) -> Iterator[str]:
    """Yield the sentences of lede and details that stand by themselves, in their order."""
    for section in briefing.sections:
        if section.kind in {SectionKind.LEDE, SectionKind.DETAILS}:
            for block in re.split(r"\n[ \t]*\n", section.text):
                if block.strip() and not _NO_PROSE.match(block.lstrip("\n")):
                    yield from filter(_stands_alone, dates.sentences(prose.plain(block)))


def _stands_alone(sentence: str) -> bool:
    return (
        SHORTEST <= len(sentence.split()) <= LONGEST
        and sentence.endswith(_ENDS)
        and sentence[0].isalnum()
        and not _LEANS.match(sentence)
    )
