"""What programs read that show a link to a briefing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.model.settings import Settings
from builder.press import words
from builder.press.cards import cards
from builder.press.edition import Edition
from builder.press.open_graph import open_graph

FILES = {
    "1962/06/08-all": "updated: 1962-06-09T10:00:00+02:00\ncorrections: [{date: 1962-06-08, text: T}]\n"
    "tags: [nasa, geneva, nasa]\n---\nLede.\n",
    "1962/06/09-bare": "---\nLede.\n",
    "1962/06/10-gone": "status: withdrawn\nreason: wrong\ntags: [nasa]\n---\nLede.\n",
}


def test_a_briefing_says_when_it_was_published_and_changed_and_on_what_it_is(press: Callable[..., Any]) -> None:
    made = press(FILES)
    assert made.meta("1962/06/08-all.md")["open_graph"] == [
        ["article:published_time", "1962-06-08"],
        ["article:modified_time", "1962-06-09T10:00:00+02:00"],
        ["article:tag", "NASA"],
        ["article:tag", "Geneva"],
    ]
    assert made.meta("1962/06/09-bare.md")["open_graph"] == [["article:published_time", "1962-06-09"]]
    assert "open_graph" not in made.meta("1962/06/10-gone.md")


def test_a_card_is_named_by_its_whole_address_with_what_stands_on_it(load: Callable[..., Any]) -> None:
    arabic = {"1962/06/09-bare": "language: ar\n---\nLede.\n"}
    archive = load(FILES | arabic | {"1962/06/11-drawn": "title: Talks  end\noutlet: desk\n---\nLede.\n"})
    settings = Settings(site_url="https://example.org/a/", site_name="Orbit & Accord", cards=True)
    edition = Edition.of(archive, resolve(archive.published(), Tagger(archive.taxonomy)), settings)
    drawn = archive.by_slug["drawn"]
    assert [briefing.slug for briefing, _ in cards(edition)] == ["all", "bare", "drawn"], "and none that was withdrawn"
    assert not [name for name, _ in open_graph(edition, drawn) if name.startswith("og:image")], "nobody drew one"
    assert [card.rtl for _, card in cards(edition)] == [False, True, False]
    told = dict(open_graph(replace(edition, cards=frozenset(["drawn"])), drawn))
    assert told["og:image"] == "https://example.org/a/1962/06/11-drawn/card.png"
    assert told["og:image:alt"] == "Talks end. The Desk. 11 June 1962. Orbit & Accord"
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("uk", "uk_UA"),
        ("en", "en_US"),
        ("de-CH", "de_CH"),
        ("zh-Hant", "zh_TW"),
        ("sr-Latn", "sr_RS"),
        ("es-419", "es_ES"),
        ("und", ""),
        ("tlh", ""),
    ],
)
def test_a_locale_is_a_language_and_a_country(language: str, locale: str) -> None:
    assert words.locale(language) == locale
