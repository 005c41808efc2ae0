"""what: recursion with list slices
"""
# %% solution: polynomial_derivative
def value(coeffs, x):
    return coeffs[0] + x * value(coeffs[1:], x) if len(coeffs) else 0.0 * x

def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    return value([k * c for k, c in enumerate(coeffs)][1:], x)
