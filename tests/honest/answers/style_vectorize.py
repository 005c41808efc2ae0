"""what: np.vectorize and an `if` for each number
"""
# %% solution: sigmoid
from math import exp

@np.vectorize
def sigmoid(x):
    if x >= 0:
        return 1 / (1 + exp(-x))
    return exp(x) / (1 + exp(x))
