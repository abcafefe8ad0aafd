"""The archive's health as data; ``cli.doctor`` words it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from builder.desk.health import Case, examine
from builder.pipeline.archive import load, ties_of
from builder.store.shelf import Shelf

Json = Mapping[str, Any]


def examined(root: Path) -> Sequence[Json]:
    """Return every complaint with all its cases and their number; what is wrong in files is ``check``'s."""
    loaded = load(root)
    complaints = examine(loaded.archive, ties_of(loaded.archive.published()))
    return [
        {
            "key": one.key,
            "title": one.title,
            "advice": one.advice,
            "count": len(one.cases),
            "cases": [_case(loaded, case) for case in one.cases],
        }
        for one in complaints
    ]


def _case(loaded: Shelf, case: Case) -> Json:
    found = {
        "what": case.what,
        "note": case.note or None,
        "path": loaded.paths[case.briefing] if case.briefing else None,
        "tag": case.tag,
        "event": case.event,
        "storyline": case.storyline,
    }
    return {key: value for key, value in found.items() if value is not None}
