"""Answers to `polynomial_derivative` of 01_derivatives, right and wrong."""


# %% right: a sum over the terms
def polynomial_derivative(coeffs, x):
    slope = np.zeros_like(x, dtype=float)
    for k in range(1, len(coeffs)):
        slope = slope + k * coeffs[k] * x ** (k - 1)
    return slope


# %% right: Horner's scheme
def polynomial_derivative(coeffs, x):
    slope = 0.0 * np.asarray(x, dtype=float)
    for k in reversed(range(1, len(coeffs))):
        slope = slope * x + k * coeffs[k]
    return slope


# %% right: NumPy's polynomials
def polynomial_derivative(coeffs, x):
    return np.polynomial.Polynomial(coeffs).deriv()(np.asarray(x, dtype=float))


# %% right: polyval on the lowered coefficients
def polynomial_derivative(coeffs, x):
    lowered = [k * c for k, c in enumerate(coeffs)][1:] or [0.0]
    return np.polyval(lowered[::-1], np.asarray(x, dtype=float))


# %% right: powers as a matrix
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    k = np.arange(1, len(coeffs))
    powers = x[..., None] ** (k - 1)
    return powers @ (k * np.asarray(coeffs[1:], dtype=float))


# %% right: NumPy's functions for coefficients
def polynomial_derivative(coeffs, x):
    from numpy.polynomial import polynomial

    return polynomial.polyval(x, polynomial.polyder(coeffs))


# %% wrong: exponent not lowered
# The exponent came down as a factor, but was not lowered by one.
def polynomial_derivative(coeffs, x):
    slope = np.zeros_like(x, dtype=float)
    for k, c in enumerate(coeffs):
        slope = slope + k * c * x**k
    return slope


# %% wrong: factor forgotten
# The exponent was lowered, but did not come down as a factor.
def polynomial_derivative(coeffs, x):
    slope = np.zeros_like(x, dtype=float)
    for k, c in enumerate(coeffs):
        if k > 0:
            slope = slope + c * x ** (k - 1)
    return slope


# %% wrong: the polynomial itself
# This is the value of the polynomial, not its slope.
def polynomial_derivative(coeffs, x):
    value = np.zeros_like(x, dtype=float)
    for k, c in enumerate(coeffs):
        value = value + c * x**k
    return value


# %% wrong: factor from the new exponent
# The factor is one too small: it is the exponent before it is lowered.
def polynomial_derivative(coeffs, x):
    slope = np.zeros_like(x, dtype=float)
    for k, c in enumerate(coeffs):
        if k > 0:
            slope = slope + (k - 1) * c * x ** (k - 1)
    return slope


# %% wrong: coefficients in the other order
# You read the coefficients from the highest power down; coeffs[0] is the constant.
def polynomial_derivative(coeffs, x):
    return np.polyval(
        np.polyder(np.array(coeffs, dtype=float)), np.asarray(x, dtype=float)
    )


# %% wrong: last term forgotten
# The highest power is missing from your sum.
def polynomial_derivative(coeffs, x):
    slope = np.zeros_like(x, dtype=float)
    for k in range(1, len(coeffs) - 1):
        slope = slope + k * coeffs[k] * x ** (k - 1)
    return slope


# %% wrong: linear term forgotten
# The term with x to the first power is missing from your sum.
def polynomial_derivative(coeffs, x):
    slope = np.zeros_like(x, dtype=float)
    for k in range(2, len(coeffs)):
        slope = slope + k * coeffs[k] * x ** (k - 1)
    return slope


# %% wrong: a difference quotient
# The result is close, but not exact: it looks like a difference quotient, and the rules are asked for.
def polynomial_derivative(coeffs, x):
    p = np.polynomial.Polynomial(coeffs)
    return (p(np.asarray(x) + 1e-6) - p(np.asarray(x) - 1e-6)) / 2e-6


# %% wrong: constant keeps its value
# The constant term is still there; the slope of a constant is 0.
def polynomial_derivative(coeffs, x):
    slope = np.full_like(x, coeffs[0], dtype=float)
    for k in range(1, len(coeffs)):
        slope = slope + k * coeffs[k] * x ** (k - 1)
    return slope


# %% wrong: a number for a constant and an array
# For a constant polynomial your result does not have the shape of x.
def polynomial_derivative(coeffs, x):
    slope = 0.0
    for k in range(1, len(coeffs)):
        slope = slope + k * coeffs[k] * x ** (k - 1)
    return slope


# %% wrong: summed over x
# The slopes at all places are added up; one for each place is asked for.
def polynomial_derivative(coeffs, x):
    slope = 0.0
    for k in range(1, len(coeffs)):
        slope += np.sum(k * coeffs[k] * np.asarray(x, dtype=float) ** (k - 1))
    return slope


# %% wrong: changes the coefficients
# The list of coefficients is changed by your function.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    slope = 0.0 * x
    for k in range(len(coeffs)):
        coeffs[k] = coeffs[k] * k
        if k > 0:
            slope = slope + coeffs[k] * x ** (k - 1)
    return slope


# %% wrong: constant term not left out
# At 0 your constant term becomes zero times infinity; leave this term out.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    return sum(k * c * x ** (k - 1) for k, c in enumerate(coeffs))


# %% wrong: whole numbers stay whole
# Where x holds whole numbers your slopes are cut off to whole numbers, too.
def polynomial_derivative(coeffs, x):
    slope = np.zeros_like(x)
    for k in range(1, len(coeffs)):
        slope = (slope + k * coeffs[k] * x ** (k - 1)).astype(slope.dtype)
    return slope


# %% equivalent: np.zeros_like(x, dtype=float) → np.zeros_like(x)
# Whole zeros are zeros, and the first term makes the sum a float.
