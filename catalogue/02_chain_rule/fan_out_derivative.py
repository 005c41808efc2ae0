"""Answers to `fan_out_derivative` of 02_chain_rule, right and wrong."""


# %% right: three paths


def fan_out_derivative(x):
    return np.sin(x) + x * np.cos(x) + np.cos(x) * np.exp(np.sin(x))


# %% right: graph, backward


def fan_out_derivative(x):
    s = np.sin(x)
    e = np.exp(s)
    dp, de = 1.0, 1.0
    dx, ds = 0.0, 0.0
    ds += dp * x
    dx += dp * s
    ds += de * e
    dx += ds * np.cos(x)
    return dx


# %% right: forward, value and tangent


def fan_out_derivative(x):
    s, ds = np.sin(x), np.cos(x)
    p, dp = s * x, ds * x + s
    e, de = np.exp(s), np.exp(s) * ds
    return dp + de


# %% right: product rule first


def fan_out_derivative(x):
    product = np.cos(x) * x + np.sin(x) * 1
    exponential = np.exp(np.sin(x)) * np.cos(x)
    return product + exponential


# %% right: loop over the entries


def fan_out_derivative(x):
    import math

    x = np.asarray(x, dtype=float)
    slopes = [
        math.sin(t) + math.cos(t) * (t + math.exp(math.sin(t))) for t in x.ravel()
    ]
    return np.array(slopes).reshape(x.shape)


# %% wrong: overwritten
# What came back along one path was overwritten by another.


def fan_out_derivative(x):
    s = np.sin(x)
    ds = x
    ds = np.exp(s)
    return s + ds * np.cos(x)


# %% wrong: exponential lost
# One of the paths from x to y is missing.


def fan_out_derivative(x):
    return np.sin(x) + x * np.cos(x)


# %% wrong: direct path lost
# x goes straight into one of the boxes as well.


def fan_out_derivative(x):
    s = np.sin(x)
    return (x + np.exp(s)) * np.cos(x)


# %% wrong: inner derivative missing
# The exponential has an inner function, whose slope is missing.


def fan_out_derivative(x):
    return np.sin(x) + x * np.cos(x) + np.exp(np.sin(x))


# %% wrong: product of slopes
# The slope of a product is not the product of the slopes.


def fan_out_derivative(x):
    return np.cos(x) * 1 + np.exp(np.sin(x)) * np.cos(x)


# %% wrong: sign of the cosine
# The sign of one local slope is wrong.


def fan_out_derivative(x):
    s = np.sin(x)
    return s - (x + np.exp(s)) * np.cos(x)


# %% wrong: exponential at the wrong place
# The exponential's slope is taken at the wrong value.


def fan_out_derivative(x):
    return np.sin(x) + x * np.cos(x) + np.cos(x) * np.exp(np.cos(x))


# %% wrong: paths multiplied
# Slopes multiply along one path; different paths are put together in another way.


def fan_out_derivative(x):
    s = np.sin(x)
    return s + x * np.exp(s) * np.cos(x)


# %% wrong: counted twice
# One path is counted twice.


def fan_out_derivative(x):
    s = np.sin(x)
    ds = x + np.exp(s) + np.exp(s)
    return s + ds * np.cos(x)


# %% wrong: measured
# Far out a difference quotient is too coarse; use the chain rule.


def fan_out_derivative(x):
    def y(t):
        return np.sin(t) * t + np.exp(np.sin(t))

    h = 1e-5
    return (y(x + h) - y(x - h)) / (2 * h)


# %% wrong: numbers only
# It works for a single number, but not for an array.


def fan_out_derivative(x):
    import math

    s = math.sin(x)
    return s + (x + math.exp(s)) * math.cos(x)


# %% wrong: changes its input
# The array that was given has changed; work on a new one.


def fan_out_derivative(x):
    x = np.asarray(x)
    s, c = np.sin(x), np.cos(x)
    x += np.exp(s)
    return s + x * c


# %% wrong: measured with a step without rounding
# Far out a difference quotient is too coarse, whatever its step; use the chain rule.
def fan_out_derivative(x):
    def y(t):
        return np.sin(t) * t + np.exp(np.sin(t))

    h = 2.0**-17
    return (y(x + h) - y(x - h)) / (2 * h)


# %% wrong: whole numbers stay whole
# Where x holds whole numbers your slopes are cut off to whole numbers, too.
def fan_out_derivative(x):
    slope = np.zeros_like(x)
    slope[...] = np.sin(x) + (x + np.exp(np.sin(x))) * np.cos(x)
    return slope
