"""Answers to `sgd_step` of 05_backprop_xor, right and wrong."""


# %% right: loop over the keys
def sgd_step(params, grads, lr):
    new = {}
    for key in params:
        new[key] = params[key] - lr * grads[key]
    return new


# %% right: copy, then change the copy
def sgd_step(params, grads, lr):
    new = {key: value.copy() for key, value in params.items()}
    for key in new:
        new[key] -= lr * grads[key]
    return new


# %% right: plus the negative
def sgd_step(params, grads, lr):
    return {key: value + (-lr) * grads[key] for key, value in params.items()}


# %% right: NumPy's functions
def sgd_step(params, grads, lr):
    return dict((k, np.subtract(params[k], np.multiply(lr, grads[k]))) for k in grads)


# %% wrong: uphill
# The step goes with the gradient, so the loss would grow.
def sgd_step(params, grads, lr):
    return {key: params[key] + lr * grads[key] for key in params}


# %% wrong: no rate
# The length of the step does not depend on the learning rate.
def sgd_step(params, grads, lr):
    return {key: params[key] - grads[key] for key in params}


# %% wrong: in place
# The old parameters are changed as well.
def sgd_step(params, grads, lr):
    for key in params:
        params[key] -= lr * grads[key]
    return params


# %% wrong: shallow copy
# The dict is new, but its arrays are the old ones.
def sgd_step(params, grads, lr):
    new = dict(params)
    for key in new:
        new[key] -= lr * grads[key]
    return new


# %% wrong: shortcut for no step
# When the step is zero, the old arrays themselves come back.
def sgd_step(params, grads, lr):
    if lr == 0:
        return params
    return {key: params[key] - lr * grads[key] for key in params}


# %% wrong: nothing returned
# The new parameters are computed, but not handed back.
def sgd_step(params, grads, lr):
    new = {key: params[key] - lr * grads[key] for key in params}


# %% wrong: weights only
# The biases have to move, too.
def sgd_step(params, grads, lr):
    return {
        key: params[key] - lr * grads[key]
        if key.startswith("W")
        else params[key].copy()
        for key in params
    }


# %% wrong: four keys by heart
# It works for one network only: other keys are possible.
def sgd_step(params, grads, lr):
    return {key: params[key] - lr * grads[key] for key in ("W1", "b1", "W2", "b2")}


# %% wrong: sign of the gradient
# Only the direction of each slope is used, not its size.
def sgd_step(params, grads, lr):
    return {key: params[key] - lr * np.sign(grads[key]) for key in params}


# %% wrong: by position
# The two dicts may have their keys in different orders.
def sgd_step(params, grads, lr):
    return {
        key: p - lr * g for key, p, g in zip(params, params.values(), grads.values())
    }


# %% wrong: slopes cut off
# Slopes larger than 1 count in full.
def sgd_step(params, grads, lr):
    return {key: params[key] - lr * np.clip(grads[key], -1, 1) for key in params}


# %% wrong: gradients changed
# The gradients that were passed in are scaled in place.
def sgd_step(params, grads, lr):
    new = {}
    for key in params:
        grads[key] *= lr
        new[key] = params[key] - grads[key]
    return new
