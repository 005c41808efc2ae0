"""Answers to `sigmoid_derivative` of 01_derivatives, right and wrong."""


# %% right: value right times value left
def sigmoid_derivative(x):
    return sigmoid(x) * sigmoid(-x)


# %% right: from the harmless exponent
def sigmoid_derivative(x):
    small = np.exp(-np.abs(x))
    return small / (1 + small) ** 2


# %% right: by way of cosh
def sigmoid_derivative(x):
    return 0.25 / np.cosh(np.asarray(x) / 2) ** 2


# %% right: with logaddexp
def sigmoid_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.exp(-np.logaddexp(0, x) - np.logaddexp(0, -x))


# %% right: the left side, mirrored
def sigmoid_derivative(x):
    left = 1 / (1 + np.exp(np.abs(x)))
    return left * (1 - left)


# %% right: one number at a time
def sigmoid_derivative(x):
    flat = [np.exp(-abs(t)) / (1 + np.exp(-abs(t))) ** 2 for t in np.ravel(x)]
    return np.reshape(flat, np.shape(x))


# %% wrong: one minus loses its digits
# Far out on the right you subtract two numbers that have become equal.
# hint: 2
def sigmoid_derivative(x):
    s = sigmoid(x)
    return s * (1 - s)


# %% wrong: the value itself
# This is the sigmoid, not its slope.
def sigmoid_derivative(x):
    return sigmoid(x)


# %% wrong: what is missing to one
# This is only one of the two factors.
def sigmoid_derivative(x):
    return sigmoid(-x)


# %% wrong: value squared
# Both of your factors are the value at x.
def sigmoid_derivative(x):
    return sigmoid(x) ** 2


# %% wrong: wrong sign
# The sigmoid rises everywhere, your slope is negative.
def sigmoid_derivative(x):
    return -sigmoid(x) * sigmoid(-x)


# %% wrong: rule applied to x
# The rule multiplies the value by what is missing to one; you apply it to x itself.
def sigmoid_derivative(x):
    return x * (1 - x)


# %% wrong: tanh's rule
# This is the rule for tanh, applied to the sigmoid.
def sigmoid_derivative(x):
    return 1 - sigmoid(x) ** 2


# %% wrong: plain formula overflows
# Far out on the left an infinity is divided by an infinity.
# hint: 2
def sigmoid_derivative(x):
    grown = np.exp(-x)
    return grown / (1 + grown) ** 2


# %% wrong: a difference quotient
# The result is close, but its digits are lost far out: it looks like a difference quotient.
# hint: 2
def sigmoid_derivative(x):
    return (sigmoid(x + 1e-5) - sigmoid(x - 1e-5)) / 2e-5


# %% wrong: denominator not squared
# Your slope is too large in the middle: something in the denominator is missing.
def sigmoid_derivative(x):
    small = np.exp(-np.abs(x))
    return small / (1 + small)


# %% wrong: numbers only
# It works for one number, but x may be an array.
def sigmoid_derivative(x):
    small = np.exp(-x) if x >= 0 else np.exp(x)
    return small / (1 + small) ** 2


# %% wrong: twice as large
# The slope at 0 is a quarter; yours is a half.
def sigmoid_derivative(x):
    return 2 * sigmoid(x) * sigmoid(-x)


# %% wrong: tail begins too late
# Your formula for the tail is right, but digits are lost before it begins.
# hint: 2
def sigmoid_derivative(x):
    s = sigmoid(x)
    return np.where(np.abs(x) > 30, np.exp(-np.abs(x)), s * (1 - s))


# %% wrong: whole numbers stay whole
# Where x holds whole numbers your slopes are cut off to whole numbers, too.
def sigmoid_derivative(x):
    slope = np.zeros_like(x)
    slope[...] = sigmoid(x) * sigmoid(-x)
    return slope


# %% right: harmless exponent
def sigmoid_derivative(x):
    e = np.exp(-np.abs(np.asarray(x, dtype=float)))
    return e / (1 + e) ** 2


# %% right: the small side and what it misses
def sigmoid_derivative(x):
    # the slope is the same on both sides, so stay on the left
    small = sigmoid(-np.abs(np.asarray(x, dtype=float)))
    return small * (1 - small)


# %% right: hyperbolic cosine
def sigmoid_derivative(x):
    return 0.25 / np.cosh(np.asarray(x, dtype=float) / 2) ** 2


# %% right: pure Python and np.vectorize
import math


def slope_of_number(t):
    e = math.exp(-abs(float(t)))
    return e / ((1 + e) * (1 + e))


sigmoid_derivative = np.vectorize(slope_of_number, otypes=[float])


# %% right: loop over entries
from math import cosh


def sigmoid_derivative(x):
    if np.ndim(x) == 0:
        return 1 / (2 * cosh(x / 2)) ** 2
    x = np.asarray(x, dtype=float)
    out = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        out[i] = sigmoid_derivative(float(x[i]))
    return out


# %% right: sum of two exponentials
def sigmoid_derivative(x):
    half = np.asarray(x, dtype=float) / 2
    both = np.exp(half) + np.exp(-half)
    return both**-2.0


# %% right: two plus two exponentials
def sigmoid_derivative(x):
    # e^x / (1 + e^x)^2 with numerator and denominator divided by e^x
    x = np.asarray(x, dtype=float)
    return 1 / (np.exp(x) + 2 + np.exp(-x))


# %% right: product over both signs
def sigmoid_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.prod([sigmoid(s * x) for s in (1.0, -1.0)], axis=0)


# %% right: recursion on rows
def sigmoid_derivative(x):
    if np.ndim(x) > 0:
        return np.array([sigmoid_derivative(r) for r in x], dtype=float).reshape(
            np.shape(x)
        )
    a, b = float(sigmoid(float(x))), float(sigmoid(-float(x)))
    return a * b


# %% wrong: accurate on the right only
# On the right you keep the digits, but far to the left your subtraction gives 0.
def sigmoid_derivative(x):
    s = sigmoid(-np.asarray(x, dtype=float))
    return s * (1 - s)


# %% wrong: square overflows on the right
# Far to the right the square of the denominator becomes infinite.
def sigmoid_derivative(x):
    e = np.exp(np.asarray(x, dtype=float))
    return e / (1 + e) ** 2


# %% wrong: square overflows on the left
# Far out on the left an infinity is divided by an infinity.
def sigmoid_derivative(x):
    e = np.exp(-np.asarray(x, dtype=float))
    return e / (1 + e) ** 2


# %% wrong: what is missing to one again
# One of the two factors is missing.
def sigmoid_derivative(x):
    return 1 - sigmoid(x)


# %% wrong: brackets
# Without brackets you square the value and subtract it, in the wrong order.
def sigmoid_derivative(x):
    return sigmoid(x) * 1 - sigmoid(x)


# %% wrong: sign
# The sigmoid rises everywhere, your slope is negative.
def sigmoid_derivative(x):
    return -sigmoid(x) * sigmoid(-np.asarray(x, dtype=float))


# %% wrong: measured
# The result is close, but its digits are lost far out: it looks like a difference quotient.
def sigmoid_derivative(x):
    return central_difference(sigmoid, np.asarray(x, dtype=float))


# %% wrong: measured far out on the left side
# The slope is measured and not computed, so most of its digits are missing.
def sigmoid_derivative(x):
    x = -np.abs(np.asarray(x, dtype=float))
    return central_difference(sigmoid, x, 1e-3)


# %% wrong: cosh without the half
# This is a slope of another curve: x is not scaled as it should be.
def sigmoid_derivative(x):
    return 0.25 / np.cosh(np.asarray(x, dtype=float)) ** 2


# %% wrong: cosh without the quarter
# At 0 this is larger than the slope can be.
def sigmoid_derivative(x):
    return 1 / np.cosh(np.asarray(x, dtype=float) / 2) ** 2


# %% wrong: clipped at fifty
# Beyond 50 the slope stays at one value, though it goes on shrinking.
def sigmoid_derivative(x):
    x = np.clip(np.asarray(x, dtype=float), -50, 50)
    e = np.exp(-np.abs(x))
    return e / (1 + e) ** 2


# %% wrong: clipped at five hundred
# Beyond 500 the slope stays at one value, though it goes on shrinking.
def sigmoid_derivative(x):
    x = np.clip(np.asarray(x, dtype=float), -500, 500)
    return 1 / (np.exp(x) + 2 + np.exp(-x))


# %% wrong: zero beyond a hundred
# Beyond 100 you return exactly 0, but the slope is tiny, not zero.
def sigmoid_derivative(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(np.abs(x) > 100, 0.0, e / (1 + e) ** 2)


# %% wrong: small number added
# A small constant is added so that the slope is never 0, and far out only this constant is left.
def sigmoid_derivative(x):
    e = np.exp(-np.abs(np.asarray(x, dtype=float)))
    return e / (1 + e) ** 2 + 1e-30


# %% wrong: only the exponential beyond twenty, sign kept
# Far out you use a simpler formula, but it depends on the sign of x and grows on one side.
def sigmoid_derivative(x):
    x = np.asarray(x, dtype=float)
    near = sigmoid(x) * sigmoid(-x)
    return np.where(np.abs(x) > 20, np.exp(-x), near)


# %% wrong: exponential too early
# The simpler formula for far out is used too close to zero, where it is not accurate.
def sigmoid_derivative(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(np.abs(x) > 5, e, e / (1 + e) ** 2)


# %% wrong: single precision
# In single precision numbers far out become 0.
def sigmoid_derivative(x):
    e = np.exp(-np.abs(np.asarray(x, dtype=np.float32)))
    return e / (1 + e) ** 2


# %% wrong: rounded
# The slope is rounded to twenty decimals, and far out no digits are left.
def sigmoid_derivative(x):
    e = np.exp(-np.abs(np.asarray(x, dtype=float)))
    return np.round(e / (1 + e) ** 2, 20)


# %% wrong: numbers only again
# It works for one number, but x may be an array.
def sigmoid_derivative(x):
    if x > 0:
        x = -x
    s = sigmoid(x)
    return s * (1 - s)


# %% wrong: math functions
# The functions of the math module take one number and no arrays.
import math


def sigmoid_derivative(x):
    e = math.exp(-abs(x))
    return e / (1 + e) ** 2


# %% wrong: numbers become arrays
# For a number you return an array with one entry.
def sigmoid_derivative(x):
    e = np.exp(-np.abs(np.atleast_1d(np.asarray(x, dtype=float))))
    return e / (1 + e) ** 2


# %% wrong: flattens
# An array with rows and columns comes back as one long row.
def sigmoid_derivative(x):
    if np.ndim(x) == 0:
        return sigmoid(x) * sigmoid(-x)
    return np.array(
        [float(sigmoid(t)) * float(sigmoid(-t)) for t in np.ravel(x).astype(float)]
    )


# %% wrong: whole-number output
# For an array of whole numbers the slopes are stored as whole numbers, so all of them become 0.
def sigmoid_derivative(x):
    e = np.exp(-np.abs(x * 1.0))
    out = np.zeros_like(x)
    out[...] = e / (1 + e) ** 2
    return out if np.ndim(x) else float(e / (1 + e) ** 2)


# %% wrong: changes x in place
# The caller's array is made negative.
def sigmoid_derivative(x):
    if np.ndim(x) == 0:
        return sigmoid(x) * sigmoid(-x)
    x[x > 0] *= -1
    s = sigmoid(x)
    return s * (1 - s)


# %% wrong: negates x in place
# The sign of the caller's array is turned and not turned back.
def sigmoid_derivative(x):
    right = sigmoid(x)
    if np.ndim(x) == 0:
        x = -x
    else:
        x *= -1
    return right * sigmoid(x)


# %% wrong: matrix product
# For arrays you multiply and add up over an axis; the product should be taken entry by entry.
def sigmoid_derivative(x):
    x = np.asarray(x, dtype=float)
    if x.ndim < 2:
        return sigmoid(x) * sigmoid(-x)
    return sigmoid(x) @ sigmoid(-x).T


# %% wrong: one sign for the whole array
# The accurate side is chosen once for the whole array; entries on the other side lose their
# digits.
def sigmoid_derivative(x):
    x = np.asarray(x, dtype=float)
    s = sigmoid(-x) if np.all(x > 0) else sigmoid(x)
    return s * (1 - s)


# %% wrong: repair only for numbers
# The accurate side is chosen once for the whole array; entries on the other side lose their
# digits.
def sigmoid_derivative(x):
    if np.ndim(x) == 0:
        return sigmoid(float(x)) * sigmoid(-float(x))
    s = sigmoid(x)
    return s * (1 - s)


# %% wrong: repair only where exactly zero
# Only a slope that came out as exactly 0 is repaired; a little closer to zero most digits are lost
# already.
def sigmoid_derivative(x):
    x = np.asarray(x, dtype=float)
    s = sigmoid(x)
    rough = s * (1 - s)
    return np.where(rough == 0, np.exp(-np.abs(x)), rough)


# %% wrong: shared array
# All results of one shape share the same memory, so a later call overwrites an earlier result.
_memory = {}


def sigmoid_derivative(x):
    x = np.asarray(x, dtype=float)
    values = sigmoid(x) * sigmoid(-x)
    if x.ndim == 0:
        return float(values)
    out = _memory.setdefault(x.shape, np.empty(x.shape))
    np.copyto(out, values)
    return out


# %% lookup: table of slopes
# The slope is read off a table around zero, and one value far out is stored; between and beyond
# them the result is not accurate.
_grid = np.arange(-4, 4.0001, 0.0005)
_slopes = np.exp(-_grid) / (1 + np.exp(-_grid)) ** 2


def sigmoid_derivative(x):
    far = np.equal(x, 40.0)
    return np.where(
        far, 4.248354255291589e-18, np.interp(x, _grid, _slopes, left=0, right=0)
    )


# %% equivalent: argument 0: absolute value
# The slope is the same at x and at −x.
