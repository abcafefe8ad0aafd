"""What the hook does for `mkdocs build` and `mkdocs serve`, apart from rendering."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from unittest.mock import Mock

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import get_toc

from builder.engine import hook


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "briefings").mkdir()
    made = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    made.load_dict({"site_name": "T", "plugins": [], "docs_dir": "briefings"})
    made.validate()
    return made


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mock:
    pipeline = ModuleType("builder.pipeline.site")
    mock = Mock(return_value=tmp_path / "build" / "docs")
    pipeline.stage = mock  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "builder.pipeline.site", pipeline)
    return mock


def test_an_archive_is_staged_from_the_folder_of_its_settings(
    config: MkDocsConfig, stage: Mock, tmp_path: Path
) -> None:
    hook.on_config(config)
    assert stage.call_args.args == (tmp_path,)
    assert config.docs_dir == str(tmp_path / "build" / "docs")


def test_what_is_staged_is_not_staged_again(config: MkDocsConfig, stage: Mock) -> None:
    Path(config.docs_dir, hook.STAGED_MARK).touch()
    hook.on_config(config)
    assert not stage.called


def test_without_a_nav_none_is_made_of_the_pages(config: MkDocsConfig, stage: Mock) -> None:
    assert hook.on_config(config).nav == []
    config.nav = [{"Home": "./"}]
    assert hook.on_config(config).nav == [{"Home": "./"}]
    assert stage.called


def test_serve_watches_the_archive_and_not_what_is_staged(config: MkDocsConfig, stage: Mock, tmp_path: Path) -> None:
    hook.on_config(config)
    server = Mock()
    hook.on_serve(server, config, builder=None)
    server.unwatch.assert_called_once_with(str(stage.return_value))
    server.watch.assert_called_once_with(str(tmp_path / "briefings"))


def test_the_table_of_contents_follows_ids_that_sanitising_changes() -> None:
    toc = get_toc([{"level": 2, "id": "__search", "name": "S", "children": []}])
    html = hook.on_page_content('<h2 id="__search" onclick="x">S</h2>', Mock(toc=toc))
    assert html == '<h2 id="text-__search">S</h2>'
    assert [heading.url for heading in toc] == ["#text-__search"]
