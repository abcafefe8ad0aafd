"""Atom (RFC 4287) and RSS 2.0, both written by feedgenerator. What is in them comes from the briefings alone."""

from __future__ import annotations

import datetime as dt
import html
import io
from collections.abc import Sequence
from typing import Any

from feedgenerator import Atom1Feed, Rss201rev2Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from builder.model.briefing import Briefing
from builder.press.edition import Edition, description
from builder.press.feeds.channels import ATOM, BEFORE_ALL, FILES, RSS, Channel, changed, clean, identity, published

Entry = dict[str, Any]
"""An entry as feedgenerator holds it, and with it the XML that it writes of it, by format."""


class _Written:
    """A feed whose entries come as XML, because one stands in the feed of each of its tags."""

    items: list[dict[str, Any]]
    format: str

    def latest_post_date(self) -> dt.datetime:
        """Return when the newest entry changed. An empty feed would ask the clock, and differ at every build."""
        dates = [item["updateddate"] for item in self.items]
        return max(dates, default=BEFORE_ALL)

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        """Write the entries. By this name SAX writes what it is given as it is."""
        for item in self.items:
            handler.ignorableWhitespace(item[self.format])


class _Atom(_Written, Atom1Feed):  # type: ignore[misc]  # feedgenerator ships no types
    format = ATOM


class _Rss(_Written, Rss201rev2Feed):  # type: ignore[misc]  # as above
    format = RSS


def feed(edition: Edition, channel: Channel, form: str, entries: Sequence[Entry]) -> bytes:
    """Return the feed of a channel in one of two formats, ``ATOM`` or ``RSS``."""
    settings = edition.settings
    root, path = channel.root(settings.site_url), channel.base + FILES[form]
    kind = _Atom if form == ATOM else _Rss
    made = kind(
        title=clean(channel.title),
        link=root + channel.base or "./",
        # RSS must have one; Atom may.
        description=clean(settings.introduction) or (clean(channel.title) if form == RSS else None),
        language=settings.language,
        author_name=clean(settings.site_name),
        feed_url=root + path,
        feed_guid=identity(f"{clean(settings.site_name)}\n{path}"),
    )
    made.items.extend(entries)
    out = io.StringIO()
    made.write(out, "utf-8")
    return out.getvalue().encode()


def entry(edition: Edition, briefing: Briefing, root: str) -> Entry:
    """Return an entry for feeds whose way to the root is this one."""
    outlet = edition.facts(briefing).outlet
    item: Entry = {}
    for form, kind in ((ATOM, Atom1Feed), (RSS, Rss201rev2Feed)):
        made = kind(title="", link="", description=None)
        made.add_item(
            title=clean(briefing.headline),
            link=edition.url(briefing.slug, root),
            # feedgenerator marks summaries as HTML, so text must be written as HTML text. One without any has none.
            description=html.escape(clean(description(briefing)), quote=False) or None,
            author_name=clean(outlet[0]) if outlet else None,
            pubdate=published(briefing),
            updateddate=max(published(briefing), changed(briefing)),
            unique_id=identity(edition.stems[briefing.slug]),
            unique_id_is_permalink=False,
            categories=[clean(edition.label(tag)) for tag in briefing.tags],
        )
        out = io.StringIO()
        made.write_items(SimplerXMLGenerator(out, "utf-8", short_empty_elements=True))
        item |= made.items[0] | {form: out.getvalue()}
    return item
