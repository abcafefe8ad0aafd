"""What follows a pasted article: topics, headlines of other stories, and the page's end."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from builder.model.article import Role
from builder.wire.printed import labels
from builder.wire.printed.lines import Line

MOST_STORIES = 20
"""Other stories kept; a copied page can carry hundreds of headlines, and the text as read keeps them all."""
LONGEST_TOPIC = 4
"""Words of a subject's name in a list of them."""
LONGEST_RUBRIC = 3
"""Words of a subject's name above headlines."""
RUBRIC_SIZE = 30
"""Characters of the same."""
SHORTEST_HEADLINE = 4
"""Words of another story's headline; the figures of a date are none."""
SHORTEST_UNSPACED = 20
"""Characters of one in a script without spaces."""
LONGEST_HEADLINE = 200
"""Characters of a headline."""

_YEAR_LAST = re.compile(r"(?:\S+\s+){1,4}(?:19|20)\d\d")
"""A few words that end in a year: the date above another story."""
_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{2,4})?,?\s*)?(?P<owner>[^.|,©]{2,60})", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:,|/|;|\||·|、)\s*")


@dataclass(slots=True)
class Tail:
    """What the tail holds, gathered line by line."""

    topics: list[str] = field(default_factory=list)
    other_stories: list[str] = field(default_factory=list)
    owner: str | None = None
    roles: dict[int, Role] = field(default_factory=dict)
    expects: Role | None = None
    """What a label above announced: topics or other stories."""
    ended: bool = False
    """Whether the page's own end has been seen."""


def read(lines: Sequence[Line]) -> Tail:
    """Return topics and other stories; every line gets a role."""
    found = Tail()
    for line, below in zip(lines, (*lines[1:], None), strict=False):
        roles = (rule(line, below, found) for rule in _RULES)
        found.roles[line.number] = next((role for role in roles if role), Role.FURNITURE)
        owner = _OWNER.search(line.text)
        if owner and found.owner is None:
            found.owner = owner["owner"].strip()
    return found


def _topic_label(line: Line, _: Line | None, found: Tail) -> Role | None:
    label = labels.TOPICS.fullmatch(line.text)
    if not label or (found.ended and not label["rest"]):
        return None
    if label["rest"]:
        found.topics.extend(part for part in _SPLIT.split(label["rest"]) if part)
        found.expects = None
        return Role.TOPIC
    found.expects = Role.TOPIC
    return Role.FURNITURE


def _rail(line: Line, _: Line | None, found: Tail) -> Role | None:
    also = labels.READ_ALSO.fullmatch(line.text)
    if also and also["rest"]:
        return _story(also["rest"], found)
    if also or labels.RAIL.fullmatch(line.text):
        found.expects = Role.OTHER_STORY
        return Role.FURNITURE
    return None


def _footer(line: Line, _: Line | None, found: Tail) -> Role | None:
    found.ended = found.ended or (bool(labels.FOOTER.fullmatch(line.text)) and not is_headline(line))
    if found.ended:
        found.expects = None
    return Role.FURNITURE if found.ended else None


def _rubric(line: Line, below: Line | None, found: Tail) -> Role | None:
    """Take a subject's name that stands first, above the headlines of other stories."""
    if found.roles or below is None or not is_headline(below) or line.ends_sentence:
        return None
    if labels.is_furniture(line.text) and not labels.is_department(line.text):
        return None
    if len(line.text.split()) > LONGEST_RUBRIC or line.size > RUBRIC_SIZE:
        return None
    found.topics.append(line.text)
    found.expects = Role.OTHER_STORY
    return Role.TOPIC


def _furniture(line: Line, _: Line | None, __: Tail) -> Role | None:
    return Role.FURNITURE if labels.is_furniture(line.text) else None


def _topic(line: Line, _: Line | None, found: Tail) -> Role | None:
    if found.expects is not Role.TOPIC or line.ends_sentence or len(line.text.split()) > LONGEST_TOPIC:
        return None
    if not labels.names_topic(line.text):
        return None
    found.topics.append(line.text)
    return Role.TOPIC


def _headline(line: Line, _: Line | None, found: Tail) -> Role | None:
    expected = found.expects is Role.OTHER_STORY or not found.roles or bool(found.other_stories)
    return _story(line.text, found) if expected and is_headline(line) else None


Rule = Callable[[Line, Line | None, Tail], Role | None]
_RULES: Sequence[Rule] = (_topic_label, _rail, _footer, _rubric, _furniture, _topic, _headline)
"""The first rule that knows a line's role gives it; what none knows is furniture."""


def _story(title: str, found: Tail) -> Role:
    found.expects = Role.OTHER_STORY
    if len(found.other_stories) < MOST_STORIES:
        found.other_stories.append(title)
    return Role.OTHER_STORY


def is_headline(line: Line) -> bool:
    """Tell whether a line could head another story: several words and no full stop."""
    unspaced = " " not in line.text and line.size >= SHORTEST_UNSPACED
    if not unspaced and sum(map(_has_letter, line.text.split())) < SHORTEST_HEADLINE:
        return False
    if _YEAR_LAST.fullmatch(line.text):
        return False
    if line.size > LONGEST_HEADLINE or line.text.endswith((".", "。", ":")):
        return False
    return not labels.is_furniture(line.text) and not labels.heads_other_stories(line.text)


def _has_letter(word: str) -> bool:
    return any(map(str.isalpha, word))
