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
# hint: 3


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = cache["z2"] - y
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: sign
# The distance is taken the wrong way round.
# hint: 3


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
# hint: 2


def backward_pass(x, w1, w2, y, cache):
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * x, dz2 * cache["a1"]


# %% wrong: slope of the sigmoid at z1
# The formula for the sigmoid's slope is fed with the wrong value of the cache.
# hint: 2


def backward_pass(x, w1, w2, y, cache):
    z1 = cache["z1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * z1 * (1 - z1) * x, dz2 * cache["a1"]


# %% wrong: slope of the sigmoid at a1
# The sigmoid is applied once too often before its slope is taken.
# hint: 2


def backward_pass(x, w1, w2, y, cache):
    s = sigmoid(cache["a1"])
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * s * (1 - s) * x, dz2 * cache["a1"]


# %% wrong: x missing
# The last product on the way to the first weight is missing.
# hint: 2


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1), dz2 * a1


# %% wrong: w1 for x
# A product's slope against one factor is the other factor.
# hint: 2


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1) * w1, dz2 * a1


# %% wrong: w2 missing
# The second weight stands on the way to the first, and is missing there.
# hint: 2


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: w2 for a1
# A product's slope against one factor is the other factor.
# hint: 1


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * w2


# %% wrong: through the second gradient
# The way to the first weight does not lead through the second gradient.
# hint: 2


def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dw2 = 2 * (cache["z2"] - y) * a1
    return dw2 * w2 * a1 * (1 - a1) * x, dw2


# %% wrong: slope of tanh
# The slope of another activation was used.
# hint: 2


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
# hint: 3
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * cache["loss"] ** 0.5
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: weight moved before it is used
# The second weight is changed before the gradient has passed it.
# hint: 2
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    dw2 = dz2 * a1
    w2 = w2 - 0.1 * dw2
    return dz2 * w2 * a1 * (1 - a1) * x, dw2


# %% right: one line for each box
def backward_pass(x, w1, w2, y, cache):
    dz2 = 2 * (cache["z2"] - y)
    dw2 = dz2 * cache["a1"]
    da1 = dz2 * w2
    dz1 = da1 * cache["a1"] * (1 - cache["a1"])
    dw1 = dz1 * x
    return dw1, dw2


# %% right: two formulas
def backward_pass(x, w1, w2, y, cache):
    a, error = cache["a1"], cache["z2"] - y
    return (2 * error * w2 * a * (1 - a) * x, 2 * error * a)


# %% right: dw1 by way of dw2
def backward_pass(x, w1, w2, y, cache):
    dw2 = 2 * (cache["z2"] - y) * cache["a1"]
    # dw2 holds a1 already
    dw1 = dw2 * w2 * (1 - cache["a1"]) * x
    return dw1, dw2


# %% right: a fresh forward pass
def backward_pass(x, w1, w2, y, cache):
    own = forward_pass(x, w1, w2, y)
    dz2 = -2 * (y - own["z2"])
    slope = own["a1"] - own["a1"] ** 2
    return (dz2 * w2 * slope * x, dz2 * own["a1"])


# %% right: gradient_through_depth
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    slopes = [x, a1 * (1 - a1), w2, 2 * (cache["z2"] - y)]
    g = gradient_through_depth(np.array(slopes, dtype=float))
    return float(g[0]), float(g[3] * a1)


# %% right: chain_derivative for both weights
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]

    def d_sigmoid(z):
        return sigmoid(z) * (1 - sigmoid(z))

    loss, d_loss = (lambda z: (z - y) ** 2), (lambda z: 2 * (z - y))
    dw2 = chain_derivative([lambda w: w * a1, loss], [lambda w: a1, d_loss], w2)
    dw1 = chain_derivative(
        [lambda w: w * x, sigmoid, lambda a: w2 * a, loss],
        [lambda w: x, d_sigmoid, lambda a: w2, d_loss],
        w1,
    )
    return dw1, dw2


# %% right: a dict of gradients
def backward_pass(x, w1, w2, y, cache):
    grad = {"loss": 1.0}
    grad["z2"] = grad["loss"] * 2 * (cache["z2"] - y)
    grad["w2"] = grad["z2"] * cache["a1"]
    grad["a1"] = grad["z2"] * w2
    grad["z1"] = grad["a1"] * cache["a1"] * (1 - cache["a1"])
    grad["w1"] = grad["z1"] * x
    return tuple(grad[name] for name in ("w1", "w2"))


# %% right: forward mode for each weight
def backward_pass(x, w1, w2, y, cache):
    def push(v1, v2):
        vz1 = v1 * x
        va1 = cache["a1"] * (1 - cache["a1"]) * vz1
        vz2 = v2 * cache["a1"] + w2 * va1
        return 2 * (cache["z2"] - y) * vz2

    return push(1.0, 0.0), push(0.0, 1.0)


# %% right: both tails of the sigmoid
def backward_pass(x, w1, w2, y, cache):
    z1 = cache["z1"]
    local = sigmoid(z1) * sigmoid(-z1)
    dz2 = 2 * cache["z2"] - 2 * y
    return x * local * w2 * dz2, cache["a1"] * dz2


# %% right: reduce from the loss
from functools import reduce
from operator import mul


def backward_pass(x, w1, w2, y, cache):
    z1, a1, z2, _ = (cache[name] for name in ("z1", "a1", "z2", "loss"))
    start = 2 * (z2 - y)
    return reduce(mul, (w2, a1, 1 - a1, x), start), start * a1


# %% wrong: a1 back from z2
# The gradient at a1 is multiplied by a1, where the other factor of the product is needed.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * a1 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: half of the sigmoid's slope
# The slope of the sigmoid has two factors, and one of them is missing.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * (1 - a1) * x, dz2 * a1


# %% wrong: always a quarter
# The slope of the sigmoid is 0.25 in the worked example only; elsewhere it is another number.
def backward_pass(x, w1, w2, y, cache):
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * 0.25 * x, dz2 * cache["a1"]


# %% wrong: loss in place of the distance
# The loss itself is used where the distance from the target belongs.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * cache["loss"]
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: root of the loss again
# The root of a square has lost the sign of the distance.
# hint: 3
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * np.sqrt(cache["loss"])
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: loss divided by the distance
# Where the output hits the target this divides 0 by 0.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * cache["loss"] / (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: a1 from z2
# a1 is recovered by a division, which fails when the second weight is 0.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["z2"] / w2
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: never below the target
# An output below the target is treated as if it hit the target, so both gradients are 0 there.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * max(cache["z2"] - y, 0.0)
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: size of w2
# The sign of the second weight is lost on the way to the first one.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * abs(w2) * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: size of x
# The sign of the input is lost in the last step.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1) * np.sqrt(x**2), dz2 * a1


# %% wrong: an input of zero replaced
# `or` replaces an input of 0 by 1, and so the first weight gets a gradient that it does not have.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1) * (x or 1.0), dz2 * a1


# %% wrong: a target of zero replaced
# `or` replaces a target of 0 by 1, because 0 counts as false.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - (y or 1.0))
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: distance to one
# The target of the worked example is written into the code, so any other target is ignored.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - 1.0)
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: flat means zero
# Where the sigmoid is nearly flat its slope is small, but it is not 0.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    local = a1 * (1 - a1) if 0.05 < a1 < 0.95 else 0.0
    return dz2 * w2 * local * x, dz2 * a1


# %% wrong: clipped gradients
# Gradients beyond 10 are cut off, although they may be as large as they come.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    dw1, dw2 = dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1
    return float(np.clip(dw1, -10, 10)), float(np.clip(dw2, -10, 10))


# %% wrong: rounded
# Rounding to two places throws digits away.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return round(float(dz2 * w2 * a1 * (1 - a1) * x), 2), round(float(dz2 * a1), 2)


# %% wrong: measured gradients
# A difference is too coarse for a large target; use the chain rule.
def backward_pass(x, w1, w2, y, cache):
    def loss(v1, v2):
        return forward_pass(x, v1, v2, y)["loss"]

    h = 1e-5
    dw1 = (loss(w1 + h, w2) - loss(w1 - h, w2)) / (2 * h)
    dw2 = (loss(w1, w2 + h) - loss(w1, w2 - h)) / (2 * h)
    return dw1, dw2


# %% wrong: only dw1 measured
# One of the two gradients is measured with the helper, and for a large target too few of its
# digits are right.
def backward_pass(x, w1, w2, y, cache):
    dw2 = 2 * (cache["z2"] - y) * cache["a1"]
    dw1 = dc.numeric.derivative(lambda v: (w2 * sigmoid(v * x) - y) ** 2, float(w1))
    return dw1, dw2


# %% wrong: takes values out of the cache
# The cache has changed after the call; leave it as it is.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache.pop("a1")
    dz2 = 2 * (cache.pop("z2") - y)
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: gradients stored in the cache
# The cache has changed after the call; leave it as it is.
def backward_pass(x, w1, w2, y, cache):
    cache["dz2"] = 2 * (cache["z2"] - y)
    cache["dw2"] = cache["dz2"] * cache["a1"]
    cache["da1"] = cache["dz2"] * w2
    cache["dz1"] = cache["da1"] * cache["a1"] * (1 - cache["a1"])
    cache["dw1"] = cache["dz1"] * x
    return cache["dw1"], cache["dw2"]


# %% wrong: z2 overwritten in the cache
# The distance is stored over z2 in the cache, which must stay as it is.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    cache["z2"] -= y
    dz2 = 2 * cache["z2"]
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: cache emptied at the end
# The cache has changed after the call; leave it as it is.
def backward_pass(x, w1, w2, y, cache):
    a1, z2 = cache["a1"], cache["z2"]
    dw2 = 2 * (z2 - y) * a1
    cache.clear()
    return dw2 * w2 * (1 - a1) * x, dw2


# %% wrong: hidden value remembered for an input
# a1 is remembered for an input x and used again, although the first weight may have changed.
HIDDEN = {}


def backward_pass(x, w1, w2, y, cache):
    a1 = HIDDEN.setdefault(x, cache["a1"])
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: gradients add up
# The default list remembers the gradients of earlier calls, and the new ones are added to them.
def backward_pass(x, w1, w2, y, cache, total=[0.0, 0.0]):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    total[0] += dz2 * w2 * a1 * (1 - a1) * x
    total[1] += dz2 * a1
    return total[0], total[1]


# %% wrong: whole target
# `int` cuts the fraction of the target off.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - int(y))
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1


# %% wrong: dw1 through dw2
# The way to the first weight does not lead through the second gradient.
# hint: 2
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    dw2 = dz2 * a1
    da1 = dw2 * w2
    return da1 * a1 * (1 - a1) * x, dw2


# %% wrong: only the first one
# Only one gradient comes back, but two are asked.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    return 2 * (cache["z2"] - y) * w2 * a1 * (1 - a1) * x


# %% wrong: the gradients as the keys of a dict
# A dict comes back, and unpacking it gives its keys and not the gradients.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return {"dw1": dz2 * w2 * a1 * (1 - a1) * x, "dw2": dz2 * a1}


# %% wrong: weights after one turn
# These are the weights after they have been turned, not the gradients.
def backward_pass(x, w1, w2, y, cache):
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    return w1 - dz2 * w2 * a1 * (1 - a1) * x, w2 - dz2 * a1


# %% lookup: the two checked caches
# The slope of the sigmoid is a straight line through the two values of the visible check, and for
# other z1 it is wrong.
def backward_pass(x, w1, w2, y, cache):
    local = 0.25 - (0.25 - 0.19661193324148185) * abs(cache["z1"])
    dz2 = 2 * (cache["z2"] - y)
    return dz2 * w2 * local * x, dz2 * cache["a1"]


# %% equivalent: argument 1: frozen
# The cache holds all that depends on the first weight: `w1` itself is not needed.


# %% equivalent: argument 1: absolute value
# The cache holds all that depends on the first weight: `w1` itself is not needed.


# %% equivalent: argument 1: decimals cut off
# The cache holds all that depends on the first weight: `w1` itself is not needed.


# %% equivalent: argument 1: float32
# The cache holds all that depends on the first weight: `w1` itself is not needed.
