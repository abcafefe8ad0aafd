"""Single files: read as text, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.errors import MalformedCopy


def read_text(path: Path) -> str:
    """Return a file's text, line ends as they are; raises ``MalformedCopy`` where it is no UTF-8, or not to be read."""
    try:
        data = path.read_bytes()
    except PermissionError as fault:
        raise MalformedCopy(f"it cannot be read ({fault.strerror}); check your rights", code="FILE005") from fault
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        raise MalformedCopy("not UTF-8; save the file as UTF-8", line=line, code="FM001") from fault


def write(path: Path, content: bytes) -> bool:
    """Write a file if its content differs, and tell whether it did: temp file, fsync, rename."""
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return False
    with _prepared(path, content) as ready:
        ready.replace(path)
    return True


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files that stand already, all of them or none, in their order.

    Each is on the disk beside its place before the first takes it: what is likely to fail (a full disk, a folder that
    may not be written) fails while nothing is changed. Should a rename fail after that, those before it are undone.
    """
    before = {path: path.read_bytes() for path in contents}
    done: list[Path] = []
    with contextlib.ExitStack() as stack:
        ready = {path: stack.enter_context(_prepared(path, content)) for path, content in contents.items()}
        try:
            for path, temporary in ready.items():
                temporary.replace(path)
                done.append(path)
        except BaseException:
            for path in done:
                write(path, before[path])
            raise


@contextlib.contextmanager
def _prepared(path: Path, content: bytes) -> Iterator[Path]:
    """Yield a file beside the path that holds the content; it is gone at the end, unless it was renamed."""
    handle, name = _beside(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # ``mkstemp`` makes files that only their owner reads; the archive is everybody's who may read the folder.
        Path(name).chmod(0o666 & ~_umask())
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _beside(path: Path) -> tuple[int, str]:
    """Open a new file beside a path; what the system has against it is said of the path, which an editor knows."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as fault:
        in_the_way = next((str(one) for one in path.parents if one.exists() and not one.is_dir()), fault.filename)
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), in_the_way) from fault
    try:
        return tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(path)) from fault


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
