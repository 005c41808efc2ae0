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
# Differences are too coarse where slopes are tiny: use the formulas.
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
# An operator with = changes the answer that was saved.
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
