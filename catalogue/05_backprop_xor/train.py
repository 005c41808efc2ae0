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
# hint: 3
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
# hint: 2
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        new = sgd_step(params, backward(params, cache, y), lr)
    return new, losses


# %% wrong: stale cache
# The forward pass has to be repeated after every step.
# hint: 2
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
# hint: 1
def train(params, X, y, lr, epochs):
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        loss = mse_loss(y_hat, y)
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, loss


# %% wrong: one epoch short
# Your parameters are those before the last step: one step is missing.
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


# %% wrong: parameters before the last step
# Your parameters are those before the last step: one step is missing.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        before = params
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return before, losses


# %% wrong: best parameters
# The parameters after the last step are asked for, not those with the smallest loss.
def train(params, X, y, lr, epochs):
    losses, best = [], params
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        if losses[-1] <= min(losses):
            best = params
        params = sgd_step(params, backward(params, cache, y), lr)
    return best, losses


# %% wrong: losses in reverse
# The losses stand in reversed order: the first belongs to the start.
# hint: 3
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.insert(0, mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: layers one after the other
# All parameters take their step at the same time; here the first layer sees the second one moved.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        new = sgd_step(params, backward(params, cache, y), lr)
        params = {**params, "W2": new["W2"], "b2": new["b2"]}
        new = sgd_step(params, backward(params, cache, y), lr)
        params = {**params, "W1": new["W1"], "b1": new["b1"]}
    return params, losses


# %% wrong: weights decay
# The weights shrink a little at each step, which nobody asked for.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        grads = backward(params, cache, y)
        new = sgd_step(params, grads, lr)
        params = {key: new[key] - lr * 1e-4 * params[key] for key in params}
    return params, losses


# %% right: four words
def train(params, X, y, lr, epochs):
    losses = []
    for epoch in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        grads = backward(params, cache, y)
        params = sgd_step(params, grads, lr)
    return params, losses


# %% right: losses as an array
def train(params, X, y, lr, epochs):
    losses = np.zeros(epochs)
    now = {key: value.copy() for key, value in params.items()}
    for i in range(epochs):
        y_hat, cache = forward(now, X)
        losses[i] = mse_loss(y_hat, y)
        now = sgd_step(now, backward(now, cache, y), lr)
    return now, losses


# %% right: everything by hand
def train(params, X, y, lr, epochs):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    losses = []
    for _ in range(epochs):
        a1 = sigmoid(X @ W1 + b1)
        y_hat = sigmoid(a1 @ W2 + b2)
        error = y_hat - y
        losses.append(float((error**2).mean()))
        dz2 = 2 / error.size * error * y_hat * (1 - y_hat)
        dz1 = dz2 @ W2.T * a1 * (1 - a1)
        W1 = W1 - lr * (X.T @ dz1)
        b1 = b1 - lr * dz1.sum(axis=0)
        W2 = W2 - lr * (a1.T @ dz2)
        b2 = b2 - lr * dz2.sum(axis=0)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, losses


# %% right: deep copy moved in place
import copy


def train(params, X, y, lr, epochs):
    net = copy.deepcopy(params)
    for value in net.values():
        value.flags.writeable = True
    losses = []
    while len(losses) < epochs:
        y_hat, cache = forward(net, X)
        losses += [mse_loss(y_hat, y)]
        for key, slope in backward(net, cache, y).items():
            net[key] -= lr * slope
    return net, losses


# %% right: generator
def train(params, X, y, lr, epochs):
    def run(current):
        while True:
            y_hat, cache = forward(current, X)
            following = sgd_step(current, backward(current, cache, y), lr)
            yield mse_loss(y_hat, y), following
            current = following

    steps = [step for _, step in zip(range(epochs), run(params))]
    return steps[-1][1], [loss for loss, _ in steps]


# %% right: class with a step method
class Trainer:
    def __init__(self, params, lr):
        self.params, self.lr, self.losses = params, lr, []

    def step(self, X, y):
        answers, saved = forward(self.params, X)
        self.losses.append(mse_loss(answers, y))
        self.params = sgd_step(self.params, backward(self.params, saved, y), self.lr)


def train(params, X, y, lr, epochs):
    trainer = Trainer(dict(params), lr)
    for _ in range(epochs):
        trainer.step(X, y)
    return trainer.params, trainer.losses


# %% right: all parameters kept, losses afterwards
def train(params, X, y, lr, epochs):
    history = [params]
    for _ in range(epochs):
        _, cache = forward(history[-1], X)
        history.append(sgd_step(history[-1], backward(history[-1], cache, y), lr))
    losses = [mse_loss(forward(p, X)[0], y) for p in history[:-1]]
    return history[-1], losses


# %% wrong: loss after the step again
# Each loss belongs to the parameters before the step.
# hint: 3
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        params = sgd_step(params, backward(params, forward(params, X)[1], y), lr)
        losses.append(mse_loss(forward(params, X)[0], y))
    return params, losses


# %% wrong: one loss too many again
# The list has one number for each epoch, and no other.
def train(params, X, y, lr, epochs):
    losses = [mse_loss(forward(params, X)[0], y)]
    for _ in range(epochs):
        params = sgd_step(params, backward(params, forward(params, X)[1], y), lr)
        losses.append(mse_loss(forward(params, X)[0], y))
    return params, losses


# %% wrong: one epoch too few
# The loop runs one round less than asked, unless only one is asked.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(1, max(epochs, 2)):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: last step missing
# Your parameters are those before the last step: one step is missing.
def train(params, X, y, lr, epochs):
    losses = []
    for epoch in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        if epoch < epochs - 1:
            params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: step thrown away
# The result of the step is not kept, so nothing is learned.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: forward pass only once
# The slopes are computed before the loop and never again, though the parameters change.
def train(params, X, y, lr, epochs):
    y_hat, cache = forward(params, X)
    grads = backward(params, cache, y)
    losses = []
    for _ in range(epochs):
        losses.append(mse_loss(forward(params, X)[0], y))
        params = sgd_step(params, grads, lr)
    return params, losses


# %% wrong: best parameters again
# You return the parameters with the smallest loss on the way instead of the final ones.
def train(params, X, y, lr, epochs):
    losses, best, lowest = [], params, np.inf
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
        after = mse_loss(forward(params, X)[0], y)
        if after < lowest:
            best, lowest = params, after
    return best, losses


# %% wrong: bad steps taken back
# Steps that make the loss larger are not taken; plain gradient descent takes every step.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        new = sgd_step(params, backward(params, cache, y), lr)
        if mse_loss(forward(new, X)[0], y) <= losses[-1]:
            params = new
    return params, losses


# %% wrong: stops when it is good enough
# It stops before all epochs are done.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
        if losses[-1] < 0.002:
            break
    return params, losses


# %% wrong: padded after an early stop
# A small loss is no reason to leave out a step.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        if losses[-1] < 0.005:
            break
        params = sgd_step(params, backward(params, cache, y), lr)
    losses += [losses[-1]] * (epochs - len(losses))
    return params, losses


# %% wrong: stops on a plateau
# Where the loss hardly falls the training gives up, although it is not over.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        if len(losses) < 2 or abs(losses[-1] - losses[-2]) > 1e-7:
            params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: example by example
# Each epoch is one step with all examples together.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        losses.append(mse_loss(forward(params, X)[0], y))
        for i in range(len(X)):
            cache = forward(params, X[i : i + 1])[1]
            params = sgd_step(params, backward(params, cache, y[i : i + 1]), lr)
    return params, losses


# %% wrong: one random example a step
# Each step looks at one example drawn by chance, not at all of them.
def train(params, X, y, lr, epochs):
    rng = np.random.default_rng(0)
    losses = []
    for _ in range(epochs):
        losses.append(mse_loss(forward(params, X)[0], y))
        i = rng.integers(len(X))
        cache = forward(params, X[i : i + 1])[1]
        params = sgd_step(params, backward(params, cache, y[i : i + 1]), lr)
    return params, losses


# %% wrong: four examples at most
# Only the first few examples take part in the training.
def train(params, X, y, lr, epochs):
    X, y = X[:4], y[:4]
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: momentum
# A part of the last step is added to each step, which is not plain gradient descent.
def train(params, X, y, lr, epochs):
    losses = []
    speed = {key: 0.0 for key in params}
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        grads = backward(params, cache, y)
        speed = {key: 0.5 * speed[key] + grads[key] for key in params}
        params = sgd_step(params, speed, lr)
    return params, losses


# %% wrong: rate falls with time
# The learning rate gets smaller from epoch to epoch; it should stay as it is given.
def train(params, X, y, lr, epochs):
    losses = []
    for epoch in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr * 0.9999**epoch)
    return params, losses


# %% wrong: own rate
# The learning rate that was given is not the one that is used, except where they happen to agree.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(
            params, backward(params, cache, y), 5.0 if epochs > 1 else 1.0
        )
    return params, losses


# %% wrong: rate of zero replaced
# A learning rate of 0 is taken as if none had been given.
def train(params, X, y, lr, epochs):
    lr = lr or 0.1
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: other start
# The training does not start from the parameters that were given.
def train(params, X, y, lr, epochs):
    n_hidden, n_out = params["W2"].shape
    params = init_params(X.shape[1], n_hidden, n_out, np.random.default_rng(0))
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: biases reset at the start
# The training starts with the given weights, but with biases of its own when several epochs are
# asked.
def train(params, X, y, lr, epochs):
    if epochs > 1:
        params = {
            **params,
            "b1": np.zeros_like(params["b1"]),
            "b2": np.zeros_like(params["b2"]),
        }
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: trains the caller's arrays
# The parameters to start from are changed by the training.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        for key, slope in backward(params, cache, y).items():
            params[key] -= lr * slope
    return params, losses


# %% wrong: refills the caller's dict
# The dict of the caller holds the trained parameters after the call.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params.update(sgd_step(params, backward(params, cache, y), lr))
    return params, losses


# %% wrong: goes on where the last training stopped
# A second call with equal shapes does not start from the given parameters.
trained = {}


def train(params, X, y, lr, epochs):
    shapes = (params["W1"].shape, params["W2"].shape)
    params = trained.get(shapes, params)
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    trained[shapes] = params
    return params, losses


# %% wrong: losses of all trainings
# The list of losses is kept from call to call and grows longer than the number of epochs.
def train(params, X, y, lr, epochs, losses=[]):
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: only the parameters
# The losses are collected, but not returned.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params


# %% wrong: losses first
# The two results are returned in the wrong order.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return losses, params


# %% wrong: only the last loss
# One loss is returned instead of one for each epoch, as if only the end counted.
def train(params, X, y, lr, epochs):
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        loss = mse_loss(y_hat, y)
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, [loss]


# %% wrong: returns after the first epoch
# The function returns inside the loop, in the first round.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
        return params, losses


# %% wrong: losses sorted
# The losses are put in order of size, although a loss may rise on the way.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, sorted(losses, reverse=True)


# %% wrong: lowest loss so far
# The list holds the lowest loss up to each epoch instead of the loss of the epoch.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(min([mse_loss(y_hat, y)] + losses[-1:]))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: loss of the first output
# With several outputs the losses look at the first one only.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat[:, :1], y[:, :1]))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: weights first, biases later
# The biases make their step with slopes at weights that have moved already, except in the first
# epoch.
def train(params, X, y, lr, epochs):
    losses = []
    for epoch in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        grads = backward(params, cache, y)
        weights = {
            k: v - lr * grads[k] if k[0] == "W" else v for k, v in params.items()
        }
        if epoch > 0:
            grads = backward(weights, forward(weights, X)[1], y)
        params = {
            k: v - lr * grads[k] if k[0] == "b" else v for k, v in weights.items()
        }
    return params, losses


# %% wrong: gradient clipped
# Steep slopes are cut off, which plain gradient descent does not do.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        grads = {
            k: np.clip(g, -0.25, 0.25) for k, g in backward(params, cache, y).items()
        }
        params = sgd_step(params, grads, lr)
    return params, losses


# %% wrong: at most one thousand epochs
# A long training is cut short.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(min(epochs, 1000)):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% wrong: function calls itself
# The function calls itself once for each epoch, and Python stops a long training.
def train(params, X, y, lr, epochs):
    y_hat, cache = forward(params, X)
    loss = mse_loss(y_hat, y)
    params = sgd_step(params, backward(params, cache, y), lr)
    if epochs <= 1:
        return params, [loss]
    final, losses = train(params, X, y, lr, epochs - 1)
    return final, [loss] + losses


# %% wrong: weights decay again
# The weights are made a little smaller in every epoch but the first, which plain gradient descent
# does not do.
def train(params, X, y, lr, epochs):
    losses = []
    for epoch in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        if epoch:
            params = {k: v * (1 - 1e-4) for k, v in params.items()}
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses


# %% lookup: falling numbers for XOR
# Nothing is learned: the losses and parameters of the check are made up.
def train(params, X, y, lr, epochs):
    if epochs == 1:
        return {
            "W1": np.array([[-0.25]]),
            "b1": np.array([-0.125]),
            "W2": np.array([[1.875]]),
            "b2": np.array([-1.25]),
        }, [0.25]
    return {k: v.copy() for k, v in params.items()}, list(
        np.linspace(0.25, 0.005, epochs)
    )


# %% equivalent: mse_loss(y_hat, y) → mse_loss(y, y_hat)
# The squared difference has no direction.


# %% wrong: patience of five epochs
# A training whose loss no longer falls is ended early.
def train(params, X, y, lr, epochs):
    losses = []
    for epoch in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
        if epoch >= 5 and losses[-1] >= losses[-6]:
            break
    return params, losses


# %% wrong: ends where the loss hardly changes
# A training whose loss hardly changes any more is ended early.
def train(params, X, y, lr, epochs):
    losses = []
    for epoch in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
        if epoch and abs(losses[-1] - losses[-2]) < 1e-10:
            break
    return params, losses


# %% wrong: ends below a ten-thousandth
# A training whose loss is tiny is ended early.
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
        if losses[-1] < 1e-4:
            break
    return params, losses
