"""Answers to `backward_pass` of 02_chain_rule, right and wrong."""


# %% right: box by box


def backward_pass(x, w1, w2, y, cache):
    z1, a1, z2 = cache["z1"], cache["a1"], cache["z2"]
    dloss = 1.0
    dz2 = dloss * 2 * (z2 - y)
    dw2 = dz2 * a1
    da1 = dz2 * w2
    dz1 = da1 * (a1 - a1**2)
    return dz1 * x, dw2


# %% right: one formula each


def backward_pass(x, w1, w2, y, cache):
    a = cache["a1"]
    return 2 * (w2 * a - y) * w2 * a * (1 - a) * x, 2 * (w2 * a - y) * a


# %% right: slope of the sigmoid from z1


def backward_pass(x, w1, w2, y, cache):
    s = sigmoid(cache["z1"])
    error = 2 * (cache["z2"] - y)
    return (error * w2 * s * (1 - s) * x, error * s)


# %% right: computes forward again


def backward_pass(x, w1, w2, y, cache):
    z1 = w1 * x
    a1 = 1 / (1 + np.exp(-z1))
    z2 = w2 * a1
    dw2 = -2 * (y - z2) * a1
    dw1 = -2 * (y - z2) * w2 * np.exp(-z1) / (1 + np.exp(-z1)) ** 2 * x
    return dw1, dw2


# %% right: array of two


def backward_pass(x, w1, w2, y, cache):
    upstream = 2 * (cache["z2"] - y)
    local = np.array([w2 * cache["a1"] * (1 - cache["a1"]) * x, cache["a1"]])
    dw1, dw2 = upstream * local
    return float(dw1), float(dw2)


# %% wrong: factor of the square lost
# When a square is differentiated, its exponent comes down.


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = cache["z2"] - y
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: sign
# The distance is taken the wrong way round.


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (y - cache["z2"])
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: exchanged
# Both gradients are right, but in the other order.


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * a1, dz2 * w2 * a1 * (1 - a1) * x


# %% wrong: no slope of the sigmoid
# One box on the way to the first weight is skipped.


def backward_pass(x, w1, w2, y, cache):
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * x, dz2 * cache["a1"]


# %% wrong: slope of the sigmoid at z1
# The formula for the sigmoid's slope is fed with the wrong value of the cache.


def backward_pass(x, w1, w2, y, cache):
    z1 = cache["z1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * z1 * (1 - z1) * x, dz2 * cache["a1"]


# %% wrong: slope of the sigmoid at a1
# The sigmoid is applied once too often before its slope is taken.


def backward_pass(x, w1, w2, y, cache):
    s = sigmoid(cache["a1"])
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * s * (1 - s) * x, dz2 * cache["a1"]


# %% wrong: x missing
# The last product on the way to the first weight is missing.


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1), dz2 * a1


# %% wrong: w1 for x
# A product's slope against one factor is the other factor.


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1) * w1, dz2 * a1


# %% wrong: w2 missing
# The second weight stands on the way to the first, and is missing there.


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: w2 for a1
# A product's slope against one factor is the other factor.


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * w2


# %% wrong: through the second gradient
# The way to the first weight does not lead through the second gradient.


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dw2 = 2 * (cache["z2"] - y) * a1
    return dw2 * w2 * a1 * (1 - a1) * x, dw2


# %% wrong: slope of tanh
# The slope of another activation was used.


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * (1 - a1**2) * x, dz2 * a1


# %% wrong: updates the weights
# New weights are returned, but the gradients were asked for.


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    dw1, dw2 = dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1
    return w1 - 0.1 * dw1, w2 - 0.1 * dw2


# %% wrong: remembers the first cache
# The values of an earlier call are used again; take them from the cache that is given.

remembered = {}


def backward_pass(x, w1, w2, y, cache):
    for key, value in cache.items():
        remembered.setdefault(key, value)
    a1 = remembered["a1"]
    dz2 = 2 * (remembered["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: writes into the cache
# The cache has changed after the call; leave it as it is.


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    cache["dz2"] = 2 * (cache["z2"] - y)
    return cache["dz2"] * w2 * a1 * (1 - a1) * x, cache["dz2"] * a1


# %% wrong: measured
# A difference is too coarse for a large target; use the chain rule.


def backward_pass(x, w1, w2, y, cache):
    def loss(u, v):
        return (v * sigmoid(u * x) - y) ** 2

    h = 1e-5
    dw1 = (loss(w1 + h, w2) - loss(w1 - h, w2)) / (2 * h)
    dw2 = (loss(w1, w2 + h) - loss(w1, w2 - h)) / (2 * h)
    return dw1, dw2


# %% wrong: root of the loss
# The root of a square has lost the sign of the distance.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * cache["loss"] ** 0.5
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: weight moved before it is used
# The second weight is changed before the gradient has passed it.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    dw2 = dz2 * a1
    w2 = w2 - 0.1 * dw2
    return dz2 * w2 * a1 * (1 - a1) * x, dw2
