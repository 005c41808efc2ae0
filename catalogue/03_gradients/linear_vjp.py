"""Answers to `linear_vjp` of 03_gradients, right and wrong."""


# %% right: matrix products


def linear_vjp(X, W, b, G):
    dX = G @ W.T
    dW = X.T @ G
    db = np.sum(G, axis=0)
    return dX, dW, db


# %% right: einsum


def linear_vjp(X, W, b, G):
    return (
        np.einsum("kj,ij->ki", G, W),
        np.einsum("ki,kj->ij", X, G),
        np.einsum("kj->j", G),
    )


# %% right: sum over examples


def linear_vjp(X, W, b, G):
    dX, dW, db = np.zeros_like(X), np.zeros_like(W), np.zeros_like(b)
    for k in range(len(X)):
        dX[k] = W @ G[k]
        dW += np.outer(X[k], G[k])
        db += G[k]
    return dX, dW, db


# %% right: loops


def linear_vjp(X, W, b, G):
    n, p = X.shape
    q = W.shape[1]
    dX, dW, db = np.zeros((n, p)), np.zeros((p, q)), np.zeros(q)
    for k in range(n):
        for j in range(q):
            db[j] += G[k, j]
            for i in range(p):
                dW[i, j] += X[k, i] * G[k, j]
                dX[k, i] += W[i, j] * G[k, j]
    return dX, dW, db


# %% right: transposed from the other side


def linear_vjp(X, W, b, G):
    ones = np.ones(len(G))
    return [(W @ G.T).T, (G.T @ X).T, ones @ G]


# %% right: tensordot
def linear_vjp(X, W, b, G):
    dX = np.tensordot(G, W, axes=(1, 1))
    dW = np.tensordot(X, G, axes=(0, 0))
    return dX, dW, np.add.reduce(G)


# %% wrong: mean for the weights
# The loss decides whether to average; the upstream gradient has that in it already.


def linear_vjp(X, W, b, G):
    n = len(X)
    return G @ W.T, X.T @ G / n, G.sum(axis=0) / n


# %% wrong: mean for the bias
# One bias serves all examples: their slopes add up.


def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, G.mean(axis=0)


# %% wrong: bias not summed
# The gradient of the bias has the shape of the bias.
# hint: 2


def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, G


# %% wrong: bias summed over outputs
# Sum over the examples, and keep the outputs apart.
# hint: 2


def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, G.sum(axis=1)


# %% wrong: bias keeps an axis
# The gradient of the bias has the shape of the bias, one axis.


def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, G.sum(axis=0, keepdims=True)


# %% wrong: bias of one example
# Every example of the batch has a say.


def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, G[0]


# %% wrong: weights transposed
# Compare the shape of the result with that of the weights.
# hint: 1


def linear_vjp(X, W, b, G):
    return G @ W.T, G.T @ X, G.sum(axis=0)


# %% wrong: wrong product for square weights
# Follow one nudge of an input: which weights does it meet?
# hint: 1


def linear_vjp(X, W, b, G):
    dX = G @ W if W.shape[0] == W.shape[1] else G @ W.T
    return dX, X.T @ G, G.sum(axis=0)


# %% wrong: order of the results
# Asked for are dX, dW, db, in this order.
# hint: 1


def linear_vjp(X, W, b, G):
    return X.T @ G, G @ W.T, G.sum(axis=0)


# %% wrong: upstream gradient forgotten
# The loss does not depend on all outputs in the same way.


def linear_vjp(X, W, b, G):
    ones = np.ones_like(G)
    return ones @ W.T, X.T @ ones, ones.sum(axis=0)


# %% wrong: last example only
# In a loop, = overwrites what the earlier examples gave.


def linear_vjp(X, W, b, G):
    dX = np.zeros_like(X)
    for k in range(len(X)):
        dX[k] = W @ G[k]
        dW = np.outer(X[k], G[k])
        db = G[k]
    return dX, dW, db


# %% wrong: output for upstream
# The upstream gradient is given; the layer's output is not needed.


def linear_vjp(X, W, b, G):
    Z = X @ W + b
    return (G * Z) @ W.T, X.T @ (G * Z), (G * Z).sum(axis=0)


# %% wrong: bias forgotten
# Three gradients are asked for.


def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G


# %% wrong: differences
# Differences of the whole loss cannot see a small example beside a huge one.


def linear_vjp(X, W, b, G):
    loss = lambda X, W, b: np.sum(G * (X @ W + b))
    h = 1e-5
    out = []
    for which in range(3):
        parts = [X, W, b]
        grad = np.zeros(parts[which].shape)
        for k in np.ndindex(grad.shape):
            up, down = list(parts), list(parts)
            up[which], down[which] = parts[which].copy(), parts[which].copy()
            up[which][k] += h
            down[which][k] -= h
            grad[k] = (loss(*up) - loss(*down)) / (2 * h)
        out.append(grad)
    return tuple(out)


# %% wrong: overwrites its input
# An array that was given is not the place for a result.


def linear_vjp(X, W, b, G):
    dX, dW = G @ W.T, X.T @ G
    b[:] = G.sum(axis=0)
    return dX, dW, b


# %% wrong: one example only
# The batch may hold any number of examples.
def linear_vjp(X, W, b, G):
    return (W @ G[0])[None, :], np.outer(X[0], G[0]), G[0]


# %% wrong: batch divided out
# The loss decides whether to average; the upstream gradient has that in it already.
def linear_vjp(X, W, b, G):
    n = len(X)
    return G @ W.T / n, X.T @ G / n, G.sum(axis=0) / n


# %% wrong: bias times upstream
# A nudge of the bias moves its outputs by 1: the value of the bias plays no part.
def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, b * G.sum(axis=0)


# %% wrong: entry by entry for the inputs
# Every input meets the weights of all outputs; their slopes add up.
# hint: 1
def linear_vjp(X, W, b, G):
    dX = np.zeros(X.shape)
    for j in range(G.shape[1]):
        dX = G[:, [j]] * W[:, j]
    return dX, X.T @ G, G.sum(axis=0)


# %% right: matrix products again
def linear_vjp(X, W, b, G):
    dX = G @ W.T
    dW = X.T @ G
    db = G.sum(axis=0)
    return dX, dW, db


# %% right: three loops
def linear_vjp(X, W, b, G):
    n, p = X.shape
    q = W.shape[1]
    dX, dW, db = np.zeros((n, p)), np.zeros((p, q)), np.zeros(q)
    for k in range(n):
        for j in range(q):
            db[j] += G[k, j]
            for i in range(p):
                dX[k, i] += G[k, j] * W[i, j]
                dW[i, j] += X[k, i] * G[k, j]
    return dX, dW, db


# %% right: sum of outer products
def linear_vjp(X, W, b, G):
    dW = sum(np.outer(x, g) for x, g in zip(X, G))
    dX = np.stack([W @ g for g in G])
    return dX, dW, sum(G)


# %% right: bias as one more input of ones
def linear_vjp(X, W, b, G):
    ones = np.ones((len(X), 1))
    both = np.concatenate([X, ones], axis=1).T @ G
    return np.matmul(G, W.transpose()), both[:-1], both[-1]


# %% right: tensordot again
def linear_vjp(X, W, b, G):
    dX = np.tensordot(G, W, axes=([1], [1]))
    dW = np.tensordot(X, G, axes=([0], [0]))
    db = np.tensordot(np.ones(G.shape[0]), G, axes=1)
    return (dX, dW, db)


# %% right: broadcasting and sums
def linear_vjp(X, W, b, G):
    dX = (G[:, None, :] * W).sum(axis=-1)
    dW = (X[:, :, None] * G[:, None, :]).sum(axis=0)
    db = np.add.reduce(G, axis=0).reshape(b.shape)
    return dX, dW, db


# %% right: pure Python lists
def linear_vjp(X, W, b, G):
    def times(P, Q):
        return [[sum(a * c for a, c in zip(row, col)) for col in zip(*Q)] for row in P]

    X, W, G = X.tolist(), W.tolist(), G.tolist()
    dX = times(G, list(zip(*W)))
    dW = times(list(zip(*X)), G)
    db = [sum(column) for column in zip(*G)]
    return np.array(dX), np.array(dW), np.array(db)


# %% right: named tuple
from collections import namedtuple

Gradients = namedtuple("Gradients", ["dX", "dW", "db"])


def linear_vjp(X, W, b, G):
    return Gradients(dX=(W @ G.T).T, dW=(G.T @ X).T, db=np.sum(G.T, axis=1))


# %% right: layer class
class Linear:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, X):
        self.X = X
        return X @ self.W + self.b

    def backward(self, G):
        self.dW = self.X.T.dot(G)
        self.db = np.zeros(self.b.shape)
        for row in G:
            self.db += row
        return G.dot(self.W.T)


def linear_vjp(X, W, b, G):
    layer = Linear(W, b)
    layer.forward(X)
    dX = layer.backward(G)
    return dX, layer.dW, layer.db


# %% right: mean times the batch size
def linear_vjp(X, W, b, G):
    return np.inner(G, W), np.inner(X.T, G.T), G.mean(axis=0) * G.shape[0]


# %% wrong: weights averaged
# The gradient of the weights is divided by the batch size, which nobody asked for.
def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G / len(X), G.sum(axis=0)


# %% wrong: bias as one number
# The sum runs over everything, so all outputs get one number together.
def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, G.sum()


# %% wrong: one bias for all outputs
# The sum runs over all outputs too, so with several outputs the shape is wrong.
def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, np.array([G.sum()])


# %% wrong: same number for each bias
# Every bias gets the sum over all outputs.
def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, np.full(b.shape, G.sum())


# %% wrong: batch of one keeps its row
# For a batch of one example the gradient of the bias keeps the axis of the batch.
def linear_vjp(X, W, b, G):
    db = G if len(G) == 1 else G.sum(axis=0)
    return G @ W.T, X.T @ G, db


# %% wrong: batch of one loses its row
# For a batch of one example the gradient of the inputs loses the axis of the batch.
def linear_vjp(X, W, b, G):
    dX = G @ W.T
    if len(X) == 1:
        dX = dX[0]
    return dX, X.T @ G, G.sum(axis=0)


# %% wrong: squeezed
# Axes of length 1 disappear from the gradients.
def linear_vjp(X, W, b, G):
    return np.squeeze(G @ W.T), np.squeeze(X.T @ G), G.sum(axis=0)


# %% wrong: weights not transposed
# Without transposing the shapes fit by chance only, and the sum runs along the wrong axis.
def linear_vjp(X, W, b, G):
    return G @ W, X.T @ G, G.sum(axis=0)


# %% wrong: reshaped instead of transposed
# Reshaping the weights is not transposing them, except where there is one row or one column.
def linear_vjp(X, W, b, G):
    p, q = W.shape
    return G @ W.reshape(q, p), X.T @ G, G.sum(axis=0)


# %% wrong: dictionary
# The result is a dictionary, not a tuple.
def linear_vjp(X, W, b, G):
    return {"dX": G @ W.T, "dW": X.T @ G, "db": G.sum(axis=0)}


# %% wrong: one output only
# This multiplies entry by entry, which works for a single output only.
def linear_vjp(X, W, b, G):
    dX = G * W.T
    dW = (X * G).sum(axis=0)[:, None]
    return dX, dW, G.sum(axis=0)


# %% wrong: inputs by an outer product
# The outer product of everything with everything fits a single output only.
def linear_vjp(X, W, b, G):
    dX = np.outer(G, W)
    return dX, X.T @ G, G.sum(axis=0)


# %% wrong: two examples
# The loop visits two examples, however many there are.
def linear_vjp(X, W, b, G):
    dW, db = np.zeros(W.shape), np.zeros(b.shape)
    for k in range(2):
        dW += np.outer(X[k], G[k])
        db += G[k]
    return G @ W.T, dW, db


# %% wrong: last example only again
# In a loop, = overwrites what the earlier examples gave.
def linear_vjp(X, W, b, G):
    for x, g in zip(X, G):
        dW = np.outer(x, g)
        db = g.copy()
    return G @ W.T, dW, db


# %% wrong: gradients clipped
# Large slopes are cut down.
def linear_vjp(X, W, b, G):
    gradients = G @ W.T, X.T @ G, G.sum(axis=0)
    return tuple(np.clip(v, -10, 10) for v in gradients)


# %% wrong: whole numbers
# The decimals of the gradients are cut off.
def linear_vjp(X, W, b, G):
    gradients = G @ W.T, X.T @ G, G.sum(axis=0)
    return tuple(v.astype(int) for v in gradients)


# %% wrong: rounded
# The gradients are rounded to three decimals.
def linear_vjp(X, W, b, G):
    gradients = G @ W.T, X.T @ G, G.sum(axis=0)
    return tuple(np.round(v, 3) for v in gradients)


# %% wrong: single precision
# With 32 bits the digits of large numbers are lost, and so is the difference of two of them.
def linear_vjp(X, W, b, G):
    X, W, G = X.astype("f"), W.astype("f"), G.astype("f")
    return G @ W.T, X.T @ G, G.sum(axis=0)


# %% wrong: measured
# These are differences, too coarse for some numbers; products are asked for.
def linear_vjp(X, W, b, G):
    dX = numerical_gradient(lambda V: np.sum(G * (V @ W + b)), X)
    dW = numerical_gradient(lambda V: np.sum(G * (X @ V + b)), W)
    db = numerical_gradient(lambda v: np.sum(G * (X @ W + v)), b)
    return dX, dW, db


# %% wrong: gradients added to those of earlier calls
# The gradients of earlier calls are still in the sums.
totals = {}


def linear_vjp(X, W, b, G):
    dW = totals.get("dW" + str(W.shape), 0) + X.T @ G
    db = totals.get("db" + str(W.shape), 0) + G.sum(axis=0)
    totals["dW" + str(W.shape)], totals["db" + str(W.shape)] = dW, db
    return G @ W.T, dW, db


# %% wrong: shared results
# Gradients of the same shape are all one array, so a second call overwrites the first result.
spaces = {}


def linear_vjp(X, W, b, G):
    dX = spaces.setdefault(("dX", X.shape), np.zeros(X.shape))
    dW = spaces.setdefault(("dW", W.shape), np.zeros(W.shape))
    db = spaces.setdefault(("db", b.shape), np.zeros(b.shape))
    dX[...] = G @ W.T
    dW[...] = X.T @ G
    db[...] = G.sum(axis=0)
    return dX, dW, db


# %% wrong: inputs below zero get nothing
# This layer has no ReLU: inputs below zero have slopes as well.
def linear_vjp(X, W, b, G):
    return (G @ W.T) * (X > 0), X.T @ G, G.sum(axis=0)


# %% wrong: upstream below zero dropped
# Negative upstream slopes are dropped.
def linear_vjp(X, W, b, G):
    G = np.maximum(G, 0)
    return G @ W.T, X.T @ G, G.sum(axis=0)


# %% wrong: sizes of the inputs
# The sign of the inputs is lost in the gradient of the weights.
def linear_vjp(X, W, b, G):
    return G @ W.T, np.abs(X).T @ G, G.sum(axis=0)


# %% wrong: multiplied by the bias
# A nudge of the bias moves its outputs by 1: the value of the bias plays no part.
def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, (G * b).sum(axis=0)


# %% wrong: outputs instead of G
# The outputs take the place of the upstream gradient.
def linear_vjp(X, W, b, G):
    Z = X @ W + b
    return Z @ W.T, X.T @ Z, Z.sum(axis=0)


# %% wrong: upstream forgotten
# The loss does not depend on all outputs in the same way.
def linear_vjp(X, W, b, G):
    G = np.ones(G.shape)
    return G @ W.T, X.T @ G, G.sum(axis=0)


# %% wrong: repeated upstream rows counted once
# Examples with the same upstream gradient count only once in the bias.
def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, np.unique(G, axis=0).sum(axis=0)


# %% wrong: upstream overwritten
# The upstream gradient that you were given is overwritten.
def linear_vjp(X, W, b, G):
    dX, dW = G @ W.T, X.T @ G
    for k in range(1, len(G)):
        G[0] += G[k]
    return dX, dW, G[0].copy()


# %% wrong: wide layers by the pseudo-inverse
# With more outputs than inputs this undoes the layer, but a gradient goes back through the same
# weights.
def linear_vjp(X, W, b, G):
    p, q = W.shape
    dX = G @ (np.linalg.pinv(W) if q > p else W.T)
    return dX, X.T @ G, G.sum(axis=0)


# %% wrong: nothing returned
# The gradients are computed, but never returned.
def linear_vjp(X, W, b, G):
    dX, dW, db = G @ W.T, X.T @ G, G.sum(axis=0)


# %% wrong: large batches averaged
# From three examples on the gradients of weights and bias are averaged over the batch.
def linear_vjp(X, W, b, G):
    n = len(X) if len(X) > 2 else 1
    return G @ W.T, X.T @ G / n, G.sum(axis=0) / n


# %% lookup: the example
# The result of the worked example is written in, and anything else gets zeros.
def linear_vjp(X, W, b, G):
    if np.array_equal(X, [[1, 2], [3, 4]]) and np.array_equal(G, [[1], [2]]):
        dX, dW = np.array([[1.0, -1.0], [2.0, -2.0]]), np.array([[7.0], [10.0]])
        return dX, dW, np.array([3.0])
    return np.zeros(X.shape), np.zeros(W.shape), np.zeros(b.shape)


# %% equivalent: argument 2: frozen
# No gradient depends on the bias.


# %% equivalent: argument 2: absolute value
# No gradient depends on the bias.


# %% equivalent: argument 2: decimals cut off
# No gradient depends on the bias.


# %% equivalent: argument 2: float32
# No gradient depends on the bias.


# %% equivalent: argument 2: sorted
# No gradient depends on the bias.


# %% equivalent: argument 2: reversed
# No gradient depends on the bias.
