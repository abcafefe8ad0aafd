"""Social cards: which briefings have one, and their pictures, drawn once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from builder.press.cards import FILE, cards
from builder.press.edition import Edition
from builder.store.cache import Cache

CARDS = "cards.sqlite"
"""Where a build keeps them, in its cache."""
_BATCH = 200
"""Cards asked of the cache at a time: some five megabytes."""


def with_cards(edition: Edition) -> Edition:
    """Return an edition that knows which briefings have a card; none, unless the settings ask for cards."""
    if not edition.settings.cards:
        return edition
    from builder.engine.cards import drawable  # noqa: PLC0415 - Pillow costs 50 ms that most builds can do without

    return replace(edition, cards=frozenset(briefing.slug for briefing, card in cards(edition) if drawable(card)))


def pictures(edition: Edition, cache: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and picture of each card of an edition; ``cache`` is the file that keeps them from build to build."""
    if not edition.cards:
        return
    from builder.engine.cards import LOOK, draw  # noqa: PLC0415 - as above

    wanted = (one for one in cards(edition) if one[0].slug in edition.cards)
    with Cache(cache) as kept:
        while batch := list(islice(wanted, _BATCH)):
            keys = [hashlib.sha256(f"{LOOK}\0{card}".encode()).hexdigest() for _, card in batch]
            known = kept.get_many(keys)
            fresh = {key: draw(card) for key, (_, card) in zip(keys, batch, strict=True) if key not in known}
            kept.put_many(fresh.items())
            for key, (briefing, _) in zip(keys, batch, strict=True):
                yield f"{edition.stems[briefing.slug]}/{FILE}", known.get(key) or fresh[key]
        kept.prune()
