"""The static JSON API: files below ``api/v1/``, and each briefing's own record beside its page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

import orjson
from pydantic import TypeAdapter

from builder.press.data import records
from builder.press.data.shapes import BriefingRecord, EventRecord, OutletRecord, StorylineRecord, TagRecord
from builder.press.edition import Edition

BASE = "api/v1/"
OWN = "briefing.json"
"""A briefing's record, in the folder of its page."""
SOURCE = "briefing.txt"
"""Its file as the editor wrote it, likewise. Not ``.md``, which MkDocs would take for a page and browsers would not
show."""
UNDATED = "undated"
"""Instead of a year."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What the API holds: begin here."""

    name: str
    language: str
    home: str | None
    """Address of the site, where it has one; all paths stand below it."""
    briefings: Mapping[str, int]
    """Years, ``api/v1/briefings/YEAR.json``, each with the number of its briefings."""
    events: Mapping[str, int]
    """Years, ``api/v1/events/YEAR.json``, likewise; ``undated`` for those without a date."""
    tags: int
    outlets: int
    storylines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """The kinds of files there are; every file is one of these."""

    index: Index
    briefing: BriefingRecord
    """Beside each page, and in ``briefings/YEAR.json`` as a list."""
    briefings: tuple[BriefingRecord, ...]
    events: tuple[EventRecord, ...]
    tags: tuple[TagRecord, ...]
    outlets: tuple[OutletRecord, ...]
    storylines: tuple[StorylineRecord, ...]


def api(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file."""
    years: dict[str, list[bytes]] = {}
    for record in records.briefings(edition):
        made = dumps(record)
        years.setdefault(record.path[:4], []).append(made)
        yield f"{record.path}{OWN}", made
    yield from (_listed(f"briefings/{year}", made) for year, made in years.items())
    happened: dict[str, list[bytes]] = {}
    for event in records.events(edition):
        happened.setdefault(_year(event), []).append(dumps(event))
    yield from (_listed(f"events/{year}", made) for year, made in happened.items())
    lists: Mapping[str, list[bytes]] = {
        "tags": _each(records.tags(edition)),
        "outlets": _each(records.outlets(edition)),
        "storylines": _each(records.storylines(edition)),
    }
    yield from (_listed(name, made) for name, made in lists.items())
    index = Index(
        name=edition.settings.site_name,
        language=edition.settings.language,
        home=edition.settings.site_url,
        briefings={year: len(made) for year, made in years.items()},
        events={year: len(made) for year, made in happened.items()},
        tags=len(lists["tags"]),
        outlets=len(lists["outlets"]),
        storylines=len(lists["storylines"]),
    )
    yield f"{BASE}index.json", dumps(index)
    yield f"{BASE}schema.json", _schema()


def dumps(record: Any) -> bytes:  # noqa: ANN401 - of whichever kind
    """Return a record as JSON on one line; half a surrogate pair, which is no text, becomes a question mark."""
    try:
        return orjson.dumps(record)
    except TypeError:
        return json.dumps(asdict(record), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _each(rows: Iterable[object]) -> list[bytes]:
    return [dumps(row) for row in rows]


def _listed(name: str, made: list[bytes]) -> tuple[str, bytes]:
    # A record a line, so that a difference between two editions can be read.
    return f"{BASE}{name}.json", b"[\n" + b",\n".join(made) + b"\n]\n"


def _year(event: EventRecord) -> str:
    digits = (event.when or "")[:4]
    return digits if len(digits) == len("YYYY") and digits.isdecimal() else UNDATED


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of every file of the API, by the name of its kind."""
    made = TypeAdapter(Api).json_schema(mode="serialization")
    return {"$schema": _DIALECT, **made}


@lru_cache(maxsize=1)
def _schema() -> bytes:
    return orjson.dumps(schema(), option=orjson.OPT_INDENT_2)
