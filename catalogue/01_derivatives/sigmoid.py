"""Answers to `sigmoid` of 01_derivatives, right and wrong."""


# %% right: a harmless exponent
def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, small) / (1 + small)


# %% right: by way of tanh
def sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(x)))


# %% right: two masks
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    result = np.empty_like(x)
    right = x >= 0
    result[right] = 1 / (1 + np.exp(-x[right]))
    grown = np.exp(x[~right])
    result[~right] = grown / (1 + grown)
    return result


# %% right: with logaddexp
def sigmoid(x):
    return np.exp(-np.logaddexp(0, -np.asarray(x, dtype=float)))


# %% right: clipped far out
def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


# %% right: one number at a time
def sigmoid(x):
    def one(t):
        if t >= 0:
            return 1 / (1 + np.exp(-t))
        return np.exp(t) / (1 + np.exp(t))

    return np.vectorize(one, otypes=[float])(x)


# %% right: its warning silenced
def sigmoid(x):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))


# %% wrong: the plain formula
# Far out the exponent overflows.
# hint: 1
def sigmoid(x):
    return 1 / (1 + np.exp(-x))


# %% wrong: both branches computed
# One of the two branches overflows, although its result is not used.
# hint: 1
def sigmoid(x):
    return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))


# %% wrong: sign of the exponent
# Your curve falls where it should rise.
def sigmoid(x):
    return 1 / (1 + np.exp(np.clip(x, -500, 500)))


# %% wrong: one minus
# You subtract where the formula adds: at 0 that divides by zero.
def sigmoid(x):
    return 1 / (1 - np.exp(-np.clip(x, -500, 500)))


# %% wrong: numerator of the other side
# For negative x your numerator belongs to the positive side.
def sigmoid(x):
    small = np.exp(-np.abs(x))
    return 1 / (1 + small)


# %% wrong: tanh unscaled
# This is tanh moved into the range from 0 to 1, but twice as steep as the sigmoid.
def sigmoid(x):
    return 0.5 * (1 + np.tanh(x))


# %% wrong: clipped too near
# You clip x so near to zero that values change which should not.
def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -5, 5)))


# %% wrong: numbers only
# It works for one number, but x may be an array.
# hint: 2
def sigmoid(x):
    if x >= 0:
        return 1 / (1 + np.exp(-x))
    return np.exp(x) / (1 + np.exp(x))


# %% wrong: a hard step
# Your curve jumps from 0 to 1; the sigmoid rises smoothly.
def sigmoid(x):
    return np.where(np.asarray(x) > 0, 1.0, np.where(np.asarray(x) < 0, 0.0, 0.5))


# %% wrong: no minus and clipped
# Your curve falls where it should rise.
def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, small, 1.0) / (1 + small)


# %% wrong: sides meet at one
# Between 0 and 1 you use the formula of the wrong side.
def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(np.asarray(x) >= 1, 1.0, small) / (1 + small)


# %% wrong: whole numbers stay whole
# Where x holds whole numbers your result is cut off to whole numbers, too.
def sigmoid(x):
    small = np.exp(-np.abs(x))
    result = np.zeros_like(x)
    result[...] = np.where(np.asarray(x) >= 0, 1.0, small) / (1 + small)
    return result


# %% right: harmless exponent and np.where
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


# %% right: one numerator by sign
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    top = np.where(x < 0, e, 1.0)
    return top / (1 + e)


# %% right: logaddexp
def sigmoid(x):
    return np.exp(-np.logaddexp(0.0, -np.asarray(x, dtype=float)))


# %% right: masks into an output array
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    out = np.empty(x.shape)
    right = x >= 0
    left = ~right
    out[right] = 1 / (1 + np.exp(-x[right]))
    e = np.exp(x[left])
    out[left] = e / (e + 1)
    return out


# %% right: pure Python and np.vectorize
import math


def sigmoid_of_number(t):
    t = float(t)
    if t >= 0:
        return 1 / (1 + math.exp(-t))
    e = math.exp(t)
    return e / (e + 1)


def sigmoid(x):
    return np.vectorize(sigmoid_of_number, otypes=[float])(x)


# %% right: number by case and loop over entries
from math import exp


def sigmoid(x):
    def one(t):
        return 1 / (1 + exp(-t)) if t > 0 else exp(t) / (1 + exp(t))

    if np.ndim(x) == 0:
        return one(float(x))
    x = np.asarray(x, dtype=float)
    return np.array([one(t) for t in x.flat]).reshape(x.shape)


# %% right: clipped halves
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    falling = np.exp(-np.maximum(x, 0))
    rising = np.exp(np.minimum(x, 0))
    return np.where(x >= 0, 1 / (1 + falling), rising / (1 + rising))


# %% right: minimum over maximum
def sigmoid(x):
    # e^min(x,0) / (e^min(x,0) + e^-max(x,0)), one of the exponents is always 0
    x = np.array(x, dtype=float)
    a, b = np.exp(np.minimum(x, 0)), np.exp(-np.maximum(x, 0))
    return a / (a + b)


# %% right: softmax of two scores
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    scores = np.stack([np.zeros_like(x), x])
    scores = scores - scores.max(axis=0)
    weights = np.exp(scores)
    return weights[1] / weights.sum(axis=0)


# %% right: recursion on rows
def sigmoid(x):
    if np.ndim(x) > 0:
        return np.array([sigmoid(row) for row in x], dtype=float).reshape(np.shape(x))
    x = float(x)
    if x < 0:
        return float(np.exp(x) / (np.exp(x) + 1))
    return float(1 / (1 + np.exp(-x)))


# %% right: np.piecewise
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.piecewise(
        x,
        [x < 0, x >= 0],
        [lambda t: np.exp(t) / (np.exp(t) + 1), lambda t: 1 / (1 + np.exp(-t))],
    )


# %% right: exp with where
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(x, where=x < 0, out=np.ones_like(x))
    d = np.exp(-x, where=x >= 0, out=np.ones_like(x))
    return e / (e + d)


# %% wrong: the plain formula again
# Far out the exponent overflows.
def sigmoid(x):
    return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))


# %% wrong: the other formula
# Far to the right this divides infinity by infinity.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.exp(x) / (np.exp(x) + 1)


# %% wrong: where with both plain formulas
# One of the two branches overflows, although its result is not used.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (np.exp(x) + 1))


# %% wrong: sign of the exponent again
# Your curve falls where it should rise.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, e / (1 + e), 1 / (1 + e))


# %% wrong: same formula on both sides
# For negative x your numerator belongs to the positive side.
def sigmoid(x):
    e = np.exp(-np.abs(np.asarray(x, dtype=float)))
    return 1 / (1 + e)


# %% wrong: minus in the denominator
# There is a minus where a plus belongs, and your values leave the range between 0 and 1.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 - e), e / (1 - e))


# %% wrong: square on the left
# On the left the denominator is squared, which it should not be.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e) ** 2)


# %% wrong: numbers only again
# It works for one number, but x may be an array.
def sigmoid(x):
    if x >= 0:
        return 1 / (1 + np.exp(-x))
    return np.exp(x) / (np.exp(x) + 1)


# %% wrong: arrays only
# A single number has no entries that could be chosen with a mask.
def sigmoid(x):
    out = np.zeros(x.shape)
    out[x >= 0] = 1 / (1 + np.exp(-x[x >= 0]))
    out[x < 0] = np.exp(x[x < 0]) / (1 + np.exp(x[x < 0]))
    return out


# %% wrong: one formula for the whole array
# You choose one formula for the whole array; with entries far out on both sides it overflows.
# hint: 2
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    if np.all(x >= 0):
        return 1 / (1 + np.exp(-x))
    return np.exp(x) / (np.exp(x) + 1)


# %% wrong: formula by the mean
# You choose one formula for the whole array; with entries far out on both sides it overflows.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    if np.mean(x) >= 0:
        return 1 / (1 + np.exp(-x))
    e = np.exp(x)
    return e / (1 + e)


# %% wrong: clipped at ten
# Beyond 10 your curve stays at one height, and that is not the right value there.
def sigmoid(x):
    x = np.clip(x, -10.0, 10.0)
    return 1 / (1 + np.exp(-x))


# %% wrong: saturated beyond eight
# Beyond 8 you return exactly 0 or 1, but the curve has not got there yet.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    out = np.where(x >= 0, 1 / (1 + e), e / (1 + e))
    return np.where(x > 8, 1.0, np.where(x < -8, 0.0, out))


# %% wrong: whole-number output
# For an array of whole numbers the results are stored in whole numbers, and their decimals are cut
# off.
def sigmoid(x):
    x = np.asarray(x)
    if x.ndim == 0:
        x = x.astype(float)
    out = np.zeros_like(x)
    right = x >= 0
    out[right] = 1 / (1 + np.exp(-x[right]))
    out[~right] = np.exp(x[~right]) / (1 + np.exp(x[~right]))
    return out


# %% wrong: changes the array of the caller
# Entries far out are overwritten in the caller's array.
def sigmoid(x):
    if np.ndim(x) == 0:
        x = np.array(float(x))
    x[x < -700] = -700
    return 1 / (1 + np.exp(-x))


# %% wrong: writes the result into x
# The caller's array is overwritten with the result.
def sigmoid(x):
    if np.ndim(x) == 0:
        e = np.exp(-abs(x))
        return 1 / (1 + e) if x >= 0 else e / (1 + e)
    for i in np.ndindex(x.shape):
        x[i] = sigmoid(float(x[i]))
    return x


# %% wrong: flattens
# An array with rows and columns comes back as one long row.
def sigmoid(x):
    if np.ndim(x) == 0:
        return float(sigmoid(np.array([float(x)]))[0])
    values = []
    for t in np.ravel(x):
        e = np.exp(-abs(t))
        values.append(1 / (1 + e) if t >= 0 else e / (1 + e))
    return np.array(values)


# %% wrong: numbers become arrays
# For a number you return an array with one entry.
def sigmoid(x):
    x = np.atleast_1d(np.asarray(x, dtype=float))
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


# %% wrong: squeezed
# An array with a row or column of length 1 loses that axis.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.squeeze(np.where(x >= 0, 1 / (1 + e), e / (1 + e)))


# %% wrong: not a number replaced
# The overflow still happens and warns; you only replace what it leaves behind.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.nan_to_num(np.exp(x) / (np.exp(x) + 1), nan=1.0)


# %% wrong: tanh without the half
# This is tanh moved into the range from 0 to 1, but twice as steep as the sigmoid.
def sigmoid(x):
    return 0.5 * (1 + np.tanh(np.asarray(x, dtype=float)))


# %% wrong: algebraic look-alike
# This curve has a similar shape, but it is another function.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 0.5 * (1 + x / (2 + np.abs(x)))


# %% wrong: table with straight lines
# You read the values off a table with straight lines between its entries, which is right only at
# the entries.
_places = np.linspace(-30, 30, 3001)
_heights = 1 / (1 + np.exp(-_places))


def sigmoid(x):
    return np.interp(x, _places, _heights)


# %% wrong: rounded
# The values are rounded to eight decimals, and far to the left nothing remains of them.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.round(np.where(x >= 0, 1 / (1 + e), e / (1 + e)), 8)


# %% wrong: half precision
# The values keep only about three digits.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e)).astype(np.float16)


# %% wrong: x made whole
# The decimals of x are cut off before the sigmoid is computed.
def sigmoid(x):
    x = np.asarray(x).astype(int)
    e = np.exp(-1.0 * np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


# %% wrong: zero belongs to no side
# Exactly at 0 neither of your two cases applies.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return (x > 0) * 1 / (1 + e) + (x < 0) * e / (1 + e)


# %% wrong: zero only right for numbers
# Inside an array, an entry that is exactly 0 gets no value.
def sigmoid(x):
    if np.ndim(x) == 0 and x == 0:
        return 0.5
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    out = np.zeros_like(x)
    out = np.where(x > 0, 1 / (1 + e), out)
    return np.where(x < 0, e / (1 + e), out)


# %% wrong: stable for numbers only
# Single numbers are safe, but arrays still go through the formula that overflows.
def sigmoid(x):
    if np.ndim(x) == 0:
        e = np.exp(-abs(float(x)))
        return 1 / (1 + e) if x >= 0 else e / (1 + e)
    return 1 / (1 + np.exp(-x))


# %% wrong: first axis only
# Only one column of an array with several columns is computed; the others repeat it.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    if x.ndim == 2:
        x = np.repeat(x[:, :1], x.shape[1], axis=1)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


# %% wrong: shared array
# All results of one shape share the same memory, so a later call overwrites an earlier result.
_buffers = {}


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    values = np.where(x >= 0, 1 / (1 + e), e / (1 + e))
    if x.ndim == 0:
        return float(values)
    out = _buffers.setdefault(x.shape, np.empty(x.shape))
    out[...] = values
    return out


# %% wrong: negative on the left
# To the left of zero your values are negative; the sigmoid never is.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    right = 1 / (1 + np.exp(-np.abs(x)))
    return np.where(x >= 0, right, right - 1)


# %% wrong: lost in a copy
# For some memory layouts, such as a transposed array, you write into a copy and return only zeros.
def sigmoid(x):
    x = np.asarray(x, dtype=float)
    out = np.zeros_like(x)
    flat = out.ravel()
    for i, t in enumerate(x.ravel()):
        e = np.exp(-abs(t))
        flat[i] = 1 / (1 + e) if t >= 0 else e / (1 + e)
    return out


# %% lookup: values of the check
# A few known values are stored, and everything else gets the value of the side it is on.
def sigmoid(x):
    known = {0.0: 0.5, -2.0: 0.11920292, 1.0: 0.73105858, 2.0: 0.880797}
    pick = lambda t: known.get(float(t), 1.0 if t > 0 else 0.0)
    return np.vectorize(pick, otypes=[float])(x)


# %% equivalent: x >= 0 → x > 0
# At 0 both branches are 1, since e to the 0 is 1.
