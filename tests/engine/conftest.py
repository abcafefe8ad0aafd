"""Small archives of our own, and the command line as an editor runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

Run = Callable[..., subprocess.CompletedProcess[str]]

TAGS = """\
geneva:
  label: {en: Geneva, de: Genf}
  kind: place
harbour-council:
  label: {en: Harbour council}
  aliases: [harbour council]
  kind: organisation
tide-gate:
  label: {en: Tide gate}
  aliases: [tide gate]
  kind: topic
"""
OUTLETS = """\
example-courier:
  name: Example Courier
  domains: [courier.example.org]
  zone: Europe/London
  kind: newspaper
"""
FIRST = """\
---
title: Harbour council asks for a tide gate
date: 2024-03-12
outlet: example-courier
attribution: [{name: harbour council, kind: official}]
tags: [harbour-council, tide-gate]
---
The harbour council asked three firms for a tide gate.
"""
ARTICLE = """\
Harbour council puts off its vote on the tide gate

Nell HardingMonday, 10 March 2025, 18:30

The harbour council put off its vote on a tide gate on Monday, the council said. It will meet again in April.

Source: the harbour council

Details: Six of the eleven members asked for more time. They want to read the second report on the sea bed.

Background:

  • On 12 March 2024, the harbour council asked three firms for designs of a tide gate.
  • On 3 May 2024, nobody here wrote anything down about Geneva.
  • The wall belongs to the town.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with one briefing, in a folder of its own; what it ingests is published at once."""
    root = tmp_path / "archive"
    (root / "briefings" / "2024" / "03").mkdir(parents=True)
    (root / "builder" / "engine").mkdir(parents=True)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copy(ROOT / "builder" / "engine" / "hook.py", root / "builder" / "engine")
    (root / "briefings" / "tags.yml").write_text(TAGS, encoding="utf-8")
    (root / "briefings" / "outlets.yml").write_text(OUTLETS, encoding="utf-8")
    (root / "briefings" / "2024" / "03" / "12-tide-gate-wanted.md").write_text(FIRST, encoding="utf-8")
    return root


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "inbox" / "tide-gate.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def run(archive: Path) -> Run:
    """Run `briefings` in the archive's folder."""

    def briefings(
        *arguments: str | Path, stdin: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "builder", *map(str, arguments)],
            cwd=archive,
            env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", **environment},
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return briefings
