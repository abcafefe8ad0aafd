"""What programs read that show a link to a briefing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from builder.press import words

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
