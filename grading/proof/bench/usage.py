"""What this process and all that it has started use: seconds of computing, and memory."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Meter", "Usage", "usage"]

TICK, PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGESIZE")
MB = 1 << 20


@dataclass(frozen=True)
class Usage:
    """A look at the processes.

    Parameters
    ----------
    count : submissions that were graded by then
    wall : on the monotonic clock, seconds
    cpu : of all processes, with those that have ended, seconds
    parent, workers, warm : resident memory in MB; the largest where there are several
    """

    count: int
    wall: float
    cpu: float
    parent: float
    workers: float
    warm: float


@dataclass
class Meter:
    """Looks at the processes after the first submission and then after every so many.

    Parameters
    ----------
    every : submissions
    """

    every: int = 20
    count: int = 0
    looks: list[Usage] = field(default_factory=list)

    def __call__(self) -> None:
        """One more submission was graded."""
        self.count += 1
        if self.count == 1 or self.count % self.every == 0:
            self.looks.append(usage(self.count))

    def cost(self, what: str, start: int = 0, stop: int = -1) -> float:
        """Seconds of `what` ("wall" or "cpu") for each submission between two looks."""
        a, b = self.looks[start], self.looks[stop]
        return (getattr(b, what) - getattr(a, what)) / (b.count - a.count)


def usage(count: int = 0) -> Usage:
    """Look now."""
    me = str(os.getpid())
    parents, cpu, memory, names = {}, {}, {}, {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        with suppress(OSError):
            name, _, rest = (entry / "stat").read_text().partition("(")[2].rpartition(") ")
            fields = rest.split()
            parents[entry.name], names[entry.name] = fields[1], name
            cpu[entry.name] = sum(map(int, fields[11:15])) / TICK
            memory[entry.name] = int(fields[21]) * PAGE / MB

    def ancestors(process: str) -> list[str]:
        found = []
        while (process := parents.get(process, "0")) != "0":
            found.append(process)
        return found

    ours = {process: above for process in parents if me in (above := ancestors(process))}
    # Bubblewrap's child is the warm process; the children of that one are the students'.
    warm = [p for p in ours if names[parents[p]] == "bwrap" and names[p] != "bwrap"]
    workers = [p for p in ours if parents[p] == me]
    return Usage(
        count,
        time.monotonic(),
        sum(cpu[process] for process in (me, *ours)),
        memory[me],
        max((memory[process] for process in workers), default=0.0),
        max((memory[process] for process in warm), default=0.0),
    )
