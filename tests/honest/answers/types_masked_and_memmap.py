"""what: an ndarray subclass: a masked array without masks
"""
# %% solution: tanh_derivative
def tanh_derivative(x):
    return np.ma.asarray(1 / np.cosh(x) ** 2) if np.ndim(x) else 1 / np.cosh(x) ** 2
