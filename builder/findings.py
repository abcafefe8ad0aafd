"""Remarks about copy, as data: the run goes on, and the caller decides what they mean."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Severity(enum.StrEnum):
    """How much a finding matters. Only notes never change the exit code."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One remark: where, which rule, and what to do next."""

    path: str
    """Relative to the archive's root, with forward slashes; an input's name for remarks of ``ingest``."""
    line: int = 1
    """Counted from 1."""
    code: str
    message: str
    severity: Severity = Severity.WARNING

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message}"
