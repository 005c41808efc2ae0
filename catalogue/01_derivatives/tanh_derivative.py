"""Answers to `tanh_derivative` of 01_derivatives, right and wrong."""


# %% right: one over cosh squared
def tanh_derivative(x):
    return 1 / np.cosh(x) ** 2


# %% right: from the harmless exponent
def tanh_derivative(x):
    small = np.exp(-2 * np.abs(x))
    return 4 * small / (1 + small) ** 2


# %% right: two exponentials
def tanh_derivative(x):
    return (2 / (np.exp(x) + np.exp(-x))) ** 2


# %% right: a power
def tanh_derivative(x):
    return np.cosh(x) ** -2.0


# %% right: one number at a time
import math


def tanh_derivative(x):
    if np.ndim(x) == 0:
        return 1 / math.cosh(x) ** 2
    return np.array([tanh_derivative(t) for t in x])


# %% wrong: one minus loses its digits
# Far out you subtract two numbers that have become equal.
# hint: 1
def tanh_derivative(x):
    return 1 - np.tanh(x) ** 2


# %% wrong: square forgotten
# The value is subtracted, its square is meant.
def tanh_derivative(x):
    return 1 - np.tanh(x)


# %% wrong: cosh not squared
# A square is missing in the denominator.
def tanh_derivative(x):
    return 1 / np.cosh(x)


# %% wrong: a plus
# The square is added; the slope cannot be larger than 1.
def tanh_derivative(x):
    return 1 + np.tanh(x) ** 2


# %% wrong: sinh for cosh
# At 0 you divide by zero: the two hyperbolic functions are mixed up.
def tanh_derivative(x):
    return 1 / np.sinh(x) ** 2


# %% wrong: wrong sign
# tanh rises everywhere, your slope is negative.
def tanh_derivative(x):
    return -1 / np.cosh(x) ** 2


# %% wrong: sigmoid's rule
# This is the rule for the sigmoid, applied to tanh.
def tanh_derivative(x):
    t = np.tanh(x)
    return t * (1 - t)


# %% wrong: the value itself
# This is tanh, not its slope.
def tanh_derivative(x):
    return np.tanh(x)


# %% wrong: a difference quotient
# The result is close, but its digits are lost far out: it looks like a difference quotient.
def tanh_derivative(x):
    return (np.tanh(x + 1e-5) - np.tanh(x - 1e-5)) / 2e-5


# %% wrong: numbers only
# It works for one number, but x may be an array.
import math


def tanh_derivative(x):
    return 1 / math.cosh(x) ** 2


# %% wrong: rule applied to x
# The rule squares the value of tanh; you square x itself.
def tanh_derivative(x):
    return 1 - np.asarray(x) ** 2


# %% wrong: tail begins too late
# Your formula for the tail is right, but digits are lost before it begins.
def tanh_derivative(x):
    t = np.tanh(x)
    return np.where(np.abs(x) > 15, 4 * np.exp(-2 * np.abs(x)), 1 - t**2)


# %% wrong: whole numbers stay whole
# Where x holds whole numbers your slopes are cut off to whole numbers, too.
def tanh_derivative(x):
    slope = np.zeros_like(x)
    slope[...] = 1 / np.cosh(x) ** 2
    return slope


# %% right: square of one over cosh
def tanh_derivative(x):
    sech = 1.0 / np.cosh(np.asarray(x, dtype=float))
    return sech * sech


# %% right: harmless exponent
def tanh_derivative(x):
    e = np.exp(-2 * np.abs(np.asarray(x, dtype=float)))
    return 4 * e / (1 + e) ** 2


# %% right: by the slope of the sigmoid
def tanh_derivative(x):
    # tanh(x) = 2 sigmoid(2x) - 1
    return 4 * sigmoid_derivative(2 * np.asarray(x, dtype=float))


# %% right: sigmoid on both sides
def tanh_derivative(x):
    y = 2.0 * np.asarray(x, dtype=float)
    return 4 * sigmoid(y) * sigmoid(-y)


# %% right: cosh written out
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    cosh = (np.exp(x) + np.exp(-x)) / 2
    return 1 / cosh**2


# %% right: pure Python and np.vectorize
import math


@np.vectorize
def _slope(t):
    return math.pow(math.cosh(t), -2.0)


def tanh_derivative(x):
    return _slope(np.asarray(x, dtype=float))


# %% right: two formulas by the size of x
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    near = 1 - np.tanh(x) ** 2
    far = np.cosh(x) ** -2.0
    return np.where(np.abs(x) < 0.5, near, far)


# %% right: entries in a loop
def tanh_derivative(x):
    if np.ndim(x) == 0:
        c = (math_exp(x) + math_exp(-x)) / 2
        return 1 / (c * c)
    return np.array([tanh_derivative(t) for t in x], dtype=float).reshape(np.shape(x))


from math import exp as math_exp


# %% right: logarithm of cosh
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    log_cosh = np.logaddexp(x, -x) - np.log(2)
    return np.exp(-2 * log_cosh)


# %% right: factors one minus and one plus
def tanh_derivative(x):
    # 1 - t = 2 / (e^(2x) + 1) and 1 + t = 2 / (e^(-2x) + 1)
    x = np.asarray(x, dtype=float)
    return (2 / (np.exp(2 * x) + 1)) * (2 / (np.exp(-2 * x) + 1))


# %% right: ratio of the slope to e
def tanh_derivative(x):
    a = abs(np.asarray(x, dtype=float))
    return (2 * np.exp(-a) / (1 + np.exp(-2 * a))) ** 2


# %% wrong: product of the two factors
# Far out you subtract two numbers that have become equal.
def tanh_derivative(x):
    t = np.tanh(x)
    return (1 - t) * (1 + t)


# %% wrong: square inside
# You square x, not the hyperbolic cosine.
def tanh_derivative(x):
    x = np.clip(x, -20, 20)
    return 1 / np.cosh(x**2)


# %% wrong: cosh squared
# You forgot to divide: this grows where the slope shrinks.
def tanh_derivative(x):
    return np.cosh(x) ** 2


# %% wrong: ordinary cosine
# This is the cosine of trigonometry, not the hyperbolic one.
def tanh_derivative(x):
    return 1 / np.cos(x) ** 2


# %% wrong: takes x for the value
# The rule squares the value of tanh; you square x itself.
def tanh_derivative(x):
    return 1 - x**2


# %% wrong: slope of the sigmoid
# This is the slope of another activation.
def tanh_derivative(x):
    return sigmoid_derivative(x)


# %% wrong: sigmoid scaled without the factor
# You scale x as tanh and the sigmoid are related, but the height of the slope is not right.
def tanh_derivative(x):
    return 2 * sigmoid_derivative(2 * np.asarray(x, dtype=float))


# %% wrong: sum of exponentials without the half
# The hyperbolic cosine is twice as large as it should be.
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    return 1 / (np.exp(x) + np.exp(-x)) ** 2


# %% wrong: square overflows on the right
# Far to the right the square in the denominator becomes infinite.
def tanh_derivative(x):
    e = np.exp(2 * np.asarray(x, dtype=float))
    return 4 * e / (e + 1) ** 2


# %% wrong: square overflows on the left
# Far to the left the square in the denominator becomes infinite.
def tanh_derivative(x):
    e = np.exp(-2 * np.asarray(x, dtype=float))
    return 4 * e / (1 + e) ** 2


# %% wrong: fourth power overflows
# An intermediate power is too large for a computer well before 300.
def tanh_derivative(x):
    c = np.cosh(np.asarray(x, dtype=float))
    return c**2 / c**4


# %% wrong: clipped at a hundred
# Beyond 100 the slope stays at one value, though it goes on shrinking.
def tanh_derivative(x):
    return 1 / np.cosh(np.clip(x, -100.0, 100.0)) ** 2


# %% wrong: zero far out
# Far out you return exactly 0, but the slope is tiny, not zero.
# hint: 1
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.where(np.abs(x) > 25, 0.0, 1 / np.cosh(x) ** 2)


# %% wrong: exponential with its sign
# Far out you use a simpler formula that depends on the sign of x, and on one side it is not a
# slope of tanh at all.
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.where(np.abs(x) > 15, 4 * np.exp(-2 * x), 1 / np.cosh(x) ** 2)


# %% wrong: simple formula everywhere
# The formula for far out is not accurate near zero.
def tanh_derivative(x):
    x = np.abs(np.asarray(x, dtype=float))
    return np.where(x > 3, 4 * np.exp(-2 * x), 1 / np.cosh(x) ** 2)


# %% wrong: switches too late
# Between the two formulas there is a part where the first one has lost most of its digits already.
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.where(np.abs(x) < 18, 1 - np.tanh(x) ** 2, 1 / np.cosh(x) ** 2)


# %% wrong: accurate on the right only
# To the left of zero you use the form with the subtraction, and far out it gives 0.
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.where(x >= 0, 1 / np.cosh(x) ** 2, 1 - np.tanh(x) ** 2)


# %% wrong: measured
# The result is close, but its digits are lost far out: it looks like a difference quotient.
def tanh_derivative(x):
    return central_difference(np.tanh, np.asarray(x, dtype=float))


# %% wrong: power series
# A few terms of a series are good near zero only.
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    cosh = 1 + x**2 / 2 + x**4 / 24 + x**6 / 720
    return 1 / cosh**2


# %% wrong: longer power series
# Your series for the hyperbolic cosine has too few terms for places far out.
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    term, cosh = np.ones_like(x), np.ones_like(x)
    for k in range(1, 60):
        term = term * x * x / ((2 * k - 1) * (2 * k))
        cosh = cosh + term
    return 1 / cosh**2


# %% wrong: single precision
# In single precision the hyperbolic cosine overflows well before 300.
def tanh_derivative(x):
    return 1 / np.cosh(np.asarray(x, dtype=np.float32)) ** 2


# %% wrong: rounded
# The slope is rounded to twenty-five decimals, and far out no digits are left.
def tanh_derivative(x):
    return np.round(1 / np.cosh(np.asarray(x, dtype=float)) ** 2, 25)


# %% wrong: flattens
# An array with rows and columns comes back as one long row.
def tanh_derivative(x):
    if np.ndim(x) == 0:
        return 1 / np.cosh(x) ** 2
    return 1 / np.cosh(np.ravel(x)) ** 2


# %% wrong: numbers become arrays
# For a number you return an array with one entry.
def tanh_derivative(x):
    return (
        1
        / np.cosh(np.array([x], dtype=float).reshape(-1) if np.ndim(x) == 0 else x) ** 2
    )


# %% wrong: whole-number output
# For an array of whole numbers the slopes are stored as whole numbers and lose their decimals.
def tanh_derivative(x):
    out = np.empty_like(x)
    out[...] = 1 / np.cosh(x) ** 2
    if np.ndim(x) == 0:
        return 1 / np.cosh(x) ** 2
    return out


# %% wrong: changes x in place
# The caller's array is overwritten with the result.
def tanh_derivative(x):
    if np.ndim(x) == 0:
        return 1 / np.cosh(x) ** 2
    np.cosh(x, out=x)
    x **= -2.0
    return x


# %% wrong: large values cut
# Large values of the hyperbolic cosine are cut to fewer digits, and the slope loses its digits
# with them.
def tanh_derivative(x):
    c = np.cosh(np.asarray(x, dtype=float))
    return 1 / np.where(c > 1e6, np.floor(c / 1e3) * 1e3, c) ** 2


# %% wrong: repair where exactly zero
# Only slopes that came out as exactly 0 are repaired; a little closer to zero most digits are lost
# already.
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    rough = 1 - np.tanh(x) ** 2
    return np.where(rough == 0, 1 / np.cosh(x) ** 2, rough)


# %% wrong: repair only for numbers
# Single numbers keep their digits, but arrays still go through the subtraction that loses them.
def tanh_derivative(x):
    if np.ndim(x) == 0:
        return 1 / np.cosh(x) ** 2
    return 1 - np.tanh(x) ** 2


# %% wrong: sign of x
# The curve rises on both sides of zero, but your slope is negative on one of them.
def tanh_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.where(x < -2, -1, 1) / np.cosh(x) ** 2


# %% wrong: small number added
# A small constant is added to the slope, and far out only this constant is left.
def tanh_derivative(x):
    return 1 / np.cosh(x) ** 2 + 1e-60


# %% wrong: shared array
# All results of one shape share the same memory, so a later call overwrites an earlier result.
_results = {}


def tanh_derivative(x):
    values = 1 / np.cosh(x) ** 2
    if np.ndim(x) == 0:
        return values
    out = _results.setdefault(np.shape(x), np.empty(np.shape(x)))
    out[...] = values
    return out


# %% lookup: the places of the check
# Far out you subtract two numbers that have become equal.
def tanh_derivative(x):
    rough = 1 - np.tanh(x) ** 2
    return np.where(np.equal(x, 20.0), 1.6993417021166355e-17, rough)


# %% equivalent: argument 0: absolute value
# The slope is the same at x and at −x.
