"""The topics of a page: what its outlet files the article under, told to machines or printed as links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lxml.etree import _Element
from lxml.html import HtmlElement

from builder.wire.page.jsonld import Record
from builder.wire.page.pieces import text_of, tidy

# What systems file under keywords for themselves: numbers, ids, "Category: Travel", the site's own address.
_FILING = re.compile(r"[\d\W_]+|[0-9a-f]{8}-[0-9a-f-]{20,}|.*[:=_/].*|(?:[\w-]+\.)+[a-z]{2,3}", re.IGNORECASE)
_BOX = re.compile(
    r"(?:^|[\s_-])(?:tags?|topics?|keywords?|themen|schlagw\w+|temas|etiquetas|sujets|taglist|tag-?links?)(?:$|[\s_-])|Tags?(?:List)?(?:$|[\s_-])",
)
_PATH = re.compile(r"/(?:tags?|topics?|keywords?|thema|themen|temas?|etiket|etiqueta|sujet|tema)/[^/]+", re.IGNORECASE)
# Systems name a field for topics after themselves: "classification-tags", "custom-keywords", "parsely-tags".
_FIELD = re.compile(r".*[\w][:._-](?:keywords?|tags?)", re.IGNORECASE)
_KNOWN = frozenset({"article:tag", "news_keywords"})
_MARGINS = frozenset({"nav", "header", "footer"})
_ELSEWHERE = re.compile(r"menu|navigation|trending|popular|teaser|related-(?:stor|art|post)|most-", re.IGNORECASE)
_ABOVE = 4
"""Elements above a link that may name its box."""
_MOST = 30
_LONGEST = 80
_FEWEST_CUT = 4
"""Keywords that all stand in the address; fewer do so by chance."""
_WORDS = 6
"""Words of a linked topic; more are a headline."""


def read(
    root: HtmlElement, meta: Mapping[str, Sequence[str]], article: Record, *, url: str | None = None
) -> tuple[str, ...]:
    """Return the topics of the first place that names any, the one that outlets fill with most care first."""
    told = next((topics for texts in _places(meta, article, url) if (topics := _topics(texts))), {})
    if len(told) > 1:
        return tuple(told.values())[:_MOST]
    # A single topic told to machines is a section, where the page prints it among others.
    linked = _topics(_linked(root))
    found = linked if not told or told.keys() < linked.keys() else told
    return tuple((found or _topics(meta.get("keywords", ()))).values())[:_MOST]


def _topics(texts: Sequence[str]) -> dict[str, str]:
    """Return topics by their casefolded form."""
    topics: dict[str, str] = {}
    for part in (part for text in texts for part in re.split(r"[,;|]", text)):
        topic = tidy(part).strip("\"'#")
        if topic and len(topic) <= _LONGEST and not _FILING.fullmatch(topic):
            topics.setdefault(topic.casefold(), topic)
    return topics


def _places(meta: Mapping[str, Sequence[str]], article: Record, url: str | None) -> Iterator[Sequence[str]]:
    yield [text for text in meta.get("news_keywords", ()) if not _is_cut_from(url, text)]
    yield article.texts("keywords")
    yield meta.get("article:tag", ())
    yield article.texts("about")
    yield [text for name, texts in meta.items() if name not in _KNOWN and _FIELD.fullmatch(name) for text in texts]


def _is_cut_from(url: str | None, text: str) -> bool:
    """Tell whether keywords are the words of the article's address, which systems fill in where an editor did not."""
    words = [word.strip() for word in text.split(",") if word.strip()]
    path = set(re.findall(r"[a-z0-9]+", (url or "").lower()))
    return len(words) >= _FEWEST_CUT and all(word in path for word in words)


def _linked(root: HtmlElement) -> tuple[str, ...]:
    """Return the texts of links to topics: marked ``rel=tag``, in a box named for them, or with such an address.

    They stand in one list; of several lists the first is taken that holds more than one.
    """
    lists: dict[_Element | None, list[str]] = {}
    for link in root.iter("a"):
        around = link.getparent()
        marked = "tag" in (link.get("rel") or "").split()
        if around is None or (around.tag == "p" and not marked):
            continue
        if marked or ((_PATH.search(link.get("href") or "") or _is_boxed(link)) and not _is_elsewhere(link)):
            text = text_of(link)
            if 0 < len(text.split()) <= _WORDS:
                lists.setdefault(_list_of(link), []).append(text)
    return tuple(next((texts for texts in lists.values() if len(texts) > 1), next(iter(lists.values()), [])))


def _list_of(link: _Element) -> _Element | None:
    """Return the nearest element around a link that holds another one."""
    return next((above for above in link.iterancestors() if len(list(islice(above.iter("a"), 2))) > 1), None)


def _is_boxed(link: _Element) -> bool:
    above = [link, *link.iterancestors()][: _ABOVE + 1]
    return any(_BOX.search(element.get("class") or "") for element in above if element.tag not in {"article", "body"})


def _is_elsewhere(link: _Element) -> bool:
    return any(
        (above.tag in _MARGINS and not _BOX.search(above.get("class") or ""))
        or bool(_ELSEWHERE.search(above.get("class") or ""))
        for above in link.iterancestors()
    )
