"""Single keys of a YAML mapping rewritten in place: every other line stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import yaml

from builder.errors import MalformedCopy
from builder.formats import strict_yaml

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")


class NotOnLines(ValueError):
    """Keys cannot be told apart by lines, as in ``{title: x, date: y}``."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Whole lines of a key and its value: where they begin, and where the line of the value's last word ends."""

    start: int
    end: int
    indent: str
    comments: tuple[str, ...]
    """Of the value, in order; the last one may stand behind it on the same line."""
    behind: bool
    """Whether the value is one line with a comment behind it."""


def edited(text: str, changed: Mapping[str, str], gone: Collection[str], *, order: Sequence[str] = ()) -> str:
    """Return the text with keys replaced, added, or removed.

    A new key goes below the last of those that come before it in ``order``, so that two who add it add it in one
    place; where there is none, at the end. ``changed`` has the whole lines of a key, as they stand at the margin. A
    comment within a replaced value is kept: behind the key where it stood behind it, else above. Lines end as in the
    text. Raises ``NotOnLines`` where keys cannot be told apart by lines. Why not a round trip through a YAML library:
    that sets spaces and line ends of the whole text anew, and a comment below a list goes with the list.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    places = dict(_places(text))
    pieces: list[str] = []
    at = 0
    indent = next(iter(places.values())).indent
    new = {key: _indented(lines, indent).replace("\n", newline) for key, lines in changed.items() if key not in places}
    above = {key: _above(key, places, order) or next(reversed(places)) for key in new}
    for key, place in places.items():
        pieces.append(text[at : place.start])
        at = place.end
        if key in changed:
            pieces.append(_written(changed[key], place).replace("\n", newline))
        elif key not in gone:
            pieces.append(text[place.start : place.end])
        if pieces[-1] and not pieces[-1].endswith("\n"):
            pieces.append(newline)
        pieces.extend(lines for name, lines in new.items() if above[name] == key)
    after = "".join((*pieces, text[at:]))
    _prove(text, after, changed, gone)
    return after


def within(text: str, key: str, edit: Callable[[str], str]) -> str:
    """Return the text with the lines of the mapping below a key edited; what ``edit`` gets is a mapping by itself."""
    value = next(value for name, value in _root(text).value if name.value == key)
    if not isinstance(value, yaml.MappingNode) or value.flow_style:
        raise NotOnLines
    start, end = text.rfind("\n", 0, value.start_mark.index) + 1, dict(_places(text))[key].end
    return text[:start] + edit(text[start:end]) + text[end:]


def rekeyed(text: str, old: str, new: str) -> str:
    """Return the text with a key called otherwise; ``new`` needs no quotes."""
    key = next(name for name, _ in _root(text).value if name.value == old)
    return text[: key.start_mark.index] + new + text[key.end_mark.index :]


def without(text: str, key: str) -> str:
    """Return the text without a key and its value. Comments among them stay, at the margin: somebody wrote them."""
    place = dict(_places(text))[key]
    newline = "\r\n" if "\r\n" in text else "\n"
    return text[: place.start] + "".join(f"{comment}{newline}" for comment in place.comments) + text[place.end :]


def exchanged(text: str, key: str, names: Mapping[str, str]) -> str:
    """Return the text with entries of a list exchanged for words of YAML; all else stays, also what is in quotes."""
    value = next((value for name, value in _root(text).value if name.value == key), None)
    entries = value.value if isinstance(value, yaml.SequenceNode) else []
    for entry in reversed(entries):
        new = names.get(entry.value) if isinstance(entry, yaml.ScalarNode) else None
        if new is not None:
            mark = entry.style if entry.style in ("'", '"') and new[0] not in "'\"" else ""
            text = f"{text[: entry.start_mark.index]}{mark}{new}{mark}{text[entry.end_mark.index :]}"
    return text


def _above(key: str, places: Collection[str], order: Sequence[str]) -> str | None:
    """Return the key below which a new one goes: of those that come before it in the order, the lowest in the text."""
    before = set(order[: order.index(key)]) if key in order else set()
    return next((name for name in reversed(list(places)) if name in before), None)


def _prove(before: str, after: str, changed: Mapping[str, str], gone: Collection[str]) -> None:
    """Hold the law where it counts: what is written must be read as what was meant.

    It is not where a block of text ends at a key that goes, and the indented comment below the key joins the block.
    """
    kept = {key: value for key, value in strict_yaml.loads(before).data.items() if key not in gone}
    try:
        same = strict_yaml.loads(after).data == {**kept, **strict_yaml.loads("".join(changed.values())).data}
    except MalformedCopy as fault:
        raise NotOnLines from fault
    if not same:
        raise NotOnLines


def _written(lines: str, place: _Place) -> str:
    if place.behind:
        first, end, rest = lines.partition("\n")
        return _indented(f"{first}  {place.comments[0]}{end}{rest}", place.indent)
    return _indented("".join(f"{comment}\n" for comment in place.comments) + lines, place.indent)


def _indented(lines: str, indent: str) -> str:
    return "".join(indent + line for line in lines.splitlines(keepends=True))


def _root(text: str) -> yaml.MappingNode:
    root = yaml.compose(text, Loader=_Loader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise NotOnLines
    return root


def _places(text: str) -> Iterator[tuple[str, _Place]]:
    before = 0
    for key, value in _root(text).value:
        spans = [(key.start_mark.index, key.end_mark.index), *sorted(_spans(value))]
        start = text.rfind("\n", 0, spans[0][0]) + 1
        # "? key" is the long way to write a key.
        indent = text[start : spans[0][0]].partition("?")[0]
        last = len(text[: spans[-1][1]].rstrip()) if text[spans[-1][1] - 1 : spans[-1][1]].isspace() else spans[-1][1]
        line_end = text.find("\n", last)
        end = len(text) if line_end < 0 else line_end + 1
        if start < before or text[start : spans[0][0]].strip(" ?"):
            raise NotOnLines
        gaps = [text[a[1] : b[0]] for a, b in pairwise(spans)] + [text[last:end]]
        comments = tuple(comment for gap in gaps for comment in _COMMENT.findall(gap))
        one_line = text.count("\n", start, end) <= 1
        yield key.value, _Place(start, end, indent, comments, behind=one_line and bool(comments))
        before = end


def _spans(node: yaml.Node) -> Iterator[tuple[int, int]]:
    """Yield where the words of a value stand; between them are marks, spaces and comments."""
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index
        return
    if not isinstance(node, yaml.CollectionNode):
        return
    if node.flow_style:
        yield node.start_mark.index, node.start_mark.index + 1
        yield node.end_mark.index - 1, node.end_mark.index
    for child in node.value:
        for part in child if isinstance(child, tuple) else (child,):
            yield from _spans(part)
