"""Answers to `gradient_descent` of 04_gradient_descent, right and wrong."""


# %% right: array filled row by row
def gradient_descent(grad, w0, lr, steps):
    path = np.zeros((steps + 1, len(w0)))
    path[0] = w0
    for k in range(steps):
        path[k + 1] = path[k] - lr * grad(path[k])
    return path


# %% right: new variable, list of copies
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    for step in range(steps):
        w -= lr * np.asarray(grad(w))
        path.append(w.copy())
    return np.vstack(path)


# %% right: recursion
def gradient_descent(grad, w0, lr, steps):
    start = np.asarray(w0) * 1.0
    if steps == 0:
        return start[None, :]
    before = gradient_descent(grad, w0, lr, steps - 1)
    return np.concatenate([before, [before[-1] - lr * grad(before[-1])]])


# %% right: entry by entry, a list of lists
def gradient_descent(grad, w0, lr, steps):
    w = [float(number) for number in w0]
    path = [w]
    while len(path) < steps + 1:
        g = grad(np.array(w))
        new = []
        for i in range(len(w)):
            new.append(w[i] - lr * g[i])
        w = new
        path.append(w)
    return path


# %% right: the gradient's own array scaled
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    for _ in range(steps):
        step = grad(w)
        step *= lr
        w -= step
        path.append(w.copy())
    return path


# %% wrong: uphill
# The steps go along the gradient, which points uphill.
# hint: 3
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] + lr * grad(path[-1]))
    return np.array(path)


# %% wrong: start left out
# The path lacks its first row, the start.
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path)[1:]


# %% wrong: one step short
# The loop runs one time too few.
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps - 1):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path)


# %% wrong: last place only
# Only the last place is returned, not the whole path.
# hint: 1
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return path[-1]


# %% wrong: transposed
# The places are columns instead of rows.
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path).T


# %% wrong: gradient of the start
# Every step uses the gradient at the start.
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[0]))
    return np.array(path)


# %% wrong: normalised gradient
# The gradient is scaled to length 1, so that all steps have the same length.
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]) / np.linalg.norm(grad(path[-1])))
    return np.array(path)


# %% wrong: same array in every row
# One and the same array is changed and put into the list again and again.
# hint: 2
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        w -= lr * grad(w)
        path.append(w)
    return np.array(path)


# %% wrong: start changed
# The array of the caller is changed.
def gradient_descent(grad, w0, lr, steps):
    w = w0
    path = [w.copy()]
    for _ in range(steps):
        w[:] = w - lr * grad(w)
        path.append(w.copy())
    return np.array(path, dtype=float)


# %% wrong: whole numbers stay whole
# Where the start holds whole numbers, the path has its decimals cut off.
def gradient_descent(grad, w0, lr, steps):
    path = np.zeros((steps + 1, len(w0)), dtype=w0.dtype)
    path[0] = w0
    for k in range(steps):
        path[k + 1] = path[k] - lr * grad(path[k])
    return path


# %% wrong: rate shrinks
# The learning rate is divided by the number of the step.
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for k in range(steps):
        path.append(path[-1] - lr / (k + 1) * grad(path[-1]))
    return np.array(path)


# %% wrong: rate forgotten
# The learning rate is not used.
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - grad(path[-1]))
    return np.array(path)


# %% wrong: one weight at a time
# The weights are moved one after another, the later ones with a gradient of a new place.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    for _ in range(steps):
        for i in range(len(w)):
            w[i] -= lr * grad(w)[i]
        path.append(w.copy())
    return np.array(path)


# %% wrong: stops where it is flat
# The loop ends as soon as the gradient vanishes, so that rows are missing.
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        g = grad(path[-1])
        if np.linalg.norm(g) < 1e-8:
            break
        path.append(path[-1] - lr * g)
    return np.array(path)


# %% wrong: large gradients cut off
# Where the gradient is large your steps are shorter than asked.
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        g = np.clip(grad(path[-1]), -10, 10)
        path.append(path[-1] - lr * g)
    return np.array(path)


# %% right: list of places
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w)
    return np.array(path)


# %% right: array made beforehand
def gradient_descent(grad, w0, lr, steps):
    path = np.empty((steps + 1, len(w0)))
    path[0] = w0
    for k in range(steps):
        path[k + 1] = path[k] - lr * np.asarray(grad(path[k]))
    return path


# %% right: in place with copies
def gradient_descent(grad, w0, lr, steps):
    w = w0.astype(float).copy()
    places = [w.copy()]
    while len(places) <= steps:
        w -= lr * grad(w.copy())
        places.append(w.copy())
    return np.stack(places)


# %% right: accumulate from itertools
from itertools import accumulate, repeat


def gradient_descent(grad, w0, lr, steps):
    walk = accumulate(
        repeat(None, steps), lambda w, _: w - lr * grad(w), initial=np.asarray(w0) * 1.0
    )
    return np.vstack(list(walk))


# %% right: generator of places
def _walk(grad, w, lr):
    while True:
        yield w
        w = np.subtract(w, np.multiply(lr, grad(w)))


def gradient_descent(grad, w0, lr, steps):
    walker = _walk(grad, np.asarray(w0, float).copy(), lr)
    return np.array([next(walker) for _ in range(steps + 1)])


# %% right: pure Python numbers
def gradient_descent(grad, w0, lr, steps):
    w = [float(number) for number in w0]
    path = [w]
    for _ in range(steps):
        slopes = grad(np.array(w))
        w = [float(wi - lr * gi) for wi, gi in zip(w, slopes)]
        path.append(w)
    return np.array(path, dtype=float)


# %% right: a walker class
class Walker:
    def __init__(self, place, lr):
        self.place = place
        self.lr = lr

    def step(self, slope):
        self.place = self.place + self.lr * (-slope)
        return self.place


def gradient_descent(grad, w0, lr, steps):
    walker = Walker(np.array(w0, dtype=np.float64), lr)
    path = [walker.place]
    path += [walker.step(np.asarray(grad(walker.place))) for _ in range(steps)]
    return np.vstack(path)


# %% right: halves of the walk
def gradient_descent(grad, w0, lr, steps):
    w0 = np.array(w0, dtype=float)
    if steps == 0:
        return w0[np.newaxis, :]
    if steps == 1:
        return np.array([w0, w0 - lr * grad(w0)])
    half = steps // 2
    first = gradient_descent(grad, w0, lr, half)
    rest = gradient_descent(grad, first[-1], lr, steps - half)
    return np.concatenate([first, rest[1:]])


# %% right: start minus sum of slopes
def gradient_descent(grad, w0, lr, steps):
    start = np.array(w0, dtype=float)
    total = np.zeros(start.shape)
    path = np.zeros((steps + 1,) + start.shape)
    path[0] = start
    for k in range(1, steps + 1):
        total = total + grad(path[k - 1].copy())
        path[k] = start - lr * total
    return path


# %% right: append with vstack
def gradient_descent(grad, w0, lr, steps):
    path = np.array([w0]).astype(float)
    for _ in range(steps):
        path = np.vstack([path, path[-1] - grad(path[-1]) * lr])
    return path


# %% wrong: uphill again
# The steps go along the gradient, which points uphill.
# hint: 3
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        w = w + lr * grad(w)
        path.append(w)
    return np.array(path)


# %% wrong: start left out again
# The first row must be the start itself; here it is the place after the first step.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = []
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w)
    return np.array(path)


# %% wrong: last place left out
# The loop runs one time too few.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = []
    for _ in range(max(steps, 1)):
        path.append(w)
        w = w - lr * grad(w)
    return np.array(path)


# %% wrong: start changed again
# If `w0` already holds floats, no copy is made, and the caller's start is moved along.
def gradient_descent(grad, w0, lr, steps):
    w = np.asarray(w0, dtype=float)
    path = [w.copy()]
    for _ in range(steps):
        w -= lr * grad(w)
        path.append(w.copy())
    return np.array(path)


# %% right: whole numbers stay whole without steps
def gradient_descent(grad, w0, lr, steps):
    w = w0.copy()
    path = [w]
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w)
    return np.array(path)


# %% wrong: slope of the start for ever
# Every step uses the gradient at the start.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    slope = np.array(grad(w), dtype=float)
    path = [w]
    for _ in range(steps):
        w = w - lr * slope
        path.append(w)
    return np.array(path)


# %% wrong: no row without steps
# Without steps the result is the start as a plain list of numbers, not a path with one row.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    if steps == 0:
        return w
    path = [w]
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w)
    return np.array(path)


# %% wrong: last place only again
# Only the last place is returned, not the whole path.
# hint: 1
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    for _ in range(steps):
        w = w - lr * grad(w)
    return w


# %% wrong: places in columns
# The places are columns instead of rows.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w)
    return np.array(path).T


# %% wrong: stops when flat
# The loop ends as soon as the gradient vanishes, so that rows are missing.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        slope = grad(w)
        if np.linalg.norm(slope) < 1e-3:
            break
        w = w - lr * slope
        path.append(w)
    return np.array(path)


# %% wrong: slopes clipped
# Where the gradient is large your steps are shorter than asked.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        w = w - lr * np.clip(grad(w), -10, 10)
        path.append(w)
    return np.array(path)


# %% wrong: unit steps
# Only the direction of the gradient is used; its length gets lost.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        slope = grad(w)
        w = w - lr * slope / (np.linalg.norm(slope) + 1e-12)
        path.append(w)
    return np.array(path)


# %% wrong: rate that fades
# The learning rate is divided by the number of the step.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for k in range(steps):
        w = w - lr / (k + 1) * grad(w)
        path.append(w)
    return np.array(path)


# %% wrong: path that remembers
# The default list lives on from call to call, so a second walk still contains the first one.
def gradient_descent(grad, w0, lr, steps, path=[]):
    w = np.array(w0, dtype=float)
    path.append(w)
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w)
    return np.array(path)


# %% wrong: shared buffer
# Two walks of the same shape are written into the same array, so the second call overwrites the
# result of the first.
_paths = {}


def gradient_descent(grad, w0, lr, steps):
    shape = (steps + 1, len(w0))
    if shape not in _paths:
        _paths[shape] = np.zeros(shape)
    path = _paths[shape]
    path[0] = w0
    for k in range(steps):
        path[k + 1] = path[k] - lr * grad(path[k])
    return path


# %% wrong: first two weights only
# Only the first two weights ever move; a third one stays at its start.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    for _ in range(steps):
        slope = grad(w)
        w = w.copy()
        for i in range(min(2, len(w))):
            w[i] = w[i] - lr * slope[i]
        path.append(w)
    return np.array(path)


# %% wrong: clock instead of counter
# The steps are counted by adding up the rate; such sums are not exact, and for some rates there is
# a step too many.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    clock = 0.0
    while clock < steps * lr:
        w = w - lr * grad(w)
        path.append(w)
        clock += lr
    return np.array(path)


# %% wrong: at most fifty steps
# Long walks are cut off after fifty steps.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(min(steps, 50)):
        w = w - lr * grad(w)
        path.append(w)
    return np.array(path)


# %% wrong: kept from flying off
# Places farther out than 100 are pulled back, so a descent that flies off is not shown as it is.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        w = np.clip(w - lr * grad(w), -100, 100)
        path.append(w)
    return np.array(path)


# %% wrong: rounded to cents
# Each place is rounded to two decimals, and small steps get lost in that.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        w = np.round(w - lr * grad(w), 2)
        path.append(w)
    return np.array(path)


# %% wrong: refuses a step that climbs
# A step that leads to steeper ground is not taken, but the recipe takes every step.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        trial = w - lr * grad(w)
        if np.linalg.norm(grad(trial)) <= np.linalg.norm(grad(w)):
            w = trial
        path.append(w)
    return np.array(path)


# %% wrong: same slope for all weights
# Every weight is moved by the mean of all slopes, but each weight has a slope of its own.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        w = w - lr * np.mean(grad(w))
        path.append(w)
    return np.array(path)


# %% wrong: forgotten return
# The path is computed, but nothing is returned.
def gradient_descent(grad, w0, lr, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        w = w - lr * grad(w)
        path.append(w)
    path = np.array(path)


# %% lookup: bowl and its friends
# The three walks of the visible check are written down; no descent is computed for any other
# start.
def gradient_descent(grad, w0, lr, steps):
    known = {
        (-1.5, 1.5): [[-1.5, 1.5], [-1.0, 1.1], [-0.6, 0.78]],
        (4.0,): [[4.0], [2.0], [1.0], [0.5]],
    }
    rows = known.get(tuple(float(a) for a in w0), [list(w0)] * (steps + 1))
    return np.array(rows, dtype=float)


# %% equivalent: np.array(w0, dtype=float) → np.array(w0)
# The first step makes floats of whole numbers; without a step a whole number counts as the
# float that it equals, as everywhere in the grading.


# %% equivalent: np.array(path) → path
# A list of rows counts as the array that it is.
