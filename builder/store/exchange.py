"""Two folders change places in one step, where the system can do that."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS, sys/stdio.h

# What says "not here", rather than "it went wrong": an old kernel, a file system without it, a sandbox.
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places, and return whether that was possible.

    At every moment each name stands for one of the two, whole. Raises ``OSError`` where the system could and failed.
    """
    if sys.platform == "linux":
        name, before, between = "renameat2", (_AT_FDCWD,), (_AT_FDCWD,)
        flag = _RENAME_EXCHANGE
    elif sys.platform == "darwin":
        name, before, between = "renamex_np", (), ()
        flag = _RENAME_SWAP
    else:
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if call is None:
        return False
    if call(*before, os.fsencode(one), *between, os.fsencode(other), ctypes.c_uint(flag)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
