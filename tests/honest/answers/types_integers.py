"""what: Python ints and integer arrays for whole numbers
"""
# %% solution: relu_derivative
def relu_derivative(x):
    return np.where(np.asarray(x) > 0, 1, 0) if np.ndim(x) else int(x > 0)
