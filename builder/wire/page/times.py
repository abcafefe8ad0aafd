"""Dates by markup: the elements that a page sets apart for when it was published, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lxml.etree import _Element
from lxml.html import HtmlElement

from builder.wire.page import dates
from builder.wire.page.author import is_elsewhere
from builder.wire.page.pieces import text_of
from builder.wire.printed import when

_PUBLISHED = re.compile(
    r"(?:^|[\s_-])(?:dt-)?(?:publi(?:shed|cation|é)\w*|pub-?_?date|post-?_?date|entry-?_?date|article-?_?date)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:^|[\s_-])(?:date(?:line|time|stamp)?|time(?:stamp)?|datum|fecha|data|posted-?(?:on)?|byline|meta)(?:$|[\s_-])"
    r"|[a-z](?:Date|Time|Datum|PublishedOn)(?:$|[\s_-])",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"modif|updat|revis|last-?mod|aktualis", re.IGNORECASE)
_CLOCK = re.compile(
    r"time_?zone(?:_?(?:name|id|string))?\\?[\"']?\s*[:=]\s*(?:\{[^{}]{0,60}:\s*)?\\?[\"']"
    r"((?:Africa|America|Asia|Atlantic|Australia|Europe|Pacific)\\?/[\w/+-]{2,40})",
    re.IGNORECASE,
)
_HOME = frozenset({"article", "header", "main"})
_LONGEST = 24
"""Words of an element that holds a date and perhaps a byline and a section."""
_LONGEST_LABELLED = 8
"""Words of an element that holds a date, its time and a label."""


def clock(root: HtmlElement) -> ZoneInfo | None:
    """Return the zone by which the outlet's system says that it tells time, in the data that it gives its scripts.

    Systems that write UTC often name the zone elsewhere on the page; nothing, where two are named.
    """
    found = (name for script in root.iter("script") for name in _CLOCK.findall(script.text or ""))
    named = {name.replace("\\", "") for name in found}
    try:
        return ZoneInfo(named.pop()) if len(named) == 1 else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def told(root: HtmlElement) -> Iterator[str]:
    """Yield the moments that elements tell machines: those marked as publication first, then the article's own.

    Those of comments, teasers and margins are left out, and so is what is marked as an update.
    """
    marked = [
        element
        for element in root.iter("time", "meta", "span", "div", "p", "abbr")
        if element.get("itemprop") == "datePublished" or (element.tag == "abbr" and _is_published(element))
    ]
    times = [element for element in root.iter("time") if not is_elsewhere(element)]
    ranks: tuple[list[_Element], ...] = (
        marked,
        [time for time in times if _is_published(time) or _is_labelled(time)],
        [time for time in times if time.get("pubdate") is not None],
        [time for time in times if _is_at_home(time) and not _UPDATED.search(time.get("class") or "")],
        [time for time in times if not _UPDATED.search(time.get("class") or "")],
    )
    for rank in ranks:
        for element in rank[:1]:
            # The hAtom format has the moment as the title of an abbreviation.
            names = ("datetime", "content", "title") if element.tag == "abbr" else ("datetime", "content")
            yield from (value for name in names if (value := element.get(name)))


def printed(root: HtmlElement, language: str | None) -> dates.Moment | None:
    """Return the first date printed in an element that its class names for one; those for publication first."""
    named = [
        element
        for element in root.iter("time", "span", "div", "p", "small", "em", "li", "abbr", "td", "i", "b")
        if (given := f"{element.get('class') or ''} {element.get('id') or ''}".strip())
        and (_PUBLISHED.search(given) or _DATE.search(given) or element.tag == "time")
        and not _UPDATED.search(given)
    ]
    for published in (True, False):
        for element in named:
            if _is_published(element) == published and not is_elsewhere(element):
                text = text_of(element)
                for stamp in (
                    when.stamps(text, (language or "en").split("-")[0]) if len(text.split()) <= _LONGEST else ()
                ):
                    if not stamp.updated and (stamp.value.year != when.LEAP_YEAR or str(when.LEAP_YEAR) in text):
                        return stamp.value
    return None


def _is_published(element: _Element) -> bool:
    return bool(_PUBLISHED.search(element.get("class") or ""))


def _is_labelled(time: _Element) -> bool:
    """Tell whether a time is all that an element for the date of publication holds, but for a word or two."""
    around = time.getparent()
    return around is not None and _is_published(around) and len(text_of(around).split()) <= _LONGEST_LABELLED


def _is_at_home(element: _Element) -> bool:
    return any(above.tag in _HOME for above in element.iterancestors())
