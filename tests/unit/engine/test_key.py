"""The key of a rendered page changes with everything that makes it, and with nothing else."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest

from builder.engine import key
from builder.engine.key import engine_key


@pytest.fixture
def config_file(tmp_path: Path) -> Path:
    (tmp_path / "overrides" / "partials").mkdir(parents=True)
    (tmp_path / "overrides" / "partials" / "a.html").write_text("a")
    (tmp_path / "briefings").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: T")
    return tmp_path / "mkdocs.yml"


def test_the_same_inputs_have_the_same_key_wherever_they_lie(config_file: Path, tmp_path: Path) -> None:
    before = engine_key(config_file)
    (config_file.parent / "briefings" / "x.md").write_text("copy is in the page's own part of the key")
    assert engine_key(config_file) == before
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    (config_file.parent / "overrides").rename(moved / "overrides")
    config_file.rename(moved / "mkdocs.yml")
    assert engine_key(moved / "mkdocs.yml") == before


def test_settings_templates_their_names_and_versions_change_it(
    config_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {engine_key(config_file)}

    def differs() -> bool:
        before = len(seen)
        seen.add(engine_key(config_file))
        return len(seen) > before

    config_file.write_text("site_name: U")
    assert differs()
    template = config_file.parent / "overrides" / "partials" / "a.html"
    template.write_text("b")
    assert differs()
    template.rename(config_file.parent / "overrides" / "a.html")
    assert differs()
    with monkeypatch.context() as patched:
        patched.setattr(importlib.metadata, "version", lambda name: "9.9" if name == "nh3" else "1.0")
        assert differs()
    monkeypatch.setattr(key, "_ROOMS", ("engine", "formats"))
    assert differs()
