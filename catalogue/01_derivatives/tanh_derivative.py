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
