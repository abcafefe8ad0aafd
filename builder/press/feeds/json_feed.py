"""JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from builder.model.briefing import Briefing
from builder.press.edition import Edition, description
from builder.press.feeds.channels import FILES, JSON, Channel, changed, clean, identity, published

_VERSION = "https://jsonfeed.org/version/1.1"


def feed(edition: Edition, channel: Channel, items: Sequence[dict[str, Any]]) -> bytes:
    """Return the feed of a channel."""
    settings = edition.settings
    root = channel.root(settings.site_url)
    whole = {
        "version": _VERSION,
        "title": clean(channel.title),
        "home_page_url": root + channel.base or "./",
        "feed_url": root + channel.base + FILES[JSON],
        "language": settings.language,
        "authors": [{"name": clean(settings.site_name)}],
        "items": items,
    }
    if settings.introduction:
        whole["description"] = clean(settings.introduction)
    return orjson.dumps(whole)


def item(edition: Edition, briefing: Briefing, root: str) -> dict[str, Any]:
    """Return an item for feeds whose way to the root is this one."""
    outlet = edition.facts(briefing).outlet
    made: dict[str, Any] = {
        "id": identity(edition.stems[briefing.slug]),
        "url": edition.url(briefing.slug, root),
        "title": clean(briefing.headline),
        "content_text": clean(description(briefing)),
        "date_published": published(briefing).isoformat(),
        "date_modified": max(published(briefing), changed(briefing)).isoformat(),
        "language": briefing.language or edition.settings.language,
        "tags": [clean(edition.label(tag)) for tag in briefing.tags],
    }
    if briefing.url:
        made["external_url"] = clean(briefing.url)
    if outlet:
        made["authors"] = [{"name": clean(outlet[0])}]
    return made
