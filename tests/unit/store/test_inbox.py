"""Inputs are found in one order, read within bounds, and left where they are."""

from __future__ import annotations

import io
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from builder.errors import UnreadableInput
from builder.store import inbox


def contents(one: inbox.Input) -> bytes:
    with one.opened() as stream:
        return stream.read()


def test_folders_are_read_whole_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden", "sub/z.txt", "sub/deep/y.txt", ".git/config", "Ä.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    alone = tmp_path / "sub" / "z.txt"
    found = list(inbox.gather([str(alone), str(tmp_path), "-"]))
    assert [i.name.removeprefix(tmp_path.as_posix() + "/") for i in found] == [
        "sub/z.txt", "a.html", "b.txt", "Ä.txt", "sub/z.txt", "sub/deep/y.txt", "standard input",
    ]  # fmt: skip
    assert [contents(i) for i in found[:-1]].count(b"sub/z.txt") == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["b.txt", "a.html", ".hidden", "sub", ".git", "Ä.txt"])


def test_a_missing_input_says_what_to_do(tmp_path: Path) -> None:
    (found,) = inbox.gather([str(tmp_path / "none.txt")])
    with pytest.raises(UnreadableInput, match="it cannot be opened: No such file or directory; check the path"):
        contents(found)


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"\xffa")))
    (found,) = inbox.gather(["-"])
    assert (found.name, found.path, contents(found)) == ("standard input", None, b"\xffa")


def test_a_pattern_is_read_as_the_shell_reads_it_and_a_file_by_that_name_comes_first(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.html", "sub/d.txt", "[x].txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    def named(pattern: str) -> list[str]:
        return [i.name.removeprefix(f"{tmp_path}/") for i in inbox.gather([f"{tmp_path}/{pattern}"])]

    assert named("*.txt") == ["[x].txt", "a.txt", "b.txt"]
    assert named("**/*.txt") == ["[x].txt", "a.txt", "b.txt", "sub/d.txt"]
    assert named("[x].txt") == ["[x].txt"]


def test_what_arrives_is_taken_once_it_is_no_longer_being_written(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text("first")
    looks = inbox.arrivals(tmp_path, every=0.05)
    assert next(looks) == (f"{tmp_path}/first.txt",)
    growing = tmp_path / "growing.txt"
    growing.write_text("a")
    writer = threading.Thread(target=_keep_writing, args=(growing,))
    writer.start()
    assert next(looks) == (str(growing),)
    assert growing.read_text() == "a" * 11
    writer.join()
    (tmp_path / "first.txt").write_text("first, corrected")
    assert next(looks) == (f"{tmp_path}/first.txt",)


def _keep_writing(path: Path) -> None:
    for _ in range(10):
        time.sleep(0.01)
        with path.open("a") as file:
            file.write("a")


def test_a_link_that_leads_out_of_a_folder_is_refused_and_one_within_it_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (tmp_path / "secret").write_text("secret")
    (folder / "a.txt").write_text("a")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    (folder / "c.txt").symlink_to(tmp_path / "secret")
    first, second, third = inbox.gather([str(folder)])
    assert [contents(first), contents(second)] == [b"a", b"a"]
    with pytest.raises(UnreadableInput, match="a link that leads out of the folder; name the file itself"):
        contents(third)


def test_a_name_longer_than_a_file_can_have_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    first, second = inbox.gather([str(tmp_path / ("x" * 5_000)), str(tmp_path / "a.txt")])
    with pytest.raises(UnreadableInput, match="it cannot be opened: File name too long"):
        contents(first)
    assert contents(second) == b"a"


def test_links_to_nothing_and_in_circles_are_refused_and_the_next_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").symlink_to("gone")
    (folder / "b.txt").symlink_to("c.txt")
    (folder / "c.txt").symlink_to("b.txt")
    (folder / "d.txt").write_text("d")
    dead, *circle, last = inbox.gather([str(folder)])
    with pytest.raises(UnreadableInput, match="it is a link to nothing"):
        contents(dead)
    for one in (*circle, *inbox.gather([str(folder / "b.txt")])):
        with pytest.raises(UnreadableInput, match=r"it is a link to nothing|symbolic links"):
            contents(one)
    assert contents(last) == b"d"
