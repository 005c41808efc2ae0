"""Answers to `forward_pass` of 02_chain_rule, right and wrong."""


# %% right: plain
def forward_pass(x, w1, w2, y):
    z1 = x * w1
    a1 = 1 / (1 + np.exp(-z1))
    z2 = a1 * w2
    error = z2 - y
    return {"z1": z1, "a1": a1, "z2": z2, "loss": error * error}


# %% right: filled dict
def forward_pass(x, w1, w2, y):
    cache = {}
    cache["z1"] = w1 * x
    cache["a1"] = sigmoid(cache["z1"])
    cache["z2"] = w2 * cache["a1"]
    cache["loss"] = (y - cache["z2"]) ** 2
    return cache


# %% right: dict()
def forward_pass(x, w1, w2, y):
    z1 = np.multiply(w1, x)
    a1 = np.exp(z1) / (np.exp(z1) + 1)
    z2 = np.multiply(w2, a1)
    return dict(loss=np.square(z2 - y), z2=z2, a1=a1, z1=z1)


# %% right: tanh
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = 0.5 + 0.5 * np.tanh(0.5 * z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": abs(z2 - y) ** 2}


# %% right: arrays of shape ()
def forward_pass(x, w1, w2, y):
    z1 = np.asarray(w1) * np.asarray(x)
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": np.asarray((z2 - y) ** 2)}


# %% wrong: half in the loss
# The loss of this notebook has no factor in front.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": 0.5 * (z2 - y) ** 2}


# %% wrong: no square
# The loss is a squared distance.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": abs(z2 - y)}


# %% wrong: no activation
# The activation between the two weights is missing.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    z2 = w2 * z1
    return {"z1": z1, "a1": z1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: second layer takes z1
# The second weight multiplies what the activation returns.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * z1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: activation at the output
# The output is not squeezed again; the loss compares z2 with the target.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (sigmoid(z2) - y) ** 2}


# %% wrong: weights exchanged
# The two weights are exchanged.
def forward_pass(x, w1, w2, y):
    z1 = w2 * x
    a1 = sigmoid(z1)
    z2 = w1 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: tanh
# The activation of this network is another one.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = np.tanh(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: loss only
# All four values are asked for, by name.
def forward_pass(x, w1, w2, y):
    return (w2 * sigmoid(w1 * x) - y) ** 2


# %% wrong: tuple
# A dict is asked for, so that each value has a name.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return z1, a1, z2, (z2 - y) ** 2


# %% wrong: other key
# The keys of the dict are part of the agreement.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "L": (z2 - y) ** 2}


# %% wrong: minus in the exponent lost
# The curve runs the wrong way: it should rise with z.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = 1 / (1 + np.exp(z1))
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: rounded
# The values are rounded; keep all their digits.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = round(float(sigmoid(z1)), 4)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: positive only
# Your z1 is never negative, but a weight or an input may be.
def forward_pass(x, w1, w2, y):
    z1 = abs(w1 * x)
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: difference of the squares
# Output and target are squared one by one; their difference is meant.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": z2**2 - y**2}


# %% equivalent: z2 - y → y - z2
# The difference is squared.
