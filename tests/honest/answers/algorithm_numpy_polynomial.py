"""what: NumPy's own polynomials
"""
# %% solution: polynomial_derivative
from numpy.polynomial import Polynomial

def polynomial_derivative(coeffs, x):
    return Polynomial(coeffs).deriv()(x) + np.zeros(np.shape(x))
