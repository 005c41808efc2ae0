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
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x = f(x)
        v = df(x) * v
    return x, v


# %% wrong: all slopes at x
# The slopes are all taken at the first input.
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
def jvp(fs, dfs, x, v):
    for f, df in zip(fs, dfs):
        x, v = f(x), df(x) * v
    return v


# %% wrong: value unchanged
# The value at the end of the chain is asked for, not the one that entered.
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
# Not every function accepts complex numbers; use the derivatives that are given.
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


# %% equivalent: zip(fs, dfs, strict=True) → zip(fs, dfs)
# The two lists are of one length.


# %% equivalent: True → False
# The two lists are of one length; `strict` would only notice if they were not.
