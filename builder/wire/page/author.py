"""Authors by markup: the elements that a page sets apart for the name of who wrote it, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from builder.wire.page import names
from builder.wire.page.pieces import text_of
from builder.wire.printed.labels import BY, BY_ALONE, UPDATED, is_furniture

# Class names as publishing systems give them: hCard's "fn", "post-author-name", "documentAuthor", "auth_name",
# "itemPoster", Drupal's "submitted" and "username".
_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|(?:post|entry|meta|article)?-?(?:authors?|autor(?:en|es|in|a)?|auteurs?|autore|writers?))"
    r"(?:$|[\s_-])|[a-z](?:Authors?|Byline|Poster)(?:Name|List|Link)?(?:$|[\s_-])|(?:^|[\s_-])(?:auth-?_?name|fn)(?:$|\s)",
)
_ACCOUNT = re.compile(
    r"(?:^|[\s_-])(?:user-?_{0,2}name|submitted|(?:post|entry|article)?-?(?:meta|info|data|details)|posted-?(?:by|on)?|date)(?:$|[\s_-])"
)
_NAMED = re.compile(r"(?:^|[\s_-])(?:user-?_{0,2}name|submitted)(?:$|[\s_-])")
_BY_WORD = re.compile(r"(?:^|\b)(?:by|von|par|por|di|door|av|af|przez|автор)[:\s]\s*(?P<rest>\S.*)", re.IGNORECASE)
_GLUED = re.compile(r"(?:[Aa]uthor|[Aa]utor|[Aa]uteur|By|Von|Por|Par)(?=[^\W\d_a-z])")
_ARTICLE = re.compile(r"(?:^|\s)(?:h-?entry|(?:blog-?|single-?)?post|article|entry)(?:$|\s)|Article|BlogPosting")
_ELSEWHERE = re.compile(
    r"comment|related|recommend|teaser-?list|recent|popular|widget|carousel|slider|reply|citation|copyright",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:^|[\s_-])(?:bio|description|about|date|time|avatar|image|role|job|title)(?:$|[\s_-])", re.IGNORECASE
)
_MARGINS = frozenset({"nav", "footer", "form", "blockquote", "figure", "button", "select"})
_NOBODY = re.compile(
    r"(?:name|unknown|admin|anonymous|guest|author|autor|autorin|profile?|posted|anmelden|login|all articles|"
    r"alle artikel|"
    r"publiziert am|posted on|veröffentlicht am|archiv anzeigen|"
    r"view all posts|website|e-?mail|follow|share|von|by|und|and)\W*",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d{1,2}[.:/]\d{1,2}|\b(?:19|20)\d\d\b|\s(?:on|am|vom|le|el|il|op|at|um|under|in|unter)\s.*", re.IGNORECASE
)
_LONGEST = 14
"""Words in an element that holds a byline; one with more tells about the author."""
_HANDLE = 40
"""Characters of a name that a reader gave himself."""


def people(root: _Element, *, outlet: str | None) -> tuple[str, ...]:
    """Return the authors that the page's markup names; several only where they stand together.

    The first element so marked decides: those of the article's head come before those of comments and teasers.
    """
    for rank in _ranks(root):
        if found := names.read((_named(element) for element in _together(rank)), outlet=outlet).people:
            return names.full(found)
    return ()


def handle(root: _Element) -> tuple[str, ...]:
    """Return what stands where an author's name belongs and is none: a blogger's handle, "The editors"."""
    for rank in _ranks(root):
        for element in _together(rank):
            if name := _handle(_named(element)):
                return (name,)
    return ()


def _ranks(root: _Element) -> tuple[list[_Element], ...]:
    """Return the marked elements by how clearly they are marked, in document order each."""
    clear: list[_Element] = []
    named: list[_Element] = []
    accounts: list[_Element] = []
    for element in root.iter(
        "a", "span", "div", "p", "address", "li", "strong", "b", "em", "cite", "h3", "h4", "h5", "td", "dd"
    ):
        given = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
        if "author" in (element.get("rel") or "").split() or element.get("itemprop") in {"author", "creator"}:
            rank = clear
        elif given and _AUTHOR.search(given):
            rank = named
        elif given and _ACCOUNT.search(given) and (_NAMED.search(given) or _BY_WORD.search(text_of(element))):
            rank = accounts
        else:
            continue
        if not is_elsewhere(element) and 0 < len(text_of(element).split()) <= _LONGEST:
            rank.append(element)
    return clear, named, accounts


def is_elsewhere(element: _Element) -> bool:
    """Tell whether an element stands in a margin or a comment; what lies around the article itself does not count."""
    for above in (element, *element.iterancestors()):
        if above.tag in {"article", "main", "body"} or (
            above is not element and _ARTICLE.search(f"{above.get('class') or ''} {above.get('itemtype') or ''}")
        ):
            return (
                bool(_ELSEWHERE.search(f"{above.get('class') or ''} {above.get('id') or ''}")) and above.tag != "body"
            )
        if above.tag in _MARGINS or _ELSEWHERE.search(f"{above.get('class') or ''} {above.get('id') or ''}"):
            # The foot of a post is where blogs sign.
            return not (above.tag == "footer" and re.search(r"post|entry|article|meta", above.get("class") or ""))
    return False


def _together(elements: Sequence[_Element]) -> tuple[_Element, ...]:
    """Return the first of marked elements that holds a name, and those that stand beside it."""
    for first in elements:
        if _named(first):
            around = first.getparent()
            above = around.getparent() if around is not None and len(text_of(around).split()) <= _LONGEST else None
            home = around if above is None or above.tag == "body" else above
            return tuple(
                element
                for element in elements
                if element is first or (home is not None and home in element.iterancestors() and home.tag != "body")
            )
    return ()


def _named(element: _Element) -> str:
    """Return the text of a marked element that can be a name: of its innermost part marked for it, else all of it."""
    inner = [
        part
        for part in element.iterdescendants()
        if (
            part.get("itemprop") == "name"
            or "author" in (part.get("rel") or "").split()
            or "fn" in (part.get("class") or "").split()
        )
    ]
    text = text_of(inner[0]) if inner else " ".join(_own(element))
    text = " ".join(text.split())
    text = _GLUED.sub("", text, count=1) if _GLUED.match(text) else text
    said = BY.fullmatch(text) or _BY_WORD.search(text)
    text = said["rest"] if said else text
    stop = UPDATED.search(text)
    text = text[: stop.start()] if stop else text
    return _DATE.split(text)[0].strip(" ,.:;|·•–-/@()") if not _DATE.match(text) else ""


def _own(element: _Element) -> Iterator[str]:
    """Yield the texts of an element, without those of parts that are marked as something else."""
    yield element.text or ""
    for child in element:
        if (
            not callable(child.tag)
            and child.tag not in {"time", "img", "svg", "button"}
            and not _ABOUT.search(child.get("class") or "")
        ):
            yield from _own(child)
        yield child.tail or ""


def _handle(text: str) -> str | None:
    if not text or len(text) > _HANDLE or len(text.split()) > 4 or not any(char.isalpha() for char in text):  # noqa: PLR2004 - "The editors of the Post"
        return None
    if _NOBODY.fullmatch(text) or BY_ALONE.fullmatch(text) or is_furniture(text):
        return None
    return text
