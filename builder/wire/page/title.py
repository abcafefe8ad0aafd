"""The headline of a page: as printed, without the site's name behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import _Element
from lxml.html import HtmlElement

from builder.wire.page.pieces import tidy, words_of

_LONGEST = 300
_SHORTEST_NAME = 3
_NAME_WORDS = 5
"""A part that holds the site's name and more words is a sentence about the site."""
_PARTS = re.compile(r"\s+[|–—»«·•:‹›>/\\-]+\s+|\s*[|»•]\s*|\s+::\s+")
_KICKER = re.compile(
    r"kicker|over-?line|eyebrow|dachzeile|top-?line|roof-?line|spitzmarke|sur-?tit(?:le|re)|pre-?title|antetitul|occhiello|volanta",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset({"nav", "aside", "footer", "menu"})


@dataclass(frozen=True, slots=True)
class Told:
    """The headlines that a page tells machines: JSON-LD's, then og:title."""

    titles: tuple[str, ...]
    trusted: bool
    """JSON-LD is among them, which is not written for sharing alone."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as printed."""

    text: str
    bare: str
    """Without the kicker that its markup sets apart inside it; mostly the same."""


def headings(root: HtmlElement, *levels: str) -> tuple[Heading, ...]:
    """Return the page's headings of some levels (h1 if none is named), those of menus and margins left out."""
    found = []
    for element in root.iter(*(levels or ("h1",))):
        if any(above.tag in _ELSEWHERE for above in element.iterancestors()):
            continue
        text = _text(element, ())
        if 0 < len(text) <= _LONGEST:
            kickers = [inner for inner in element.iterdescendants() if _KICKER.search(inner.get("class") or "")]
            bare = _text(element, kickers) if kickers else text
            found.append(Heading(text, bare if _ends_with(text, bare) else text))
    return tuple(dict.fromkeys(found))


def _text(element: _Element, without: Sequence[_Element]) -> str:
    parts = [element.text or ""]
    for child in element:
        if child not in without and isinstance(child.tag, str):
            parts.append(_text(child, without))
        parts.append(child.tail or "")
    return tidy(" ".join("".join(parts).split()))


def headline(
    told: Told, *, printed: Sequence[Heading], lower: Sequence[Heading], window: str, site: Sequence[str]
) -> str:
    """Return the headline.

    ``told`` is what the page tells machines, ``printed`` its h1 elements, ``lower`` its
    headings of other levels, ``window`` its <title>, ``site`` names and host of the outlet. Of several headlines the
    printed one is meant. An h1 counts where the page says the same elsewhere, for menus and logos are headings too; it
    also counts against a title that is made for sharing alone (not ``trusted``). The site's name is cut
    off by the parts that match it, and off a shared title also where what is left stands on the page as a heading.
    """
    texts = [text for heading in printed for text in dict.fromkeys((heading.text, heading.bare))]
    shared = [text for text in (without_site(entry, site, texts) for entry in told.titles) if text]
    named = without_site(window, site, texts)
    all_told = [*shared, *([named] if named else [])]
    for text in texts:
        if any(_same(text, other) for other in all_told):
            return text
    for heading in lower:
        if any(_same(heading.text, other) for other in shared):
            return next(other for other in shared if _same(heading.text, other))
    parts = {words_of(part) for part in _PARTS.split(window)} if not shared else set()
    for heading in lower:
        if heading.text != named and len(words_of(heading.text)) > 1 and words_of(heading.text) in parts:
            return heading.text
    own = [without_site(heading.bare, site) for heading in printed if not _is_site(heading.text, site)]
    alike = sorted(own, key=lambda text: -max((_overlap(text, other) for other in all_told), default=0.0))
    best = alike[0] if alike and any(_overlap(alike[0], other) for other in all_told) else None
    if best and (not shared or not told.trusted):
        return next((other for other in all_told if _ends_with(best, other)), best)
    return next(iter(shared), "") or named or next((heading.bare for heading in printed), "")


def _ends_with(text: str, end: str) -> bool:
    """Tell whether a heading ends with a title, behind a kicker."""
    words, last = words_of(text), words_of(end)
    return len(last) > 1 and words[-len(last) :] == last


def _is_site(text: str, site: Sequence[str]) -> bool:
    return _names_site(text, [name for name in (letters(entry) for entry in site) if name])


def without_site(title: str, site: Sequence[str], printed: Sequence[str] = ()) -> str:
    """Return a title without the parts at its ends that name the site, or that the page's heading leaves out."""
    title = tidy(title)[:_LONGEST]
    for text in printed:
        if len(words_of(text)) > 2 and title.startswith(text) and _PARTS.match(title[len(text) :] or " | "):  # noqa: PLR2004 - no section name
            return text
    names = [name for name in (letters(entry) for entry in site) if name]
    while True:
        cuts = list(_PARTS.finditer(title))
        if not cuts:
            return title
        head, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
        if _names_site(tail, names) and head:
            title = head
        elif _names_site(title[: cuts[0].start()], names) and title[cuts[0].end() :]:
            title = title[cuts[0].end() :]
        else:
            return title


def _names_site(part: str, names: Sequence[str]) -> bool:
    own = letters(part)
    if len(own) < _SHORTEST_NAME:
        return own in names
    return any(
        own in name or (len(name) > _SHORTEST_NAME and name in own and len(part.split()) <= _NAME_WORDS)
        for name in names
    )


def letters(text: str) -> str:
    """Return a name's letters alone, for comparison with a host's."""
    return "".join(words_of(text))


def _same(one: str, other: str) -> bool:
    return words_of(one) == words_of(other)


def _overlap(one: str, other: str) -> float:
    left, right = set(words_of(one)), set(words_of(other))
    return len(left & right) / max(1, min(len(left), len(right))) if len(left) > 1 else 0.0
