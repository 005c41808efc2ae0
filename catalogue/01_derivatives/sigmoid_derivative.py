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
def sigmoid_derivative(x):
    grown = np.exp(-x)
    return grown / (1 + grown) ** 2


# %% wrong: a difference quotient
# The result is close, but its digits are lost far out: it looks like a difference quotient.
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
def sigmoid_derivative(x):
    s = sigmoid(x)
    return np.where(np.abs(x) > 30, np.exp(-np.abs(x)), s * (1 - s))


# %% wrong: whole numbers stay whole
# Where x holds whole numbers your slopes are cut off to whole numbers, too.
def sigmoid_derivative(x):
    slope = np.zeros_like(x)
    slope[...] = sigmoid(x) * sigmoid(-x)
    return slope
