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
# hint: 2


def jacobian(f, x):
    h = 1e-5
    return np.array([(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))])


# %% wrong: square only
# The number of outputs need not be the number of inputs.
# hint: 3


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
# hint: 1


def jacobian(f, x):
    h = 1e-5
    return np.array([np.sum(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))])


# %% wrong: all inputs nudged
# One input is nudged at a time.
# hint: 1


def jacobian(f, x):
    h = 1e-5
    column = (f(x + h) - f(x - h)) / (2 * h)
    return np.stack([column] * len(x), axis=1)


# %% wrong: diagonal only
# Every output may depend on every input.
# hint: 1


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
# hint: 2


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
# The step grows with x here; the step asked for is 1e-5 everywhere.
def jacobian(f, x):
    return dc.numeric.jacobian(f, x)


# %% wrong: nudged in place and put back
# It writes into x, if only for a while; x may be an array that cannot be written to.
def jacobian(f, x):
    h = 1e-5
    x = np.asarray(x, dtype=float)
    columns = []
    for j in range(len(x)):
        middle = x[j]
        x[j] = middle + h
        ahead = f(x)
        x[j] = middle - h
        columns.append((ahead - f(x)) / (2 * h))
        x[j] = middle
    return np.stack(columns, axis=1)


# %% wrong: columns joined end to end
# np.concatenate joins the columns end to end; the result has two axes.
# hint: 2
def jacobian(f, x):
    h = 1e-5
    columns = [(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))]
    return np.concatenate(columns)


# %% right: columns stacked again
def jacobian(f, x):
    h = 1e-5
    columns = []
    for j in range(len(x)):
        up, down = x.astype(float), x.astype(float)
        up[j] += h
        down[j] -= h
        columns.append((f(up) - f(down)) / (2 * h))
    return np.stack(columns, axis=1)


# %% right: array filled by columns
def jacobian(f, x):
    h = 1e-5
    n = x.shape[0]
    m = len(f(x))
    J = np.zeros((m, n))
    for j in range(n):
        e = np.zeros(n)
        e[j] = h
        J[:, j] = (f(x + e) - f(x - e)) / (2 * h)
    return J


# %% right: rows by the gradient of each output
def jacobian(f, x):
    m = len(f(x.astype(float)))
    rows = [numerical_gradient(lambda v, i=i: f(v)[i], x) for i in range(m)]
    return np.array(rows)


# %% right: entries by the partial derivative
def jacobian(f, x):
    m, n = f(x).shape[0], x.shape[0]
    return np.array(
        [
            [partial_derivative(lambda v: f(v)[i], x, j) for j in range(n)]
            for i in range(m)
        ]
    )


# %% right: rows of the identity, then transposed
def jacobian(f, x):
    steps = 1e-5 * np.eye(len(x))
    return np.array([f(x + step) - f(x - step) for step in steps]).T / 2e-5


# %% right: column_stack of a generator
def jacobian(f, x):
    h = 1e-5

    def column(j):
        y = np.array(x, dtype=float)
        y[j] = float(x[j]) + h
        high = np.array(f(y), dtype=float)
        y[j] = float(x[j]) - h
        low = np.array(f(y), dtype=float)
        return (high - low) / (2 * h)

    return np.column_stack([column(j) for j in range(x.size)])


# %% right: loops over single numbers
def jacobian(f, x):
    h = 1e-5
    table = None
    for j in range(len(x)):
        high = f(
            np.array([v + h if k == j else v for k, v in enumerate(x.astype(float))])
        )
        low = f(
            np.array([v - h if k == j else v for k, v in enumerate(x.astype(float))])
        )
        if table is None:
            table = [[0.0] * len(x) for _ in range(len(high))]
        for i in range(len(high)):
            table[i][j] = (high[i] - low[i]) / (2 * h)
    return np.array(table)


# %% right: apply_along_axis
def jacobian(f, x):
    h = 1e-5

    def one_column(e):
        return (f(x + h * e) - f(x - h * e)) / (2 * h)

    return np.apply_along_axis(one_column, 0, np.eye(len(x)))


# %% right: horizontal joining
def jacobian(f, x):
    h, n = 1e-5, len(x)
    J = np.empty((len(f(x)), 0))
    for j in range(n):
        e = h * (np.arange(n) == j)
        J = np.hstack([J, np.reshape(f(x + e) - f(x - e), (-1, 1)) / (2 * h)])
    return J


# %% right: map and zip
def jacobian(f, x):
    h = 1e-5

    def slopes(j):
        ends = []
        for side in (h, -h):
            y = np.array(x.tolist(), dtype=float)
            y[j] += side
            ends.append(f(y).tolist())
        return [(a - b) / (2 * h) for a, b in zip(*ends)]

    return np.array(list(zip(*map(slopes, range(len(x))))))


# %% wrong: transposed again
# A list of columns becomes an array with these as its rows.
# hint: 2
def jacobian(f, x):
    steps = 1e-5 * np.eye(len(x))
    return np.array([f(x + step) - f(x - step) for step in steps]) / 2e-5


# %% wrong: transposed where the shape tells nothing
# Whether to transpose is decided by the shape, which tells nothing where there are as many outputs
# as inputs.
def jacobian(f, x):
    steps = 1e-5 * np.eye(len(x))
    J = np.array([f(x + step) - f(x - step) for step in steps]) / 2e-5
    if J.shape[0] != len(f(x)):
        J = J.T
    return J


# %% wrong: reshaped instead of transposed
# reshape keeps the order of the numbers; it does not exchange rows and columns.
# hint: 2
def jacobian(f, x):
    steps = 1e-5 * np.eye(len(x))
    J = np.array([f(x + step) - f(x - step) for step in steps]) / 2e-5
    return J.reshape(len(f(x)), len(x))


# %% wrong: one input as a vector
# With a single input the result loses an axis.
def jacobian(f, x):
    h = 1e-5
    if len(x) == 1:
        return (f(x + h) - f(x - h)) / (2 * h)
    columns = []
    for e in h * np.eye(len(x)):
        columns.append((f(x + e) - f(x - e)) / (2 * h))
    return np.stack(columns, axis=1)


# %% wrong: one input as a row
# With a single input the outputs end up side by side, not below each other.
def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(len(x))
    columns = [(f(x + e) - f(x - e)) / (2 * h) for e in steps]
    return np.stack(columns, axis=1 if len(columns) > 1 else 0)


# %% wrong: squeezed
# The result has two axes, also if one of them has length 1.
def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(len(x))
    columns = [(f(x + e) - f(x - e)) / (2 * h) for e in steps]
    return np.squeeze(np.stack(columns, axis=1))


# %% wrong: outputs added up
# This is the gradient of the sum of all outputs.
def jacobian(f, x):
    return numerical_gradient(lambda v: np.sum(f(v)), x).reshape(1, -1)


# %% wrong: forward difference again
# It looks to one side only, and its error is larger than what is asked.
def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(len(x))
    columns = [(f(x + e) - f(x)) / h for e in steps]
    return np.stack(columns, axis=1)


# %% wrong: divided by h
# How far apart are the two places at which f is evaluated?
def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(len(x))
    columns = [(f(x + e) - f(x - e)) / h for e in steps]
    return np.stack(columns, axis=1)


# %% wrong: copy of an integer array
# An array of whole numbers cannot store a small step.
def jacobian(f, x):
    h = 1e-5
    columns = []
    for j in range(len(x)):
        up, down = x.copy(), x.copy()
        up[j] += h
        down[j] -= h
        columns.append((f(up) - f(down)) / (2 * h))
    return np.stack(columns, axis=1)


# %% wrong: input moved and moved back
# An input of floats is itself nudged, and adding and subtracting steps does not always bring back
# the very same numbers.
def jacobian(f, x):
    h = 1e-5
    x = np.asarray(x, dtype=float)
    columns = []
    for j in range(len(x)):
        x[j] += h
        up = np.array(f(x))
        x[j] -= 2 * h
        down = np.array(f(x))
        x[j] += h
        columns.append((up - down) / (2 * h))
    return np.stack(columns, axis=1)


# %% wrong: one place nudged twice
# If the function hands on its own input, or a part of it, both results are the same array, and
# their difference is 0.
def jacobian(f, x):
    h = 1e-5
    columns = []
    for j in range(len(x)):
        y = x.astype(float)
        y[j] = x[j] + h
        up = f(y)
        y[j] = x[j] - h
        down = f(y)
        columns.append((up - down) / (2 * h))
    return np.stack(columns, axis=1)


# %% wrong: zeros not visited
# Inputs that are 0 are never nudged, although their slopes need not be 0.
def jacobian(f, x):
    h = 1e-5
    J = np.zeros((len(f(x)), len(x)))
    for j in np.flatnonzero(x):
        e = np.zeros(len(x))
        e[j] = h
        J[:, j] = (f(x + e) - f(x - e)) / (2 * h)
    return J


# %% wrong: half precision
# The result is stored with 16 bits, which is too coarse for the accuracy asked.
def jacobian(f, x):
    h = 1e-5
    J = np.zeros((len(f(x)), len(x)), dtype=np.float16)
    for j, e in enumerate(h * np.eye(len(x))):
        J[:, j] = (f(x + e) - f(x - e)) / (2 * h)
    return J


# %% wrong: type of the outputs
# For an integer input the outputs are whole numbers, and a result of their type cuts decimals off.
def jacobian(f, x):
    h = 1e-5
    y = f(x)
    J = np.zeros((len(y), len(x)), dtype=y.dtype)
    for j, e in enumerate(h * np.eye(len(x))):
        J[:, j] = (f(x + e) - f(x - e)) / (2 * h)
    return J


# %% wrong: nearest whole numbers
# Slopes need not be whole numbers.
def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(len(x))
    columns = [np.rint((f(x + e) - f(x - e)) / (2 * h)) for e in steps]
    return np.stack(columns, axis=1)


# %% wrong: rounded
# The result is rounded to fewer decimals than the accuracy asks for.
def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(len(x))
    columns = [(f(x + e) - f(x - e)) / (2 * h) for e in steps]
    return np.stack(columns, axis=1).round(4)


# %% wrong: step of a tenth
# The step is so wide that the result is inaccurate for curved functions such as a third power.
def jacobian(f, x):
    h = 0.1
    steps = h * np.eye(len(x))
    columns = [(f(x + e) - f(x - e)) / (2 * h) for e in steps]
    return np.stack(columns, axis=1)


# %% wrong: step too small
# The step is so small that rounding spoils the difference where an output is large.
def jacobian(f, x):
    h = 2e-9
    steps = h * np.eye(len(x))
    columns = [(f(x + e) - f(x - e)) / (2 * h) for e in steps]
    return np.stack(columns, axis=1)


# %% wrong: sign lost
# Slopes that fall are negative, and this loses their sign.
def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(len(x))
    columns = [np.abs(f(x + e) - f(x - e)) / (2 * h) for e in steps]
    return np.stack(columns, axis=1)


# %% wrong: sign reversed
# The sign of every slope is reversed.
def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(len(x))
    columns = [(f(x - e) - f(x + e)) / (2 * h) for e in steps]
    return np.stack(columns, axis=1)


# %% wrong: whole steps for whole numbers
# For integer arrays the step is far too wide.
def jacobian(f, x):
    h = 1 if isinstance(x[0], np.integer) else 1e-5
    columns = []
    for j in range(len(x)):
        up, down = x.copy(), x.copy()
        up[j] += h
        down[j] -= h
        columns.append((f(up) - f(down)) / (2 * h))
    return np.stack(columns, axis=1)


# %% wrong: equal inputs nudged together
# Inputs that hold the same number are all nudged at once.
def jacobian(f, x):
    h = 1e-5
    columns = []
    for value in x:
        here = x == value
        columns.append((f(x + h * here) - f(x - h * here)) / (2 * h))
    return np.stack(columns, axis=1)


# %% wrong: complex step
# This is not a central difference: it goes wrong for functions that are not made for complex
# numbers, such as the absolute value.
def jacobian(f, x):
    columns = []
    for e in np.eye(len(x)):
        columns.append(np.imag(f(x + 1e-5j * e)) / 1e-5)
    return np.stack(columns, axis=1)


# %% wrong: remembered by place
# The result is remembered for the place, so another function there gets the old Jacobian.
jacobians = {}


def jacobian(f, x):
    key = tuple(x.tolist())
    if key not in jacobians:
        steps = 1e-5 * np.eye(len(x))
        columns = [(f(x + e) - f(x - e)) / 2e-5 for e in steps]
        jacobians[key] = np.stack(columns, axis=1)
    return jacobians[key].copy()


# %% wrong: shared result
# Results of the same shape are all one array, so a second call overwrites the first result.
tables = {}


def jacobian(f, x):
    h = 1e-5
    shape = len(f(x)), len(x)
    J = tables.setdefault(shape, np.zeros(shape))
    for j, e in enumerate(h * np.eye(len(x))):
        J[:, j] = (f(x + e) - f(x - e)) / (2 * h)
    return J


# %% wrong: three outputs at most
# Outputs after the third are left out.
def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(len(x))
    columns = [((f(x + e) - f(x - e)) / (2 * h))[:3] for e in steps]
    return np.stack(columns, axis=1)


# %% wrong: list of columns as a default
# The list of columns is made once and keeps those of earlier calls.
def jacobian(f, x, columns=[]):
    h = 1e-5
    for e in h * np.eye(len(x)):
        columns.append((f(x + e) - f(x - e)) / (2 * h))
    return np.stack(columns, axis=1)


# %% wrong: all inputs nudged again
# One input is nudged at a time.
# hint: 1
def jacobian(f, x):
    h = 1e-5
    column = (f(x + h) - f(x - h)) / (2 * h)
    return np.outer(column, np.ones(len(x)))


# %% wrong: square only again
# The number of outputs need not be the number of inputs.
# hint: 3
def jacobian(f, x):
    h, n = 1e-5, len(x)
    J = np.zeros((n, n))
    for j, e in enumerate(h * np.eye(n)):
        J[:, j] = (f(x + e) - f(x - e)) / (2 * h)
    return J


# %% wrong: upper triangle mirrored
# A Jacobian with as many rows as columns need not be symmetric.
def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(len(x))
    J = np.stack([(f(x + e) - f(x - e)) / (2 * h) for e in steps], axis=1)
    if J.shape[0] == J.shape[1]:
        J = np.triu(J) + np.triu(J, 1).T
    return J


# %% wrong: nothing returned
# The Jacobian is computed, but never returned.
def jacobian(f, x):
    h = 1e-5
    steps = h * np.eye(len(x))
    J = np.stack([(f(x + e) - f(x - e)) / (2 * h) for e in steps], axis=1)


# %% lookup: the two examples
# The results of the examples are written in, and anything else gets zeros.
def jacobian(f, x):
    if np.array_equal(x, [2, 3]):
        return np.array([[3.0, 2.0], [1.0, 1.0], [4.0, 0.0]])
    if np.array_equal(x, [1, 2, 3]):
        return np.array([[2.0, 4.0, 6.0]])
    return np.zeros((len(f(x)), len(x)))


# %% equivalent: result: float32
# Six digits are asked for, and single precision has seven.
