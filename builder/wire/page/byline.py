"""Byline and date as printed on a page, for pages that do not tell machines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from builder.model.article import BlockKind
from builder.wire.page import names as page_names
from builder.wire.page.author import is_elsewhere
from builder.wire.page.pieces import Piece, text_of, words_of
from builder.wire.printed import person_names, when
from builder.wire.printed.stamp_words import PUBLISHED

_NAMES = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|autor(?:en|es|in)?|auteurs?|autore|writers?|vcard)(?:-?_{0,2}(?:name|link))?(?:$|[\s_-])",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"comment|related|recommend", re.IGNORECASE)
# "By Jane Doe", "Posted by Jane Doe on 3 May", "Ein Beitrag von Jana Brandt", and "ByJane Doe" where an
# element stood between.
_BY = re.compile(
    r"(?:^|^.{0,40}?\b(?:posted|written|published|reported|story|text|interview|beitrag|gastbeitrag|kommentar|erstellt|eingestellt|geschrieben|veröffentlicht|publiziert|"
    r"gespeichert|verfasst|publié|écrit|article|publicado|escrito|scritto|pubblicato)\b.{0,30}?\s)"
    r"(?:(?:by|von|par|por|di|door|av|af|przez|автор(?:ка)?|autor(?:in)?|auteur|author|text|words|interview)(?:\s*:\s*|\s+)|(?-i:By)(?=[A-Z]))(?P<rest>\S.*)",
    re.IGNORECASE,
)
_END = re.compile(r"\s+(?:on|am|vom|le|el|il|op|at|um|in)\s|\s*[\d(|•·@]")
_RIGHT = re.compile(r"(?:^|text-align:\s*)right", re.IGNORECASE)
_SMALL_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{2,}")
_FILING = re.compile(
    r"(?:this|dieser|cet|cette|esta|este|quest[oa]|dit|deze)\s*(?:entry|post|article|story|beitrag|artikel|eintrag|"
    r"billet|entrée|entrada|artículo|articolo|bericht)\s(?:was|wurde|a été|fue|è stato|werd)\b"
    r"|.{,200}?\b(?:(?:was|has been) (?:posted|published) on|wurde am\b.{,60}\b(?:gepostet|veröffentlicht|publiziert)|"
    r"a été (?:publié|posté)e? le|fue publicad[oa] el|è stat[oa] pubblicat[oa] il)\b",
    re.IGNORECASE,
)
_LONGEST_FILING = 60
"""Words: the sentence goes on to categories and feeds."""
_LONGEST = 16
"""Words of a line that holds a byline; longer ones tell about the author."""
_ABOVE = 8
"""Pieces above the text, where the headline is not found among them."""


def head(found: Sequence[Piece], body: Sequence[Piece], headline: str) -> tuple[Piece, ...]:
    """Return the pieces between headline and text, two above and the first three of the text included."""
    first = next((i for i, piece in enumerate(found) if body and piece is body[0]), None)
    if first is None:
        return ()
    title = words_of(headline)
    start = next(
        (i for i in range(first, -1, -1) if found[i].kind is BlockKind.HEADING and found[i].words == title), None
    )
    return tuple(found[max(0, start - 2 if start is not None else first - _ABOVE) : first + 3])


def people(lines: Sequence[Piece], *, outlet: str | None) -> tuple[str, ...]:
    """Return the authors that lines near the headline name, marked as such or after "by"."""
    for texts in (_marked(lines), _said(lines)):
        if names := page_names.read(texts, outlet=outlet).people:
            return page_names.full(names)
    return ()


def agencies(lines: Sequence[Piece], *, outlet: str | None) -> tuple[str, ...]:
    """Return the agencies that lines near the headline credit where others name their authors."""
    return page_names.read((*_marked(lines), *_said(lines)), outlet=outlet).agencies


def beside_date(lines: Sequence[Piece], language: str | None, *, headline: str, outlet: str | None) -> tuple[str, ...]:
    """Return the full names that lines hold beside a date and nothing else: "Jane Doe | 3 May 2024"."""
    title = set(words_of(headline))
    for piece in lines:
        if len(piece.words) <= _LONGEST:
            for stamp in when.stamps(piece.text, (language or "en").split("-")[0])[:1]:
                if title.isdisjoint(words_of(stamp.rest)) and (names := _nothing_but_names(stamp.rest, outlet)):
                    return names
    return ()


def signature(body: Sequence[Piece], *, outlet: str | None) -> tuple[str, ...]:
    """Return who signs in the last line of the text: full names alone, in bold or set to the right."""
    for piece in body[-1:]:
        aside = _RIGHT.search(piece.element.get("style") or piece.element.get("align") or "")
        if len(piece.words) <= _LONGEST // 2 and (aside or words_of(piece.lead) == piece.words):
            return _nothing_but_names(piece.text, outlet)
    return ()


def _nothing_but_names(text: str, outlet: str | None) -> tuple[str, ...]:
    """Return full names where a text that nothing marks as a byline holds them alone, words between them apart."""
    names = page_names.read([text], outlet=outlet).people
    said = sum(len(words_of(name)) for name in names)
    whole = said >= len(words_of(text)) - max(0, len(names) - 1)
    return names if whole and all(person_names.is_name(name, frozenset(), sure=False) for name in names) else ()


def _marked(lines: Sequence[Piece]) -> Iterator[str]:
    for piece in lines:
        if len(piece.words) > _LONGEST or any(
            _ELSEWHERE.search(above.get("class") or "") for above in piece.element.iterancestors()
        ):
            continue
        inner = [
            text
            for element in piece.element.iter()
            if _is_author(element) and (text := text_of(element)) and text in piece.text
        ]
        around = [piece.element, *list(piece.element.iterancestors())[:2]]
        texts = inner or ([piece.text] if any(_is_author(element) for element in around) else [])
        for text in texts:
            said = _BY.search(text)
            yield _END.split(said["rest"] if said else text)[0]


def is_byline(piece: Piece) -> bool:
    """Tell whether a piece of the body is nothing but a byline: "By Jane Doe"."""
    if piece.kind is not BlockKind.PARAGRAPH or len(piece.words) > _LONGEST // 2:
        return False
    said = _BY.match(piece.text)
    names = page_names.read([said["rest"]]).people if said else ()
    return (
        bool(names)
        and all(" " in name for name in names)
        and sum(len(words_of(name)) for name in names) >= len(words_of(said["rest"] if said else "")) - 1
    )


def _is_author(element: _Element) -> bool:
    if not isinstance(element.tag, str):
        return False
    return (
        "author" in (element.get("rel") or "").split()
        or element.get("itemprop") == "author"
        or bool(_NAMES.search(element.get("class") or ""))
    )


def _said(lines: Sequence[Piece]) -> Iterator[str]:
    for piece in lines:
        if piece.kind is not BlockKind.HEADING and len(piece.words) <= _LONGEST and (said := _BY.search(piece.text)):
            name = _END.split(said["rest"])[0].strip(" .:")
            if " " in name and name[0].isupper() and page_names.read([name]).people:
                yield name


def is_date(piece: Piece, language: str | None) -> bool:
    """Tell whether a piece of the body is nothing but the date of publication."""
    if piece.kind is not BlockKind.PARAGRAPH or len(piece.words) > _LONGEST // 2:
        return False
    found = when.stamps(piece.text, (language or "en").split("-")[0])
    return bool(found) and not words_of(found[0].rest)


def published(lines: Sequence[Piece], language: str | None, *, headline: str = "") -> dt.datetime | dt.date | None:
    """Return the date that lines near the headline give as the day of publication.

    A line that says so goes first, then the first date below the headline, then the first above it. No date is one of
    an update, of the headline itself ("Races of 3 May 2024") or of a line that tells something: a caption, a sentence.
    """
    title = words_of(headline)
    at = next((i for i, piece in enumerate(lines) if title and piece.words == title), -1)
    found = [stamp for piece in (*lines[at + 1 :], *lines[: max(at, 0)]) for stamp in _stamps(piece, title, language)]
    return next((stamp.value for stamp in sorted(found, key=lambda stamp: not stamp.published)), None)


def _stamps(piece: Piece, title: tuple[str, ...], language: str | None) -> Iterator[when.Stamp]:
    if len(piece.words) > _LONGEST or (title and piece.words == title):
        return
    for stamp in when.stamps(piece.text, (language or "en").split("-")[0]):
        if _dated(stamp, piece.text) and not stamp.updated and (stamp.published or not _tells(stamp.rest)):
            yield stamp


def _dated(stamp: when.Stamp, text: str) -> bool:
    """Tell whether a date has its year: a day without one is read as of a leap year."""
    return stamp.value.year != when.LEAP_YEAR or str(when.LEAP_YEAR) in text


def filed(pieces: Sequence[Piece], language: str | None) -> dt.datetime | dt.date | None:
    """Return the date by which an article is filed, wherever it stands but in comments and margins.

    Blogs have a sentence for it ("This entry was posted on 3 May 2010 and ..."), others a line ("Published: 3 May").
    """
    for piece in pieces:
        if len(piece.words) <= _LONGEST_FILING and not is_elsewhere(piece.element):
            says = _FILING.match(piece.text) or PUBLISHED.match(piece.text)
            for stamp in when.stamps(piece.text, (language or "en").split("-")[0]) if says else ():
                if not stamp.updated and _dated(stamp, piece.text):
                    return stamp.value
    return None


def _tells(rest: str) -> bool:
    """Tell whether a line says more beside its date than a byline and a section do."""
    small = sum(word.islower() for word in _SMALL_WORD.findall(rest))
    return small > when.MOST_IN_LOWER_CASE and _BY.search(rest) is None
