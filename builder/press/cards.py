"""The social card of a briefing: what programs show beside a link to it. What it looks like is ``engine/cards.py``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.briefing import Briefing, Status
from builder.press import words
from builder.press.edition import Edition

FILE = "card.png"
"""Beside the page of its briefing."""
WIDTH, HEIGHT = 1200, 630
"""Pixels; the proportion that programs cut least from (1.91 to 1)."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card, each on one line."""

    headline: str
    outlet: str
    date: str
    site: str
    rtl: bool = False
    """It is in a language that is written from right to left."""

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.headline}\n{self.outlet}\n{self.date}\n{self.site}"

    @property
    def alt(self) -> str:
        """The card in words, for who does not see it."""
        return ". ".join(part for part in (self.headline, self.outlet, self.date, self.site) if part)


def cards(edition: Edition) -> Iterator[tuple[Briefing, Card]]:
    """Yield the card of each published briefing, oldest first."""
    for briefing in edition.listed:
        if briefing.status is not Status.DRAFT:
            yield briefing, card(edition, briefing)


def card(edition: Edition, briefing: Briefing) -> Card:
    """Return what the card of a briefing says."""
    facts = edition.facts(briefing)
    outlet, date = facts.outlet[0] if facts.outlet else "", facts.date["label"] if briefing.published else ""
    return Card(
        headline=_line(briefing.headline),
        outlet=_line(outlet),
        date=date,
        site=_line(edition.settings.site_name),
        rtl=words.direction(briefing.language or edition.settings.language) == "rtl",
    )


def _line(text: str) -> str:
    return " ".join(text.split())
