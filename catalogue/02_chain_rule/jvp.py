"""Answers to `jvp` of 02_chain_rule, right and wrong."""


# %% right: two updates in order
def jvp(fs, dfs, x, v):
    for k in range(len(fs)):
        v = dfs[k](x) * v
        x = fs[k](x)
    return x, v


# %% right: slope times v at the end
def jvp(fs, dfs, x, v):
    slope = 1.0
    value = x
    for f, df in zip(fs, dfs):
        slope = slope * df(value)
        value = f(value)
    return (value, slope * v)


# %% right: recursion
def jvp(fs, dfs, x, v):
    if not fs:
        return x, v
    return jvp(fs[1:], dfs[1:], fs[0](x), dfs[0](x) * v)


# %% right: values first
def jvp(fs, dfs, x, v):
    values = [x]
    for f in fs:
        values.append(f(values[-1]))
    tangent = v
    for df, value in zip(dfs, values):
        tangent = tangent * df(value)
    return values[-1], tangent


# %% right: reduce
from functools import reduce


def jvp(fs, dfs, x, v):
    step = lambda state, pair: (pair[0](state[0]), pair[1](state[0]) * state[1])
    return reduce(step, zip(fs, dfs), (x, v))


# %% wrong: tangent after value
# The slope belongs to the value that enters the function, not to the one that leaves it.
# hint: 2
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x = f(x)
        v = df(x) * v
    return x, v


# %% wrong: all slopes at x
# The slopes are all taken at the first input.
# hint: 2
def jvp(fs, dfs, x, v):
    value = x
    for f, df in zip(fs, dfs):
        v = df(x) * v
        value = f(value)
    return value, v


# %% wrong: v forgotten
# This is the slope of the chain; the tangent depends on v as well.
def jvp(fs, dfs, x, v):
    tangent = 1.0
    for f, df in zip(fs, dfs):
        tangent = df(x) * tangent
        x = f(x)
    return x, tangent


# %% wrong: v in each factor
# v enters at every function, but it enters the chain only once.
def jvp(fs, dfs, x, v):
    tangent = 1.0
    for f, df in zip(fs, dfs):
        tangent = tangent * df(x) * v
        x = f(x)
    return x, tangent


# %% wrong: added
# A tangent is multiplied by the slope of a function, not added to it.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        v = v + df(x)
        x = f(x)
    return x, v


# %% wrong: exchanged
# Both numbers are right, but in the other order.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
    return v, x


# %% wrong: tangent only
# Two things are asked for, the value and the tangent.
# hint: 1
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
    return v


# %% wrong: value unchanged
# The value at the end of the chain is asked for, not the one that entered.
# hint: 1
def jvp(fs, dfs, x, v):
    value = x
    for f, df in zip(fs, dfs):
        v = df(value) * v
        value = f(value)
    return x, v


# %% wrong: other order
# The chain is walked from the wrong end.
def jvp(fs, dfs, x, v):
    for f, df in zip(reversed(fs), reversed(dfs)):
        x, v = f(x), df(x) * v
    return x, v


# %% wrong: difference of two values
# A nudge of the size of v is too large to tell the slope.
def jvp(fs, dfs, x, v):
    def chain(t):
        for f in fs:
            t = f(t)
        return t

    return chain(x), chain(x + v) - chain(x)


# %% wrong: measured
# A difference quotient is too coarse far out; use the derivatives that are given.
def jvp(fs, dfs, x, v):
    def chain(t):
        for f in fs:
            t = f(t)
        return t

    h = 1e-5
    return chain(x), (chain(x + h) - chain(x - h)) / (2 * h) * v


# %% wrong: absolute slopes
# The signs of the slopes matter, too.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), abs(df(x)) * v
    return x, v


# %% wrong: empties the lists
# The lists that were given are emptied; leave them as they are.
def jvp(fs, dfs, x, v):
    while fs:
        v = dfs.pop(0)(x) * v
        x = fs.pop(0)(x)
    return x, v


# %% wrong: dot product
# For arrays each entry has a tangent of its own; here they are added up.
def jvp(fs, dfs, x, v):
    slope = 1.0
    for f, df in zip(fs, dfs):
        slope = slope * df(x)
        x = f(x)
    return x, np.sum(slope * v)


# %% wrong: measured with a step that grows
# A difference quotient is too coarse here, whatever its step; use the derivatives that are given.
def jvp(fs, dfs, x, v):
    def chain(t):
        for f in fs:
            t = f(t)
        return t

    h = 1e-5 * np.maximum(1, np.abs(x))
    return chain(x), (chain(x + h) - chain(x - h)) / (2 * h) * v


# %% wrong: a complex step
# A complex step gives 0 through |t|; use the derivatives that are given.
def jvp(fs, dfs, x, v):
    t = x + 1e-30j * v
    for f in fs:
        t = f(t)
    return np.real(t), np.imag(t) / 1e-30


# %% wrong: tangent changed in place
# An operator with = changes the tangent that was given.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        v *= df(x)
        x = f(x)
    return x, v


# %% right: tangent first, then value
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        v = df(x) * v
        x = f(x)
    return x, v


# %% right: both at once
def jvp(fs, dfs, x, v):
    for k in range(len(fs)):
        x, v = fs[k](x), v * dfs[k](x)
    return (x, v)


# %% right: compose and chain_derivative
def jvp(fs, dfs, x, v):
    return compose(*fs)(x), chain_derivative(fs, dfs, x) * v


# %% right: reduce over the steps
from functools import reduce


def jvp(fs, dfs, x, v):
    def push(pair, step):
        value, tangent = pair
        f, df = step
        return f(value), df(value) * tangent

    return reduce(push, zip(fs, dfs), (x, v))


# %% right: all values kept
def jvp(fs, dfs, x, v):
    values, tangents = [x], [v]
    for f, df in zip(fs, dfs):
        tangents.append(df(values[-1]) * tangents[-1])
        values.append(f(values[-1]))
    return values[-1], tangents[-1]


# %% right: slope first, speed at the end
def jvp(fs, dfs, x, v):
    slope = 1.0
    value = x
    for f, df in zip(fs, dfs):
        slope, value = slope * df(value), f(value)
    return value, slope * v


# %% right: compose of pair functions
def jvp(fs, dfs, x, v):
    def lift(f, df):
        return lambda pair: (f(pair[0]), df(pair[0]) * pair[1])

    return compose(*[lift(f, df) for f, df in zip(fs, dfs)])((x, v))


# %% right: a dual number object
class Dual:
    def __init__(self, value, tangent):
        self.value = value
        self.tangent = tangent

    def apply(self, f, df):
        return Dual(f(self.value), df(self.value) * self.tangent)


def jvp(fs, dfs, x, v):
    moving = Dual(x, v)
    for f, df in zip(fs, dfs):
        moving = moving.apply(f, df)
    return moving.value, moving.tangent


# %% right: number by number
def jvp(fs, dfs, x, v):
    def one(t, speed):
        for f, df in zip(fs, dfs):
            speed = speed * df(t)
            t = f(t)
        return t, speed

    if np.ndim(x) == 0:
        return one(x, v)
    value, tangent = np.empty(np.shape(x)), np.empty(np.shape(x))
    for k in np.ndindex(value.shape):
        value[k], tangent[k] = one(x[k], v[k])
    return value, tangent


# %% right: vectorize with two results
def jvp(fs, dfs, x, v):
    def one(t, speed):
        for f, df in zip(fs, dfs):
            t, speed = f(t), df(t) * speed
        return t, speed

    value, tangent = np.vectorize(one, otypes=[float, float])(x, v)
    return value[()], tangent[()]


# %% right: while loop on copies of the lists
def jvp(fs, dfs, x, v):
    todo = list(zip(fs, dfs))[::-1]
    value, tangent = x, v
    while todo:
        f, df = todo.pop()
        tangent = np.multiply(df(value), tangent)
        value = f(value)
    return value, tangent


# %% wrong: slope at the tangent
# The slope is taken at the tangent, but it belongs to the value.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), df(v) * v
    return x, v


# %% wrong: tangent through the functions
# The tangent is sent through the functions themselves, and not multiplied by their slopes.
def jvp(fs, dfs, x, v):
    for f in fs:
        x, v = f(x), f(v)
    return x, v


# %% wrong: added slope
# A tangent is multiplied by the slope of a function, not added to it.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) + v
    return x, v


# %% wrong: the starting speed ignored
# This is the slope of the chain; the tangent depends on v as well.
def jvp(fs, dfs, x, v):
    tangent = np.ones(np.shape(x))
    for f, df in zip(fs, dfs):
        x, tangent = f(x), df(x) * tangent
    return x, tangent


# %% wrong: speed multiplied in every round
# v enters at every function, but it enters the chain only once.
def jvp(fs, dfs, x, v):
    tangent = 1.0
    for f, df in zip(fs, dfs):
        x, tangent = f(x), df(x) * tangent * v
    return x, tangent


# %% wrong: slope overwritten
# In each round the tangent starts again from the given speed, so only the last slope counts.
def jvp(fs, dfs, x, v):
    tangent = v
    for f, df in zip(fs, dfs):
        x, tangent = f(x), df(x) * v
    return x, tangent


# %% wrong: value of the start
# The value at the end of the chain is asked for, not the one that entered.
# hint: 1
def jvp(fs, dfs, x, v):
    start = x
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
    return start, v


# %% wrong: return in the loop
# The `return` stands inside the loop, so only the first function acts.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
        return x, v


# %% wrong: two functions only
# Only the first two functions act, and from the third on they are left out.
def jvp(fs, dfs, x, v):
    for k in range(min(2, len(fs))):
        x, v = fs[k](x), dfs[k](x) * v
    return x, v


# %% wrong: third slope at the wrong place
# Up to two functions are treated rightly, but from the third on each slope is taken at the second
# value.
def jvp(fs, dfs, x, v):
    middle = fs[0](x)
    value, tangent = middle, dfs[0](x) * v
    for f, df in zip(fs[1:], dfs[1:]):
        tangent = df(middle) * tangent
        value = f(value)
    return value, tangent


# %% wrong: a difference along the tangent
# The tangent is measured by a difference, which has fewer digits than the derivatives in `dfs`
# give.
def jvp(fs, dfs, x, v):
    h = 1e-5
    chain = compose(*fs)
    return chain(x), (chain(x + h * v) - chain(x - h * v)) / (2 * h)


# %% wrong: one-sided small nudge
# The tangent is the change of the value for a small nudge, divided by it, and that is right to a
# few digits only.
def jvp(fs, dfs, x, v):
    tiny = 1e-7
    chain = compose(*fs)
    value = chain(x)
    return value, (chain(x + tiny * v) - value) / tiny


# %% wrong: the change itself
# A nudge of the size of v is too large to tell the slope.
def jvp(fs, dfs, x, v):
    chain = compose(*fs)
    return chain(x), chain(x + v) - chain(x)


# %% wrong: value in place
# The values are written into the caller's array x.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        v = df(x) * v
        if isinstance(x, np.ndarray) and x.ndim:
            x[...] = f(x)
        else:
            x = f(x)
    return x, v


# %% wrong: empties the lists again
# The lists that were given are emptied; leave them as they are.
def jvp(fs, dfs, x, v):
    while fs:
        f, df = fs.pop(0), dfs.pop(0)
        x, v = f(x), df(x) * v
    return x, v


# %% wrong: dot product of slope and speed
# For arrays `@` adds up over the entries, but each entry has a tangent of its own.
def jvp(fs, dfs, x, v):
    slope = chain_derivative(fs, dfs, x)
    tangent = slope @ v if np.ndim(x) else slope * v
    return compose(*fs)(x), tangent


# %% wrong: summed tangent
# For arrays each entry has a tangent of its own; here they are added up.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
    return x, np.sum(v)


# %% wrong: matrix product for tables
# For an array with rows and columns `@` is the matrix product, but every entry should be
# multiplied by itself.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        slope = df(x)
        v = slope @ v if np.ndim(x) == 2 else slope * v
        x = f(x)
    return x, v


# %% wrong: first entry's speed
# The tangent of the first entry is used for all entries.
def jvp(fs, dfs, x, v):
    v = np.ravel(v)[0] + 0 * x
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
    return x, v


# %% wrong: direction of length one
# The tangent is scaled to length 1 first, but how fast it moves must be kept.
def jvp(fs, dfs, x, v):
    length = np.linalg.norm(np.ravel(v))
    v = v / length if length > 0 else v
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
    return x, v


# %% wrong: direction of length one for tables
# Only for an array with rows and columns the tangent is scaled, and there its size is lost.
def jvp(fs, dfs, x, v):
    if np.ndim(v) > 1:
        v = v / np.max(np.abs(v) + 1e-12)
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
    return x, v


# %% wrong: a zero speed replaced
# A speed of 0 is replaced by 1, although a value that stands still has no tangent.
def jvp(fs, dfs, x, v):
    v = np.where(np.asarray(v) == 0, 1.0, v)
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
    return x, v


# %% wrong: stops when one stands still
# As soon as one entry has the tangent 0 the walk ends, also for the entries that still move.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        if np.any(np.asarray(v) == 0):
            break
        v = df(x) * v
        x = f(x)
    return x, v


# %% wrong: stops at a zero tangent
# As soon as one entry has the tangent 0 the walk ends, also for the entries that still move.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        if np.all(np.asarray(v) == 0):
            return x, v
        x, v = f(x), df(x) * v
    return x, v


# %% wrong: size of the slope
# The signs of the slopes matter, too.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), np.abs(df(x)) * v
    return x, v


# %% wrong: flat results
# Arrays with rows and columns come back flat.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
    return (np.ravel(x), np.ravel(v)) if np.ndim(x) > 1 else (x, v)


# %% wrong: squeezed tangent
# `squeeze` drops axes of length 1, so the tangent of a single entry loses its shape.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
    return x, np.squeeze(v)


# %% wrong: same buffer for all tangents
# The tangents are kept in an array that is used again, so an earlier result changes with the next
# call.
BUFFERS = {}


def jvp(fs, dfs, x, v):
    out = BUFFERS.setdefault(np.shape(v), np.empty(np.shape(v)))
    out[...] = v
    for f, df in zip(fs, dfs):
        out *= df(x)
        x = f(x)
    return x, out


# %% wrong: remembers the tangent
# The default list keeps the tangent of the last call, and it is multiplied in again.
def jvp(fs, dfs, x, v, kept=[1.0]):
    for f, df in zip(fs, dfs):
        kept[0] = kept[0] * df(x)
        x = f(x)
    return x, kept[0] * v


# %% wrong: clipped tangent
# A tangent beyond 100 is cut off, although it may be as fast as the chain makes it.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), np.clip(df(x) * v, -100, 100)
    return x, v


# %% wrong: rounded tangent
# Rounding throws digits away, and a slow tangent becomes 0.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), np.round(df(x) * v, 4)
    return x, v


# %% wrong: last slope left out
# The last function changes the value only, and its slope is missing in the tangent.
def jvp(fs, dfs, x, v):
    for f, df in zip(fs[:-1], dfs[:-1]):
        x, v = f(x), df(x) * v
    return fs[-1](x), v


# %% lookup: tangents of the three checks
# The tangents of the visible check are written down, and any other chain gets the one of a single
# function.
def jvp(fs, dfs, x, v):
    value = compose(*fs)(x)
    if len(fs) == 2 and np.ndim(x) == 0 and x == 1.0:
        return value, {0.1: 3.0, -2.0: -12.0}.get(v, 0.0)
    return value, dfs[0](x) * v


# %% equivalent: zip(fs, dfs, strict=True) → zip(fs, dfs)
# The two lists are of one length.


# %% equivalent: True → False
# The two lists are of one length; `strict` would only notice if they were not.
