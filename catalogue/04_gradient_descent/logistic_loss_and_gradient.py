"""Answers to `logistic_loss_and_gradient` of 04_gradient_descent, right and wrong."""


# %% right: the larger of z and 0 taken out
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    small = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, small) / (1 + small)
    loss = np.mean(np.maximum(z, 0) - z * y + np.log1p(small))
    return loss, (p - y) @ X / len(z)


# %% right: signed margin
def logistic_loss_and_gradient(X, y, w):
    sign = 2 * y - 1
    margin = sign * (X @ w)
    wrong = 0.5 * (1 - np.tanh(margin / 2))
    return np.logaddexp(0, -margin).mean(), -((sign * wrong)[:, None] * X).mean(axis=0)


# %% right: loop over the examples
def logistic_loss_and_gradient(X, y, w):
    loss, gradient = 0.0, np.zeros(len(w))
    for x_i, y_i in zip(X, y):
        z = np.dot(x_i, w)
        if z > 0:
            p = 1 / (1 + np.exp(-z))
            loss += z + np.log(1 + np.exp(-z)) - y_i * z
        else:
            p = np.exp(z) / (1 + np.exp(z))
            loss += np.log(1 + np.exp(z)) - y_i * z
        gradient += (p - y_i) * x_i
    return loss / len(y), gradient / len(y)


# %% right: logarithms of both probabilities
def logistic_loss_and_gradient(X, y, w):
    z = np.dot(X, w)
    log_p, log_not_p = -np.logaddexp(0, -z), -np.logaddexp(0, z)
    loss = -np.average(y * log_p + (1 - y) * log_not_p)
    return [loss, np.einsum("ij,i->j", X, np.exp(log_p) - y) / X.shape[0]]


# %% wrong: sum for mean
# The losses and gradients are added up, but their means are asked for.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.sum(np.logaddexp(0, z) - y * z)
    gradient = X.T @ (p - y)
    return loss, gradient


# %% wrong: gradient summed
# The loss is a mean, but its gradient is a sum.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(np.logaddexp(0, z) - y * z)
    gradient = X.T @ (p - y)
    return loss, gradient


# %% wrong: sign of the gradient
# The gradient points downhill.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(np.logaddexp(0, z) - y * z)
    gradient = X.T @ (y - p) / len(y)
    return loss, gradient


# %% wrong: sign of the loss
# The loss is negative: the minus in front of the logarithm is missing.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = -np.mean(np.logaddexp(0, z) - y * z)
    gradient = X.T @ (p - y) / len(y)
    return loss, gradient


# %% wrong: overflow
# The exponential overflows for large logits.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    loss = np.mean(np.log(1 + np.exp(z)) - y * z)
    return loss, X.T @ (1 / (1 + np.exp(-z)) - y) / len(y)


# %% wrong: logarithm of zero
# For large logits the probability is rounded to 0 or 1, and its logarithm is infinite.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    gradient = X.T @ (p - y) / len(y)
    return loss, gradient


# %% wrong: probability cut off
# The probability is cut off, so that the loss cannot become as large as it should.
def logistic_loss_and_gradient(X, y, w):
    p = np.clip(0.5 * (1 + np.tanh(X @ w / 2)), 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, X.T @ (p - y) / len(y)


# %% wrong: logits cut off
# The logits are cut off, so that the loss cannot become as large as it should.
def logistic_loss_and_gradient(X, y, w):
    z = np.clip(X @ w, -500, 500)
    loss = np.mean(np.log(1 + np.exp(z)) - y * z)
    return loss, X.T @ (1 / (1 + np.exp(-z)) - y) / len(y)


# %% wrong: slope of the sigmoid added
# There is a factor too many in the gradient: the slope of the sigmoid cancels here.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(np.logaddexp(0, z) - y * z)
    gradient = X.T @ ((p - y) * p * (1 - p)) / len(y)
    return loss, gradient


# %% wrong: squared error
# This is the squared error, not the cross-entropy.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean((p - y) ** 2)
    gradient = 2 * X.T @ ((p - y) * p * (1 - p)) / len(y)
    return loss, gradient


# %% wrong: logit for probability
# The gradient uses the logit where the probability is meant.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(np.logaddexp(0, z) - y * z)
    gradient = X.T @ (z - y) / len(y)
    return loss, gradient


# %% wrong: only the ones count
# Only the examples with the answer 1 enter the loss.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(y * np.logaddexp(0, -z))
    gradient = X.T @ (p - y) / len(y)
    return loss, gradient


# %% wrong: classes exchanged
# The two classes have changed places.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(np.logaddexp(0, z) - (1 - y) * z)
    gradient = X.T @ (p - 1 + y) / len(y)
    return loss, gradient


# %% wrong: factor 2
# There is a factor 2 in the gradient, as if the loss were a square.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(np.logaddexp(0, z) - y * z)
    gradient = 2 * X.T @ (p - y) / len(y)
    return loss, gradient


# %% wrong: base 2
# The logarithm has the wrong base.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(np.logaddexp2(0, z / np.log(2)) - y * z / np.log(2))
    gradient = X.T @ (p - y) / len(y)
    return loss, gradient


# %% wrong: divided by the number of inputs
# The gradient is divided by the number of inputs instead of examples.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(np.logaddexp(0, z) - y * z)
    gradient = X.T @ (p - y) / len(w)
    return loss, gradient


# %% wrong: one loss for each example
# The losses of the examples are returned one by one, without their mean.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.logaddexp(0, z) - y * z
    gradient = X.T @ (p - y) / len(y)
    return loss, gradient


# %% wrong: gradient alone
# The loss is not returned.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(np.logaddexp(0, z) - y * z)
    gradient = X.T @ (p - y) / len(y)
    return gradient


# %% wrong: exchanged
# Loss and gradient have changed places in the tuple.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(np.logaddexp(0, z) - y * z)
    gradient = X.T @ (p - y) / len(y)
    return gradient, loss


# %% wrong: finite differences
# The gradient is measured by differences, whose step is too large where inputs are large.
def logistic_loss_and_gradient(X, y, w):
    def loss(u):
        return np.mean(np.logaddexp(0, X @ u) - y * (X @ u))

    steps = 1e-5 * np.eye(len(w))
    return loss(w), np.array([(loss(w + h) - loss(w - h)) / 2e-5 for h in steps])


# %% wrong: answers of minus one and one
# The answers are 0 and 1; in your gradient they are taken for −1 and 1.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean(np.logaddexp(0, z) - y * z)
    return loss, X.T @ (p - (2 * y - 1)) / len(y)


# %% wrong: decided, not estimated
# The gradient uses the decision for a class where the probability is meant.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    loss = np.mean(np.logaddexp(0, z) - y * z)
    return loss, X.T @ ((z > 0) - y) / len(y)


# %% equivalent: np.logaddexp(0, z) → np.logaddexp(z, 0)
# The sum of two exponentials has no order.
