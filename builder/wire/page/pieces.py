"""A page cut into pieces: every paragraph, heading, quotation, list, table and caption, in reading order."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from builder.model.article import BlockKind, ListItem
from builder.wire.page.visible import Visibility

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "picture", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video",
))  # fmt: skip
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_BOLD = frozenset({"b", "strong"})
_CAPTION_NAMES = re.compile(
    r"(?:^|[\s_-])(?:img|image|photo|foto|picture|wp|media|figure)?[\s_-]*(?:caption|bildunterschrift|credit|copyright)s?(?:$|[\s_-])",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_LONG_CELL = 600
"""Characters. A table cell with more is a column of the page's layout, a "caption" with more something else."""


class Place(enum.StrEnum):
    """Where a piece stands, as far as its markup says."""

    TEXT = "text"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """One block of the page, before anybody has judged whether it belongs to the article."""

    element: _Element
    """The element it stands in; pieces between two of its children share one."""
    kind: BlockKind
    text: str = ""
    """On one line; for a list or table everything it holds."""
    items: tuple[ListItem, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    lead: str = ""
    """The bold words it begins with."""
    linked: int = 0
    """Characters inside links."""
    place: Place = Place.TEXT
    words: tuple[str, ...] = field(default=(), repr=False)
    """Casefolded, for comparison."""


def words_of(text: str) -> tuple[str, ...]:
    """Return a text's words for comparison: casefolded, without punctuation."""
    return tuple(_WORD.findall(text.casefold()))


def tidy(text: str) -> str:
    """Return a text on one line, without invisible characters."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def text_of(element: _Element) -> str:
    """Return everything an element holds as text, on one line."""
    return tidy("".join(str(part) for part in element.itertext()))


def pieces(root: _Element) -> tuple[Piece, ...]:
    """Return the pieces of a tree, in reading order; what is hidden or holds no text is left out."""
    return tuple(_Cutter(root).walk(root, kind=BlockKind.PARAGRAPH, place=Place.TEXT))


@dataclass(slots=True)
class _Run:
    """Inline text gathered so far."""

    parts: list[str] = field(default_factory=list)
    lead: list[str] = field(default_factory=list)
    leading: bool = True
    linked: int = 0

    def add(self, text: str | None, *, bold: bool, link: bool) -> None:
        if not text:
            return
        self.parts.append(text)
        if text.strip():
            self.leading = self.leading and bold
            self.linked += len(text.strip()) if link else 0
        if self.leading:
            self.lead.append(text)


class _Cutter:
    """Walks one tree; knows which elements hold blocks, whatever their own name says."""

    def __init__(self, root: _Element) -> None:
        self._seen = Visibility(root)
        self._holders: set[_Element] = set()
        for element in root.iter(*_BLOCKS):
            above = element.getparent()
            while above is not None and above not in self._holders:
                self._holders.add(above)
                above = above.getparent()

    def walk(self, element: _Element, *, kind: BlockKind, place: Place) -> Iterator[Piece]:
        """Yield the pieces of an element that may hold blocks; runs of inline nodes between them are paragraphs."""
        run = _Run()
        run.add(element.text, bold=False, link=False)
        for child in element:
            if self._seen.is_silent(child):
                pass
            elif child.tag == "br":
                # Two line breaks in a row separate paragraphs; one is a space.
                if _breaks_again(child):
                    yield from _paragraph(element, run, kind, place)
                    run = _Run()
                else:
                    run.add(" ", bold=False, link=False)
            elif child.tag in _BLOCKS or child in self._holders:
                yield from _paragraph(element, run, kind, place)
                run = _Run()
                yield from self._block(child, kind=kind, place=place)
            else:
                self._inline(child, run, bold=False, link=False)
            run.add(child.tail, bold=False, link=False)
        yield from _paragraph(element, run, kind, place)

    def _block(self, element: _Element, *, kind: BlockKind, place: Place) -> Iterator[Piece]:
        tag = str(element.tag)
        if tag in {"figure", "figcaption"} or (
            place is Place.TEXT and tag in {"div", "p", "span"} and _is_caption(element)
        ):
            place = Place.CAPTION
        if tag in _HEADINGS and element not in self._holders:
            kind = BlockKind.HEADING
        elif tag == "blockquote":
            kind = BlockKind.QUOTE
        elif place is Place.TEXT and (made := self._whole(element)) is not None:
            yield made
            return
        yield from self.walk(element, kind=kind, place=place)

    def _inline(self, element: _Element, run: _Run, *, bold: bool, link: bool) -> None:
        bold = bold or element.tag in _BOLD
        link = link or _leads(element)
        run.add(element.text, bold=bold, link=link)
        for child in element:
            if child.tag == "br":
                run.add(" ", bold=bold, link=link)
            elif not self._seen.is_silent(child):
                self._inline(child, run, bold=bold, link=link)
            run.add(child.tail, bold=bold, link=link)

    def _whole(self, element: _Element) -> Piece | None:
        if element.tag in {"ul", "ol"}:
            return self._list(element)
        return self._table(element) if element.tag == "table" else None

    def _list(self, element: _Element) -> Piece | None:
        """Return a list as one piece, or nothing where its items are boxes of the layout (headings, tables inside)."""
        if next(element.iter(*_HEADINGS, "table", "figure", "article", "section", "blockquote"), None) is not None:
            return None
        run = _Run()
        items = self._items(element, run)
        text = " ".join(_texts(items))
        if not text:
            return None
        return Piece(
            element=element, kind=BlockKind.LIST, text=text, items=items, linked=run.linked, words=words_of(text)
        )

    def _items(self, element: _Element, whole: _Run) -> tuple[ListItem, ...]:
        result: list[ListItem] = []
        for child in element:
            if self._seen.is_silent(child):
                continue
            if child.tag in {"ul", "ol"}:
                # A list directly in a list, as old editors write it, belongs to the item before it.
                children = self._items(child, whole)
                if result:
                    before = result.pop()
                    result.append(ListItem(text=before.text, children=(*before.children, *children)))
                else:
                    result.extend(children)
                continue
            nested: list[ListItem] = []
            run = _Run()
            self._item(child, run, nested, whole, link=_leads(child))
            whole.linked += run.linked
            if text := tidy("".join(run.parts)):
                result.append(ListItem(text=text, children=tuple(nested)))
            else:
                result.extend(nested)
        return tuple(result)

    def _item(self, element: _Element, run: _Run, nested: list[ListItem], whole: _Run, *, link: bool) -> None:
        run.add(element.text, bold=False, link=link)
        for child in element:
            if child.tag in {"ul", "ol"}:
                nested.extend(self._items(child, whole))
            elif not self._seen.is_silent(child):
                apart = child.tag == "br" or child.tag in _BLOCKS
                run.add(" " if apart else None, bold=False, link=False)
                self._item(child, run, nested, whole, link=link or _leads(child))
                run.add(" " if apart else None, bold=False, link=False)
            run.add(child.tail, bold=False, link=link)

    def _table(self, element: _Element) -> Piece | None:
        """Return a table of data, or nothing where it lays out the page."""
        if (
            next(element.iter("form", "h1", "h2", "article"), None) is not None
            or next(element.iterdescendants("table"), None) is not None
        ):
            return None
        rows: list[tuple[str, ...]] = []
        whole = _Run()
        for row in element.iter("tr"):
            cells: list[str] = []
            for cell in row.iterchildren("td", "th"):
                run = _Run()
                self._item(cell, run, [], whole, link=False)
                whole.linked += run.linked
                cells.append(tidy("".join(run.parts)))
                if len(cells[-1]) > _LONG_CELL:
                    return None
            if any(cells):
                rows.append(tuple(cells))
        if not rows or max(len(row) for row in rows) < 2:  # noqa: PLR2004 - one column is layout
            return None
        text = " ".join(cell for row in rows for cell in row if cell)
        return Piece(
            element=element,
            kind=BlockKind.TABLE,
            text=text,
            rows=tuple(rows),
            linked=whole.linked,
            words=words_of(text),
        )


def _leads(element: _Element) -> bool:
    """Tell whether an element is a link to another page; one that runs a script or stays on the page leads nowhere."""
    return element.tag == "a" and not (element.get("href") or "").lstrip().lower().startswith(("javascript:", "#"))


def _paragraph(element: _Element, run: _Run, kind: BlockKind, place: Place) -> Iterator[Piece]:
    text = tidy("".join(run.parts))
    words = words_of(text)
    if words:
        lead = tidy("".join(run.lead))
        yield Piece(element=element, kind=kind, text=text, lead=lead, linked=run.linked, place=place, words=words)


def _texts(items: tuple[ListItem, ...]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from _texts(item.children)


def _is_caption(element: _Element) -> bool:
    return bool(_CAPTION_NAMES.search(element.get("class", ""))) and len(text_of(element)) <= _LONG_CELL


def _breaks_again(br: _Element) -> bool:
    after = br.getnext()
    return after is not None and after.tag == "br" and not (br.tail or "").strip()
