"""The outlets' steps: one is added, and the drafts that name it are counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.desk.outlets import find_outlet
from builder.desk.sources.dealings import Dealing, Dealings, dealings
from builder.errors import BadSettings, MalformedCopy
from builder.formats import outlets_yml
from builder.model.briefing import Briefing
from builder.model.ids import OutletId
from builder.model.outlet import Outlet
from builder.pipeline.archive import load
from builder.store import shelf
from builder.store.files import read_text, write
from builder.store.shelf import Shelf

_FILE = f"{shelf.FOLDER}/outlets.yml"


def add(root: Path, outlet: Outlet) -> None:
    """Write an outlet into ``outlets.yml``; raises ``BadSettings`` where its id, a name or a domain is taken."""
    known = load(root).archive.outlets
    for said in (outlet.name, *outlet.aliases, *outlet.domains):
        holder = find_outlet(said, known)
        if holder:
            raise BadSettings(f'"{said}" already belongs to {holder.id} in {_FILE}; change it there')
    path = root / _FILE
    try:
        text = outlets_yml.with_outlet(read_text(path) if path.is_file() else "", outlet)
    except MalformedCopy as fault:
        raise BadSettings(f"{_FILE}: {fault.reason}") from fault
    write(path, text.encode())


def find(loaded: Shelf, said: str) -> Outlet:
    """Return the outlet that an id, a name or a domain means; raises ``BadSettings`` where there is none."""
    outlet = find_outlet(said, loaded.archive.outlets)
    if outlet is None:
        raise BadSettings(f'no outlet "{said}" in {_FILE}; briefings outlet list shows them all')
    return outlet


def published(loaded: Shelf, outlet: OutletId) -> Iterator[Briefing]:
    """Yield the briefings whose report an outlet published or carried, in the archive's order."""
    for briefing in loaded.archive.briefings:
        if outlet == briefing.outlet or any(outlet == carrier.outlet for carrier in briefing.carried_by):
            yield briefing


def dealings_of(loaded: Shelf, outlet: OutletId) -> Dealings:
    """Return whom an outlet relied on, who relied on it, and who carries whom."""
    return dealings(loaded.archive).get(outlet, Dealings())


def plain(found: Dealings) -> dict[str, list[dict[str, Any]]]:
    """Return dealings as JSON holds them, most briefings first."""
    return {
        "relied_on": [_plain(one) for one in found.relied_on],
        "relied_on_by": [_plain(one) for one in found.relied_on_by],
        "carried_by": [_plain(one) for one in found.carried_by],
        "carries": [_plain(one) for one in found.carries],
    }


def _plain(one: Dealing) -> dict[str, Any]:
    return {
        "name": one.party.name,
        "outlet": one.party.id,
        "kind": str(one.kind) if one.kind else None,
        "state_media": one.party.of_a_state,
        "briefings": list(one.briefings),
    }
