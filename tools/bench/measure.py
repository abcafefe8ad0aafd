"""What a command costs: its CPU time with that of all it started, the clock, and the memory of each process."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

MAIN, WORKER, SEARCH = "main", "worker", "search"
EVERY = 0.05
"""Seconds between two looks at the processes."""
MEGABYTE = 1_000_000


class Failed(RuntimeError):
    """A measured command did not do its work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command took."""

    cpu: float
    """Seconds of user and system time, of the command and of every process below it."""
    wall: float
    peaks: Mapping[str, float] = field(default_factory=dict)
    """Megabytes of the largest process of a role, at its peak."""


def run(command: Sequence[str], *, cwd: Path, environment: Mapping[str, str], codes: Sequence[int] = (0,)) -> Cost:
    """Run a command to its end; raises ``Failed``, with what it said last, unless it returns one of the codes."""
    complaints = cwd / "complaints.txt"
    with complaints.open("wb") as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, env={**os.environ, **environment}, stdout=said, stderr=said)
        watcher = _Watcher(process.pid)
        watcher.start()
        try:
            # Not ``process.wait``: only this tells the time of this one child and its own.
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.terminate()
            raise
        finally:
            watcher.finish()
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in codes:
        last = complaints.read_text(encoding="utf-8", errors="replace").strip()[-2_000:]
        raise Failed(f"{' '.join(command)} ended with {process.returncode}:\n{last}")
    return Cost(cpu=usage.ru_utime + usage.ru_stime, wall=wall, peaks=watcher.peaks)


class _Watcher(threading.Thread):
    """Looks at a process and all below it until told to finish."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peaks: dict[str, float] = {}
        self._pid = pid
        self._over = threading.Event()

    def run(self) -> None:
        with contextlib.suppress(psutil.Error):
            top = psutil.Process(self._pid)
            while not self._over.wait(EVERY):
                for process in (top, *top.children(recursive=True)):
                    with contextlib.suppress(psutil.Error, OSError):
                        self._look(process)

    def finish(self) -> None:
        self._over.set()
        self.join()

    def _look(self, process: psutil.Process) -> None:
        role = _role(process.cmdline())
        size = _peak(process) / MEGABYTE
        if role is not None and size > self.peaks.get(role, 0):
            self.peaks[role] = size


def _role(command: Sequence[str]) -> str | None:
    words = " ".join(command)
    if not words or "resource_tracker" in words:
        return None
    if "pagefind" in Path(command[0]).name:
        return SEARCH
    return WORKER if "multiprocessing" in words else MAIN


def _peak(process: psutil.Process) -> int:
    """Return the most memory that a process has held; where the system does not tell, what it holds now."""
    if sys.platform == "linux":
        told = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text(encoding="ascii"))
        return int(told[1]) * 1024 if told else 0
    return int(process.memory_info().rss)
