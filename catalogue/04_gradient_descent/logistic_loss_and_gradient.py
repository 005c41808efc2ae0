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
# hint: 1
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    loss = np.mean(np.log(1 + np.exp(z)) - y * z)
    return loss, X.T @ (1 / (1 + np.exp(-z)) - y) / len(y)


# %% wrong: logarithm of zero
# For large logits the probability is rounded to 0 or 1, and its logarithm is infinite.
# hint: 1
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z / 2))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    gradient = X.T @ (p - y) / len(y)
    return loss, gradient


# %% wrong: probability cut off
# The probability is cut off, so that the loss cannot become as large as it should.
# hint: 2
def logistic_loss_and_gradient(X, y, w):
    p = np.clip(0.5 * (1 + np.tanh(X @ w / 2)), 1e-12, 1 - 1e-12)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, X.T @ (p - y) / len(y)


# %% wrong: logits cut off
# The logits are cut off, so that the loss cannot become as large as it should.
# hint: 2
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
# The gradient is measured by differences: they lose digits where the loss is large, and their
# step is too wide where inputs are large.
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


# %% right: logaddexp and the sigmoid above
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    loss = np.mean(np.logaddexp(0, z) - y * z)
    gradient = X.T @ (p - y) / len(y)
    return loss, gradient


# %% right: log1p of a small number
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    small = np.exp(-np.abs(z))
    loss = np.maximum(z, 0) - y * z + np.log1p(small)
    p = np.where(z >= 0, 1.0, small) / (1 + small)
    return float(loss.mean()), ((p - y)[:, None] * X).mean(axis=0)


# %% right: pure Python
import math


def logistic_loss_and_gradient(X, y, w):
    n, d = len(X), len(w)
    loss, gradient = 0.0, [0.0] * d
    for row, answer in zip(X, y):
        z = sum(float(a) * float(b) for a, b in zip(row, w))
        e = math.exp(-abs(z))
        loss += max(z, 0.0) + math.log1p(e) - float(answer) * z
        p = 1 / (1 + e) if z >= 0 else e / (1 + e)
        for j in range(d):
            gradient[j] += (p - float(answer)) * float(row[j])
    return loss / n, np.array(gradient) / n


# %% right: signed logits
def logistic_loss_and_gradient(X, y, w):
    sign = 2 * np.asarray(y, dtype=float) - 1
    wrongness = -sign * (X @ w)
    loss = np.logaddexp(0.0, wrongness).mean()
    share = np.exp(-np.logaddexp(0.0, -wrongness))  # 1 - probability of what happened
    return loss, -(sign * share) @ X / len(sign)


# %% right: probabilities as logs
def logistic_loss_and_gradient(X, y, w):
    z = np.dot(X, w)
    log_p = -np.logaddexp(0, -z)
    log_q = -np.logaddexp(0, z)
    loss = -np.mean(np.where(np.asarray(y) == 1, log_p, log_q))
    residual = np.exp(log_p) - y
    return loss, np.einsum("n,nd->d", residual, X) / X.shape[0]


# %% right: yes and no apart
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    yes = np.asarray(y) > 0.5
    loss = (np.logaddexp(0, -z[yes]).sum() + np.logaddexp(0, z[~yes]).sum()) / len(z)
    p = (np.tanh(z / 2) + 1) / 2
    gradient = (X[~yes] * p[~yes, None]).sum(axis=0) + (
        X[yes] * (p[yes, None] - 1)
    ).sum(axis=0)
    return loss, gradient / len(z)


# %% right: the sigmoid of the notebook repeated
def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def softplus(z):
    return np.logaddexp(z, np.zeros_like(z, dtype=float))


def logistic_loss_and_gradient(X, y, w):
    n = X.shape[0]
    z = X.dot(w)
    return (softplus(z) - y * z).sum() / n, np.matmul(sigmoid(z) - y, X) / n


# %% right: largest exponent taken out
def logistic_loss_and_gradient(X, y, w):
    scores = np.stack([np.zeros(len(X)), X @ w], axis=1)  # no, yes
    scores = scores - scores.max(axis=1, keepdims=True)
    total = np.exp(scores).sum(axis=1)
    rows = np.arange(len(X))
    chosen = scores[rows, np.asarray(y).astype(int)]
    loss = np.mean(np.log(total) - chosen)
    p = np.exp(scores[:, 1]) / total
    return loss, np.transpose(X) @ (p - y) / len(X)


# %% right: one row at a time
def logistic_loss_and_gradient(X, y, w):
    losses, gradients = [], []
    for x, t in zip(X, y):
        z = x @ w
        losses.append(np.logaddexp(0, z) - t * z)
        gradients.append((0.5 + 0.5 * np.tanh(0.5 * z) - t) * x)
    return np.mean(losses), np.mean(gradients, axis=0)


# %% wrong: formula as it stands
# The exponential overflows for large logits.
# hint: 1
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 1 / (1 + np.exp(-z))
    loss = np.mean(np.log(1 + np.exp(z)) - y * z)
    return loss, X.T @ (p - y) / len(y)


# %% wrong: logarithm of the probability
# For large logits the probability is rounded to 0 or 1, and its logarithm is infinite.
# hint: 1
def logistic_loss_and_gradient(X, y, w):
    p = 0.5 * (1 + np.tanh(0.5 * (X @ w)))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, X.T @ (p - y) / len(y)


# %% wrong: probability cut off again
# The probability is cut off at a tiny number, so the loss can never grow beyond a certain size.
def logistic_loss_and_gradient(X, y, w):
    p = 0.5 * (1 + np.tanh(0.5 * (X @ w)))
    q = np.clip(p, 1e-15, 1 - 1e-15)
    loss = -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
    return loss, X.T @ (p - y) / len(y)


# %% wrong: yes cut off
# For the answer no the loss is right, but for yes the probability is cut off, and a sure and wrong
# model does not pay enough.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    yes = -np.log(np.maximum(p, 1e-300))
    no = np.logaddexp(0, z)
    return np.mean(np.where(y == 1, yes, no)), X.T @ (p - y) / len(y)


# %% wrong: yes by logarithm
# For the answer yes and a large negative logit the logarithm of zero is taken.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    loss = 0.0
    for zi, pi, yi in zip(z, p, y):
        loss += -np.log(pi) if yi == 1 else np.logaddexp(0, zi)
    return loss / len(y), X.T @ (p - y) / len(y)


# %% wrong: large logits without answer
# For large positive logits the answer is forgotten: a sure and right model pays as much as a wrong
# one.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    safe = np.minimum(z, 30.0)
    loss = np.where(z > 30, z, np.log1p(np.exp(safe)) - y * z)
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(loss), X.T @ (p - y) / len(y)


# %% wrong: logits limited
# The logits are cut off, so that the loss cannot become as large as it should.
# hint: 2
def logistic_loss_and_gradient(X, y, w):
    z = np.clip(X @ w, -500, 500)
    p = 1 / (1 + np.exp(-z))
    return np.mean(np.log1p(np.exp(z)) - y * z), X.T @ (p - y) / len(y)


# %% wrong: negative logits limited
# Large negative logits are limited, so a sure "no" where "yes" was right costs too little.
def logistic_loss_and_gradient(X, y, w):
    z = np.maximum(X @ w, -100.0)
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ (p - y) / len(y)


# %% wrong: warning in the unused branch
# `np.where` computes both branches, and the one that is not used still overflows with a warning.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    softplus = np.where(z > 30, z, np.log1p(np.exp(z)))
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(softplus - y * z), X.T @ (p - y) / len(y)


# %% wrong: warning from the probability
# The loss is safe, but the probability overflows with a warning for large negative logits.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 1 / (1 + np.exp(-z))
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ (p - y) / len(y)


# %% wrong: probability not a number
# The probability is infinity divided by infinity for large positive logits.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    with np.errstate(all="ignore"):
        e = np.exp(z)
        p = e / (1 + e)
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ (p - y) / len(y)


# %% wrong: infinity swept away
# Every infinite loss is replaced by one and the same number, whatever the logit was.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    with np.errstate(all="ignore"):
        each = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    each = np.nan_to_num(each, nan=0.0, posinf=1000.0)
    return np.mean(each), X.T @ (p - y) / len(y)


# %% wrong: sum of losses
# The loss is the sum over the rows, not the mean.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.sum(np.logaddexp(0, z) - y * z), X.T @ (p - y) / len(y)


# %% wrong: sum of gradients
# The loss is a mean, but its gradient is a sum.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ (p - y)


# %% wrong: answer minus prediction
# The gradient points downhill.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ (y - p) / len(y)


# %% wrong: two too many
# There is a factor 2 in the gradient, as if the loss were a square.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(np.logaddexp(0, z) - y * z), 2 * (p - y) @ X / len(y)


# %% wrong: slope of the sigmoid too
# There is a factor too many in the gradient: the slope of the sigmoid cancels here.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ ((p - y) * p * (1 - p)) / len(y)


# %% wrong: order of the pair
# Loss and gradient have changed places in the tuple.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return X.T @ (p - y) / len(y), np.mean(np.logaddexp(0, z) - y * z)


# %% wrong: loss only
# Only the loss is returned.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    return np.mean(np.logaddexp(0, z) - y * z)


# %% wrong: losses of all rows
# The losses of the examples are returned one by one, without their mean.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.logaddexp(0, z) - y * z, X.T @ (p - y) / len(y)


# %% wrong: gradient in a column
# The gradient is a matrix with one column, but its shape should be (d,).
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    r = (0.5 * (1 + np.tanh(0.5 * z)) - y).reshape(-1, 1)
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ r / len(y)


# %% wrong: not transposed when square
# With as many rows as weights, the wrong side of the matrix is multiplied.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    r = 0.5 * (1 + np.tanh(0.5 * z)) - y
    M = X if X.shape[0] == X.shape[1] else X.T
    return np.mean(np.logaddexp(0, z) - y * z), M @ r / len(y)


# %% wrong: divided by the weights
# The gradient is divided by the number of inputs instead of examples.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    r = 0.5 * (1 + np.tanh(0.5 * z)) - y
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ r / len(w)


# %% wrong: product of means
# Residuals and inputs are averaged apart from each other, but they belong together row by row.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    r = 0.5 * (1 + np.tanh(0.5 * z)) - y
    return np.mean(np.logaddexp(0, z) - y * z), r.mean() * X.mean(axis=0)


# %% wrong: decision instead of probability
# The gradient uses yes or no instead of the probability.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.sign(z))
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ (p - y) / len(y)


# %% wrong: answers taken for signs
# This loss is for answers of -1 and 1; with 0 the logit drops out.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(np.logaddexp(0, -y * z)), X.T @ (p - y) / len(y)


# %% wrong: plus instead of minus
# The answer times the logit is added, so a right answer costs more than a wrong one.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(np.logaddexp(0, z) + y * z), X.T @ (p - y) / len(y)


# %% wrong: other logarithm
# The logarithm has the wrong base.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(np.logaddexp(0, z) - y * z) / np.log(2), X.T @ (p - y) / len(y)


# %% wrong: gradient by differences
# The gradient is measured with small steps; for large logits the digits run out.
def logistic_loss_and_gradient(X, y, w):
    def loss(w):
        z = X @ w
        return np.mean(np.logaddexp(0, z) - y * z)

    h = 1e-6
    gradient = [(loss(w + h * e) - loss(w - h * e)) / (2 * h) for e in np.eye(len(w))]
    return loss(w), np.array(gradient)


# %% wrong: half the sigmoid
# The tanh is taken of the whole logit, so the probability is too sure of itself.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(z))
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ (p - y) / len(y)


# %% wrong: flat beyond thirty
# Beyond a certain logit the slope is set to zero, even where the model is sure and wrong and the
# answer is yes.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    r = 0.5 * (1 + np.tanh(0.5 * z)) - y
    r = np.where(z < -30, 0.0, r)
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ r / len(y)


# %% wrong: number for one weight
# With a single weight the gradient is a bare number, not an array of shape (d,).
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    r = 0.5 * (1 + np.tanh(0.5 * z)) - y
    return np.mean(np.logaddexp(0, z) - y * z), np.squeeze(X.T @ r / len(y))


# %% wrong: one row
# With a single row the gradient keeps an extra axis.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    r = 0.5 * (1 + np.tanh(0.5 * z)) - y
    gradient = r[:, None] * X
    if len(y) > 1:
        gradient = gradient.mean(axis=0)
    return np.mean(np.logaddexp(0, z) - y * z), gradient


# %% wrong: weight decay
# A penalty on large weights is added to the gradient; it is not part of the loss.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    r = 0.5 * (1 + np.tanh(0.5 * z)) - y
    return np.mean(np.logaddexp(0, z) - y * z), X.T @ r / len(y) + 0.01 * w


# %% wrong: rounded loss
# The loss is rounded to three decimals, and small losses become zero.
def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    return round(float(np.mean(np.logaddexp(0, z) - y * z)), 3), X.T @ (p - y) / len(y)


# %% wrong: shared gradient
# The gradient is written into an array that all calls share, so an earlier result changes with the
# next call.
_gradients = {}


def logistic_loss_and_gradient(X, y, w):
    z = X @ w
    p = 0.5 * (1 + np.tanh(0.5 * z))
    gradient = _gradients.setdefault(len(w), np.zeros(len(w)))
    gradient[:] = X.T @ (p - y) / len(y)
    return np.mean(np.logaddexp(0, z) - y * z), gradient


# %% lookup: the numbers of the check
# The results of the check are written down for the weights that occur there; all other weights get
# the slopes at zero.
def logistic_loss_and_gradient(X, y, w):
    if float(np.max(w)) == 1000.0:
        return 500.0, np.array([0.5])
    return np.log(2), X.T @ (0.5 - y) / len(y)


# %% equivalent: np.logaddexp(0, z) → np.logaddexp(z, 0)
# The sum of two exponentials has no order.
