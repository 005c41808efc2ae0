"""tries: write to the course, to the packages, to the temporary folder of the host, and to devices
class: disk
"""
# %% solution: sigmoid
import os, pathlib

def sigmoid(x):
    for path in ("{repo}/owned", "{other}", "{gradebook}", np.__file__, dc.__file__, "/etc/owned", "/owned",
                 "/dev/owned", "/dev/kmsg", "/sys/owned", "/proc/sys/kernel/core_pattern", "/usr/owned"):
        for mode in ("ab", "wb"):
            try:
                with open(path, mode) as file:
                    file.write(b"left behind")
                raise RuntimeError("through " * 3 + "written " + path)
            except OSError:
                pass
    return 0.5
