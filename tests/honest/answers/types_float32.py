"""what: a result in float32 where the tolerance allows it
"""
# %% solution: relu_derivative
def relu_derivative(x):
    return np.where(np.asarray(x) > 0, 1, 0).astype(np.float32)
