"""Inputs of ``ingest`` as streams of bytes: files, folders, standard input. Nothing is moved or removed."""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from builder.errors import UnreadableInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One thing to read: its name as the editor gave it, and how to get its bytes."""

    name: str
    path: Path | None
    """``None``: standard input."""
    leads_away: bool = False
    """A link within a named folder to a file that is not in it: whoever put it there is not the editor."""

    @contextlib.contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Yield its bytes as a stream that can go back; raises ``UnreadableInput`` with what to do instead."""
        if self.path is None:
            with tempfile.TemporaryFile(prefix="briefings-input-") as spooled:
                shutil.copyfileobj(sys.stdin.buffer, spooled)
                spooled.seek(0)
                yield spooled
            return
        if self.leads_away:
            raise UnreadableInput("it is a link that leads out of the folder", next_act="name the file itself")
        there = _holds(self.path.exists)
        if self.name.lower().startswith("file:") and not there:
            raise UnreadableInput("addresses of files are not taken", next_act="name the file by its path")
        if there and not self.path.is_file():
            raise UnreadableInput(
                "it is no file but a device or a pipe", next_act="name a file, or use - to pipe into it"
            )
        try:
            file = self.path.open("rb")
        except OSError as fault:
            if not there and _holds(self.path.is_symlink):
                raise UnreadableInput("it is a link to nothing", next_act="name the file it should lead to") from fault
            raise UnreadableInput(
                f"it cannot be opened: {fault.strerror}", next_act="check the path and your rights"
            ) from fault
        with file:
            yield file


def gather(names: Iterable[str]) -> Iterator[Input]:
    """Yield the inputs that names stand for: folders whole, patterns as the shell reads them, in a stable order.

    Hidden files are left out.
    """
    for name in names:
        path = Path(name)
        if name == "-":
            yield Input(name="standard input", path=None)
        elif _holds(path.is_dir):
            yield from _below(path)
        elif not os.path.lexists(path) and (found := _matching(name)):
            yield from gather(found)
        else:
            yield Input(name=name, path=path)


def _holds(asked: Callable[[], bool]) -> bool:
    """Tell what a path is asked; what no path can be called (longer than the system's names are) is nothing at all."""
    try:
        return asked()
    except OSError:
        return False


def _matching(pattern: str) -> list[str]:
    # ``Path.glob`` wants to be told where the pattern begins, and takes no absolute one.
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - as said above


def _below(folder: Path) -> Iterator[Input]:
    for directory, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            if not file.startswith("."):
                path = Path(directory, file)
                yield Input(name=path.as_posix(), path=path, leads_away=_leads_away(path, folder))


def _leads_away(path: Path, folder: Path) -> bool:
    # ``Path.resolve`` raises at links that lead to each other.
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def arrivals(folder: Path, *, every: float = 1.0) -> Iterator[tuple[str, ...]]:
    """Yield, for as long as it is asked, the files of a folder that are new or have changed, in a stable order.

    A file counts once two looks, ``every`` seconds apart, find it the same: until then it is still being written.
    """
    taken: dict[str, tuple[int, int]] = {}
    before: dict[str, tuple[int, int]] = {}
    while True:
        now = dict(_states(folder))
        settled = tuple(name for name, state in now.items() if before.get(name) == state != taken.get(name))
        if settled:
            yield settled
        taken |= {name: now[name] for name in settled}
        before = now
        time.sleep(every)


def _states(folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for one in _below(folder):
        with contextlib.suppress(OSError):
            state = Path(one.name).stat()
            yield one.name, (state.st_size, state.st_mtime_ns)
