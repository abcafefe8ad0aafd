"""Which outlet somebody means who names one."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from slugify import slugify

from builder.model.ids import OutletId
from builder.model.outlet import Outlet

LIKE = 0.75
"""Likeness, of 1, at which an unknown outlet is taken for a misspelt one, as for unknown tags (``desk.review``)."""


def outlet_id(name: str) -> OutletId:
    """Return the id of an outlet that ``outlets.yml`` does not know; empty where a name has no letter and no digit."""
    return OutletId(slugify(name))


def nearest_outlet(said: str, outlets: Mapping[OutletId, Outlet]) -> Outlet | None:
    """Return the outlet that a misspelt name, alias, id or domain was most likely meant for."""
    names = {
        name.casefold(): outlet
        for outlet in outlets.values()
        for name in (*outlet.domains, *outlet.aliases, outlet.id, outlet.name)
    }
    near = difflib.get_close_matches(said.casefold(), names, n=1, cutoff=LIKE)
    return names[near[0]] if near else None


def find_outlet(said: str | None, outlets: Mapping[OutletId, Outlet]) -> Outlet | None:
    """Return the outlet that a name, an alias, an id, a host or an address means."""
    if not said:
        return None
    folded = said.strip().casefold()
    host = folded.split("://")[-1].split("/")[0].split(":")[0].removeprefix("www.")
    for outlet in outlets.values():
        if folded in {outlet.id, *(known.casefold() for known in (outlet.name, *outlet.aliases))}:
            return outlet
        if any(host == domain or host.endswith("." + domain) for domain in outlet.domains):
            return outlet
    return None
