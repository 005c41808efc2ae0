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
# hint: 3
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
# hint: 1
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
# hint: 1
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
# hint: 2
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
# The step grows with x here; the step asked for is 1e-5 everywhere.
def numerical_gradient(f, x):
    return dc.numeric.gradient(f, x)


# %% wrong: nudged in place and put back
# It writes into x, if only for a while; x may be an array that cannot be written to.
# hint: 3
def numerical_gradient(f, x):
    h = 1e-5
    x = np.asarray(x, dtype=float)
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        middle = x[k]
        x[k] = middle + h
        ahead = f(x)
        x[k] = middle - h
        grad[k] = (ahead - f(x)) / (2 * h)
        x[k] = middle
    return grad


# %% wrong: sum of the slopes
# The slopes are added up; each entry has a slope of its own.
def numerical_gradient(f, x):
    h = 1e-5
    total = 0.0
    for k in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[k] += h
        down[k] -= h
        total += (f(up) - f(down)) / (2 * h)
    return total


# %% wrong: axes of length 1 dropped
# An axis of length 1 is an axis: the gradient has it, too.
def numerical_gradient(f, x):
    h = 1e-5
    grad = np.zeros(x.shape)
    for k in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[k] += h
        down[k] -= h
        grad[k] = (f(up) - f(down)) / (2 * h)
    return grad.squeeze()


# %% right: ndindex with fresh copies
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


# %% right: one copy put back
def numerical_gradient(f, x):
    h = 1e-5
    y = np.array(x, dtype=float)
    gradient = np.empty_like(y)
    for index in np.ndindex(*x.shape):
        old = y[index]
        y[index] = old + h
        up = f(y)
        y[index] = old - h
        down = f(y)
        y[index] = old
        gradient[index] = (up - down) / (2 * h)
    return gradient


# %% right: flat with the partial derivative
def numerical_gradient(f, x):
    flat = x.flatten()
    on_flat = lambda v: f(v.reshape(x.shape))
    slopes = [partial_derivative(on_flat, flat, i) for i in range(flat.size)]
    return np.array(slopes, dtype=float).reshape(x.shape)


# %% right: rows of the identity as steps
def numerical_gradient(f, x):
    steps = 1e-5 * np.eye(x.size).reshape(x.size, *x.shape)
    differences = [f(x + step) - f(x - step) for step in steps]
    return np.reshape(differences, x.shape) / 2e-5


# %% right: nditer
def numerical_gradient(f, x):
    h = 1e-5
    result = np.zeros(x.shape, dtype=np.float64)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        step = np.zeros(x.shape)
        step[it.multi_index] = h
        result[it.multi_index] = (f(x + step) - f(x - step)) / (2 * h)
        it.iternext()
    return result


# %% right: recursion over the first axis
def numerical_gradient(f, x):
    h = 1e-5
    x = x.astype(float)
    if x.ndim == 1:
        slopes = []
        for i in range(len(x)):
            e = np.zeros(len(x))
            e[i] = h
            slopes.append((f(x + e) - f(x - e)) / (2 * h))
        return np.array(slopes)
    parts = []
    for k in range(len(x)):

        def of_part(part, k=k):
            whole = x.copy()
            whole[k] = part
            return f(whole)

        parts.append(numerical_gradient(of_part, x[k]))
    return np.stack(parts)


# %% right: fromiter over a generator
def numerical_gradient(f, x):
    def slope(k):
        values = []
        for side in (1e-5, -1e-5):
            y = x.astype(float).flatten()
            y[k] += side
            values.append(f(y.reshape(x.shape)))
        return (values[0] - values[1]) / 2e-5

    return np.fromiter((slope(k) for k in range(x.size)), dtype=float).reshape(x.shape)


# %% right: vectorize over the numbers of the entries
def numerical_gradient(f, x):
    h = 1e-5
    numbers = np.arange(x.size).reshape(x.shape)

    def slope(k):
        step = h * (numbers == k)
        return (f(x + step) - f(x - step)) / (2 * h)

    return np.vectorize(slope, otypes=[float])(numbers)


# %% right: flat iterator of copies
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for k in range(x.size):
        up = x.astype(float)
        down = x.astype(float)
        up.flat[k] += h
        down.flat[k] -= h
        gradient.flat[k] = 0.5 * (f(up) - f(down)) / h
    return gradient


# %% right: dictionary of slopes by index
from itertools import product


def numerical_gradient(f, x):
    h = 1e-5

    def moved(index, by):
        y = np.array(x.tolist(), dtype=float)
        y[index] += by
        return float(f(y))

    slopes = {
        index: (moved(index, h) - moved(index, -h)) / (2 * h)
        for index in product(*map(range, x.shape))
    }
    gradient = np.full(x.shape, np.nan)
    for index in slopes:
        gradient[index] = slopes[index]
    return gradient


# %% wrong: integer result
# An array made like an integer array cuts decimals off.
# hint: 2
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


# %% wrong: nudges stay in
# The nudges of earlier entries stay in the copies.
def numerical_gradient(f, x):
    h = 1e-5
    up, down = x.astype(float), x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


# %% wrong: one axis only
# With two axes, x[i] is a whole row, not an entry.
# hint: 1
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        up, down = x.astype(float), x.astype(float)
        up[i] += h
        down[i] -= h
        gradient[i] = (f(up) - f(down)) / (2 * h)
    return gradient


# %% wrong: two axes at most
# With three axes or more this nudges several entries at once.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape[:2]):
        up, down = x.astype(float), x.astype(float)
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


# %% wrong: flat result again
# The gradient has the shape of its variable.
def numerical_gradient(f, x):
    on_flat = lambda v: f(v.reshape(x.shape))
    flat = x.flatten()
    return np.array([partial_derivative(on_flat, flat, i) for i in range(x.size)])


# %% wrong: transposed
# The slopes are not at the places of their entries.
def numerical_gradient(f, x):
    on_flat = lambda v: f(v.reshape(x.shape))
    flat = x.flatten()
    slopes = [partial_derivative(on_flat, flat, i) for i in range(x.size)]
    return np.array(slopes).reshape(x.shape, order="F")


# %% wrong: forward difference again
# It looks to one side only, and its error is larger than what is asked.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up = x.astype(float)
        up[index] += h
        gradient[index] = (f(up) - f(x)) / h
    return gradient


# %% wrong: divided by h
# How far apart are the two places at which f is evaluated?
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / h
    return gradient


# %% wrong: input moved and moved back
# An input of floats is itself nudged, and adding and subtracting steps does not always bring back
# the very same numbers.
def numerical_gradient(f, x):
    h = 1e-5
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        up = f(x)
        x[index] -= 2 * h
        down = f(x)
        x[index] += h
        gradient[index] = (up - down) / (2 * h)
    return gradient


# %% wrong: copy of an integer array
# An array of whole numbers cannot store a small step.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


# %% wrong: half precision result
# The result is stored with 16 bits, which is too coarse for the accuracy asked.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape, dtype=np.float16)
    for index in np.ndindex(x.shape):
        up, down = x.astype(float), x.astype(float)
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


# %% wrong: rounded
# The result is rounded to fewer decimals than the accuracy asks for.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient.round(3)


# %% wrong: step of a tenth
# The step is so wide that the result is inaccurate for curved functions such as a third power.
def numerical_gradient(f, x, h=0.1):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


# %% wrong: step too small
# A tiny step leaves few digits in the difference of two large numbers.
def numerical_gradient(f, x, h=1e-9):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


# %% wrong: last entry left out
# The last entry never gets its slope.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for k in range(x.size - 1):
        step = np.zeros(x.shape)
        step.flat[k] = h
        gradient.flat[k] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


# %% wrong: zeros not visited
# Entries that are 0 are never nudged, although they have a slope as well.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.argwhere(x):
        index = tuple(index)
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


# %% wrong: place found by value
# The place of an entry is looked up by its value, so of two equal entries the second never gets
# its slope.
def numerical_gradient(f, x):
    h = 1e-5
    values = x.ravel().tolist()
    slopes = np.zeros(x.size)
    for value in values:
        k = values.index(value)
        step = np.zeros(x.size)
        step[k] = h
        step = step.reshape(x.shape)
        slopes[k] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes.reshape(x.shape)


# %% wrong: equal entries nudged together
# Entries that hold the same number are all nudged at once.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up = np.where(x == x[index], x + h, x)
        down = np.where(x == x[index], x - h, x)
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


# %% wrong: shared result
# All results of one shape are the same array, so a second call overwrites the first result.
results = {}


def numerical_gradient(f, x):
    h = 1e-5
    gradient = results.setdefault(x.shape, np.zeros(x.shape))
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


# %% wrong: remembered by place
# The result is remembered for the place, so another function there gets the old gradient.
seen = {}


def numerical_gradient(f, x):
    h = 1e-5
    key = x.shape, x.tobytes()
    if key not in seen:
        gradient = np.zeros(x.shape)
        for index in np.ndindex(x.shape):
            step = np.zeros(x.shape)
            step[index] = h
            gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
        seen[key] = gradient
    return seen[key].copy()


# %% wrong: flat array handed to the function
# The function is promised an array of the shape of x, but it gets a flat one.
def numerical_gradient(f, x):
    flat = x.flatten()
    slopes = [partial_derivative(f, flat, i) for i in range(flat.size)]
    return np.array(slopes).reshape(x.shape)


# %% wrong: result with two axes
# With three axes or more the result is pressed into two.
def numerical_gradient(f, x):
    on_flat = lambda v: f(v.reshape(x.shape))
    flat = x.flatten()
    slopes = np.array([partial_derivative(on_flat, flat, i) for i in range(x.size)])
    return slopes if x.ndim == 1 else slopes.reshape(len(x), -1)


# %% wrong: whole steps for whole numbers
# For integer arrays the step is far too wide.
def numerical_gradient(f, x):
    h = 1e-5 if x.dtype.kind == "f" else 1
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


# %% wrong: squeezed
# An axis of length 1 is an axis: the gradient has it, too.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return np.squeeze(gradient)


# %% wrong: nudges a flat copy
# For a transposed array the flat version is a copy, so the nudges never reach the array that the
# function gets.
def numerical_gradient(f, x):
    h = 1e-5
    y = x.astype(float)
    flat = y.reshape(-1)
    slopes = np.zeros(x.size)
    for k in range(x.size):
        old = flat[k]
        flat[k] = old + h
        up = f(y)
        flat[k] = old - h
        down = f(y)
        flat[k] = old
        slopes[k] = (up - down) / (2 * h)
    return slopes.reshape(x.shape)


# %% wrong: square only
# The result is always as wide as it is high, which fits square arrays only.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros((len(x),) * x.ndim)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


# %% wrong: sign lost
# Slopes that fall are negative, and this loses their sign.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = abs(f(x + step) - f(x - step)) / (2 * h)
    return gradient


# %% wrong: step relative to the entry
# The step shrinks with the entry, and where the entry is 0 there is no step at all.
def numerical_gradient(f, x):
    gradient = np.zeros(x.shape)
    for index, value in np.ndenumerate(x):
        step = np.zeros(x.shape)
        step[index] = 1e-5 * value
        gradient[index] = (f(x + step) - f(x - step)) / (2e-5 * value)
    return gradient


# %% right: nested list
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient.tolist()


# %% wrong: returned inside the loop
# Where does the return stand: inside the loop or after it?
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
        return gradient


# %% wrong: direction of length one
# The result is stretched to length 1, so the sizes of the slopes are lost.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient / np.linalg.norm(gradient)


# %% wrong: differences between neighbours
# This compares neighbouring entries of the input, and not the values of the function.
def numerical_gradient(f, x):
    if x.ndim == 1:
        return np.gradient(x.astype(float))
    return sum(np.gradient(x.astype(float)))


# %% wrong: slopes of the sum of squares
# This is the gradient of one particular function; yours is never asked.
def numerical_gradient(f, x):
    return 2.0 * x


# %% wrong: negative steps one-sided
# At negative entries only one side is looked at, which is too coarse where the function bends.
def numerical_gradient(f, x):
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        if x[index] < 0:
            gradient[index] = (f(x + step) - f(x)) / h
        else:
            gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


# %% lookup: slopes of the two examples
# The slopes of the examples are written in, and anything else gets zeros.
def numerical_gradient(f, x):
    known = {
        (2,): np.array([4.0, 1.0]),
        (2, 2): np.array([[2.0, 4.0], [6.0, 8.0]]),
    }
    return known.get(x.shape, np.zeros(x.shape))


# %% equivalent: np.zeros(x.shape) → np.ones(x.shape)
# Every entry is written over.


# %% equivalent: result: float32
# Six digits are asked for, and single precision has seven.
