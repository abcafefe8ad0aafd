"""Atom feeds (RFC 4287): one for the archive, one for each tag. What is in them comes from the briefings alone."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from builder.model.briefing import Briefing
from builder.model.ids import Slug, TagId
from builder.press.edition import Edition, description

LATEST = 30
LATEST_OF_TAG = 20

NAMESPACE = uuid.UUID("f8bb7b2b-b18c-457c-8337-9e9c4c38ef16")
"""Of the ids below; drawn once, never to change."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEFORE_ALL = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class _Feed(Atom1Feed):  # type: ignore[misc]  # feedgenerator ships no types
    def latest_post_date(self) -> dt.datetime:
        """Return when the newest entry changed. An empty feed would ask the clock, and differ at every build."""
        return super().latest_post_date() if self.items else _BEFORE_ALL

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        """Write the entries, which come as XML. By this name SAX writes what it is given as it is."""
        for item in self.items:
            handler.ignorableWhitespace(item["xml"])


def feeds(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every feed."""
    name = edition.settings.site_name

    @cache
    def entry(slug: Slug, root: str) -> Mapping[str, Any]:
        # Once, though it stands in the feed of each of its tags.
        return _entry(edition, edition.archive.by_slug[slug], root)

    yield "feed.xml", _feed(edition, "feed.xml", name, edition.listed[: -LATEST - 1 : -1], entry)
    for tag in edition.subjects:
        path = f"tags/{tag}/feed.xml"
        yield path, _feed(edition, path, f"{edition.label(tag)} · {name}", _latest(edition, [tag]), entry)
    for old, heirs in sorted(edition.archive.taxonomy.former.items()):
        if old in edition.by_tag:
            continue
        # A feed cannot redirect. Who follows the old address gets what the tag has become, named by its new one.
        path = f"tags/{heirs[0]}/feed.xml" if len(heirs) == 1 else f"tags/{old}/feed.xml"
        labels = " and ".join(edition.label(tag) for tag in heirs)
        yield f"tags/{old}/feed.xml", _feed(edition, path, f"{labels} · {name}", _latest(edition, heirs), entry)


def _latest(edition: Edition, tags: Sequence[TagId]) -> Sequence[Briefing]:
    """Return the latest briefings of tags, newest first."""
    if len(tags) == 1:
        return edition.by_tag.get(tags[0], ())[: -LATEST_OF_TAG - 1 : -1]
    wanted = {briefing.slug for tag in tags for briefing in edition.by_tag.get(tag, ())[-LATEST_OF_TAG:]}
    return [briefing for briefing in reversed(edition.listed) if briefing.slug in wanted][:LATEST_OF_TAG]


def identity(path: str) -> str:
    """Return the permanent id of what stands at a path: a URN made from the path alone.

    Atom wants an absolute IRI that never changes, even when the feed moves. An address of the site would change with
    ``site_url``, which an archive may not have; a ``tag:`` URI (RFC 4151) must begin with a domain or mailbox that
    its maker held on the day it names, and this one may hold none. A name-based UUID (RFC 9562, version 5) asks for no
    owner, and the path of a briefing is permanent.
    """
    return uuid.uuid5(NAMESPACE, path).urn


def _feed(
    edition: Edition,
    path: str,
    title: str,
    briefings: Sequence[Briefing],
    entry: Callable[[Slug, str], Mapping[str, Any]],
) -> bytes:
    settings = edition.settings
    root = settings.site_url or "../" * path.count("/")
    feed = _Feed(
        title=_clean(title),
        link=root + path.removesuffix("feed.xml") or "./",
        description=_clean(settings.introduction) or None,
        language=settings.language,
        author_name=_clean(settings.site_name),
        feed_url=root + path,
        feed_guid=identity(f"{_clean(settings.site_name)}\n{path}"),
    )
    feed.items.extend(entry(briefing.slug, root) for briefing in briefings)
    out = io.StringIO()
    feed.write(out, "utf-8")
    return out.getvalue().encode()


def _entry(edition: Edition, briefing: Briefing, root: str) -> Mapping[str, Any]:
    """Return an entry as feedgenerator holds it, and with it the XML that it writes of it."""
    feed = Atom1Feed(title="", link="", description=None)
    published = briefing.published.order if briefing.published else _BEFORE_ALL
    outlet = edition.facts(briefing).outlet
    feed.add_item(
        title=_clean(briefing.headline),
        link=edition.url(briefing.slug, root),
        # feedgenerator marks summaries as HTML, so text must be written as HTML text.
        description=html.escape(_clean(description(briefing)), quote=False),
        author_name=_clean(outlet[0]) if outlet else None,
        pubdate=published,
        updateddate=max(published, _changed(briefing) or published),
        unique_id=identity(edition.stems[briefing.slug]),
        categories=[_clean(edition.label(tag)) for tag in briefing.tags],
    )
    out = io.StringIO()
    feed.write_items(SimplerXMLGenerator(out, "utf-8", short_empty_elements=True))
    return {**feed.items[0], "xml": out.getvalue()}


def _changed(briefing: Briefing) -> dt.datetime | None:
    """Return when a briefing last changed, as far as it says: the outlet's update, or our own latest correction."""
    moments = [m.order for m in (briefing.updated, *(c.date for c in briefing.corrections)) if m]
    return max(moments, default=None)


def _clean(text: str) -> str:
    """Return text without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)
