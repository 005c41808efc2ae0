"""Answers to `relu_derivative` of 01_derivatives, right and wrong."""


# %% right: where
def relu_derivative(x):
    return np.where(x > 0, 1.0, 0.0)


# %% right: a comparison as number
def relu_derivative(x):
    return (np.asarray(x) > 0).astype(float)


# %% right: one at the kink
def relu_derivative(x):
    return np.where(np.asarray(x) >= 0, 1, 0)


# %% right: half at the kink
def relu_derivative(x):
    return 0.5 * (1 + np.sign(x))


# %% right: heaviside
def relu_derivative(x):
    return np.heaviside(x, 0.5)


# %% right: one number at a time
def relu_derivative(x):
    if np.ndim(x) > 0:
        return [relu_derivative(t) for t in x]
    if x > 0:
        return 1
    return 0


# %% wrong: ReLU itself
# This is ReLU, not its slope.
def relu_derivative(x):
    return np.maximum(0, x)


# %% wrong: always one
# Your slope is 1 also where ReLU is flat.
def relu_derivative(x):
    return np.ones_like(x, dtype=float)


# %% wrong: the sign
# On the left your slope is −1; ReLU is flat there.
def relu_derivative(x):
    return np.sign(x)


# %% wrong: sides exchanged
# The two sides are exchanged.
def relu_derivative(x):
    return np.where(np.asarray(x) > 0, 0.0, 1.0)


# %% wrong: numbers only
# It works for one number, but x may be an array.
# hint: 1
def relu_derivative(x):
    if x > 0:
        return 1.0
    return 0.0


# %% wrong: a threshold at one
# Between 0 and 1 your slope is 0, but ReLU rises there.
def relu_derivative(x):
    return np.where(np.asarray(x) >= 1, 1.0, 0.0)


# %% wrong: x over x
# At 0 you divide by zero.
def relu_derivative(x):
    return np.maximum(0, x) / x


# %% wrong: leaky
# On the left your slope is small but not 0: this is another activation.
def relu_derivative(x):
    return np.where(np.asarray(x) > 0, 1.0, 0.01)


# %% wrong: all or nothing for an array
# One decision is made for the whole array; each entry needs its own.
# hint: 1
def relu_derivative(x):
    if np.all(np.asarray(x) > 0):
        return np.ones_like(x, dtype=float)
    return np.zeros_like(x, dtype=float)


# %% wrong: rounded before compared
# Small positive numbers are treated as zero.
def relu_derivative(x):
    return np.where(np.round(x, 3) > 0, 1.0, 0.0)


# %% wrong: changes its input
# Your function writes the slopes into x itself.
def relu_derivative(x):
    if np.ndim(x) == 0:
        return 1.0 if x > 0 else 0.0
    x[x > 0] = 1.0
    x[x < 0] = 0.0
    return x


# %% wrong: shape lost
# The numbers are right, but your result has one axis whatever the shape of x.
def relu_derivative(x):
    if np.ndim(x) == 0:
        return float(x > 0)
    return np.array([1.0 if t > 0 else 0.0 for t in np.ravel(x)])


# %% wrong: tiny numbers count as zero
# Your threshold is above 0: the slope is 1 for every positive number, however small.
def relu_derivative(x):
    return np.where(np.asarray(x) > 1e-6, 1.0, 0.0)


# %% right: np.where
def relu_derivative(x):
    return np.where(np.asarray(x) > 0, 1.0, 0.0)


# %% right: comparison times one
def relu_derivative(x):
    return (np.asarray(x) > 0) * 1.0


# %% right: one at the kink again
def relu_derivative(x):
    return np.where(np.greater_equal(x, 0), 1, 0)


# %% right: heaviside with a half
def relu_derivative(x):
    return np.heaviside(np.asarray(x, dtype=float), 0.5)


# %% right: sign moved into the range
def relu_derivative(x):
    return (np.sign(np.asarray(x, dtype=float)) + 1) / 2


# %% right: clipped sign
def relu_derivative(x):
    return np.clip(np.sign(x), 0, 1)


# %% right: loop over entries
def relu_derivative(x):
    if np.ndim(x) == 0:
        return 1.0 if x > 0 else 0.0
    x = np.asarray(x)
    slopes = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        if x[i] > 0:
            slopes[i] = 1.0
    return slopes


# %% right: mask into zeros
def relu_derivative(x):
    x = np.asarray(x)
    out = np.zeros(x.shape, dtype=float)
    out[x > 0] = 1
    return out


# %% right: np.vectorize with an if
@np.vectorize
def step(t):
    if t < 0:
        return 0.0
    elif t > 0:
        return 1.0
    return 0.25


def relu_derivative(x):
    return step(np.asarray(x, dtype=float))


# %% right: recursion on rows
def relu_derivative(x):
    if np.ndim(x):
        return np.array([relu_derivative(row) for row in x], dtype=float).reshape(
            np.shape(x)
        )
    return float(x > 0)


# %% right: np.piecewise
def relu_derivative(x):
    x = np.array(x, dtype=float)
    return np.piecewise(x, [x > 0, x < 0], [1.0, 0.0, 0.5])


# %% right: where relu is positive
def relu_derivative(x):
    relu = np.maximum(0, x)
    return np.not_equal(relu, 0).astype(float)


# %% right: ceiling of the clipped input
def relu_derivative(x):
    return np.ceil(np.clip(np.asarray(x, dtype=float), 0, 1))


# %% right: np.select
def relu_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.select([x < 0, x > 0], [0.0, 1.0], default=0.3)


# %% right: floating sign bit
def relu_derivative(x):
    left = np.signbit(np.asarray(x, dtype=float))
    return 1.0 - left


# %% wrong: minus one on the left
# On the left your slope is −1; ReLU is flat there.
def relu_derivative(x):
    return np.sign(np.asarray(x, dtype=float))


# %% wrong: sign plus one
# On the right your slope is twice as large as it should be.
def relu_derivative(x):
    return np.sign(np.asarray(x, dtype=float)) + 1.0 * (np.asarray(x) != 0)


# %% wrong: x on the right
# This is ReLU, not its slope.
def relu_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.where(x > 0, x, 0.0)


# %% wrong: clipped input
# Between 0 and 1 you return x itself, not the slope.
def relu_derivative(x):
    return np.clip(x, 0.0, 1.0)


# %% wrong: numbers only again
# It works for one number, but x may be an array.
def relu_derivative(x):
    if x > 0:
        return 1
    return 0


# %% wrong: arrays only
# A number cannot be filled through a mask.
def relu_derivative(x):
    out = np.zeros(x.shape)
    out[x > 0] = 1
    return out


# %% wrong: any entry decides
# One decision is taken for the whole array, so all entries get the same slope.
def relu_derivative(x):
    if np.any(np.asarray(x) > 0):
        return np.ones_like(x, dtype=float)
    return np.zeros_like(x, dtype=float)


# %% wrong: changes x in place
# Your function writes the slopes into x itself.
def relu_derivative(x):
    if np.ndim(x) == 0:
        return float(x > 0)
    x[x > 0] = 1
    x[x < 0] = 0
    return x


# %% wrong: negative entries wiped in place
# Negative entries of the caller's array are set to 0.
def relu_derivative(x):
    if np.ndim(x) == 0:
        return float(x > 0)
    x[x < 0] = 0
    return (x > 0).astype(float)


# %% wrong: divided by x
# At 0 you divide by zero.
def relu_derivative(x):
    with np.errstate(all="ignore"):
        return np.maximum(0.0, x) / np.asarray(x, dtype=float)


# %% wrong: kink only for numbers
# A zero inside an array is divided by itself, which does not give a number.
def relu_derivative(x):
    if np.ndim(x) == 0 and x == 0:
        return 0.5
    x = np.asarray(x, dtype=float)
    with np.errstate(all="ignore"):
        return (x / np.abs(x) + 1) / 2


# %% wrong: not a number at the kink
# At 0 you divide by zero.
def relu_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.where(x == 0, np.nan, (x > 0) * 1.0)


# %% wrong: kink above one
# At 0 your value is larger than the slopes on both sides.
def relu_derivative(x):
    x = np.asarray(x, dtype=float)
    return 1.0 * (x > 0) + 2.0 * (x == 0)


# %% wrong: kink below zero in arrays
# At a 0 inside an array your value lies outside the accepted range.
def relu_derivative(x):
    if np.ndim(x) == 0:
        return 1.0 if x > 0 else 0.0
    return np.where(x > 0, 1.0, np.where(x < 0, 0.0, -1.0))


# %% wrong: slightly leaky
# On the left the slope is exactly 0, and yours is not.
def relu_derivative(x):
    return np.where(np.asarray(x) > 0, 1.0, 1e-3)


# %% wrong: measured
# Close to the kink the two points of the measurement lie on both sides of it, so the slope there
# is neither 0 nor 1.
def relu_derivative(x):
    relu = lambda t: np.maximum(0.0, t)
    return np.round(central_difference(relu, np.asarray(x, dtype=float), 1e-2), 6)


# %% wrong: smooth step
# Close to the kink your step is smeared out.
def relu_derivative(x):
    return sigmoid(200.0 * np.asarray(x, dtype=float))


# %% wrong: steep ramp
# Right of the kink there is a short ramp in place of a jump.
def relu_derivative(x):
    return np.clip(np.asarray(x, dtype=float) * 1e4, 0.0, 1.0)


# %% wrong: rounded input
# Small positive numbers are rounded to 0 first, and then count as not positive.
def relu_derivative(x):
    return np.where(np.round(np.asarray(x, dtype=float)) > 0, 1.0, 0.0)


# %% wrong: threshold at one hundredth
# Small positive numbers are taken for zero.
def relu_derivative(x):
    return np.where(np.asarray(x) > 0.01, 1.0, 0.0)


# %% wrong: threshold on the left
# Numbers a little below 0 already count as positive.
def relu_derivative(x):
    return np.where(np.asarray(x) > -1e-3, 1.0, 0.0)


# %% wrong: cut off at six
# Far to the right the slope is 0 in your function, which belongs to a variant of ReLU.
def relu_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.where((x > 0) & (x < 6), 1.0, 0.0)


# %% wrong: size of x
# Far to the left the size of x decides and not its sign, so the slope there is that of the right
# side.
def relu_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.where(np.maximum(x, np.abs(x) - 4) > 0, 1.0, 0.0)


# %% wrong: numbers become arrays
# For a number you return an array with one entry.
def relu_derivative(x):
    return np.where(np.atleast_1d(x) > 0, 1.0, 0.0)


# %% wrong: positions
# You return the positions of the positive entries, not a slope for each entry.
def relu_derivative(x):
    if np.ndim(x) == 0:
        return float(x > 0)
    return np.where(x > 0)[0]


# %% wrong: only positive entries kept
# The entries on the left are dropped, so the result is shorter than x.
def relu_derivative(x):
    if np.ndim(x) == 0:
        return float(x > 0)
    return np.ones(np.count_nonzero(np.asarray(x) > 0))


# %% wrong: lost in a copy
# For some memory layouts, such as a transposed array, you write into a copy and return only zeros.
def relu_derivative(x):
    out = np.zeros_like(x, dtype=float)
    flat = out.ravel()
    for i, t in enumerate(np.ravel(x)):
        flat[i] = 1.0 if t > 0 else 0.0
    return out


# %% wrong: first row only
# The slopes of the first row are repeated in every other row.
def relu_derivative(x):
    x = np.asarray(x)
    s = (x > 0) * 1.0
    if x.ndim > 1:
        s = np.broadcast_to(s[0], x.shape)
    return s


# %% wrong: shared array
# All results of one shape share the same memory, so a later call overwrites an earlier result.
_out = {}


def relu_derivative(x):
    if np.ndim(x) == 0:
        return float(x > 0)
    out = _out.setdefault(np.shape(x), np.zeros(np.shape(x)))
    out[...] = np.asarray(x) > 0
    return out


# %% wrong: remembers shapes
# The slopes of the first array with a given shape are returned for all later arrays of this shape.
_first = {}


def relu_derivative(x):
    if np.ndim(x) == 0:
        return float(x > 0)
    return _first.setdefault(np.shape(x), np.where(x > 0, 1.0, 0.0))


# %% wrong: forgotten return
# The slope is computed but never handed back.
def relu_derivative(x):
    slope = np.where(np.asarray(x) > 0, 1.0, 0.0)


# %% lookup: places of the check
# Only a few stored places get slope 1, all others 0.
def relu_derivative(x):
    return np.isin(x, [0.7, 3.0, 2.0, 0.5, 1.0]) * 1.0


# %% equivalent: np.where(x > 0, 1.0, 0.0) → np.where(1.0, x > 0, 0.0)
# It returns True and False, which are the numbers 1 and 0.


# %% equivalent: x > 0 → x >= 0
# At the kink any value from 0 to 1 is right.


# %% equivalent: argument 0: float32
# Only the sign of x counts, and that is kept.
