"""Answers to `softplus_derivative` of 02_chain_rule, right and wrong."""


# %% right: two formulas, one harmless exponent
def softplus_derivative(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


# %% right: difference of logarithms
def softplus_derivative(x):
    return np.exp(x - np.logaddexp(0, x))


# %% right: softplus of the other side
def softplus_derivative(x):
    return np.exp(-np.logaddexp(0.0, -x))


# %% right: clipped exponents
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    up = np.exp(np.minimum(x, 0))
    down = np.exp(np.minimum(-x, 0))
    return up / (up + down)


# %% right: masks
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    result = np.empty(x.shape)
    right = x >= 0
    result[right] = 1 / (1 + np.exp(-x[right]))
    e = np.exp(x[~right])
    result[~right] = e / (1 + e)
    return result


# %% right: minimum
def softplus_derivative(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


# %% wrong: textbook quotient
# For large x the exponential overflows.
# hint: 1
def softplus_derivative(x):
    return np.exp(x) / (1 + np.exp(x))


# %% wrong: other textbook form
# For large negative x the exponential overflows, and NumPy warns.
# hint: 2
def softplus_derivative(x):
    return 1 / (1 + np.exp(-x))


# %% wrong: np.where of both
# np.where computes both formulas everywhere, also the one that overflows.
# hint: 2
def softplus_derivative(x):
    return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))


# %% wrong: tanh
# The digits of tiny slopes are lost in a subtraction.
# hint: 3
def softplus_derivative(x):
    return 0.5 * (1 + np.tanh(x / 2))


# %% wrong: one minus
# The digits of tiny slopes are lost in a subtraction.
# hint: 3
def softplus_derivative(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), 1 - 1 / (1 + small))


# %% wrong: clipped
# Clipping x changes the slope far out: it is tiny there, but not constant.
def softplus_derivative(x):
    x = np.clip(x, -30, 30)
    return 1 / (1 + np.exp(-x))


# %% wrong: inner derivative missing
# The slope of the inner function is missing.
def softplus_derivative(x):
    return np.exp(-np.logaddexp(0, x))


# %% wrong: derivative of the sigmoid
# One derivative too many was taken.
def softplus_derivative(x):
    small = np.exp(-np.abs(x))
    return small / (1 + small) ** 2


# %% wrong: softplus itself
# This is the function, not its slope.
def softplus_derivative(x):
    return np.logaddexp(0, x)


# %% wrong: if
# An if decides once; an array needs a decision for each entry.
def softplus_derivative(x):
    if x >= 0:
        return 1 / (1 + np.exp(-x))
    return np.exp(x) / (1 + np.exp(x))


# %% wrong: measured
# A difference quotient loses too many digits far out; multiply the slopes of the chain.
def softplus_derivative(x):
    h = 1e-5
    return (np.logaddexp(0, x + h) - np.logaddexp(0, x - h)) / (2 * h)


# %% wrong: tail begins too late
# Your formula for the tail is right, but digits are lost before it begins.
# hint: 3
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    middle = 0.5 * (1 + np.tanh(x / 2))
    return np.where(x < -30, np.exp(np.minimum(x, 0)), middle)


# %% wrong: whole numbers stay whole
# Where x holds whole numbers your slopes are cut off to whole numbers, too.
def softplus_derivative(x):
    slope = np.zeros_like(x)
    slope[...] = np.exp(-np.logaddexp(0.0, -x))
    return slope


# %% right: where with a safe exponential
def softplus_derivative(x):
    small = np.exp(-np.abs(x))
    return np.where(np.asarray(x) >= 0, 1 / (1 + small), small / (1 + small))


# %% right: one numerator chosen
def softplus_derivative(x):
    e = np.exp(-np.abs(x))
    return np.where(np.greater_equal(x, 0), 1.0, e) / (1.0 + e)


# %% right: exponential of minus logaddexp
def softplus_derivative(x):
    return np.exp(-np.logaddexp(0.0, -np.asarray(x, dtype=float)))


# %% right: math number by number
import math


def _slope(t):
    if t >= 0:
        return 1.0 / (1.0 + math.exp(-t))
    u = math.exp(t)
    return u / (1.0 + u)


def softplus_derivative(x):
    if np.ndim(x) == 0:
        return _slope(float(x))
    out = np.zeros(np.shape(x))
    for k in np.ndindex(out.shape):
        out[k] = _slope(float(x[k]))
    return out


# %% right: vectorize with a float type
import math
from functools import partial


@partial(np.vectorize, otypes=[float])
def softplus_derivative(x):
    e = math.exp(-abs(x))
    return 1 / (1 + e) if x >= 0 else e / (1 + e)


# %% right: masks in a fresh array
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    result = np.empty(x.shape)
    up = x >= 0
    result[up] = 1 / (1 + np.exp(-x[up]))
    u = np.exp(x[~up])
    result[~up] = u / (1 + u)
    return result


# %% right: overflow silenced on purpose
def softplus_derivative(x):
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-np.asarray(x, dtype=float)))


# %% right: powers with minimum and zero
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    top = np.exp(np.minimum(x, 0.0))
    bottom = np.exp(np.minimum(-x, 0.0)) + np.exp(np.minimum(x, 0.0))
    # bottom is e^-|x| + 1, whichever side x lies on
    return top / bottom


# %% right: hyperbolic cosine of the half
def softplus_derivative(x):
    half = np.asarray(x, dtype=float) / 2
    return np.exp(half) / (2 * np.cosh(half))


# %% right: list comprehension reshaped
import math


def softplus_derivative(x):
    values = np.asarray(x, dtype=float)
    slopes = [
        1 / (1 + math.exp(-t)) if t > -30 else math.exp(t) / (1 + math.exp(t))
        for t in values.ravel().tolist()
    ]
    return np.array(slopes, dtype=float).reshape(values.shape)


# %% right: select with three cases
def softplus_derivative(x):
    x = np.array(x, dtype=float)
    e = np.exp(-abs(x))
    return np.select([x > 0, x < 0], [1 / (1 + e), e / (1 + e)], default=0.5)


# %% right: three links by the chain rule
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    # the same shift leaves the quotient as it is and keeps both exponents small
    shift = np.maximum(x, 0.0)
    du = np.exp(x - shift)
    dv = 1.0
    dy = 1.0 / (np.exp(-shift) + np.exp(x - shift))
    return dy * dv * du


# %% wrong: one over one plus e to the minus x
# For large negative x the exponential overflows, and NumPy warns.
# hint: 2
def softplus_derivative(x):
    return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))


# %% wrong: where around overflowing branches
# np.where computes both formulas everywhere, also the one that overflows.
# hint: 2
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))


# %% wrong: one minus the other side
# The digits of tiny slopes are lost in a subtraction.
# hint: 3
def softplus_derivative(x):
    e = np.exp(-np.abs(x))
    return np.where(np.asarray(x) >= 0, 1 / (1 + e), 1 - 1 / (1 + e))


# %% wrong: by the hyperbolic tangent
# The digits of tiny slopes are lost in a subtraction.
# hint: 3
def softplus_derivative(x):
    return 0.5 * (1 + np.tanh(np.asarray(x, dtype=float) / 2))


# %% wrong: clipped at 500
# Clipping the input keeps the warning away, but left of -500 the slope no longer falls.
def softplus_derivative(x):
    return 1 / (1 + np.exp(-np.clip(x, -500.0, 500.0)))


# %% wrong: clipped at 30
# Clipping x changes the slope far out: it is tiny there, but not constant.
def softplus_derivative(x):
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


# %% wrong: zero left of minus 50
# Left of -50 the slope is tiny but not zero.
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    good = np.where(x >= 0, 1 / (1 + e), e / (1 + e))
    return np.where(x < -50, 0.0, good)


# %% wrong: zero left of minus 600
# Between -700 and -600 the result is 0, but the digits of the slope are asked for there, too.
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    good = np.where(x >= 0, 1 / (1 + e), e / (1 + e))
    return good * (x > -600)


# %% wrong: a tiny number added
# The small number added to the quotient is larger than the true slope far to the left.
def softplus_derivative(x):
    e = np.exp(-np.abs(x))
    return np.where(np.asarray(x) >= 0, 1.0, e) / (1 + e) + 1e-12 * (
        np.asarray(x) < -20
    )


# %% wrong: last link missing
# The slope of the logarithm is missing in the product.
def softplus_derivative(x):
    return np.exp(x)


# %% wrong: inner slope missing
# The slope of the inner function is missing.
def softplus_derivative(x):
    e = np.exp(-np.abs(x))
    return np.where(np.asarray(x) >= 0, e / (1 + e), 1 / (1 + e))


# %% wrong: slope of relu
# This is the slope of ReLU, which has a corner; softplus is rounded off.
def softplus_derivative(x):
    return np.where(np.asarray(x) > 0, 1.0, np.where(np.asarray(x) < 0, 0.0, 0.5))


# %% wrong: symmetric
# The same formula is used on both sides of 0, but the slope is not the same at x and at -x.
def softplus_derivative(x):
    e = np.exp(-np.abs(x))
    return 1 / (1 + e)


# %% wrong: slope of the sigmoid
# One derivative too many was taken.
def softplus_derivative(x):
    e = np.exp(-np.abs(x))
    return e / (1 + e) ** 2


# %% wrong: a difference quotient
# The slope is measured here, and where it is tiny, the two values of softplus are the same for the
# computer.
def softplus_derivative(x):
    def softplus(t):
        return np.maximum(t, 0.0) + np.log(1 + np.exp(-np.abs(t)))

    h = 1e-5
    return (softplus(x + h) - softplus(x - h)) / (2 * h)


# %% wrong: numbers only
# `if` cannot decide for a whole array, so arrays with several entries raise an error.
import math


def softplus_derivative(x):
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    return math.exp(x) / (1 + math.exp(x))


# %% wrong: decided by the first entry
# The formula is chosen by the first entry for the whole array, so it can overflow for another
# entry.
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    first = x.flat[0]
    if first >= 0:
        return 1 / (1 + np.exp(-x))
    return np.exp(x) / (1 + np.exp(x))


# %% wrong: decided for all entries
# Only an array without negative entries takes the first formula, and in a mixed array large
# entries overflow in the second one.
def softplus_derivative(x):
    if np.all(np.asarray(x) >= 0):
        return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))
    return np.exp(x) / (1 + np.exp(x))


# %% wrong: one for loop over one axis
# The loop takes single entries along the first axis only, so an array with rows and columns fails.
import math


def softplus_derivative(x):
    def one(t):
        e = math.exp(-abs(t))
        return 1 / (1 + e) if t >= 0 else e / (1 + e)

    if np.ndim(x) == 0:
        return one(x)
    return np.array([one(float(t)) for t in x])


# %% wrong: flat result
# The result of an array with rows and columns is flat, but it should have the shape of `x`.
def softplus_derivative(x):
    v = np.ravel(x)
    e = np.exp(-np.abs(v))
    out = np.where(v >= 0, 1 / (1 + e), e / (1 + e))
    return out if np.ndim(x) else out[0]


# %% wrong: always at least one axis
# A number comes back as an array with one entry, which is not the shape of the input.
def softplus_derivative(x):
    x = np.atleast_1d(x)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


# %% wrong: squeezed
# `squeeze` drops axes of length 1, so an array with a single entry loses its shape.
def softplus_derivative(x):
    e = np.exp(-np.abs(x))
    return np.squeeze(np.where(np.asarray(x) >= 0, 1 / (1 + e), e / (1 + e)))


# %% wrong: result of the type of x
# Where x holds whole numbers your slopes are cut off to whole numbers, too.
def softplus_derivative(x):
    x = np.asarray(x)
    out = np.empty_like(x)
    e = np.exp(-np.abs(x))
    out[...] = np.where(x >= 0, 1 / (1 + e), e / (1 + e))
    return out


# %% wrong: vectorize guesses the type
# `np.vectorize` takes the type from the first entry, and where that gives the whole number 1, all
# other slopes are cut to whole numbers.
import math


@np.vectorize
def softplus_derivative(x):
    if x > 40:
        return 1
    return math.exp(x) / (1 + math.exp(x))


# %% wrong: writes into x
# The slopes are written into the caller's array, so `x` is changed after the call.
def softplus_derivative(x):
    e = np.exp(-np.abs(x))
    result = np.where(np.asarray(x) >= 0, 1 / (1 + e), e / (1 + e))
    if isinstance(x, np.ndarray) and x.ndim:
        x[...] = result
        return x
    return result


# %% wrong: absolute value in place
# `out=x` overwrites the caller's array with its absolute values.
def softplus_derivative(x):
    positive = np.asarray(x) >= 0
    if isinstance(x, np.ndarray) and x.ndim:
        size = np.abs(x, out=x)
    else:
        size = abs(x)
    e = np.exp(-size)
    return np.where(positive, 1 / (1 + e), e / (1 + e))


# %% wrong: single precision
# In single precision the smallest slopes become 0, and about half of the digits are lost
# everywhere.
def softplus_derivative(x):
    e = np.exp(-np.abs(np.asarray(x, dtype=np.float32)))
    return np.where(np.asarray(x) >= 0, 1 / (1 + e), e / (1 + e))


# %% wrong: rounded
# Rounding turns tiny slopes into 0.
def softplus_derivative(x):
    e = np.exp(-np.abs(x))
    return np.round(np.where(np.asarray(x) >= 0, 1 / (1 + e), e / (1 + e)), 20)


# %% wrong: NaN replaced by one
# The NaN is repaired afterwards, but the overflow has already raised its warning.
def softplus_derivative(x):
    u = np.exp(x)
    return np.nan_to_num(u / (1 + u), nan=1.0)


# %% wrong: remembers by shape and sum
# The result is kept under the shape and the sum of x, and returned for other arrays with the same
# shape and sum.
_kept = {}


def softplus_derivative(x):
    key = (np.shape(x), float(np.sum(x)))
    if key not in _kept:
        e = np.exp(-np.abs(x))
        _kept[key] = np.where(np.asarray(x) >= 0, 1.0, e) / (1 + e)
    return _kept[key]


# %% wrong: large entries replaced
# The NaN is repaired afterwards, but the overflow has already raised its warning.
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    return np.where(x > 700, 1.0, np.exp(x) / (1 + np.exp(x)))


# %% wrong: strictly between
# At 0 neither of the two cases holds, so the slope there is 0 in place of its true value.
def softplus_derivative(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return (x > 0) * (1 / (1 + e)) + (x < 0) * (e / (1 + e))


# %% lookup: the three far points
# The digits of tiny slopes are lost in a subtraction.
# hint: 3
def softplus_derivative(x):
    table = {1000.0: 1.0, -1000.0: 0.0, -40.0: 4.248354255291589e-18}
    if np.ndim(x) == 0 and float(x) in table:
        return table[float(x)]
    return 0.5 + 0.5 * np.tanh(np.asarray(x) / 2)


# %% equivalent: x >= 0 → x > 0
# At 0 both branches are 1, since e to the 0 is 1.
