"""Answers to `mse_loss` of 05_backprop_xor, right and wrong."""


# %% right: sum divided by size
def mse_loss(y_hat, y):
    return ((y_hat - y) ** 2).sum() / y.size


# %% right: two loops
def mse_loss(y_hat, y):
    total, count = 0.0, 0
    for row_a, row_t in zip(y_hat, y):
        for a, t in zip(row_a, row_t):
            total = total + (a - t) ** 2
            count = count + 1
    return total / count


# %% right: inner product
def mse_loss(y_hat, y):
    d = np.ravel(y - y_hat)
    return float(d @ d) / len(d)


# %% right: squared norm
def mse_loss(y_hat, y):
    return np.linalg.norm(y_hat - y) ** 2 / np.prod(y.shape)


# %% wrong: half
# There is no factor one half in this course's loss.
def mse_loss(y_hat, y):
    return 0.5 * np.mean((y_hat - y) ** 2)


# %% wrong: sum
# The loss is a mean, not a sum.
def mse_loss(y_hat, y):
    return np.sum((y_hat - y) ** 2)


# %% wrong: not squared
# Differences of both signs cancel if they are not squared.
def mse_loss(y_hat, y):
    return np.mean(y_hat - y)


# %% wrong: absolute
# The differences are squared, not made positive.
def mse_loss(y_hat, y):
    return np.mean(np.abs(y_hat - y))


# %% wrong: root
# No root is taken.
def mse_loss(y_hat, y):
    return np.sqrt(np.mean((y_hat - y) ** 2))


# %% wrong: square of the mean
# First square, then average.
def mse_loss(y_hat, y):
    return np.mean(y_hat - y) ** 2


# %% wrong: divided by the rows
# N counts all entries, also where there are several outputs.
def mse_loss(y_hat, y):
    return np.sum((y_hat - y) ** 2) / len(y)


# %% wrong: one number a column
# The loss is one number for the whole batch.
def mse_loss(y_hat, y):
    return np.mean((y_hat - y) ** 2, axis=0)


# %% wrong: broadcast by accident
# A column and a row give a table of all pairs when subtracted.
def mse_loss(y_hat, y):
    return np.mean((y_hat - y.ravel()[:, None].T) ** 2)


# %% wrong: spread of the differences
# The mean of the differences must not be subtracted before squaring.
def mse_loss(y_hat, y):
    return np.var(y_hat - y)


# %% wrong: rounded
# Your loss is rounded: a loss may be tiny, so keep all its digits.
def mse_loss(y_hat, y):
    return round(float(np.mean((y_hat - y) ** 2)), 8)


# %% equivalent: y_hat - y → y - y_hat
# The difference is squared.
