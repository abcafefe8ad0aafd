"""A process that ties an archive together and looks for drift, from nothing, and tells what that took.

python -m tools.bench.join ARCHIVE TOLD.json
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path


def main(root: str, told: str) -> None:
    """Join, and write the CPU seconds and how many items there were."""
    from builder import cli  # noqa: PLC0415 - as in `tools.bench.ours`, the setting comes before what it is for
    from builder.desk.join import drift  # noqa: PLC0415 - as said
    from builder.pipeline import archive  # noqa: PLC0415 - as said

    gc.set_threshold(*cli.COLLECT)
    loaded = archive.load(Path(root)).archive
    began = time.process_time()
    ties = archive.ties_of(loaded, doubts=True)
    drifting = sum(1 for _ in drift.review(loaded, ties.events, paths=lambda briefing: briefing.slug))
    result = {
        "cpu": time.process_time() - began,
        "items": sum(len(of) for of in ties.events.decisions.values()),
        "tied": ties.tied,
        "drifting": drifting,
    }
    Path(told).write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
