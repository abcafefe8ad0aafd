"""Languages as Babel knows them, each with month and day names of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from babel import Locale, localedata


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """Return the locale of a language (BCP 47); raises what ``Locale.parse`` raises for one that CLDR does not know.

    Babel writes names that a language takes from another place of its data back into a dictionary that all languages
    share: after Japanese, June in French was 6月 (python-babel issue 1234, as of 2.18). So each gets a copy first.
    """
    locale = Locale.parse(language.replace("-", "_"))
    if localedata.exists(str(locale)):
        data = localedata.load(str(locale))
        data.update({part: _copied(data[part]) for part in ("months", "days", "quarters", "day_periods")})
    return locale


def _copied(value: Any) -> Any:  # noqa: ANN401 - Babel's data: mappings of mappings, names, aliases
    return {key: _copied(part) for key, part in value.items()} if isinstance(value, Mapping) else value
