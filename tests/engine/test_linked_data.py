"""What machines find in the head of a page that was really built."""

from __future__ import annotations

import json
from pathlib import Path

import lxml.html

from tests.engine.conftest import Run
from tests.unit.press.schema_org import faults

PAGE = "2025/03/10-harbour-council-puts-off-its-vote-on-the-tide-gate/"


def test_the_block_is_json_and_names_the_page_as_its_canonical_link_does(
    run: Run, archive: Path, article: Path, tmp_path: Path
) -> None:
    settings = archive / "mkdocs.yml"
    settings.write_text("site_url: https://example.org/a/b/\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    run("ingest", article, "--outlet", "Example Courier")
    assert run("build", "--site", tmp_path / "site").returncode == 0
    head = lxml.html.fromstring((tmp_path / "site" / PAGE / "index.html").read_bytes()).find("head")
    (block,) = head.xpath("script[@type='application/ld+json']")
    (canonical,) = head.xpath("link[@rel='canonical']/@href")
    data = json.loads(block.text)
    assert data["headline"] == "Harbour council puts off its vote on the tide gate"
    assert data["@type"] == "BackgroundNewsArticle"
    assert [one["headline"] for one in data["citation"]] == ["Harbour council asks for a tide gate"]
    assert data["url"] == data["mainEntityOfPage"] == canonical == f"https://example.org/a/b/{PAGE}"
    named = {one.get("name"): one.get("content") for one in head.xpath("meta[@name]")}
    assert named["citation_title"] == named["DC.title"] == data["headline"]
    assert named["citation_author"] == named["DC.creator"] == "Nell Harding"
    assert named["citation_public_url"] == named["DC.identifier"] == canonical
    assert [*faults(data)] == []
    told = {one.get("property"): one.get("content") for one in head.xpath("meta[@property]")}
    assert told["og:locale"] == "en_US"
    assert told["article:published_time"] == data["datePublished"]


def test_other_pages_and_what_was_withdrawn_have_no_such_head(run: Run, archive: Path, tmp_path: Path) -> None:
    path = archive / "briefings" / "2024" / "03" / "12-tide-gate-wanted.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("date:", "status: withdrawn\nreason: Wrong.\ndate:", 1),
        encoding="utf-8",
    )
    assert run("build", "--site", tmp_path / "site").returncode == 0
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "site").rglob("*.html")]
    assert any("Wrong." in page for page in pages)
    assert not [
        page
        for page in pages
        if "ld+json" in page or 'name="citation_' in page or 'name="DC.' in page or "article:" in page
    ]
