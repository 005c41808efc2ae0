"""A limit on the time that a reader's code takes, where the system can interrupt it."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

__all__ = ["TooLong", "can_interrupt", "limit"]

AGAIN = 0.2  # seconds; the first alarm may have rung where it is not heard


class TooLong(BaseException):
    """The time is up.  No `Exception`, for which a function may have an answer."""


def can_interrupt() -> bool:
    """Whether `limit` has any effect: not in a browser tab, not on Windows, not in a thread."""
    return (
        hasattr(signal, "setitimer")
        and sys.platform not in ("emscripten", "wasi")
        and threading.current_thread() is threading.main_thread()
    )


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raise `TooLong` in the block when the time is up, where that is possible."""
    if not can_interrupt():
        yield
        return

    def ring(*_: Any) -> None:
        raise TooLong

    # There may be a limit around this one: a function that itself calls `dc.earlier`.
    begun, (left, again) = time.monotonic(), signal.setitimer(signal.ITIMER_REAL, 0)
    former = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, min(seconds, left or seconds), AGAIN)
    try:
        yield
    finally:
        # An alarm that rings just here is one that came in time, and must not escape.
        while True:
            try:
                signal.setitimer(signal.ITIMER_REAL, 0)
                signal.signal(signal.SIGALRM, former)
                break
            except TooLong:
                continue
        if left:
            left = max(left - (time.monotonic() - begun), 0.001)
            signal.setitimer(signal.ITIMER_REAL, left, again)
