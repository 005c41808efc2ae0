#@title Setup: run first
try:
    import deepcalc as dc
except ModuleNotFoundError:  # the course's helpers are missing, as in Colab: fetch them
    import glob, os, subprocess, sys
    address = ""
    package = sorted(glob.glob("deepcalc-*.whl"))[-1:] or [address] * bool(address)
    if not package or os.environ.get("NBGRADER_EXECUTION") or os.environ.get("DEEPCALC_GRADING"):
        todo = "Put the course's file deepcalc-….whl beside this notebook, then run this cell again."
        raise ModuleNotFoundError(todo) from None
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", *package], check=True)
    import deepcalc as dc
import numpy as np
import matplotlib.pyplot as plt
from deepcalc import checking as check
dc.notebook("NAME")
