"""what: functions written to a file by %%writefile, and imported
assignment: 03_gradients
kernel: passes
"""
# %% added
%%writefile -a helper.py

STEP = 1e-5

# %% added
%%writefile helper.py
import numpy as np

def shifted(x, i, h):
    there = np.array(x, dtype=float)
    there[i] += h
    return there

def softmax(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum()

# %% solution: jacobian
import helper
from helper import STEP

def jacobian(f, x):
    pairs = [(helper.shifted(x, j, STEP), helper.shifted(x, j, -STEP)) for j in range(len(x))]
    return np.array([(f(a) - f(b)) / (2 * STEP) for a, b in pairs]).T

# %% solution: softmax_vjp
from helper import softmax as s_of

def softmax_vjp(z, g):
    return s_of(z) * (g - g @ s_of(z))
