"""Answers to `momentum_descent` of 04_gradient_descent, right and wrong."""


# %% right: array filled row by row
def momentum_descent(grad, w0, lr, beta, steps):
    path = np.empty((steps + 1, len(w0)))
    path[0] = w0
    v = 0.0
    for k in range(steps):
        v = beta * v + grad(path[k])
        path[k + 1] = path[k] - lr * v
    return path


# %% right: rate inside the velocity
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    move = np.zeros(len(w))
    path = [w]
    for _ in range(steps):
        move = beta * move - lr * grad(w)
        w = w + move
        path.append(w)
    return np.array(path)


# %% right: velocity from the last two places
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    for k in range(steps):
        w = path[-1]
        last = path[-2] if k > 0 else w
        path.append(w + beta * (w - last) - lr * grad(w))
    return np.array(path)


# %% right: weighted sum of all gradients
def momentum_descent(grad, w0, lr, beta, steps):
    path, gradients = [np.array(w0, dtype=float)], []
    for k in range(steps):
        gradients.append(np.array(grad(path[-1])))
        v = sum(beta ** (k - i) * gradients[i] for i in range(k + 1))
        path.append(path[-1] - lr * v)
    return np.stack(path)


# %% right: in place, with copies
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w.copy()]
    for _ in range(steps):
        v *= beta
        v += grad(w)
        w -= lr * v
        path.append(w.copy())
    return np.stack(path)


# %% wrong: uphill
# The ball is pushed uphill.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        v = beta * v + grad(w)
        w = w + lr * v
        path.append(w)
    return np.array(path)


# %% wrong: running mean
# The gradient is weighted with one minus beta; here it is added in full.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        v = beta * v + (1 - beta) * grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: looks ahead
# The gradient is taken at a place ahead instead of the current one.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        v = beta * v + grad(w - lr * beta * v)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: old velocity
# The step is made with the velocity of the step before.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        old = v
        v = beta * v + grad(w)
        w = w - lr * old
        path.append(w)
    return np.array(path)


# %% wrong: velocity forgotten
# The velocity starts from zero in every step, so that this is plain gradient descent.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        v = beta * 0 + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: starts with the gradient
# The velocity starts with the first gradient instead of zero.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        v = grad(w) if _ == 0 else v
        v = beta * v + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: nothing lost
# The old velocity is kept in full: beta is not used.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        v = v + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: rate and beta exchanged
# The learning rate and beta have changed places.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        v = lr * v + grad(w)
        w = w - beta * v
        path.append(w)
    return np.array(path)


# %% wrong: beta on the wrong term
# Beta multiplies the gradient instead of the velocity.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        v = v + beta * grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: start left out
# The path lacks its first row, the start.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        v = beta * v + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path[1:])


# %% wrong: rate twice
# The learning rate is applied twice.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        v = beta * v + lr * grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: one velocity for all weights
# A single number is kept as the velocity of all weights.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        w = path[-1]
        v = beta * v + grad(w).sum()
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: velocities returned
# The velocities are returned instead of the places.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    velocities = [np.zeros_like(w)]
    for _ in range(steps):
        velocities.append(beta * velocities[-1] + grad(w))
        w = w - lr * velocities[-1]
    return np.array(velocities)


# %% wrong: start changed
# The array of the caller is changed.
def momentum_descent(grad, w0, lr, beta, steps):
    path, v = [w0.astype(float)], np.zeros(len(w0))
    for _ in range(steps):
        v = beta * v + grad(path[-1])
        path.append(path[-1] - lr * v)
        w0[:] = path[-1]
    return np.array(path)


# %% wrong: stops where it is flat
# The loop ends as soon as the gradient vanishes, but the ball rolls on.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        g = grad(path[-1])
        if np.linalg.norm(g) < 1e-8:
            break
        v = beta * v + g
        path.append(path[-1] - lr * v)
    return np.array(path)


# %% wrong: velocity of whole numbers
# Where the start holds whole numbers, the velocity has its decimals cut off.
def momentum_descent(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(w0)
    for _ in range(steps):
        v = (beta * v + grad(path[-1])).astype(v.dtype)
        path.append(path[-1] - lr * v)
    return np.array(path)


# %% equivalent: np.array(w0, dtype=float) → np.array(w0)
# The first step makes floats of whole numbers; without a step a whole number counts as the
# float that it equals, as everywhere in the grading.


# %% equivalent: np.array(path) → path
# A list of rows counts as the array that it is.
