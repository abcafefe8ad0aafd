"""Where a briefing stands: the same place in the archive's folder and on the site."""

from __future__ import annotations

import datetime as dt

from builder.model.briefing import Briefing


def filed(briefing: Briefing) -> dt.date:
    """Return the day a briefing is filed under: that of publication, else that of retrieval, else the year 1."""
    if briefing.published:
        return briefing.published.day
    return briefing.wire.retrieved if briefing.wire else dt.date.min


def stem(briefing: Briefing) -> str:
    """Return ``1962/06/08-slug``: with ``.md`` the file in ``briefings/``, with a slash its address on the site."""
    year, month, day = filed(briefing).isoformat().split("-")
    return f"{year}/{month}/{day}-{briefing.slug}"


PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")
"""Endings of files in ``briefings/media/`` that are published. Not SVG: opened by itself, it runs scripts."""
