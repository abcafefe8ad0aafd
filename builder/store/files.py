"""Single files: read as text, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from builder.errors import MalformedCopy


def read_text(path: Path) -> str:
    """Return a file's text, line ends as they are; raises ``MalformedCopy`` where it is no UTF-8."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        raise MalformedCopy("not UTF-8; save the file as UTF-8", line=line, code="FM001") from fault


def write(path: Path, content: bytes) -> bool:
    """Write a file if its content differs, and tell whether it did: temp file, fsync, rename."""
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # ``mkstemp`` makes files that only their owner reads; the archive is everybody's who may read the folder.
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
