"""What a browser that installs the site is told."""

from __future__ import annotations

import json

import pytest

from builder.formats import settings
from builder.press.manifest import manifest


@pytest.mark.parametrize(
    ("name", "language", "short", "direction"),
    [
        ("Orbit & Accord", "en", "Orbit", "ltr"),
        ("Зведення", "uk", "Зведення", "ltr"),
        ("الأرشيف", "ar", "الأرشيف", "rtl"),
    ],
)
def test_it_has_the_names_of_the_site_and_addresses_that_hold_anywhere(
    name: str, language: str, short: str, direction: str
) -> None:
    known = settings.loads({"site_name": name, "extra": {"briefings": {"language": language}}})
    told = json.loads(manifest(known))
    assert (told["name"], told["short_name"], told["lang"], told["dir"]) == (name, short, language, direction)
    addresses = [told["id"], told["start_url"], told["scope"], *(icon["src"] for icon in told["icons"])]
    assert not any(address.startswith(("/", "http")) for address in addresses)
    assert {icon["sizes"] for icon in told["icons"]} == {"any", "192x192", "512x512"}
