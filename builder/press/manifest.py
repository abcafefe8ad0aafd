"""The manifest with which a browser installs the site as an application (W3C, "Web Application Manifest")."""

from __future__ import annotations

import json

from builder.languages.catalogue import words_of
from builder.model.settings import Settings
from builder.press import words

MANIFEST = "manifest.webmanifest"
_PAPER = "#fbf9f4"
"""Behind the icon while the first page comes, as on the pages."""
_ICONS = (
    ("favicon.svg", "any", "image/svg+xml"),
    ("icon-192.png", "192x192", "image/png"),
    ("icon-512.png", "512x512", "image/png"),
)
_SHORT = 12
"""Characters of a name below an icon."""


def manifest(settings: Settings) -> bytes:
    """Return the file. Its addresses are relative to it, so that it holds wherever the site stands."""
    language = words_of(settings.language).language.replace("_", "-")
    held = {
        "name": settings.site_name,
        "short_name": settings.site_name if len(settings.site_name) <= _SHORT else settings.site_name.split()[0],
        "lang": language,
        "dir": words.direction(language),
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "icons": [{"src": f"assets/images/{name}", "sizes": size, "type": kind} for name, size, kind in _ICONS],
    }
    return json.dumps(held, ensure_ascii=False, indent=1).encode("utf-8", "replace")
