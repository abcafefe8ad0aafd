"""Staged pages through MkDocs: shard by shard, as the whole, and past pages that cannot be rendered."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import psutil
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from builder.engine import shards
from builder.engine.assets import assets
from builder.engine.shards import Rendered, deal, render
from builder.errors import EngineFailed
from builder.findings import Finding

ROOT = Path(__file__).resolve().parents[2]
HOOK = ROOT / "builder" / "engine" / "hook.py"

SETTINGS = f"""\
site_name: Archive
docs_dir: briefings
theme: {{name: null, custom_dir: theme, static_templates: [404.html], language: en}}
plugins: []
hooks: [{HOOK}]
markdown_extensions: [tables, footnotes, toc, tests_trap]
nav: [{{Home: ./}}]
validation: {{nav: {{not_found: ignore}}}}
"""
TEMPLATE = """\
<title>{{ page.meta.title | e }}</title><a href="{{ 'assets/a.css' | url }}">
{%- if page.meta.divide %}{{ 1 // 0 }}{% endif -%}
{{ page.previous_page }}{{ page.next_page }}{{ page.edit_url }}{{ nav | length }}<main>{{ page.content }}</main>
"""
# A page that says so kills its worker, or sleeps in it: no Python of ours gets to run, and no CPU time passes.
TRAP = """\
import os, time
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

class Trap(Preprocessor):
    def run(self, lines):
        if "DIE" in lines:
            os._exit(9)
        if "HANG" in lines:
            time.sleep(600)
        if "RAISE" in lines:
            raise ValueError("asked to")
        return lines

class TrapExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Trap(md), "trap", 100)

def makeExtension(**_):
    return TrapExtension()
"""


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a small archive with a bare theme, and return its settings file."""
    (tmp_path / "briefings").mkdir()
    (tmp_path / "theme" / "assets").mkdir(parents=True)
    (tmp_path / "theme" / "main.html").write_text(TEMPLATE)
    (tmp_path / "theme" / "assets" / "a.css").write_text("p {}")
    (tmp_path / "theme" / "404.html").write_text("not found")
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "tests_trap.py").write_text(TRAP)
    monkeypatch.syspath_prepend(str(tmp_path / "lib"))
    config = tmp_path / "mkdocs.yml"
    config.write_text(SETTINGS)
    return config


def _staged(path: str, body: str, **meta: object) -> tuple[str, bytes]:
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in {"title": path, **meta}.items())
    return path, f"---\n{front}---\n{body}\n".encode()


def _many(count: int) -> list[tuple[str, bytes]]:
    return [
        _staged(
            f"19{62 + number % 3}/{number % 12 + 1:02}/08-story-{number}.md",
            f"# Story {number}\n\nText *{number}*[^1] [x](../../07/08-y/) [file](08-story-0.md) <b onclick=x>b</b>\n\n"
            f"- a\n\n    - b\n\n## Details\n\n| a |\n|---|\n| {number} |\n\n[^1]: Note.",
        )
        for number in range(count)
    ]


def _sorted(results: Iterator[Rendered | Finding]) -> tuple[dict[str, bytes], list[Finding]]:
    pages: dict[str, bytes] = {}
    findings = []
    for result in results:
        if isinstance(result, Rendered):
            assert result.path not in pages
            pages[result.path] = result.html
        else:
            findings.append(result)
    return pages, findings


def _whole(config_file: Path, pages: list[tuple[str, bytes]], folder: Path) -> dict[str, bytes]:
    """Build the staged pages as `mkdocs build` does, all at once."""
    for path, content in pages:
        place = folder / "docs" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    (folder / "docs" / ".staged").touch()
    build(load_config(str(config_file), docs_dir=str(folder / "docs"), site_dir=str(folder / "site")))
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_both_roads_give_the_same_html_byte_for_byte(archive: Path, tmp_path: Path) -> None:
    pages = [
        *_many(120),
        _staged("index.md", "Home"),
        _staged("tags/geneva/index.md", "Tag"),
        _staged("a.md", "é \U0001f680"),
    ]
    sharded, findings = _sorted(render(pages, config_file=archive, workers=2))
    whole = _whole(archive, pages, tmp_path / "whole")
    assert findings == []
    assert len(sharded) == len(pages)
    assert {**sharded, **dict(assets(archive))} == whole


def test_a_page_does_not_depend_on_the_pages_around_it(archive: Path) -> None:
    pages = _many(90)
    together, _ = _sorted(render(pages, config_file=archive, workers=1))
    backwards, _ = _sorted(render(pages[::-1], config_file=archive, workers=2))
    alone, _ = _sorted(render(pages[17:18], config_file=archive, workers=2))
    assert together == backwards
    assert together.items() >= alone.items()
    assert len(alone) == 1


def test_bodies_are_sanitised_even_where_the_settings_name_no_hook(archive: Path) -> None:
    archive.write_text(SETTINGS.replace(f"hooks: [{HOOK}]", ""))
    pages, _ = _sorted(render([_staged("x.md", "<script>1</script><b onclick=x>b</b>")], config_file=archive))
    assert b"<b>b</b>" in pages["x/index.html"]
    assert b"script" not in pages["x/index.html"]


@pytest.mark.parametrize("word", ["RAISE", "DIE", "HANG"])
def test_a_page_that_cannot_be_rendered_is_left_out_and_named(archive: Path, word: str) -> None:
    bad = _staged("1963/01/05-bad.md", f"Text\n\n{word}\n")
    pages = _many(100)
    pages.insert(10, bad)
    made, findings = _sorted(
        render(pages, config_file=archive, workers=2, patience=(8.0 if word == "HANG" else 300.0, 0.0))
    )
    assert [(finding.path, finding.code) for finding in findings] == [(bad[0], "UNRENDERABLE")]
    assert made == _sorted(render(_many(100), config_file=archive, workers=2))[0]


def test_a_page_that_fails_in_its_template_is_left_out_and_named(archive: Path) -> None:
    pages = [*_many(50), _staged("bad.md", "x", divide=True), _staged("last.md", "y")]
    made, findings = _sorted(render(pages, config_file=archive, workers=1))
    assert [finding.path for finding in findings] == ["bad.md"]
    assert "ZeroDivisionError" in findings[0].message
    assert len(made) == 51


def test_a_broken_template_stops_the_build_and_is_not_taken_for_bad_copy(archive: Path) -> None:
    pages = [_staged(f"{number}.md", "x", divide=True) for number in range(60)]
    with pytest.raises(EngineFailed, match="look at the templates"):
        list(render(pages, config_file=archive, workers=1))


@pytest.mark.parametrize(
    "settings", ["site_name: [", "site_name: T\ntheme: {name: no-such-theme}\n", "theme: {name: null}\n"]
)
def test_settings_that_mkdocs_refuses_are_a_fault_of_the_run(archive: Path, settings: str) -> None:
    archive.write_text(settings)
    with pytest.raises(EngineFailed, match=r"mkdocs\.yml"):
        list(render(_many(3), config_file=archive, workers=1))
    with pytest.raises(EngineFailed, match=r"mkdocs\.yml"):
        list(assets(archive))


def test_any_executor_will_do(archive: Path) -> None:
    made, findings = _sorted(render(_many(5), config_file=archive, executor=ThreadPoolExecutor, workers=1))
    assert len(made) == 5
    assert findings == []


def test_nothing_to_render_starts_nothing(archive: Path) -> None:
    def refuse(_workers: int) -> ThreadPoolExecutor:
        pytest.fail("workers were started")

    assert list(render([], config_file=archive, executor=refuse)) == []


def test_pages_are_read_only_as_they_are_needed(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "LARGEST", 40)
    read = 0

    def pages() -> Iterator[tuple[str, bytes]]:
        nonlocal read
        for page in _many(800):
            read += 1
            yield page

    results = render(pages(), config_file=archive, workers=2)
    next(results)
    assert read == 2 * 2 * 40
    results.close()


def test_shards_are_even_and_no_larger_than_they_may_be() -> None:
    def sizes(count: int, workers: int) -> list[int]:
        return [len(hand) for hand in deal(((str(number), b"") for number in range(count)), workers)]

    assert sizes(0, 2) == []
    assert sizes(3, 8) == [3]
    assert sizes(200, 2) == [100, 100]
    assert sizes(2_500, 2) == [1_000, 1_000, 250, 250]
    assert [path for hand in deal(_many(130), 3) for path, _ in hand] == [path for path, _ in _many(130)]


def test_long_pages_make_small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "HEAVIEST", 100)
    pages = [(str(number), b"x" * length) for number, length in enumerate([40, 60, 1, 300, 20, 20])]
    dealt = list(deal(iter(pages), 1))
    assert [[len(content) for _, content in hand] for hand in dealt] == [[40, 60], [1], [300], [20, 20]]
    assert [page for hand in dealt for page in hand] == pages


def test_a_worker_stays_small(archive: Path) -> None:
    """The promise is 300 MB at any size of archive; a shard is the most that a worker holds."""
    body = "\n\n".join(" ".join(["word"] * 100) for _ in range(5))
    pages = [_staged(f"{number}.md", body) for number in range(shards.LARGEST)]
    most = 0
    me = psutil.Process()
    for result in render(pages, config_file=archive, workers=1):
        if most == 0 and isinstance(result, Rendered):
            # The shard is done; what Python has had for it, it seldom gives back at once.
            most = max(child.memory_info().rss for child in me.children(recursive=True))
    assert 0 < most < 300_000_000


def test_plain_mkdocs_stages_the_archive_and_leaves_the_sitemap_to_it(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged_from: list[Path] = []

    def stage(root: Path, *, drafts: bool) -> Path:
        assert not drafts
        staged_from.append(root)
        folder = root / "build" / "docs"
        folder.mkdir(parents=True)
        (folder / "index.md").write_bytes(_staged("index.md", "Staged")[1])
        (folder / "bad.md").write_bytes(_staged("bad.md", "RAISE")[1])
        (folder / "sitemap.xml").write_text("ours")
        return folder

    pipeline = ModuleType("builder.pipeline.site")
    pipeline.stage = stage  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "builder.pipeline.site", pipeline)
    build(load_config(str(archive), site_dir=str(tmp_path / "site")))
    assert staged_from == [tmp_path]
    assert "Staged" in (tmp_path / "site" / "index.html").read_text()
    assert (tmp_path / "site" / "sitemap.xml").read_text() == "ours"
    assert not (tmp_path / "site" / "sitemap.xml.gz").exists()
    assert not (tmp_path / "site" / "bad").exists()


def test_the_theme_comes_out_once_and_the_same(archive: Path) -> None:
    made = dict(assets(archive))
    assert made["assets/a.css"] == b"p {}"
    assert made["404.html"] == b"not found"
    assert "index.html" not in made
    assert list(made) == sorted(made)
    assert made == dict(assets(archive))


def test_material_renders_without_a_banner(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: T\ndocs_dir: briefings\ntheme: {{name: material, font: false}}\nplugins: []\nhooks: [{HOOK}]\n"
    )
    made, findings = _sorted(render(_many(3), config_file=tmp_path / "mkdocs.yml"))
    assert findings == []
    assert len({hashlib.sha256(html).digest() for html in made.values()}) == 3
    assert not any(name.startswith("assets/") for name, _ in assets(tmp_path / "mkdocs.yml"))
    said = capfd.readouterr()
    assert said.out + said.err == ""
