"""A real git merges; here is what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.store.merge import Merged, NoGit, merge

BASE = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n"


def test_both_changes_are_kept() -> None:
    assert merge(BASE.replace("one", "ONE"), BASE, BASE.replace("seven", "SEVEN")) == Merged(
        "ONE\ntwo\nthree\nfour\nfive\nsix\nSEVEN\n", 0
    )


def test_nothing_new_changes_nothing() -> None:
    assert merge("edited\n", BASE, BASE) == Merged("edited\n", 0)


def test_a_conflict_is_marked_and_no_word_is_lost() -> None:
    merged = merge(BASE.replace("four", "mine"), BASE, BASE.replace("four", "theirs"))
    assert merged.conflicts == 1
    assert "<<<<<<< edited\nmine\n" in merged.text
    assert "=======\ntheirs\n>>>>>>> incoming\n" in merged.text


def test_every_conflict_is_counted() -> None:
    change = {"one": "1", "seven": "7"}
    mine, theirs = BASE, BASE
    for word, number in change.items():
        mine, theirs = mine.replace(word, f"my {number}"), theirs.replace(word, f"their {number}")
    assert merge(mine, BASE, theirs).conflicts == 2


def test_windows_line_ends_are_no_change_and_stay() -> None:
    mine = BASE.replace("one", "ONE").replace("\n", "\r\n")
    merged = merge(mine, BASE, BASE.replace("seven", "SEVEN"))
    assert merged == Merged("ONE\r\ntwo\r\nthree\r\nfour\r\nfive\r\nsix\r\nSEVEN\r\n", 0)
    assert merge(mine, BASE, BASE) == Merged(mine, 0)


def test_any_script_and_a_missing_last_line_end_survive() -> None:
    assert merge("Київ\n" + BASE, BASE, BASE + "سلام") == Merged("Київ\n" + BASE + "سلام", 0)


def test_without_git_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoGit, match="git is needed to merge"):
        merge("a\n", "b\n", "c\n")


def test_a_git_that_fails_is_no_merge(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\necho broken >&2\nexit 255\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoGit, match="git merge-file failed: broken"):
        merge("a\n", "b\n", "c\n")
