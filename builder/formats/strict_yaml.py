"""YAML as we take it: plain scalars, lists and maps, every scalar a string, each key once, and its line kept.

Scalars stay strings because YAML's guesses lose what was written: ``no`` is a language and a Boolean, ``1962-06`` a
month and a number, and a date-time with an offset comes back in UTC.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from builder.errors import MalformedCopy

# The C parser is ten times as fast as the one in Python; it is missing only where libyaml is.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

LARGEST = 256 * 1024
"""Characters. Front matter written by people stays under 10,000; a larger one is an attack or an accident."""
DEEPEST = 12
"""Levels of nesting; ours needs three."""

_MAYBE_SPECIAL = re.compile(r"[&*!]")


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
    shift = first_line - 1
    if len(text) > LARGEST:
        raise MalformedCopy(f"more than {LARGEST} characters of YAML", line=first_line, code="FM001")
    try:
        if _MAYBE_SPECIAL.search(text):
            _refuse_special(text, shift)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = mark.line + 1 if mark else 1
        reason = f"broken YAML: {fault.problem or fault.context}"
        raise MalformedCopy(reason, line=line + shift, code="FM001") from fault
    except yaml.YAMLError as fault:
        raise MalformedCopy(f"broken YAML: {str(fault).splitlines()[0]}", line=first_line, code="FM001") from fault
    except RecursionError as fault:
        raise MalformedCopy("YAML nested too deeply", line=first_line, code="FM001") from fault
    if node is None:
        return Loaded({}, {})
    if not isinstance(node, yaml.MappingNode):
        raise MalformedCopy('expected "key: value" lines', line=node.start_mark.line + 1 + shift, code="FM001")
    lines: dict[tuple[str | int, ...], int] = {}
    return Loaded(_plain(node, (), lines, shift), lines)


def _refuse_special(text: str, shift: int) -> None:
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            what = "an anchor or alias"
        elif getattr(event, "tag", None) not in (None, "!"):
            what = f"a YAML tag ({event.tag})"
        else:
            continue
        line = event.start_mark.line + 1 + shift
        raise MalformedCopy(f"{what} is not allowed here; write the value out, in quotes", line=line, code="FM001")


def _plain(node: yaml.Node, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], shift: int) -> Any:
    line = node.start_mark.line + 1 + shift
    lines.setdefault(path, line)
    if len(path) > DEEPEST:
        raise MalformedCopy("YAML nested too deeply", line=line, code="FM001")
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, i), lines, shift) for i, child in enumerate(node.value)]
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key_line = key_node.start_mark.line + 1 + shift
        if not isinstance(key_node, yaml.ScalarNode):
            raise MalformedCopy("a key must be a plain word", line=key_line, code="FM001")
        key = str(key_node.value)
        if key in mapping:
            raise MalformedCopy(f'key "{key}" is written twice', line=key_line, code="FM001")
        lines[(*path, key)] = key_line
        mapping[key] = _plain(value_node, (*path, key), lines, shift)
    return mapping
