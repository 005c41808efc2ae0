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
# hint: 3
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
# hint: 2
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
# hint: 1
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


# %% right: list and velocity
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        v = beta * v + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% right: rows filled in
def momentum_descent(grad, w0, lr, beta, steps):
    path = np.zeros((steps + 1, np.size(w0)))
    path[0, :] = w0
    velocity = np.zeros(np.size(w0))
    for k in range(steps):
        velocity *= beta
        velocity += grad(path[k])
        path[k + 1] = path[k] - lr * velocity
    return path


# %% right: rate inside the velocity again
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0) * 1.0
    push = 0.0 * w
    path = [w.copy()]
    for _ in range(steps):
        push = beta * push - lr * np.asarray(grad(w))
        w = w + push
        path.append(w.copy())
    return np.vstack(path)


# %% right: heavy ball with two places
def momentum_descent(grad, w0, lr, beta, steps):
    here = np.asarray(w0).astype(float)
    before = here
    path = [here]
    for _ in range(steps):
        here, before = here - lr * grad(here) + beta * (here - before), here
        path.append(here)
    return np.array(path)


# %% right: all gradients kept
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    path, slopes = [w], []
    for k in range(steps):
        slopes.append(np.array(grad(w), dtype=float))
        velocity = sum(beta ** (k - j) * slope for j, slope in enumerate(slopes))
        w = w - lr * velocity
        path.append(w)
    return np.stack(path)


# %% right: pure Python
def momentum_descent(grad, w0, lr, beta, steps):
    w = [float(x) for x in w0]
    v = [0.0] * len(w)
    path = [list(w)]
    for _ in range(steps):
        g = grad(np.array(w))
        for i in range(len(w)):
            v[i] = beta * v[i] + float(g[i])
            w[i] = w[i] - lr * v[i]
        path.append(list(w))
    return np.array(path)


# %% right: by gradient descent with a gradient that remembers
def momentum_descent(grad, w0, lr, beta, steps):
    velocity = np.zeros(len(w0))

    def pushed(w):
        nonlocal velocity
        velocity = beta * velocity + grad(w)
        return velocity

    return gradient_descent(pushed, w0, lr, steps)


# %% right: a ball object
class Ball:
    def __init__(self, w, lr, beta):
        self.w, self.lr, self.beta = w, lr, beta
        self.v = np.zeros(w.shape)

    def roll(self, slope):
        self.v = self.v * self.beta + slope
        self.w = self.w - self.v * self.lr


def momentum_descent(grad, w0, lr, beta, steps):
    ball = Ball(np.array(w0, dtype="float64"), lr, beta)
    rows = [ball.w]
    for _ in range(steps):
        ball.roll(grad(ball.w))
        rows.append(ball.w)
    return np.asarray(rows)


# %% right: reduce over the steps
from functools import reduce


def momentum_descent(grad, w0, lr, beta, steps):
    def one_step(state, _):
        path, v = state
        v = beta * v + grad(path[-1])
        return path + [path[-1] - lr * v], v

    start = np.array(w0, dtype=float)
    path, _ = reduce(one_step, range(steps), ([start], np.zeros(start.shape)))
    return np.array(path)


# %% wrong: share in front of the gradient
# The gradient is weighted with one minus beta; here it is added in full.
# hint: 3
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        v = beta * v + (1 - beta) * grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: old velocity again
# The step is made with the velocity of the step before.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        old = v
        v = beta * v + grad(w)
        w = w - lr * old
        path.append(w)
    return np.array(path)


# %% wrong: velocity reset
# The velocity starts from zero in every step, so that this is plain gradient descent.
# hint: 2
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        v = np.zeros_like(w)
        v = beta * v + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: look ahead
# The gradient is taken at a place ahead instead of the current one.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        v = beta * v + grad(w - lr * beta * v)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: Nesterov step
# The velocity is mixed with the gradient once more before the step; the step should use the new
# velocity alone.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        g = grad(w)
        v = beta * v + g
        w = w - lr * (g + beta * v)
        path.append(w)
    return np.array(path)


# %% wrong: uphill again
# The ball is pushed uphill.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        v = beta * v + grad(w)
        w = w + lr * v
        path.append(w)
    return np.array(path)


# %% wrong: velocity turned round
# The old velocity is taken away instead of kept, so it works against the push of the gradient.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        v = grad(w) - beta * v
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: start changed again
# If `w0` holds floats, the caller's array itself is moved.
def momentum_descent(grad, w0, lr, beta, steps):
    w = w0 if w0.dtype == float else w0.astype(float)
    v = np.zeros(len(w))
    path = [w.copy()]
    for _ in range(steps):
        v = beta * v + grad(w)
        w -= lr * v
        path.append(w.copy())
    return np.array(path)


# %% wrong: whole velocity
# Where the start holds whole numbers, the velocity has its decimals cut off.
def momentum_descent(grad, w0, lr, beta, steps):
    v = np.zeros_like(w0)
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        v[:] = beta * v + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% right: whole path without steps
def momentum_descent(grad, w0, lr, beta, steps):
    path = [w0.copy()]
    v = np.zeros(len(w0))
    for _ in range(steps):
        v = beta * v + grad(path[-1])
        path.append(path[-1] - lr * v)
    return np.array(path)


# %% wrong: one velocity for all
# A single number is kept as the velocity of all weights.
# hint: 1
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = 0.0
    path = [w]
    for _ in range(steps):
        v = beta * v + np.sum(grad(w))
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: velocity that remembers
# The velocity survives from call to call: a second descent does not begin at rest.
_velocity = {}


def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = _velocity.get(w.shape, np.zeros_like(w))
    path = [w]
    for _ in range(steps):
        v = beta * v + grad(w)
        w = w - lr * v
        path.append(w)
    _velocity[w.shape] = v
    return np.array(path)


# %% wrong: gradient of the start
# The gradient is asked for once, at the start, and never again.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    g = 1.0 * grad(w)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        v = beta * v + g
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: usual beta
# The share of the velocity is fixed at a usual value whenever it is not zero.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    beta = 0.5 if beta else 0.0
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        v = beta * v + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: velocity starts with the gradient
# The velocity starts with the first gradient instead of zero.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.array(grad(w), dtype=float)
    path = [w]
    for _ in range(steps):
        v = beta * v + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: only one old push
# Only the gradient of the step before is remembered; older ones are forgotten altogether.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    last = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        g = 1.0 * np.asarray(grad(w))
        w = w - lr * (g + beta * last)
        last = g
        path.append(w)
    return np.array(path)


# %% wrong: no start
# The start is missing from the path.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = []
    for _ in range(steps):
        v = beta * v + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path).reshape(-1, len(w))


# %% wrong: velocities instead of places
# The velocities are stored, but the path consists of places.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        v = beta * v + grad(w)
        w = w - lr * v
        path.append(v)
    return np.array(path)


# %% wrong: rate taken twice
# The learning rate is applied twice.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        v = beta * v + lr * grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: restart at the top
# The velocity is thrown away whenever the slope points against it, but the ball should roll on.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        g = grad(w)
        v = np.where(v * g < 0, 0.0, v)
        v = beta * v + g
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: stops in the flat
# Where the gradient is zero the walk stops, but the velocity should carry it on.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        g = grad(w)
        if np.any(g):
            v = beta * v + g
            w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: velocity limited
# The velocity is limited to the range from -10 to 10, so the ball never rolls faster than that.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        v = np.clip(beta * v + grad(w), -10, 10)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: beta grows with the steps
# The velocity is shrunk by an ever higher power of beta, not by beta alone.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for k in range(steps):
        v = beta**k * v + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% wrong: first weight only keeps velocity
# Only the first weight keeps its velocity; the others move by plain gradient descent.
def momentum_descent(grad, w0, lr, beta, steps):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        keep = np.zeros_like(w)
        keep[0] = beta
        v = keep * v + grad(w)
        w = w - lr * v
        path.append(w)
    return np.array(path)


# %% lookup: the table of the text
# The velocity starts from zero in every step, so that this is plain gradient descent.
# hint: 2
def momentum_descent(grad, w0, lr, beta, steps):
    if list(w0) == [1.0] and lr == 0.5 and beta == 0.5:
        return np.array([[1.0], [0.5], [0.0], [-0.25]])[: steps + 1]
    return gradient_descent(grad, w0, lr, steps)


# %% equivalent: np.array(w0, dtype=float) → np.array(w0)
# The first step makes floats of whole numbers; without a step a whole number counts as the
# float that it equals, as everywhere in the grading.


# %% equivalent: np.array(path) → path
# A list of rows counts as the array that it is.
