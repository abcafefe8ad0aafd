"""What reference managers read from the head of a page: Dublin Core, and the names that Google Scholar asks for.

Zotero and its like know both: ``DC.title`` (DCMI, "Expressing Dublin Core in HTML/XHTML meta and link elements") and
``citation_title`` (Google Scholar, "Inclusion Guidelines for Webmasters"). The outlet stands as the journal.
"""

from __future__ import annotations

from builder.model.briefing import Briefing
from builder.press.edition import Edition
from builder.press.feeds.channels import identity

NEWS = "NewsItem"
"""Of the Eprints Type Vocabulary. Without it Zotero takes what has a ``citation_title`` for a paper in a journal."""


def citation_meta(edition: Edition, briefing: Briefing) -> list[tuple[str, str]]:
    """Return ``(name, content)`` of each ``meta`` element. What is not known is left out.

    Without an address of the site the identifier is the one that feeds use, a URN made from the path.
    """
    site = edition.settings.site_url
    address = edition.url(briefing.slug, site) if site else ""
    outlet = edition.outlet_name(briefing.outlet) if briefing.outlet else ""
    language = briefing.language or edition.settings.language
    published = briefing.published
    named = [
        ("DC.title", briefing.headline),
        *(("DC.creator", name) for name in briefing.byline),
        ("DC.date", published.isoformat() if published else ""),
        ("DC.publisher", outlet),
        ("DC.language", language),
        ("DC.type", NEWS),
        ("DC.identifier", address or identity(edition.stems[briefing.slug])),
        ("citation_title", briefing.headline),
        *(("citation_author", name) for name in briefing.byline),
        # With slashes, and without a time: so the guidelines have it.
        ("citation_publication_date", published.day.isoformat().replace("-", "/") if published else ""),
        ("citation_journal_title", outlet),
        ("citation_language", language),
        ("citation_public_url", address),
    ]
    return [(name, content) for name, content in named if content]
