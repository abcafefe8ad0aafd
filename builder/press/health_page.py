"""The archive's health as a page for editors where the settings ask for one. Nothing leads there."""

from __future__ import annotations

from builder.desk.health import Case, examine
from builder.press.edition import Edition, Json
from builder.press.staged import StagedPage, page

FEW = 20
"""Cases of each kind that are named; ``briefings doctor --all`` has all of them."""
UP = "../"


def health(edition: Edition) -> StagedPage:
    """Return the page that says what ``briefings doctor`` finds: each complaint, its number, its first cases."""
    complaints = [
        {
            "title": one.title,
            "advice": one.advice,
            "count": len(one.cases),
            "cases": [_case(edition, case) for case in one.cases[:FEW]],
            "more": max(0, len(one.cases) - FEW),
        }
        for one in examine(edition.archive, edition.ties)
    ]
    meta = {
        "title": "Health of the archive",
        "description": "For editors: what nothing leads to, what is told and not reported, what has gone stale.",
        "template": "health.html",
        "archive": {"kind": "health", "complaints": complaints},
    }
    return page("health/index.md", meta)


def _case(edition: Edition, case: Case) -> Json:
    url = None
    if case.tag in edition.subjects:
        url = f"{UP}tags/{case.tag}/"
    elif case.storyline:
        url = f"{UP}storylines/{case.storyline}/"
    elif case.briefing and not case.tag:
        url = edition.url(case.briefing, UP)
    return {"what": case.what, "note": case.note, "url": url}
