"""Answers to `softplus_derivative` of 02_chain_rule, right and wrong."""


# %% right: two formulas, one harmless exponent
def softplus_derivative(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


# %% right: difference of logarithms
def softplus_derivative(x):
    return np.exp(x - np.logaddexp(0, x))


# %% right: softplus of the other side
def softplus_derivative(x):
    return np.exp(-np.logaddexp(0.0, -x))


# %% right: clipped exponents
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    up = np.exp(np.minimum(x, 0))
    down = np.exp(np.minimum(-x, 0))
    return up / (up + down)


# %% right: masks
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    result = np.empty(x.shape)
    right = x >= 0
    result[right] = 1 / (1 + np.exp(-x[right]))
    e = np.exp(x[~right])
    result[~right] = e / (1 + e)
    return result


# %% right: minimum
def softplus_derivative(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


# %% wrong: textbook quotient
# For large x the exponential overflows.
def softplus_derivative(x):
    return np.exp(x) / (1 + np.exp(x))


# %% wrong: other textbook form
# For large negative x the exponential overflows, and NumPy warns.
def softplus_derivative(x):
    return 1 / (1 + np.exp(-x))


# %% wrong: np.where of both
# np.where computes both formulas everywhere, also the one that overflows.
def softplus_derivative(x):
    return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))


# %% wrong: tanh
# The digits of tiny slopes are lost in a subtraction.
def softplus_derivative(x):
    return 0.5 * (1 + np.tanh(x / 2))


# %% wrong: one minus
# The digits of tiny slopes are lost in a subtraction.
def softplus_derivative(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), 1 - 1 / (1 + small))


# %% wrong: clipped
# Clipping x changes the slope far out: it is tiny there, but not constant.
def softplus_derivative(x):
    x = np.clip(x, -30, 30)
    return 1 / (1 + np.exp(-x))


# %% wrong: inner derivative missing
# The slope of the inner function is missing.
def softplus_derivative(x):
    return np.exp(-np.logaddexp(0, x))


# %% wrong: derivative of the sigmoid
# One derivative too many was taken.
def softplus_derivative(x):
    small = np.exp(-np.abs(x))
    return small / (1 + small) ** 2


# %% wrong: softplus itself
# This is the function, not its slope.
def softplus_derivative(x):
    return np.logaddexp(0, x)


# %% wrong: if
# An if decides once; an array needs a decision for each entry.
def softplus_derivative(x):
    if x >= 0:
        return 1 / (1 + np.exp(-x))
    return np.exp(x) / (1 + np.exp(x))


# %% wrong: measured
# A difference quotient loses too many digits far out; multiply the slopes of the chain.
def softplus_derivative(x):
    h = 1e-5
    return (np.logaddexp(0, x + h) - np.logaddexp(0, x - h)) / (2 * h)


# %% wrong: tail begins too late
# Your formula for the tail is right, but digits are lost before it begins.
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    middle = 0.5 * (1 + np.tanh(x / 2))
    return np.where(x < -30, np.exp(np.minimum(x, 0)), middle)


# %% wrong: whole numbers stay whole
# Where x holds whole numbers your slopes are cut off to whole numbers, too.
def softplus_derivative(x):
    slope = np.zeros_like(x)
    slope[...] = np.exp(-np.logaddexp(0.0, -x))
    return slope


# %% equivalent: x >= 0 → x > 0
# At 0 both branches are 1, since e to the 0 is 1.
