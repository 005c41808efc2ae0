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
def sigmoid(x):
    return 1 / (1 + np.exp(-x))


# %% wrong: both branches computed
# One of the two branches overflows, although its result is not used.
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
def sigmoid(x):
    if x >= 0:
        return 1 / (1 + np.exp(-x))
    return np.exp(x) / (1 + np.exp(x))


# %% wrong: a hard step
# Your curve jumps from 0 to 1; the sigmoid rises smoothly.
def sigmoid(x):
    return np.where(np.asarray(x) > 0, 1.0, np.where(np.asarray(x) < 0, 0.0, 0.5))


# %% wrong: no minus and clipped
# The values at x and at −x are exchanged.
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


# %% equivalent: x >= 0 → x > 0
# At 0 both branches are 1, since e to the 0 is 1.
