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
# hint: 3


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
# hint: 2


def partial_derivative(f, x, i):
    h = 1e-5
    up, down = x.copy(), x.copy()
    up[i] = up[i] + h
    down[i] = down[i] - h
    return (f(up) - f(down)) / (2 * h)


# %% wrong: all entries at once
# All entries are nudged at once; only entry i is to be nudged.
# hint: 1


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
# hint: 1


def partial_derivative(f, x, i):
    h = 1e-5
    return np.array([(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))])


# %% wrong: step too large
# The step is much too wide: the error of a difference grows with it.


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
# Your step is in proportion to the entry; at 0 there is none left, and elsewhere it is another than 1e-5.
def partial_derivative(f, x, i):
    h = 1e-5 * abs(x[i])
    e = h * np.eye(len(x))[i]
    return (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: a step that grows with x
# The step grows with x here; the step asked for is 1e-5 everywhere.
def partial_derivative(f, x, i):
    width = 1e-5 * max(1.0, abs(x[i]))
    ahead, behind = np.array(x, dtype=float), np.array(x, dtype=float)
    ahead[i] += width
    behind[i] -= width
    return (f(ahead) - f(behind)) / (ahead[i] - behind[i])


# %% wrong: the helper's own tool
# The step grows with x here; the step asked for is 1e-5 everywhere.
def partial_derivative(f, x, i):
    return dc.numeric.gradient(f, x)[i]


# %% wrong: nudged in place and put back
# It writes into x, if only for a while; x may be an array that cannot be written to.
# hint: 1
def partial_derivative(f, x, i):
    h = 1e-5
    x = np.asarray(x, dtype=float)
    middle = x[i]
    x[i] = middle + h
    ahead = f(x)
    x[i] = middle - h
    behind = f(x)
    x[i] = middle
    return (ahead - behind) / (2 * h)


# %% wrong: a step for the whole array
# The step grows with x here; the step asked for is 1e-5 everywhere.
def partial_derivative(f, x, i):
    h = 1e-5 * max(1.0, np.abs(x).max())
    e = h * np.eye(len(x))[i]
    return (f(x + e) - f(x - e)) / (2 * h)


# %% lookup: the visible slopes
# These are the numbers of the worked example; another f has other slopes.
def partial_derivative(f, x, i):
    return [4.0, 1.0][i]


# %% right: two float copies again
def partial_derivative(f, x, i):
    h = 1e-5
    up = x.astype(float)
    down = x.astype(float)
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / (2 * h)


# %% right: unit vector added
def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i] = 1.0
    return (f(x + h * e) - f(x - h * e)) / (2 * h)


# %% right: row of the identity again
def partial_derivative(f, x, i):
    step = 1e-5 * np.eye(x.shape[0])[i]
    return (f(x + step) - f(x - step)) / 2e-5


# %% right: function of one variable
def derivative(g, t, h=1e-5):
    return (g(t + h) - g(t - h)) / (2 * h)


def partial_derivative(f, x, i):
    def along(value):
        place = np.array(x, dtype=np.float64)
        place[i] = value
        return f(place)

    return derivative(along, float(x[i]))


# %% right: list comprehension
def partial_derivative(f, x, i, h=1e-5):
    up = np.array([float(v) + h if k == i else float(v) for k, v in enumerate(x)])
    down = np.array([float(v) - h if k == i else float(v) for k, v in enumerate(x)])
    return float((f(up) - f(down)) / (h + h))


# %% right: where with a mask
def partial_derivative(f, x, i):
    h = 1e-5
    x = x.astype(float)
    here = np.arange(x.size) == i
    return (f(np.where(here, x + h, x)) - f(np.where(here, x - h, x))) / (2 * h)


# %% right: loop over the two sides
def partial_derivative(f, x, i):
    total = 0.0
    for side in (1, -1):
        y = np.array([*x], dtype=float)
        y[i] = y[i] + side * 1e-5
        total += side * f(y)
    return total / 2e-5


# %% right: concatenated pieces
def partial_derivative(f, x, i):
    h = 0.00001
    ends = []
    for v in (float(x[i]) + h, float(x[i]) - h):
        ends.append(f(np.concatenate([x[:i], [v], x[i + 1 :]])))
    return (ends[0] - ends[1]) / h / 2


# %% right: class with a call
class Slope:
    h = 1e-5

    def __init__(self, f, x):
        self.f = f
        self.x = tuple(float(v) for v in x)

    def moved(self, i, by):
        values = list(self.x)
        values[i] += by
        return self.f(np.array(values))

    def __call__(self, i):
        return (self.moved(i, self.h) - self.moved(i, -self.h)) / (2 * self.h)


def partial_derivative(f, x, i):
    return Slope(f, x)(i)


# %% right: one copy nudged twice and put back
def partial_derivative(f, x, i):
    h = 1e-5
    y = np.array(x, float)
    old = y[i]
    y[i] = old + h
    high = float(f(y))
    y[i] = old - h
    low = float(f(y))
    return 0.5 * (high - low) / h


# %% right: dot product with the weights of the difference
def partial_derivative(f, x, i):
    h = 1e-5
    places = np.stack([x, x]).astype(float)
    places[:, i] += [h, -h]
    values = np.array([f(row.copy()) for row in places])
    return np.dot([1.0, -1.0], values) / (2 * h)


# %% wrong: forward difference again
# It looks to one side only, and its error is larger than what is asked.
def partial_derivative(f, x, i):
    h = 1e-5
    up = x.astype(float)
    up[i] += h
    return (f(up) - f(x)) / h


# %% wrong: backward difference again
# This looks to the lower side only, which is too coarse where the function bends.
def partial_derivative(f, x, i):
    h = 1e-5
    down = x.astype(float)
    down[i] -= h
    return (f(x) - f(down)) / h


# %% wrong: divided by h again
# How far apart are the two places at which f is evaluated?
def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i] = h
    return (f(x + e) - f(x - e)) / h


# %% wrong: missing brackets
# Python works from left to right: dividing by 2 * h needs brackets.
def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i] = h
    return (f(x + e) - f(x - e)) / 2 * h


# %% wrong: no copy
# Both names mean the array that you were given, so it is changed, and the two nudges cancel.
def partial_derivative(f, x, i):
    h = 1e-5
    up = x
    down = x
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / (2 * h)


# %% wrong: copy of an integer array
# A copy of an array of whole numbers cannot store a small step.
# hint: 2
def partial_derivative(f, x, i):
    h = 1e-5
    up, down = x.copy(), x.copy()
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / (2 * h)


# %% wrong: input moved and moved back
# For an array of floats this nudges the input itself, and adding and subtracting steps does not
# always bring back the very same number.
def partial_derivative(f, x, i):
    h = 1e-5
    x = np.asarray(x, dtype=float)
    x[i] += h
    up = f(x)
    x[i] -= 2 * h
    down = f(x)
    x[i] += h
    return (up - down) / (2 * h)


# %% wrong: input left nudged
# Floats stay nudged in the array that you were given after the call.
def partial_derivative(f, x, i):
    h = 1e-5
    x = np.asarray(x, dtype=float)
    x[i] += h
    up = f(x)
    x[i] -= 2 * h
    return (up - f(x)) / (2 * h)


# %% wrong: result rounded
# The result is rounded to fewer decimals than the accuracy asks for.
def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i] = h
    return round(float((f(x + e) - f(x - e)) / (2 * h)), 4)


# %% wrong: nearest whole number
# Slopes need not be whole numbers.
def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i] = h
    return np.rint((f(x + e) - f(x - e)) / (2 * h))


# %% wrong: step of a tenth
# The step is so wide that the result is inaccurate for curved functions such as a third power.
def partial_derivative(f, x, i):
    h = 0.1
    e = np.zeros(len(x))
    e[i] = h
    return (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: step of a thousandth
# The step is a hundred times wider than asked, too coarse for a function that wiggles quickly.
def partial_derivative(f, x, i):
    h = 1e-3
    e = np.zeros(len(x))
    e[i] = h
    return (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: step too small
# The step is so small that rounding spoils the difference where the function is large.
def partial_derivative(f, x, i):
    h = np.sqrt(np.finfo(float).eps) / 10
    e = np.zeros(len(x))
    e[i] = h
    return (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: float32
# Numbers of 32 bits cannot store so small a nudge accurately.
def partial_derivative(f, x, i):
    h = 1e-5
    up, down = x.astype(np.float32), x.astype(np.float32)
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / (2 * h)


# %% wrong: step relative to the entry
# Your step is in proportion to the entry; at 0 there is none left, and elsewhere it is another
# than 1e-5.
def partial_derivative(f, x, i):
    h = 1e-5 * abs(x[i])
    e = np.zeros(len(x))
    e[i] = h
    return (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: one-sided at the last entry
# For the last entry the difference looks to one side only.
def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i] = h
    if i + 1 < len(x):
        return (f(x + e) - f(x - e)) / (2 * h)
    return (f(x) - f(x - e)) / h


# %% wrong: two variables only
# This works for arrays with two entries only.
def partial_derivative(f, x, i):
    h = 1e-5
    e = np.array([h, 0.0]) if i == 0 else np.array([0.0, h])
    return (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: whole steps for whole numbers
# For integer arrays the step is far too wide.
def partial_derivative(f, x, i):
    h = 1 if np.issubdtype(x.dtype, np.integer) else 1e-5
    up, down = x.copy(), x.copy()
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / (2 * h)


# %% wrong: size of the slope
# A slope that falls is negative, and this loses the sign.
def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i] = h
    return abs(f(x + e) - f(x - e)) / (2 * h)


# %% wrong: remembered by place
# The results are remembered by place and entry, so another function at the same place gets the old
# slope.
memory = {}


def partial_derivative(f, x, i):
    h = 1e-5
    key = (tuple(x), i)
    if key not in memory:
        e = np.zeros(len(x))
        e[i] = h
        memory[key] = (f(x + e) - f(x - e)) / (2 * h)
    return memory[key]


# %% wrong: list handed to the function
# The function is promised an array, but it gets a list.
def partial_derivative(f, x, i):
    h = 1e-5
    up, down = x.tolist(), x.tolist()
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / (2 * h)


# %% wrong: default argument that remembers
# The array of steps is made once and keeps the nudges of earlier calls.
def partial_derivative(f, x, i, step=np.zeros(2)):
    step[i] = 1e-5
    return (f(x + step) - f(x - step)) / 2e-5


# %% wrong: complex step
# This is not a central difference: it goes wrong for functions that are not made for complex
# numbers, such as the absolute value.
def partial_derivative(f, x, i):
    y = x.astype(complex)
    y[i] += 1e-5j
    return np.imag(f(y)) / 1e-5


# %% wrong: nothing returned
# The slope is computed, but never returned.
def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i] = h
    slope = (f(x + e) - f(x - e)) / (2 * h)


# %% wrong: equal entries nudged together
# Where two entries hold the same number, both are nudged.
def partial_derivative(f, x, i):
    h = 1e-5
    up = np.where(x == x[i], x + h, x)
    down = np.where(x == x[i], x - h, x)
    return (f(up) - f(down)) / (2 * h)


# %% wrong: entry scaled instead of nudged
# The entry is multiplied, not nudged, so the size of the entry gets into the slope.
def partial_derivative(f, x, i):
    h = 1e-5
    up, down = x.astype(float), x.astype(float)
    up[i] *= 1 + h
    down[i] *= 1 - h
    return (f(up) - f(down)) / (2 * h)


# %% wrong: upper nudge stays in
# The lower place is a step away from the upper place, so it is the starting place itself.
def partial_derivative(f, x, i):
    h = 1e-5
    y = x.astype(float)
    y[i] += h
    up = f(y)
    y[i] -= h
    down = f(y)
    return (up - down) / (2 * h)


# %% wrong: whole gradient again
# One slope is asked for, the one along entry i.
# hint: 1
def partial_derivative(f, x, i):
    h = 1e-5
    steps = h * np.eye(len(x))
    return np.array([(f(x + e) - f(x - e)) / (2 * h) for e in steps])


# %% wrong: function values cut to single precision
# The two values are stored with 32 bits, and their small difference drowns in rounding.
def partial_derivative(f, x, i):
    h = 1e-5
    e = np.zeros(len(x))
    e[i] = h
    up, down = np.float32(f(x + e)), np.float32(f(x - e))
    return float(up - down) / (2 * h)


# %% equivalent: result: float32
# Six digits are asked for, and single precision has seven.
