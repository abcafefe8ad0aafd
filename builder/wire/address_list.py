"""A list of web addresses, one a line: not an article, but where articles are."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from builder.errors import UnreadableInput
from builder.wire.reader import Refused

NAME = "list/1"

_LINE = re.compile(r"[^\r\n]+")
# As typed: fetching escapes what needs it, and refuses what may not be asked for.
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_COMMENT = "#"
_SHOWN = 60


def claims(data: bytes, name: str) -> bool:  # noqa: ARG001 - every reader answers to the same call
    """Tell whether every line is one word, or a comment behind ``#``, and most of the words are http(s) addresses.

    Most, not all: one address without its ``https://`` would make an article of forty others.
    """
    addresses = others = 0
    for _, word in _words(_decode(data)):
        if _ADDRESS.fullmatch(word):
            addresses += 1
        elif len(word.split()) > 1:
            return False
        else:
            others += 1
    return addresses > others


def read(data: bytes) -> tuple[str | Refused, ...]:
    """Return the addresses in the order of the list, each once, and the lines that are none."""
    found = dict.fromkeys(_read(data))
    if not found:
        raise UnreadableInput("it names no address", next_act="write one http(s) address on each line")
    return tuple(found)


def _read(data: bytes) -> Iterator[str | Refused]:
    for number, word in _words(_decode(data)):
        if _ADDRESS.fullmatch(word):
            yield word
        else:
            shown = word if len(word) <= _SHOWN else word[: _SHOWN - 1] + "…"
            reason = f'"{shown}" is no http(s) address; write it as the browser shows it, with https:// in front'
            yield Refused(part=f"line {number}", reason=reason)


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that say something, with their numbers; one after the other, for most texts end at the first."""
    number, end = 1, 0
    for match in _LINE.finditer(text):
        gap = text[end : match.start()]
        number += len(re.findall(r"\r\n|\r|\n", gap))
        end = match.end()
        word = match[0].strip()
        if word and not word.startswith(_COMMENT):
            yield number, word


def _decode(data: bytes) -> str:
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if utf_16 else "utf-8-sig", "replace")
