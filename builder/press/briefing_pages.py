"""The page of a briefing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from builder.formats import prose
from builder.model.address import PICTURES
from builder.model.briefing import Briefing, Image, Status
from builder.model.ids import Slug
from builder.press import body, chain, sources, words
from builder.press.citation import citations
from builder.press.citation_meta import citation_meta
from builder.press.edition import Edition, Json, description
from builder.press.linked_data import linked_data
from builder.press.open_graph import open_graph
from builder.press.original import copies, original
from builder.press.staged import StagedPage, page
from builder.press.storylines import strips

UP = "../../../"
"""From ``/1962/06/08-slug/`` to the root."""
MOST_MENTIONS = 50
"""Later mentions shown on one page, the latest of them: a treaty that thousands recall must not make a page of them."""
LONGEST_SENTENCE = 400

_FILE = re.compile(r"(?:media/)?(?!.*(?:^|/)\.)[\w][\w .,()+/-]*")


def pages(edition: Edition, briefings: Iterable[Briefing]) -> Iterable[StagedPage]:
    """Yield the page of each briefing."""
    for briefing in briefings:
        yield page(f"{edition.stems[briefing.slug]}.md", _meta(edition, briefing), body.markdown(edition, briefing))


def _meta(edition: Edition, briefing: Briefing) -> Json:
    withdrawn = briefing.status is Status.WITHDRAWN
    archive = _frame(edition, briefing) | (_withdrawn() if withdrawn else _told(edition, briefing))
    return {
        "title": briefing.headline,
        "description": edition.say("This briefing was withdrawn.") if withdrawn else description(briefing),
        "template": "briefing.html",
        "archive": archive,
    } | _for_machines(edition, briefing)


def _for_machines(edition: Edition, briefing: Briefing) -> Json:
    """Return what other programs read of a page; nothing of a text that is not to be cited."""
    if briefing.status in (Status.DRAFT, Status.WITHDRAWN):
        return {}
    return {
        "linked_data": linked_data(edition, briefing),
        "citation": citation_meta(edition, briefing),
        "open_graph": open_graph(edition, briefing),
    } | ({"card": "summary_large_image"} if briefing.slug in edition.cards else {})


def _frame(edition: Edition, briefing: Briefing) -> Json:
    """Return what the page of any briefing says, a withdrawn one included."""
    settings = edition.settings
    language = briefing.language or settings.language
    month = edition.stems[briefing.slug][:7]
    outlet = None
    if briefing.outlet:
        known = edition.archive.outlets.get(briefing.outlet)
        outlet = {
            "name": edition.outlet_name(briefing.outlet),
            "url": edition.outlet_url(briefing.outlet, UP),
            "kind": edition.say(str(known.kind)) if known else "",
        }
    shown = briefing.status in (Status.DRAFT, Status.WITHDRAWN)
    return {
        "kind": "briefing",
        "language": language,
        "direction": words.direction(language),
        "tongue": words.tongue(language, settings.language),
        "published": words.date(briefing.published, settings.language),
        "updated": words.date(briefing.updated, settings.language) if briefing.updated else None,
        "month": edition.month(month, UP),
        "outlet": outlet,
        "status": str(briefing.status) if shown else None,
        "reason": briefing.reason,
        "corrections": [{"date": words.date(c.date, settings.language), "text": c.text} for c in briefing.corrections],
        "sample": bool(settings.sample) and briefing.outlet == settings.sample,
    }


def _told(edition: Edition, briefing: Briefing) -> Json:
    facts = edition.facts(briefing)
    mentions, total = _mentioned_by(edition, briefing)
    stories = strips(edition, briefing, UP)
    previous = edition.pointer(edition.relations.previous(briefing), UP)
    following = edition.pointer(edition.relations.next(briefing), UP)
    return {
        "byline": list(briefing.byline),
        "dateline": briefing.dateline,
        "standfirst": briefing.standfirst,
        "original": original(briefing),
        "archived": copies(briefing, edition.settings.language),
        "carried_by": [
            {
                "name": edition.outlet_name(c.outlet),
                "url": c.url,
                "page": edition.outlet_url(c.outlet, UP),
                "date": words.date(c.date, edition.settings.language) if c.date else None,
            }
            for c in briefing.carried_by
        ],
        "sources": chain.of_briefing(edition, briefing, UP),
        "subjects": edition.groups(briefing.tags, UP),
        "images": [_image(image) for image in briefing.images],
        "background": facts.background,
        "mentioned_by": mentions,
        "mentions": total,
        "related": _related(edition, briefing),
        "storylines": stories,
        "previous": previous,
        "next": following,
        "by_date": {
            "previous": previous if all(story["previous"] != previous for story in stories) else None,
            "next": following if all(story["next"] != following for story in stories) else None,
        },
        "other_stories": list(briefing.other_stories),
        "citations": citations(edition, briefing),
        "facets": {
            "outlet": facts.outlet[0] if facts.outlet else None,
            "sources": sources.heading(edition.chain(briefing), edition.say),
            "year": edition.stems[briefing.slug][:4],
            "tags": [edition.label(tag) for tag in briefing.tags],
        },
    }


def _withdrawn() -> Json:
    empty: Json = {key: [] for key in _LISTS}
    return empty | {
        "dateline": None,
        "standfirst": None,
        "original": None,
        "sources": None,
        "background": {"items": 0, "known": 0},
        "mentions": 0,
        "previous": None,
        "next": None,
        "by_date": {"previous": None, "next": None},
        "facets": {"outlet": None, "sources": None, "year": None, "tags": []},
    }


# fmt: off
_LISTS = (
    "archived", "byline", "carried_by", "citations", "images", "mentioned_by", "other_stories", "related", "storylines",
    "subjects",
)
# fmt: on


def _mentioned_by(edition: Edition, briefing: Briefing) -> tuple[list[Json], int]:
    mentions = [m for m in edition.ties.mentioned_by.get(briefing.slug, ()) if m.briefing in edition.stems]
    shown: list[Json] = []
    for mention in mentions[-MOST_MENTIONS:]:
        pointer = edition.pointer(edition.archive.by_slug[mention.briefing], UP) or {}
        shown.append(pointer | {"sentence": prose.excerpt(mention.sentence, LONGEST_SENTENCE)})
    return shown, len(mentions)


def _related(edition: Edition, briefing: Briefing) -> list[Json]:
    """Return related briefings that the page does not link yet: background and mentions tell more than a shared tag."""
    tied: set[Slug] = {tie.target for tie in edition.ties.of.get(briefing.slug, {}).values()}
    tied.update(m.briefing for m in edition.ties.mentioned_by.get(briefing.slug, ())[-MOST_MENTIONS:])
    return [
        (edition.pointer(other, UP) or {}) | {"tags": [edition.label(tag) for tag in shared]}
        for other, shared in edition.relations.related(briefing, without=tied)
    ]


def _image(image: Image) -> Json:
    safe = image.file is not None and _FILE.fullmatch(image.file) is not None and image.file.lower().endswith(PICTURES)
    url = f"{UP}media/{quote((image.file or '').removeprefix('media/'))}" if safe else None
    return {"url": url, "caption": image.caption, "credit": image.credit, "alt": image.alt}
