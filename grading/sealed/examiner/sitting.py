"""One submission's way through its student processes: started, its cells run, lost, replaced."""

from __future__ import annotations

import secrets
import signal
import time
from collections.abc import Mapping
from typing import Any

from deepcalc.checking import ExerciseError

from ..wire.channel import Disconnected, Overdue
from .assignment import Assignment
from .canonical import Canonical, Cell
from .process import Job, WarmProcess
from .proxies import ExaminerPeer
from .report import Limits

__all__ = ["Sitting"]

MOST_PROCESSES = 40
OUTPUT = 200_000  # characters that are kept of what all cells print
PATIENCE = 2.0  # seconds for a process to say that it is there


class Sitting:
    """A submission in front of the examiner.

    Parameters
    ----------
    warm : starts the processes
    canonical : what runs in them
    assignment : which names the tests need
    limits : per cell and in total

    Attributes
    ----------
    peer : the present process
    found : what it defines, by name: handles and plain values
    refused : names whose value cannot be handed over, and what it is
    failures : by the number of the cell, how it failed: "kind" is error, timeout or memory
    outputs : what cells printed and raised
    """

    def __init__(
        self, warm: WarmProcess, canonical: Canonical, assignment: Assignment, limits: Limits
    ) -> None:
        self.warm, self.canonical, self.assignment = warm, canonical, assignment
        self.limits = limits
        self.names = sorted(frozenset().union(*(test.names for test in assignment.tests)))
        self.until = time.monotonic() + limits.total
        self.peer: ExaminerPeer | None = None
        self.job: Job | None = None
        self.processes = 0
        self.found: dict[str, Any] = {}
        self.refused: dict[str, str] = {}
        self.failures: dict[int, dict[str, Any]] = {}
        self.skipped: set[int] = set()
        self.outputs: list[Mapping[str, Any]] = []
        self.notes: list[str] = []

    def prepare(self) -> bool:
        """Have a process in which all cells ran; False when there is no time left for one."""
        while self.peer is None or self.peer.failure is not None:
            if time.monotonic() > self.until or self.processes >= MOST_PROCESSES:
                return False
            self.close()
            self.job = self.warm.start_job(self.limits.process)
            self.peer = self.job.peer
            self.processes += 1
            self._run_cells()
        return True

    def check_in(self) -> None:
        """After a test that failed: is the process still in step, and not in the middle of it?"""
        if self.peer is None or self.peer.failure is not None:
            return
        word = secrets.token_hex(8)
        try:
            self.allow(PATIENCE)
            self.peer.requests_left = 0  # no function of the test is for this to call
            answer = self.peer.ask("echo", word)
            if type(answer) is str and answer == word:
                return
        except (Disconnected, Overdue, ExerciseError):
            pass
        self.peer.failure = Disconnected("the process spoke unasked")

    def allow(self, seconds: float, grace: float = 0.5) -> None:
        """Set the time for what comes next; `grace` is what it has where all time is used up."""
        channel, now = self.peer.channel, time.monotonic()
        channel.deadline = min(now + seconds, max(self.until, now + grace))
        self.peer.requests_left = self.limits.callbacks

    def lost(self) -> str:
        """End a process that does not answer, or has ended; "timeout", "memory" or how it ended."""
        failure = self.peer.failure
        if failure is None:  # the alarm rang on our side
            self.peer.failure = failure = Overdue()
        if isinstance(failure, Overdue):
            return "timeout"
        ended = self.warm.ended(self.job)
        if ended is None or ended.code is None:
            return str(failure)
        if ended.why == "memory":
            return "memory"
        if ended.code >= 0:
            return f"the process ended with exit code {ended.code}"
        if -ended.code == signal.SIGXCPU:
            return "timeout"
        names = {number.value: number.name for number in signal.Signals}  # not all have one
        return f"the process was ended by the signal {names.get(-ended.code, -ended.code)}"

    def close(self) -> None:
        """End the process, if there is one."""
        if self.job is not None:
            self.warm.kill(self.job)
        self.job = self.peer = None

    def _run_cells(self) -> None:
        """Run the cells; one that takes the process down is left out the next time."""
        chosen = [n for n in range(len(self.canonical.cells)) if n not in self.skipped]
        self.outputs, self.room = [], OUTPUT
        running = 0
        try:
            self.allow(self.limits.cell, grace=0.0)
            answers = self.peer.run([self.canonical.cells[n].source for n in chosen])
            for answer in answers:
                self._note(chosen[running], answer)
                running += 1
                self.allow(self.limits.cell, grace=0.0)
            seen = self.peer.ask("look", self.names)
            self.found, self.refused = _names(seen["found"]), _names(seen["refused"])
            return
        except (Disconnected, Overdue) as error:
            self.peer.failure = error
            reason = self.lost()
        except Exception:
            self.peer.failure = Disconnected("the process sent a malformed answer")
            reason = str(self.peer.failure)
        if running >= len(chosen):
            self.found, self.refused = {}, {}
            self.notes.append("The process was lost after its last cell.")
            running = len(chosen) - 1
        number = chosen[running]
        kind = reason if reason in ("timeout", "memory") else "error"
        self.failures[number] = {"kind": kind, "reason": reason}
        self.skipped.add(number)

    def _note(self, number: int, answer: Mapping[str, Any]) -> None:
        cell: Cell = self.canonical.cells[number]
        error, output = answer["error"], str(answer["output"])[: min(20_000, self.room)]
        self.room -= len(output)
        error = error if isinstance(error, dict) else None
        if error:
            self.failures[number] = {"kind": "error", "error": self.peer.revive(error)}
        if cell.kind != "given":
            raised = str(self.failures[number]["error"]) if error else ""
            self.outputs.append({"grade_id": cell.grade_id, "text": output, "error": raised})


def _names(found: Any) -> dict[str, Any]:
    """What a process says of its names, if it says something sensible."""
    if type(found) is not dict or not all(type(name) is str for name in found):
        raise TypeError("names are texts")
    return found
