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
def chain_derivative(fs, dfs, x):
    slope = 0.0
    for f, df in zip(fs, dfs):
        slope = slope + df(x)
        x = f(x)
    return slope


# %% wrong: last slope only
# The inner slopes are missing: each function of the chain contributes its own.
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
def chain_derivative(fs, dfs, x):
    slopes = []
    for f, df in zip(fs, dfs):
        slopes.append(df(x))
        x = f(x)
    return np.prod(slopes)


# %% wrong: derivative of the derivative's chain
# The values on the way come from the functions, not from their derivatives.
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
# A difference quotient is too coarse for large x; use the derivatives that are given.
def chain_derivative(fs, dfs, x):
    def chain(t):
        for f in fs:
            t = f(t)
        return t

    h = 1e-5
    return (chain(x + h) - chain(x - h)) / (2 * h)


# %% wrong: float only
# It works for a single number, but not for an array.
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
# Not every function accepts complex numbers; use the derivatives that are given.
def chain_derivative(fs, dfs, x):
    t = x + 1e-30j
    for f in fs:
        t = f(t)
    return np.imag(t) / 1e-30


# %% wrong: at least two functions
# A chain may consist of a single function.
def chain_derivative(fs, dfs, x):
    slope = dfs[0](x)
    value = fs[0](x)
    slope = slope * dfs[1](value)
    for k in range(2, len(fs)):
        value = fs[k - 1](value)
        slope = slope * dfs[k](value)
    return slope


# %% equivalent: zip(fs, dfs, strict=True) → zip(fs, dfs)
# The two lists are of one length.


# %% equivalent: True → False
# The two lists are of one length; `strict` would only notice if they were not.
