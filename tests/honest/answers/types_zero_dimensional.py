"""what: arrays without dimensions where numbers are expected
"""
# %% solution: forward_difference
def forward_difference(f, x, h):
    return np.array((f(x + h) - f(x)) / h)

# %% solution: tanh_derivative
def tanh_derivative(x):
    return np.asarray(np.cosh(x)) ** -2.0
