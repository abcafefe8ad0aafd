"""MkDocs as a function from pages to HTML: staged pages are dealt into shards, and worker processes render them."""

from __future__ import annotations

import collections
import itertools
import multiprocessing
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateSyntaxError

from builder.engine.quiet import hush
from builder.engine.worker import Built, Shard, html_of, page_in_work, render_shard
from builder.errors import EngineFailed, NoWorkers
from builder.findings import Finding, Severity

LARGEST = 1_000
"""Pages in a shard: at 500 words a page a worker stays at about 100 MB, and starting MkDocs costs 2 % of the work."""
HEAVIEST = 12_000_000
"""Bytes in a shard, which a thousand pages of 500 words do not reach: a worker holds twice that, and lists are long."""
SMALLEST = 40
"""Fewer pages are not worth a second process: starting one and loading MkDocs takes as long as rendering these."""
PATIENCE = 300.0, 1.0
"""Seconds by the clock that a shard may take, and more for each of its pages, which take 0.003 s."""
UNRENDERABLE = "UNRENDERABLE"
"""Code of the finding on a page that is left out."""
_DIED = "the process that made it died or hung; simplify its text, or set it to status: draft until that is done"
MOST_FATAL = 20
"""Pages that may end a shard before it is built. Hostile copy seldom can; more than these are a broken template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """One page of the site."""

    source: str
    """Path of the staged page."""
    path: str
    """Path in the site."""
    html: bytes


def processes(workers: int) -> Executor:
    """Return worker processes of this machine.

    Spawned, not forked: the parent may have threads (a progress bar), and a worker needs little of what it has loaded.
    """
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=hush)


def render(
    pages: Iterable[tuple[str, bytes]],
    *,
    config_file: Path,
    workers: int | None = None,
    executor: Callable[[int], Executor] = processes,
    patience: tuple[float, float] = PATIENCE,
) -> Iterator[Rendered | Finding]:
    """Render staged pages, and yield each with its HTML, in the order of their shards.

    ``pages`` are read as they are needed; no more than three shards a worker are held at once. A page that MkDocs
    cannot render, or at which a worker dies or hangs, is left out, with a finding in its place. ``executor`` makes
    workers, and is asked again if they break.

    Raises ``EngineFailed`` where the fault is not a page's: a configuration MkDocs refuses, a broken template.
    """
    count = workers or _processors()
    with tempfile.TemporaryDirectory(prefix="briefings-pages-") as folder:
        run = _Run(Path(folder), config_file, count, executor, patience)
        try:
            yield from run.render(deal(pages, count))
        finally:
            run.close()


def deal(pages: Iterable[tuple[str, bytes]], workers: int) -> Iterator[tuple[tuple[str, bytes], ...]]:
    """Deal pages into shards: of ``LARGEST`` while there are many, evenly among the workers when they run short.

    No shard is heavier than ``HEAVIEST``, unless it is a single page.
    """
    left = iter(pages)
    while hand := tuple(itertools.islice(left, LARGEST * workers)):
        shards = max(1, min(workers, len(hand) // SMALLEST))
        size = -(-len(hand) // shards)
        for start in range(0, len(hand), size):
            yield from _within(HEAVIEST, hand[start : start + size])


def _within(limit: int, hand: tuple[tuple[str, bytes], ...]) -> Iterator[tuple[tuple[str, bytes], ...]]:
    start = weight = 0
    for at, (_, content) in enumerate(hand):
        if weight + len(content) > limit and at > start:
            yield hand[start:at]
            start, weight = at, 0
        weight += len(content)
    yield hand[start:]


class _Run:
    """One rendering: the workers, and what they are at."""

    def __init__(
        self,
        folder: Path,
        config_file: Path,
        workers: int,
        executor: Callable[[int], Executor],
        patience: tuple[float, float],
    ) -> None:
        self._folder = folder
        self._config_file = str(config_file.resolve())
        self._workers = workers
        self._make = executor
        self._patience = patience
        self._executor: Executor | None = None
        self._numbers = itertools.count()
        self._fatal = 0
        self._said: set[str] = set()

    def close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def render(self, hands: Iterator[tuple[tuple[str, bytes], ...]]) -> Iterator[Rendered | Finding]:
        under_way: collections.deque[tuple[Shard, Future[Built]]] = collections.deque()
        while True:
            for hand in itertools.islice(hands, 2 * self._workers - len(under_way)):
                shard = self._shard(hand)
                under_way.append((shard, self._submit(shard)))
            if not under_way:
                return
            shard, future = under_way.popleft()
            fault = future.exception()
            if isinstance(fault, BrokenExecutor):
                # One worker died, and the executor gave up on all of them. It does not say at which shard, so those
                # that were under way are done one at a time: the one that breaks the executor alone is the one.
                self.close()
                suspects = [shard, *(other for other, _ in under_way)]
                under_way.clear()
                for suspect in suspects:
                    yield from self._alone(suspect)
            elif fault is not None:
                yield from self._without(shard, fault)
            else:
                yield from self._results(shard, future.result())

    def _alone(self, shard: Shard) -> Iterator[Rendered | Finding]:
        future = self._submit(shard)
        fault = future.exception()
        if fault is None:
            yield from self._results(shard, future.result())
            return
        if isinstance(fault, BrokenExecutor):
            self.close()
        yield from self._without(shard, fault)

    def _without(self, shard: Shard, fault: BaseException) -> Iterator[Rendered | Finding]:
        """Leave out the page at which a shard failed, and render what stood before and behind it."""
        culprit = page_in_work(shard)
        # A template that cannot be compiled is not the page's fault, and the next page of its kind would fail as well.
        if culprit is None and isinstance(fault, BrokenExecutor):
            raise NoWorkers("render pages", fault) from fault
        if culprit is None or isinstance(fault, TemplateSyntaxError):
            raise EngineFailed(f"MkDocs cannot build with {self._config_file}: {_said(fault)}") from fault
        reason = _DIED if isinstance(fault, BrokenExecutor) else f"MkDocs cannot make it ({_said(fault)})"
        self._fatal += 1
        if self._fatal > MOST_FATAL:
            raise EngineFailed(
                f"more than {MOST_FATAL} pages cannot be rendered, the last of them {culprit}: {reason};"
                " look at the templates in overrides/ first"
            ) from fault
        self._tidy(shard)
        at = [path for path, _ in shard.pages].index(culprit)
        yield _left_out(culprit, reason)
        for rest in (shard.pages[:at], shard.pages[at + 1 :]):
            if rest:
                yield from self._alone(self._shard(rest))

    def _results(self, shard: Shard, built: Built) -> Iterator[Rendered | Finding]:
        with html_of(shard).open("rb") as html:
            for source, path, length in built.places:
                yield Rendered(source=source, path=path, html=html.read(length))
        for source, reason in built.faults:
            yield _left_out(source, reason)
        left_out = {source for source, _ in built.faults}
        for remark in built.remarks:
            if remark not in self._said and remark.partition(" ")[0] not in left_out:
                self._said.add(remark)
                yield Finding(path=Path(self._config_file).name, code="MKDOCS", message=remark)
        self._tidy(shard)

    def _shard(self, hand: tuple[tuple[str, bytes], ...]) -> Shard:
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        start, each = self._patience
        return Shard(pages=hand, config_file=self._config_file, folder=str(folder), seconds=start + each * len(hand))

    def _submit(self, shard: Shard) -> Future[Built]:
        if self._executor is None:
            self._executor = self._make(self._workers)
        try:
            return self._executor.submit(render_shard, shard)
        except BrokenExecutor as fault:
            broken: Future[Built] = Future()
            broken.set_exception(fault)
            return broken

    def _tidy(self, shard: Shard) -> None:
        shutil.rmtree(shard.folder, ignore_errors=True)


def _processors() -> int:
    # What this process may use, which in a container is less than the machine has.
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _left_out(path: str, reason: str) -> Finding:
    return Finding(
        path=path,
        code=UNRENDERABLE,
        message=f"the page is left out of the site: {reason}",
        severity=Severity.ERROR,
    )


def _said(fault: BaseException) -> str:
    return " ".join(f"{type(fault).__name__}: {fault}".split())[:300]
