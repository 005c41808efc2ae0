"""what: big-endian numbers, as read from an old file
"""
# %% solution: relu_derivative
def relu_derivative(x):
    return np.where(np.asarray(x) > 0, 1.0, 0.0).astype(">f8")
