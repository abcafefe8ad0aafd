"""The public folder: replaced whole, or not at all.

The next edition is written beside the folder, takes over every file that has not changed, and changes places with it in
one step. Whatever goes wrong before leaves the last good edition as it was.
"""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.errors import BriefingsError
from builder.store.exchange import exchange

if sys.platform != "win32":
    import fcntl

MARK = ".briefings-site"
"""A file that says that a folder is ours to replace."""
_MARK_TEXT = b"Made by `briefings build`, which replaces this folder whole. Remove this file to forbid that.\n"
_NO_PARTS = frozenset({"", ".", ".."})
_NO_CHARACTERS = frozenset("\\:\0")
_FEW = 200
"""Files. Up to here each is flushed to the disk by itself; more of them, with everything else, in one call."""


class RefusedToPublish(BriefingsError):
    """The folder to publish to is not ours, or a file has no place in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What publishing did."""

    files: int
    """Files of the edition."""
    written: int
    """Files that are new or changed."""
    removed: int
    """Files of the last edition that this one does not have."""
    replaced: bool
    """Whether the folder was replaced. An equal edition leaves it untouched."""


class Edition:
    """The next edition of a site, in the making. What it shares with the last one is not written again."""

    def __init__(self, folder: Path, site: Path) -> None:
        self._folder = folder
        self._site = site
        self._last = _files_of(site)
        self._names: set[str] = set()
        self._same: list[str] = []
        self._written: list[Path] = []
        self._made: set[str] = {""}

    def add(self, name: str, content: bytes) -> None:
        """Add a file under a relative path with forward slashes. Raises ``RefusedToPublish`` for any other path."""
        _check(name)
        if name in self._names:
            raise RefusedToPublish(f"two files of the site are called {name}")
        self._names.add(name)
        if self._last.get(name) == len(content) and _reads(self._site / name, content):
            self._same.append(name)
            return
        with _naming(name):
            place = self._place(name)
            # Not over a file that stands there: under another name it may be one of the last edition.
            with place.open("xb") as file:
                file.write(content)
        self._written.append(place)

    def read(self, name: str) -> bytes:
        """Return the content of a file that was added."""
        held = self._folder / name
        return (held if held.exists() else self._site / name).read_bytes()

    def complete(self) -> Path:
        """Return a folder that holds every file so far. Do not write in it: it shares files with the last edition."""
        for name in self._same:
            with _naming(name):
                place = self._place(name)
                try:
                    os.link(self._site / name, place)
                except FileExistsError:
                    raise
                except OSError:
                    # A file system without links, or with too many of this file.
                    shutil.copyfile(self._site / name, place)
        self._same.clear()
        return self._folder

    def release(self) -> Published:
        """Put the edition in the place of the last one, in one step; an equal one changes nothing."""
        removed = len(self._last.keys() - self._names)
        changed = bool(self._written) or removed > 0 or not (self._site / MARK).exists()
        if changed:
            folder = self.complete()
            (folder / MARK).write_bytes(_MARK_TEXT)
            _flush(self._written, folder)
            _replace(self._site, folder)
        return Published(files=len(self._names), written=len(self._written), removed=removed, replaced=changed)

    def _place(self, name: str) -> Path:
        parent = name.rpartition("/")[0]
        if parent not in self._made:
            (self._folder / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        return self._folder / name


@contextlib.contextmanager
def edition(site: Path) -> Iterator[Edition]:
    """Prepare the next edition of a site; it is discarded unless released.

    Raises ``RefusedToPublish`` if something stands in the site's place that we did not make. An earlier run that was
    killed is cleared up first.
    """
    site = Path(os.path.realpath(site))
    site.parent.mkdir(parents=True, exist_ok=True)
    _recover(site)
    _refuse_foreign(site)
    folder = site.parent / f"{_prefix(site)}{os.getpid()}-{os.urandom(4).hex()}"
    # Not ``mkdtemp``: what it makes can be read by nobody else, and this becomes the public folder.
    folder.mkdir()
    try:
        with _held(folder):
            yield Edition(folder, site)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(files: Iterable[tuple[str, bytes]], site: Path) -> Published:
    """Make these files, and no others, the site."""
    with edition(site) as coming:
        for name, content in files:
            coming.add(name, content)
        return coming.release()


def files_below(folder: Path, *, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield what a prepared folder holds, as files of a site below ``prefix``, in the order of their paths."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield prefix + path.relative_to(folder).as_posix(), path.read_bytes()


@contextlib.contextmanager
def _naming(name: str) -> Iterator[None]:
    try:
        yield
    except (FileExistsError, NotADirectoryError, IsADirectoryError) as fault:
        raise RefusedToPublish(f"{name} cannot be a file and a folder of the site") from fault


def _reads(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _check(name: str) -> None:
    # An absolute path begins with an empty part.
    if not _NO_PARTS.isdisjoint(name.split("/")) or not _NO_CHARACTERS.isdisjoint(name) or name == MARK:
        raise RefusedToPublish(f"{name!r} is no path of a file below the site")


def _files_of(site: Path) -> dict[str, int]:
    """Return the files of a folder, with their sizes."""
    found: dict[str, int] = {}
    waiting = [(str(site), "")]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            entries = [*os.scandir(folder)]
        except FileNotFoundError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{prefix}{entry.name}/"))
            elif entry.is_symlink():
                found[prefix + entry.name] = -1
            elif prefix or entry.name != MARK:
                found[prefix + entry.name] = entry.stat().st_size
    return found


def _refuse_foreign(site: Path) -> None:
    if not site.exists():
        return
    if not site.is_dir():
        raise RefusedToPublish(f"{site} is a file; name a folder for the site")
    if not (site / MARK).is_file() and any(site.iterdir()):
        raise RefusedToPublish(
            f"{site} holds files that no build of ours made; name another folder, or empty this one first"
        )


def _replace(site: Path, folder: Path) -> None:
    """Let the two folders change places. On return ``folder`` is the last edition, if there was one."""
    if not site.exists():
        folder.rename(site)
    elif not exchange(site, folder):
        # Two steps where the system has no single one. A run killed between them is made good by ``_recover``.
        aside = _aside(site)
        site.rename(aside)
        try:
            folder.rename(site)
        except OSError:
            aside.rename(site)
            raise
        shutil.rmtree(aside, ignore_errors=True)
    _flush_folder(site.parent)


def _recover(site: Path) -> None:
    aside = _aside(site)
    if aside.exists():
        if site.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(site)
    for stale in site.parent.glob(f"{glob.escape(_prefix(site))}*"):
        if not _in_use(stale):
            shutil.rmtree(stale, ignore_errors=True)


def _aside(site: Path) -> Path:
    return site.parent / f".{site.name}.last-edition"


def _prefix(site: Path) -> str:
    return f".{site.name}.next-edition-"


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder as in use, for as long as this process lives at most."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _in_use(folder: Path) -> bool:
    if sys.platform == "win32":
        # Windows does not remove what is open, and that is all the protection there is.
        return False
    try:
        handle = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _flush(written: list[Path], folder: Path) -> None:
    """Bring what was written to the disk before it becomes the site."""
    if len(written) > _FEW and hasattr(os, "sync"):
        os.sync()
        return
    for path in written:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    _flush_folder(folder)


def _flush_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
