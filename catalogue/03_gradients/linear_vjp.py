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


def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, G


# %% wrong: bias summed over outputs
# Sum over the examples, and keep the outputs apart.


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


def linear_vjp(X, W, b, G):
    return G @ W.T, G.T @ X, G.sum(axis=0)


# %% wrong: wrong product for square weights
# Follow one nudge of an input: which weights does it meet?


def linear_vjp(X, W, b, G):
    dX = G @ W if W.shape[0] == W.shape[1] else G @ W.T
    return dX, X.T @ G, G.sum(axis=0)


# %% wrong: order of the results
# Asked for are dX, dW, db, in this order.


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
