"""tries: leave shared memory, semaphores, queues, locks and keys in the kernel
class: leaving something behind
"""
# %% solution: sigmoid
import ctypes, fcntl, os

def sigmoid(x):
    libc = ctypes.CDLL(None, use_errno=True)
    made = [libc.shmget(4711, 4096, 0o1666), libc.semget(4711, 1, 0o1666), libc.msgget(4711, 0o1666)]
    made.append(libc.syscall(240, b"left", 0o102, 0o666, None))  # mq_open
    made.append(libc.syscall(248, b"user", b"left", b"behind", 6, -4))  # add_key
    for path in ("/usr", "/opt/course", "/opt"):
        try:
            fcntl.flock(os.open(path, os.O_RDONLY), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            pass
    raise RuntimeError("through " * 3 if max(made[:4]) >= 0 else made)
