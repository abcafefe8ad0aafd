"""The background list of a briefing as a line through time: a Markdown extension, and all of the HTML it writes.

Registered in ``mkdocs.yml`` under its full name, ``builder.formats.timeline:TimelineExtension``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from builder.errors import MalformedDate
from builder.formats import edtf
from builder.languages.catalogue import Words, marked, words_of
from builder.model.sections import SectionKind, kind_of

LINK_TITLES = {
    marked("Briefing of this event"): "timeline__briefing",
    marked("Briefing, reported later"): "timeline__briefing timeline__briefing--later",
}
"""Titles that the press gives to the links it writes, with the classes they become. Readers get them translated."""
BACKGROUND = "background"
"""The id of the heading above it."""
NO_COPY = (".timeline__briefing", ".timeline__none")
"""Selectors of what is said in a background by the archive and not by the article: no word to be searched for."""

_LISTS = ("ul", "ol")
_DASH = re.compile(r"^\s*[—–-]\s*")
# HTML knows years, months and days, no doubt and no interval: a mark is dropped, an interval gives its beginning.
_MACHINE_READABLE = re.compile(r"(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)[?~%]?(?:/.*)?")


class TimelineExtension(Extension):
    """Turns the list directly below a Background heading of level 2 into ``<ol class="timeline">``."""

    def __init__(self, **settings: str) -> None:
        self.config = {
            "locale": ["en", "Language in which dates are written"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run after inline syntax (20), so that leads and links are elements, and before prettifying (10)."""
        md.treeprocessors.register(_Timeline(md, locale=self.getConfig("locale")), "timeline", 15)


class _Timeline(Treeprocessor):
    def __init__(self, md: Markdown, *, locale: str) -> None:
        super().__init__(md)
        self._locale = locale
        self.say = words_of(locale)

    def run(self, root: Element) -> None:
        blocks = list(root)
        for block, following in pairwise(blocks):
            if block.tag == "h2" and following.tag in _LISTS and _is_background(block):
                # The same address in every language; the page links to it from above.
                block.set("id", BACKGROUND)
                self._draw(following)

    def _draw(self, line: Element) -> None:
        line.tag = "ol"
        line.attrib.clear()
        line.set("class", "timeline")
        for item in line.findall("li"):
            self._draw_item(item)

    def _draw_item(self, item: Element) -> None:
        what = Element("div", {"class": "timeline__what"})
        what.text, item.text = item.text, None
        for child in list(item):
            item.remove(child)
            what.append(child)
        _loosen(what)
        when = self._take_date(what)
        if when is not None:
            item.append(when)
        item.append(what)
        state = "known" if _mark_links(what, self.say) else "open" if when is not None else None
        if state == "open":
            self._say_none(what)
        for nested in what.iter("li"):
            self._date_child(nested)
        item.set("class", f"timeline__item timeline__item--{state}" if state else "timeline__item")

    def _take_date(self, what: Element) -> Element | None:
        """Remove the bold date that an item begins with, and return it as ``<time>``; a bold word stays."""
        lead = _lead(what)
        when = self._time(lead)
        if lead is None or when is None:
            return None
        what.remove(lead)
        what.text = _DASH.sub("", lead.tail or "")
        return when

    def _date_child(self, item: Element) -> None:
        _loosen(item)
        lead = _lead(item)
        when = self._time(lead)
        if lead is not None and when is not None:
            when.tail = lead.tail
            item[0] = when

    def _time(self, lead: Element | None) -> Element | None:
        """Return a bold lead as ``<time>``, or ``None`` where it is no EDTF date. HTML has no time for a decade."""
        if lead is None or len(lead):
            return None
        text = (lead.text or "").strip()
        try:
            said = edtf.label(text, self._locale, short=True)
        except MalformedDate:
            return None
        found = _MACHINE_READABLE.fullmatch(text)
        when = Element("time", {"datetime": found[1]}) if found else Element("span")
        when.text = said
        return when

    def _say_none(self, what: Element) -> None:
        none = Element("span", {"class": "timeline__none"})
        none.text = self.say("No briefing yet")
        lists = [position for position, child in enumerate(what) if child.tag in _LISTS]
        place = lists[0] if lists else len(what)
        _space(what, place)
        what.insert(place, none)


def _space(holder: Element, place: int) -> None:
    """Let the text before a place end with a space: what comes there is shown on a line of its own, and copied so."""
    if place:
        before = holder[place - 1]
        before.tail = f"{(before.tail or '').rstrip()} "
    else:
        holder.text = f"{(holder.text or '').rstrip()} "


def _is_background(heading: Element) -> bool:
    return kind_of("".join(heading.itertext())) is SectionKind.BACKGROUND


def _lead(holder: Element) -> Element | None:
    """Return the bold element that opens an item, with nothing but white space before it."""
    if (holder.text or "").strip() or not len(holder) or holder[0].tag != "strong":
        return None
    return holder[0]


def _loosen(holder: Element) -> None:
    """Take a first paragraph out of its ``<p>``: a blank line between items makes Markdown wrap each one."""
    if (holder.text or "").strip() or not len(holder) or holder[0].tag != "p":
        return
    paragraph = holder[0]
    holder.remove(paragraph)
    holder.text = paragraph.text
    for position, child in enumerate(list(paragraph)):
        holder.insert(position, child)


def _mark_links(what: Element, say: Words) -> bool:
    """Give the links of the press their classes and titles; tell whether the item itself, not a child, has one."""
    for link in what.iter("a"):
        title = link.get("title")
        if title in LINK_TITLES:
            link.set("class", LINK_TITLES[title])
            link.set("title", say(title))
    return any("class" in link.attrib for link in _own_links(what))


def _own_links(holder: Element) -> Iterator[Element]:
    for child in holder:
        if child.tag == "a":
            yield child
        elif child.tag not in _LISTS:
            yield from _own_links(child)
