"""tries: let notices of changed files pile up in the kernel, for as many readers as there may be
class: memory
needs: 12
"""
# %% added
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
readers = []
while len(readers) < 100:
    reader = libc.inotify_init1(0o4000)
    if reader < 0:
        raise OSError(ctypes.get_errno(), "inotify")
    libc.inotify_add_watch(reader, b"/tmp", 0x100)
    readers.append(reader)
for n in range(8000):
    path = f"/tmp/{n % 7}".ljust(250, "x")
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
    os.unlink(path)
print("through " * 3)
