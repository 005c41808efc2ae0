"""Answers to `jacobian` of 03_gradients, right and wrong."""


# %% right: columns stacked


def jacobian(f, x):
    h = 1e-5
    columns = []
    for j in range(len(x)):
        up, down = x.astype(float), x.astype(float)
        up[j] += h
        down[j] -= h
        columns.append((f(up) - f(down)) / (2 * h))
    return np.column_stack(columns)


# %% right: filled column by column


def jacobian(f, x):
    h = 1e-5
    x = np.array(x, dtype=float)
    m, n = len(f(x)), len(x)
    J = np.zeros((m, n))
    for j in range(n):
        e = np.zeros(n)
        e[j] = h
        J[:, j] = (f(x + e) - f(x - e)) / (2 * h)
    return J


# %% right: rows are gradients


def jacobian(f, x):
    m = len(f(x.astype(float)))
    return np.array([numerical_gradient(lambda v, i=i: f(v)[i], x) for i in range(m)])


# %% right: transposed list


def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(x.size)
    return np.array([f(x + s) - f(x - s) for s in steps]).T / (2 * h)


# %% right: two loops and partial_derivative


def jacobian(f, x):
    m = f(x * 1.0).shape[0]
    J = []
    for i in range(m):
        row = []
        for j in range(len(x)):
            row.append(partial_derivative(lambda v: f(v)[i], x, j))
        J.append(row)
    return J


# %% wrong: transposed
# A list of columns becomes an array with these as its rows.


def jacobian(f, x):
    h = 1e-5
    return np.array([(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))])


# %% wrong: square only
# The number of outputs need not be the number of inputs.


def jacobian(f, x):
    h = 1e-5
    n = len(x)
    J = np.zeros((n, n))
    for j in range(n):
        e = np.zeros(n)
        e[j] = h
        J[:, j] = (f(x + e) - f(x - e)) / (2 * h)
    return J


# %% wrong: axes dropped
# The result has two axes, also if one of them has length 1.


def jacobian(f, x):
    h = 1e-5
    columns = [(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))]
    return np.stack(columns, axis=1).squeeze()


# %% wrong: factor 2
# How far apart are the two places at which f is evaluated?


def jacobian(f, x):
    h = 1e-5
    columns = [(f(x + e) - f(x - e)) / h for e in h * np.eye(len(x))]
    return np.stack(columns, axis=1)


# %% wrong: forward difference
# It looks to one side only, and its error is larger than what is asked.


def jacobian(f, x):
    h = 1e-5
    columns = [(f(x + e) - f(x)) / h for e in h * np.eye(len(x))]
    return np.stack(columns, axis=1)


# %% wrong: tiny step
# A tiny step leaves few digits in the difference of two large numbers.


def jacobian(f, x):
    h = 1e-8
    columns = [(f(x + e) - f(x)) / h for e in h * np.eye(len(x))]
    return np.stack(columns, axis=1)


# %% wrong: integer step lost
# An array of whole numbers cannot store a small step.


def jacobian(f, x):
    h = 1e-5
    columns = []
    for j in range(len(x)):
        up, down = x.copy(), x.copy()
        up[j] = x[j] + h
        down[j] = x[j] - h
        columns.append((f(up) - f(down)) / (2 * h))
    return np.stack(columns, axis=1)


# %% wrong: sum of the outputs
# Each output has slopes of its own: they are not added up.


def jacobian(f, x):
    h = 1e-5
    return np.array([np.sum(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))])


# %% wrong: all inputs nudged
# One input is nudged at a time.


def jacobian(f, x):
    h = 1e-5
    column = (f(x + h) - f(x - h)) / (2 * h)
    return np.stack([column] * len(x), axis=1)


# %% wrong: diagonal only
# Every output may depend on every input.


def jacobian(f, x):
    h = 1e-5
    return np.diag((f(x + h) - f(x - h)) / (2 * h))


# %% wrong: nudges pile up
# Each column needs a fresh copy, or the earlier nudges stay in.


def jacobian(f, x):
    h = 1e-5
    up, down = x.astype(float), x.astype(float)
    columns = []
    for j in range(len(x)):
        up[j] += h
        down[j] -= h
        columns.append((f(up) - f(down)) / (2 * h))
    return np.stack(columns, axis=1)


# %% wrong: reshaped for transposed
# reshape keeps the order of the numbers; it does not exchange rows and columns.


def jacobian(f, x):
    h = 1e-5
    columns = np.array([(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))])
    return columns.reshape(-1, len(x))


# %% wrong: forward difference with a small step
# It looks to one side only; a smaller step does not make up for that.
def jacobian(f, x):
    h = 1e-6
    columns = [(f(x + e) - f(x)) / h for e in h * np.eye(len(x))]
    return np.stack(columns, axis=1)


# %% wrong: both sides with a tiny step
# It looks to both sides, but its step is so tiny that f hardly changes.
def jacobian(f, x):
    h = 1e-8
    columns = [(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))]
    return np.stack(columns, axis=1)


# %% wrong: both sides with a wide step
# It looks to both sides, but with a step that is ten times too wide.
def jacobian(f, x):
    h = 1e-4
    columns = [(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))]
    return np.stack(columns, axis=1)


# %% wrong: the helper's own tool
# The helper's tools check what you write, and refuse to answer for you.
def jacobian(f, x):
    return dc.numeric.jacobian(f, x)
