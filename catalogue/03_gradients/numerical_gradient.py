"""Answers to `numerical_gradient` of 03_gradients, right and wrong."""


# %% right: ndindex
def numerical_gradient(f, x):
    h = 1e-5
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        plus = x.astype(float)
        plus[idx] += h
        minus = x.astype(float)
        minus[idx] -= h
        grad[idx] = (f(plus) - f(minus)) / (2 * h)
    return grad


# %% right: one copy, restored each time
def numerical_gradient(f, x):
    h = 1e-5
    y = np.array(x, dtype=float)
    grad = np.empty_like(y)
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        k = it.multi_index
        old = y[k]
        y[k] = old + h
        ahead = f(y)
        y[k] = old - h
        behind = f(y)
        y[k] = old
        grad[k] = (ahead - behind) / (2 * h)
    return grad


# %% right: flattened
def numerical_gradient(f, x):
    h = 1e-5
    flat = x.ravel().astype(float)
    slopes = []
    for step in h * np.eye(flat.size):
        ahead = f((flat + step).reshape(x.shape))
        behind = f((flat - step).reshape(x.shape))
        slopes.append((ahead - behind) / (2 * h))
    return np.array(slopes).reshape(x.shape)


# %% right: with partial_derivative
def numerical_gradient(f, x):
    flat = x.reshape(-1)
    wrapped = lambda v: f(v.reshape(x.shape))
    return np.array(
        [partial_derivative(wrapped, flat, i) for i in range(flat.size)]
    ).reshape(x.shape)


# %% right: partial_derivative with a tuple as its place
def numerical_gradient(f, x):
    result = np.zeros_like(x, dtype=float)
    for place, _ in np.ndenumerate(x):
        result[place] = partial_derivative(f, x, place)
    return result


# %% right: recursion over rows
def numerical_gradient(f, x):
    h = 1e-5
    x = x.astype(float)
    if x.ndim > 1:
        rows = []
        for k in range(len(x)):

            def g(row, k=k):
                y = x.copy()
                y[k] = row
                return f(y)

            rows.append(numerical_gradient(g, x[k]))
        return np.array(rows)
    return np.array([(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))])


# %% wrong: nudges pile up
# Each entry needs a fresh copy, or the earlier nudges stay in.
def numerical_gradient(f, x):
    h = 1e-3
    grad = np.zeros(x.shape)
    up, down = x.astype(float), x.astype(float)
    for k in np.ndindex(x.shape):
        up[k] += h
        down[k] -= h
        grad[k] = (f(up) - f(down)) / (2 * h)
    return grad


# %% wrong: vectors only
# With two axes, x[i] is a whole row, not an entry.
def numerical_gradient(f, x):
    h = 1e-5
    grad = np.zeros(x.shape)
    for i in range(len(x)):
        up, down = x.astype(float), x.astype(float)
        up[i] += h
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad


# %% wrong: matrices only
# An array may have one axis, two, or more.
def numerical_gradient(f, x):
    h = 1e-5
    grad = np.zeros(x.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            up, down = x.astype(float), x.astype(float)
            up[i, j] += h
            down[i, j] -= h
            grad[i, j] = (f(up) - f(down)) / (2 * h)
    return grad


# %% wrong: flat result
# The gradient has the shape of its variable.
def numerical_gradient(f, x):
    h = 1e-5
    flat = x.ravel().astype(float)
    steps = h * np.eye(flat.size)
    return np.array(
        [
            (f((flat + s).reshape(x.shape)) - f((flat - s).reshape(x.shape))) / (2 * h)
            for s in steps
        ]
    )


# %% wrong: integer gradient
# An array made like an integer array cuts decimals off.
def numerical_gradient(f, x):
    h = 1e-5
    grad = np.zeros_like(x)
    for k in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[k] += h
        down[k] -= h
        grad[k] = (f(up) - f(down)) / (2 * h)
    return grad


# %% wrong: changes its input
# What is nudged must be put back, or better: a copy is nudged.
def numerical_gradient(f, x):
    h = 1e-5
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        x[k] += h
        ahead = f(x)
        x[k] -= 2 * h
        grad[k] = (ahead - f(x)) / (2 * h)
    return grad


# %% wrong: integer step lost
# An array of whole numbers cannot store a small step.
def numerical_gradient(f, x):
    h = 1e-5
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[k] = x[k] + h
        down[k] = x[k] - h
        grad[k] = (f(up) - f(down)) / (2 * h)
    return grad


# %% wrong: forward difference
# It looks to one side only, and its error is larger than what is asked.
def numerical_gradient(f, x):
    h = 1e-5
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        up = x.astype(float)
        up[k] += h
        grad[k] = (f(up) - f(x.astype(float))) / h
    return grad


# %% wrong: tiny step
# A tiny step leaves few digits in the difference of two large numbers.
def numerical_gradient(f, x):
    h = 1e-9
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[k] += h
        down[k] -= h
        grad[k] = (f(up) - f(down)) / (2 * h)
    return grad


# %% wrong: factor 2
# How far apart are the two places at which f is evaluated?
def numerical_gradient(f, x):
    h = 1e-5
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[k] += h
        down[k] -= h
        grad[k] = (f(up) - f(down)) / h
    return grad


# %% wrong: returns too early
# Where does the return stand: inside the loop or after it?
def numerical_gradient(f, x):
    h = 1e-5
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[k] += h
        down[k] -= h
        grad[k] = (f(up) - f(down)) / (2 * h)
        return grad


# %% wrong: forward difference with a tiny step
# It looks to one side only, and its step is so tiny that f hardly changes.
def numerical_gradient(f, x):
    h = 1e-8
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        up = x.astype(float)
        up[k] += h
        grad[k] = (f(up) - f(x.astype(float))) / h
    return grad


# %% wrong: forward difference with a small step
# It looks to one side only; a smaller step does not make up for that.
def numerical_gradient(f, x):
    h = 1e-6
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        up = x.astype(float)
        up[k] += h
        grad[k] = (f(up) - f(x.astype(float))) / h
    return grad


# %% wrong: both sides with a wide step
# It looks to both sides, but with a step that is ten times too wide.
def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[k] += h
        down[k] -= h
        grad[k] = (f(up) - f(down)) / (2 * h)
    return grad


# %% wrong: columns first
# The slopes are right, but they stand in the order of the columns.
def numerical_gradient(f, x):
    h = 1e-5
    slopes = []
    for k in np.ndindex(x.T.shape):
        up, down = x.astype(float), x.astype(float)
        up.T[k] += h
        down.T[k] -= h
        slopes.append((f(up) - f(down)) / (2 * h))
    return np.reshape(slopes, x.shape)


# %% wrong: the helper's own tool
# The helper's tools check what you write, and refuse to answer for you.
def numerical_gradient(f, x):
    return dc.numeric.gradient(f, x)


# %% equivalent: np.zeros(x.shape) → np.ones(x.shape)
# Every entry is written over.
