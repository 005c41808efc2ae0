"""tries: return arrays of other shapes that broadcast against the expected one, or empty ones
class: lying objects
"""
# %% solution: sigmoid
def sigmoid(x):
    return np.empty((0,) + np.shape(x))

# %% solution: relu_derivative
def relu_derivative(x):
    return np.empty(0)

# %% solution: tanh_derivative
def tanh_derivative(x):
    return (1 / np.cosh(x) ** 2)[None] if np.ndim(x) else np.array([1 / np.cosh(x) ** 2])

# %% solution: tangent_line
def tangent_line(f, df, x0, x):
    return np.array([f(x0) + df(x0) * (x - x0)])
