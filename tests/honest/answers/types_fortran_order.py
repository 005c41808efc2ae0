"""what: arrays in Fortran order, reversed and transposed views, not contiguous
"""
# %% solution: relu_derivative
def relu_derivative(x):
    return np.asfortranarray(np.where(x > 0, 1.0, 0.0)) if np.ndim(x) else float(x > 0)

# %% solution: tanh_derivative
def tanh_derivative(x):
    if np.ndim(x) == 0:
        return 1 / np.cosh(x) ** 2
    return (1 / np.cosh(x.T[..., ::-1]) ** 2)[..., ::-1].T
