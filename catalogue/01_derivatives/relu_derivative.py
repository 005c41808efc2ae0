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


# %% equivalent: np.where(x > 0, 1.0, 0.0) → np.where(1.0, x > 0, 0.0)
# It returns True and False, which are the numbers 1 and 0.


# %% equivalent: x > 0 → x >= 0
# At the kink any value from 0 to 1 is right.
