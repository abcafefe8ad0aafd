"""The article's body on a page: which pieces belong to it, by vote and by the company they keep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml.etree import _Element
from lxml.html import HtmlElement

from builder.model.article import BlockKind
from builder.wire.page.pieces import Piece, Place, pieces, words_of
from builder.wire.page.traits import Judged, weigh
from builder.wire.page.voters import VOTERS, Reading, Voters, readings

_HELD = 0.7
"""Of a piece's words in a row; less is a coincidence of phrases."""
_COLUMN = 0.15
"""Of the agreed words: an element that surrounds as many is a column of the article."""
_BARE = 1_000
"""Characters. A page that shows no more needs no vote: what is neither menu nor margin is its text."""
_SECTION = 40
"""Agreed words. A heading that stands beside as many heads them."""
_BOXES = 2
"""Elements around a list or a table that hold nothing else."""
_LIST_WORDS = 4
"""A paragraph or item of the article has as many; shares and tags have fewer."""
_CLEAR = 0.4
"""Of the sum of weights; what is nearer to zero is left as chosen."""
_POST = re.compile(r"(?:^|\s)(?:twitter-|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|reddit-embed)")
"""Classes that networks themselves give to a post set into another page."""
Signature = tuple[str, str, str, str]
"""Tag and class of a piece's element and of the element around it."""


def judge(root: HtmlElement, voters: Voters = VOTERS) -> tuple[tuple[Judged, ...], int]:
    """Return the pieces of a page with their votes, and the weight of all voters together."""
    read = readings(root, voters)
    return tuple(Judged(piece, _votes(piece, read)) for piece in pieces(root)), sum(reading.weight for reading in read)


def _votes(piece: Piece, read: Sequence[Reading]) -> int:
    return sum(reading.weight for reading in read if reading.holds(piece) >= _HELD)


def chosen(judged: Sequence[Judged], voters: int, headline: str) -> tuple[Piece, ...]:
    """Return the pieces that make the body.

    What most voters hold belongs to it, unless it stands in a small box of its own that they dispute. What they
    missed belongs to it where it is written in the same markup as the bulk of what they hold, in the same column:
    an outlet writes its paragraphs alike from the first to the last.
    """
    # What looks like a caption and is text to every voter is text.
    told = [entry for entry in judged if entry.piece.place is Place.TEXT or (entry.votes == voters and voters > 1)]
    judged = _own_article(told, headline)
    need = voters // 2 + 1
    agreed = [entry.piece for entry in judged if entry.votes >= need]
    company = _Company(agreed)
    judged = _below_headline(judged, agreed, headline)
    first = next((i for i, entry in enumerate(judged) if entry.votes >= need), 0)
    result: list[Piece] = []
    for i, entry in enumerate(judged):
        piece = entry.piece
        if entry.votes >= need:
            keep = entry.votes == voters or not company.is_box(piece)
        else:
            keep = i > first and company.takes(piece, entry.votes)
        if keep:
            result.append(piece)
    result = _with_posts(result, [entry.piece for entry in judged])
    if not result and sum(len(entry.piece.text) for entry in judged) < _BARE:
        result = [entry.piece for entry in judged if not _is_marginal(entry.piece)]
    return _without_repeats(result, headline)


def weighed(judged: Sequence[Judged], voters: int, headline: str) -> tuple[Piece, ...]:
    """Return the pieces that make the body: those ``chosen``, unless their traits clearly say otherwise.

    Traits mend a choice, they do not make one: where they would leave less than half of it, it stands.
    """
    taken = frozenset(chosen(judged, voters, headline))
    title = words_of(headline)
    at = next((i for i, e in enumerate(judged) if e.piece.kind is BlockKind.HEADING and e.piece.words == title), -1)
    weights = weigh(judged, voters, taken=taken, headline_at=at)
    kept = [
        entry.piece
        for entry, weight in zip(judged, weights, strict=True)
        if weight > (-_CLEAR if entry.piece in taken else _CLEAR)
    ]
    if 2 * sum(len(piece.words) for piece in kept) < sum(len(piece.words) for piece in taken):
        kept = [entry.piece for entry in judged if entry.piece in taken]
    return _without_repeats(_with_posts(kept, [entry.piece for entry in judged]), headline)


def _with_posts(kept: Sequence[Piece], found: Sequence[Piece]) -> list[Piece]:
    """Return the kept pieces with the posts of social networks that stand among them: the article quotes them.

    A post's box holds links and names rather than prose, so extractors drop it or a part of it.
    """
    taken = set(kept)
    at = [i for i, piece in enumerate(found) if piece in taken]
    return [piece for i, piece in enumerate(found) if piece in taken or (at and at[0] < i < at[-1] and _is_post(piece))]


def _is_post(piece: Piece) -> bool:
    return piece.kind is BlockKind.QUOTE and any(
        _POST.search(above.get("class") or "") for above in (piece.element, *piece.element.iterancestors("blockquote"))
    )


def _is_marginal(piece: Piece) -> bool:
    return any(above.tag in {"nav", "aside", "footer", "header", "form"} for above in piece.element.iterancestors())


def _below_headline(judged: list[Judged], agreed: Sequence[Piece], headline: str) -> list[Judged]:
    """Leave out what stands above the headline: kickers and crumbs; not where that is most of the text."""
    title = words_of(headline)
    at = next((i for i, e in enumerate(judged) if e.piece.kind is BlockKind.HEADING and e.piece.words == title), 0)
    above = {entry.piece for entry in judged[:at]}
    lost = sum(len(piece.words) for piece in agreed if piece in above)
    return judged[at:] if lost * 10 < sum(len(piece.words) for piece in agreed) else judged


def _own_article(judged: list[Judged], headline: str) -> list[Judged]:
    """Leave out what stands in another <article>, where one of them holds the headline."""
    wanted = words_of(headline)
    homes = {
        _home(entry.piece) for entry in judged if entry.piece.kind is BlockKind.HEADING and entry.piece.words == wanted
    }
    homes.discard(None)
    if len(homes) != 1:
        return judged
    own = homes.pop()
    kept = [entry for entry in judged if _home(entry.piece) in {own, None}]
    within = sum(entry.votes * len(entry.piece.words) for entry in judged if _home(entry.piece) is own)
    return kept if within * 4 > sum(entry.votes * len(entry.piece.words) for entry in judged) else judged


def _home(piece: Piece) -> _Element | None:
    home = None
    for element in (piece.element, *piece.element.iterancestors()):
        if element.tag == "article":
            home = element
    return home


class _Company:
    """The markup in which agreed pieces stand."""

    def __init__(self, agreed: Sequence[Piece]) -> None:
        self._total = sum(len(piece.words) for piece in agreed)
        self._columns: Counter[_Element | None] = Counter()
        self._signatures: Counter[Signature] = Counter()
        self._families: Counter[tuple[str, str]] = Counter()
        for piece in agreed:
            size = len(piece.words)
            self._columns[piece.element.getparent()] += size
            self._signatures[_signature(piece)] += size
            self._families[_name(piece.element.getparent())] += size

    def is_box(self, piece: Piece) -> bool:
        """Tell whether a piece stands apart from the columns of the article."""
        return self._families[_name(piece.element.getparent())] < 0.05 * self._total

    def takes(self, piece: Piece, votes: int) -> bool:
        """Tell whether a piece that the voters missed is written as the article is."""
        column = piece.element.getparent()
        if piece.kind is BlockKind.TABLE and self._columns[column] >= _COLUMN * self._total:
            return True
        if piece.linked > 0.6 * len(piece.text):
            return False
        if (
            piece.kind in {BlockKind.LIST, BlockKind.TABLE}
            and column is not None
            and len(piece.words) >= _LIST_WORDS * _entries(piece)
        ):
            # Editors' programs put lists and tables into a box of their own, and that into another.
            for _ in range(_BOXES):
                column = column if column is None or self._columns[column] else column.getparent()
        in_column = self._columns[column] >= _COLUMN * self._total
        signature = _signature(piece)
        alike = self._signatures[signature] >= _COLUMN * self._total
        if in_column:
            return alike or bool(votes) or piece.kind is not BlockKind.PARAGRAPH
        if piece.kind is BlockKind.HEADING and self._columns[column] >= _SECTION:
            return True
        twin = bool(signature[3]) and self._families[signature[2:]] >= _COLUMN * self._total
        return twin and (alike or bool(votes)) and len(piece.words) >= _LIST_WORDS


def _entries(piece: Piece) -> int:
    return max(1, len(piece.items) + len(piece.rows))


def _signature(piece: Piece) -> Signature:
    return (*_name(piece.element), *_name(piece.element.getparent()))


def _name(element: _Element | None) -> tuple[str, str]:
    if element is None:
        return ("", "")
    return (str(element.tag), element.get("class", ""))


def _without_repeats(found: Sequence[Piece], headline: str) -> tuple[Piece, ...]:
    """Leave out the headline where it is said again, and pieces said twice elsewhere."""
    title = words_of(headline)
    seen: dict[tuple[str, ...], _Element | None] = {}
    result: list[Piece] = []
    for piece in found:
        column = piece.element.getparent()
        if not result and piece.element.tag == "h1":
            continue  # The printed headline, where machines are told another one.
        # A refrain stands in the same column; a copy for another width of screen stands elsewhere.
        if piece.words == title or seen.setdefault(piece.words, column) is not column:
            continue
        result.append(piece)
    return tuple(result)
