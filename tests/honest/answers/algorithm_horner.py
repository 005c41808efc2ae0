"""what: Horner's rule for the derivative of a polynomial
"""
# %% solution: polynomial_derivative
def polynomial_derivative(coeffs, x):
    slope = 0.0 * np.asarray(x)
    for k in range(len(coeffs) - 1, 0, -1):
        slope = slope * x + k * coeffs[k]
    return slope
