"""How long something takes when nothing disturbs it."""

import time
from collections.abc import Callable

__all__ = ["quickest"]


def quickest(work: Callable[[], object]) -> float:
    """CPU seconds that `work` takes: the least of three times, as others use the machine, too."""
    times = []
    for _ in range(3):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)
