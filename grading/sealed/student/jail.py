"""One process for one submission, with namespaces, limits and a scratch disk of its own."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping

from . import seccomp

__all__ = ["LIMITS", "become", "namespaces_work", "spawn"]

# Besides what the watch counts, the kernel holds for a submission at most some 500 MB: 70 in pipes
# (64, then 8 KB each), 120 in terminals (80 KB for each descriptor), and 350 of descriptions of
# mappings (65,530 in each process).
LIMITS = {
    "memory": 1536 << 20,  # bytes of address space, each process; and of memory, all together
    "cpu": 300,  # seconds
    "processes": 24,
    "files": 64,
    "disk": 64 << 20,
}
NEWNS, NEWIPC, NEWUSER, NEWPID = 0x00020000, 0x08000000, 0x10000000, 0x20000000
CHILD_SETTID, CHILD_CLEARTID = 0x01000000, 0x00200000
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, PR_GET_TID_ADDRESS = 1, 4, 38, 40
MS_NOSUID, MS_NODEV, MS_RDONLY, MS_REC, MS_PRIVATE = 2, 4, 1, 0x4000, 0x40000
SYS_CLONE = {"x86_64": 56, "aarch64": 220}

# PyDLL keeps the interpreter lock: nothing else may run between the two sides of a clone.
libc = ctypes.PyDLL(None, use_errno=True)


def _prctl(option: int, *values: int | ctypes.c_void_p) -> int:
    return libc.prctl(option, *(ctypes.c_ulong(v) if isinstance(v, int) else v for v in values))


def become(user: int) -> None:
    """Give up root for an unprivileged user, for good."""
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    _prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)  # or /proc/self belongs to root


def spawn(
    run: Callable[[], None], keep: int, limits: Mapping[str, int], scratch: str | None = None
) -> int:
    """Run a function in a confined child process and return the child's number.

    Parameters
    ----------
    run : what the child does; it has no standard input or output
    keep : the one file descriptor that stays open, as number 3
    limits : as in `LIMITS`
    scratch : its folder, where it gets no namespaces (of users, processes, mounts and IPC)
    """
    user, group = os.getuid(), os.getgid()
    pid = os.fork() if scratch else _clone()
    if pid:
        return pid
    status = 70
    try:
        _quiet(keep)
        if scratch:
            _settle(scratch)
        else:
            _map_user(user, group)
            _mounts(limits["disk"])
            os.chdir("/tmp")  # the new one
        _limit(limits)
        _lock(needed=not scratch)
        run()
        status = 0
    finally:
        os._exit(status)


def namespaces_work() -> bool:
    """Try whether a child can have namespaces of its own here."""
    try:
        ours, theirs = os.pipe()
        try:
            return os.waitpid(spawn(lambda: None, theirs, LIMITS), 0)[1] == 0
        finally:
            os.close(ours)
            os.close(theirs)
    except OSError:
        return False


def _clone() -> int:
    """Fork straight into new namespaces.

    One step instead of ``unshare`` and two forks, each of which copies the page tables of a
    process with NumPy and Matplotlib in it.  What the C library and Python do around a fork is
    done here: the thread's number, which the C library remembers, and Python's own locks.
    """
    number = SYS_CLONE.get(os.uname().machine)
    address = ctypes.c_void_p()
    zeros = (ctypes.c_ulong(0),) * 3
    failed = libc.prctl(PR_GET_TID_ADDRESS, ctypes.byref(address), *zeros)
    where = 0 if failed else address.value or 0
    if not (number and where and ctypes.c_int.from_address(where).value == os.getpid()):
        raise OSError("this system's C library is not one that clone is known to work with")
    flags = NEWUSER | NEWPID | NEWNS | NEWIPC | CHILD_SETTID | CHILD_CLEARTID | signal.SIGCHLD
    tid = ctypes.c_long(where)
    tls = ctypes.c_long(0)
    order = (tid, tls) if os.uname().machine == "x86_64" else (tls, tid)
    api = ctypes.pythonapi
    api.PyOS_BeforeFork()
    pid = libc.syscall(number, ctypes.c_long(flags), ctypes.c_long(0), ctypes.c_long(0), *order)
    if pid == 0:
        api.PyOS_AfterFork_Child()
        return 0
    api.PyOS_AfterFork_Parent()
    if pid < 0:
        raise OSError(ctypes.get_errno(), "clone into new namespaces")
    return pid


def _quiet(keep: int) -> None:
    """Forget the parent's signals and descriptors, and die with it."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    if sys.platform == "linux":
        _prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    if keep != 3:
        os.dup2(keep, 3)
    os.closerange(4, 65536)


def _map_user(user: int, group: int) -> None:
    """Keep the numbers that user and group have outside."""
    texts = {"setgroups": "deny", "uid_map": f"{user} {user} 1", "gid_map": f"{group} {group} 1"}
    for name, text in texts.items():
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def _mounts(disk: int) -> None:
    """A scratch disk in memory, and neither the processes of others nor their shared memory."""
    _mount(None, b"/", None, MS_REC | MS_PRIVATE, None)
    flags = MS_NOSUID | MS_NODEV
    _mount(b"tmpfs", b"/tmp", b"tmpfs", flags, b"mode=700,nr_inodes=4096,size=%d" % disk)
    _mount(b"tmpfs", b"/dev/shm", b"tmpfs", flags, b"nr_inodes=64,size=%d" % (disk // 4))
    _mount(b"tmpfs", b"/proc", b"tmpfs", flags | MS_RDONLY, b"mode=555,nr_inodes=2,size=4096")


def _mount(
    source: bytes | None, target: bytes, kind: bytes | None, flags: int, data: bytes | None
) -> None:
    if libc.mount(source, target, kind, ctypes.c_ulong(flags), data):
        raise OSError(ctypes.get_errno(), f"mount {target!r}")


def _settle(scratch: str) -> None:
    os.chdir(scratch)
    os.environ.update(HOME=scratch, TMPDIR=scratch, PWD=scratch)
    tempfile.tempdir = None


def _limit(limits: Mapping[str, int]) -> None:
    for name, value in (
        ("AS", limits["memory"]),
        ("CPU", limits["cpu"]),
        ("NPROC", limits["processes"]),
        ("FSIZE", limits["disk"]),
        ("NOFILE", limits["files"]),
        ("CORE", 0),
        ("MEMLOCK", 0),
        ("MSGQUEUE", 0),
        ("SIGPENDING", 1024),
    ):
        number = getattr(resource, f"RLIMIT_{name}", None)
        if number is not None:
            _, most = resource.getrlimit(number)
            value = value if most == resource.RLIM_INFINITY else min(value, most)
            resource.setrlimit(number, (value, value))


def _lock(needed: bool) -> None:
    """Give up all capabilities, the way back to them, and unneeded system calls.

    Raises
    ------
    OSError
        where that is needed and cannot be done
    """
    if sys.platform == "linux":
        header = (ctypes.c_uint32 * 2)(0x20080522, 0)
        given_up = libc.capset(header, (ctypes.c_uint32 * 6)()) == 0
        given_up &= _prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        given_up &= seccomp.install(libc)
        if needed and not given_up:
            raise OSError("capabilities and system calls cannot be given up here")
