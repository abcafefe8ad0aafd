"""The staging folder: the seam to the site engine, written so that only what differs is touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from builder.model.address import PICTURES
from builder.store.files import write

MARK = ".staged"
"""A file that says that a folder is staged already, and ours to clear."""


def stage(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Make the folder hold these files and no others; a file that is as it should be keeps its time."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {MARK}
    (folder / MARK).touch()
    for name, content in files:
        wanted.add(name)
        write(folder / name, content)
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif name not in wanted:
            path.unlink()


def sources(root: Path, paths: Mapping[str, str]) -> Iterable[tuple[str, bytes]]:
    """Yield files of the archive, byte for byte, under other names; ``paths`` has where each lies by its new name."""
    for name, path in paths.items():
        yield name, (root / path).read_bytes()


def media(root: Path) -> Iterable[tuple[str, bytes]]:
    """Yield the pictures of ``briefings/media/`` as files of the site; raster formats alone, for they run nothing."""
    folder = root / "briefings" / "media"
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and not path.is_symlink() and path.name.lower().endswith(PICTURES):
            yield f"media/{path.relative_to(folder).as_posix()}", path.read_bytes()
