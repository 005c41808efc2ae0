"""tries: read other processes: their environment, memory, files, roots and descriptors
class: reading tests
"""
# %% added
import os

print(os.listdir("/proc"))
for pid in ["self", "1", "2", str(os.getppid()), "{examiner}", "thread-self"]:
    for name in ("environ", "cmdline", "mem", "maps", "root", "cwd", "fd", "task", "mounts", "fdinfo"):
        path = f"/proc/{pid}/{name}"
        try:
            print(path, os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(999))
        except OSError as error:
            print(error)
