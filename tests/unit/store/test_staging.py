"""The staging folder holds what it should, and only that."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builder.store import staging


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_folder_holds_these_files_and_no_others(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    staging.stage([("1962/06/08-a.md", b"a"), ("index.md", b"i"), ("tags/x/index.md", b"x")], folder)
    staging.stage([("1962/06/08-a.md", b"a"), ("index.md", b"j")], folder)
    assert tree(folder) == {"1962/06/08-a.md": b"a", "index.md": b"j", staging.MARK: b""}
    assert not (folder / "tags").exists()


def test_a_file_that_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    staging.stage([("a.md", b"a"), ("b.md", b"b")], tmp_path)
    for name in ("a.md", "b.md"):
        os.utime(tmp_path / name, (1, 1))
    staging.stage([("a.md", b"a"), ("b.md", b"c")], tmp_path)
    assert (tmp_path / "a.md").stat().st_mtime == 1
    assert (tmp_path / "b.md").stat().st_mtime != 1


def test_a_link_that_strayed_in_goes_and_its_target_stays(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.md").write_text("x")
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "link").symlink_to(outside, target_is_directory=True)
    staging.stage([("a.md", b"a")], folder)
    assert tree(folder) == {"a.md": b"a", staging.MARK: b""}
    assert (outside / "kept.md").exists()


@pytest.mark.parametrize("name", ["a.png", "deep/b.JPG", "c.webp", "d.avif", "e.gif", "f.jpeg"])
def test_pictures_become_files_of_the_site(tmp_path: Path, name: str) -> None:
    path = tmp_path / "briefings" / "media" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"p")
    assert list(staging.media(tmp_path)) == [(f"media/{name}", b"p")]


def test_what_could_run_is_no_picture(tmp_path: Path) -> None:
    folder = tmp_path / "briefings" / "media"
    folder.mkdir(parents=True)
    for name in ("a.svg", "b.html", "c.js", "d.png.html", "e"):
        (folder / name).write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"s")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    assert list(staging.media(tmp_path)) == []


def test_an_archive_without_pictures_has_none(tmp_path: Path) -> None:
    assert list(staging.media(tmp_path)) == []
