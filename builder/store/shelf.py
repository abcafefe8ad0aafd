"""The archive as it lies on disk, loaded into one value."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pydantic import TypeAdapter, ValidationError

from builder.errors import BadSettings, MalformedCopy, UnreadableFile
from builder.findings import Finding, Severity
from builder.formats import briefing_md, mkdocs_yml, outlets_yml, settings, storyline_md, taxonomy_yml
from builder.model.archive import Archive
from builder.model.briefing import Briefing
from builder.model.ids import OutletId, Slug, StorylineId
from builder.model.outlet import Outlet
from builder.model.settings import Settings
from builder.model.storyline import Storyline
from builder.model.taxonomy import Taxonomy
from builder.store.files import read_text

FOLDER = "briefings"
_ENDING = ".md"
STORYLINES = "storylines"
"""The folder of the storylines within it."""
_FORMAT = "briefing/1"
"""Part of the key of a loaded briefing: a new shape of the model is a new number."""
_NAME = re.compile(r"\d{4}/\d{2}/\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*\.md")
_LOADED = TypeAdapter(Briefing)


class Cache(Protocol):
    """What remembers loaded briefings by the hash of their text."""

    def get_many(self, keys: Iterable[str]) -> Mapping[str, bytes]:
        """Return what is known of the keys."""

    def put_many(self, entries: Iterable[tuple[str, bytes]]) -> None:
        """Remember entries: key and content."""


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """An archive with the settings it is run by and the files it came from."""

    root: Path
    archive: Archive
    settings: Settings
    paths: Mapping[Slug, str]
    """Of each briefing, relative to the root, with forward slashes."""
    findings: tuple[Finding, ...]
    """Files that could not be loaded; the rest of the archive does not wait for them."""


def load(root: Path, *, cache: Cache | None = None) -> Shelf:
    """Load the archive whose ``mkdocs.yml`` stands in ``root``.

    Raises ``BadSettings`` where there is no archive, and ``UnreadableFile`` for a broken taxonomy or outlets file:
    without them every briefing would look wrong.
    """
    config = root / "mkdocs.yml"
    if not config.is_file():
        raise BadSettings(f"{config}: there is no archive here; go to its folder, or name it with --archive")
    try:
        known = settings.loads(mkdocs_yml.loads(read_text(config)))
    except MalformedCopy as fault:
        raise BadSettings(f"mkdocs.yml:{fault.line}: {fault.reason}") from fault
    if not (root / FOLDER).is_dir():
        raise BadSettings(
            f"{root / FOLDER}: the folder of the briefings is missing; make it, or name the archive with --archive"
        )
    findings: list[Finding] = []
    loaded = dict(_briefings(root, findings, cache))
    paths = {briefing.slug: path for path, briefing in loaded.items()}
    archive = Archive.of(loaded.values(), _taxonomy(root), _outlets(root), _storylines(root, findings))
    return Shelf(root=root, archive=archive, settings=known, paths=paths, findings=tuple(findings))


def _taxonomy(root: Path) -> Taxonomy:
    path = _file(root, "tags.yml")
    if path is None:
        return Taxonomy(tags={})
    try:
        return taxonomy_yml.loads(read_text(path))
    except MalformedCopy as fault:
        raise UnreadableFile(f"{FOLDER}/tags.yml", fault) from fault


def _outlets(root: Path) -> Mapping[OutletId, Outlet]:
    path = _file(root, "outlets.yml")
    if path is None:
        return {}
    try:
        return outlets_yml.loads(read_text(path))
    except MalformedCopy as fault:
        raise UnreadableFile(f"{FOLDER}/outlets.yml", fault) from fault


def _file(root: Path, name: str) -> Path | None:
    """Return a file among the briefings, or ``None`` where it is not there."""
    path = root / FOLDER / name
    if path.is_dir():
        raise BadSettings(f"{FOLDER}/{name} is a folder; rename it, and put the file {name} in its place")
    return path if path.exists() else None


def _storylines(root: Path, findings: list[Finding]) -> Iterator[Storyline]:
    """Yield the storylines whose files can be loaded."""
    folder = f"{FOLDER}/{STORYLINES}"
    if (root / folder).exists() and not (root / folder).is_dir():
        raise BadSettings(f"{folder} is a file; rename it, and make a folder {folder}/ for the storylines")
    for path in sorted((root / folder).glob("*.md")):
        name = f"{folder}/{path.name}"
        if path.name.startswith("."):
            continue
        if path.is_symlink() or not path.is_file():
            message = "no file of this archive, and not read; put the file itself here"
            findings.append(Finding(path=name, code="FILE004", message=message, severity=Severity.ERROR))
            continue
        try:
            yield storyline_md.loads(read_text(path), id=storyline_md.id_of(path.name))
        except MalformedCopy as fault:
            findings += _unreadable(name, fault)


def _briefings(root: Path, findings: list[Finding], cache: Cache | None) -> Iterator[tuple[str, Briefing]]:
    """Yield path and briefing of every file that can be loaded; a slug that a second file claims is a finding."""
    texts: dict[str, str] = {}
    for path in _files(root / FOLDER, findings):
        name = f"{FOLDER}/{path}"
        if not _NAME.fullmatch(path):
            message = (
                "a briefing is called YYYY/MM/DD-slug.md, the slug in small letters, digits and hyphens; rename it"
            )
            findings.append(Finding(path=name, code="FILE001", message=message, severity=Severity.ERROR))
            continue
        try:
            texts[name] = read_text(root / name)
        except MalformedCopy as fault:
            findings += _unreadable(name, fault)
    first: dict[Slug, str] = {}
    for name, briefing in _loaded(texts, findings, cache):
        before = first.setdefault(briefing.slug, name)
        if before != name:
            message = f'slug "{briefing.slug}" is already that of {before}; rename this file'
            findings.append(Finding(path=name, code="FILE002", message=message, severity=Severity.ERROR))
            continue
        yield name, briefing


def _files(folder: Path, findings: list[Finding]) -> Iterator[str]:
    """Yield the Markdown files below the folder where a briefing may stand; what only looks like one is a finding."""

    def unlisted(fault: OSError) -> None:
        name = Path(fault.filename).relative_to(folder).as_posix()
        findings.append(_no_file(name, f"it cannot be looked into ({fault.strerror}); check your rights"))

    for directory, folders, files in os.walk(folder, followlinks=False, onerror=unlisted):
        below = Path(directory).relative_to(folder).as_posix()
        folders[:] = sorted(name for name in folders if below != "." or name[:1].isdigit())
        if below != "." and not below[:4].isdigit():
            folders.clear()
            continue
        for name in folders + sorted(files if below != "." else ()):
            named_as_a_file = name.endswith(_ENDING) and not name.startswith(".")
            if name not in folders and not named_as_a_file:
                continue
            words = _what_else(Path(directory, name), named_as_a_file=named_as_a_file)
            if words:
                findings.append(_no_file(f"{below}/{name}", words))
            elif name not in folders:
                yield f"{below}/{name}"


def _what_else(path: Path, *, named_as_a_file: bool) -> str | None:
    """Return what stands in the place of a file or a folder of the archive, if it is neither."""
    if path.is_symlink():
        # What it leads to is not in git.
        return "a link, and links are not followed; put there what it leads to"
    if named_as_a_file and path.is_dir():
        return "a folder with the name of a file; rename it"
    return None if path.is_dir() or path.is_file() else "a device or a pipe, and not read; remove it"


def _no_file(name: str, words: str) -> Finding:
    path = f"{FOLDER}/{name.removeprefix('./')}"
    return Finding(path=path, code="FILE004", message=words, severity=Severity.ERROR)


def _loaded(texts: Mapping[str, str], findings: list[Finding], cache: Cache | None) -> Iterator[tuple[str, Briefing]]:
    keys = {
        name: hashlib.sha256(f"{_FORMAT}\0{slug_of(name)}\0{text}".encode()).hexdigest() for name, text in texts.items()
    }
    known = cache.get_many(keys.values()) if cache else {}
    fresh: dict[str, bytes] = {}
    for name, text in texts.items():
        briefing = _remembered(known.get(keys[name]))
        if briefing is None:
            try:
                briefing = briefing_md.loads(text, slug=slug_of(name))
            except MalformedCopy as fault:
                findings += _unreadable(name, fault)
                continue
            fresh[keys[name]] = _LOADED.dump_json(briefing, exclude_none=True)
        yield name, briefing
    if cache and fresh:
        cache.put_many(fresh.items())


def _remembered(data: bytes | None) -> Briefing | None:
    try:
        return _LOADED.validate_json(data) if data else None
    except ValidationError:
        return None


def storyline_path(storyline: StorylineId) -> str:
    """Return the path of a storyline's file, relative to the archive's root."""
    return f"{FOLDER}/{STORYLINES}/{storyline}.md"


def slug_of(path: str) -> Slug:
    """Return the slug that a file's name gives: ``22/08-geneva-talks.md`` is ``geneva-talks``."""
    return Slug(path.rpartition("/")[2].removesuffix(".md")[3:])


def _unreadable(name: str, fault: MalformedCopy) -> Iterator[Finding]:
    for one in (fault, *fault.others):
        yield Finding(path=name, line=one.line, code=one.code, message=one.reason, severity=Severity.ERROR)
