"""What decides how a page is rendered, apart from the page: one key for all of it."""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
from collections.abc import Iterator
from pathlib import Path

import builder

# Of these a version is an input of every page; what else is installed is not.
_DISTRIBUTIONS = (
    "Jinja2",
    "Markdown",
    "MarkupSafe",
    "PyYAML",
    "babel",
    "mkdocs",
    "mkdocs-material",
    "nh3",
    "pymdown-extensions",
)
# The rooms whose code runs between a staged page and its HTML. ``model`` holds the headings a timeline begins with.
_ROOMS = ("engine", "formats", "languages", "model")


def engine_key(config_file: Path) -> str:
    """Return a hash of all that turns staged pages into HTML: settings, templates, versions and our own code.

    Equal keys and equal staged bytes give equal HTML, so a page may come from the cache. Templates that a settings
    file inherits from elsewhere are not seen: keep them below the folder of ``config_file``.
    """
    digest = hashlib.sha256(f"python {sys.version_info[0]}.{sys.version_info[1]}".encode())
    for name in _DISTRIBUTIONS:
        digest.update(f"\0{name} {_version(name)}".encode())
    for name, path in _inputs(config_file):
        content = path.read_bytes()
        digest.update(f"\0{name} {len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _version(distribution: str) -> str:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return "absent"


def _inputs(config_file: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files that matter, under names that are the same wherever they lie."""
    yield "settings", config_file
    overrides = config_file.parent / "overrides"
    for path in sorted(path for path in overrides.rglob("*") if path.is_file()):
        yield f"overrides/{path.relative_to(overrides).as_posix()}", path
    house = Path(builder.__file__).parent
    for room in _ROOMS:
        for path in sorted((house / room).glob("*.p[oy]")):
            yield f"{room}/{path.name}", path
