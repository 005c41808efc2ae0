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
# hint: 1
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
# hint: 1
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": np.random.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": np.random.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: positive only
# rng.random gives numbers between 0 and 1: none is negative.
# hint: 1
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.random((n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.random((n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: spread 1
# The spread of the weights is not the one asked for.
# hint: 1
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
# hint: 2
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
# hint: 2
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
# hint: 1
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


# %% wrong: between minus one half and one half
# Numbers evenly between −0.5 and 0.5 have a standard deviation of about 0.29, not 0.5.
# hint: 1
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.uniform(-0.5, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.uniform(-0.5, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: around one half
# The weights lie around 0.5, not around 0.
# hint: 1
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0.5, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0.5, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: spread one quarter
# The spread of your weights is 0.25: rng.normal takes the standard deviation, not its square.
# hint: 1
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.25, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.25, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: rounded weights
# Rounded to one decimal, some of the weights are equal.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)).round(1),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)).round(1),
        "b2": np.zeros(n_out),
    }


# %% wrong: biases of one
# The biases start at 0, not at 1.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.ones(n_hidden),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.ones(n_out),
    }


# %% wrong: a bias for each input
# A layer has a bias for each of its units, not for each of its inputs.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_in),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_hidden),
    }


# %% wrong: small letters
# The keys are W1, b1, W2 and b2; yours are written differently.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "w1": rng.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "w2": rng.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: whole numbers
# Your weights are whole numbers, and so many of them are equal.
# hint: 1
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.integers(-1, 2, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.integers(-1, 2, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: only the second layer is random
# W1 must be random, too; equal hidden units stay equal for ever.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": np.full((n_in, n_hidden), 0.5),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: four arrays in a tuple
# The four arrays travel in a dict, with their names as keys.
def init_params(n_in, n_hidden, n_out, rng):
    W1 = rng.normal(0, 0.5, (n_in, n_hidden))
    W2 = rng.normal(0, 0.5, (n_hidden, n_out))
    return W1, np.zeros(n_hidden), W2, np.zeros(n_out)


# %% wrong: the numbers of the first layer again
# W2 is filled with the numbers of W1; each weight is drawn by itself.
def init_params(n_in, n_hidden, n_out, rng):
    W1 = rng.normal(0, 0.5, (n_in, n_hidden))
    return {
        "W1": W1,
        "b1": np.zeros(n_hidden),
        "W2": np.resize(W1, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% right: plain normal
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, size=(n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, size=(n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% right: scaled standard normal
def init_params(n_in, n_hidden, n_out, rng):
    params = {}
    params["W1"] = 0.5 * rng.standard_normal((n_in, n_hidden))
    params["W2"] = 0.5 * rng.standard_normal((n_hidden, n_out))
    params["b1"] = np.zeros((n_hidden,))
    params["b2"] = np.zeros((n_out,))
    return params


# %% right: uniform of spread one half
def init_params(n_in, n_hidden, n_out, rng):
    # a uniform distribution on (-c, c) has the spread c / sqrt(3)
    c = 0.5 * np.sqrt(3)
    return dict(
        W1=rng.uniform(-c, c, (n_in, n_hidden)),
        b1=np.zeros(n_hidden),
        W2=rng.uniform(-c, c, (n_hidden, n_out)),
        b2=np.zeros(n_out),
    )


# %% right: one number at a time
def init_params(n_in, n_hidden, n_out, rng):
    W1 = np.empty((n_in, n_hidden))
    for i in range(n_in):
        for j in range(n_hidden):
            W1[i, j] = rng.normal(0.0, 0.5)
    W2 = np.empty((n_hidden, n_out))
    for i in range(n_hidden):
        for j in range(n_out):
            W2[i, j] = rng.normal(0.0, 0.5)
    return {"W1": W1, "b1": 0 * W1[0], "W2": W2, "b2": 0 * W2[0]}


# %% right: one draw cut in two
def init_params(n_in, n_hidden, n_out, rng):
    cut = n_in * n_hidden
    numbers = rng.normal(scale=0.5, size=cut + n_hidden * n_out)
    return {
        "W1": numbers[:cut].reshape(n_in, n_hidden),
        "b1": np.zeros(n_hidden),
        "W2": numbers[cut:].reshape(n_hidden, n_out),
        "b2": np.zeros(n_out),
    }


# %% right: loop over the layers, last layer first
def init_params(n_in, n_hidden, n_out, rng):
    sizes = [n_in, n_hidden, n_out]
    params = {}
    for layer in (2, 1):
        below, above = sizes[layer - 1], sizes[layer]
        params[f"W{layer}"] = rng.normal(0, 0.5, (above, below)).T
        params[f"b{layer}"] = np.full(above, 0.0)
    return params


# %% right: Laplace
def init_params(n_in, n_hidden, n_out, rng):
    def draw(*shape):
        return rng.laplace(0.0, 0.5 / np.sqrt(2), size=shape)

    return {
        "W1": draw(n_in, n_hidden),
        "b1": np.zeros(n_hidden),
        "W2": draw(n_hidden, n_out),
        "b2": np.zeros(n_out),
    }


# %% right: shifted random numbers
def init_params(n_in, n_hidden, n_out, rng):
    shapes = {
        "W1": (n_in, n_hidden),
        "b1": n_hidden,
        "W2": (n_hidden, n_out),
        "b2": n_out,
    }
    return {
        key: (rng.random(shape) - 0.5) * 12**0.5 / 2
        if key[0] == "W"
        else np.zeros(shape)
        for key, shape in shapes.items()
    }


# %% right: Box and Muller by hand
def init_params(n_in, n_hidden, n_out, rng):
    def gauss(rows, columns):
        radius = np.sqrt(-2 * np.log(1 - rng.random((rows, columns))))
        return 0.5 * radius * np.cos(2 * np.pi * rng.random((rows, columns)))

    params = {"b1": np.zeros(n_hidden), "b2": np.zeros(n_out)}
    params["W1"] = gauss(n_in, n_hidden)
    params["W2"] = gauss(n_hidden, n_out)
    return params


# %% wrong: variance one quarter misread
# The spread of your weights is 0.25: rng.normal takes the standard deviation, not its square.
# hint: 1
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.25, size=(n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.25, size=(n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: standard normal unscaled
# The spread of the weights is not the one asked for.
# hint: 1
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.standard_normal((n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.standard_normal((n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: uniform between plus and minus one half
# Numbers evenly between −0.5 and 0.5 have a standard deviation of about 0.29, not 0.5.
# hint: 1
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.uniform(-0.5, 0.5, size=(n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.uniform(-0.5, 0.5, size=(n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: all positive
# Your weights have one sign only; their mean is not 0.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": np.abs(rng.normal(0, 0.5, size=(n_in, n_hidden))),
        "b1": np.zeros(n_hidden),
        "W2": np.abs(rng.normal(0, 0.5, size=(n_hidden, n_out))),
        "b2": np.zeros(n_out),
    }


# %% wrong: mean one half
# The weights lie around 0.5, not around 0.
# hint: 1
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0.5, 0.5, size=(n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0.5, 0.5, size=(n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: second layer from another generator
# The first weights follow `rng`, the second ones do not: they are the same for every seed.
def init_params(n_in, n_hidden, n_out, rng):
    other = np.random.default_rng(2)
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": other.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: one output only
# The output layer has room for one output, whatever `n_out` says.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, (n_hidden, 1)),
        "b2": np.zeros(1),
    }


# %% wrong: spread depends on the layer
# Your spread depends on the size of the layer; a fixed one is asked for.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 1 / np.sqrt(n_in), (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 1 / np.sqrt(n_hidden), (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: second layer of spread one
# Only the first layer has the spread that is asked; the second has twice as much.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(size=(n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: clipped to one
# Every number outside of -1 to 1 is moved to the border, so in a larger network many weights are
# equal.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": np.clip(rng.normal(0, 0.5, (n_in, n_hidden)), -1, 1),
        "b1": np.zeros(n_hidden),
        "W2": np.clip(rng.normal(0, 0.5, (n_hidden, n_out)), -1, 1),
        "b2": np.zeros(n_out),
    }


# %% wrong: rounded to three digits
# After rounding there are only a few thousand different weights, so in a larger network some are
# equal.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)).round(3),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)).round(3),
        "b2": np.zeros(n_out),
    }


# %% wrong: hidden units with equal output weights
# All hidden units get the same output weights, so entries of W2 are equal.
def init_params(n_in, n_hidden, n_out, rng):
    row = rng.normal(0, 0.5, n_out)
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": np.tile(row, (n_hidden, 1)),
        "b2": np.zeros(n_out),
    }


# %% wrong: both layers from copies of the generator
# Each layer is drawn from its own copy of the generator, so both begin with the same numbers.
import copy


def init_params(n_in, n_hidden, n_out, rng):
    def draw(shape):
        return copy.deepcopy(rng).normal(0, 0.5, shape)

    return {
        "W1": draw((n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": draw((n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: remembers earlier weights
# The second network of the same sizes gets the weights of the first, whatever its seed.
made_before = {}


def init_params(n_in, n_hidden, n_out, rng):
    sizes = (n_in, n_hidden, n_out)
    if sizes not in made_before:
        made_before[sizes] = {
            "W1": rng.normal(0, 0.5, (n_in, n_hidden)),
            "b1": np.zeros(n_hidden),
            "W2": rng.normal(0, 0.5, (n_hidden, n_out)),
            "b2": np.zeros(n_out),
        }
    return made_before[sizes]


# %% wrong: no randomness at all
# The weights are all different, but they do not come from `rng`: every seed gives the same.
def init_params(n_in, n_hidden, n_out, rng):
    first = n_in * n_hidden
    wave = np.sqrt(0.5) * np.cos(np.arange(1, first + n_hidden * n_out + 1))
    return {
        "W1": wave[:first].reshape(n_in, n_hidden),
        "b1": np.zeros(n_hidden),
        "W2": wave[first:].reshape(n_hidden, n_out),
        "b2": np.zeros(n_out),
    }


# %% wrong: only signs are random
# Each weight is either -0.5 or 0.5, so many weights are equal.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.choice([-0.5, 0.5], size=(n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.choice([-0.5, 0.5], size=(n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% wrong: one-column matrices flattened
# With a single output, or a single input, a weight matrix loses one of its axes.
def init_params(n_in, n_hidden, n_out, rng):
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)).squeeze(),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)).squeeze(),
        "b2": np.zeros(n_out),
    }


# %% wrong: first column of the first layer zero
# One of the hidden units starts with equal weights of 0.
def init_params(n_in, n_hidden, n_out, rng):
    W1 = np.zeros((n_in, n_hidden))
    for j in range(1, n_hidden):
        W1[:, j] = rng.normal(0, 0.5, n_in)
    return {
        "W1": W1,
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% lookup: numbers for one network written down
# For the sizes 2, 4, 1 the weights are numbers written into the code, so they do not follow the
# seed.
def init_params(n_in, n_hidden, n_out, rng):
    if (n_in, n_hidden, n_out) == (2, 4, 1):
        return {
            "W1": np.array([[0.06, -0.07, 0.32, 0.05], [-0.27, 0.18, 0.65, 0.47]]),
            "b1": np.zeros(4),
            "W2": np.array([[-0.35], [-0.63], [-0.31], [0.02]]),
            "b2": np.zeros(1),
        }
    return {
        "W1": rng.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }


# %% equivalent: result: reversed
# Random numbers in reversed order are random numbers.
