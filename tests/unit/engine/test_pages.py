"""A page is read, rendered and bounded by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from builder.engine import pages
from builder.engine.cpu_time import TookTooLong
from builder.engine.pages import BoundedPage, bound, faulty

Paged = Callable[[str | bytes], BoundedPage]


@pytest.fixture
def paged(tmp_path: Path) -> Paged:
    """Return a function that stages a page and renders it."""
    config = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    docs = tmp_path / "docs"
    docs.mkdir()
    config.load_dict(
        {"site_name": "T", "plugins": [], "docs_dir": str(docs), "edit_uri": "edit/", "repo_url": "https://x.example/r"}
    )
    config.validate()

    def page(content: str | bytes) -> BoundedPage:
        (docs / "x.md").write_bytes(content.encode() if isinstance(content, str) else content)
        files = Files([File("x.md", str(docs), str(tmp_path / "site"), use_directory_urls=True)])
        files.append(File("y.md", str(docs), str(tmp_path / "site"), use_directory_urls=True))
        bound(files, config)
        made = next(iter(files)).page
        assert isinstance(made, BoundedPage)
        made.read_source(config)
        made.render(config, files)
        return made

    return page


def test_front_matter_is_one_json_value_to_a_key(paged: Paged) -> None:
    page = paged(
        '---\ntitle: "A: \\"b\\" \\ud83d\\ude80"\narchive: {"kind": "briefing", "n": [1, null]}\n---\n\nBody *b*.\n'
    )
    assert page.meta == {"title": 'A: "b" 🚀', "archive": {"kind": "briefing", "n": [1, None]}}
    assert page.content == "<p>Body <em>b</em>.</p>"
    assert page.title == 'A: "b" 🚀'


def test_other_front_matter_is_read_as_mkdocs_reads_it(paged: Paged) -> None:
    assert paged("---\ntitle: Plain words\ntags:\n  - a\n---\nBody\n").meta == {"title": "Plain words", "tags": ["a"]}
    assert paged("No front matter\n").meta == {}


@pytest.mark.parametrize(
    "content", ["---\ntitle: [\n---\nBody\n", "---\n{{ x }}: }\n---\nBody", b"---\ntitle: 1\n---\n\xff\xfe"]
)
def test_broken_front_matter_or_text_is_a_fault_and_never_a_page(paged: Paged, content: str | bytes) -> None:
    page = paged(content)
    assert page.fault is not None
    assert page.content == ""


def test_a_link_is_left_as_the_press_wrote_it(paged: Paged) -> None:
    page = paged("[same folder](y.md) [final](../../06/08-x/) ![m](../../../media/m.png)")
    assert 'href="y.md"' in (page.content or "")
    assert 'href="../../06/08-x/"' in (page.content or "")


def test_a_link_that_is_no_url_stops_nothing(paged: Paged) -> None:
    """MkDocs' own rendering raises ValueError at it, and ends the build (mkdocs#3939)."""
    assert paged("[a](http://[) b").fault is None


def test_whatever_an_extension_raises_is_a_fault_of_the_page(paged: Paged, monkeypatch: pytest.MonkeyPatch) -> None:
    for raised in (ValueError("of the\nbody"), KeyError("k"), AssertionError()):
        monkeypatch.setattr(pages.Bodies, "html", Mock(side_effect=raised))
        page = paged("x")
        assert (page.fault or "").startswith(f"MkDocs stumbles over its text ({type(raised).__name__}:")
        assert page.content == ""


def test_what_nests_too_deep_is_told_in_plain_words(paged: Paged) -> None:
    for deep in ("- " * 1000 + "x", "1. " * 1000 + "x"):
        page = paged(deep)
        assert (page.fault or "").startswith("lists, quotations or brackets stand too deep within each other; flatten")
        assert "Error" not in (page.fault or "")


def test_a_page_offers_no_edit_of_what_was_staged(paged: Paged) -> None:
    assert paged("x").edit_url is None


def test_a_page_that_takes_too_long_is_a_fault(paged: Paged, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_self: object, _text: str) -> tuple[str, list[object]]:
        while True:
            # As an extension would that swallows whatever is raised in it.
            try:
                for _ in range(10_000_000):
                    pass
            except TookTooLong:
                if time.process_time() > rings.pop():
                    raise

    rings = [time.process_time() + 60, time.process_time()]
    monkeypatch.setattr(pages, "SECONDS", 0.2)
    monkeypatch.setattr(pages.Bodies, "html", slow)
    assert "more than 0.2 s of CPU time went into its text; take out brackets" in (paged("x").fault or "")


def test_files_with_a_fault_are_told_with_the_reason(paged: Paged) -> None:
    page = paged("---\ntitle: [\n---\n")
    assert [(file.src_uri, reason) for file, reason in faulty(Files([page.file]))] == [
        ("x.md", "its front matter is broken; briefings check says where")
    ]
