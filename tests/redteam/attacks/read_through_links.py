"""tries: make links in the scratch folder that lead to the course, and read through them
class: reading tests
"""
# %% added
import os

targets = ["{repo}", "{other}", "{gradebook}", "/proc/1/root", "/proc/self/cwd", "/dev/fd/3"]
targets += ["../" * 20 + "{repo}/source", "/tmp/../{gradebook}", "/proc/self/root/{gradebook}"]
for n, target in enumerate(targets):
    os.symlink(target, f"link{n}")
    for path in (f"link{n}", f"link{n}/source/01_derivatives.py", f"link{n}/01_derivatives.py"):
        try:
            print("through " * 3, open(path).read()[:200])
        except OSError as error:
            print(error)
for target in ("{other}", "{gradebook}", "/usr/bin/env"):
    try:
        print("through " * 3, os.link(target, "hard"))
    except OSError as error:
        print(error)
