"""What a briefing is, for machines: one object in the vocabulary of schema.org, as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from builder.model.briefing import Briefing
from builder.model.ids import OutletId, TagId
from builder.model.outlet import OutletKind
from builder.model.sections import SectionKind
from builder.model.taxonomy import CODES, TagKind
from builder.press.edition import Edition, Json, description

CONTEXT = "https://schema.org"
WIKIDATA = "https://www.wikidata.org/entity/"

_SUBJECTS: Mapping[TagKind, str] = {
    TagKind.PERSON: "Person",
    TagKind.PLACE: "Place",
    TagKind.ORGANISATION: "Organization",
    TagKind.TOPIC: "Thing",
}
MOST_CITED = 20
"""Earlier briefings that stand as citations; a background of hundreds of items says the rest in its text alone."""
_NO_NEWSROOM = (OutletKind.OFFICIAL, OutletKind.RESEARCH)
"""Outlets that publish, but not as a NewsMediaOrganization."""


def linked_data(edition: Edition, briefing: Briefing) -> Json:
    """Return a briefing as a ``NewsArticle``; as a ``BackgroundNewsArticle`` where it tells its background.

    What is not known is left out. Addresses of this site stand in it only where the site has one: what a relative one
    means hangs on who reads the block, and where it was saved.
    """
    background = any(section.kind is SectionKind.BACKGROUND for section in briefing.sections)
    address = _address(edition, edition.url(briefing.slug, ""))
    told: Json = {
        "headline": briefing.headline,
        "description": description(briefing),
        "datePublished": briefing.published.isoformat() if briefing.published else None,
        "dateModified": modified(briefing),
        "inLanguage": briefing.language or edition.settings.language,
        "author": [_author(edition, name) for name in briefing.byline],
        "publisher": _outlet(edition, briefing.outlet) if briefing.outlet else None,
        "isBasedOn": _original(briefing),
        "citation": [_cited(edition, earlier) for earlier in islice(_recalled(edition, briefing), MOST_CITED)],
        "about": [_subject(edition, tag) for tag in dict.fromkeys(briefing.tags)],
        "correction": [
            {"@type": "CorrectionComment", "datePublished": one.date.isoformat(), "text": one.text}
            for one in briefing.corrections
        ],
        "mainEntityOfPage": address,
        "url": address,
    }
    return {
        "@context": CONTEXT,
        "@type": "BackgroundNewsArticle" if background else "NewsArticle",
    } | _known(told)


def _known(values: Json) -> Json:
    return {key: value for key, value in values.items() if value}


def _address(edition: Edition, path: str) -> str | None:
    site = edition.settings.site_url
    return site + path if site else None


def _original(briefing: Briefing) -> Json | str | None:
    """Return the original's address; with those of its archived copies where there are any."""
    if not briefing.url or not briefing.archived:
        return briefing.url
    return {"@type": "NewsArticle", "url": briefing.url, "archivedAt": [copy.url for copy in briefing.archived]}


def modified(briefing: Briefing) -> str | None:
    """Return when the outlet last updated it or we last corrected it; nothing where neither happened."""
    moments = [moment for moment in (briefing.updated, *(one.date for one in briefing.corrections)) if moment]
    return max(moments, key=lambda moment: moment.order).isoformat() if moments else None


def _author(edition: Edition, name: str) -> Json:
    """Return who wrote it: a person, unless the name printed is that of an outlet."""
    outlet = edition.register.named(name).outlet
    return _outlet(edition, outlet.id) if outlet else {"@type": "Person", "name": name}


def _outlet(edition: Edition, outlet: OutletId) -> Json:
    known = edition.archive.outlets.get(outlet)
    newsroom = known is None or known.kind not in _NO_NEWSROOM
    page = edition.outlet_url(outlet, "")
    return {
        "@type": "NewsMediaOrganization" if newsroom else "Organization",
        "name": edition.outlet_name(outlet),
    } | _known({"url": _address(edition, page) if page else None})


def _subject(edition: Edition, tag: TagId) -> Json:
    known = edition.archive.taxonomy.tags.get(tag)
    code = known.wikidata if known and known.wikidata and CODES["wikidata"].fullmatch(known.wikidata) else None
    return {
        "@type": _SUBJECTS[edition.kind(tag)],
        "name": edition.label(tag),
    } | _known({"url": _address(edition, f"tags/{tag}/"), "sameAs": WIKIDATA + code if code else None})


def _recalled(edition: Edition, briefing: Briefing) -> Iterator[Briefing]:
    """Yield the earlier briefings that the background recalls, in its order, each once."""
    ties = edition.ties.of.get(briefing.slug, {}).values()
    for slug in dict.fromkeys(tie.target for tie in ties if not tie.later):
        if slug in edition.stems:
            yield edition.archive.by_slug[slug]


def _cited(edition: Edition, briefing: Briefing) -> Json:
    return {"@type": "NewsArticle", "headline": briefing.headline} | _known(
        {
            "datePublished": briefing.published.isoformat() if briefing.published else None,
            "url": _address(edition, edition.url(briefing.slug, "")),
        }
    )
