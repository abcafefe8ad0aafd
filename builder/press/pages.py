"""Edition to staged pages: everything that the site engine renders."""

from __future__ import annotations

from collections.abc import Iterator

from builder.press import briefing_pages, front_pages, health_page, list_pages, outlet_pages, storylines, timelines
from builder.press.edition import Edition
from builder.press.staged import StagedPage


def pages(edition: Edition) -> Iterator[StagedPage]:
    """Yield every page of the site, one at a time, in an order that is always the same.

    Links are final addresses, relative to the page: they hold wherever the site stands. A page says only what its own
    briefings say, so that a new briefing changes few others; nothing here asks for the time.
    """
    yield front_pages.home(edition)
    yield from briefing_pages.pages(edition, edition.archive.briefings)
    yield from list_pages.tags(edition)
    yield from timelines.pages(edition)
    yield from storylines.pages(edition)
    yield from outlet_pages.outlets(edition)
    yield from list_pages.months(edition)
    yield from front_pages.indexes(edition)
    yield timelines.index(edition)
    yield storylines.index(edition)
    yield front_pages.about(edition)
    yield front_pages.offline(edition)
    if edition.settings.health_page:
        yield health_page.health(edition)
