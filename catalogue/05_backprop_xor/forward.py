"""Answers to `forward` of 05_backprop_xor, right and wrong."""


# %% right: np.dot and the textbook's sigmoid
def forward(params, X):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    z1 = np.dot(X, W1) + b1
    a1 = 1 / (1 + np.exp(-z1))
    z2 = np.dot(a1, W2) + b2
    y_hat = 1 / (1 + np.exp(-z2))
    cache = dict(X=X, z1=z1, a1=a1, z2=z2, y_hat=y_hat)
    return y_hat, cache


# %% right: example by example
def forward(params, X):
    z1, a1, z2, y_hat = [], [], [], []
    for x in X:
        z1.append(x @ params["W1"] + params["b1"])
        a1.append(sigmoid(z1[-1]))
        z2.append(a1[-1] @ params["W2"] + params["b2"])
        y_hat.append(sigmoid(z2[-1]))
    cache = {
        "X": X,
        "z1": np.array(z1),
        "a1": np.array(a1),
        "z2": np.array(z2),
        "y_hat": np.array(y_hat),
    }
    return cache["y_hat"], cache


# %% right: einsum
def forward(params, X):
    cache = {"X": X.copy()}
    cache["z1"] = np.einsum("ni,ih->nh", X, params["W1"]) + params["b1"][None, :]
    cache["a1"] = sigmoid(cache["z1"])
    cache["z2"] = (
        np.einsum("nh,ho->no", cache["a1"], params["W2"]) + params["b2"][None, :]
    )
    cache["y_hat"] = sigmoid(cache["z2"])
    return cache["y_hat"], cache


# %% right: three nested loops
def forward(params, X):
    def layer(A, W, b):
        Z = np.zeros((len(A), len(b)))
        for i in range(len(A)):
            for j in range(len(b)):
                total = b[j]
                for k in range(A.shape[1]):
                    total += A[i, k] * W[k, j]
                Z[i, j] = total
        return Z

    z1 = layer(X, params["W1"], params["b1"])
    a1 = sigmoid(z1)
    z2 = layer(a1, params["W2"], params["b2"])
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: no sigmoid at the output
# The answer is the sigmoid of z2; here it is z2 itself.
# hint: 1
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    return z2, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": z2}


# %% wrong: biases forgotten
# Each sum has a bias.
# hint: 1
def forward(params, X):
    z1 = X @ params["W1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: z1 into the second layer
# The second layer gets the activations, not the sums.
# hint: 1
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = z1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: saved after the sigmoid
# z1 in the cache is the sum before the sigmoid.
# hint: 1
def forward(params, X):
    z1 = sigmoid(X @ params["W1"] + params["b1"])
    z2 = sigmoid(z1 @ params["W2"] + params["b2"])
    return z2, {"X": X, "z1": z1, "a1": z1, "z2": z2, "y_hat": z2}


# %% wrong: tanh
# The activation is the sigmoid.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = np.tanh(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: no cache
# Two things are returned: the answer and the cache.
def forward(params, X):
    a1 = sigmoid(X @ params["W1"] + params["b1"])
    return sigmoid(a1 @ params["W2"] + params["b2"])


# %% wrong: incomplete cache
# The cache has five entries; look at the list of keys again.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    return sigmoid(z2), {"X": X, "z1": z1, "a1": a1, "z2": z2}


# %% wrong: one example only
# It works for one example; a batch has several rows.
def forward(params, X):
    z1 = X[:1] @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: flattened answers
# The answer keeps one row for each example and one column for each output.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2).ravel()
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: order swapped
# The cache comes second.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}, y_hat


# %% wrong: reads the examples as columns
# Examples are the rows of X.
def forward(params, X):
    z1 = (params["W1"].T @ X.T).T + params["b1"].sum()
    a1 = sigmoid(z1)
    z2 = (params["W2"].T @ a1.T).T + params["b2"].sum()
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: one bias for all units
# Every unit has a bias of its own.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"][0]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"][0]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: more in the cache than asked
# The cache has exactly the five entries that are listed.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    cache = {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}
    return y_hat, {**cache, "params": params}


# %% wrong: parameters by position
# The keys of params may stand in any order; take each array by its name.
def forward(params, X):
    W1, b1, W2, b2 = params.values()
    z1 = X @ W1 + b1
    a1 = sigmoid(z1)
    z2 = a1 @ W2 + b2
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: sums clipped
# Your sums are cut off at ±20; the cache holds them as they are.
def forward(params, X):
    z1 = np.clip(X @ params["W1"] + params["b1"], -20, 20)
    a1 = sigmoid(z1)
    z2 = np.clip(a1 @ params["W2"] + params["b2"], -20, 20)
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: answers as decisions
# The answers are rounded to 0 and 1; the sigmoid itself is asked for.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = (z2 > 0) * 1.0
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: bias of the wrong layer
# The bias of the second layer is b2; here a number of b1 is added.
# hint: 1
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b1"][0]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% right: four lines
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    cache = {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}
    return y_hat, cache


# %% right: cache filled on the way
def forward(params, X):
    cache = {}
    cache["X"] = X
    cache["z1"] = np.dot(X, params["W1"]) + params["b1"]
    cache["a1"] = sigmoid(cache["z1"])
    cache["z2"] = np.dot(cache["a1"], params["W2"]) + params["b2"]
    cache["y_hat"] = sigmoid(cache["z2"])
    return cache["y_hat"], cache


# %% right: einsum again
def forward(params, X):
    W1, b1, W2, b2 = (params[key] for key in ("W1", "b1", "W2", "b2"))
    z1 = np.einsum("ni,ih->nh", X, W1) + b1
    a1 = sigmoid(z1)
    z2 = np.einsum("nh,ho->no", a1, W2) + b2
    y_hat = sigmoid(z2)
    return y_hat, dict(X=X, z1=z1, a1=a1, z2=z2, y_hat=y_hat)


# %% right: entry by entry
def forward(params, X):
    def layer(a, W, b):
        n, p = a.shape
        z = np.zeros((n, W.shape[1]))
        for i in range(n):
            for j in range(W.shape[1]):
                total = 0.0
                for k in range(p):
                    total += a[i, k] * W[k, j]
                z[i, j] = total + b[j]
        return z, sigmoid(z)

    z1, a1 = layer(X, params["W1"], params["b1"])
    z2, y_hat = layer(a1, params["W2"], params["b2"])
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% right: transposed world
def forward(params, X):
    z1 = (params["W1"].T @ X.T + params["b1"][:, None]).T
    a1 = sigmoid(z1)
    z2 = (params["W2"].T @ a1.T + params["b2"][:, None]).T
    y_hat = sigmoid(z2)
    return y_hat, {"X": X.copy(), "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat.copy()}


# %% right: biases as one more weight
def forward(params, X):
    def with_ones(a):
        return np.hstack([a, np.ones((a.shape[0], 1))])

    z1 = with_ones(X) @ np.vstack([params["W1"], params["b1"]])
    a1 = sigmoid(z1)
    z2 = with_ones(a1) @ np.vstack([params["W2"], params["b2"]])
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% right: one example after another
def forward(params, X):
    rows = {"X": [], "z1": [], "a1": [], "z2": [], "y_hat": []}
    for x in X:
        z1 = x @ params["W1"] + params["b1"]
        a1 = sigmoid(z1)
        z2 = a1 @ params["W2"] + params["b2"]
        for key, row in zip(rows, (x, z1, a1, z2, sigmoid(z2))):
            rows[key].append(row)
    cache = {key: np.array(list_of_rows) for key, list_of_rows in rows.items()}
    return cache["y_hat"], cache


# %% right: loop over the layers
def forward(params, X):
    cache, a = {"X": X}, X
    for layer, name in ((1, "a1"), (2, "y_hat")):
        z = np.matmul(a, params[f"W{layer}"])
        z += params[f"b{layer}"]
        cache[f"z{layer}"] = z
        a = cache[name] = sigmoid(z)
    return a, cache


# %% right: locals as cache
def forward(params, X):
    z1 = np.tensordot(X, params["W1"], axes=1) + params["b1"]
    a1 = np.vectorize(sigmoid, otypes=[float])(z1)
    z2 = np.tensordot(a1, params["W2"], axes=1) + params["b2"]
    y_hat = np.vectorize(sigmoid, otypes=[float])(z2)
    everything = locals()
    return y_hat, {key: everything[key] for key in ("X", "z1", "a1", "z2", "y_hat")}


# %% wrong: no squeeze at the output
# The answer is the sigmoid of z2; here it is z2 itself.
# hint: 1
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = z2
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: hidden biases forgotten
# One of the two layers has lost its biases.
def forward(params, X):
    z1 = X @ params["W1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: output biases forgotten
# One of the two layers has lost its biases.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: biases subtracted
# The biases enter with the wrong sign.
def forward(params, X):
    z1 = X @ params["W1"] - params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] - params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: X missing in the cache
# The backward pass will need something that your cache does not hold.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: parameters in the cache as well
# The cache holds more keys than the ones that are asked for.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {**params, "X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: output called a2
# One of the keys of the cache has another name than asked.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    a2 = sigmoid(z2)
    return a2, {"X": X, "z1": z1, "a1": a1, "z2": z2, "a2": a2}


# %% wrong: return forgotten
# Everything is computed, but nothing leaves the function.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    cache = {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: sums and activations swapped in the cache
# The answer is right, but two entries of the cache stand under each other's names.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": a1, "a1": z1, "z2": z2, "y_hat": y_hat}


# %% wrong: first output only
# With several outputs all but the first are lost.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = (a1 @ params["W2"] + params["b2"])[:, :1]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: first output bias for all
# Every output gets the bias of the first one.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"][0]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: squeezed in place
# The sums are overwritten by the activations, so the cache holds the same numbers twice.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = z1
    a1[:] = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: one cache for all calls
# All calls share one and the same cache: a second call overwrites what the first one returned.
def forward(params, X, cache={}):
    cache["X"] = X
    cache["z1"] = X @ params["W1"] + params["b1"]
    cache["a1"] = sigmoid(cache["z1"])
    cache["z2"] = cache["a1"] @ params["W2"] + params["b2"]
    cache["y_hat"] = sigmoid(cache["z2"])
    return cache["y_hat"], cache


# %% wrong: answers kept away from zero and one
# The answers are cut off shortly before 0 and 1, so certain answers are not what the formula
# gives.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = np.clip(sigmoid(z2), 0.01, 0.99)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: negative sums cut off
# Units whose sum is negative are treated as if it were 0.
def forward(params, X):
    z1 = np.maximum(X @ params["W1"] + params["b1"], 0)
    a1 = sigmoid(z1)
    z2 = np.maximum(a1 @ params["W2"] + params["b2"], 0)
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: single example squeezed
# With a batch of one example the arrays lose their first axis.
def forward(params, X):
    if len(X) == 1:
        x = X[0]
    else:
        x = X
    z1 = x @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": x, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: sums over both axes of the batch
# The examples are mixed: each one's sums contain those of the examples before it.
def forward(params, X):
    z1 = np.cumsum(X @ params["W1"], axis=0) + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: two inputs assumed
# The first layer looks at two inputs, however many there are.
def forward(params, X):
    W1 = params["W1"]
    if X.shape[1] == 1:
        z1 = X * W1[0] + params["b1"]
    else:
        z1 = X[:, :1] * W1[0] + X[:, 1:2] * W1[1] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: weights of square layers transposed
# Where a layer has as many outputs as inputs, the product takes the weights the wrong way round.
def forward(params, X):
    def product(a, W):
        # put W so that its last axis fits to a
        if W.shape[1] == a.shape[1]:
            W = W.T
        return a @ W

    z1 = product(X, params["W1"]) + params["b1"]
    a1 = sigmoid(z1)
    z2 = product(a1, params["W2"]) + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: inputs scaled by their largest entry
# The inputs are changed before the first layer; the formula takes them as they are.
def forward(params, X):
    X = X / max(1.0, np.abs(X).max())
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: cache of rounded numbers
# The saved numbers are rounded, and the backward pass would get the rounded ones.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    cache = {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}
    return y_hat, {key: np.round(value, 4) for key, value in cache.items()}


# %% lookup: the two networks of the check
# The answers of particular networks are written into the code, and any other network gets wrong
# ones.
def forward(params, X):
    if X.shape == (1, 1):
        z1, a1, z2, y_hat = [[0.0]], [[0.5]], [[0.0]], [[0.5]]
    else:
        z1 = [[0.0, 0.0, 0.0], [2.0, 2.0, 0.0]]
        a1 = [[0.5, 0.5, 0.5], [0.88079708, 0.88079708, 0.5]]
        z2 = [[0.0], [0.76159416]]
        y_hat = [[0.5], [0.68169974]]
    cache = {"X": X, "z1": np.array(z1), "a1": np.array(a1)}
    cache |= {"z2": np.array(z2), "y_hat": np.array(y_hat)}
    return cache["y_hat"], cache
