"""tries: read the sources, the solutions, the gradebook and another student's submission
class: reading tests
"""
# %% solution: sigmoid
import glob, os

paths = ["{other}", "{gradebook}", "../gradebook.db", "/etc/shadow", "/etc/hostname"]
for name in ("source/01_derivatives.py", "grading/sealed/examiner/examiner.py",
             "source/01_derivatives/01_derivatives.ipynb", "solutions/01_derivatives/01_derivatives.ipynb"):
    paths += [f"{repo}/{name}", f"/opt/course/{name}", f"/opt/{name}"]
for path in paths:
    try:
        text = open(path).read()
        print(path, text[:200], "### BEGIN SOLUTION"[4:] if "### BEGIN" in text else "")
    except OSError as error:
        print(error)
for root in ("{repo}", "{repo}/source", "{repo}/solutions", "/home", "/root", "/srv", "/work"):
    if glob.glob(f"{root}/*"):
        print("through " * 3, root)

def sigmoid(x):
    return open("{gradebook}").read()
