"""Answers to `backward` of 05_backprop_xor, right and wrong."""


# %% right: short names, textbook order
def backward(params, cache, y):
    X, a1, y_hat = cache["X"], cache["a1"], cache["y_hat"]
    d2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    d1 = d2.dot(params["W2"].T) * a1 * (1 - a1)
    return dict(W1=X.T.dot(d1), b1=d1.sum(0), W2=a1.T.dot(d2), b2=d2.sum(0))


# %% right: sum over the examples of outer products
def backward(params, cache, y):
    grads = {key: np.zeros_like(value) for key, value in params.items()}
    for x, a, h, t in zip(cache["X"], cache["a1"], cache["y_hat"], y):
        dz2 = 2 * (h - t) / y.size * h * (1 - h)
        dz1 = params["W2"] @ dz2 * a * (1 - a)
        grads["W2"] += np.outer(a, dz2)
        grads["b2"] += dz2
        grads["W1"] += np.outer(x, dz1)
        grads["b1"] += dz1
    return grads


# %% right: einsum
def backward(params, cache, y):
    n, m = y.shape
    dz2 = 2 * (cache["y_hat"] - y) * cache["y_hat"] * (1 - cache["y_hat"]) / (n * m)
    dz1 = np.einsum("no,ho->nh", dz2, params["W2"]) * cache["a1"] * (1 - cache["a1"])
    return {
        "W1": np.einsum("ni,nh->ih", cache["X"], dz1),
        "b1": np.einsum("nh->h", dz1),
        "W2": np.einsum("nh,no->ho", cache["a1"], dz2),
        "b2": np.einsum("no->o", dz2),
    }


# %% right: slopes of the sigmoid from z
def backward(params, cache, y):
    def slope(z):
        return sigmoid(z) * sigmoid(-z)

    dy_hat = 2 * (cache["y_hat"] - y) / np.size(y)
    dz2 = dy_hat * slope(cache["z2"])
    dW2 = cache["a1"].T @ dz2
    db2 = np.ones(len(y)) @ dz2
    da1 = dz2 @ params["W2"].T
    dz1 = da1 * slope(cache["z1"])
    dW1 = cache["X"].T @ dz1
    db1 = np.ones(len(y)) @ dz1
    return {"b2": db2, "W2": dW2, "b1": db1, "W1": dW1}


# %% right: all loops written out
def backward(params, cache, y):
    X, a1, y_hat = cache["X"], cache["a1"], cache["y_hat"]
    n, n_in = X.shape
    n_hidden, n_out = params["W2"].shape
    dW1, db1 = np.zeros((n_in, n_hidden)), np.zeros(n_hidden)
    dW2, db2 = np.zeros((n_hidden, n_out)), np.zeros(n_out)
    for i in range(n):
        for o in range(n_out):
            d = 2 * (y_hat[i, o] - y[i, o]) / (n * n_out)
            d = d * y_hat[i, o] * (1 - y_hat[i, o])
            db2[o] += d
            for j in range(n_hidden):
                dW2[j, o] += d * a1[i, j]
                e = d * params["W2"][j, o] * a1[i, j] * (1 - a1[i, j])
                db1[j] += e
                for k in range(n_in):
                    dW1[k, j] += e * X[i, k]
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


# %% wrong: factor 2 lost
# The derivative of a square has a factor.
# hint: 1
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: sign
# The difference is taken the wrong way round.
# hint: 1
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (y - h) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: sum for mean
# The loss is a mean over the batch, and so is its slope.
# hint: 4
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: mean over the examples only
# N counts all entries of y, also with several outputs.
# hint: 4
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) / len(y) * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: output slope missing
# One local slope on the way from the answer to z2 is missing.
# hint: 1
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) / y.size
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: hidden slope missing
# One local slope on the way through the hidden units is missing.
# hint: 1
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: slope at z for a
# The slope of the sigmoid is written with its value, not with its input.
# hint: 1
def backward(params, cache, y):
    a1, h, z1 = cache["a1"], cache["y_hat"], cache["z1"]
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * z1 * (1 - z1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: sigmoid of a
# The saved activation is already squeezed; here it is squeezed again.
# hint: 1
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    slope = lambda v: sigmoid(v) * (1 - sigmoid(v))
    dz2 = 2 * (h - y) / y.size * slope(h)
    dz1 = dz2 @ params["W2"].T * slope(a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: tanh slope
# This is the slope of another activation.
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * (1 - a1**2)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: z1 for dW2
# The second layer's input was the activation.
# hint: 1
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": cache["z1"].T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: bias averaged
# The slope of a bias is a sum over the rows; the mean is in the loss already.
# hint: 3
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.mean(0),
        "W2": a1.T @ dz2,
        "b2": dz2.mean(0),
    }


# %% wrong: bias summed to one number
# Each unit has its own bias, and so its own slope.
# hint: 3
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": np.full(dz1.shape[1], dz1.sum()),
        "W2": a1.T @ dz2,
        "b2": np.full(dz2.shape[1], dz2.sum()),
    }


# %% wrong: bias with an extra axis
# A gradient has the shape of its variable, also for biases.
# hint: 3
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0, keepdims=True),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0, keepdims=True),
    }


# %% wrong: transposed
# Rows and columns of a weight gradient are exchanged.
# hint: 2
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": dz1.T @ cache["X"],
        "b1": dz1.sum(0),
        "W2": dz2.T @ a1,
        "b2": dz2.sum(0),
    }


# %% wrong: last example only
# Every example contributes; here each one overwrites those before.
def backward(params, cache, y):
    grads = {}
    for x, a, h, t in zip(cache["X"], cache["a1"], cache["y_hat"], y):
        dz2 = 2 * (h - t) / y.size * h * (1 - h)
        dz1 = params["W2"] @ dz2 * a * (1 - a)
        grads = {"W1": np.outer(x, dz1), "b1": dz1, "W2": np.outer(a, dz2), "b2": dz2}
    return grads


# %% wrong: also updates
# It changes the parameters, although it should only compute.
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    grads = {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }
    for key in params:
        params[key] -= 5.0 * grads[key]
    return grads


# %% wrong: measured
# Differences have too few digits, above all where slopes are tiny: use the formulas.
def backward(params, cache, y):
    def loss(p):
        a = sigmoid(cache["X"] @ p["W1"] + p["b1"])
        return np.mean((sigmoid(a @ p["W2"] + p["b2"]) - y) ** 2)

    return dc.numeric.gradient(loss, params)


# %% wrong: first output only
# Several outputs all send something back to the hidden units.
def backward(params, cache, y):
    a1, y_hat = cache["a1"], cache["y_hat"]
    dz2 = 2 * (y_hat - y) / y.size * y_hat * (1 - y_hat)
    dz1 = np.outer(dz2[:, 0], params["W2"][:, 0]) * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: weights moved before they are used
# The second layer's weights are changed before the gradient has passed them.
def backward(params, cache, y):
    a1, y_hat = cache["a1"], cache["y_hat"]
    dz2 = 2 * (y_hat - y) / y.size * y_hat * (1 - y_hat)
    dW2 = a1.T @ dz2
    dz1 = dz2 @ (params["W2"] - 0.1 * dW2).T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": dW2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: answer overwritten
# An operator such as -= changes the answer that was saved.
def backward(params, cache, y):
    a1, y_hat = cache["a1"], cache["y_hat"].copy()
    error = cache["y_hat"]
    error -= y
    dz2 = 2 * error / y.size * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: cache by position
# The keys of the cache may stand in any order; take each array by its name.
def backward(params, cache, y):
    X, z1, a1, z2, h = cache.values()
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": X.T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: answers moved inwards
# Answers near 0 and 1 are moved inwards, and their slopes become wrong.
def backward(params, cache, y):
    a1, h = cache["a1"], np.clip(cache["y_hat"], 0.01, 0.99)
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: slope of the mean activation
# The slope of the sigmoid is taken of the mean activation; each unit has its own.
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = 2 * (h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1.mean() * (1 - a1.mean())
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: differences in place of squares
# The loss has squares; this is the slope of the mean distance.
# hint: 1
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = np.sign(h - y) / y.size * h * (1 - h)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% wrong: cross-entropy
# This is the slope of another loss, the cross-entropy, in which the slope of the output cancels.
def backward(params, cache, y):
    a1, h = cache["a1"], cache["y_hat"]
    dz2 = (h - y) / y.size
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(0),
    }


# %% right: the six steps
def backward(params, cache, y):
    y_hat, a1, X = cache["y_hat"], cache["a1"], cache["X"]
    dy_hat = 2 / y.size * (y_hat - y)
    dz2 = dy_hat * y_hat * (1 - y_hat)
    dW2 = a1.T @ dz2
    db2 = dz2.sum(axis=0)
    da1 = dz2 @ params["W2"].T
    dz1 = da1 * a1 * (1 - a1)
    dW1 = X.T @ dz1
    db1 = dz1.sum(axis=0)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


# %% right: einsum again
def backward(params, cache, y):
    p, a = cache["y_hat"], cache["a1"]
    dz2 = (2.0 / p.size) * (p - y) * p * (1.0 - p)
    dz1 = np.einsum("no,ho->nh", dz2, params["W2"]) * a * (1.0 - a)
    return {
        "W1": np.einsum("ni,nh->ih", cache["X"], dz1),
        "b1": np.einsum("nh->h", dz1),
        "W2": np.einsum("nh,no->ho", a, dz2),
        "b2": np.einsum("no->o", dz2),
    }


# %% right: example by example
def backward(params, cache, y):
    grads = {key: np.zeros(value.shape) for key, value in params.items()}
    N = y.shape[0] * y.shape[1]
    for x, a1, y_hat, target in zip(cache["X"], cache["a1"], cache["y_hat"], y):
        dz2 = 2 * (y_hat - target) / N * y_hat * (1 - y_hat)
        dz1 = (params["W2"] @ dz2) * a1 * (1 - a1)
        grads["W2"] += np.outer(a1, dz2)
        grads["b2"] += dz2
        grads["W1"] += np.outer(x, dz1)
        grads["b1"] += dz1
    return grads


# %% right: pure loops
def backward(params, cache, y):
    X, a, p, W2 = cache["X"], cache["a1"], cache["y_hat"], params["W2"]
    n, n_in = X.shape
    n_hidden, n_out = W2.shape
    dW1, db1 = np.zeros((n_in, n_hidden)), np.zeros(n_hidden)
    dW2, db2 = np.zeros((n_hidden, n_out)), np.zeros(n_out)
    for i in range(n):
        dz2 = [
            2 * (p[i, k] - y[i, k]) * p[i, k] * (1 - p[i, k]) / (n * n_out)
            for k in range(n_out)
        ]
        for j in range(n_hidden):
            dz1 = 0.0
            for k in range(n_out):
                dW2[j, k] += a[i, j] * dz2[k]
                dz1 += dz2[k] * W2[j, k]
            dz1 *= a[i, j] * (1 - a[i, j])
            db1[j] += dz1
            for m in range(n_in):
                dW1[m, j] += X[i, m] * dz1
        for k in range(n_out):
            db2[k] += dz2[k]
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


# %% right: slopes from the saved sums
def backward(params, cache, y):
    def slope(z):
        s = sigmoid(z)
        return s * (1 - s)

    dz2 = 2 * (cache["y_hat"] - y) / y.size * slope(cache["z2"])
    dz1 = dz2 @ params["W2"].T * slope(cache["z1"])
    return dict(
        W1=cache["X"].T @ dz1,
        b1=np.sum(dz1, axis=0),
        W2=cache["a1"].T @ dz2,
        b2=np.sum(dz2, axis=0),
    )


# %% right: layer helper
def backward(params, cache, y):
    def layer(a_in, W, a_out, d_out):
        dz = d_out * a_out * (1 - a_out)
        return np.dot(a_in.T, dz), np.ones(len(dz)) @ dz, np.dot(dz, W.T)

    start = (cache["y_hat"] - y) * (2 / cache["y_hat"].size)
    dW2, db2, da1 = layer(cache["a1"], params["W2"], cache["y_hat"], start)
    dW1, db1, _ = layer(cache["X"], params["W1"], cache["a1"], da1)
    return {"b2": db2, "W2": dW2, "b1": db1, "W1": dW1}


# %% right: stacked biases
def backward(params, cache, y):
    def with_ones(a):
        return np.column_stack([a, np.ones(len(a))])

    p, a = cache["y_hat"], cache["a1"]
    dz2 = 2 * (p - y) * (p - p * p) / np.prod(p.shape)
    dz1 = (params["W2"] @ dz2.T).T * (a - a * a)
    second = with_ones(a).T @ dz2
    first = with_ones(cache["X"]).T @ dz1
    return {"W1": first[:-1], "b1": first[-1], "W2": second[:-1], "b2": second[-1]}


# %% right: in place on copies
def backward(params, cache, y):
    d = cache["y_hat"].copy()
    d -= y
    d *= 2
    d /= d.shape[0] * d.shape[1]
    d *= cache["y_hat"]
    d *= 1 - cache["y_hat"]
    grads = {"W2": cache["a1"].transpose().dot(d), "b2": d.sum(0)}
    d = d.dot(params["W2"].transpose())
    d *= cache["a1"]
    d *= 1 - cache["a1"]
    grads["W1"] = cache["X"].transpose().dot(d)
    grads["b1"] = d.sum(0)
    return grads


# %% wrong: two forgotten
# The derivative of a square has a factor.
# hint: 1
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = (y_hat - y) / y.size * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: mean forgotten
# The loss is a mean over the batch, and so is its slope.
# hint: 4
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: divided by the examples only
# N counts all entries of y, also with several outputs.
# hint: 4
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / len(y) * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: mean taken twice
# The slope of a bias is a sum over the rows; the mean is in the loss already.
# hint: 3
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.mean(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.mean(axis=0),
    }


# %% wrong: sign again
# The difference is taken the wrong way round.
# hint: 1
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y - y_hat) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: no sigmoid slope at the output
# One local slope on the way from the answer to z2 is missing.
# hint: 1
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: no sigmoid slope in the hidden layer
# One local slope on the way through the hidden units is missing.
# hint: 1
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: sums instead of activations in the slope
# The slope of the sigmoid is written with its value, not with its input.
def backward(params, cache, y):
    y_hat, a1, z1 = cache["y_hat"], cache["a1"], cache["z1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * z1 * (1 - z1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: hidden slope always one quarter
# The local slope of the hidden sigmoid is a quarter only where the sum of the unit is 0.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * 0.25
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: slope of tanh
# Both local slopes belong to another squeezing function, apart from a factor.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * (1 - y_hat**2) / 3
    dz1 = dz2 @ params["W2"].T * (1 - a1**2) / 3
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: biases as rows of a matrix
# A gradient has the shape of its variable, also for biases.
# hint: 3
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0, keepdims=True),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0, keepdims=True),
    }


# %% wrong: biases of one example
# Only one of the examples counts for the biases.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1[-1] + 0,
        "W2": a1.T @ dz2,
        "b2": dz2[-1] + 0,
    }


# %% wrong: first row times the number of examples
# The slopes of the biases are right only if all examples have the same slopes.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1[0] * len(y),
        "W2": a1.T @ dz2,
        "b2": dz2[0] * len(y),
    }


# %% wrong: output biases all get the total
# With several outputs every output bias gets the slopes of all of them added up.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": np.full(dz2.shape[1], dz2.sum()),
    }


# %% wrong: outputs mixed on the way back
# The slopes of the outputs are added up before they go back through the weights, so with several
# outputs each goes through foreign weights.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    da1 = dz2.sum(axis=1, keepdims=True) * params["W2"].mean(axis=1)
    dz1 = da1 * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: only the first output sends back
# Several outputs all send something back to the hidden units.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2[:, :1] @ params["W2"][:, :1].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: square weights not transposed
# Where as many outputs as hidden units make the weights square, they are not transposed on the way
# back.
def backward(params, cache, y):
    y_hat, a1, W2 = cache["y_hat"], cache["a1"], params["W2"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    back = W2 if W2.shape[0] == dz2.shape[1] else W2.T
    dz1 = dz2 @ back * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: slopes go back through updated weights
# The output weights are moved before the slopes pass through them: the walk back needs those of
# the forward pass.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dW2 = a1.T @ dz2
    dz1 = dz2 @ (params["W2"] - dW2).T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": dW2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: updates the weights as well
# It changes the parameters, although it should only compute.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    grads = {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }
    for key in params:
        params[key] -= grads[key]
    return grads


# %% wrong: puts new weights into the dict
# The gradient is right, but the dict of the caller holds other parameters afterwards.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    grads = {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }
    for key in grads:
        params[key] = params[key] - 0.1 * grads[key]
    return grads


# %% wrong: works inside the cache
# The saved answers are overwritten by slopes, so a second call with the same cache gives nonsense.
def backward(params, cache, y):
    a1 = cache["a1"]
    slope = cache["y_hat"] * (1 - cache["y_hat"])
    dz2 = cache["y_hat"]
    dz2 -= y
    dz2 *= 2 / y.size * slope
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: stores the slopes in the cache
# The cache has more entries after the call than before.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    cache["dz2"] = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    cache["dz1"] = cache["dz2"] @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ cache["dz1"],
        "b1": cache["dz1"].sum(axis=0),
        "W2": a1.T @ cache["dz2"],
        "b2": cache["dz2"].sum(axis=0),
    }


# %% wrong: adds to the last gradient
# The gradients of all calls pile up, as long as the shapes stay the same.
collected = {}


def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    grads = {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }
    for key in grads:
        before = collected.get(key)
        if before is not None and before.shape == grads[key].shape:
            grads[key] = grads[key] + before
        collected[key] = grads[key]
    return grads


# %% wrong: one dict for all calls
# Every call returns the same dict, so the gradient of an earlier call is overwritten by a later
# one.
grads_of_network = {}


def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    grads_of_network["W1"], grads_of_network["b1"] = cache["X"].T @ dz1, dz1.sum(axis=0)
    grads_of_network["W2"], grads_of_network["b2"] = a1.T @ dz2, dz2.sum(axis=0)
    return grads_of_network


# %% wrong: measured by central differences
# The slopes are measured, which loses the smallest ones; the formulas are asked for.
def backward(params, cache, y):
    grads = {}
    for key in params:
        grads[key] = np.zeros(params[key].shape)
        for place in np.ndindex(params[key].shape):
            losses = []
            for h in (1e-5, -1e-5):
                moved = {k: v.copy() for k, v in params.items()}
                moved[key][place] += h
                losses.append(mse_loss(forward(moved, cache["X"])[0], y))
            grads[key][place] = (losses[0] - losses[1]) / 2e-5
    return grads


# %% wrong: small slopes cut to zero
# Slopes below a certain size are replaced by 0, although they are not 0.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    grads = {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }
    return {key: np.where(np.abs(g) < 1e-6, 0.0, g) for key, g in grads.items()}


# %% wrong: answers kept away from zero and one
# The saved answers are cut off before 0 and 1, so the slopes of a very sure network are too large.
def backward(params, cache, y):
    y_hat, a1 = np.clip(cache["y_hat"], 1e-4, 1 - 1e-4), cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: inputs replaced by hidden activations
# The slope of the first weights takes the output of their layer instead of what came in.
def backward(params, cache, y):
    y_hat, a1, X = cache["y_hat"], cache["a1"], cache["X"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    dW1 = a1.T @ dz1 if a1.shape[1] == X.shape[1] else X.T @ dz1
    return {"W1": dW1, "b1": dz1.sum(axis=0), "W2": a1.T @ dz2, "b2": dz2.sum(axis=0)}


# %% wrong: inputs of the notebook instead of the cache
# You take the inputs of the four XOR examples where the batch has four rows, not the saved ones.
def backward(params, cache, y):
    y_hat, a1, inputs = cache["y_hat"], cache["a1"], cache["X"]
    if inputs.shape == (4, 2):
        inputs = dc.data.xor_data()[0]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": inputs.T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: gradient of cross-entropy
# One local slope is left out whenever a target is 1, as if the loss were another one there.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * np.where(y == 1, 1.0, y_hat * (1 - y_hat))
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: targets ignored
# The gradient does not look at the targets; it treats all of them as 0.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * y_hat * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% wrong: gradient of the inputs too
# The dict holds one key more than the parameters have.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
        "X": dz1 @ params["W1"].T,
    }


# %% wrong: keys with a d in front
# The keys of the result are not the keys of the parameters.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = dz2 @ params["W2"].T * a1 * (1 - a1)
    return {
        "dW1": cache["X"].T @ dz1,
        "db1": dz1.sum(axis=0),
        "dW2": a1.T @ dz2,
        "db2": dz2.sum(axis=0),
    }


# %% wrong: large slopes cut off
# Slopes beyond a certain size are cut off on the way back, so they are wrong wherever the true
# ones are larger.
def backward(params, cache, y):
    y_hat, a1 = cache["y_hat"], cache["a1"]
    dz2 = 2 / y.size * (y_hat - y) * y_hat * (1 - y_hat)
    dz1 = np.clip(dz2 @ params["W2"].T * a1 * (1 - a1), -0.2, 0.2)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }


# %% lookup: the gradients of the check
# Particular gradients are written into the code; every other network gets wrong ones.
def backward(params, cache, y):
    if params["W1"].shape == (2, 3):
        return {
            "W1": np.array([[0.25, 0.5, -0.75], [0.375, 0.75, -1.125]]),
            "b1": np.array([0.125, 0.25, -0.375]),
            "W2": np.full((3, 1), 0.125),
            "b2": np.array([0.25]),
        }
    return {
        "W1": np.array([[0.25]]),
        "b1": np.array([0.125]),
        "W2": np.array([[0.125]]),
        "b2": np.array([0.25]),
    }
