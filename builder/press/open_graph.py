"""What a briefing tells programs that show a link to it: the Open Graph protocol's properties of an ``article``."""

from __future__ import annotations

from builder.model.briefing import Briefing
from builder.press.cards import FILE, HEIGHT, WIDTH, card
from builder.press.edition import Edition
from builder.press.linked_data import modified


def open_graph(edition: Edition, briefing: Briefing) -> list[tuple[str, str]]:
    """Return ``(property, content)`` of each ``meta`` element (ogp.me, "Article"). What is not known is left out.

    Title, description, address and locale are those of any page, and the frame of all pages writes them. No author: the
    protocol wants a profile there, with an address, and a byline is a name.
    """
    told = [
        ("article:published_time", briefing.published.isoformat() if briefing.published else ""),
        ("article:modified_time", modified(briefing) or ""),
        *(("article:tag", edition.label(tag)) for tag in dict.fromkeys(briefing.tags)),
    ]
    return [(name, content) for name, content in (*told, *_picture(edition, briefing)) if content]


def _picture(edition: Edition, briefing: Briefing) -> list[tuple[str, str]]:
    """Return where its card stands, and what is on it; nothing where it has none."""
    site = edition.settings.site_url
    if not site or briefing.slug not in edition.cards:
        return []
    return [
        ("og:image", f"{edition.url(briefing.slug, site)}{FILE}"),
        ("og:image:type", "image/png"),
        ("og:image:width", str(WIDTH)),
        ("og:image:height", str(HEIGHT)),
        ("og:image:alt", card(edition, briefing).alt),
    ]
