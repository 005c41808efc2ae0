"""Time and memory of a computation of the examiner's own, whose size a student's work decides."""

from __future__ import annotations

import resource
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from ..wire.channel import Overdue

__all__ = ["Overdue", "alarm", "ration", "unrationed"]

AGAIN = 5.0  # seconds; an alarm that rings in a destructor is not heard


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Interrupt even a computation of ours that a student's numbers made endless.

    One inside another rings when the first of them does.

    Raises
    ------
    Overdue
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def overdue(*_: object) -> None:
        raise Overdue

    began, outer = time.monotonic(), signal.getitimer(signal.ITIMER_REAL)[0]
    before = signal.signal(signal.SIGALRM, overdue)
    signal.setitimer(signal.ITIMER_REAL, min(seconds, outer or seconds), AGAIN)
    try:
        yield
    finally:
        left = max(outer - (time.monotonic() - began), 1e-3) if outer else 0
        signal.setitimer(signal.ITIMER_REAL, left, AGAIN if left else 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def ration(most: int = 3 << 28) -> Iterator[None]:
    """Bound the memory of what follows, for this whole process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    with open("/proc/self/statm") as file:
        size = int(file.read().split()[0]) * resource.getpagesize()
    limit = size + most
    for other in (soft, hard):
        limit = limit if other == resource.RLIM_INFINITY else min(limit, other)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@contextmanager
def unrationed() -> Iterator[None]:
    """What is started here does not inherit the ration."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
