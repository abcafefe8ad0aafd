"""Languages do not teach each other their words."""

from __future__ import annotations

import pytest
from babel import UnknownLocaleError

from builder.formats import edtf, spoken_dates
from builder.formats.locales import locale_of


@pytest.mark.parametrize("first", ["ja", "he", "en", "uk"])
def test_a_month_is_said_in_its_own_language_whatever_came_before(first: str) -> None:
    locale_of.cache_clear()
    edtf.label.cache_clear()
    spoken_dates.months.cache_clear()
    edtf.label("1962-06", first)
    spoken_dates.months(first)
    said = {language: edtf.label("1962-06", language) for language in ("fr", "de", "pt-BR", "pt", "no", "en")}
    assert said == {
        "fr": "juin 1962", "de": "Juni 1962", "pt-BR": "junho 1962", "pt": "junho 1962", "no": "juni 1962", "en": "June 1962",
    }  # fmt: skip


def test_a_region_follows_its_language() -> None:
    assert [locale_of(language).months["stand-alone"]["wide"][6] for language in ("de", "de-AT", "de_CH")] == [
        "Juni"
    ] * 3
    assert locale_of("zh-Hant-TW").months["format"]["wide"][6] == "6月"


def test_an_unknown_language_is_told() -> None:
    with pytest.raises((UnknownLocaleError, ValueError)):
        locale_of("xx")
