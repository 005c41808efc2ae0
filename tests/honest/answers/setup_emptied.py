"""what: the setup emptied, and its imports in a cell of one's own
assignment: 02_chain_rule
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if "setup" in cell["metadata"].get("tags", ()):
            cell["source"] = ""

# %% added
import deepcalc as dc
import numpy as np, numpy as num
from deepcalc import checking as check

# %% solution: fan_out_derivative
def fan_out_derivative(x):
    s, c = num.sin(x), num.cos(x)
    return s + (x + num.exp(s)) * c
