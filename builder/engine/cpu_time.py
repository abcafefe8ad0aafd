"""Work of this process that is given a time: pure work, for it ends wherever it is."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType


class TookTooLong(RuntimeError):
    """Something used up its CPU time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"it took more than {seconds:g} s of CPU time")
        self.seconds = seconds


@contextlib.contextmanager
def cpu_time(seconds: float) -> Iterator[None]:
    """Raise ``TookTooLong`` in the block once it has used this much CPU time.

    CPU time, not the clock: a busy or suspended machine must not drop good copy. Only the main thread of a POSIX
    process can be interrupted so; elsewhere there is no bound here.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TookTooLong(seconds)

    before = signal.signal(signal.SIGVTALRM, stop)
    # It rings again every second: an extension that swallows every exception would go on for ever after the first.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
