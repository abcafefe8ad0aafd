"""Every feed of an archive, in every format."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from builder.model.ids import Slug
from builder.press.edition import Edition
from builder.press.feeds import json_feed, xml
from builder.press.feeds.channels import ATOM, FILES, FORMER, JSON, RSS, channels
from builder.press.feeds.opml import NAME as OPML
from builder.press.feeds.opml import opml


def feeds(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every feed, and of the list of them where the site has an address."""

    @cache
    def entry(slug: Slug, root: str) -> xml.Entry:
        # Once, though it stands in the feed of each of its tags.
        return xml.entry(edition, edition.archive.by_slug[slug], root)

    @cache
    def item(slug: Slug, root: str) -> dict[str, Any]:
        return json_feed.item(edition, edition.archive.by_slug[slug], root)

    site_url = edition.settings.site_url
    listed = []
    for folder, channel in channels(edition):
        root = channel.root(site_url)
        slugs = [briefing.slug for briefing in channel.briefings]
        entries = [entry(slug, root) for slug in slugs]
        for form in (ATOM, RSS):
            yield folder + FILES[form], xml.feed(edition, channel, form, entries)
        yield folder + FILES[JSON], json_feed.feed(edition, channel, [item(slug, root) for slug in slugs])
        if channel.group != FORMER:
            listed.append(channel)
    if site_url:
        yield OPML, opml(edition, listed, site_url)
