"""A filter for the system calls that a student's code has no use for, and an attacker has."""

from __future__ import annotations

import ctypes
import errno
import platform
import struct

__all__ = ["install"]

# New namespaces and mounts (which would lift the limits on disk and processes), the memory and the
# descriptors of other processes, keyrings, and the kernel's rougher corners; then memory that no
# process has and no limit bounds: System V and POSIX IPC (which outlive a process, too), pages that
# a pipe or a socket holds (a byte of a huge page keeps it whole), notices of changed files.
# What needs a capability is not here: there are none left.
NUMBERS = {
    "x86_64": {
        "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "mount": 165,
        "umount2": 166, "pivot_root": 155, "chroot": 161, "unshare": 272, "setns": 308,
        "add_key": 248, "request_key": 249, "keyctl": 250, "bpf": 321, "perf_event_open": 298,
        "userfaultfd": 323, "name_to_handle_at": 303, "open_by_handle_at": 304, "kcmp": 312,
        "personality": 135, "move_pages": 279, "migrate_pages": 256, "io_setup": 206,
        "memfd_create": 319, "vmsplice": 278, "splice": 275, "tee": 276, "sendfile": 40,
        "shmget": 29, "shmat": 30, "shmctl": 31, "shmdt": 67, "semget": 64, "semop": 65,
        "semctl": 66, "semtimedop": 220, "msgget": 68, "msgsnd": 69, "msgrcv": 70, "msgctl": 71,
        "mq_open": 240, "mq_unlink": 241, "inotify_init": 253, "inotify_init1": 294,
        "fanotify_init": 300,
        "clone": 56, "mmap": 9, "socket": 41, "socketpair": 53, "setsockopt": 54,
        "getsockopt": 55,
    },
    "aarch64": {
        "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271, "mount": 40,
        "umount2": 39, "pivot_root": 41, "chroot": 51, "unshare": 97, "setns": 268,
        "add_key": 217, "request_key": 218, "keyctl": 219, "bpf": 280, "perf_event_open": 241,
        "userfaultfd": 282, "name_to_handle_at": 264, "open_by_handle_at": 265, "kcmp": 272,
        "personality": 92, "move_pages": 239, "migrate_pages": 238, "io_setup": 0,
        "memfd_create": 279, "vmsplice": 75, "splice": 76, "tee": 77, "sendfile": 71,
        "shmget": 194, "shmat": 196, "shmctl": 195, "shmdt": 197, "semget": 190, "semop": 193,
        "semctl": 191, "semtimedop": 192, "msgget": 186, "msgsnd": 189, "msgrcv": 188,
        "msgctl": 187, "mq_open": 180, "mq_unlink": 181, "inotify_init1": 26,
        "fanotify_init": 262,
        "clone": 220, "mmap": 222, "socket": 198, "socketpair": 199, "setsockopt": 208,
        "getsockopt": 209,
    },
}  # fmt: skip
# The same number everywhere: io_uring, the new mount calls, mount_setattr, memfd_secret,
# open_tree_attr, pidfd_getfd, process_madvise, process_mrelease.
EVERYWHERE = [425, 426, 427, 428, 429, 430, 431, 432, 433, 442, 447, 467, 438, 440, 448]
CLONE3 = 435  # its flags cannot be inspected; without it the C library uses clone
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
NEW_NAMESPACES = 0x7E020080
# Shared memory without a file: unmapped all but a page, the whole is held, and seen nowhere.
SHARED_ANONYMOUS = 0x21
# Unix sockets.  A TCP socket would have nobody to talk to; but handed to the examiner over the
# connection, it makes the one who closes it last wait for as long as SO_LINGER says.  And streams:
# of datagrams a socket keeps ten times as many, sent by sockets that are closed.
FAMILIES, STREAM, TYPE = (1,), 1, 0xF
# SO_REUSEADDR, SO_RCVBUF, SO_KEEPALIVE, SO_PASSCRED, and timeouts, in both widths.  Not SO_SNDBUF,
# which says how much memory a socket holds, nor SO_PASSPIDFD, which makes handles of the examiner.
OPTIONS = (2, 8, 9, 16, 20, 21, 66, 67)
SO_PEERPIDFD = 77

LOAD, AND, RETURN = 0x20, 0x54, 0x06
JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT = 0x15, 0x35, 0x45
ALLOW, KILL, FAIL = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER, ARCHITECTURE = 0, 4
ARGUMENTS = range(16, 64, 8)  # their low halves, on machines that are little-endian
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2


def program(machine: str) -> bytes:
    """The filter in classic BPF for an architecture."""
    numbers = dict(NUMBERS[machine])
    inspected = ("clone", "mmap", "socket", "socketpair", "setsockopt", "getsockopt")
    looked_at = {name: numbers.pop(name) for name in inspected}
    refused = [*numbers.values(), *EVERYWHERE]
    allow, refuse, absent, kill = "allow", "refuse", "absent", "kill"
    first, second, third, fourth, *_ = ARGUMENTS
    code: list[tuple] = [
        (LOAD, ARCHITECTURE),
        (JUMP_EQUAL, ARCHITECTURES[machine], None, kill),
        (LOAD, NUMBER),
        (JUMP_AT_LEAST, 0x40000000, refuse, None),  # the x32 twins of the calls
        *[(JUMP_EQUAL, number, refuse, None) for number in refused],
        (JUMP_EQUAL, CLONE3, absent, None),
        *[(JUMP_EQUAL, number, name, None) for name, number in looked_at.items()],
        (JUMP_AT_LEAST, 0, allow, allow),
        ("clone", LOAD, first),
        (JUMP_ANY_BIT, NEW_NAMESPACES, refuse, allow),
        ("mmap", LOAD, fourth),
        (AND, SHARED_ANONYMOUS),
        (JUMP_EQUAL, SHARED_ANONYMOUS, refuse, allow),
        ("getsockopt", LOAD, third),
        (JUMP_EQUAL, SO_PEERPIDFD, refuse, allow),
        ("setsockopt", LOAD, third),
        *[(JUMP_EQUAL, option, allow, None) for option in OPTIONS],
        (JUMP_AT_LEAST, 0, refuse, refuse),
        ("socketpair", LOAD, first),
        ("socket", LOAD, first),
        *[(JUMP_EQUAL, family, "type", None) for family in FAMILIES],
        (JUMP_AT_LEAST, 0, refuse, refuse),
        ("type", LOAD, second),
        (AND, TYPE),
        (JUMP_EQUAL, STREAM, allow, None),
        (refuse, RETURN, FAIL | errno.EPERM),
        (absent, RETURN, FAIL | errno.ENOSYS),
        (kill, RETURN, KILL),
        (allow, RETURN, ALLOW),
    ]
    labels = {step[0]: at for at, step in enumerate(code) if isinstance(step[0], str)}
    packed = []
    for at, step in enumerate(code):
        operation, value, *targets = step[1:] if isinstance(step[0], str) else step
        jumps = [0 if name is None else labels[name] - at - 1 for name in targets] or [0, 0]
        packed.append(struct.pack("=HBBI", operation, *jumps, value))
    return b"".join(packed)


# Made before there is anything to filter, so that no child has to make it.
PROGRAM = program(platform.machine()) if platform.machine() in NUMBERS else None


def install(libc: ctypes.CDLL) -> bool:
    """Filter this process and all that it starts, for good; False where that is not possible."""
    if PROGRAM is None:
        return False
    buffer = ctypes.create_string_buffer(PROGRAM, len(PROGRAM))
    header = struct.pack("@HP", len(PROGRAM) // 8, ctypes.addressof(buffer))
    one, zero, mode = map(ctypes.c_ulong, (1, 0, SECCOMP_MODE_FILTER))
    libc.prctl(PR_SET_NO_NEW_PRIVS, one, zero, zero, zero)
    return libc.prctl(PR_SET_SECCOMP, mode, header, zero, zero) == 0
