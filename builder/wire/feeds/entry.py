"""One entry of a feed as an article, whatever syntax the feed was written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from builder.errors import UnreadableInput
from builder.formats.prose import excerpt, first_sentence
from builder.formats.word_lists import alternation, words
from builder.model.article import Article, Block, BlockKind
from builder.wire.fields import Moment, code_of, line
from builder.wire.page import blocks as page_blocks
from builder.wire.page import dates, html, names
from builder.wire.page.pieces import words_of
from builder.wire.printed import addresses, language
from builder.wire.reader import Refused

LONGEST_TITLE = 400
"""Characters. What is longer is a text, and is cut between words."""
LONGEST_MADE = 120
"""Characters of a headline made of a first sentence: a line of type."""
LONGEST_TOPIC = 80
"""Characters of a category; a longer one is a sentence."""
MOST_TOPICS = 30
"""Categories of an entry that are kept."""
LONGEST_CUT = 1_500
"""Letters. A teaser that ends in an ellipsis has fewer; a text with more ends so because its author wanted it."""
WHOLE_LETTERS, WHOLE_PARAGRAPHS = 1_000, 3
"""From here on the description of an RSS item is the article itself, as RSS 2.0 allows ("Elements of <item>")."""
LONGEST_END = 200
"""Characters of a last paragraph in which it may break off."""
LONGEST_TAIL = 600
"""Characters of HTML in which a link to the whole stands last."""
ENOUGH = 1_000
"""Characters that tell a language; more of them take longer."""
STANDFIRST = range(5, 91)
"""Words of a summary that may be a standfirst."""
SAME_OPENING = 8
"""Words. A summary that agrees with the text so far is an excerpt of it."""

_UNSORTED = frozenset(
    words(
        """
    uncategorized / uncategorised / unassigned / allgemein / nicht kategorisiert / unkategorisiert / non classé
    sin categoría / sin categorizar / senza categoria / sem categoria / geen categorie / okategoriserade / ukategorisert
    без категорії / без рубрики / bez kategorii / nezařazené / kategorizálatlan / genel / 未分類 / 未分类 / 미분류
"""
    )
)
"""What publishing systems write where no category was chosen."""
_FIRST_ON = """
    first appeared on / appeared first on / was first published on / erschien zuerst auf / est apparu en premier sur
    se publicó primero en / apareció primero en / proviene da / è apparso per primo su / apareceu primeiro em
    verscheen eerst op / pochodzi z serwisu / dök först upp på / спершу з'явився на / сначала появилась на
    появились сначала на / ilk önce
"""
_SYNDICATED = re.compile(rf".{{3,300}}\s{alternation(_FIRST_ON)}\s.{{2,120}}", re.IGNORECASE | re.DOTALL)
"""The line by which publishing systems sign what they syndicate: "The post … appeared first on …"."""
_GOES_ON = """
    read more / continue reading / keep reading / read on / full story / read the full story / read the full article
    read the rest of this entry / weiterlesen / mehr lesen / weiter lesen / den ganzen artikel lesen / lire la suite
    lire plus / seguir leyendo / leer más / sigue leyendo / continua a leggere / leggi tutto / leggi di più
    continuar lendo / ler mais / continue lendo / lees verder / lees meer / läs mer / les mer / læs mere / lue lisää
    czytaj dalej / czytaj więcej / číst dál / celý článek / tovább / devamını oku / читати далі / читати повністю
    читать далее / читать дальше / читать полностью / 続きを読む / 阅读全文 / اقرأ المزيد
"""
_LEADS_ON = re.compile(rf"(?<!\w){alternation(_GOES_ON)}\W*$", re.IGNORECASE)
"""How a teaser ends: with a link to the page that has the text."""
_CUT = re.compile(r"(?:…|\.\.\.)\s*[\])]?\s*(?:\W*[^\W\d_][^.!?]{0,60})?$")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_NO_TOPIC = re.compile(r"[\d\W_]+|https?://.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """The feed around the entries."""

    title: str = ""
    link: str = ""
    """Of the site, as given."""
    base: str = ""
    """Where relative addresses start from, if the link does not say it."""
    language: str | None = None
    authors: tuple[str, ...] = ()
    """Of every entry that names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as its feed has it; nothing is clean yet."""

    title: str = ""
    """Plain text or HTML."""
    content: str = ""
    """The full text, as HTML; empty where the feed gives a summary only."""
    summary: str = ""
    """As HTML."""
    link: str = ""
    base: str = ""
    published: Moment | None = None
    updated: Moment | None = None
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    language: str | None = None
    outlet: str | None = None
    """Who published it first, where a feed of feeds says so."""


def article(entry: Entry, channel: Channel, *, number: int) -> Article | Refused:
    """Return the article of an entry; ``number`` counts from 1 and names one that has no title.

    Without full text it holds the summary and says so. A headline that the feed does not give is the first sentence
    of the text.
    """
    headline = excerpt(line(entry.title), LONGEST_TITLE)
    name = headline or f"entry {number}"
    outlet = line(entry.outlet or "") or line(channel.title) or addresses.host_of(channel.link or channel.base)
    said = code_of(entry.language) or code_of(channel.language)
    try:
        whole = html.read_fragment(entry.content, headline=headline, outlet=outlet, language=said)
        short = html.read_fragment(entry.summary, headline=headline, outlet=outlet, language=said)
    except UnreadableInput as fault:
        return Refused(part=name, reason=str(fault))
    whole, short = _unsigned(whole), _unsigned(short)
    read, summary_only = _chosen(whole, short, goes_on=bool(_LEADS_ON.search(line(entry.content[-LONGEST_TAIL:]))))
    if not headline:
        headline = excerpt(first_sentence(_text(read.blocks)), LONGEST_MADE)
        if not headline:
            return Refused(part=name, reason="it has neither a title nor a text; open it at its address and paste it")
    credits_ = names.read(entry.authors or channel.authors, outlet=outlet)
    published = entry.published or entry.updated or read.published
    base = _base(channel)
    address = addresses.absolute(entry.link, addresses.absolute(entry.base, base) or base)
    return replace(
        read,
        headline=headline,
        published=published,
        updated=dates.later(entry.updated, published),
        byline=credits_.people or read.byline,
        credited=credits_.agencies,
        standfirst=None if summary_only else _standfirst(short, whole),
        url=address,
        language=said or language.of(_text(read.blocks)[:ENOUGH]),
        topics=_topics(entry.topics),
        summary_only=summary_only,
        remarks=_remarks(entry, address, read),
    )


def _chosen(whole: Article, short: Article, *, goes_on: bool) -> tuple[Article, bool]:
    """Return what is the text, and whether it is a summary only; ``goes_on`` says that it leads on to the whole."""
    if whole.blocks and not goes_on and not _is_cut(whole):
        return whole, False
    if not whole.blocks and _is_whole(short) and not _is_cut(short):
        return short, False
    longer = whole if page_blocks.size(whole.blocks) > page_blocks.size(short.blocks) else short
    return longer, True


def _is_whole(short: Article) -> bool:
    told = [block for block in short.blocks if block.kind is not BlockKind.HEADING]
    return len(told) >= WHOLE_PARAGRAPHS and page_blocks.size(short.blocks) >= WHOLE_LETTERS


def _is_cut(read: Article) -> bool:
    return bool(_CUT.search(read.blocks[-1].text[-LONGEST_END:])) and page_blocks.size(read.blocks) < LONGEST_CUT


def _unsigned(read: Article) -> Article:
    """Leave out what the publishing system put at the end: its signature, the link to the page."""
    others = tuple(story for story in read.other_stories if not _LEADS_ON.search(story))
    signed = bool(read.blocks) and bool(_SYNDICATED.fullmatch(read.blocks[-1].text))
    return replace(read, other_stories=others, blocks=read.blocks[:-1] if signed else read.blocks)


def _standfirst(short: Article, whole: Article) -> str | None:
    """Return the summary beside a full text, where it is one of an editor's and no excerpt of that text."""
    told = _text(short.blocks)
    own, text = words_of(told), words_of(_text(whole.blocks))
    if short is whole or not whole.blocks or len(own) not in STANDFIRST or _CUT.search(told):
        return None
    opening = own[:SAME_OPENING]
    excerpted = any(text[i : i + len(opening)] == opening for i in range(len(text)) if text[i] == opening[0])
    return None if excerpted else told


def _text(blocks: Iterable[Block]) -> str:
    return " ".join(text for block in blocks for text in (block.text, *(item.text for item in block.items)) if text)


def _topics(given: Sequence[str]) -> tuple[str, ...]:
    topics: dict[str, str] = {}
    for text in given:
        topic = line(text).strip("\"'#")
        folded = topic.casefold()
        if topic and len(topic) <= LONGEST_TOPIC and folded not in _UNSORTED and not _NO_TOPIC.fullmatch(topic):
            topics.setdefault(folded, topic)
    return tuple(topics.values())[:MOST_TOPICS]


def _remarks(entry: Entry, address: str | None, read: Article) -> tuple[str, ...]:
    said = []
    if entry.link.strip() and address is None:
        given = excerpt(line(entry.link), 60)
        why = "is no address of the web" if _SCHEME.match(given) else "is relative, and the feed does not say to what"
        said.append(f'its link "{given}" {why}; it was left out')
    if not read.blocks:
        said.append("the feed gives its title, but nothing of its text")
    return tuple(said)


def _base(channel: Channel) -> str:
    return addresses.absolute(channel.link, channel.base) or channel.base
