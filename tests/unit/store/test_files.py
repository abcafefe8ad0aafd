"""A file is there whole, or as it was."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from builder.errors import MalformedCopy
from builder.store import files


def test_text_comes_with_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("ü\r\nb\rc\n".encode())
    assert files.read_text(tmp_path / "a") == "ü\r\nb\rc\n"


def test_what_is_no_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a\nb\nK\xf6ln\n")
    with pytest.raises(MalformedCopy, match="not UTF-8; save the file as UTF-8") as fault:
        files.read_text(tmp_path / "a")
    assert (fault.value.line, fault.value.code) == (3, "FM001")


def test_a_file_is_made_with_its_folders(tmp_path: Path) -> None:
    assert files.write(tmp_path / "a" / "b.md", b"x")
    assert (tmp_path / "a" / "b.md").read_bytes() == b"x"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.md"]


def test_a_file_that_is_as_it_should_be_keeps_its_time(tmp_path: Path) -> None:
    path = tmp_path / "a"
    files.write(path, b"x")
    os.utime(path, (1, 1))
    assert not files.write(path, b"x")
    assert path.stat().st_mtime == 1
    assert files.write(path, b"y")
    assert path.read_bytes() == b"y"


def test_others_may_read_what_the_umask_lets_them(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        files.write(tmp_path / "a", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_link_is_replaced_and_what_it_points_at_stays(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "other")
    assert files.write(tmp_path / "link", b"x")
    assert files.write(tmp_path / "link", b"y")
    assert not (tmp_path / "link").is_symlink()
    assert (tmp_path / "other").read_bytes() == b"x"


def full(*_: Any, **__: Any) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def stopped(*_: Any, **__: Any) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("fails", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize(("fault", "kind"), [(full, OSError), (stopped, KeyboardInterrupt)])
def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str, fault: Any, kind: type[BaseException]
) -> None:
    path = tmp_path / "a.md"
    files.write(path, b"old")
    monkeypatch.setattr(os, fails, fault)
    with pytest.raises(kind):
        files.write(path, b"new")
    with pytest.raises(kind):
        files.write(tmp_path / "b.md", b"new")
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_the_content_is_on_the_disk_before_it_has_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (done.append("fsync"), fsync(handle)))
    monkeypatch.setattr(os, "replace", lambda old, new: (done.append("replace"), replace(old, new)))
    files.write(tmp_path / "a", b"x")
    assert done == ["fsync", "replace"]


def test_files_are_written_all_together(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in "abc"]
    for path in paths:
        path.write_bytes(b"old")
    files.write_all(dict.fromkeys(paths, b"new"))
    assert [path.read_bytes() for path in paths] == [b"new"] * 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c"]


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_files_are_all_as_they_were_when_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    paths = [tmp_path / name for name in "abc"]
    for path in paths:
        path.write_bytes(path.name.encode())
    calls = []

    def failing(real: Any) -> Any:
        def call(*arguments: Any) -> Any:
            calls.append(arguments)
            if len(calls) == 2:
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*arguments)

        return call

    if fails == "fsync":
        monkeypatch.setattr(os, "fsync", failing(os.fsync))
    else:
        monkeypatch.setattr(Path, "replace", failing(Path.replace))
    with pytest.raises(OSError, match="No space"):
        files.write_all(dict.fromkeys(paths, b"new"))
    assert [path.read_bytes() for path in paths] == [b"a", b"b", b"c"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c"]
