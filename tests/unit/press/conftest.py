"""Small archives, as files would hold them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from builder.desk.join.ties import resolve
from builder.desk.tags.tagging import Tagger
from builder.formats import briefing_md, outlets_yml, taxonomy_yml
from builder.model.archive import Archive
from builder.model.settings import Settings
from builder.press.edition import Edition
from builder.press.pages import pages

TAGS = """
geneva: {label: {en: Geneva, de: Genf}, kind: place}
hugh-dryden: {label: {en: Hugh Dryden}, aliases: [Dryden], kind: person}
nasa: {label: {en: NASA}, kind: organisation, wikidata: Q23548}
docking: {label: {en: docking}, kind: topic}
"""
OUTLETS = """
desk: {name: The Desk, kind: research}
wire: {name: Wire & Co, kind: agency}
"""


class Made(dict[str, str]):
    """Staged pages by path."""

    def meta(self, path: str) -> dict[str, Any]:
        head = self[path].split("\n---\n", 1)[0].removeprefix("---\n")
        return {key: json.loads(value) for key, value in (line.split(": ", 1) for line in head.splitlines())}

    def archive(self, path: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.meta(path)["archive"]
        return found

    def body(self, path: str) -> str:
        return self[path].split("\n---\n", 1)[1]


@pytest.fixture(scope="session")
def load() -> Callable[[Mapping[str, str]], Archive]:
    """Return an archive of files: path without ``.md`` -> the front matter's further lines, ``---``, the body."""

    def load(files: Mapping[str, str]) -> Archive:
        briefings = []
        for path, text in files.items():
            day, slug = path.replace("/", "-")[:10], path[11:]
            head, _, body = text.partition("---\n")
            title = "" if "title:" in head else f"title: Title of {slug}\n"
            briefings.append(briefing_md.loads(f"---\n{title}date: {day}\n{head}---\n{body}", slug=slug))
        return Archive.of(briefings, taxonomy_yml.loads(TAGS), outlets_yml.loads(OUTLETS))

    return load


@pytest.fixture(scope="session")
def press(load: Callable[[Mapping[str, str]], Archive]) -> Callable[..., Made]:
    """Return every staged page of an archive of files."""

    def press(files: Mapping[str, str], **settings: Any) -> Made:
        wanted = Settings(**settings)
        archive = load(files)
        ties = resolve(archive.published(drafts=wanted.drafts), Tagger(archive.taxonomy))
        return Made((page.path, page.text) for page in pages(Edition.of(archive, ties, wanted)))

    return press
