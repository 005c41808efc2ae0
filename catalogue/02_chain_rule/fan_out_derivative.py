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
# hint: 2


def fan_out_derivative(x):
    s = np.sin(x)
    ds = x
    ds = np.exp(s)
    return s + ds * np.cos(x)


# %% wrong: exponential lost
# One of the paths from x to y is missing.
# hint: 2


def fan_out_derivative(x):
    return np.sin(x) + x * np.cos(x)


# %% wrong: direct path lost
# x goes straight into one of the boxes as well.
# hint: 2


def fan_out_derivative(x):
    s = np.sin(x)
    return (x + np.exp(s)) * np.cos(x)


# %% wrong: inner derivative missing
# The exponential has an inner function, whose slope is missing.


def fan_out_derivative(x):
    return np.sin(x) + x * np.cos(x) + np.exp(np.sin(x))


# %% wrong: product of slopes
# The slope of a product is not the product of the slopes.
# hint: 1


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
# hint: 2


def fan_out_derivative(x):
    s = np.sin(x)
    return s + x * np.exp(s) * np.cos(x)


# %% wrong: counted twice
# One path is counted twice.
# hint: 2


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
# The functions of math take a single number only, but x may be an array.


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


# %% right: three terms
def fan_out_derivative(x):
    return np.sin(x) + x * np.cos(x) + np.exp(np.sin(x)) * np.cos(x)


# %% right: backward through the graph
def fan_out_derivative(x):
    s = np.sin(x)
    q = np.exp(s)
    dp, dq = 1.0, 1.0
    ds = dp * x + dq * q
    dx = dp * s
    dx = dx + ds * np.cos(x)
    return dx


# %% right: gradient at s factored
def fan_out_derivative(x):
    s, ds = np.sin(x), np.cos(x)
    return s + (x + np.exp(s)) * ds


# %% right: forward with a tangent
def fan_out_derivative(x):
    v = 1.0
    s, s_dot = np.sin(x), np.cos(x) * v
    p_dot = s_dot * x + s * v
    q_dot = np.exp(s) * s_dot
    return p_dot + q_dot


# %% right: chain_derivative for one path
def fan_out_derivative(x):
    along_q = chain_derivative([np.sin, np.exp], [np.cos, np.exp], x)
    return np.sin(x) + np.cos(x) * x + along_q


# %% right: math and a loop
import math


def fan_out_derivative(x):
    def one(t):
        t = float(t)
        s, c = math.sin(t), math.cos(t)
        return s + c * t + c * math.exp(s)

    if np.ndim(x) == 0:
        return one(x)
    out = np.empty(np.shape(x))
    for where, t in np.ndenumerate(x):
        out[where] = one(t)
    return out


# %% right: vectorize
import math


def _one(t):
    c = math.cos(t)
    return math.sin(t) + c * (t + math.exp(math.sin(t)))


fan_out_derivative = np.vectorize(_one, otypes=[float])


# %% right: a dual number class
class Dual:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __add__(self, other):
        return Dual(self.a + other.a, self.b + other.b)

    def __mul__(self, other):
        return Dual(self.a * other.a, self.a * other.b + self.b * other.a)

    def sin(self):
        return Dual(np.sin(self.a), np.cos(self.a) * self.b)

    def exp(self):
        return Dual(np.exp(self.a), np.exp(self.a) * self.b)


def fan_out_derivative(x):
    x = np.asarray(x, dtype=float)
    t = Dual(x, np.ones(x.shape))
    s = t.sin()
    return (s * t + s.exp()).b


# %% right: sum over the paths
def fan_out_derivative(x):
    s, c = np.sin(x), np.cos(x)
    paths = [s, c * x, c * np.exp(s)]
    return sum(paths)


# %% right: einsum over paths
def fan_out_derivative(x):
    x = np.asarray(x, dtype=float)
    s, c = np.sin(x), np.cos(x)
    ones = np.ones_like(s)
    first = np.stack([ones, c, c])
    second = np.stack([s, x, np.exp(s)])
    return np.einsum("k...,k...->...", first, second)


# %% right: by the exponential of i x
def fan_out_derivative(x):
    wave = np.exp(1j * np.asarray(x))
    s, c = wave.imag, wave.real
    return s + c * (x + np.exp(s))


# %% right: accumulated in a float array
def fan_out_derivative(x):
    dx = np.zeros(np.shape(x))
    s = np.sin(x)
    ds = np.zeros(np.shape(x))
    ds += x
    ds += np.exp(s)
    dx += s
    dx += ds * np.cos(x)
    return dx[()]


# %% wrong: straight path missing
# x goes straight into one of the boxes as well.
# hint: 2
def fan_out_derivative(x):
    return np.cos(x) * x + np.exp(np.sin(x)) * np.cos(x)


# %% wrong: path through the product missing
# What came back along one path was overwritten by another.
# hint: 2
def fan_out_derivative(x):
    return np.sin(x) + np.exp(np.sin(x)) * np.cos(x)


# %% wrong: path through the exponential missing
# One of the paths from x to y is missing.
# hint: 2
def fan_out_derivative(x):
    return np.sin(x) + np.cos(x) * x


# %% wrong: inner slope missing
# The exponential has an inner function, whose slope is missing.
def fan_out_derivative(x):
    s = np.sin(x)
    return s + x * np.cos(x) + np.exp(s)


# %% wrong: cosine in the exponent
# The exponential's slope is taken at the wrong value.
def fan_out_derivative(x):
    return np.sin(x) + x * np.cos(x) + np.exp(np.cos(x)) * np.cos(x)


# %% wrong: exponential at x
# The slope of the exponential is taken at x, but what arrives there is s.
def fan_out_derivative(x):
    return np.sin(x) + x * np.cos(x) + np.exp(x) * np.cos(x)


# %% wrong: sign of the cosine again
# The sign of one local slope is wrong.
def fan_out_derivative(x):
    c = -np.cos(x)
    return np.sin(x) + x * c + np.exp(np.sin(x)) * c


# %% wrong: paths multiplied again
# The paths are multiplied with each other here, but over several paths one adds.
def fan_out_derivative(x):
    s, c = np.sin(x), np.cos(x)
    return s + (c * x) * (c * np.exp(s))


# %% wrong: straight path twice
# The straight path from x into the product is counted twice.
def fan_out_derivative(x):
    s = np.sin(x)
    dx = s
    ds = x + np.exp(s)
    dx = dx + ds * np.cos(x)
    return dx + s


# %% wrong: sine in place of the cosine's factor
# The straight path also gets the slope of the sine as a factor, although it does not lead through
# the sine.
def fan_out_derivative(x):
    s, c = np.sin(x), np.cos(x)
    return s * c + x * c + np.exp(s) * c


# %% wrong: the value
# This is the value y, not its slope.
def fan_out_derivative(x):
    return np.sin(x) * x + np.exp(np.sin(x))


# %% wrong: minus the last path
# The last path is subtracted, but all paths are added.
def fan_out_derivative(x):
    s, c = np.sin(x), np.cos(x)
    return s + x * c - np.exp(s) * c


# %% wrong: measured with the helper
# The course's helper measures the slope, and far out its digits do not suffice.
def fan_out_derivative(x):
    def y(t):
        return np.sin(t) * t + np.exp(np.sin(t))

    one = np.vectorize(lambda t: dc.numeric.derivative(y, float(t)), otypes=[float])
    return one(x)


# %% wrong: one-sided difference
# A one-sided difference with this step is right to a few digits only.
def fan_out_derivative(x):
    def y(t):
        return np.sin(t) * t + np.exp(np.sin(t))

    return (y(x + 1e-6) - y(x)) / 1e-6


# %% wrong: folded back into one period
# Beyond 4 the whole input is replaced by one of the same period, but x is also a factor of its
# own, and that is not periodic.
def fan_out_derivative(x):
    x = np.where(np.abs(x) > 4, np.mod(x, 2 * np.pi), x)
    return np.sin(x) + np.cos(x) * x + np.exp(np.sin(x)) * np.cos(x)


# %% wrong: series for the sine
# A few terms of a series replace the sine and cosine, and far from 0 they are useless.
import math


def fan_out_derivative(x):
    x = np.asarray(x, dtype=float)
    s = sum((-1) ** k * x ** (2 * k + 1) / math.factorial(2 * k + 1) for k in range(12))
    c = sum((-1) ** k * x ** (2 * k) / math.factorial(2 * k) for k in range(12))
    return s + c * (x + np.exp(np.clip(s, -1, 1)))


# %% wrong: numbers only again
# The functions of math take a single number only, but x may be an array.
import math


def fan_out_derivative(x):
    s, c = math.sin(x), math.cos(x)
    return s + c * (x + math.exp(s))


# %% wrong: dot product over the entries
# `@` adds up over the entries of an array, but each entry has a slope of its own.
def fan_out_derivative(x):
    s, c = np.sin(x), np.cos(x)
    product = c @ x if np.ndim(x) == 1 else c * x
    return s + product + np.exp(s) * c


# %% wrong: sum over the entries
# `np.sum` without an axis adds the entries of the array, too, so one number comes back for all of
# them.
def fan_out_derivative(x):
    s, c = np.sin(x), np.cos(x)
    return np.sum([s, c * x, c * np.exp(s)])


# %% wrong: result of the type of x
# Where x holds whole numbers your slopes are cut off to whole numbers, too.
def fan_out_derivative(x):
    x = np.asarray(x)
    out = np.zeros_like(x)
    s, c = np.sin(x), np.cos(x)
    out[...] = s + c * x + c * np.exp(s)
    return out


# %% wrong: added into an array of x's type
# The gradient array has the type of x, and adding a fraction in place to whole numbers raises an
# error.
def fan_out_derivative(x):
    x = np.asarray(x)
    dx = np.zeros_like(x)
    s = np.sin(x)
    dx += s
    dx += (x + np.exp(s)) * np.cos(x)
    return dx


# %% wrong: gradient built in x
# For an array, `ds` is the caller's own array, and `+=` changes it, so x is spoiled after the
# call.
def fan_out_derivative(x):
    s = np.sin(x)
    dx = s * 1.0
    c = np.cos(x)
    ds = x
    ds += np.exp(s)
    dx += ds * c
    return dx


# %% wrong: degrees
# x is turned from degrees into radians, but it is in radians already.
def fan_out_derivative(x):
    t = np.deg2rad(x)
    return np.sin(t) + np.cos(t) * x + np.exp(np.sin(t)) * np.cos(t)


# %% wrong: absolute factor
# The size of x is used as the factor, which is wrong for negative x.
def fan_out_derivative(x):
    return np.sin(x) + np.cos(x) * np.abs(x) + np.exp(np.sin(x)) * np.cos(x)


# %% wrong: cosine from the sine
# The cosine is computed as a root and therefore never negative, but the true one is negative on
# half of the line.
def fan_out_derivative(x):
    s = np.sin(x)
    c = np.sqrt(1 - s**2)
    return s + c * (x + np.exp(s))


# %% wrong: cosine sign by size
# The sign of the cosine is right only as long as x is not far from 0.
def fan_out_derivative(x):
    s = np.sin(x)
    c = np.sqrt(1 - s**2) * np.where(np.abs(x) > np.pi / 2, -1, 1)
    return s + c * (x + np.exp(s))


# %% wrong: flat result
# The result of an array with rows and columns is flat, but it should have the shape of x.
def fan_out_derivative(x):
    t = np.ravel(x)
    out = np.sin(t) + np.cos(t) * (t + np.exp(np.sin(t)))
    return out if np.ndim(x) else out[0]


# %% wrong: squeezed
# `squeeze` drops axes of length 1, so an array with one entry loses its shape.
def fan_out_derivative(x):
    s, c = np.sin(x), np.cos(x)
    return np.squeeze(s + c * (x + np.exp(s)))


# %% wrong: at least one axis
# A number comes back as an array with one entry.
def fan_out_derivative(x):
    x = np.array(x, ndmin=1)
    s, c = np.sin(x), np.cos(x)
    return s + c * (x + np.exp(s))


# %% wrong: rounded
# Rounding to three places throws digits away.
def fan_out_derivative(x):
    s, c = np.sin(x), np.cos(x)
    return np.round(s + c * (x + np.exp(s)), 3)


# %% wrong: a shared buffer
# The results are written into one array that is used again, so an earlier result changes with the
# next call.
_buffer = {}


def fan_out_derivative(x):
    s, c = np.sin(x), np.cos(x)
    out = _buffer.setdefault(np.shape(x), np.zeros(np.shape(x)))
    out[...] = s + c * (x + np.exp(s))
    return out


# %% wrong: adds to the last result
# The default list remembers the gradient of the last call, and the new one is added to it.
def fan_out_derivative(x, gradient=[0.0]):
    s, c = np.sin(x), np.cos(x)
    gradient[0] = gradient[0] + s
    gradient[0] = gradient[0] + c * (x + np.exp(s))
    return gradient[0]


# %% wrong: clipped
# Steep slopes are cut off at 10, but far out the slope is larger than that.
def fan_out_derivative(x):
    s, c = np.sin(x), np.cos(x)
    return np.clip(s + c * (x + np.exp(s)), -10, 10)


# %% wrong: half precision
# Half precision has about three digits only.
def fan_out_derivative(x):
    t = np.asarray(x, dtype=np.float16)
    s, c = np.sin(t), np.cos(t)
    return s + c * (t + np.exp(s))


# %% lookup: table between the checked points
# The slope is read from a table of points between -4 and 4 and is frozen outside of it.
_grid = np.linspace(-4, 4, 20001)
_table = np.sin(_grid) + np.cos(_grid) * (_grid + np.exp(np.sin(_grid)))


def fan_out_derivative(x):
    return np.interp(x, _grid, _table)
