"""OPML: the feeds to which somebody subscribes, as feed readers export them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from builder.errors import UnreadableInput
from builder.model.limits import Limits
from builder.wire.page import markup
from builder.wire.reader import Refused

NAME = "opml/1"

_HEAD = 4_096
# Groups that give nothing back (``(?>…)``), or a thousand comments in a row could be read in too many ways.
_BEGIN = re.compile(
    r"""(?>\s+|<\?(?>.*?\?>)|<!--(?>.*?-->)|<!DOCTYPE(?>[^>\[]*(?:\[[^\]]*\])?[^>]*>))*+<opml\b""",
    re.IGNORECASE | re.DOTALL,
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
# Addresses are often pasted in as they are, and XML knows no other names than these.
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)", re.IGNORECASE)
_FEED = re.compile(r"\bxmlUrl\s*=", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_EXPORT = "export the list from the feed reader again"
_SHOWN = 60


def claims(data: bytes, name: str) -> bool:  # noqa: ARG001 - every reader answers to the same call
    """Tell whether the first element is ``opml``."""
    return bool(_BEGIN.match(markup.decode(data[:_HEAD]).lstrip("\ufeff")))


def read(data: bytes, limits: Limits) -> tuple[str | Refused, ...]:
    """Return the feeds' addresses in the order of the list, each once, and what is none.

    Raises ``UnreadableInput`` where it names no feed, nests too deep, or declares entities, which no feed reader does
    and which can make a small file large.
    """
    text = _DECLARATION.sub("", markup.decode(data), count=1)
    if _ENTITY.search(text):
        raise UnreadableInput("it declares entities, which are not expanded", next_act=_EXPORT)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8")
    try:
        root = etree.fromstring(_BARE_AMPERSAND.sub("&amp;", text).encode("utf-8"), parser=parser)
    except etree.XMLSyntaxError as fault:
        raise UnreadableInput("it holds no elements", next_act=_EXPORT) from fault
    outlines = [] if root is None else list(_outlines(root, limits))
    found = dict.fromkeys(_judged(url) for url in outlines)
    missing = len(_FEED.findall(text)) - len(outlines)
    if missing > 0:
        line = parser.error_log[0].line if len(parser.error_log) else 1
        reason = f"from here on {missing} of its feeds cannot be made out; mend it, or {_EXPORT}"
        found[Refused(part=f"line {line}", reason=reason)] = None
    if not found:
        raise UnreadableInput("the OPML names no feed", next_act=_EXPORT)
    return tuple(found)


def _outlines(root: etree._Element, limits: Limits) -> Iterator[str]:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.nesting:
            raise UnreadableInput(
                f"it nests more than {limits.nesting} outlines",
                next_act="export the list from the feed reader as it is",
            )
        if event == "start":
            yield from (str(value).strip() for name, value in element.items() if str(name).lower() == "xmlurl")


def _judged(url: str) -> str | Refused:
    if _ADDRESS.fullmatch(url):
        return url
    shown = url if len(url) <= _SHOWN else url[: _SHOWN - 1] + "…"
    return Refused(part="a feed", reason=f'"{shown}" is no http(s) address; correct its xmlUrl')
