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
# hint: 1
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
# hint: 1
def mse_loss(y_hat, y):
    return np.sum((y_hat - y) ** 2) / len(y)


# %% wrong: one number a column
# The loss is one number for the whole batch.
# hint: 1
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


# %% wrong: the square multiplied out
# Large squares are subtracted from each other, and the digits of a small loss are lost.
def mse_loss(y_hat, y):
    return np.mean(y_hat**2) - 2 * np.mean(y_hat * y) + np.mean(y**2)


# %% wrong: largest square
# The largest square is taken, not the mean of all.
# hint: 1
def mse_loss(y_hat, y):
    return np.max((y_hat - y) ** 2)


# %% wrong: divided by one less
# The sum is divided by N − 1, not by N.
# hint: 1
def mse_loss(y_hat, y):
    return np.sum((y_hat - y) ** 2) / max(y.size - 1, 1)


# %% wrong: relative to the targets
# The differences are not divided by anything before they are squared.
def mse_loss(y_hat, y):
    return np.mean(((y_hat - y) / (np.abs(y) + 1)) ** 2)


# %% right: mean of squares
def mse_loss(y_hat, y):
    return np.mean((y_hat - y) ** 2)


# %% right: sum over size
def mse_loss(y_hat, y):
    difference = np.subtract(y_hat, y)
    return float(np.sum(difference * difference) / difference.size)


# %% right: double loop
def mse_loss(y_hat, y):
    total = 0.0
    rows, columns = y.shape
    for i in range(rows):
        for j in range(columns):
            total += (y_hat[i, j] - y[i, j]) ** 2
    return total / (rows * columns)


# %% right: norm
def mse_loss(y_hat, y):
    return np.linalg.norm(y_hat - y) ** 2 / np.size(y)


# %% right: dot product with itself
def mse_loss(y_hat, y):
    d = (y_hat - y).ravel()
    return d @ d / len(d)


# %% right: einsum
def mse_loss(y_hat, y):
    d = y_hat - y
    return np.einsum("ij,ij->", d, d) / (d.shape[0] * d.shape[1])


# %% right: fsum of a generator
import math


def mse_loss(y_hat, y):
    pairs = list(zip(y_hat.flat, y.flat))
    return math.fsum((float(p) - float(q)) ** 2 for p, q in pairs) / len(pairs)


# %% right: statistics module
from statistics import fmean


def mse_loss(y_hat, y):
    return fmean(map(float, np.square(y_hat - y).reshape(-1)))


# %% right: mean of the row means
def mse_loss(y_hat, y):
    return ((y_hat - y) ** 2).mean(axis=1).mean()


# %% right: math.dist
from math import dist


def mse_loss(y_hat, y):
    return dist(y_hat.flatten(), y.flatten()) ** 2 / y.size


# %% wrong: divided by the outputs
# You divide by the number of columns instead of the number of all entries.
def mse_loss(y_hat, y):
    return np.sum((y_hat - y) ** 2) / y.shape[1]


# %% wrong: difference of squares
# You square first and subtract then; the order of the formula is the other one.
def mse_loss(y_hat, y):
    return np.mean(y_hat**2 - y**2)


# %% wrong: array of squares
# The squares are not yet averaged.
def mse_loss(y_hat, y):
    return (y_hat - y) ** 2


# %% wrong: first output only
# With several outputs only the first one counts.
def mse_loss(y_hat, y):
    return np.mean((y_hat[:, 0] - y[:, 0]) ** 2)


# %% wrong: targets flattened
# The answers are a column and the targets a flat list, so every answer is compared with every
# target.
def mse_loss(y_hat, y):
    return (
        np.mean((y_hat - y.ravel()) ** 2)
        if y.shape[1] == 1
        else np.mean((y_hat - y) ** 2)
    )


# %% wrong: last example left out
# The loop ends one example too early, though the divisor counts all of them.
def mse_loss(y_hat, y):
    total = 0.0
    for i in range(len(y) - 1):
        total += np.sum((y_hat[i] - y[i]) ** 2)
    return total / y.size


# %% wrong: one fewer in the divisor
# The sum is divided by N − 1, not by N.
# hint: 1
def mse_loss(y_hat, y):
    return np.sum((y_hat - y) ** 2) / max(1, y.size - 1)


# %% wrong: median
# The median is not the mean.
def mse_loss(y_hat, y):
    return np.median((y_hat - y) ** 2)


# %% wrong: rounded again
# The loss is rounded; a small loss becomes 0.
def mse_loss(y_hat, y):
    return round(float(np.mean((y_hat - y) ** 2)), 6)


# %% wrong: large differences capped
# Differences beyond a certain size no longer count fully.
def mse_loss(y_hat, y):
    d = np.clip(y_hat - y, -10, 10)
    return np.mean(d**2)


# %% wrong: large differences count linearly
# Only small differences are squared; larger ones follow another formula.
def mse_loss(y_hat, y):
    d = np.abs(y_hat - y)
    return np.mean(np.where(d <= 2, d**2, 4 * d - 4))


# %% wrong: whole numbers
# The differences are cut to whole numbers unless all lie within one.
def mse_loss(y_hat, y):
    d = y_hat - y
    if np.abs(d).max() >= 1:
        d = d.astype(int)
    return np.mean(d**2)


# %% wrong: sorted first
# In larger batches answers and targets are sorted each for itself, so an answer may meet the
# target of another example.
def mse_loss(y_hat, y):
    if y.size > 3:
        y_hat, y = np.sort(y_hat, axis=None), np.sort(y, axis=None)
    return np.mean((y_hat - y) ** 2)


# %% wrong: divided by the longer side
# The divisor is the number of rows or columns, whichever is larger, and not their product.
def mse_loss(y_hat, y):
    return np.sum((y_hat - y) ** 2) / max(y.shape)


# %% wrong: binary targets assumed
# The square is expanded in a way that holds only for targets 0 and 1 and single numbers near them.
def mse_loss(y_hat, y):
    right = np.where(y > 0.5, 1 - y_hat, y_hat)
    return np.mean(right**2)


# %% wrong: print instead of return
# The loss is shown on the screen, but the function returns nothing.
def mse_loss(y_hat, y):
    print(np.mean((y_hat - y) ** 2))


# %% lookup: losses of the check
# Particular losses are written into the code; all other batches get a wrong one.
def mse_loss(y_hat, y):
    return {3: 3.0, 1: 0.25}.get(y.size, 0.25)


# %% equivalent: y_hat - y → y - y_hat
# The difference is squared.


# %% equivalent: arguments 0 and 1 exchanged
# The difference is squared.
