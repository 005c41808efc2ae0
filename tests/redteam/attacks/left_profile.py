"""tries: leave an IPython profile, a startup file, a kernel specification and a matplotlibrc
class: leaving something behind
"""
# %% added
import os, pathlib
for path in (".ipython/profile_default/startup/a.py", "profile_default/startup/a.py", "matplotlib/matplotlibrc",
             ".config/matplotlib/matplotlibrc", ".local/lib/python3.11/site-packages/usercustomize.py"):
    pathlib.Path("/tmp", path).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path("/tmp", path).write_text("import numpy; numpy.left_behind = True")
