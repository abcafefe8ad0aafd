"""The headline of a page: as printed, without the site's name behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from builder.wire.page_pieces import tidy, words_of

_LONGEST = 300
_SHORTEST_NAME = 3
_NAME_WORDS = 5
"""A part that holds the site's name and more words is a sentence about the site."""
_PARTS = re.compile(r"\s+[|–—»«·•:‹›>/\\-]+\s+|\s*[|»•]\s*|\s+::\s+")
_ELSEWHERE = frozenset({"nav", "aside", "footer", "menu"})


def headings(root: HtmlElement) -> tuple[str, ...]:
    """Return the texts of the page's h1 elements, those of menus and margins left out."""
    found = []
    for element in root.iter("h1"):
        if any(above.tag in _ELSEWHERE for above in element.iterancestors()):
            continue
        text = tidy(" ".join("".join(element.itertext()).split()))
        if 0 < len(text) <= _LONGEST:
            found.append(text)
    return tuple(dict.fromkeys(found))


def headline(*, shared: Sequence[str], printed: Sequence[str], window: str, site: Sequence[str]) -> str:
    """Return the headline.

    ``shared`` is what the page tells machines (JSON-LD, then og:title), ``printed`` its h1 elements, ``window`` its
    <title>, ``site`` names and host of the outlet. An h1 counts only where the page says the same elsewhere, for menus
    and logos are headings too. The site's name is cut off by the parts that match it, and off a shared title also where
    what is left stands on the page as a heading.
    """
    shared = [text for text in (without_site(entry, site, printed) for entry in shared) if text]
    named = without_site(window, site, printed)
    told = [*shared, *([named] if named else [])]
    for text in printed:
        if any(_same(text, other) for other in told):
            return text
    if shared:
        return shared[0]
    for text in printed:
        if words_of(text) and _overlap(text, named) >= 0.5:  # noqa: PLR2004 - more alike than not
            return text
    return named or next(iter(printed), "")


def without_site(title: str, site: Sequence[str], printed: Sequence[str] = ()) -> str:
    """Return a title without the parts at its ends that name the site, or that the page's heading leaves out."""
    title = tidy(title)[:_LONGEST]
    for text in printed:
        if len(words_of(text)) > 2 and title.startswith(text) and _PARTS.match(title[len(text) :] or " | "):  # noqa: PLR2004 - no section name
            return text
    names = [name for name in (_letters(entry) for entry in site) if name]
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
    letters = _letters(part)
    if len(letters) < _SHORTEST_NAME:
        return letters in names
    return any(letters in name or (name in letters and len(part.split()) <= _NAME_WORDS) for name in names)


def _letters(text: str) -> str:
    return "".join(words_of(text))


def _same(one: str, other: str) -> bool:
    return words_of(one) == words_of(other)


def _overlap(one: str, other: str) -> float:
    left, right = set(words_of(one)), set(words_of(other))
    return len(left & right) / max(1, min(len(left), len(right))) if len(left) > 1 else 0.0
