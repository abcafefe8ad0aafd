"""The three-way merge that editors already know: ``git merge-file``."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from builder.errors import BriefingsError


class NoGit(BriefingsError):
    """git is not installed, or did not answer."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged text, and how many places want an editor's decision."""

    text: str
    conflicts: int


def merge(ours: str, base: str, theirs: str) -> Merged:
    """Return an editor's text with what changed between two compositions; conflicts are marked as git marks them.

    An editor's Windows line ends are no change, and stay. Raises ``NoGit`` where git cannot be run.
    """
    if "\r\n" in ours and ours.count("\r\n") == ours.count("\n"):
        merged = merge(*(text.replace("\r\n", "\n") for text in (ours, base, theirs)))
        return Merged(merged.text.replace("\n", "\r\n"), merged.conflicts)
    if theirs == base:
        return Merged(ours, 0)
    with tempfile.TemporaryDirectory(prefix="briefings-merge-") as folder:
        names = ("edited", "base", "incoming")
        paths = [Path(folder, name) for name in names]
        for path, text in zip(paths, (ours, base, theirs), strict=True):
            path.write_bytes(text.encode())
        labels = [part for name in names for part in ("-L", name)]
        try:
            command = ["git", "merge-file", "-p", *labels, *map(str, paths)]
            done = subprocess.run(command, capture_output=True, check=False)
        except OSError as fault:
            raise NoGit(
                f"git is needed to merge a new version into an edited briefing, and cannot be run: {fault}"
            ) from fault
    if done.returncode < 0 or done.returncode > 127:  # noqa: PLR2004 - git merge-file: the number of conflicts, at most 127
        raise NoGit(f"git merge-file failed: {done.stderr.decode(errors='replace').strip()}")
    return Merged(done.stdout.decode(), done.returncode)
