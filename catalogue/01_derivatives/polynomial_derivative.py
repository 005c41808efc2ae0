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
# hint: 2
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


# %% right: sum from zeros
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x, dtype=float)
    for k, c in enumerate(coeffs):
        if k > 0:
            total = total + k * c * x ** (k - 1)
    return total


# %% right: Horner
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    result = np.zeros(x.shape)
    for k in range(len(coeffs) - 1, 0, -1):
        result = result * x + k * coeffs[k]
    return result


# %% right: Horner with value and slope together
def polynomial_derivative(coeffs, x):
    t = np.array(x, dtype=float)
    p, dp = 0 * t, 0 * t
    for c in reversed(list(coeffs)):
        dp = dp * t + p
        p = p * t + c
    return dp


# %% right: numpy Polynomial class
def polynomial_derivative(coeffs, x):
    p = np.polynomial.Polynomial(coeffs)
    return p.deriv()(np.asarray(x, dtype=float))


# %% right: polyder and polyval with the order turned
def polynomial_derivative(coeffs, x):
    highest_first = np.array(coeffs, dtype=float)[::-1]
    slope = np.polyder(highest_first)
    if slope.size == 0:
        slope = np.zeros(1)
    return np.polyval(slope, np.asarray(x, dtype=float))


# %% right: broadcast powers and tensordot
def polynomial_derivative(coeffs, x):
    c = np.asarray(coeffs, dtype=float)
    x = np.asarray(x, dtype=float)
    k = np.arange(1, len(c))
    powers = x[..., None] ** (k - 1)
    return (powers * (k * c[1:])).sum(axis=-1)


# %% right: einsum over powers
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    d = [k * float(c) for k, c in enumerate(coeffs)][1:] or [0.0]
    powers = np.array([x**j for j in range(len(d))])
    return np.einsum("k,k...->...", d, powers)


# %% right: running power
def polynomial_derivative(coeffs, x):
    x = x + 0.0
    power = x * 0 + 1.0
    slope = x * 0
    for k in range(1, len(coeffs)):
        slope = slope + k * coeffs[k] * power
        power = power * x
    return slope


# %% right: pure Python on each entry
def slope_at(coeffs, t):
    t = float(t)
    return float(sum(k * float(c) * t ** (k - 1) for k, c in enumerate(coeffs) if k))


def polynomial_derivative(coeffs, x):
    if np.ndim(x) == 0:
        return slope_at(coeffs, x)
    x = np.asarray(x)
    out = np.empty(x.shape, dtype=float)
    for index in np.ndindex(*x.shape):
        out[index] = slope_at(coeffs, x[index])
    return out


# %% right: np.vectorize with fsum
from math import fsum


def polynomial_derivative(coeffs, x):
    terms = [(k, float(c)) for k, c in enumerate(coeffs)][1:]
    at = lambda t: fsum(k * c * float(t) ** (k - 1) for k, c in terms)
    return np.vectorize(at, otypes=[float])(x)


# %% right: recursion on the product rule
def polynomial_derivative(coeffs, x):
    # p = c0 + x q, so p' = q + x q'
    def both(rest):
        if len(rest) == 0:
            return zero, zero
        q, dq = both(rest[1:])
        return rest[0] + x * q, q + x * dq

    x = np.asarray(x, dtype=float)
    zero = np.zeros_like(x)
    return both(list(coeffs))[1]


# %% right: dual numbers
class Dual:
    def __init__(self, value, slope):
        self.value, self.slope = value, slope

    def times(self, other):
        return Dual(
            self.value * other.value,
            self.value * other.slope + self.slope * other.value,
        )

    def plus_constant(self, c):
        return Dual(self.value + c, self.slope)


def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    variable = Dual(x, np.ones_like(x))
    p = Dual(np.zeros_like(x), np.zeros_like(x))
    for c in list(coeffs)[::-1]:
        p = p.times(variable).plus_constant(c)
    return p.slope


# %% right: derivative matrix
def polynomial_derivative(coeffs, x):
    c = np.asarray(coeffs, dtype=float)
    D = np.diag(np.arange(1.0, len(c)), k=1)
    return np.polynomial.polynomial.polyval(np.asarray(x, dtype=float), D @ c)


# %% wrong: exponent not lowered again
# The exponent came down as a factor, but was not lowered by one.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k, c in enumerate(coeffs):
        total = total + k * c * x**k
    return total


# %% wrong: factor missing
# The exponent was lowered, but did not come down as a factor.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k in range(1, len(coeffs)):
        total = total + coeffs[k] * x ** (k - 1)
    return total


# %% wrong: factor off by one
# The factor is one too small: it is the exponent before it is lowered.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k, c in enumerate(coeffs[1:]):
        total = total + k * c * x**k
    return total


# %% wrong: the polynomial itself again
# This is the value of the polynomial, not its slope.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k, c in enumerate(coeffs):
        total = total + c * x**k
    return total


# %% wrong: constant term kept
# The constant term is still there; the slope of a constant is 0.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x) + coeffs[0]
    for k in range(1, len(coeffs)):
        total = total + k * coeffs[k] * x ** (k - 1)
    return total


# %% wrong: last term missing
# The highest power is missing from your sum.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k in range(1, len(coeffs) - 1):
        total = total + k * coeffs[k] * x ** (k - 1)
    return total


# %% wrong: order of the coefficients
# You read the coefficients from the highest power down; coeffs[0] is the constant.
def polynomial_derivative(coeffs, x):
    return np.polyval(np.polyder(np.array(coeffs, dtype=float)), x) + 0.0 * x


# %% wrong: constant polynomial gives a bare number
# For a constant polynomial your result does not have the shape of x.
def polynomial_derivative(coeffs, x):
    total = 0.0
    for k in range(1, len(coeffs)):
        total = total + k * coeffs[k] * np.asarray(x, dtype=float) ** (k - 1)
    return total


# %% wrong: linear polynomial gives a bare number
# For a polynomial of degree 1 and an array x you return a single number.
def polynomial_derivative(coeffs, x):
    if len(coeffs) == 1:
        return np.zeros_like(x, dtype=float)
    if len(coeffs) == 2:
        return float(coeffs[1])
    x = np.asarray(x, dtype=float)
    return sum(k * coeffs[k] * x ** (k - 1) for k in range(1, len(coeffs)))


# %% wrong: measured
# This is a difference, not the rules, and far out it is too coarse.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    p = lambda t: sum(c * t**k for k, c in enumerate(coeffs))
    h = 1e-5
    return (p(x + h) - p(x - h)) / (2 * h)


# %% wrong: measured with a step that grows
# The slope is measured; even with a step that fits the place, digits get lost that the rules would
# keep.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    p = lambda t: sum(c * t**k for k, c in enumerate(coeffs))
    h = 1e-3 * (1 + np.abs(x))
    return (p(x + h) - p(x - h)) / (2 * h)


# %% wrong: stops at a zero coefficient
# The loop ends at the first coefficient that is zero, though higher powers may follow.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k, c in enumerate(coeffs):
        if k == 0:
            continue
        if c == 0:
            break
        total = total + k * c * x ** (k - 1)
    return total


# %% wrong: drops zero coefficients first
# Removing the zeros shifts all later coefficients to lower powers.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    kept = [c for c in coeffs if c != 0]
    for k in range(1, len(kept)):
        total = total + k * kept[k] * x ** (k - 1)
    return total


# %% wrong: exponent by looking the coefficient up
# When two coefficients are equal, the second one gets the exponent of the first.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    coeffs = list(coeffs)
    total = np.zeros_like(x)
    for c in coeffs[1:]:
        k = coeffs.index(c)
        if k > 0:
            total = total + k * c * x ** (k - 1)
    return total


# %% wrong: dictionary keyed by coefficient
# Equal coefficients share one entry of your dictionary, so one of their terms is lost.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    power_of = {c: k for k, c in enumerate(coeffs)}
    total = np.zeros_like(x)
    for c, k in power_of.items():
        if k > 0:
            total = total + k * c * x ** (k - 1)
    return total


# %% wrong: up to the cube
# Terms beyond the third power are ignored; any degree is asked for.
def polynomial_derivative(coeffs, x):
    c = list(coeffs) + [0, 0, 0]
    x = np.asarray(x, dtype=float)
    return c[1] + 2 * c[2] * x + 3 * c[3] * x**2


# %% wrong: negative power of zero
# At 0 your constant term becomes zero times infinity; leave this term out.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k, c in enumerate(coeffs):
        total = total + k * c * x ** (k - 1.0)
    return total


# %% wrong: whole-number result
# For an array of whole numbers the sum is kept in whole numbers and loses its decimals.
def polynomial_derivative(coeffs, x):
    if np.ndim(x) == 0:
        x = float(x)
        return sum((k * c * x ** (k - 1) for k, c in enumerate(coeffs) if k), 0.0)
    total = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        t = float(x[i])
        total[i] = sum(k * c * t ** (k - 1) for k, c in enumerate(coeffs) if k)
    return total


# %% wrong: coefficients cut to whole numbers
# Decimals of the coefficients are thrown away.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k, c in enumerate(coeffs):
        if k:
            total = total + k * int(c) * x ** (k - 1)
    return total


# %% wrong: pops the list
# You remove the first coefficient from the caller's list, so the next call sees another
# polynomial; and an array cannot be popped.
def polynomial_derivative(coeffs, x):
    coeffs.pop(0)
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k, c in enumerate(coeffs):
        total = total + (k + 1) * c * x**k
    return total


# %% wrong: scales the coefficients in place
# The list of coefficients is changed by your function.
def polynomial_derivative(coeffs, x):
    for k in range(len(coeffs)):
        coeffs[k] *= k
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k in range(1, len(coeffs)):
        total = total + coeffs[k] * x ** (k - 1)
    return total


# %% wrong: single precision
# The result keeps only about seven digits.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=np.float32)
    total = np.zeros_like(x)
    for k in range(1, len(coeffs)):
        total = total + np.float32(k * coeffs[k]) * x ** np.float32(k - 1)
    return total


# %% wrong: flattens
# An array with rows and columns comes back as one long row.
def polynomial_derivative(coeffs, x):
    if np.ndim(x) == 0:
        return float(polynomial_derivative(coeffs, np.array([x]))[0])
    x = np.ravel(x).astype(float)
    c = np.asarray(coeffs, dtype=float)
    k = np.arange(1, len(c))
    return np.vander(x, len(k), increasing=True) @ (k * c[1:])


# %% wrong: one-dimensional broadcasting
# When x has rows and columns, only its first column is used and the shape of x is lost.
def polynomial_derivative(coeffs, x):
    c = np.asarray(coeffs, dtype=float)
    k = np.arange(1, len(c))
    x = np.asarray(x, dtype=float)
    if x.ndim == 0:
        return float((k * c[1:] * x ** (k - 1)).sum())
    return (k * c[1:] * x.reshape(len(x), -1)[:, :1] ** (k - 1)).sum(axis=1)


# %% wrong: numbers become arrays
# For a number x you return an array with one entry.
def polynomial_derivative(coeffs, x):
    x = np.atleast_1d(np.asarray(x, dtype=float))
    total = np.zeros_like(x)
    for k in range(1, len(coeffs)):
        total = total + k * coeffs[k] * x ** (k - 1)
    return total


# %% wrong: rounded
# The slope is rounded to six decimals, and small slopes disappear.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k in range(1, len(coeffs)):
        total = total + k * coeffs[k] * x ** (k - 1)
    return np.round(total, 6)


# %% wrong: list of coefficients only
# The coefficients may come as an array too, and your test whether any are left works for lists
# only.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    rest = coeffs[1:]
    if rest:
        for k, c in enumerate(rest, start=1):
            total = total + k * c * x ** (k - 1)
    return total


# %% wrong: second derivative
# The rule is applied twice.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k in range(2, len(coeffs)):
        total = total + k * (k - 1) * coeffs[k] * x ** (k - 2)
    return total


# %% wrong: even powers lose their sign
# Powers are computed from the size of x without its sign, so slopes to the left of zero come out
# wrong.
def polynomial_derivative(coeffs, x):
    x = np.abs(np.asarray(x, dtype=float))
    total = np.zeros_like(x)
    for k in range(1, len(coeffs)):
        total = total + k * coeffs[k] * x ** (k - 1)
    return total


# %% wrong: returns inside the loop
# The return stands inside the loop, so only one term is counted.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    total = np.zeros_like(x)
    for k in range(1, len(coeffs)):
        total = total + k * coeffs[k] * x ** (k - 1)
        return total
    return total


# %% wrong: running sum in a default
# The sum is kept from one call to the next.
def polynomial_derivative(coeffs, x, sums={}):
    x = np.asarray(x, dtype=float)
    key = (x.shape, len(coeffs))
    sums.setdefault(key, np.zeros_like(x))
    for k in range(1, len(coeffs)):
        sums[key] = sums[key] + k * coeffs[k] * x ** (k - 1)
    return sums[key]


# %% lookup: the three polynomials of the check
# The slopes of a few fixed polynomials are written down, and all others are treated as constant.
def polynomial_derivative(coeffs, x):
    x = np.asarray(x, dtype=float)
    known = {
        (5, 3, 2): lambda t: 3 + 4 * t,
        (1.0, -2.0, 0.5, 3.0): lambda t: -2 + t + 9 * t**2,
    }
    return known.get(tuple(coeffs), np.zeros_like)(x)


# %% equivalent: np.zeros_like(x, dtype=float) → np.zeros_like(x)
# Whole zeros are zeros, and the first term makes the sum a float.
