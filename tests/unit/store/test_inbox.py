"""Inputs are found in one order, read within bounds, and left where they are."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from builder.errors import UnreadableInput
from builder.store import inbox


def test_folders_are_read_whole_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden", "sub/z.txt", "sub/deep/y.txt", ".git/config", "Ä.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    alone = tmp_path / "sub" / "z.txt"
    found = list(inbox.gather([str(alone), str(tmp_path), "-"]))
    assert [i.name.removeprefix(tmp_path.as_posix() + "/") for i in found] == [
        "sub/z.txt", "a.html", "b.txt", "Ä.txt", "sub/z.txt", "sub/deep/y.txt", "standard input",
    ]  # fmt: skip
    assert [i.read() for i in found[:-1]].count(b"sub/z.txt") == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["b.txt", "a.html", ".hidden", "sub", ".git", "Ä.txt"])


def test_a_missing_input_says_what_to_do(tmp_path: Path) -> None:
    (found,) = inbox.gather([str(tmp_path / "none.txt")])
    with pytest.raises(UnreadableInput, match="it cannot be opened: No such file or directory; check the path"):
        found.read()


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"\xffa")))
    (found,) = inbox.gather(["-"])
    assert (found.name, found.path, found.read()) == ("standard input", None, b"\xffa")


@pytest.mark.parametrize("where", ["file", "standard input"])
def test_what_is_too_large_is_refused_and_not_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setattr(inbox, "LARGEST", 10)
    for size in (10, 11):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"x" * size)))
        (tmp_path / "a").write_bytes(b"x" * size)
        found = inbox.Input(name="a", path=tmp_path / "a" if where == "file" else None)
        if size == 10:
            assert len(found.read()) == 10
        else:
            with pytest.raises(UnreadableInput, match="it is larger than 0 MB; save the article alone"):
                found.read()
