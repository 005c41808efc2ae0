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
# hint: 1
def gradient_through_depth(slopes):
    return np.cumprod(slopes)


# %% wrong: reversed
# The numbers are right, but the order of the layers is turned round.
# hint: 2
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
# hint: 1
def gradient_through_depth(slopes):
    return np.prod(slopes)


# %% wrong: divides
# A slope of 0 makes this divide by zero.
# hint: 3
def gradient_through_depth(slopes):
    slopes = np.asarray(slopes, dtype=float)
    total = np.prod(slopes)
    before = np.concatenate([[1.0], np.cumprod(slopes)[:-1]])
    return total / before


# %% wrong: sums
# Along a chain the slopes are not added.
# hint: 1
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
# hint: 3
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
# hint: 1
def gradient_through_depth(slopes):
    return np.array(slopes)


# %% wrong: undefined set to zero
# Behind a slope of 0 the gradients are not 0: do not divide by what came before.
# hint: 3
def gradient_through_depth(slopes):
    slopes = np.asarray(slopes, dtype=float)
    before = np.concatenate([[1.0], np.cumprod(slopes)[:-1]])
    with np.errstate(all="ignore"):
        return np.nan_to_num(np.prod(slopes) / before)


# %% right: filled from the back
def gradient_through_depth(slopes):
    n = len(slopes)
    gradients = np.zeros(n)
    product = 1.0
    for k in reversed(range(n)):
        product = product * slopes[k]
        gradients[k] = product
    return gradients


# %% right: cumulative product turned around
def gradient_through_depth(slopes):
    return np.cumprod(np.array(slopes, dtype=float)[::-1])[::-1]


# %% right: a product for each layer
def gradient_through_depth(slopes):
    slopes = np.asarray(slopes, dtype=float)
    return np.array([np.prod(slopes[k:]) for k in range(len(slopes))])


# %% right: recursion on the first layer
def gradient_through_depth(slopes):
    first = float(slopes[0])
    if len(slopes) == 1:
        return np.array([first])
    behind = gradient_through_depth(slopes[1:])
    return np.concatenate([[first * behind[0]], behind])


# %% right: multiply accumulate
from itertools import accumulate
from operator import mul


def gradient_through_depth(slopes):
    backward = [float(s) for s in slopes][::-1]
    return np.array(list(accumulate(backward, mul))[::-1])


# %% right: math.prod of the tails
import math


def gradient_through_depth(slopes):
    return np.array(
        [math.prod(float(s) for s in slopes[k:]) for k in range(len(slopes))]
    )


# %% right: insert at the front
def gradient_through_depth(slopes):
    result = []
    arriving = 1.0
    for s in reversed(list(slopes)):
        arriving *= float(s)
        result.insert(0, arriving)
    return np.asarray(result)


# %% right: all layers grow together
def gradient_through_depth(slopes):
    n = len(slopes)
    g = np.ones(n)
    for k in range(n):
        # slope k belongs to layer k and to all in front of it
        g[: k + 1] *= slopes[k]
    return g


# %% right: triangle of factors
def gradient_through_depth(slopes):
    s = np.asarray(slopes, dtype=float)
    n = s.size
    table = np.where(np.triu(np.ones((n, n), dtype=bool)), s[np.newaxis, :], 1.0)
    return table.prod(axis=1)


# %% right: multiply ufunc accumulate
def gradient_through_depth(slopes):
    flipped = np.flip(np.asarray(slopes, dtype=np.float64))
    return np.flip(np.multiply.accumulate(flipped)).copy()


# %% right: in place in its own copy
def gradient_through_depth(slopes):
    g = np.array(slopes, dtype=float)
    for k in range(len(g) - 2, -1, -1):
        g[k] *= g[k + 1]
    return g


# %% right: backward substitution
def gradient_through_depth(slopes):
    s = np.asarray(slopes, dtype=float)
    n = len(s)
    g = np.empty(n + 1)
    g[n] = 1.0  # the output against itself
    k = n
    while k > 0:
        k -= 1
        g[k] = s[k] * g[k + 1]
    return g[:n]


# %% wrong: product from the input
# The products run from the wrong end of the chain.
# hint: 1
def gradient_through_depth(slopes):
    return np.cumprod(np.array(slopes, dtype=float))


# %% wrong: result in the wrong order
# The numbers are right, but the order of the layers is turned round.
# hint: 2
def gradient_through_depth(slopes):
    return np.cumprod(np.array(slopes, dtype=float)[::-1])


# %% wrong: own slope missing
# The gradient asked for is the one against what enters the layer, not what leaves it.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    return np.array([np.prod(s[k + 1 :]) for k in range(len(s))])


# %% wrong: last slope missing
# The slope of the layer at the output is missing.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    return np.array([np.prod(s[k:-1]) for k in range(len(s))])


# %% wrong: sums again
# Along a chain the slopes are not added.
# hint: 1
def gradient_through_depth(slopes):
    return np.cumsum(np.array(slopes, dtype=float)[::-1])[::-1]


# %% wrong: one entry too many again
# The result has one entry for each layer.
def gradient_through_depth(slopes):
    g = [1.0]
    for s in reversed(list(slopes)):
        g.insert(0, g[0] * s)
    return np.array(g)


# %% wrong: shifted by one layer
# The gradient asked for is the one against what enters the layer, not what leaves it.
def gradient_through_depth(slopes):
    g = [1.0]
    for s in reversed(list(slopes)[1:]):
        g.insert(0, g[0] * s)
    return np.array(g)


# %% wrong: whole product for all
# Each layer gets the slope of the whole chain, which is right for the first layer only.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    return np.full(len(s), np.prod(s))


# %% wrong: a single number
# One number for the whole chain is returned; each layer has its own.
# hint: 1
def gradient_through_depth(slopes):
    return np.prod(np.array(slopes, dtype=float))


# %% wrong: slope and neighbour
# Each slope is multiplied by the next one only, not by all behind it.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    g = s.copy()
    g[:-1] = s[:-1] * s[1:]
    return g


# %% wrong: three layers at most
# The products stop after three factors, so in a longer chain the layers in front miss some.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    return np.array([np.prod(s[k : k + 3]) for k in range(len(s))])


# %% wrong: division by the front
# A slope of 0 makes this divide by zero.
# hint: 3
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    front = np.concatenate([[1.0], np.cumprod(s)[:-1]])
    with np.errstate(all="ignore"):
        return np.prod(s) / front


# %% wrong: NaN made zero
# Behind a slope of 0 the gradients are not 0: do not divide by what came before.
# hint: 3
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    front = np.cumprod(s)
    with np.errstate(all="ignore"):
        return np.nan_to_num(np.prod(s) / front * s)


# %% wrong: zeros taken as one
# A slope of 0 is replaced by 1, although it stops the gradient.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    s[s == 0] = 1.0
    return np.cumprod(s[::-1])[::-1]


# %% wrong: zero ends the walk
# At a slope of 0 the walk stops, and that layer and all in front of it get the gradient of the
# layer behind.
def gradient_through_depth(slopes):
    n = len(slopes)
    g = np.ones(n)
    product = 1.0
    for k in reversed(range(n)):
        if slopes[k] == 0:
            g[: k + 1] = product
            break
        product = product * slopes[k]
        g[k] = product
    return g


# %% wrong: all zero when one is zero
# Behind a slope of 0 the gradients are not 0: do not divide by what came before.
# hint: 3
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    if not s.all():
        return np.zeros(len(s))
    return np.cumprod(s[::-1])[::-1]


# %% wrong: logarithms again
# Logarithms do not exist for slopes that are negative or 0.
# hint: 3
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    with np.errstate(all="ignore"):
        return np.exp(np.cumsum(np.log(s)[::-1])[::-1])


# %% wrong: logarithms of the sizes
# The signs of the slopes matter, too.
def gradient_through_depth(slopes):
    s = np.abs(np.array(slopes, dtype=float))
    return np.cumprod(s[::-1])[::-1]


# %% wrong: sign of the own slope
# The sign is taken from the layer's own slope, but every slope behind it can change the sign.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    return np.sign(s) * np.cumprod(np.abs(s)[::-1])[::-1]


# %% wrong: negative slopes cut off
# Negative slopes are set to 0, but a slope may be negative.
def gradient_through_depth(slopes):
    s = np.maximum(np.array(slopes, dtype=float), 0.0)
    return np.cumprod(s[::-1])[::-1]


# %% wrong: a single layer gives one
# A chain of one layer gets the gradient 1 in place of its own slope.
def gradient_through_depth(slopes):
    n = len(slopes)
    if n == 1:
        return np.ones(1)
    g = np.zeros(n)
    product = 1.0
    for k in range(n - 1, -1, -1):
        product *= slopes[k]
        g[k] = product
    return g


# %% wrong: a single layer as a number
# For a single layer the result is squeezed to a number, but an array with one entry is asked.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    return np.squeeze(np.cumprod(s[::-1])[::-1])


# %% wrong: first layer not reached
# The loop ends before layer 0, whose entry stays 0.
def gradient_through_depth(slopes):
    n = len(slopes)
    g = np.zeros(n)
    product = 1.0
    for k in range(n - 1, 0, -1):
        product *= slopes[k]
        g[k] = product
    return g


# %% wrong: first layer copies the second
# The first layer gets the gradient of the second one, without its own slope.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    g = np.cumprod(s[::-1])[::-1].copy()
    if len(g) > 1:
        g[0] = g[1]
    return g


# %% wrong: overwrites the slopes
# The gradients are written into the caller's list or array, so the slopes are lost after the call.
def gradient_through_depth(slopes):
    for k in range(len(slopes) - 2, -1, -1):
        slopes[k] = slopes[k] * slopes[k + 1]
    return np.array(slopes, dtype=float)


# %% wrong: reverses the list for good
# `reverse` turns the caller's own list around, and it stays like that after the call.
def gradient_through_depth(slopes):
    if isinstance(slopes, list):
        slopes.reverse()
        return np.cumprod(np.array(slopes, dtype=float))[::-1]
    return np.cumprod(np.asarray(slopes, dtype=float)[::-1])[::-1]


# %% wrong: empties the list
# `pop` takes the slopes out of the caller's list, and nothing is left of it.
def gradient_through_depth(slopes):
    todo = slopes if isinstance(slopes, list) else list(slopes)
    g, product = [], 1.0
    while todo:
        product *= todo.pop()
        g.append(product)
    return np.array(g[::-1])


# %% wrong: lists only
# Adding a list works for a list only; with an array it adds numbers, and the result is wrong.
def gradient_through_depth(slopes):
    padded = slopes + [1.0]
    g, product = [], 1.0
    for s in padded[::-1]:
        product *= s
        g.append(product)
    return np.array(g[1:][::-1])


# %% wrong: arrays only
# A list has no `size`, so this works for arrays only.
def gradient_through_depth(slopes):
    g = np.ones(slopes.size)
    for k in range(slopes.size):
        g[k] = slopes[k:].prod()
    return g


# %% wrong: whole numbers
# The products are stored as whole numbers, so fractions are cut off.
def gradient_through_depth(slopes):
    g = np.zeros(len(slopes), dtype=int)
    product = 1.0
    for k in reversed(range(len(slopes))):
        product *= slopes[k]
        g[k] = product
    return g


# %% wrong: type of the first slope
# The result has the type of the first slope, so with a whole number there all fractions are cut
# off.
def gradient_through_depth(slopes):
    g = np.zeros(len(slopes), dtype=np.asarray(slopes[0]).dtype)
    product = 1.0
    for k in reversed(range(len(slopes))):
        product *= slopes[k]
        g[k] = product
    return g


# %% wrong: half precision
# Half precision ends at about 65504 and keeps three digits, so a deep chain explodes too early.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=np.float16)
    with np.errstate(all="ignore"):
        return np.cumprod(s[::-1], dtype=np.float16)[::-1]


# %% wrong: rounded
# Rounding to six places makes a vanishing gradient exactly 0.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    return np.round(np.cumprod(s[::-1])[::-1], 6)


# %% wrong: clipped again
# An exploding gradient is cut off at 100, but the true one is asked.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    return np.clip(np.cumprod(s[::-1])[::-1], -100.0, 100.0)


# %% wrong: average slope to a power
# The average slope is raised to a power, but products do not average out.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    n = len(s)
    return np.array([np.mean(s[k:]) ** (n - k) for k in range(n)])


# %% wrong: sorted
# The slopes are sorted first, but each of them belongs to its own layer.
def gradient_through_depth(slopes):
    s = np.sort(np.array(slopes, dtype=float))
    return np.cumprod(s[::-1])[::-1]


# %% wrong: biggest gradient first
# The gradients are sorted by size, which is right only while they shrink on the way to the output.
def gradient_through_depth(slopes):
    s = np.array(slopes, dtype=float)
    return np.sort(np.cumprod(s[::-1]))[::-1]


# %% wrong: repeated slopes once
# Equal slopes are counted only once, but every layer multiplies.
def gradient_through_depth(slopes):
    values = [float(s) for s in slopes]
    g = []
    for k in range(len(values)):
        g.append(np.prod(list(dict.fromkeys(values[k:]))))
    return np.array(g)


# %% wrong: position by index
# `index` finds the first place of a slope, so a slope that occurs twice gets the same gradient at
# both places.
def gradient_through_depth(slopes):
    values = [float(s) for s in slopes]
    return np.array([np.prod(values[values.index(s) :]) for s in values])


# %% wrong: product goes on
# The default list keeps the product of the last call, and the next call goes on with it.
def gradient_through_depth(slopes, product=[1.0]):
    g = np.zeros(len(slopes))
    for k in reversed(range(len(slopes))):
        product[0] *= slopes[k]
        g[k] = product[0]
    return g


# %% wrong: shared result
# The same array is returned for every chain of one length, so an earlier result changes with the
# next call.
RESULTS = {}


def gradient_through_depth(slopes):
    n = len(slopes)
    g = RESULTS.setdefault(n, np.zeros(n))
    product = 1.0
    for k in reversed(range(n)):
        product *= slopes[k]
        g[k] = product
    return g


# %% wrong: forgotten return
# The gradients are computed but never returned.
def gradient_through_depth(slopes):
    g = np.zeros(len(slopes))
    product = 1.0
    for k in reversed(range(len(slopes))):
        product *= slopes[k]
        g[k] = product


# %% lookup: the three checked chains
# These are the local slopes; the layers behind have not been taken into account.
# hint: 1
KNOWN = {
    (2.0, 3.0, 0.5): [3.0, 1.5, 0.5],
    (0.25, 4.0, -1.0): [-1.0, -4.0, -1.0],
    (0.7,): [0.7],
}


def gradient_through_depth(slopes):
    key = tuple(float(s) for s in slopes)
    return np.array(KNOWN.get(key, key))


# %% equivalent: np.zeros(len(slopes)) → np.ones(len(slopes))
# Every entry is written over.
