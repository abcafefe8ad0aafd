"""What follows a pasted article: topics, headlines of other stories, and the page's end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.model.article import Role
from builder.wire import labels
from builder.wire.lines import Line

MOST_STORIES = 20
"""Other stories kept; a copied page can carry hundreds of headlines, and the text as read keeps them all."""
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


def read(lines: Sequence[Line]) -> Tail:
    """Return topics and other stories; every line gets a role."""
    found = Tail()
    expects: Role | None = None
    ended = False
    for i, line in enumerate(lines):
        role, expects, ended = _role(line, lines[i + 1 :], found, expects, ended=ended, first=i == 0)
        found.roles[line.number] = role
        owner = _OWNER.search(line.text)
        if owner and found.owner is None:
            found.owner = owner["owner"].strip()
        if role is Role.OTHER_STORY and len(found.other_stories) < MOST_STORIES:
            also = labels.READ_ALSO.fullmatch(line.text)
            found.other_stories.append(also["rest"] if also and also["rest"] else line.text)
        elif role is Role.TOPIC and expects is Role.TOPIC and not labels.TOPICS.fullmatch(line.text):
            found.topics.append(line.text)
    return found


def _role(
    line: Line, rest: Sequence[Line], found: Tail, expects: Role | None, *, ended: bool, first: bool
) -> tuple[Role, Role | None, bool]:
    """Return what the line is, what its successors are expected to be, and whether the page has ended."""
    topics = labels.TOPICS.fullmatch(line.text)
    if topics and (topics["rest"] or not ended):
        if topics["rest"]:
            found.topics.extend(part for part in _SPLIT.split(topics["rest"]) if part)
            return Role.TOPIC, None, ended
        return Role.FURNITURE, Role.TOPIC, ended
    also = labels.READ_ALSO.fullmatch(line.text)
    if also and also["rest"]:
        return Role.OTHER_STORY, Role.OTHER_STORY, ended
    if also or labels.RAIL.fullmatch(line.text):
        return Role.FURNITURE, Role.OTHER_STORY, ended
    if labels.FOOTER.fullmatch(line.text) and not is_headline(line):
        return Role.FURNITURE, None, True
    if first and _is_topic(line, rest):
        found.topics.append(line.text)
        return Role.TOPIC, Role.OTHER_STORY, ended
    if ended or labels.is_furniture(line.text):
        return Role.FURNITURE, expects if not ended else None, ended
    if expects is Role.TOPIC and len(line.text.split()) <= 4 and not line.ends_sentence:  # noqa: PLR2004 - a subject's name
        return Role.TOPIC, Role.TOPIC, ended
    if is_headline(line) and (expects is Role.OTHER_STORY or first or bool(found.other_stories)):
        return Role.OTHER_STORY, Role.OTHER_STORY, ended
    return Role.FURNITURE, expects, ended


def _is_topic(line: Line, rest: Sequence[Line]) -> bool:
    """Tell whether a line names the subject of the headlines below it."""
    if labels.is_furniture(line.text) and not labels.is_department(line.text):
        return False
    short = len(line.text.split()) <= 3 and line.size <= 30 and not line.ends_sentence  # noqa: PLR2004 - a subject's name
    return short and bool(rest) and is_headline(rest[0])


def is_headline(line: Line) -> bool:
    """Tell whether a line could head another story: several words and no full stop."""
    several = len(line.text.split()) >= 4 or (line.size >= 20 and " " not in line.text)  # noqa: PLR2004 - a headline's least
    return (
        several and line.size <= 200 and not line.text.endswith((".", "。", ":")) and not labels.is_furniture(line.text)
    )  # noqa: PLR2004 - a headline's most
