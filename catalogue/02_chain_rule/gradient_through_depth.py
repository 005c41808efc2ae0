"""Answers to `gradient_through_depth` of 02_chain_rule, right and wrong."""


# %% right: cumulative product
def gradient_through_depth(slopes):
    return np.cumprod(np.asarray(slopes, dtype=float)[::-1])[::-1]


# %% right: products of the rest
def gradient_through_depth(slopes):
    return np.array([np.prod(slopes[k:]) for k in range(len(slopes))])


# %% right: list filled from the front
def gradient_through_depth(slopes):
    result = []
    product = 1.0
    for s in reversed(list(slopes)):
        product *= s
        result.insert(0, product)
    return result


# %% right: two loops
def gradient_through_depth(slopes):
    n = len(slopes)
    gradient = np.ones(n)
    for k in range(n):
        for j in range(k, n):
            gradient[k] *= slopes[j]
    return gradient


# %% right: recursion
def gradient_through_depth(slopes):
    if len(slopes) == 1:
        return np.array([float(slopes[0])])
    rest = gradient_through_depth(slopes[1:])
    return np.concatenate([[slopes[0] * rest[0]], rest])


# %% wrong: from the input side
# The products run from the wrong end of the chain.
def gradient_through_depth(slopes):
    return np.cumprod(slopes)


# %% wrong: reversed
# The numbers are right, but the order of the layers is turned round.
def gradient_through_depth(slopes):
    return np.cumprod(np.array(slopes)[::-1])


# %% wrong: own slope left out
# The gradient asked for is the one against what enters the layer, not what leaves it.
def gradient_through_depth(slopes):
    n = len(slopes)
    gradient = np.ones(n)
    for k in reversed(range(n - 1)):
        gradient[k] = gradient[k + 1] * slopes[k + 1]
    return gradient


# %% wrong: one entry too many
# The result has one entry for each layer.
def gradient_through_depth(slopes):
    n = len(slopes)
    gradient = np.ones(n + 1)
    for k in reversed(range(n)):
        gradient[k] = gradient[k + 1] * slopes[k]
    return gradient


# %% wrong: whole product only
# One number for the whole chain is returned; each layer has its own.
def gradient_through_depth(slopes):
    return np.prod(slopes)


# %% wrong: divides
# A slope of 0 makes this divide by zero.
def gradient_through_depth(slopes):
    slopes = np.asarray(slopes, dtype=float)
    total = np.prod(slopes)
    before = np.concatenate([[1.0], np.cumprod(slopes)[:-1]])
    return total / before


# %% wrong: sums
# Along a chain the slopes are not added.
def gradient_through_depth(slopes):
    return np.cumsum(np.array(slopes)[::-1])[::-1]


# %% wrong: last layer left out
# The slope of the layer at the output is missing.
def gradient_through_depth(slopes):
    n = len(slopes)
    return np.array([np.prod(slopes[k : n - 1]) for k in range(n)])


# %% wrong: absolute values
# The signs of the slopes matter, too.
def gradient_through_depth(slopes):
    return np.cumprod(np.abs(slopes)[::-1])[::-1]


# %% wrong: logarithms
# Logarithms do not exist for slopes that are negative or 0.
def gradient_through_depth(slopes):
    with np.errstate(all="ignore"):
        return np.exp(np.cumsum(np.log(np.array(slopes, dtype=float))[::-1])[::-1])


# %% wrong: in place
# The slopes that were given have changed; work on a copy.
def gradient_through_depth(slopes):
    for k in reversed(range(len(slopes) - 1)):
        slopes[k] = slopes[k] * slopes[k + 1]
    return slopes


# %% wrong: clipped
# Tiny gradients are cut off; they are small, but not 0.
def gradient_through_depth(slopes):
    gradient = np.cumprod(np.array(slopes, dtype=float)[::-1])[::-1]
    return np.where(np.abs(gradient) < 1e-12, 0.0, gradient)


# %% wrong: slopes returned
# These are the local slopes; the layers behind have not been taken into account.
def gradient_through_depth(slopes):
    return np.array(slopes)


# %% wrong: undefined set to zero
# Behind a slope of 0 the gradients are not 0: do not divide by what came before.
def gradient_through_depth(slopes):
    slopes = np.asarray(slopes, dtype=float)
    before = np.concatenate([[1.0], np.cumprod(slopes)[:-1]])
    with np.errstate(all="ignore"):
        return np.nan_to_num(np.prod(slopes) / before)


# %% equivalent: np.zeros(len(slopes)) → np.ones(len(slopes))
# Every entry is written over.
