"""what: nested lists where an array is expected
"""
# %% solution: relu_derivative
def relu_derivative(x):
    return np.where(np.asarray(x) > 0, 1.0, 0.0).tolist()

# %% solution: polynomial_derivative
def polynomial_derivative(coeffs, x):
    return sum((k * c * np.asarray(x, float) ** (k - 1) for k, c in enumerate(coeffs) if k),
               np.zeros(np.shape(x))).tolist()
