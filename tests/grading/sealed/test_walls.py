"""Without walls there is no grading, unless an instructor says so."""

from __future__ import annotations

import mmap
import os
import socket
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from grading.sealed import walls
from grading.sealed.examiner.assignment import Assignment
from grading.sealed.examiner.examiner import Examiner
from grading.sealed.examiner.report import Limits
from grading.sealed.student import seccomp, warm
from grading.sealed.walls import IsolationUnavailable


def test_missing_bubblewrap_stops_grading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walls.shutil, "which", lambda name: None)
    with pytest.raises(IsolationUnavailable, match="not installed"):
        Examiner()


def test_forbidden_namespaces_stop_grading(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "bwrap"
    program.write_text(
        "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(walls.shutil, "which", lambda name: str(program))
    with pytest.raises(IsolationUnavailable, match="No permissions"):
        Examiner()


def test_other_systems_stop_grading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walls.sys, "platform", "darwin")
    with pytest.raises(IsolationUnavailable, match="Linux"):
        Examiner()


def test_course_inside_a_visible_folder_is_hidden(tmp_path: Path) -> None:
    command = " ".join(walls.build(hide=[Path("/usr/share"), tmp_path]).command)
    assert "--tmpfs /usr/share --remount-ro /usr/share" in command
    assert str(tmp_path) not in command


def test_packages_inside_a_hidden_course_are_found_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The virtual environment lies in the course, and the course where the system's files are."""
    [*_, site] = walls._site_folders()
    monkeypatch.setattr(walls, "VISIBLE", [*walls.VISIBLE, str(site.parents[3])])
    command = " ".join(walls.build(hide=[site.parents[2]]).command)  # which tries it out
    assert f"--ro-bind {site} /opt/site" in command


@pytest.mark.parametrize("filtered", [True, False])
def test_inner_wall_needs_the_filter_of_system_calls(filtered: bool) -> None:
    code = "from grading.sealed.student import jail, seccomp\n"
    code += "" if filtered else "seccomp.PROGRAM = None\n"
    run = [sys.executable, "-c", f"{code}print(jail.namespaces_work())"]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(filtered)


def test_no_walls_is_graded_and_recorded(assignment: Assignment, submit: Callable) -> None:
    limits = Limits(cell=2.0, test=2.0)
    with Examiner(isolation="none", limits=limits) as examiner:
        assert examiner.grade(assignment, submit()).score == 8
        report = examiner.grade(assignment, submit(square="import os\nos._exit(3)"))
        assert (report.score, report.isolation) == (6, "none")
        assert "exit code 3" in report.exercises[0].message
        nameless = "import os\nos.kill(os.getpid(), 40)"  # one of the real-time signals
        report = examiner.grade(assignment, submit(square=nameless))
        assert (report.score, "signal 40" in report.exercises[0].message) == (6, True)


def test_inner_wall_missing_is_recorded(
    assignment: Assignment, submit: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = walls.build

    def without(*args: object) -> walls.Wall:
        wall = build(*args)
        return walls.Wall(wall.command, wall.environment, [*wall.arguments, "--plain"], wall.name)

    monkeypatch.setattr(walls, "build", without)
    leave = (
        "import os, time\nopen('/tmp/left', 'w').write('x')\nif os.fork() == 0:\n    time.sleep(99)"
    )
    look = "def square(x):\n    assert not os.path.exists('/tmp/left')\n    return x * x\nimport os"
    with Examiner(limits=Limits(cell=2.0, test=2.0)) as examiner:
        assert examiner.grade(assignment, submit(leave)).isolation == "bwrap"
        report = examiner.grade(assignment, submit(square=look))
        assert report.score == 8


def test_only_the_packages_of_the_environment_are_found(
    examiner: Examiner, assignment: Assignment, submit: Callable
) -> None:
    """Those of the Python that a virtual environment was made from are not in a notebook either."""
    report = examiner.grade(assignment, submit("import sys\nprint(*sys.path, sep='\\n')"))
    found = [path for out in report.outputs for path in out["text"].splitlines()]
    base = {"base": sys.base_prefix, "platbase": sys.base_prefix}
    assert any("lib" in path for path in found)
    if sys.prefix != sys.base_prefix:
        assert sysconfig.get_path("purelib", vars=base) not in found


CALLS = """
import ctypes, errno, mmap, os, socket
libc = ctypes.CDLL(None, use_errno=True)
ours, theirs = socket.socketpair()
buffer = ctypes.create_string_buffer(8)

def tried(name, result):
    print(name, errno.errorcode.get(ctypes.get_errno(), 0) if result == -1 else "done")

def shared(flags):
    return libc.mmap(None, 4096, 3, flags, -1, 0)

for number in (438, 440, 448, 467, 425, 426, 427, 428, 442, 447):
    tried(number, libc.syscall(number, 0, 0, 0, 0, 0, 0))
for name in ("process_vm_readv", "ptrace", "unshare", "setns", "inotify_init", "inotify_init1",
             "fanotify_init", "memfd_create", "shmget", "shmat", "semget", "semctl", "msgget",
             "msgctl", "msgrcv", "vmsplice", "splice", "tee", "sendfile", "open_by_handle_at",
             "name_to_handle_at", "mount", "umount2", "chroot", "pivot_root"):
    if hasattr(libc, name):
        tried(name, getattr(libc, name)(0, 0, 0, 0, 0, 0))
for flags in (0x21, 0x23, 0x4021, 0x8021, 0x40021):
    tried("mmap", shared(flags))
tried("SO_PEERPIDFD", libc.getsockopt(ours.fileno(), 1, 77, buffer, buffer))
for option in (7, 32, 33, 76):
    tried(option, libc.setsockopt(ours.fileno(), 1, option, buffer, 4))
for kind in (2, 3, 5, 2 | 0o2000000):
    tried("socket", libc.socket(1, kind, 0))
    tried("socketpair", libc.socketpair(1, kind, 0, buffer))
tried("clone3", libc.syscall(435, 0, 0))
"""


def test_calls_that_no_answer_needs_are_refused(
    examiner: Examiner, assignment: Assignment, submit: Callable
) -> None:
    report = examiner.grade(assignment, submit(CALLS))
    said = [line.split() for line in report.outputs[0]["text"].splitlines()]
    assert len(said) > 45 and not report.outputs[0]["error"]
    assert said.pop() == ["clone3", "ENOSYS"]  # upon which the C library uses clone
    assert [name for name, what in said if what != "EPERM"] == []
    assert report.score == 8


def test_filter_is_made_for_each_architecture() -> None:
    for machine, numbers in seccomp.NUMBERS.items():
        assert len(set(numbers.values())) == len(numbers)
        assert len(seccomp.program(machine)) % 8 == 0


def test_memory_is_counted_wherever_it_is() -> None:
    """Pages that a process has, also swapped out ones, and what waits in sockets."""
    held = warm._memory(str(os.getpid()))
    size = 64 << 20
    with mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as block:
        block.write(b"1" * size)
        assert warm._memory(str(os.getpid())) - held >= size // 2  # of others some may be freed
    before = warm._unread()
    pairs = [socket.socketpair() for _ in range(50)]
    assert warm._unread() - before >= 100 * warm.SOCKET
    for one in (one for pair in pairs for one in pair):
        one.close()
