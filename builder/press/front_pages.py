"""Pages that lead into the archive: home, the indexes of subjects, outlets and dates, and what the archive is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from builder.desk.sources.sourcing import Party
from builder.model.ids import TagId
from builder.press import words
from builder.press.about import text as about_text
from builder.press.edition import Edition, Json
from builder.press.list_pages import days
from builder.press.staged import StagedPage, page
from builder.press.storylines import moving

LEADS = ("tags", "storylines", "calendar", "outlets", "about")
"""Indexes that the home page leads to."""
LATEST = 20
"""Briefings on the home page."""
MAIN = 6
"""Subjects of each kind on the home page."""
STORIES = 5
"""Storylines on the home page, those that moved last."""
EARLIER = 6
"""Years below the latest briefings, in which the archive goes on."""


def home(edition: Edition) -> StagedPage:
    """Return the home page: the latest briefings by day, the years that come before, the main subjects."""
    settings, listed = edition.settings, edition.listed
    dated = [briefing.published for briefing in listed if briefing.published]
    archive: Json = {
        "kind": "home",
        "introduction": settings.introduction,
        "briefings": len(listed),
        "first": words.date(dated[0], settings.language) if dated else None,
        "last": words.date(dated[-1], settings.language) if dated else None,
        "days": days(edition, listed[: -LATEST - 1 : -1], ""),
        "storylines": moving(edition, "", most=STORIES),
        "subjects": edition.groups(_main(edition), "", counted=True),
        "earlier": [edition.month(year, "") for year in _earlier(edition)],
        "links": {name: f"{name}/" for name in LEADS} | {"feed": "feed.xml", "rss": "rss.xml", "json": "feed.json"},
        "sample": bool(settings.sample),
    }
    description = settings.introduction or edition.say("{name}: an archive of briefings.", name=settings.site_name)
    meta = {"title": settings.site_name, "description": description, "template": "home.html", "archive": archive}
    return page("index.md", meta)


def _earlier(edition: Edition) -> Sequence[str]:
    """Return the years, latest first, of the briefings that the home page has no room for."""
    below = edition.listed[:-LATEST]
    if not below:
        return ()
    latest = edition.stems[below[-1].slug][:4]
    return [year for year in list(edition.by_year)[::-1] if year <= latest][:EARLIER]


def _main(edition: Edition) -> Iterator[TagId]:
    """Yield the subjects with the most briefings, some of each kind."""
    taken: dict[str, int] = defaultdict(int)
    for tag in sorted(edition.by_tag, key=lambda tag: (-len(edition.by_tag[tag]), tag)):
        kind = edition.kind(tag)
        taken[kind] += 1
        if taken[kind] <= MAIN:
            yield tag


def indexes(edition: Edition) -> Iterator[StagedPage]:
    """Yield the pages that list every subject, outlet and month; they grow with what they list, not with briefings."""
    say = edition.say
    by_label = sorted(edition.subjects, key=lambda tag: (edition.label(tag).casefold(), tag))
    subjects = {"kind": "tags", "subjects": edition.groups(by_label, "../", counted=True), "count": len(by_label)}
    yield _index("tags", say("Subjects"), say("Every subject of the archive, with its briefings."), subjects)
    yield _index("outlets", say("Outlets"), say("Who published the reports, and on whom they rely."), _outlets(edition))
    yield _index("calendar", say("Dates"), say("Every month that has a briefing."), _calendar(edition))


def _index(name: str, title: str, description: str, archive: Json) -> StagedPage:
    meta = {"title": title, "description": description, "template": f"{name}.html", "archive": archive}
    return page(f"{name}/index.md", meta)


def _outlets(edition: Edition) -> Json:
    rows = []
    for outlet, dealings in edition.dealings.items():
        known = edition.archive.outlets.get(outlet)
        row = {
            "name": edition.outlet_name(outlet),
            "url": edition.outlet_url(outlet, "../"),
            "kind": edition.say(str(known.kind)) if known else "",
            "state": Party(name="", outlet=known).of_a_state,
            "count": len(edition.by_outlet.get(outlet, ())),
            "relying": dealings.relying,
        }
        rows.append(row)
    return {"kind": "outlets", "outlets": sorted(rows, key=lambda row: (str(row["name"]).casefold(), str(row["url"])))}


def _calendar(edition: Edition) -> Json:
    language = edition.settings.language
    months: dict[str, list[Json]] = {}
    for key, briefings in edition.by_month.items():
        months.setdefault(key[:4], []).append(
            edition.month(key, "../") | {"short": words.month(key, language), "count": len(briefings)}
        )
    years = [
        edition.month(year, "../") | {"year": year, "count": len(briefings), "months": months[year]}
        for year, briefings in edition.by_year.items()
    ]
    return {"kind": "calendar", "years": years[::-1]}


def offline(edition: Edition) -> StagedPage:
    """Return the page that a reader without a network gets for one that is not kept on the device."""
    meta = {
        "title": edition.say("Not kept on this device"),
        "description": edition.say("What a reader without a network is told of a page that was not read before."),
        "template": "offline.html",
        "archive": {"kind": "offline"},
    }
    return page("offline/index.md", meta)


def about(edition: Edition) -> StagedPage:
    """Return the page that says what the archive is and how to read it."""
    meta = {
        "title": edition.say("About this archive"),
        "description": edition.say(
            "What {name} is, how to read a briefing, and how to follow it.", name=edition.settings.site_name
        ),
        "template": "about.html",
        "archive": {"kind": "about", "sample": bool(edition.settings.sample)},
    }
    return page("about/index.md", meta, about_text(edition.settings))
