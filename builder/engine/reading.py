"""Inputs read in worker processes that can be killed: one that hangs or swells costs itself, and no other."""

from __future__ import annotations

import collections
import contextlib
import enum
import itertools
import math
import multiprocessing
import os
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from typing import Self

if sys.platform != "win32":
    import resource

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from builder.errors import BriefingsError, NoWorkers
from builder.model.limits import Limits
from builder.wire import readers
from builder.wire.reader import Given, Refused
from builder.wire.readers import Copy

Found = tuple[Copy | Refused, ...]


class Ended(enum.IntEnum):
    """Exit codes of a worker that broke a limit."""

    SLOW = -24
    """Killed by SIGXCPU, which has this number on Linux and macOS."""
    SWOLLEN = 3


PATIENCE = 6
"""Times the seconds of work that an input may take by the clock: a busy machine refuses no good copy."""
AHEAD = 2
"""Inputs a worker that may wait for their turn: enough to keep it busy, few enough to hold in memory."""
LONGEST_FAULT = 200
"""Characters of an unforeseen fault that are shown."""
_PASTE = "paste the article's text into a .txt file"
OR_RAISE = f"{_PASTE}, or raise {{}} under extra.briefings.ingest.limits in mkdocs.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one input, in the order of the inputs."""

    given: Given | Refused
    found: tuple[Copy | Refused, ...]


class Desks:
    """Worker processes that read inputs; a context manager.

    Forked from a server that has loaded the readers once, so that a new worker in the place of a killed one costs
    little; where there is no forking (Windows), spawned.
    """

    def __init__(self, jobs: int, limits: Limits) -> None:
        self._limits = limits
        self._ahead = AHEAD * jobs
        method = "spawn" if sys.platform == "win32" else "forkserver"
        context = multiprocessing.get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload([__name__])
        self._pool = ProcessPool(max_workers=jobs, context=context, initializer=_settle_in, initargs=(limits.memory,))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]  # the one method that pebble left without types
        self._pool.join()

    def read(self, inputs: Iterable[Given | Refused]) -> Iterator[Reading]:
        """Yield what each input holds, in order. What is refused before it is read passes through in its place."""
        waiting: collections.deque[tuple[Given | Refused, ProcessFuture[Found] | None]] = collections.deque()
        left = iter(inputs)
        while True:
            for one in itertools.islice(left, self._ahead - len(waiting)):
                waiting.append((one, None if isinstance(one, Refused) else self._begin(one)))
            if not waiting:
                return
            given, future = waiting.popleft()
            if isinstance(given, Refused):
                yield Reading(given=given, found=(given,))
            elif future:
                yield Reading(given=given, found=self._result(future))

    def _begin(self, given: Given) -> ProcessFuture[Found]:
        try:
            return self._pool.schedule(_read, args=(given,), timeout=PATIENCE * self._limits.seconds)
        except BrokenExecutor as fault:
            raise NoWorkers("read inputs", fault.__cause__ or fault) from fault

    def _result(self, future: ProcessFuture[Found]) -> Found:
        fault = future.exception()
        match fault:
            case None:
                return future.result()
            case TimeoutError() | ProcessExpired(exitcode=Ended.SLOW):
                reason = f"reading it takes more than {self._limits.seconds:g} seconds; {OR_RAISE.format('seconds')}"
            case ProcessExpired(exitcode=Ended.SWOLLEN):
                reason = f"reading it takes more than {self._limits.memory:,} bytes; {OR_RAISE.format('memory')}"
            case _:
                said = " ".join(f"{type(fault).__name__}: {fault}".split())[:LONGEST_FAULT]
                reason = f"the reader failed at it ({said}), which is a fault of this program; {_PASTE}"
        return (Refused(part="", reason=reason),)


def _settle_in(memory: int) -> None:
    """Bound the memory of this worker, where the system can."""
    if sys.platform != "win32":
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (memory, resource.RLIM_INFINITY))


def _bound_time(seconds: float) -> None:
    """Let the system end this process once it has worked so much longer: no library can be asked to stop."""
    if sys.platform != "win32":
        until = math.ceil(time.process_time() + seconds)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def _read(given: Given) -> Found:
    _bound_time(given.limits.seconds)
    try:
        return tuple(readers.read(given))
    except BriefingsError as fault:
        return (Refused(part="", reason=str(fault)),)
    except MemoryError:
        # What has swollen does not shrink again: the next input gets a new process.
        os._exit(Ended.SWOLLEN)
