"""A process that builds an archive as `briefings build` does, and tells what its steps took.

    python -m tools.bench.ours ARCHIVE SITE STEPS.json

The pipeline's functions are watched from outside, under the names by which it calls them, so it needs no clock in it.
"""

from __future__ import annotations

import gc
import importlib
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")

STAGE, SEARCH = "stage", "search"
WATCHED: tuple[tuple[str, str, str, str], ...] = (
    (STAGE, "load", "builder.pipeline.site", "load"),
    (STAGE, "links", "builder.press.links", "check"),
    (STAGE, "ties", "builder.pipeline.site", "ties_of"),
    (STAGE, "texts", "builder.pipeline.site", "pages"),
    ("pages", "theme", "builder.pipeline.site", "assets"),
    ("pages", "feeds", "builder.press.files", "files"),
    (SEARCH, "index", "builder.pipeline.site", "search_bundle"),
)
"""Step, part of it, and the function that does it. What no part takes is rendering and putting together."""


class Steps:
    """CPU seconds and seconds by the clock, by part."""

    def __init__(self) -> None:
        self.cpu: dict[str, float] = {}
        self.wall: dict[str, float] = {}
        self.workers = 0.0
        """CPU seconds of the processes that had ended when the search began."""

    def watch(self, part: str, function: Callable[..., object]) -> Callable[..., object]:
        """Return a function that does the same and takes note of its time, also where it yields."""

        def watched(*args: object, **kwargs: object) -> object:
            if part == "index":
                self.workers = _of_children()
            result = self._timed(part, lambda: function(*args, **kwargs))
            return self._each(part, result) if isinstance(result, Iterator) else result

        return watched

    def _each(self, part: str, results: Iterator[object]) -> Iterator[object]:
        nothing = object()
        while (result := self._timed(part, lambda: next(results, nothing))) is not nothing:
            yield result

    def _timed(self, part: str, work: Callable[[], Result]) -> Result:
        cpu, wall = _cpu(), time.perf_counter()
        try:
            return work()
        finally:
            self.cpu[part] = self.cpu.get(part, 0.0) + _cpu() - cpu
            self.wall[part] = self.wall.get(part, 0.0) + time.perf_counter() - wall


def _cpu() -> float:
    # Of this thread only: while it stages pages, others hand pages to the workers.
    return time.thread_time() + _of_children()


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main(root: str, site: str, told: str) -> None:
    """Build, and write what it took."""
    # Here, as in the `briefings` command: a worker process imports the main script again, with all that it imports.
    from builder import cli  # noqa: PLC0415 - as said
    from builder.pipeline import site as pipeline  # noqa: PLC0415 - as said
    from tools.bench import generator  # noqa: PLC0415 - as said

    gc.set_threshold(*cli.COLLECT)
    steps = Steps()
    steps.cpu["start"], steps.wall["start"] = time.process_time(), 0.0
    for _, part, place, name in WATCHED:
        module = importlib.import_module(place)
        setattr(module, name, steps.watch(part, getattr(module, name)))
    built = pipeline.build(Path(root), Path(site), today=generator.LAST, told=lambda _step, _done: None)
    part_of = {part: step for step, part, _, _ in WATCHED} | {"start": STAGE}
    result = {
        "parts": {
            part: {"step": part_of[part], "cpu": cpu, "wall": steps.wall[part]} for part, cpu in steps.cpu.items()
        },
        "workers": steps.workers,
        "pages": built.pages,
        "rendered": built.rendered,
        "findings": [str(finding) for finding in built.findings],
    }
    Path(told).write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
