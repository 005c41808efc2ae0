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


# %% equivalent: np.array(w0, dtype=float) → np.array(w0)
# The first step makes floats of whole numbers; without a step a whole number counts as the
# float that it equals, as everywhere in the grading.


# %% equivalent: np.array(path) → path
# A list of rows counts as the array that it is.
