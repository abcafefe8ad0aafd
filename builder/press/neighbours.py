"""Where a subject stands among the others: what is broader and narrower, what stands beside it, its codes elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.desk.tags.subjects import together
from builder.model.briefing import Briefing
from builder.model.ids import TagId
from builder.model.taxonomy import CODES, Tag
from builder.press.edition import Edition, Json

TOGETHER = 8
"""Subjects that are named as standing with one."""
OFTEN = 2
"""Briefings that make a pair; that two stand on one together is to be seen there."""
NARROWER = 40
"""Subjects below one that are named; of more the number is told."""

_ELSEWHERE: Mapping[str, tuple[str, str]] = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "mediatopic": ("IPTC Media Topics", "https://cv.iptc.org/newscodes/mediatopic/{}"),
}


def neighbours(edition: Edition, tag: TagId, briefings: Sequence[Briefing], up: str) -> Json:
    """Return what the first page of a subject's list says beside its briefings.

    Only what stands beside it is counted, on its own briefings: a briefing without the subject changes nothing here.
    """
    taxonomy = edition.archive.taxonomy
    known = taxonomy.tags.get(tag)
    below = [one for one in taxonomy.narrower.get(tag, ()) if one in edition.subjects]
    return {
        "broader": [_ref(edition, one, up) for one in taxonomy.broader(tag)][::-1],
        "narrower": [_ref(edition, one, up) for one in below[:NARROWER]],
        "narrower_more": max(0, len(below) - NARROWER),
        "together": [
            _ref(edition, one, up) | {"count": count}
            for one, count in together(tag, briefings, most=TOGETHER)
            if count >= OFTEN
        ],
        "codes": list(_codes(known)) if known else [],
    }


def _ref(edition: Edition, tag: TagId, up: str) -> Json:
    return {"label": edition.label(tag), "url": f"{up}tags/{tag}/"}


def _codes(tag: Tag) -> Iterator[Json]:
    """Yield links to what a subject is called elsewhere; a code of another form is none, and ``check`` says so."""
    for key, (name, address) in _ELSEWHERE.items():
        code = getattr(tag, key)
        if code and CODES[key].fullmatch(code):
            yield {"name": name, "code": code, "url": address.format(code.removeprefix("medtop:"))}
