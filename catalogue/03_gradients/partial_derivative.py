"""Answers to `partial_derivative` of 03_gradients, right and wrong."""


# %% right: two float copies


def partial_derivative(f, x, i):
    h = 1e-5
    up = x.astype(float)
    down = x.astype(float)
    up[i] = up[i] + h
    down[i] = down[i] - h
    return (f(up) - f(down)) / (2 * h)


# %% right: unit vector


def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i] = 1
    return (f(x + h * e) - f(x - h * e)) / (2 * h)


# %% right: row of the identity


def partial_derivative(f, x, i, h=1e-5):
    step = h * np.eye(x.size)[i]
    ahead, behind = f(x + step), f(x - step)
    return (ahead - behind) / h / 2


# %% right: through a function of one variable


def partial_derivative(f, x, i):
    def along(t):
        y = np.array(x, dtype=float)
        y[i] = t
        return f(y)

    h = 1e-5
    return (along(x[i] + h) - along(x[i] - h)) / (2 * h)


# %% right: list of numbers


def partial_derivative(f, x, i):
    h = 0.00001
    numbers = [float(v) for v in x]
    numbers[i] += h
    right = f(np.array(numbers))
    numbers[i] -= 2 * h
    left = f(np.array(numbers))
    return (right - left) / (2 * h)


# %% right: fourth-order difference


def partial_derivative(f, x, i):
    h = 1e-4
    e = np.where(np.arange(len(x)) == i, h, 0.0)
    return (8 * (f(x + e) - f(x - e)) - (f(x + 2 * e) - f(x - 2 * e))) / (12 * h)


# %% right: a step that grows with x
def partial_derivative(f, x, i):
    width = 1e-5 * max(1.0, abs(x[i]))
    ahead, behind = np.array(x, dtype=float), np.array(x, dtype=float)
    ahead[i] += width
    behind[i] -= width
    return (f(ahead) - f(behind)) / (ahead[i] - behind[i])


# %% wrong: forward difference
# It looks to one side only, and its error is larger than what is asked.


def partial_derivative(f, x, i):
    h = 1e-5
    ahead = x.astype(float)
    ahead[i] += h
    return (f(ahead) - f(x)) / h


# %% wrong: forward difference with a tiny step
# A tiny step leaves few digits in the difference of two large numbers.


def partial_derivative(f, x, i):
    h = 1e-8
    ahead = x.astype(float)
    ahead[i] += h
    return (f(ahead) - f(x.astype(float))) / h


# %% wrong: divided by h
# How far apart are the two places at which f is evaluated?


def partial_derivative(f, x, i):
    h = 1e-5
    e = h * np.eye(len(x))[i]
    return (f(x + e) - f(x - e)) / h


# %% wrong: halves for divides
# Python works from left to right: dividing by 2 * h needs brackets.


def partial_derivative(f, x, i):
    h = 1e-5
    e = h * np.eye(len(x))[i]
    return (f(x + e) - f(x - e)) / 2 * h


# %% wrong: changes its input
# A second name for an array is not a second array.


def partial_derivative(f, x, i):
    h = 1e-5
    y = x
    y[i] += h
    ahead = f(y)
    y[i] -= 2 * h
    behind = f(y)
    return (ahead - behind) / (2 * h)


# %% wrong: integer copy
# A copy of an array of whole numbers cannot store a small step.


def partial_derivative(f, x, i):
    h = 1e-5
    up, down = x.copy(), x.copy()
    up[i] = up[i] + h
    down[i] = down[i] - h
    return (f(up) - f(down)) / (2 * h)


# %% wrong: all entries at once
# Only one entry is to be nudged, and which one depends on i.


def partial_derivative(f, x, i):
    h = 1e-5
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: counts from 1
# Python counts entries from 0.


def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i - 1] = h
    return (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: sign
# Ahead minus behind, not the other way round.


def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i] = h
    return (f(x - e) - f(x + e)) / (2 * h)


# %% wrong: whole gradient
# One slope is asked for, the one along entry i.


def partial_derivative(f, x, i):
    h = 1e-5
    return np.array([(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))])


# %% wrong: step too large
# The error of a difference grows with its step.


def partial_derivative(f, x, i):
    h = 1e-2
    e = h * np.eye(len(x))[i]
    return (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: backward difference
# It looks to one side only, and its error is larger than what is asked.
def partial_derivative(f, x, i):
    h = 1e-6
    behind = x.astype(float)
    behind[i] -= h
    return (f(x.astype(float)) - f(behind)) / h


# %% wrong: forward difference with a wide step
# It looks to one side only, and with a step that is ten times too wide.
def partial_derivative(f, x, i):
    h = 1e-4
    ahead = x.astype(float)
    ahead[i] += h
    return (f(ahead) - f(x.astype(float))) / h


# %% wrong: both sides with a tiny step
# It looks to both sides, but its step is so tiny that f hardly changes.
def partial_derivative(f, x, i):
    h = 1e-8
    e = h * np.eye(len(x))[i]
    return (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: both sides with a wide step
# It looks to both sides, but with a step that is ten times too wide.
def partial_derivative(f, x, i):
    h = 1e-4
    e = h * np.eye(len(x))[i]
    return (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: a step in proportion to x
# Your step shrinks with the entry, and at 0 there is none left.
def partial_derivative(f, x, i):
    h = 1e-5 * abs(x[i])
    e = h * np.eye(len(x))[i]
    return (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: the helper's own tool
# The helper's tools check what you write, and refuse to answer for you.
def partial_derivative(f, x, i):
    return dc.numeric.gradient(f, x)[i]
