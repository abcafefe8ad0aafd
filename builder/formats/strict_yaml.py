"""YAML as we take it: plain scalars, lists and maps, every scalar a string, each key once, and its line kept.

Scalars stay strings because YAML's guesses lose what was written: ``no`` is a language and a Boolean, ``1962-06`` a
month and a number, and a date-time with an offset comes back in UTC.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import yaml

from builder.errors import MalformedCopy

# The C parser is ten times as fast as the one in Python; it is missing only where libyaml is.
_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_Base):  # type: ignore[misc]  # one of two classes
    """A loader that asks nothing about the type of a node: a fifth of the time, and every scalar stays a string."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return ""

    def descend_resolver(self, _node: object, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


LARGEST = 256 * 1024
"""Characters. Front matter written by people stays under 10,000; a larger one is an attack or an accident."""
DEEPEST = 12
"""Levels of nesting; ours needs three."""

_MAYBE_SPECIAL = re.compile(r"[&*!]")
_NESTING = re.compile(r"[\[{?-]|\n {40}")
"""What a level of nesting takes: a bracket, an indicator, or the indentation of a line."""
_SAFE = 300
"""Levels that the composer of libyaml bears. It recurses without a guard: a hundred thousand end the process."""
_UNPRINTABLE = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u200b-\u200f\u2060]"
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A mapping and the lines on which its parts stand."""

    data: Mapping[str, Any]
    """Strings, lists and mappings only."""
    lines: Mapping[tuple[str | int, ...], int]
    """By path (keys and list indexes), counted from 1."""


def loads(text: str, *, first_line: int = 1) -> Loaded:
    """Return the mapping that the text holds; an empty text is an empty mapping.

    Raises ``MalformedCopy`` with the line: for broken YAML, a key written twice, an anchor, alias or tag, anything
    that is no mapping at the top.
    """
    if len(text) > LARGEST:
        raise MalformedCopy(f"more than {LARGEST} characters of YAML", line=first_line, code="FM001")
    line_of = _Lines(text, first_line)
    try:
        if _MAYBE_SPECIAL.search(text) or sum(1 for _ in islice(_NESTING.finditer(text), _SAFE)) == _SAFE:
            _refuse_special(text, line_of)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        reason = f"broken YAML: {fault.problem or fault.context}"
        raise MalformedCopy(reason, line=line_of(mark) if mark else first_line, code="FM001") from fault
    except yaml.YAMLError as fault:
        raise MalformedCopy(f"broken YAML: {str(fault).splitlines()[0]}", line=first_line, code="FM001") from fault
    except RecursionError as fault:
        raise MalformedCopy("YAML nested too deeply", line=first_line, code="FM001") from fault
    if node is None:
        return Loaded({}, {})
    if not isinstance(node, yaml.MappingNode):
        raise MalformedCopy('expected "key: value" lines', line=line_of(node.start_mark), code="FM001")
    lines: dict[tuple[str | int, ...], int] = {}
    return Loaded(_plain(node, (), lines, line_of), lines)


def quoted(text: str) -> str:
    """Return text as a double-quoted scalar on one line; what cannot be seen is written as an escape."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + _UNPRINTABLE.sub(lambda found: _escape(found[0]), escaped) + '"'


def printable(text: str) -> bool:
    """Tell whether nothing in the text needs an escape to be seen."""
    return not _UNPRINTABLE.search(text)


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - widths of YAML's escapes


class _Lines:
    """Lines as an editor counts them. To YAML 1.1 also U+0085, U+2028 and U+2029 end a line."""

    def __init__(self, text: str, first_line: int) -> None:
        self._first = first_line
        self._ends = [found.start() for found in re.finditer(r"\n|\r(?!\n)", text)]

    def __call__(self, mark: Any) -> int:  # noqa: ANN401 - PyYAML has two classes of marks, one in C
        return self._first + bisect_left(self._ends, mark.index)


def _refuse_special(text: str, line_of: _Lines) -> None:
    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise MalformedCopy("YAML nested too deeply", line=line_of(event.start_mark), code="FM001")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            what = "an anchor or alias"
        elif getattr(event, "tag", None) not in (None, "!"):
            what = f"a YAML tag ({event.tag})"
        else:
            continue
        line = line_of(event.start_mark)
        raise MalformedCopy(f"{what} is not allowed here; write the value out, in quotes", line=line, code="FM001")


def _plain(
    node: yaml.Node, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], line_of: _Lines
) -> Any:  # noqa: ANN401 - text, lists and mappings of them
    line = line_of(node.start_mark)
    lines.setdefault(path, line)
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if len(path) >= DEEPEST:
        raise MalformedCopy("YAML nested too deeply", line=line, code="FM001")
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, i), lines, line_of) for i, child in enumerate(node.value)]
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key_line = line_of(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            raise MalformedCopy("a key must be a plain word", line=key_line, code="FM001")
        key = str(key_node.value)
        if key in mapping:
            raise MalformedCopy(f'key "{key[:80]}" is written twice', line=key_line, code="FM001")
        lines[(*path, key)] = key_line
        mapping[key] = _plain(value_node, (*path, key), lines, line_of)
    return mapping
