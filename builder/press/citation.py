"""How a briefing is cited: as its outlet's report, held by this archive, in four forms.

Each says where the original stands, and the archived copy nearest to the day on which it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import orjson

from builder.languages.catalogue import Words, marked
from builder.model.briefing import Briefing
from builder.press import words
from builder.press.edition import Edition, Json
from builder.press.original import nearest_copy

_BIBTEX = re.compile(r"[\\{}$&#%_~^]")
# fmt: off
_WRITTEN = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}
# fmt: on
"""Characters that mean something to TeX, and how they are written.

Braces by their names: BibTeX counts each it sees, ``\\{`` like any other, and one alone would end or swallow a field.
"""
_ISOLATES = re.compile("[\u2068\u2069]")
"""What keeps values apart on a page from right to left, and must not be copied with an address."""
_NAMES = (marked("Plain text"), "BibTeX", "RIS", "CSL-JSON")


def citations(edition: Edition, briefing: Briefing) -> list[Json]:
    """Return ``{name, text}`` of each form.

    Its address stands in it only where the site has one: a relative one leads nowhere from somebody else's list. Then
    the original's takes its place.
    """
    made = (_plain, _bibtex, _ris, _csl)
    return [
        {"name": edition.say(name), "text": _ISOLATES.sub("", form(edition, briefing))}
        for name, form in zip(_NAMES, made, strict=True)
    ]


def _plain(edition: Edition, briefing: Briefing) -> str:
    """Return authors, headline, outlet and date, then who holds it, and where."""
    published = words.date(briefing.published, edition.settings.language)["label"] if briefing.published else ""
    printed = ", ".join(part for part in (_outlet(edition, briefing), published) if part)
    by = f"{', '.join(_line(name) for name in briefing.byline)}: " if briefing.byline else ""
    said = [
        f"{by}“{_line(briefing.headline)}”",
        printed,
        _held(edition),
    ]
    return (
        ". ".join(part for part in (*said, _page(edition, briefing), *_originals(edition.say, briefing)) if part) + "."
    )


def _bibtex(edition: Edition, briefing: Briefing) -> str:
    """Return an entry for BibTeX. Braces around the title keep its capitals; those around a name keep it in one."""
    published = briefing.published
    outlet = _outlet(edition, briefing)
    authors = briefing.byline or ((outlet,) if outlet else ())
    fields = {
        "title": f"{{{_tex(briefing.headline)}}}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in authors),
        "journal": _tex(outlet),
        "year": f"{published.day.year:04}" if published else "",
        "month": str(published.day.month) if published else "",
        "day": str(published.day.day) if published else "",
        "url": _address(edition, briefing),
        "note": _tex(". ".join((_held(edition), *_originals(edition.say, briefing)))),
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@article{{{briefing.slug},\n{lines}}}"


def _ris(edition: Edition, briefing: Briefing) -> str:
    """Return a record of RIS: a line a field, and the end of the record."""
    published = briefing.published
    fields: Iterator[tuple[str, str]] = iter(
        [
            ("TY", "NEWS"),
            ("TI", _line(briefing.headline)),
            *(("AU", _line(name)) for name in briefing.byline),
            ("T2", _outlet(edition, briefing)),
            ("PY", f"{published.day.year:04}" if published else ""),
            ("DA", published.day.isoformat().replace("-", "/") if published else ""),
            ("DB", _line(edition.settings.site_name)),
            ("LA", briefing.language or edition.settings.language),
            ("UR", _address(edition, briefing)),
            *(("N1", where) for where in _originals(edition.say, briefing)),
        ]
    )
    return "".join(f"{tag}  - {value}\n" for tag, value in fields if value) + "ER  - "


def _csl(edition: Edition, briefing: Briefing) -> str:
    """Return an item of CSL-JSON. A name is literal: which of its words is the family's, nobody here knows."""
    day = briefing.published.day if briefing.published else None
    known = {
        "id": briefing.slug,
        "type": "article-newspaper",
        "title": _line(briefing.headline),
        "author": [{"literal": _line(name)} for name in briefing.byline],
        "container-title": _outlet(edition, briefing),
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "archive": _line(edition.settings.site_name),
        "language": briefing.language or edition.settings.language,
        "URL": _address(edition, briefing),
        "note": ". ".join(_originals(edition.say, briefing)),
    }
    item = {key: value for key, value in known.items() if value}
    return orjson.dumps([item], option=orjson.OPT_INDENT_2).decode()


def _outlet(edition: Edition, briefing: Briefing) -> str:
    return _line(edition.outlet_name(briefing.outlet)) if briefing.outlet else ""


def _page(edition: Edition, briefing: Briefing) -> str:
    site = edition.settings.site_url
    return edition.url(briefing.slug, site) if site else ""


def _address(edition: Edition, briefing: Briefing) -> str:
    return _page(edition, briefing) or (briefing.url or "")


def _held(edition: Edition) -> str:
    return edition.say("Briefing in {archive}", archive=_line(edition.settings.site_name))


def _originals(say: Words, briefing: Briefing) -> Iterator[str]:
    """Yield where the original stands, and where a copy of it."""
    copy = nearest_copy(briefing)
    if briefing.url:
        yield say("Original: {address}", address=briefing.url)
    if copy:
        yield say("Archived copy of {day}: {address}", day=copy.date.day.isoformat(), address=copy.url)


def _line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return _BIBTEX.sub(lambda found: _WRITTEN[found[0]], _line(text))
