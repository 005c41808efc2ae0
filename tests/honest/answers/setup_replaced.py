"""what: the setup's text replaced by imports of one's own
assignment: 04_gradient_descent
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if "setup" in cell["metadata"].get("tags", ()):
            cell["source"] = "import numpy as np, deepcalc as dc\nimport deepcalc.checking as check\nfrom numpy.linalg import *"

# %% solution: max_stable_learning_rate
def max_stable_learning_rate(A):
    return 2 / max(eigvalsh(A))

# %% solution: classify_critical_point
def classify_critical_point(H):
    up = eigvalsh(H) > 0
    return "minimum" if up.all() else "saddle" if up.any() else "maximum"
