"""Answers to `chain_derivative` of 02_chain_rule, right and wrong."""


# %% right: index loop
def chain_derivative(fs, dfs, x):
    slope = dfs[0](x)
    value = x
    for k in range(1, len(fs)):
        value = fs[k - 1](value)
        slope = slope * dfs[k](value)
    return slope


# %% right: values first
def chain_derivative(fs, dfs, x):
    values = [x]
    for f in fs:
        values.append(f(values[-1]))
    slope = 1.0
    for k in reversed(range(len(dfs))):
        slope = slope * dfs[k](values[k])
    return slope


# %% right: recursion
def chain_derivative(fs, dfs, x):
    if len(fs) == 1:
        return dfs[0](x)
    return chain_derivative(fs[1:], dfs[1:], fs[0](x)) * dfs[0](x)


# %% right: list of slopes
def chain_derivative(fs, dfs, x):
    slopes = []
    value = x
    for f, df in zip(fs, dfs):
        slopes.append(df(value))
        value = f(value)
    return np.prod(np.array(slopes), axis=0)


# %% right: from the start each time
def chain_derivative(fs, dfs, x):
    slope = np.ones(np.shape(x))
    for k in range(len(fs)):
        value = x
        for f in fs[:k]:
            value = f(value)
        slope = slope * dfs[k](value)
    return slope


# %% wrong: all slopes at x
# Each slope is taken at the value that arrives at its function, not at the first input.
# hint: 2
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for df in dfs:
        slope = slope * df(x)
    return slope


# %% wrong: slope at the output
# Each slope belongs to the value that enters the function, not to the one that leaves it.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        x = f(x)
        slope = slope * df(x)
    return slope


# %% wrong: sum of slopes
# Along a chain the slopes are not added.
# hint: 1
def chain_derivative(fs, dfs, x):
    slope = 0.0
    for f, df in zip(fs, dfs):
        slope = slope + df(x)
        x = f(x)
    return slope


# %% wrong: last slope only
# The inner slopes are missing: each function of the chain contributes its own.
# hint: 1
def chain_derivative(fs, dfs, x):
    for f in fs[:-1]:
        x = f(x)
    return dfs[-1](x)


# %% wrong: other order
# The chain is walked from the wrong end: the first function in the list acts first.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs[::-1], dfs[::-1]):
        slope = slope * df(x)
        x = f(x)
    return slope


# %% wrong: two functions only
# A chain can be longer or shorter than two functions.
# hint: 1
def chain_derivative(fs, dfs, x):
    return dfs[1](fs[0](x)) * dfs[0](x)


# %% wrong: starts at zero
# A product that starts at the wrong number never leaves it.
def chain_derivative(fs, dfs, x):
    slope = 0.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return slope


# %% wrong: product over the entries
# For an array each entry has a slope of its own; here they are multiplied with each other.
# hint: 3
def chain_derivative(fs, dfs, x):
    slopes = []
    for f, df in zip(fs, dfs):
        slopes.append(df(x))
        x = f(x)
    return np.prod(slopes)


# %% wrong: derivative of the derivative's chain
# The values on the way come from the functions, not from their derivatives.
# hint: 2
def chain_derivative(fs, dfs, x):
    slope = 1.0
    value = x
    for df in dfs:
        value = df(value)
        slope = slope * value
    return slope


# %% wrong: one function too few
# One slope of the chain is left out.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for k in range(len(fs) - 1):
        slope = slope * dfs[k](x)
        x = fs[k](x)
    return slope


# %% wrong: empties the lists
# The lists that were given are emptied; leave them as they are.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    while fs:
        slope = slope * dfs.pop(0)(x)
        x = fs.pop(0)(x)
    return slope


# %% wrong: measured
# A difference quotient is too coarse where values are large; use the derivatives that are given.
def chain_derivative(fs, dfs, x):
    def chain(t):
        for f in fs:
            t = f(t)
        return t

    h = 1e-5
    return (chain(x + h) - chain(x - h)) / (2 * h)


# %% wrong: float only
# float takes a single number only, but x may be an array.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = float(slope * df(x))
        x = f(x)
    return slope


# %% wrong: measured with a step that grows
# A difference quotient is too coarse here, whatever its step; use the derivatives that are given.
def chain_derivative(fs, dfs, x):
    def chain(t):
        for f in fs:
            t = f(t)
        return t

    h = 1e-5 * np.maximum(1, np.abs(x))
    return (chain(x + h) - chain(x - h)) / (2 * h)


# %% wrong: a complex step
# A complex step gives 0 through |t|; use the derivatives that are given.
def chain_derivative(fs, dfs, x):
    t = x + 1e-30j
    for f in fs:
        t = f(t)
    return np.imag(t) / 1e-30


# %% wrong: at least two functions
# A chain may consist of a single function.
# hint: 1
def chain_derivative(fs, dfs, x):
    slope = dfs[0](x)
    value = fs[0](x)
    slope = slope * dfs[1](value)
    for k in range(2, len(fs)):
        value = fs[k - 1](value)
        slope = slope * dfs[k](value)
    return slope


# %% right: value and slope in one loop
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return slope


# %% right: all values first
def chain_derivative(fs, dfs, x):
    values = [x]
    for f in fs:
        values.append(f(values[-1]))
    result = np.ones(np.shape(x))
    for df, value in zip(dfs, values):
        result = result * df(value)
    return result


# %% right: recursion from the front
def chain_derivative(fs, dfs, x):
    here = dfs[0](x)
    if len(fs) == 1:
        return here
    return chain_derivative(fs[1:], dfs[1:], fs[0](x)) * here


# %% right: recursion from the back
def chain_derivative(fs, dfs, x):
    def both(n):
        if n == 0:
            return x, 1.0
        u, du = both(n - 1)
        return fs[n - 1](u), dfs[n - 1](u) * du

    return both(len(fs))[1]


# %% right: backward through the kept values
def chain_derivative(fs, dfs, x):
    cache = []
    a = x
    for f in fs:
        cache.append(a)
        a = f(a)
    gradient = 1.0
    for k in reversed(range(len(fs))):
        gradient = gradient * dfs[k](cache[k])
    return gradient


# %% right: inner value by compose
def chain_derivative(fs, dfs, x):
    slope = dfs[0](x)
    for k in range(1, len(fs)):
        slope = slope * dfs[k](compose(*fs[:k])(x))
    return slope


# %% right: reduce over pairs
from functools import reduce


def chain_derivative(fs, dfs, x):
    def step(state, pair):
        value, slope = state
        f, df = pair
        return f(value), slope * df(value)

    return reduce(step, zip(fs, dfs), (x, 1.0))[1]


# %% right: by jvp with speed one
def chain_derivative(fs, dfs, x):
    _, tangent = jvp(fs, dfs, x, np.ones_like(x, dtype=float))
    return tangent


# %% right: accumulate and prod over axis 0
from itertools import accumulate


def chain_derivative(fs, dfs, x):
    values = accumulate(fs[:-1], lambda u, f: f(u), initial=x)
    factors = np.stack([df(u) for df, u in zip(dfs, values)])
    return np.prod(factors, axis=0)


# %% right: math.prod of local slopes
import math


def chain_derivative(fs, dfs, x):
    local = []
    for k, df in enumerate(dfs):
        local.append(df(x))
        x = fs[k](x)
    return math.prod(local)


# %% right: a dual number class
class Dual:
    def __init__(self, value, speed):
        self.value, self.speed = value, speed

    def through(self, f, df):
        return Dual(f(self.value), df(self.value) * self.speed)


def chain_derivative(fs, dfs, x):
    traveller = Dual(x, 1.0)
    for f, df in zip(fs, dfs):
        traveller = traveller.through(f, df)
    return traveller.speed


# %% right: number by number
def chain_derivative(fs, dfs, x):
    def one(t):
        product = 1.0
        for f, df in zip(fs, dfs):
            product *= df(t)
            t = f(t)
        return product

    if np.ndim(x) == 0:
        return one(x)
    out = np.empty(np.shape(x))
    for where in np.ndindex(out.shape):
        out[where] = one(x[where])
    return out


# %% right: vectorize with a float result
def chain_derivative(fs, dfs, x):
    def one(t):
        s = 1.0
        for k in range(len(fs)):
            s, t = s * dfs[k](t), fs[k](t)
        return s

    return np.vectorize(one, otypes=[float])(x)


# %% right: copy and multiply in place
def chain_derivative(fs, dfs, x):
    slope = np.ones(np.shape(x))
    value = np.array(x, dtype=float)
    for f, df in zip(fs, dfs):
        slope *= df(value)
        value = f(value)
    return slope[()]


# %% wrong: derivative of a derivative
# The derivatives are applied to one another as if they were the chain, and no values of the
# functions are used.
def chain_derivative(fs, dfs, x):
    for df in dfs:
        x = df(x)
    return x


# %% wrong: prod over everything
# For an array each entry has a slope of its own; here they are multiplied with each other.
# hint: 3
def chain_derivative(fs, dfs, x):
    factors = []
    for f, df in zip(fs, dfs):
        factors.append(df(x))
        x = f(x)
    return np.prod(factors)


# %% wrong: prod over the last axis
# For an array this product runs along the wrong axis, over the entries in place of the functions.
def chain_derivative(fs, dfs, x):
    factors = []
    for f, df in zip(fs, dfs):
        factors.append(df(x))
        x = f(x)
    return np.prod(np.array(factors), axis=-1)


# %% wrong: a central difference
# A difference quotient is too coarse where values are large; use the derivatives that are given.
def chain_derivative(fs, dfs, x):
    h = 1e-5
    chain = compose(*fs)
    return (chain(x + h) - chain(x - h)) / (2 * h)


# %% wrong: the course's measured derivative
# A difference quotient is too coarse here, whatever its step; use the derivatives that are given.
def chain_derivative(fs, dfs, x):
    chain = compose(*fs)
    measure = np.vectorize(
        lambda t: dc.numeric.derivative(chain, float(t)), otypes=[float]
    )
    return measure(x)


# %% wrong: inner slopes measured
# Only the last slope comes from `dfs`; all before it are differences, which lose digits far out.
def chain_derivative(fs, dfs, x):
    h = 1e-6
    slope = 1.0
    for f in fs[:-1]:
        slope = slope * (f(x + h) - f(x - h)) / (2 * h)
        x = f(x)
    return slope * dfs[-1](x)


# %% wrong: three at most
# Only the first three functions enter the product, so a longer chain misses factors.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs[:3], dfs[:3]):
        slope = slope * df(x)
        x = f(x)
    return slope


# %% wrong: wrong with a fourth function
# From the fourth function on, each slope is taken at what comes out of the second function and not
# at what arrives.
def chain_derivative(fs, dfs, x):
    u = fs[0](x)
    slope = dfs[0](x)
    if len(fs) > 1:
        slope = slope * dfs[1](u)
        v = fs[1](u)
        for df in dfs[2:]:
            slope = slope * df(v)
    return slope


# %% wrong: a chain of one gives 1
# For a chain of a single function the loop never runs, and its slope is missing.
def chain_derivative(fs, dfs, x):
    if len(fs) < 2:
        return np.ones(np.shape(x))
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return slope


# %% wrong: the first factor is missing
# The slope of the first function is left out of the product.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for k in range(1, len(fs)):
        x = fs[k - 1](x)
        slope = slope * dfs[k](x)
    return slope


# %% wrong: the value of the chain
# This returns the value at the end of the chain, not its slope.
def chain_derivative(fs, dfs, x):
    for f in fs:
        x = f(x)
    return x


# %% wrong: forgotten return
# The product is computed but never returned.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)


# %% wrong: empties the lists again
# The lists that were given are emptied; leave them as they are.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    while fs:
        f, df = fs.pop(0), dfs.pop(0)
        slope = slope * df(x)
        x = f(x)
    return slope


# %% wrong: reverses the caller's list
# `reverse` turns the caller's own list around, so a second call gets the derivatives in the wrong
# order.
def chain_derivative(fs, dfs, x):
    values = [x]
    for f in fs[:-1]:
        values.append(f(values[-1]))
    dfs.reverse()
    slope = 1.0
    for df in dfs:
        slope = slope * df(values.pop())
    return slope


# %% wrong: overwrites the input array
# The values on the way are written into the caller's array, so `x` is changed after the call.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        if isinstance(x, np.ndarray) and x.ndim:
            x[...] = f(x)
        else:
            x = f(x)
    return slope


# %% wrong: zero for all when one is zero
# As soon as one entry has the slope 0, all entries of the result become 0.
def chain_derivative(fs, dfs, x):
    slope = np.ones(np.shape(x))
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        if np.any(slope == 0):
            return np.zeros(np.shape(x))
        x = f(x)
    return slope


# %% wrong: skips a zero slope
# A local slope of 0 is replaced by 1, although it makes the whole product 0.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        local = df(x)
        slope = slope * np.where(local == 0, 1.0, local)
        x = f(x)
    return slope


# %% wrong: logarithms of the factors
# Adding logarithms works for positive slopes only; the sign of a negative slope is lost here.
def chain_derivative(fs, dfs, x):
    total = np.zeros(np.shape(x))
    for f, df in zip(fs, dfs):
        total = total + np.log(np.abs(df(x)) + 1e-300)
        x = f(x)
    return np.exp(total)


# %% wrong: a function used twice counts once
# A function that stands in the chain several times contributes only one slope here.
def chain_derivative(fs, dfs, x):
    slope, seen = 1.0, []
    for f, df in zip(fs, dfs):
        if df not in seen:
            slope = slope * df(x)
            seen.append(df)
        x = f(x)
    return slope


# %% wrong: position looked up by index
# `index` finds the first place of a function, so one that stands in the chain twice gets the same
# inner value both times.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        value = x
        for earlier in fs[: fs.index(f)]:
            value = earlier(value)
        slope = slope * df(value)
    return slope


# %% wrong: matrix product of slopes
# For arrays with rows and columns `@` is the matrix product, but every entry should be multiplied
# by itself.
def chain_derivative(fs, dfs, x):
    slope = dfs[0](x)
    for k in range(1, len(fs)):
        x = fs[k - 1](x)
        local = dfs[k](x)
        slope = local @ slope if np.ndim(x) == 2 else local * slope
    return slope


# %% wrong: flattened
# The array is flattened on the way in, and the result does not get its shape back.
def chain_derivative(fs, dfs, x):
    x = np.ravel(x) if np.ndim(x) > 1 else x
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return slope


# %% wrong: squeezed
# `squeeze` drops every axis of length 1, so the result can have another shape than `x`.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return np.squeeze(slope)


# %% wrong: float of the result
# float takes a single number only, but x may be an array.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return float(slope)


# %% wrong: average over the entries
# The slopes of all entries are averaged, but each entry needs its own.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return np.mean(slope)


# %% wrong: half precision
# The product is kept in half precision, which has about three digits and nothing above 65504.
def chain_derivative(fs, dfs, x):
    slope = np.ones(np.shape(x), dtype=np.float16)
    for f, df in zip(fs, dfs):
        slope = (slope * df(x)).astype(np.float16)
        x = f(x)
    return slope


# %% wrong: rounded to six places
# The result is rounded, so a small slope loses its digits or becomes 0.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return np.round(slope, 6)


# %% wrong: clipped
# Steep slopes are cut off, although a chain may be as steep as its factors make it.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return np.clip(slope, -100.0, 100.0)


# %% wrong: remembers the inner values
# The values on the way are kept for a chain of the same length and used again although `x` or the
# functions have changed.
KEPT = {}


def chain_derivative(fs, dfs, x):
    key = (len(fs), np.shape(x))
    if key not in KEPT:
        values = [x]
        for f in fs[:-1]:
            values.append(f(values[-1]))
        KEPT[key] = values
    slope = 1.0
    for df, value in zip(dfs, KEPT[key]):
        slope = slope * df(value)
    return slope


# %% wrong: the product never starts afresh
# The default argument is the same list in every call, so the product of the last call is still in
# it.
def chain_derivative(fs, dfs, x, slope=[1.0]):
    for f, df in zip(fs, dfs):
        slope[0] = slope[0] * df(x)
        x = f(x)
    return slope[0]


# %% wrong: absolute slope
# Adding logarithms works for positive slopes only; the sign of a negative slope is lost here.
def chain_derivative(fs, dfs, x):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * abs(df(x))
        x = f(x)
    return slope


# %% wrong: first entry's inner values
# The slopes of all later functions are taken at the value of the first entry, but each entry has
# its own.
def chain_derivative(fs, dfs, x):
    slope = dfs[0](x)
    value = fs[0](x)
    for f, df in zip(fs[1:], dfs[1:]):
        slope = slope * df(np.ravel(value)[0])
        value = f(value)
    return slope


# %% lookup: slopes of the checked points
# The answer is read from a table of the points in the visible check, so it is wrong for other
# functions and points.
def chain_derivative(fs, dfs, x):
    if len(fs) == 2:
        return 30.0 + 0 * x
    if len(fs) == 3 and np.ndim(x) == 0 and x == 1.0 and fs[0](0.0) == 2.0:
        return 6.0
    s, c = np.sin(x), np.cos(x)
    return np.exp(s**2) * 2 * s * c


# %% equivalent: zip(fs, dfs, strict=True) → zip(fs, dfs)
# The two lists are of one length.


# %% equivalent: True → False
# The two lists are of one length; `strict` would only notice if they were not.
