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
# The output is squeezed as well.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    return z2, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": z2}


# %% wrong: biases forgotten
# Each sum has a bias.
def forward(params, X):
    z1 = X @ params["W1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: z1 into the second layer
# The second layer gets the activations, not the sums.
def forward(params, X):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = z1 @ params["W2"] + params["b2"]
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


# %% wrong: saved after the sigmoid
# z1 in the cache is the sum before the sigmoid.
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
