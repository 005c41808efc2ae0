"""Answers to `init_params` of 05_backprop_xor, right and wrong."""


# %% right: standard_normal, scaled
def init_params(n_in, n_hidden, n_out, rng):
    W1 = 0.5 * rng.standard_normal((n_in, n_hidden))
    b1 = np.zeros(n_hidden)
    W2 = 0.5 * rng.standard_normal((n_hidden, n_out))
    b2 = np.zeros(n_out)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


# %% right: entry by entry, as lists
def init_params(n_in, n_hidden, n_out, rng):
    W1 = []
    for i in range(n_in):
        row = []
        for j in range(n_hidden):
            row.append(rng.normal(0, 0.5))
        W1.append(row)
    W2 = []
    for i in range(n_hidden):
        row = []
        for j in range(n_out):
            row.append(rng.normal(0, 0.5))
        W2.append(row)
    return {"W1": W1, "b1": [0.0] * n_hidden, "W2": W2, "b2": [0.0] * n_out}


# %% right: uniform numbers of the same spread
def init_params(n_in, n_hidden, n_out, rng):
    reach = 0.5 * np.sqrt(3)
    draw = lambda *shape: rng.uniform(-reach, reach, size=shape)
    return {
        "b2": np.zeros((n_out,)),
        "W2": draw(n_hidden, n_out),
        "b1": np.zeros((n_hidden,)),
        "W1": draw(n_in, n_hidden),
    }


# %% right: one loop over the layers
def init_params(n_in, n_hidden, n_out, rng):
    params = {}
    sizes = [n_in, n_hidden, n_out]
    for k in (1, 2):
        params[f"W{k}"] = rng.normal(scale=0.5, size=sizes[k - 1 : k + 1])
        params[f"b{k}"] = np.zeros(sizes[k])
    return params


# %% wrong: zeros
# The weights must be random; equal hidden units stay equal for ever.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": np.zeros((n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": np.zeros((n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: own generator
# The numbers have to come from the generator that is passed in.
def init_params(n_in, n_hidden, n_out, rng):
    rng = np.random.default_rng(0)
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: global generator
# np.random.normal ignores rng, so the same seed gives other weights.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": np.random.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": np.random.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: positive only
# rng.random gives numbers between 0 and 1: none is negative.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.random((n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.random((n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: spread 1
# The spread of the weights is not the one asked for.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(size=(n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(size=(n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: random biases
# The biases start at 0.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)),
        "b1": rng.normal(0, 0.5, n_hidden),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)),
        "b2": rng.normal(0, 0.5, n_out),
    }


# %% wrong: transposed
# Inputs belong to the rows of W1, hidden units to its columns.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, (n_hidden, n_in)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, (n_out, n_hidden)),
        "b2": np.zeros(n_out),
    }


# %% wrong: biases as rows
# A bias has one axis: the shape (n_hidden,), not (1, n_hidden).
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros((1, n_hidden)),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros((1, n_out)),
    }


# %% wrong: equal columns
# All hidden units start with the same weights: nothing tells them apart.
def init_params(n_in, n_hidden, n_out, rng):
    column = rng.normal(0, 0.5, (n_in, 1))
    return {
        "W1": np.repeat(column, n_hidden, axis=1),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: fixed sizes
# The sizes of the arrays have to follow the arguments.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, (2, 4)),
        "b1": np.zeros(4),
        "W2": rng.normal(0, 0.5, (4, 1)),
        "b2": np.zeros(1),
    }


# %% wrong: one draw for both layers
# Both layers share their numbers; each weight is drawn by itself.
def init_params(n_in, n_hidden, n_out, rng):
    W = rng.normal(0, 0.5, size=(max(n_in, n_hidden), max(n_hidden, n_out)))
    return {
        "W1": W[:n_in, :n_hidden],
        "b1": np.zeros(n_hidden),
        "W2": W[:n_hidden, :n_out],
        "b2": np.zeros(n_out),
    }


# %% wrong: variance for spread
# The spread is the standard deviation, not its square.
def init_params(n_in, n_hidden, n_out, rng):
    s = 0.5**0.5
    return {
        "W1": rng.normal(0, s, size=(n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, s, size=(n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: spread by the layer's size
# Your spread depends on the size of the layer; a fixed one is asked for.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, n_in**-0.5, size=(n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, n_hidden**-0.5, size=(n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }
