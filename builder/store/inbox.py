"""Inputs of ``ingest`` as bytes: files, folders, standard input. Nothing is moved or removed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from builder.errors import UnreadableInput

LARGEST = 50 * 1024 * 1024
"""Bytes. A saved page with its pictures inlined stays under 20 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One thing to read: its name as the editor gave it, and how to get its bytes."""

    name: str
    path: Path | None
    """``None``: standard input."""

    def read(self) -> bytes:
        """Return the bytes; raises ``UnreadableInput`` with what to do instead."""
        if self.path is None:
            return _bounded(sys.stdin.buffer)
        if self.path.exists() and not self.path.is_file():
            raise UnreadableInput(
                "it is no file but a device or a pipe", next_act="name a file, or use - to pipe into it"
            )
        try:
            with self.path.open("rb") as file:
                return _bounded(file)
        except OSError as fault:
            raise UnreadableInput(
                f"it cannot be opened: {fault.strerror}", next_act="check the path and your rights"
            ) from fault


def _bounded(file: BinaryIO) -> bytes:
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise UnreadableInput(
            f"it is larger than {LARGEST // 1024**2} MB", next_act="save the article alone, without its pictures"
        )
    return content


def gather(names: Iterable[str]) -> Iterator[Input]:
    """Yield the inputs that names stand for, folders whole and in a stable order, hidden files left out."""
    for name in names:
        path = Path(name)
        if name == "-":
            yield Input(name="standard input", path=None)
        elif path.is_dir():
            yield from _below(path)
        else:
            yield Input(name=name, path=path)


def _below(folder: Path) -> Iterator[Input]:
    for directory, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            if not file.startswith("."):
                path = Path(directory, file)
                yield Input(name=path.as_posix(), path=path)
