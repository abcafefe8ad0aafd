"""`make site` works on a copy that follows its sources, and leaves alone what has not changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import sample

Tree = dict[str, str]

ARCHIVE: Tree = {
    "briefings/1957/10/04-sputnik.md": "beep",
    "briefings/tags.yml": "{}",
    "builder/engine/hook.py": "hook",
    "inbox/telegram one.txt": "stop",
    "mkdocs.yml": "theme: material",
    "overrides/main.html": "<p>",
    "requirements/runtime.txt": "mkdocs==1",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return plant(tmp_path / "checkout", ARCHIVE)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    sample.renew(root, copy)
    sample.follow(root, copy)
    return copy


def plant(folder: Path, tree: Tree) -> Path:
    for name, text in tree.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def tree_of(folder: Path) -> Tree:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_copy_is_a_whole_archive_and_its_inbox(copy: Path) -> None:
    assert tree_of(copy) == {name: text for name, text in ARCHIVE.items() if not name.startswith("requirements")}


def test_a_new_copy_forgets_what_was_read_from_the_inbox_but_not_what_the_build_remembers(
    root: Path, copy: Path
) -> None:
    plant(copy, {"briefings/1973/09/27-read.md": "", ".briefings/base/read.md": "", "build/cache/page": "html"})
    sample.renew(root, copy)
    sample.follow(root, copy)
    assert set(tree_of(copy)) == {name for name in ARCHIVE if not name.startswith("requirements")} | {
        "build/cache/page"
    }


def test_a_run_that_was_broken_off_is_not_taken_for_a_finished_one(root: Path, copy: Path) -> None:
    plant(copy, {sample.STAMP: sample.key_of(root)})
    sample.renew(root, copy)
    assert not (copy / sample.STAMP).exists()


def test_templates_are_followed_and_only_changed_files_are_touched(root: Path, copy: Path) -> None:
    plant(copy, {"overrides/gone.html": ""})
    before = (copy / "overrides/main.html").stat().st_mtime_ns
    sample.follow(root, copy)
    assert (copy / "overrides/main.html").stat().st_mtime_ns == before
    assert not (copy / "overrides/gone.html").exists()
    plant(root, {"overrides/main.html": "<h1>"})
    sample.follow(root, copy)
    assert (copy / "overrides/main.html").read_text(encoding="utf-8") == "<h1>"


@pytest.mark.parametrize("name", ["briefings/tags.yml", "inbox/telegram one.txt", "builder/engine/hook.py"])
def test_what_decides_the_reading_of_the_inbox_changes_the_key(root: Path, name: str) -> None:
    before = sample.key_of(root)
    plant(root, {name: "changed"})
    assert sample.key_of(root) != before


def test_a_file_taken_away_changes_the_key(root: Path) -> None:
    before = sample.key_of(root)
    (root / "inbox/telegram one.txt").unlink()
    assert sample.key_of(root) != before


def test_times_templates_and_leftovers_do_not_change_the_key(root: Path) -> None:
    before = sample.key_of(root)
    (root / "mkdocs.yml").touch()
    plant(root, {"overrides/main.html": "<h1>", "builder/__pycache__/hook.pyc": "", "inbox/.DS_Store": ""})
    assert sample.key_of(root) == before
