"""MkDocs without its own voice: no banners, no log to the terminal, its warnings as data."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator


def hush() -> None:
    """Silence MkDocs in this process. Call it before a configuration is loaded: Material prints as it comes in."""
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
    log = logging.getLogger("mkdocs")
    log.propagate = False
    if not log.handlers:
        log.addHandler(logging.NullHandler())


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextlib.contextmanager
def remarks() -> Iterator[list[str]]:
    """Collect what MkDocs warns of within the block."""
    ear = _Ear()
    log = logging.getLogger("mkdocs")
    log.addHandler(ear)
    try:
        yield ear.heard
    finally:
        log.removeHandler(ear)
