"""Answers to `train` of 05_backprop_xor, right and wrong."""


# %% right: an array of losses
def train(params, X, y, lr, epochs):
    losses = np.zeros(epochs)
    for epoch in range(epochs):
        y_hat, cache = forward(params, X)
        losses[epoch] = mse_loss(y_hat, y)
        grads = backward(params, cache, y)
        params = sgd_step(params, grads, lr)
    return params, losses


# %% right: everything inside
def train(params, X, y, lr, epochs):
    W1, b1, W2, b2 = (params[key].copy() for key in ("W1", "b1", "W2", "b2"))
    losses = []
    while len(losses) < epochs:
        a = sigmoid(X @ W1 + b1)
        h = sigmoid(a @ W2 + b2)
        losses.append(float(np.mean((h - y) ** 2)))
        d2 = 2 * (h - y) / y.size * h * (1 - h)
        d1 = d2 @ W2.T * a * (1 - a)
        W2 -= lr * a.T @ d2
        b2 -= lr * d2.sum(axis=0)
        W1 -= lr * X.T @ d1
        b1 -= lr * d1.sum(axis=0)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, losses


# %% right: one helper for an epoch
def train(params, X, y, lr, epochs):
    def epoch(now):
        y_hat, cache = forward(now, X)
        return sgd_step(now, backward(now, cache, y), lr), mse_loss(y_hat, y)

    losses = []
    for _ in range(epochs):
        params, loss = epoch(params)
        losses += [loss]
    return params, losses


# %% right: forward at the end of the loop for the next round
def train(params, X, y, lr, epochs):
    y_hat, cache = forward(params, X)
    losses = [mse_loss(y_hat, y)]
    for _ in range(epochs):
        params = sgd_step(params, backward(params, cache, y), lr)
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
    return params, losses[:-1]


# %% wrong: loss after the step
# Each loss belongs to the parameters before the step.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        params = sgd_step(params, backward(params, cache, y), lr)
        losses.append(mse_loss(forward(params, X)[0], y))
    return params, losses


# %% wrong: one loss too many
# The list has one number for each epoch, and no other.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    losses.append(mse_loss(forward(params, X)[0], y))
    return params, losses


# %% wrong: new parameters unused
# Every round starts again from the same parameters.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        new = sgd_step(params, backward(params, cache, y), lr)
    return new, losses


# %% wrong: stale cache
# The forward pass has to be repeated after every step.
def train(params, X, y, lr, epochs):
    losses = []
    y_hat, cache = forward(params, X)
    for _ in range(epochs):
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: start changed
# The parameters to start from are changed by the training.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        grads = backward(params, cache, y)
        for key in params:
            params[key] -= lr * grads[key]
    return params, losses


# %% wrong: uphill
# The loss grows: the steps go the wrong way.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), -lr)
    return params, losses


# %% wrong: own start
# Training has to start from the parameters that are given.
def train(params, X, y, lr, epochs):
    params = init_params(
        *params["W1"].shape, params["W2"].shape[1], np.random.default_rng(2)
    )
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: one example at a time
# Each epoch is one step with all examples together.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        losses.append(mse_loss(forward(params, X)[0], y))
        for i in range(len(X)):
            _, cache = forward(params, X[i : i + 1])
            params = sgd_step(params, backward(params, cache, y[i : i + 1]), lr)
    return params, losses


# %% wrong: last loss only
# All losses are asked for, not the last one.
def train(params, X, y, lr, epochs):
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        loss = mse_loss(y_hat, y)
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, loss


# %% wrong: one epoch short
# One epoch is missing: count the steps.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(1, epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    losses.append(mse_loss(forward(params, X)[0], y))
    return params, losses


# %% wrong: stops early
# It stops before all epochs are done.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
        if losses[-1] < 0.01:
            break
    return params, losses


# %% wrong: rate of its own
# The learning rate given is not the one used.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), 5.0)
    return params, losses


# %% wrong: first layer frozen
# Only a part of the parameters learns.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        grads = backward(params, cache, y)
        new = sgd_step(params, grads, lr)
        params = {**params, "W2": new["W2"], "b2": new["b2"]}
    return params, losses


# %% wrong: a little momentum
# Each step depends on the one before; plain gradient descent is asked for.
def train(params, X, y, lr, epochs):
    losses, v = [], None
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        g = backward(params, cache, y)
        v = g if v is None else {key: 0.1 * v[key] + g[key] for key in g}
        params = sgd_step(params, v, lr)
    return params, losses


# %% wrong: rate shrinks
# The learning rate becomes smaller from epoch to epoch; it should stay the same.
def train(params, X, y, lr, epochs):
    losses = []
    for k in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr * 0.999**k)
    return params, losses


# %% wrong: rests when the loss is small
# A small loss is no reason to leave out a step.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        if losses[-1] > 0.005:
            params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% equivalent: mse_loss(y_hat, y) → mse_loss(y, y_hat)
# The squared difference has no direction.
