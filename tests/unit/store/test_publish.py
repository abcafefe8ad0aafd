"""The public folder is replaced whole, or not at all."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.store import publish as publish_module
from builder.store.publish import MARK, RefusedToPublish, edition, files_below, publish

FIRST = {"index.html": b"home", "1962/06/08-x/index.html": b"x", "a.css": b"p {}"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture(params=["one step", "two steps"])
def _steps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two steps":
        monkeypatch.setattr(publish_module, "exchange", lambda _one, _other: False)


def _read(site: Path) -> dict[str, bytes]:
    return {name: content for name, content in files_below(site) if name != MARK}


def _alone(site: Path) -> bool:
    return [path.name for path in site.parent.iterdir()] == [site.name]


@pytest.mark.usefixtures("_steps")
def test_the_folder_holds_the_last_edition_and_nothing_else(site: Path) -> None:
    done = publish(FIRST.items(), site)
    assert (done.files, done.written, done.removed, done.replaced) == (3, 3, 0, True)
    assert _read(site) == FIRST
    second = {"index.html": b"new home", "a.css": b"p {}", "1963/index.html": b"y"}
    done = publish(second.items(), site)
    assert (done.files, done.written, done.removed, done.replaced) == (3, 2, 1, True)
    assert _read(site) == second
    assert _alone(site)


def test_an_equal_edition_leaves_everything_untouched(site: Path) -> None:
    publish(FIRST.items(), site)
    before = {path: _touched(path) for path in [site, *site.rglob("*")]}
    done = publish(reversed(FIRST.items()), site)
    assert (done.written, done.replaced) == (0, False)
    assert {path: _touched(path) for path in [site, *site.rglob("*")]} == before


def _touched(path: Path) -> tuple[int, int, int]:
    # Not when it was last read, for reading is no change.
    stat = path.stat()
    return stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns


def test_files_that_did_not_change_are_the_same_files(site: Path) -> None:
    publish(FIRST.items(), site)
    before = (site / "a.css").stat()
    publish({**FIRST, "index.html": b"new"}.items(), site)
    after = (site / "a.css").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_changed_by_hand_is_put_right(site: Path) -> None:
    publish(FIRST.items(), site)
    (site / "a.css").write_bytes(b"q {}")
    (site / "extra.html").write_bytes(b"extra")
    publish(FIRST.items(), site)
    assert _read(site) == FIRST


@pytest.mark.usefixtures("_steps")
def test_a_build_that_fails_leaves_the_last_good_site(site: Path) -> None:
    publish(FIRST.items(), site)

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"half"
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the very one that was raised
        publish(broken(), site)
    assert _read(site) == FIRST
    assert _alone(site)


def test_a_swap_that_fails_leaves_the_last_good_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(FIRST.items(), site)
    monkeypatch.setattr(publish_module, "exchange", lambda _one, _other: False)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self != site and target == site and "next-edition" in self.name:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="No space"):
        publish({"index.html": b"new"}.items(), site)
    assert _read(site) == FIRST
    assert _alone(site)


def test_a_run_killed_between_the_two_steps_is_made_good_by_the_next(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(FIRST.items(), site)
    site.rename(site.parent / ".site.last-edition")
    with edition(site):
        assert _read(site) == FIRST
    monkeypatch.setattr(publish_module, "exchange", lambda _one, _other: False)
    publish({"index.html": b"new"}.items(), site)
    assert _read(site) == {"index.html": b"new"}
    assert _alone(site)


def test_what_a_killed_run_left_is_cleared_and_what_a_living_one_makes_is_not(site: Path) -> None:
    script = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from builder.store.publish import edition
        with edition(Path(sys.argv[1])) as coming:
            coming.add("a.html", b"a")
            print("ready", flush=True)
            time.sleep(60)
        """
    )
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", script, str(site)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(root)}
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"ready\n"
        publish(FIRST.items(), site)
        assert len([*site.parent.glob(".site.next-edition-*")]) == 1
        other.send_signal(signal.SIGKILL)
        other.wait()
    publish(FIRST.items(), site)
    assert _alone(site)


@pytest.mark.parametrize("name", ["notes.txt", ".git/config", "sub/x"])
def test_a_folder_that_is_not_ours_is_refused_and_untouched(site: Path, name: str) -> None:
    (site / name).parent.mkdir(parents=True)
    (site / name).write_text("mine")
    with pytest.raises(RefusedToPublish, match="no build of ours made"):
        publish(FIRST.items(), site)
    assert [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()] == [name]
    assert _alone(site)


def test_a_file_in_the_place_of_the_folder_is_refused(site: Path) -> None:
    site.write_text("mine")
    with pytest.raises(RefusedToPublish, match="is a file"):
        publish(FIRST.items(), site)
    assert site.read_text() == "mine"


@pytest.mark.usefixtures("_steps")
def test_an_empty_folder_is_taken(site: Path) -> None:
    site.mkdir()
    publish(FIRST.items(), site)
    assert _read(site) == FIRST


def test_a_link_to_a_folder_stays_a_link(site: Path, tmp_path: Path) -> None:
    real = tmp_path / "volume" / "www"
    real.mkdir(parents=True)
    site.symlink_to(real)
    publish(FIRST.items(), site)
    publish({"index.html": b"new"}.items(), site)
    assert site.is_symlink()
    assert _read(real) == {"index.html": b"new"}


@pytest.mark.parametrize(
    "name", ["../x", "/etc/x", "a/../../x", "a//b", "./x", "a/.", "", "a\\..\\x", "C:x", "a\0b", MARK, "a/"]
)
def test_a_path_that_leaves_the_site_or_is_none_is_refused(site: Path, name: str) -> None:
    publish(FIRST.items(), site)
    with pytest.raises(RefusedToPublish):
        publish([("index.html", b"new"), (name, b"x")], site)
    assert _read(site) == FIRST
    assert _alone(site)


@pytest.mark.parametrize("names", [("a", "a"), ("a", "a/b"), ("b/c", "b")])
def test_two_files_in_one_place_are_refused(site: Path, names: tuple[str, str]) -> None:
    for last in ({}, {names[0]: b"1"}, {names[1]: b"2"}):
        publish(last.items(), site)
        with pytest.raises(RefusedToPublish, match=min(names, key=len)):
            publish([(names[0], b"1"), (names[1], b"2")], site)
        assert _read(site) == last


def test_a_link_planted_in_the_site_is_not_followed(site: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"mine")
    publish(FIRST.items(), site)
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(outside / "index.html")
    (site / "1963").symlink_to(outside)
    publish({**FIRST, "1963/index.html": b"ours"}.items(), site)
    assert _read(site) == {**FIRST, "1963/index.html": b"ours"}
    assert not any(path.is_symlink() for path in site.rglob("*"))
    assert (outside / "index.html").read_bytes() == b"mine"


def test_the_public_folder_can_be_read_by_a_web_server(site: Path) -> None:
    mask = os.umask(0o022)
    try:
        publish(FIRST.items(), site)
    finally:
        os.umask(mask)
    assert stat.S_IMODE(site.stat().st_mode) == 0o755


def test_what_was_added_can_be_read_before_it_is_published(site: Path) -> None:
    publish(FIRST.items(), site)
    with edition(site) as coming:
        coming.add("a.css", FIRST["a.css"])
        coming.add("index.html", b"new")
        assert coming.read("a.css") == FIRST["a.css"]
        assert coming.read("index.html") == b"new"
        assert _read(coming.complete()) == {"a.css": FIRST["a.css"], "index.html": b"new"}
    assert _read(site) == FIRST


def test_ten_thousand_files_that_did_not_change_take_a_second(site: Path) -> None:
    files = [(f"{number % 50}/{number}/index.html", b"%d" % number * 2_000) for number in range(10_000)]
    publish(files, site)
    began = time.process_time()
    assert not publish(files, site).replaced
    assert time.process_time() - began < 3
