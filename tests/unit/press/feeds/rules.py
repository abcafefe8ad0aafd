"""What a feed must be to pass the W3C's feed validation service: the rules of it that could fail here.

They come from RFC 4287 (Atom), the RSS 2.0 specification and best practices of the RSS Advisory Board,
OPML 2.0, RFC 3339 and RFC 822 for dates, BCP 47 for languages. Not asked is what the service only
advises and an archive cannot heed: that no two entries change at one moment, where only their day is known.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_ONCE = ("id", "title", "updated", "published", "subtitle", "summary", "content", "rights", "generator", "icon", "logo")
_IN_FEED = {*_ONCE[:3], "subtitle", "author", "link", "category", "contributor", "entry", *_ONCE[6:]}
_IN_ENTRY = {"id", "title", "updated", "published", "summary", "content", "author", "contributor", "link", "category"}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_RFC_822 = re.compile(r"(\w{3}), (\d\d) ([A-Z][a-z]{2}) (\d{4}) \d\d:\d\d:\d\d ([+-]\d{4}|GMT)")
_IN_CHANNEL = {"title", "link", "description", "language", "lastBuildDate", "item", f"{ATOM}link"}
_IN_ITEM = {"title", "link", "description", "pubDate", "guid", "category", f"{DC}creator"}
_OUTLINE = {"text", "title", "type", "xmlUrl", "htmlUrl"}


def check_atom(data: bytes, *, whole: bool = False) -> etree._Element:
    """Assert what is asked of an Atom feed and its entries, and return it; ``whole``: its addresses are no relative ones."""
    feed = etree.fromstring(data)
    assert feed.tag == f"{ATOM}feed"
    assert _LANGUAGE.fullmatch(str(feed.get(LANG)))
    for holder in (feed, *feed.findall(f"{ATOM}entry")):
        names = [str(child.tag).removeprefix(ATOM) for child in holder]
        assert set(names) <= (_IN_FEED if holder is feed else _IN_ENTRY), "only what the namespace knows"
        assert all(names.count(name) <= 1 for name in _ONCE)
        assert {"id", "title", "updated"} <= set(names)
        assert _said(holder.findtext(f"{ATOM}title"))
        assert str(holder.findtext(f"{ATOM}id")).startswith("urn:uuid:")
        for name in ("updated", "published"):
            for moment in holder.findall(f"{ATOM}{name}"):
                assert _MOMENT.fullmatch(str(moment.text))
                assert dt.datetime.fromisoformat(str(moment.text)).tzinfo
        links = holder.findall(f"{ATOM}link")
        kinds = [(link.get("rel", "alternate"), link.get("type"), link.get("hreflang")) for link in links]
        assert len(kinds) == len(set(kinds))
        assert "alternate" in [rel for rel, *_ in kinds]
        for link in links:
            assert link.get("href")
            assert not whole or _whole(link.get("href"))
        assert all(_said(category.get("term")) for category in holder.findall(f"{ATOM}category"))
        people = holder.findall(f"{ATOM}author") or feed.findall(f"{ATOM}author")
        assert people
        assert all(_said(one.findtext(f"{ATOM}name")) for one in people)
        for text in (*holder.findall(f"{ATOM}title"), *holder.findall(f"{ATOM}summary")):
            assert _said(text.text)
            assert text.get("type", "text") in ("text", "html"), "and not as elements"
            assert not len(text)
    assert "self" in [link.get("rel") for link in feed.findall(f"{ATOM}link")]
    _distinct([entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")])
    return feed


def check_rss(data: bytes, *, whole: bool = False) -> etree._Element:
    """Assert what is asked of an RSS channel and its items, and return it."""
    root = etree.fromstring(data)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    names = [str(child.tag) for child in channel]
    assert channel.tag == "channel"
    assert set(names) <= _IN_CHANNEL
    assert all(names.count(name) <= 1 for name in _IN_CHANNEL - {"item", f"{ATOM}link"})
    assert names[len(names) - names.count("item") :] == ["item"] * names.count("item"), "items come last"
    assert [link.get("rel") for link in channel.findall(f"{ATOM}link")] == ["self"]
    assert _LANGUAGE.fullmatch(str(channel.findtext("language")))
    for name in ("title", "link", "description"):
        assert _said(channel.findtext(name)), name
    for item in channel.findall("item"):
        names = [str(child.tag) for child in item]
        assert set(names) <= _IN_ITEM, "an author is a mailbox in RSS; a name is Dublin Core's creator"
        assert all(names.count(name) <= 1 for name in _IN_ITEM - {"category"})
        assert {"title", "guid", "pubDate", "link"} <= set(names)
        assert all(_said(child.text) for child in item)
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false" or _whole(guid.text)
    for holder in (channel, *channel.findall("item")):
        assert not whole or _whole(holder.findtext("link"))
        for date in (*holder.findall("pubDate"), *holder.findall("lastBuildDate")):
            _check_rfc_822(str(date.text))
    _distinct([item.findtext("guid") for item in channel.findall("item")])
    return channel


def check_opml(data: bytes) -> etree._Element:
    """Assert what is asked of a list of subscriptions, and return it."""
    root = etree.fromstring(data)
    assert (root.tag, dict(root.attrib)) == ("opml", {"version": "2.0"})
    assert [child.tag for child in root] == ["head", "body"]
    assert _said(root.findtext("head/title"))
    assert root.find("body/outline") is not None
    for outline in root.iter("outline"):
        assert _said(outline.get("text"))
        assert not (outline.text or "").strip()
        if outline.get("type") is None:
            assert set(outline.attrib) == {"text"}, "what has no type says nothing but its text"
            assert len(outline), "and holds others"
            continue
        assert outline.get("type") == "rss"
        assert set(outline.attrib) == _OUTLINE
        assert _whole(outline.get("xmlUrl"))
        assert _whole(outline.get("htmlUrl"))
    return root


def _check_rfc_822(text: str) -> None:
    found = _RFC_822.fullmatch(text)
    assert found, text
    moment = parsedate_to_datetime(text)
    assert moment.tzinfo
    assert found[1] == _DAYS[moment.weekday()], "the day of the week is that of the date"


def _said(text: str | None) -> bool:
    return bool((text or "").strip())


def _whole(address: str | None) -> bool:
    parts = urlsplit(address or "")
    return parts.scheme in ("http", "https") and bool(parts.netloc) and (address or "").isascii()


def _distinct(ids: list[str | None]) -> None:
    assert len(ids) == len(set(ids))
