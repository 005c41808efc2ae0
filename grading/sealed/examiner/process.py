"""The warm process as the examiner sees it: started, restarted, and asked for student processes."""

from __future__ import annotations

import json
import select
import socket
import subprocess
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import walls
from ..wire.channel import READY, Disconnected, Overdue
from .bounds import unrationed
from .proxies import ExaminerPeer

__all__ = ["Ended", "Job", "WarmProcess"]

START = 60.0  # seconds that the imports may take
ATTEMPTS = 3
PATIENCE = 10.0  # seconds that a fork may take


@dataclass(frozen=True)
class Job:
    """A student process: its number, and what to talk to it with."""

    number: int
    peer: ExaminerPeer


@dataclass(frozen=True)
class Ended:
    """How a student process ended.

    Parameters
    ----------
    code : exit code, or minus the signal; None where that is not known
    why : "memory" where that is why
    """

    code: int | None
    why: str = ""


@dataclass(frozen=True)
class _Started:
    """The process behind the wall, and the socket on which it takes orders."""

    process: subprocess.Popen[bytes]
    control: socket.socket


class WarmProcess:
    """Starts behind the wall at the first use, and again whenever it is found dead.

    Parameters
    ----------
    isolation, hide : as for `walls.build`

    Attributes
    ----------
    isolation : "bwrap+namespaces", "bwrap" or "none", once started
    """

    def __init__(self, isolation: str = "auto", hide: Iterable[Path] = ()) -> None:
        self.wall = walls.build(isolation, hide)
        self.isolation = self.wall.name
        self._started: _Started | None = None
        self._number = 0
        self._ended: dict[int, Ended] = {}

    def start_job(self, limits: Mapping[str, int]) -> Job:
        """Fork a student process, and wait until it is ready to run a student's code.

        Up to then nothing is the student's fault: where it fails, a fresh warm process tries again.
        """
        for _ in range(ATTEMPTS):
            job = self._fork(self._start(), limits)
            if job is not None:
                return job
            self.close()
        raise walls.IsolationUnavailable("the student process cannot be started again and again")

    def _fork(self, started: _Started, limits: Mapping[str, int]) -> Job | None:
        self._number += 1
        ours, theirs = socket.socketpair()
        order = json.dumps({"start": self._number, "limits": dict(limits)}).encode()
        try:
            socket.send_fds(started.control, [order], [theirs.fileno()])
            theirs.close()
            peer = ExaminerPeer(ours)
            peer.channel.deadline = time.monotonic() + PATIENCE
            peer.channel.receive(READY)
        except (OSError, Disconnected, Overdue):
            ours.close()
            return None
        finally:
            theirs.close()
        return Job(self._number, peer)

    def kill(self, job: Job) -> None:
        """End a student process with all that it has started; does not wait."""
        job.peer.channel.connection.close()
        try:
            self._order({"kill": job.number})
        except OSError:
            self.close()

    def interrupt(self, job: Job) -> None:
        """Interrupt the cell that is running, as a notebook's stop button does."""
        with suppress(OSError):
            self._order({"interrupt": job.number})

    def ended(self, job: Job, patience: float = 0.5) -> Ended | None:
        """How a process ended; None when it has not, in that many seconds."""
        until = time.monotonic() + patience
        while job.number not in self._ended:
            if self._hear(until - time.monotonic()) is None:
                return None
        return self._ended.pop(job.number)

    def close(self) -> None:
        """End the warm process and with it everything inside the wall."""
        if self._started is not None:
            self._started.control.close()
            if self.wall.name == "none":  # nothing but the process itself can clear up after it
                with suppress(subprocess.TimeoutExpired):
                    self._started.process.wait(PATIENCE)
            with self._started.process as process:  # which waits for it and closes its pipe
                process.kill()
        self._started = None
        self._ended.clear()

    def __enter__(self) -> WarmProcess:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _start(self) -> _Started:
        if self._started is not None and self._started.process.poll() is None:
            while self._hear(0):  # keep the queue of reports short
                pass
            return self._started
        self.close()
        control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [*self.wall.command, *self.wall.arguments, "--control", str(theirs.fileno())]
        with unrationed():
            process = subprocess.Popen(
                command,
                env=self.wall.environment,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
        theirs.close()
        self._started = _Started(process, control)
        ready = self._hear(START)
        if not ready:
            process.kill()
            lines = process.communicate()[1].decode(errors="replace").strip().splitlines()
            self.close()
            why = lines[-1] if lines else "no reason given"
            raise walls.IsolationUnavailable(f"the student process does not start ({why})")
        self.isolation = self.wall.name + ("+namespaces" if ready["namespaces"] else "")
        return self._started

    def _order(self, order: dict[str, int]) -> None:
        if self._started is not None:
            self._started.control.send(json.dumps(order).encode())

    def _hear(self, patience: float) -> dict[str, Any] | None:
        """The next report, with those of ended jobs kept; None when there is none in time."""
        if self._started is None:
            return None
        control = self._started.control
        if not select.select([control], [], [], max(patience, 0))[0]:
            return None
        try:
            message = json.loads(control.recv(65536) or "null")
        except (OSError, ValueError):
            message = None
        if message is None:
            return None
        if "ended" in message:
            if len(self._ended) > 100:
                self._ended.clear()
            self._ended[message["ended"]] = Ended(message["code"], message["why"])
        return message
