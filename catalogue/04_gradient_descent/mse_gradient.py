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


def mse_gradient(X, y, w):
    return X.T @ (X @ w - y) / len(y)


# %% wrong: sum for mean
# The gradients of the examples are added up, but their mean is asked for.


def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w - y)


# %% wrong: sign
# The residual is prediction minus answer, not the other way round.


def mse_gradient(X, y, w):
    return 2 * X.T @ (y - X @ w) / len(y)


# %% wrong: divided by the number of inputs
# The sum is divided by the number of inputs instead of the number of examples.


def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w - y) / len(w)


# %% wrong: divided by all entries
# The sum is divided by the number of entries of X.


def mse_gradient(X, y, w):
    return 2 * X.T @ (X @ w - y) / X.size


# %% wrong: not transposed
# X meets the residuals the wrong way round; this works for square X only, and is wrong there.


def mse_gradient(X, y, w):
    return 2 / len(y) * X @ (X @ w - y)


# %% wrong: residual alone
# The inner derivative, the row of X, is missing.


def mse_gradient(X, y, w):
    return 2 * (X @ w - y) / len(y)


# %% wrong: one mean for all
# The mean goes over the inputs as well, so that a single number is left.


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
def mse_gradient(X, y, w):
    residual = X @ w - y
    return 2 * X.T @ residual / max(len(y) - 1, 1)
