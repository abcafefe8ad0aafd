"""What a page tells machines about its article: JSON-LD first, then meta elements, then marked-up text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from builder.wire.page import dates, jsonld, times
from builder.wire.page import names as page_names
from builder.wire.page import title as page_title
from builder.wire.page import topics as page_topics
from builder.wire.page.jsonld import Record
from builder.wire.page.pieces import tidy
from builder.wire.printed import addresses

_PUBLISHED = (
    "article:published_time", "og:published_time", "article:published", "datepublished", "article.published",
    "publish-date", "publish_date", "publishdate", "publication_date", "published_time", "pubdate",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "vr:published_time", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date", "dc.date.created", "dcterms.created", "article:post_date",
    "last-published", "date", "displaydate", "pub_date", "article_date_original", "cxenseparse:publishtime",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "dcterms.modified",
    "last-modified", "lastmod", "dc.date.modified",
)  # fmt: skip
_AUTHOR = (
    "author", "article:author", "article:author:name", "parsely-author", "sailthru.author", "byl", "dc.creator",
    "dcterms.creator", "article.author", "cxenseparse:author", "articleauthor", "by", "twitter:misc:written",
)  # fmt: skip
_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_DESCRIPTION = ("og:description", "description", "twitter:description", "dc.description")
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|^\s*url:\s*)(https?://\S{1,2000})", re.IGNORECASE | re.MULTILINE)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z0-9])")
_WRITTEN = re.compile(
    r"written by|posted by|author|by$|verfasst|geschrieben|von$|autor|écrit|rédigé|escrito|scritto|написано|автор|"
    r"napisane|geschreven|skrevet|skriven",
    re.IGNORECASE,
)
_LONGEST_NAME = 80
_LONGEST_URL = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What was found, ready to be taken over."""

    headline: str
    published: dates.Moment | None
    updated: dates.Moment | None
    outlet: str | None
    byline: tuple[str, ...]
    signed_by: tuple[str, ...]
    """The organisation that signs, where no person is named ("The editors")."""
    agencies: tuple[str, ...]
    url: str | None
    language: str | None
    topics: tuple[str, ...]
    descriptions: tuple[str, ...]
    """Summaries for machines; a standfirst only where the page prints one of them."""


def read(root: HtmlElement) -> Metadata:
    """Return the metadata of a page."""
    meta = _meta(root)
    records = jsonld.records(root)
    printed = page_title.headings(root)
    window = tidy(root.findtext(".//title") or "")
    titles = (*(heading.text for heading in printed), *meta.get("og:title", ()))
    article = jsonld.article(records, titles) or Record({}, {})
    url = _url(root, meta, article)
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    publisher = article.text("publisher")
    site = next(iter(meta.get("og:site_name", ())), None)
    outlet = next(
        (name for name in (publisher, site) if name and len(name) <= _LONGEST_NAME and not name.startswith("http")),
        None,
    )
    names = [
        name
        for name in (publisher, site, host, host.rpartition(".")[0], next(iter(meta.get("application-name", ())), None))
        if name
    ]
    named = _credits(meta, article, outlet, host)
    dated = dates.all_of([*article.texts("datePublished"), *_all(meta, _PUBLISHED)])
    told = dates.in_zone(next(iter(dated), None), dates.zoned(dated[1:]))
    told = dates.by_clock(times.clock(root), told)
    filed = dates.of_address(url)
    timed = dates.on(filed, dates.first(times.told(root)))
    if filed is not None and timed is not None and dates.day(timed) != filed:
        timed = filed
    published = dates.on(filed, told) or timed or filed or dates.first(article.texts("dateCreated"))
    updated = dates.first(article.texts("dateModified")) or dates.first(_all(meta, _UPDATED))
    return Metadata(
        headline=page_title.headline(
            page_title.Told(
                (*article.texts("headline")[:1], *_all(meta, _TITLE)[:1]), trusted=article.text("headline") is not None
            ),
            printed=printed,
            lower=page_title.headings(root, "h2", "h3", "h4"),
            window=window,
            site=names,
        ),
        published=published,
        updated=updated,
        outlet=outlet or host or None,
        byline=named.people,
        signed_by=_signed(meta, article),
        agencies=named.agencies,
        url=url,
        language=_language(root),
        topics=page_topics.read(root, meta, article, url=url),
        descriptions=(*article.texts("description"), *article.texts("alternativeHeadline"), *_all(meta, _DESCRIPTION)),
    )


def _meta(root: HtmlElement) -> Mapping[str, tuple[str, ...]]:
    """Return the contents of meta elements by name, property or itemprop, casefolded; in document order."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        if not content or len(content) > _LONGEST_URL:
            continue
        for attribute in ("property", "name", "itemprop"):
            for name in (element.get(attribute) or "").casefold().split():
                found.setdefault(name, []).append(content)
    return {name: tuple(dict.fromkeys(contents)) for name, contents in found.items()}


def _all(meta: Mapping[str, tuple[str, ...]], names: Sequence[str]) -> list[str]:
    return [content for name in names for content in meta.get(name, ())]


def _credits(meta: Mapping[str, tuple[str, ...]], article: Record, outlet: str | None, host: str) -> page_names.Credits:
    """Return the first credits that name a person: JSON-LD, then meta elements; agencies of either."""
    own = {page_title.letters(host), *(page_title.letters(host[: dot.start()]) for dot in re.finditer(r"\.", host))}
    people = [
        name
        for key in ("author", "creator")
        for name in article.texts(key)
        if name not in _organisations(article, key) and page_title.letters(name) not in own
    ]
    told = page_names.read(people, outlet=outlet)
    metas = [name for name in _all(meta, _AUTHOR) if page_title.letters(name) not in own]
    noted = page_names.read([*_organisations(article, "author"), *metas], outlet=outlet)
    organisations = {name.casefold() for name in _organisations(article, "author")}
    written = page_names.read(_labelled(meta), outlet=outlet)
    return page_names.Credits(
        told.people or tuple(name for name in noted.people if name.casefold() not in organisations) or written.people,
        told.agencies or noted.agencies,
    )


def _labelled(meta: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield what a card for social media labels "Written by"."""
    for number in ("1", "2"):
        if any(_WRITTEN.match(label) for label in meta.get(f"twitter:label{number}", ())):
            yield from meta.get(f"twitter:data{number}", ())


def _signed(meta: Mapping[str, tuple[str, ...]], article: Record) -> tuple[str, ...]:
    """Return the first author of any kind that the page tells machines, as it stands."""
    told = [*article.texts("author"), *_all(meta, _AUTHOR)]
    return tuple(name for name in told if len(name) <= _LONGEST_NAME and not re.search(r"https?:|[@<>{}]", name))[:1]


def _organisations(article: Record, key: str) -> tuple[str, ...]:
    return tuple(
        name
        for entry in article.objects(key)
        if str(entry.values.get("@type", "")).endswith("Organization")
        for name in entry.texts("name")
    )


def _url(root: HtmlElement, meta: Mapping[str, tuple[str, ...]], article: Record) -> str | None:
    """Return the article's own address; one that points to the site's front page is taken only for want of another."""
    saved = [
        found[1]
        for comment in root.getroottree().iter(etree.Comment)
        if (found := _SAVED_FROM.search(comment.text or ""))
    ]
    saved += [found[1] for comment in _before(root) if (found := _SAVED_FROM.search(comment))]
    shared = [*meta.get("og:url", ()), *saved]
    bases = [*(element.get("href") or "" for element in root.iter("base")), *shared]
    base = next((entry for entry in bases if addresses.absolute(entry, "")), "")
    links = [
        element.get("href") or ""
        for element in root.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    told = [*links, *shared, *article.texts("url"), *_ids(article)]
    urls = [url for entry in told if (url := addresses.absolute(entry, base))]
    return next((url for url in urls if urlsplit(url).path.strip("/") or urlsplit(url).query), next(iter(urls), None))


def _before(root: HtmlElement) -> Iterator[str]:
    """Yield the comments that stand before the root element, where browsers write whence they saved."""
    sibling = root.getprevious()
    while sibling is not None:
        if sibling.tag is etree.Comment:
            yield sibling.text or ""
        sibling = sibling.getprevious()


def _ids(article: Record) -> tuple[str, ...]:
    pages = article.objects("mainEntityOfPage")
    return (*article.texts("mainEntityOfPage"), *(str(page.values.get("@id", "")) for page in pages))


def _language(root: HtmlElement) -> str | None:
    written = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
    found = _LANGUAGE.match(written.strip())
    if found is None:
        return None
    language, script, region = found.groups()
    return "-".join(part for part in (language.lower(), script and script.title(), region and region.upper()) if part)
