"""tries: fill shared memory that no file bounds and let go of it: it is held, and in no process
class: memory
needs: 12
"""
# %% added
import ctypes, mmap, os, tempfile
from multiprocessing import shared_memory
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
libc.shmat.restype = ctypes.c_void_p
libc.shmat.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_int]
size, zero, pages, kept = 64 << 20, bytes(1 << 20), [], []

def mapped(flags, descriptor=-1):
    at = libc.mmap(None, size, 3, flags, descriptor, 0)
    if at == ctypes.c_void_p(-1).value:
        raise OSError(ctypes.get_errno(), "mmap")
    return at

def anonymous():
    hold(mapped(0x21))

def without_reserve():
    hold(mapped(0x21 | 0x4000))

def by_the_module():
    block = mmap.mmap(-1, size)
    for start in range(0, size, len(zero)):
        block[start : start + len(zero)] = zero
    block.madvise(mmap.MADV_DONTNEED)
    kept.append(block)

def of_zeros():
    hold(mapped(1, os.open("/dev/zero", os.O_RDWR)))

def of_zeros_read_only():
    at = libc.mmap(None, size, 1, 1, os.open("/dev/zero", os.O_RDONLY), 0)
    sum((ctypes.c_char * size).from_address(at)[::4096])
    libc.munmap(at + 4096, size - 4096)

def without_a_name():
    descriptor = os.memfd_create("held")
    kept.append(descriptor)
    while os.fstat(descriptor).st_size < size:
        os.write(descriptor, zero)

def of_system_v():
    number = libc.shmget(0, size, 0o1666)
    at = libc.shmat(number, None, 0) if number >= 0 else None
    if at is None:
        raise OSError(ctypes.get_errno(), "shmget")
    ctypes.memset(at, 1, size)
    libc.shmdt(ctypes.c_void_p(at))

def named():
    block = shared_memory.SharedMemory(create=True, size=size)
    kept.append(block)
    for start in range(0, size, len(zero)):
        os.write(block._fd, zero)

def of_a_file():
    file = tempfile.TemporaryFile()
    kept.append(file)
    for _ in range(64):
        os.write(file.fileno(), zero)

def hold(at):
    ctypes.memset(at, 1, size)
    libc.munmap(at + 4096, size - 4096)

held = 0
for way in (anonymous, without_reserve, by_the_module, of_zeros, of_zeros_read_only,
            without_a_name, of_system_v, named, of_a_file):
    try:
        for _ in range(16):
            way()
            held += size >> 20
            assert held < 1000, way.__name__ + " " + "through " * 3
    except (OSError, ValueError) as error:
        print(way.__name__, error)
    for left in os.listdir("/dev/shm"):
        os.unlink("/dev/shm/" + left)

