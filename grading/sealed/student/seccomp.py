"""A filter for the system calls that a student's code has no use for, and an attacker has."""

from __future__ import annotations

import ctypes
import errno
import platform
import struct

__all__ = ["install"]

# New namespaces and mounts (which would lift the limits on disk and processes), the memory of other
# processes, keyrings and System V IPC (which outlive a process), and the kernel's rougher corners.
NUMBERS = {
    "x86_64": {
        "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "mount": 165,
        "umount2": 166, "pivot_root": 155, "chroot": 161, "unshare": 272, "setns": 308,
        "add_key": 248, "request_key": 249, "keyctl": 250, "bpf": 321, "perf_event_open": 298,
        "userfaultfd": 323, "memfd_create": 319, "name_to_handle_at": 303,
        "open_by_handle_at": 304, "shmget": 29, "semget": 64, "msgget": 68, "personality": 135,
        "clone": 56, "socket": 41,
    },
    "aarch64": {
        "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271, "mount": 40,
        "umount2": 39, "pivot_root": 41, "chroot": 51, "unshare": 97, "setns": 268,
        "add_key": 217, "request_key": 218, "keyctl": 219, "bpf": 280, "perf_event_open": 241,
        "userfaultfd": 282, "memfd_create": 279, "name_to_handle_at": 264,
        "open_by_handle_at": 265, "shmget": 194, "semget": 190, "msgget": 186, "personality": 92,
        "clone": 220, "socket": 198,
    },
}  # fmt: skip
# The same number everywhere: io_uring, the new mount calls, mount_setattr, memfd_secret.
EVERYWHERE = [425, 426, 427, 428, 429, 430, 431, 432, 433, 442, 447]
CLONE3 = 435  # its flags cannot be inspected; without it the C library uses clone
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
NEW_NAMESPACES = 0x7E020080
# Unix sockets.  A TCP socket would have nobody to talk to; but handed to the examiner over the
# connection, it makes the one who closes it last wait for as long as SO_LINGER says.
FAMILIES = (1,)

LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL, FAIL = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2


def program(machine: str) -> bytes:
    """The filter in classic BPF for an architecture."""
    numbers = dict(NUMBERS[machine])
    clone, socket = numbers.pop("clone"), numbers.pop("socket")
    refused = [*numbers.values(), *EVERYWHERE]
    allow, refuse, absent, kill = "allow", "refuse", "absent", "kill"
    code: list[tuple] = [
        (LOAD, ARCHITECTURE),
        (JUMP_EQUAL, ARCHITECTURES[machine], None, kill),
        (LOAD, NUMBER),
        (JUMP_AT_LEAST, 0x40000000, refuse, None),  # the x32 twins of the calls
        *[(JUMP_EQUAL, number, refuse, None) for number in refused],
        (JUMP_EQUAL, CLONE3, absent, None),
        (JUMP_EQUAL, clone, "clone", None),
        (JUMP_EQUAL, socket, "socket", allow),
        ("clone", LOAD, FIRST_ARGUMENT),
        (JUMP_ANY_BIT, NEW_NAMESPACES, refuse, allow),
        ("socket", LOAD, FIRST_ARGUMENT),
        *[(JUMP_EQUAL, family, allow, None) for family in FAMILIES],
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
