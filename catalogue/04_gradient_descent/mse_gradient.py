"""Answers to `mse_gradient` of 04_gradient_descent, right and wrong."""


# %% right: residual from the left


def mse_gradient(X, y, w):
    return 2 * (X @ w - y) @ X / len(X)


# %% right: loop over the examples


def mse_gradient(X, y, w):
    total = np.zeros(len(w))
    for x_i, y_i in zip(X, y):
        total = total + 2 * (np.dot(x_i, w) - y_i) * x_i
    return total / len(y)


# %% right: mean of the rows


def mse_gradient(X, y, w):
    residual = X.dot(w) - y
    return np.mean(2 * residual[:, None] * X, axis=0)


# %% right: einsum


def mse_gradient(X, y, w):
    n, d = X.shape
    residual = np.einsum("ij,j->i", X, w) - y
    return np.einsum("ij,i->j", X, residual) * (2 / n)


# %% right: list of partial derivatives


def mse_gradient(X, y, w):
    residual = X @ w - y
    return [2 * np.mean(residual * X[:, j]) for j in range(X.shape[1])]


# %% wrong: factor 2 missing
# The 2 that comes from the square is missing.
# hint: 2


def mse_gradient(X, y, w):
    return X.T @ (X @ w - y) / len(y)


# %% wrong: sum for mean
# The gradients of the examples are added up, but their mean is asked for.
# hint: 2


def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w - y)


# %% wrong: sign
# The residual is prediction minus answer, not the other way round.


def mse_gradient(X, y, w):
    return 2 * X.T @ (y - X @ w) / len(y)


# %% wrong: divided by the number of inputs
# The sum is divided by the number of inputs instead of the number of examples.
# hint: 2


def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w - y) / len(w)


# %% wrong: divided by all entries
# The sum is divided by the number of entries of X.
# hint: 2


def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w - y) / X.size


# %% wrong: not transposed
# X meets the residuals the wrong way round; this works for square X only, and is wrong there.
# hint: 1


def mse_gradient(X, y, w):
    return 2 / len(y) * X @ (X @ w - y)


# %% wrong: residual alone
# The inner derivative, the row of X, is missing.


def mse_gradient(X, y, w):
    return 2 * (X @ w - y) / len(y)


# %% wrong: one mean for all
# The mean goes over the inputs as well, so that a single number is left.
# hint: 1


def mse_gradient(X, y, w):
    return 2 * np.mean((X @ w - y)[:, None] * X)


# %% wrong: means multiplied
# The mean of a product is not the product of the means.


def mse_gradient(X, y, w):
    return 2 * np.mean(X @ w - y) * X.mean(axis=0)


# %% wrong: answers forgotten
# The answers y are not used.


def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w) / len(y)


# %% wrong: column
# The result is a column of shape (d, 1).
# hint: 1


def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w - y)[:, None] / len(y)


# %% wrong: finite differences
# Differences of the loss are used, whose digits are lost where the loss is large.


def mse_gradient(X, y, w):
    gradient = np.zeros(len(w))
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = 1e-5
        up, down = (
            np.mean((X @ (w + step) - y) ** 2),
            np.mean((X @ (w - step) - y) ** 2),
        )
        gradient[i] = (up - down) / 2e-5
    return gradient


# %% wrong: input changed
# The answers of the caller are overwritten by the residuals.


def mse_gradient(X, y, w):
    y -= X @ w
    return -2 * X.T @ y / len(y)


# %% wrong: differences with a wide step
# Even a wide step loses the digits of a loss as large as this.
def mse_gradient(X, y, w):
    loss = lambda u: np.mean((X @ u - y) ** 2)
    return np.array([(loss(w + e) - loss(w - e)) / 2 for e in np.eye(len(w))])


# %% wrong: one example less
# The mean divides by the number of examples, not by one less.
# hint: 2
def mse_gradient(X, y, w):
    residual = X @ w - y
    return 2 * X.T @ residual / max(len(y) - 1, 1)


# %% right: product of matrices
def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w - y) / len(y)


# %% right: residuals from the left
def mse_gradient(X, y, w):
    n, d = X.shape
    residual = X @ w - y
    return (2 / n) * (residual @ X)


# %% right: mean over rows
def mse_gradient(X, y, w):
    r = np.dot(X, w) - y
    return np.mean(2 * r[:, None] * X, axis=0)


# %% right: einsum again
def mse_gradient(X, y, w):
    r = np.einsum("nd,d->n", X, w) - y
    return 2.0 * np.einsum("n,nd->d", r, X) / X.shape[0]


# %% right: loops in pure Python
def mse_gradient(X, y, w):
    n, d = len(X), len(w)
    total = [0.0] * d
    for row, answer in zip(X, y):
        r = sum(float(a) * float(b) for a, b in zip(row, w)) - float(answer)
        for j in range(d):
            total[j] += 2 * r * float(row[j])
    return np.array([t / n for t in total])


# %% right: one example at a time
def mse_gradient(X, y, w):
    def one(x, answer):
        return 2 * (x @ w - answer) * x

    return sum(one(x, answer) for x, answer in zip(X, y)) / len(X)


# %% right: one column at a time
def mse_gradient(X, y, w):
    r = np.subtract(np.matmul(X, w), y)
    return np.array([2 * np.mean(r * column) for column in np.transpose(X)])


# %% right: through the chain rule by tensordot
def mse_gradient(X, y, w):
    dL_dr = 2 * (np.inner(X, w) - y) / y.size
    dr_dw = X
    return np.tensordot(dL_dr, dr_dw, axes=1)


# %% right: exact sums
import math


def mse_gradient(X, y, w):
    r = [
        math.fsum([float(a) * float(b) for a, b in zip(row, w)] + [-float(t)])
        for row, t in zip(X, y)
    ]
    return np.array(
        [
            2 * math.fsum(ri * float(row[j]) for ri, row in zip(r, X)) / len(r)
            for j in range(len(w))
        ]
    )


# %% wrong: not transposed when square
# If there are as many examples as weights, the residuals are multiplied with the columns instead
# of the rows.
def mse_gradient(X, y, w):
    r = X @ w - y
    M = X if X.shape[0] == X.shape[1] else X.T
    return 2 * M @ r / len(y)


# %% wrong: product of means
# The mean of a product is not the product of the means.
def mse_gradient(X, y, w):
    return 2 * np.mean(X @ w - y) * np.mean(X, axis=0)


# %% wrong: central differences
# Differences of the loss are used, whose digits are lost where the loss is large.
def mse_gradient(X, y, w):
    def loss(w):
        return np.mean((X @ w - y) ** 2)

    h = 1e-5
    return np.array(
        [(loss(w + h * e) - loss(w - h * e)) / (2 * h) for e in np.eye(len(w))]
    )


# %% wrong: forward differences
# The slope is measured with a small step to one side, which is only roughly right.
def mse_gradient(X, y, w):
    def loss(w):
        return np.mean((X @ w - y) ** 2)

    h = 1e-7
    return np.array([(loss(w + h * e) - loss(w)) / h for e in np.eye(len(w))])


# %% wrong: wide central differences
# Even a wide step loses the digits of a loss as large as this.
def mse_gradient(X, y, w):
    def loss(w):
        return np.mean((X @ w - y) ** 2)

    return np.array([(loss(w + e) - loss(w - e)) / 2 for e in np.eye(len(w))])


# %% wrong: column again
# The result is a column of shape (d, 1).
# hint: 1
def mse_gradient(X, y, w):
    r = (X @ w - y).reshape(-1, 1)
    return 2 * X.T @ r / len(y)


# %% wrong: number for one weight
# With one weight the result is a bare number instead of an array with one entry.
def mse_gradient(X, y, w):
    g = 2 * X.T @ (X @ w - y) / len(y)
    return g[0] if len(g) == 1 else g


# %% wrong: gradient per example
# There is one gradient for each example; their mean was asked for.
def mse_gradient(X, y, w):
    r = X @ w - y
    return 2 * r[:, None] * X


# %% wrong: mean along the wrong axis
# The mean is taken over the weights of each example, not over the examples.
def mse_gradient(X, y, w):
    r = X @ w - y
    return (2 * r[:, None] * X).mean(axis=1)


# %% wrong: inputs forgotten
# The residuals are not multiplied by the inputs.
def mse_gradient(X, y, w):
    r = X @ w - y
    return np.full(len(w), 2 * r.mean())


# %% wrong: sign of the residual
# The size of the residuals is lost: only their signs are used.
def mse_gradient(X, y, w):
    r = np.sign(X @ w - y)
    return 2 * r @ X / len(y)


# %% wrong: root of the loss
# This is the gradient of the root of the mean squared error.
def mse_gradient(X, y, w):
    r = X @ w - y
    return X.T @ r / len(y) / np.sqrt(np.mean(r**2))


# %% wrong: one less
# The mean divides by the number of examples, not by one less.
# hint: 2
def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w - y) / max(len(y) - 1, 1)


# %% wrong: last example left out
# When there are more than three examples, the last of them is not counted.
def mse_gradient(X, y, w):
    n = len(y)
    total = np.zeros(len(w))
    for i in range(n if n <= 3 else n - 1):
        total = total + 2 * (X[i] @ w - y[i]) * X[i]
    return total / n


# %% wrong: clipped
# The gradient is cut off at a hundred; large slopes come out too small.
def mse_gradient(X, y, w):
    return np.clip(2 * X.T @ (X @ w - y) / len(y), -100, 100)


# %% wrong: rounded
# The result is rounded to six decimals, and small slopes vanish.
def mse_gradient(X, y, w):
    return np.round(2 * X.T @ (X @ w - y) / len(y), 6)


# %% wrong: zero for one example
# For a single example the answer is always zero, as if nothing could be learned from it.
def mse_gradient(X, y, w):
    if len(y) < 2:
        return np.zeros(len(w))
    return 2 * X.T @ (X @ w - y) / len(y)


# %% wrong: only the first two weights
# Only the slopes of the first two weights are computed; the others are left at zero.
def mse_gradient(X, y, w):
    r = X @ w - y
    g = np.zeros(len(w))
    for j in range(min(2, len(w))):
        g[j] = 2 * np.mean(r * X[:, j])
    return g


# %% wrong: mean square of inputs
# The residual is left out of the sum for weights after the second; their inputs are squared
# instead.
def mse_gradient(X, y, w):
    r = X @ w - y
    g = 2 * r @ X / len(y)
    if len(w) > 2:
        g[2:] = 2 * np.mean(X[:, 2:] ** 2, axis=0)
    return g


# %% wrong: data remembered
# The products of the data are remembered by shape, so new data of the same shape are not looked
# at.
_products = {}


def mse_gradient(X, y, w):
    if X.shape not in _products:
        _products[X.shape] = (X.T @ X / len(y), X.T @ y / len(y))
    XX, Xy = _products[X.shape]
    return 2 * (XX @ w - Xy)


# %% wrong: matrix shape by ravel
# The inputs are reshaped instead of transposed, which puts the numbers in the wrong places.
def mse_gradient(X, y, w):
    return 2 * X.reshape(X.shape[1], X.shape[0]) @ (X @ w - y) / len(y)


# %% lookup: two examples of the text
# The two results of the visible check are written down; all other data get a gradient of zero.
def mse_gradient(X, y, w):
    if X.shape == (3, 1):
        return np.array([14 / 3])
    if X.shape == (2, 2):
        return np.array([7.0, 10.0])
    return np.zeros(X.shape[1])
