"""One more briefing changes the staged bytes of few other pages: those that speak of the same things, and its lists."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from builder.model.address import stem
from builder.model.archive import Archive
from builder.pipeline import archive
from builder.press.edition import Edition
from builder.press.pages import pages
from builder.store.shelf import Shelf
from tools.bench import generator

ROOT = Path(__file__).resolve().parents[2]
MANY = 300
PER_PAGE = 16
"""Few, so that lists of three hundred have as many pages as those of a thousand."""
MOST_LISTS, MOST_BRIEFINGS = 41, 30
"""Pages of lists and timelines, and pages of briefings: among three hundred many speak of the same things."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    root = tmp_path_factory.mktemp("archive")
    for path, text in generator.archive(MANY, seed=3, sample=ROOT / "briefings"):
        (root / "briefings" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "briefings" / path).write_text(text, encoding="utf-8")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return archive.load(root)


def staged(shelf: Shelf, whole: Archive) -> Mapping[str, str]:
    edition = Edition.of(whole, archive.ties_of(whole), replace(shelf.settings, per_page=PER_PAGE))
    return {page.path: hashlib.sha256(page.text.encode()).hexdigest() for page in pages(edition)}


@pytest.mark.parametrize("place", [MANY // 4, MANY - 1], ids=["of an old day", "of the latest day"])
def test_a_newcomer_changes_few_pages_beside_its_own(shelf: Shelf, place: int) -> None:
    newcomer = shelf.archive.briefings[place]
    before = staged(shelf, shelf.archive.without({newcomer.slug}))
    after = staged(shelf, shelf.archive)
    own = f"{stem(newcomer)}.md"
    assert own in after
    changed = [path for path in before.keys() | after.keys() if path != own and before.get(path) != after.get(path)]
    kinds = Counter("briefing" if re.match(r"\d{4}/\d\d/\d\d-", path) else path.split("/")[0] for path in changed)
    assert sum(kinds.values()) - kinds["briefing"] <= MOST_LISTS, kinds
    assert 0 < kinds["briefing"] <= MOST_BRIEFINGS, kinds
