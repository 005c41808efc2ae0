"""One submission's way through its student processes: started, its cells run, lost, replaced."""

from __future__ import annotations

import secrets
import signal
import time
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from deepcalc.checking import ExerciseError

from ..wire.channel import Disconnected, Overdue
from .assignment import Assignment
from .bounds import alarm
from .canonical import Canonical, Cell
from .process import Job, WarmProcess
from .proxies import ExaminerPeer
from .report import Limits

__all__ = ["Sitting"]

MOST_PROCESSES = 40
OVERTIME = 1.5  # seconds in which tests are still asked, in haste, when all time is used up
OUTPUT = 200_000  # characters that are kept of what all cells print
PATIENCE = 2.0  # seconds for a process to say that it is there
RERUN = 1.0  # seconds for a cell that was interrupted, when it runs again


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
    job, peer : the present process and what to talk to it with, once `prepare` has started one
    asked : whether a test has been asked of it
    ran : how many cells have run in it, those left out among them
    found : what it defines, by name: handles and plain values
    refused : names whose value cannot be handed over, and what it is
    failures : by the number of the cell, how it failed: "kind" is error, timeout or memory
    outputs : what the student's cells printed and raised, by number
    """

    def __init__(
        self, warm: WarmProcess, canonical: Canonical, assignment: Assignment, limits: Limits
    ) -> None:
        self.warm, self.canonical, self.assignment = warm, canonical, assignment
        self.limits = limits
        self.until = time.monotonic() + limits.total
        self._job: Job | None = None
        self.processes = 0
        self.found: dict[str, Any] = {}
        self.refused: dict[str, str] = {}
        self.failures: dict[int, dict[str, Any]] = {}
        self.skipped: set[int] = set()
        self.slow: set[int] = set()
        self.ran, self.asked = 0, False
        self.outputs: dict[int, Mapping[str, Any]] = {}
        self._looked: tuple[int, int, frozenset[str]] | None = None
        self.notes: list[str] = []

    @property
    def job(self) -> Job:
        """The present process."""
        if self._job is None:
            raise RuntimeError("no process has been started yet")
        return self._job

    @property
    def peer(self) -> ExaminerPeer:
        """What to talk to it with."""
        return self.job.peer

    def prepare(self, cells: int, names: Iterable[str]) -> bool:
        """Have a process in which so many cells ran, and look at names; False when time is up."""
        if time.monotonic() > self.until + OVERTIME:
            return False
        while not self._is_well() or not self._get_to(cells, names):
            if time.monotonic() > self.until or self.processes >= MOST_PROCESSES:
                return False
            self.close()
            self._job = self.warm.start_job(self.limits.process)
            self.processes += 1
            self.ran, self.asked = 0, False
        return True

    def finish(self) -> None:
        """Run what is left, for what it prints; nobody's points hang on it."""
        end = len(self.canonical.cells)
        if self.ran < end and self._is_well():
            self._get_to(end, ())

    def check_in(self) -> None:
        """After a test that failed: is the process still in step, and not in the middle of it?"""
        if not self._is_well():
            return
        word = secrets.token_hex(8)
        try:
            self.allow(PATIENCE)
            self.peer.requests_left = 0  # no function of the test is for this to call
            with _bounded(PATIENCE + 1):
                answer = self.peer.ask("echo", word)
            if type(answer) is str and answer == word:
                return
        except (Disconnected, Overdue, ExerciseError, MemoryError):
            pass
        self.peer.failure = Disconnected("the process spoke unasked")

    def allow(self, seconds: float, grace: float = 0.5) -> float:
        """Set the time for what comes next; `grace` is what it has where all time is used up.

        Returns
        -------
        how many seconds it has
        """
        now = time.monotonic()
        left = min(seconds, max(self.until - now, grace))
        self.peer.channel.deadline = now + left
        self.peer.requests_left = self.limits.callbacks
        return left

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
        if self._job is not None:
            self.warm.kill(self._job)
        self._job = None

    def _is_well(self) -> bool:
        return self._job is not None and self._job.peer.failure is None

    def _get_to(self, cells: int, names: Iterable[str]) -> bool:
        """Run the cells that come next, and see what there is of names; a cell that takes the
        process down is left out from then on.

        One that takes too long is interrupted, and has little time when it has to run again.
        """
        chosen = [n for n in range(self.ran, cells) if n not in self.skipped]
        looked = self.processes, max(self.ran, cells), frozenset(names)
        if looked == self._looked and not chosen:
            return True
        running = bool(chosen)
        with _bounded(max(self.until - time.monotonic(), 0) + PATIENCE + 1):
            try:
                sources = [self.canonical.cells[number].source for number in chosen]
                self.allow(self.limits.cell)
                request = self.peer.run(sources, sorted(names))
                for number in chosen:
                    self.ran = number
                    self._note(number, self._outcome(number, request))
                self.ran, running = max(self.ran, cells), False
                self._see(request)
                self._looked = looked
                return True
            except (Disconnected, Overdue) as error:
                self.peer.failure = error
                reason = self.lost()
            except Exception:
                self.peer.failure = Disconnected("the process sent a malformed answer")
                reason = str(self.peer.failure)
        if running:
            self._leave_out(self.ran, reason)
        else:
            self._lost_after_cells(reason)
        return False

    def _outcome(self, number: int, request: int) -> Mapping[str, Any]:
        """What became of the cell that is running."""
        self.allow(RERUN if number in self.slow else self.limits.cell, grace=0.0)
        try:
            return self.peer.outcome(request)
        except Overdue:
            self.slow.add(number)
            self.warm.interrupt(self.job)
            self.allow(PATIENCE, grace=PATIENCE)
            return self.peer.outcome(request)

    def _see(self, request: int) -> None:
        """What there is of the names that were asked for with the cells."""
        self.allow(self.limits.cell)
        seen = self.peer.outcome(request)
        self.found, self.refused = _names(seen["found"]), _names(seen["refused"])
        if not all(type(what) is str for what in self.refused.values()):
            raise TypeError("what is refused is told in words")

    def _lost_after_cells(self, reason: str) -> None:
        """The last cell may have left something behind that takes the process down."""
        self.found, self.refused = {}, {}
        self.notes.append("The process was lost after its last cell.")
        for number in [n for n in range(self.ran) if n not in self.skipped][-1:]:
            self._leave_out(number, reason)

    def _leave_out(self, number: int, reason: str) -> None:
        if self.asked and reason != "timeout":
            return  # what a test has left running may be what took the process down
        kind = reason if reason in ("timeout", "memory") else "error"
        self.failures[number] = {"kind": kind, "reason": reason}
        self.skipped.add(number)

    def _note(self, number: int, answer: Mapping[str, Any]) -> None:
        cell: Cell = self.canonical.cells[number]
        error, output = answer["error"], answer["output"]
        if type(output) is not str or not (error is None or type(error) is dict):
            raise TypeError("what a cell printed is text")  # and of all else, text may be endless
        self.failures.pop(number, None)
        if error and error.get("type") == "KeyboardInterrupt" and number in self.slow:
            self.failures[number] = {"kind": "timeout", "reason": "timeout"}
        elif error:
            self.failures[number] = {"kind": "error", "error": self.peer.revive(error)}
        if cell.kind != "given":
            room = OUTPUT - sum(len(o["text"]) for n, o in self.outputs.items() if n != number)
            raised = str(self.peer.revive(error)) if error else ""
            text = output[: min(20_000, room)]
            self.outputs[number] = {
                "cell": number, "grade_id": cell.grade_id, "text": text, "error": raised,
            }  # fmt: skip


@contextmanager
def _bounded(seconds: float) -> Iterator[None]:
    """What is asked outside of a test: in time, and nobody hears its warnings."""
    with alarm(seconds), warnings.catch_warnings(action="ignore"):
        yield


def _names(found: Any) -> dict[str, Any]:
    """What a process says of its names, if it says something sensible."""
    if type(found) is not dict or not all(type(name) is str for name in found):
        raise TypeError("names are texts")
    return found
