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
# The old arrays themselves are changed, since an operator such as -= works in place.
# hint: 1
def sgd_step(params, grads, lr):
    for key in params:
        params[key] -= lr * grads[key]
    return params


# %% wrong: shallow copy
# The old arrays themselves are changed, since an operator such as -= works in place.
# hint: 1
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


# %% wrong: remembers earlier steps
# It adds a part of the steps of earlier calls; each call stands for itself.
def sgd_step(params, grads, lr, earlier={}):
    new = {}
    for key in params:
        step = lr * grads[key]
        if key in earlier and earlier[key].shape == step.shape:
            step = step + 0.5 * earlier[key]
        earlier[key] = step
        new[key] = params[key] - step
    return new


# %% wrong: learning rate not above one
# A rate above 1 is cut down to 1.
def sgd_step(params, grads, lr):
    return {key: params[key] - min(lr, 1.0) * grads[key] for key in params}


# %% wrong: gradients of length one
# The gradient is scaled to the length 1; its size counts, too.
def sgd_step(params, grads, lr):
    length = np.sqrt(sum(np.sum(g**2) for g in grads.values())) or 1.0
    return {key: params[key] - lr * grads[key] / length for key in params}


# %% wrong: only the step
# The step is returned without the parameters from which it starts.
def sgd_step(params, grads, lr):
    return {key: -lr * grads[key] for key in params}


# %% right: comprehension
def sgd_step(params, grads, lr):
    return {key: np.array(params[key] - lr * grads[key]) for key in params}


# %% right: loop over items
def sgd_step(params, grads, lr):
    new = {}
    for name, value in params.items():
        new[name] = np.asarray(value - lr * grads[name])
    return new


# %% right: copies moved in place
def sgd_step(params, grads, lr):
    new = {key: np.array(value, dtype=float) for key, value in params.items()}
    for key in new:
        new[key] -= lr * grads[key]
    return new


# %% right: deep copy
import copy


def sgd_step(params, grads, lr):
    moved = copy.deepcopy(params)
    for key, slope in grads.items():
        moved[key] = np.array(moved[key] + (-lr) * slope)
    return moved


# %% right: entry by entry
def sgd_step(params, grads, lr):
    result = {}
    for key in params:
        w, g = params[key], grads[key]
        out = np.empty(w.shape)
        for place in np.ndindex(w.shape):
            out[place] = w[place] - lr * g[place]
        result[key] = out
    return result


# %% right: subtract into new arrays
def sgd_step(params, grads, lr):
    return dict(
        (k, np.subtract(w, np.multiply(lr, grads[k]), out=np.empty(np.shape(w))))
        for k, w in params.items()
    )


# %% right: map over the keys
def sgd_step(params, grads, lr):
    keys = list(params)
    moved = map(lambda key: np.array(params[key] - grads[key] * lr), keys)
    return dict(zip(keys, moved))


# %% right: flat lists
def sgd_step(params, grads, lr):
    def move(w, g):
        numbers = [a - lr * b for a, b in zip(w.flat, g.flat)]
        return np.array(numbers, dtype=float).reshape(w.shape)

    return {key: move(w, grads[key]) for key, w in params.items()}


# %% wrong: divided by the rate
# A larger learning rate should make a larger step, not a smaller one.
def sgd_step(params, grads, lr):
    return {
        key: params[key] - grads[key] / lr if lr else params[key] + 0 for key in params
    }


# %% wrong: old dict refilled
# The arrays are new, but they are put into the old dict, which should stay as it is.
def sgd_step(params, grads, lr):
    for key in params:
        params[key] = params[key] - lr * grads[key]
    return params


# %% wrong: shallow copy again
# The old arrays themselves are changed, since an operator such as -= works in place.
# hint: 1
def sgd_step(params, grads, lr):
    new = params.copy()
    for key in new:
        new[key] -= lr * grads[key]
    return new


# %% wrong: nothing to do for rate zero
# When the step is zero, the old arrays themselves come back.
def sgd_step(params, grads, lr):
    if lr == 0:
        return dict(params)
    return {key: params[key] - lr * grads[key] for key in params}


# %% wrong: nothing to do for slope zero
# A parameter whose slope is zero everywhere is handed on as the same array.
def sgd_step(params, grads, lr):
    return {
        key: params[key] - lr * grads[key] if np.any(grads[key]) else params[key]
        for key in params
    }


# %% wrong: view of the old parameters
# The old arrays themselves are changed, since an operator such as -= works in place.
# hint: 1
def sgd_step(params, grads, lr):
    new = {key: value.reshape(value.shape) for key, value in params.items()}
    for key in new:
        np.subtract(new[key], lr * grads[key], out=new[key])
    return new


# %% wrong: only weights and biases of the network
# Only four particular keys are looked for; the function should work with any.
def sgd_step(params, grads, lr):
    return {
        key: params[key] - lr * grads[key]
        for key in ("W1", "b1", "W2", "b2")
        if key in params
    }


# %% wrong: only the first key
# The function returns inside the loop, so only one parameter is left.
def sgd_step(params, grads, lr):
    new = {}
    for key in params:
        new[key] = params[key] - lr * grads[key]
        return new


# %% wrong: biases stay
# Parameters whose name begins with b are copied, but never moved.
def sgd_step(params, grads, lr):
    return {
        key: params[key].copy()
        if key.startswith("b")
        else params[key] - lr * grads[key]
        for key in params
    }


# %% wrong: matched by order
# The two dicts may have their keys in different orders.
def sgd_step(params, grads, lr):
    return {
        key: w - lr * g for key, w, g in zip(params, params.values(), grads.values())
    }


# %% wrong: flattened
# Arrays with several axes come back as flat ones.
def sgd_step(params, grads, lr):
    return {key: params[key].ravel() - lr * grads[key].ravel() for key in params}


# %% right: lists instead of arrays
def sgd_step(params, grads, lr):
    return {key: (params[key] - lr * grads[key]).tolist() for key in params}


# %% wrong: steps clipped
# A step longer than 1 is cut off.
def sgd_step(params, grads, lr):
    return {key: params[key] - np.clip(lr * grads[key], -1, 1) for key in params}


# %% wrong: gradient of length one
# Only the direction of the gradient counts here; its size is lost.
def sgd_step(params, grads, lr):
    new = {}
    for key in params:
        length = np.linalg.norm(grads[key])
        new[key] = params[key] - lr * grads[key] / (length if length else 1)
    return new


# %% wrong: momentum
# A part of the last step is added to this one, so the result depends on earlier calls.
speed = {}


def sgd_step(params, grads, lr):
    new = {}
    for key in params:
        step = lr * grads[key]
        if key in speed and speed[key].shape == step.shape:
            step = step + 0.9 * speed[key]
        speed[key] = step
        new[key] = params[key] - step
    return new


# %% wrong: result arrays used again
# The arrays of an earlier result are used for the next one, so the earlier result changes.
buffers = {}


def sgd_step(params, grads, lr):
    new = {}
    for key, w in params.items():
        place = (key, w.shape)
        if place not in buffers:
            buffers[place] = np.empty(w.shape)
        np.subtract(w, lr * grads[key], out=buffers[place])
        new[key] = buffers[place]
    return new


# %% wrong: shrinks the weights
# The old weights are made a little smaller before the step, which the formula does not do.
def sgd_step(params, grads, lr):
    return {key: params[key] * (1 - 0.01 * lr) - lr * grads[key] for key in params}


# %% wrong: matrices transposed
# A parameter with two axes comes back with rows and columns swapped.
def sgd_step(params, grads, lr):
    return {key: (params[key] - lr * grads[key]).T for key in params}


# %% wrong: same slope for the whole array
# Every entry moves by the average slope of its array.
def sgd_step(params, grads, lr):
    return {key: params[key] - lr * np.mean(grads[key]) for key in params}


# %% wrong: steps only downwards
# Where the slope is negative, the parameter does not move as it should.
def sgd_step(params, grads, lr):
    return {key: params[key] - lr * np.abs(grads[key]) for key in params}


# %% wrong: rate at most one
# A rate above 1 is cut down to 1.
def sgd_step(params, grads, lr):
    lr = min(lr, 1.0)
    return {key: params[key] - lr * grads[key] for key in params}


# %% lookup: the step of the check
# One particular step is written into the code; every other step is wrong.
def sgd_step(params, grads, lr):
    if lr == 0.1:
        return {key: np.array([0.0, 3.0]) for key in params}
    return {key: params[key].copy() for key in params}
