"""The process that has everything imported, and forks one child for each submission.

It runs behind the outer wall and holds nothing worth stealing.  On its control socket it takes
``{"start": number, "limits": {…}}`` with the connection for the child, ``{"interrupt": number}``
and ``{"kill": number}``; it answers ``{"ready": …}`` once and ``{"ended": number, …}`` for each
child.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from . import jail

__all__ = ["main"]

WATCH = 0.05  # seconds between looks at the children's memory
SUBREAPER = 36
COUNTED = ("RssAnon", "RssShmem", "VmSwap", "HugetlbPages", "VmPTE")


def _most_unread() -> int:
    """Bytes that a socket's peer can send to it; the kernel lets one message too many in."""
    with socket.socket(socket.AF_UNIX) as one:
        return one.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) * 3 // 2


SOCKET = _most_unread()


@dataclass
class Job:
    """A submission's process."""

    number: int
    limits: dict
    scratch: str | None
    why: str = ""


def main() -> None:
    """Import, say that all is ready, and fork on demand until the examiner goes away."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--control", type=int, required=True)
    parser.add_argument("--user", type=int)
    parser.add_argument("--alone", action="store_true", help="no one else's processes are visible")
    parser.add_argument("--plain", action="store_true", help="fork without namespaces")
    options = parser.parse_args()
    if options.user is not None:
        jail.become(options.user)
    control = socket.socket(fileno=options.control)
    os.set_inheritable(options.control, False)
    shell = _imports()
    namespaces = not options.plain and jail.namespaces_work()
    if sys.platform == "linux":
        jail.libc.prctl(SUBREAPER, 1, 0, 0, 0)
    gc.collect()
    gc.freeze()
    control.send(json.dumps({"ready": True, "namespaces": namespaces}).encode())
    _Warm(control, shell, namespaces, options.alone).run()


def _imports() -> object:
    # Packages of the Python that a virtual environment was made from are not in it: an answer
    # shall find here what it finds in a notebook.
    given = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    sys.path[:] = [p for p in sys.path if p in given or not p.endswith("-packages")]
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot

    import deepcalc._notebook
    import deepcalc.data
    import deepcalc.numeric
    import deepcalc.plotting  # noqa: F401 - as all of them, for the cells of notebooks
    from deepcalc.checking._contracts import every

    from .shell import make_shell

    for contract in every():  # each is read once, for all submissions
        _ = contract.requests
    shell = make_shell()
    figure = matplotlib.pyplot.figure()  # the first one is slow
    matplotlib.pyplot.close(figure)
    return shell


class _Warm:
    def __init__(
        self, control: socket.socket, shell: object, namespaces: bool, alone: bool
    ) -> None:
        self.control, self.shell = control, shell
        self.namespaces, self.alone = namespaces, alone
        self.jobs: dict[int, Job] = {}
        self.wakeup, writer = os.pipe()
        os.set_blocking(self.wakeup, False)
        os.set_blocking(writer, False)
        signal.set_wakeup_fd(writer)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def run(self) -> None:
        poll = select.poll()
        poll.register(self.control, select.POLLIN)
        poll.register(self.wakeup, select.POLLIN)
        due = 0.0  # the next look at the children
        while True:
            wait = max(due - time.monotonic(), 0) if self.jobs else None
            events = poll.poll(None if wait is None else wait * 1000)
            if wait is None:
                due = time.monotonic() + WATCH
            for descriptor, _ in events:
                if descriptor == self.wakeup:
                    os.read(self.wakeup, 4096)
                elif not self.obey():
                    return self.end()
            self.reap()
            if time.monotonic() >= due:
                self.watch()
                due = time.monotonic() + WATCH

    def end(self) -> None:
        """Leave no child, and nothing of one."""
        for pid, job in self.jobs.items():
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            if job.scratch:
                shutil.rmtree(job.scratch, ignore_errors=True)

    def obey(self) -> bool:
        """Take one order; False at the end."""
        data, descriptors, _, _ = socket.recv_fds(self.control, 65536, 1)
        if not data:
            return False
        order = json.loads(data)
        if "start" in order:
            self.start(order, descriptors[0])
        else:
            [(what, number)] = order.items()
            for pid, job in self.jobs.items():
                if job.number == number:
                    os.kill(pid, signal.SIGKILL if what == "kill" else signal.SIGINT)
        return True

    def start(self, order: dict, connection: int) -> None:
        from .peer import serve

        scratch = None if self.namespaces else tempfile.mkdtemp(prefix="scratch-")
        limits = jail.LIMITS | order["limits"]
        pid = jail.spawn(lambda: serve(self.shell), connection, limits, scratch)
        os.close(connection)
        self.jobs[pid] = Job(order["start"], limits, scratch)

    def reap(self) -> None:
        """Report the children that have ended, and leave nothing of them."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            job = self.jobs.pop(pid, None)
            if job is None:
                continue
            if job.scratch:
                self.sweep(job.scratch)
            code = os.waitstatus_to_exitcode(status)
            report = {"ended": job.number, "code": code, "why": job.why}
            self.control.send(json.dumps(report).encode())

    def sweep(self, scratch: str) -> None:
        """Without a process namespace of its own, a child may have left processes and files."""
        if self.alone and not self.jobs:
            with suppress(ProcessLookupError):
                os.kill(-1, signal.SIGKILL)
        shutil.rmtree(scratch, ignore_errors=True)
        if self.alone:
            for left in Path("/tmp").glob("*"):
                if left.is_dir() and not left.is_symlink():
                    shutil.rmtree(left, ignore_errors=True)
                else:
                    left.unlink(missing_ok=True)

    def watch(self) -> None:
        """End a child whose processes together use too much memory."""
        if len(self.jobs) != 1 or not self.alone:
            return
        [(pid, job)] = self.jobs.items()
        used = sum(_memory(entry.name) for entry in os.scandir("/proc") if entry.name.isdigit())
        used += _unread()
        if used > job.limits["memory"]:
            job.why = "memory"
            os.kill(pid, signal.SIGKILL)


def _memory(pid: str) -> int:
    """Bytes of a process that are no files': its own, also where they are swapped out, those that
    it shares by ``mmap``, and the tables of its pages.
    """
    try:
        with open(f"/proc/{pid}/status") as file:
            lines = dict(line.split(":", 1) for line in file)
    except OSError:
        return 0
    return sum(int(lines.get(key, "0").split()[0]) << 10 for key in COUNTED)


def _unread() -> int:
    """Bytes that the sockets behind the wall may hold, be they a process's, sent or waiting."""
    try:
        with open("/proc/net/protocols") as file:
            rows = [line.split()[:3] for line in file]
    except OSError:
        return 0
    return SOCKET * sum(int(row[2]) for row in rows if row[0].startswith("UNIX"))


if __name__ == "__main__":
    main()
