"""Libraries that read copy speak of it on standard error; what they repeat is a stranger's word, and no terminal's."""

from __future__ import annotations

import contextlib
import io


def quietly() -> contextlib.redirect_stderr[io.StringIO]:
    """Return a context in which nothing reaches standard error; faults are raised as ever."""
    return contextlib.redirect_stderr(io.StringIO())
