"""The line ``tags:`` of a file's front matter, rewritten; every other line stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.errors import MalformedCopy
from builder.formats import strict_yaml, yaml_lines
from builder.formats.front_matter import flow
from builder.model.ids import TagId

_FRONT = re.compile(r"(\ufeff?-{3,}[^\n]*\n)(.*?)^-{3,}\s*?$", re.DOTALL | re.MULTILINE)
_KEY = "tags"


def retagged(text: str, names: Mapping[TagId, TagId | None]) -> str:
    """Return a file's text in which some tags are called otherwise, or go (``None``); two that become one stand once.

    Raises ``MalformedCopy`` where the front matter cannot be read, or its keys cannot be told apart by lines.
    """
    front = _FRONT.match(text)
    if not front:
        raise MalformedCopy('no front matter; the file must begin with a line "---"', code="FM001")
    inner = front[2]
    tags = strict_yaml.loads(inner, first_line=2).data.get(_KEY)
    if not isinstance(tags, list) or not any(tag in names for tag in tags):
        return text
    after = [tag for tag in dict.fromkeys(names.get(tag, tag) for tag in tags) if tag is not None]
    try:
        if len(after) == len(tags):
            inner = yaml_lines.exchanged(inner, _KEY, {str(old): flow(new) for old, new in names.items() if new})
        else:
            inner = yaml_lines.edited(inner, {_KEY: f"{_KEY}: {flow(after)}\n"} if after else {}, (_KEY,))
    except yaml_lines.NotOnLines as fault:
        raise MalformedCopy("its keys cannot be told apart by lines; begin a line with each", code="FM001") from fault
    if strict_yaml.loads(inner).data.get(_KEY, []) != after:
        raise MalformedCopy("its tags cannot be rewritten; write tags: [one, two] on a line", code="FM001")
    return text[: front.start(2)] + inner + text[front.end(2) :]
