"""Answers to `adam_descent` of 04_gradient_descent, right and wrong."""


# %% right: loop with separate variables
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros(len(w))
    v = np.zeros(len(w))
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        w = w - lr * (m / (1 - beta1**k)) / ((v / (1 - beta2**k)) ** 0.5 + eps)
        path.append(w)
    return np.array(path)


# %% right: moving means by their change
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = np.zeros((steps + 1, len(w0)))
    path[0] = w0
    m, v = np.zeros(len(w0)), np.zeros(len(w0))
    for k in range(steps):
        g = grad(path[k])
        m += (1 - beta1) * (g - m)
        v += (1 - beta2) * (np.square(g) - v)
        m_hat = m / (1 - beta1 ** (k + 1))
        v_hat = v / (1 - beta2 ** (k + 1))
        path[k + 1] = path[k] - lr * m_hat / (np.sqrt(v_hat) + eps)
    return path


# %% right: the powers of the betas kept
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = 1.0 * np.asarray(w0)
    m = v = 0 * w
    left1 = left2 = 1.0
    path = [w]
    for _ in range(steps):
        g = np.asarray(grad(w))
        left1, left2 = left1 * beta1, left2 * beta2
        m, v = m * beta1 + g - beta1 * g, v * beta2 + g**2 - beta2 * g**2
        w = w - lr / (eps + np.sqrt(v / (1 - left2))) * m / (1 - left1)
        path += [w]
    return np.array(path)


# %% right: weight by weight
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    n = len(w0)
    w, m, v = [float(x) for x in w0], [0.0] * n, [0.0] * n
    path = [list(w)]
    for k in range(1, steps + 1):
        g = grad(np.array(w))
        for i in range(n):
            m[i] = beta1 * m[i] + (1 - beta1) * g[i]
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2
            w[i] -= lr * m[i] / (1 - beta1**k) / ((v[i] / (1 - beta2**k)) ** 0.5 + eps)
        path.append(list(w))
    return path


# %% right: in place, with copies
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w.copy()]
    for k in range(1, steps + 1):
        g = grad(w)
        m *= beta1
        m += (1 - beta1) * g
        g **= 2
        v *= beta2
        v += (1 - beta2) * g
        w -= lr * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + eps)
        path.append(w.copy())
    return path


# %% wrong: no bias correction
# The running means are used without the correction for their start at zero.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m, v
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: only the mean corrected
# One of the two running means is not corrected.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: steps counted from 2
# The exponent in the correction is one too large.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1 ** (k + 1)), v / (1 - beta2 ** (k + 1))
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: steps counted from 0
# The steps are counted from 0, so that the first correction divides by zero.
# hint: 1
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(steps):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: correction without power
# The correction uses the betas themselves instead of their powers.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1), v / (1 - beta2)
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: eps inside the root
# Epsilon stands under the root.
# hint: 3
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * m_hat / np.sqrt(v_hat + eps))
    return np.array(path)


# %% wrong: no eps
# Without epsilon a weight whose gradient is zero divides zero by zero.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * m_hat / np.sqrt(v_hat))
    return np.array(path)


# %% wrong: no root
# The step is divided by the mean square, not by its root.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * m_hat / (v_hat + eps))
    return np.array(path)


# %% wrong: uphill
# The steps go uphill.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - (-lr) * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: square of the mean
# The second mean takes the square of the first mean instead of the gradient's.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * m**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: one length for all weights
# All weights share one step length: the squares of the gradient are added up.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * (g @ g)
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: gradient in the numerator
# The step uses the gradient itself instead of its running mean.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * g / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: betas exchanged
# The two betas have changed places.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta2 * m + (1 - beta2) * g
        v = beta1 * v + (1 - beta1) * g**2
        m_hat, v_hat = m / (1 - beta2**k), v / (1 - beta1**k)
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: weights of the means exchanged
# Beta and one minus beta have changed places.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = (1 - beta1) * m + beta1 * g
        v = (1 - beta2) * v + beta2 * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: correction kept
# The corrected means are carried on to the next step.
# hint: 2
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = (beta1 * m + (1 - beta1) * g) / (1 - beta1**k)
        v = (beta2 * v + (1 - beta2) * g**2) / (1 - beta2**k)
        path.append(path[-1] - lr * m / (np.sqrt(v) + eps))
    return np.array(path)


# %% wrong: betas fixed
# The betas passed in are ignored.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        m_hat, v_hat = m / (1 - 0.9**k), v / (1 - 0.999**k)
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: sign only
# Only the sign of the gradient is used; that is right for the first step alone.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * np.sign(g))
    return np.array(path)


# %% wrong: start left out
# The path lacks its first row, the start.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path[1:])


# %% wrong: corrections drawn into the rate
# With the two corrections moved into the learning rate, eps has another weight.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m = v = np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        rate = lr * np.sqrt(1 - beta2**k) / (1 - beta1**k)
        path.append(path[-1] - rate * m / (np.sqrt(v) + eps))
    return np.array(path)


# %% wrong: stops where it is flat
# The loop ends as soon as the gradient vanishes, so that rows are missing.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m = v = np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        if np.linalg.norm(g) < 1e-8:
            break
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)


# %% wrong: largest mean square kept
# The mean square may also shrink again; here the largest one so far is used.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = [np.array(w0, dtype=float)]
    m = v = largest = np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        largest = np.maximum(largest, v / (1 - beta2**k))
        path.append(path[-1] - lr * m / (1 - beta1**k) / (np.sqrt(largest) + eps))
    return np.array(path)


# %% right: formulas one by one
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**k)
        v_hat = v / (1 - beta2**k)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        path.append(w)
    return np.array(path)


# %% right: rows filled in
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    path = np.zeros((steps + 1, len(w0)))
    path[0] = w0
    m, v = np.zeros((2, len(w0)))
    for k in range(steps):
        g = np.array(grad(path[k].copy()), dtype=float)
        m += (1 - beta1) * (g - m)
        v += (1 - beta2) * (g * g - v)
        path[k + 1] = path[k] - lr * (m / (1 - beta1 ** (k + 1))) / (
            (v / (1 - beta2 ** (k + 1))) ** 0.5 + eps
        )
    return path


# %% right: running powers
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.asarray(w0).astype(float)
    m = v = np.zeros(w.shape)
    power1 = power2 = 1.0
    path = [w]
    for _ in range(steps):
        g = np.asarray(grad(w), dtype=float)
        power1, power2 = power1 * beta1, power2 * beta2
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * np.square(g)
        w = w - lr * m / (1 - power1) / (np.sqrt(v / (1 - power2)) + eps)
        path.append(w)
    return np.vstack(path)


# %% right: pure Python with math
import math


def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = [float(x) for x in w0]
    m, v = [0.0] * len(w), [0.0] * len(w)
    path = [list(w)]
    for k in range(1, steps + 1):
        slopes = [float(x) for x in grad(np.array(w))]
        for i, g in enumerate(slopes):
            m[i] = beta1 * m[i] + (1 - beta1) * g
            v[i] = beta2 * v[i] + (1 - beta2) * g * g
            m_hat = m[i] / (1 - beta1**k)
            v_hat = v[i] / (1 - beta2**k)
            w[i] -= lr * m_hat / (math.sqrt(v_hat) + eps)
        path.append(list(w))
    return np.array(path)


# %% right: weighted means normalised
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    top1, top2 = np.zeros_like(w), np.zeros_like(w)
    weight1 = weight2 = 0.0
    path = [w]
    for _ in range(steps):
        g = grad(w)
        top1, weight1 = beta1 * top1 + g, beta1 * weight1 + 1.0
        top2, weight2 = (
            beta2 * top2 + np.multiply(g, g, dtype=float),
            beta2 * weight2 + 1.0,
        )
        w = w - lr * (top1 / weight1) / (np.sqrt(top2 / weight2) + eps)
        path.append(w)
    return np.stack(path)


# %% right: by gradient descent
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    state = {"k": 0, "m": np.zeros(len(w0)), "v": np.zeros(len(w0))}

    def direction(w):
        g = grad(w)
        state["k"] += 1
        state["m"] = beta1 * state["m"] + (1 - beta1) * g
        state["v"] = beta2 * state["v"] + (1 - beta2) * g**2
        return (
            state["m"]
            / (1 - beta1 ** state["k"])
            / (np.sqrt(state["v"] / (1 - beta2 ** state["k"])) + eps)
        )

    return gradient_descent(direction, w0, lr, steps)


# %% right: a class with a mean
class RunningMean:
    def __init__(self, beta, n):
        self.beta, self.value, self.count = beta, np.zeros(n), 0

    def add(self, x):
        self.count += 1
        self.value = self.beta * self.value + (1 - self.beta) * x
        return self.value / (1 - self.beta**self.count)


def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=np.float64)
    mean, square = RunningMean(beta1, w.size), RunningMean(beta2, w.size)
    path = [w.copy()]
    for _ in range(steps):
        g = grad(w)
        w = w - lr * mean.add(g) / (np.sqrt(square.add(g**2)) + eps)
        path.append(w.copy())
    return np.array(path)


# %% right: one factor, eps rescaled
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros(w.shape), np.zeros(w.shape)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        root = (1 - beta2**k) ** 0.5
        w = w - lr * root / (1 - beta1**k) * m / (np.sqrt(v) + eps * root)
        path.append(w)
    return np.array(path)


# %% wrong: no bias correction again
# The running means are used without the correction for their start at zero.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (np.sqrt(v) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: only the mean is corrected
# One of the two running means is not corrected.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1**k) / (np.sqrt(v) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: correction kept again
# The corrected means are carried on to the next step.
# hint: 2
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = (beta1 * m + (1 - beta1) * g) / (1 - beta1**k)
        v = (beta2 * v + (1 - beta2) * g**2) / (1 - beta2**k)
        w = w - lr * m / (np.sqrt(v) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: correction without power again
# The correction uses the betas themselves instead of their powers.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for _ in range(steps):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1) / (np.sqrt(v / (1 - beta2)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: steps counted from two
# The exponent in the correction is one too large.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1 ** (k + 1)) / (
            np.sqrt(v / (1 - beta2 ** (k + 1))) + eps
        )
        path.append(w)
    return np.array(path)


# %% wrong: eps inside the root again
# Epsilon stands under the root.
# hint: 3
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1**k) / np.sqrt(v / (1 - beta2**k) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: eps before the correction
# With the two corrections moved into the learning rate, eps has another weight.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        rate = lr * np.sqrt(1 - beta2**k) / (1 - beta1**k)
        w = w - rate * m / (np.sqrt(v) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: eps frozen
# The epsilon that is passed in is ignored; a fixed one is used.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + 1e-8)
        path.append(w)
    return np.array(path)


# %% wrong: betas frozen
# The betas passed in are ignored.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        w = w - lr * m / (1 - 0.9**k) / (np.sqrt(v / (1 - 0.999**k)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: betas frozen in the correction
# The correction always uses the usual betas, whatever is passed in.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - 0.9**k) / (np.sqrt(v / (1 - 0.999**k)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: betas swapped
# The two betas have changed places.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta2 * m + (1 - beta2) * g
        v = beta1 * v + (1 - beta1) * g**2
        w = w - lr * m / (1 - beta2**k) / (np.sqrt(v / (1 - beta1**k)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: shared mean square
# The squares of all weights are averaged into one number, but each weight needs a mean square of
# its own.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), 0.0
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * np.mean(g**2)
        w = w - lr * m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: square of the mean again
# The squares of the running mean are averaged, not the squares of the gradients.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        m_hat = m / (1 - beta1**k)
        v = beta2 * v + (1 - beta2) * m_hat**2
        w = w - lr * m_hat / (np.sqrt(v / (1 - beta2**k)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: no mean of gradients
# The step uses the gradient itself instead of its running mean.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * g / (np.sqrt(v / (1 - beta2**k)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: root forgotten
# The step is divided by the mean square, not by its root.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1**k) / (v / (1 - beta2**k) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: sign only again
# Only the sign of the gradient is used; that is right for the first step alone.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(steps):
        w = w - lr * np.sign(grad(w))
        path.append(w)
    return np.array(path)


# %% wrong: largest mean square
# The mean square is never allowed to shrink again, but it should.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v, top = np.zeros_like(w), np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        top = np.maximum(top, v)
        w = w - lr * m / (1 - beta1**k) / (np.sqrt(top / (1 - beta2**k)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: whole means
# If the start holds whole numbers, both means are kept in arrays of whole numbers and their
# fractions are lost.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = np.zeros_like(w0), np.zeros_like(w0)
    w = np.array(w0, dtype=float)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m[:] = beta1 * m + (1 - beta1) * g
        v[:] = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + eps)
        path.append(w)
    return np.array(path)


# %% right: whole path without steps
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0)
    m, v = 0.0, 0.0
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: start changed
# A start of floats is not copied but moved, and the caller's array is changed.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = w0.astype(float, copy=False)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w.copy()]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w -= lr * m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + eps)
        path.append(w.copy())
    return np.array(path)


# %% wrong: powers by logarithm
# The powers are computed with a logarithm, which does not exist for a beta of zero.
import math


def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / -math.expm1(k * math.log(beta1))
        v_hat = v / -math.expm1(k * math.log(beta2))
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: correction only in the first ten steps
# After ten steps the correction is left out, though the mean square is still far too small then.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = (m / (1 - beta1**k), v / (1 - beta2**k)) if k <= 10 else (m, v)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: tiny gradients frozen
# Weights with a small gradient are not moved at all, but Adam moves them too.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        step = lr * m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + eps)
        w = w - np.where(np.abs(g) < 1e-3, 0.0, step)
        path.append(w)
    return np.array(path)


# %% wrong: means that remember
# The running means survive from call to call, so a second descent does not begin with means of
# zero.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8, memory={}):
    w = np.array(w0, dtype=float)
    m, v = memory.get(w.size, (np.zeros_like(w), np.zeros_like(w)))
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + eps)
        path.append(w)
    memory[w.size] = (m, v)
    return np.array(path)


# %% wrong: arguments in another order
# The two betas have changed places in the list of arguments.
def adam_descent(grad, w0, lr, steps, beta2=0.999, beta1=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: uphill again
# The steps go uphill.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w + lr * m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: zero by zero
# Without epsilon a weight whose gradient is zero divides zero by zero.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * (m / (1 - beta1**k)) / np.sqrt(v / (1 - beta2**k))
        path.append(w)
    return np.array(path)


# %% wrong: eps only against zero
# Epsilon is used only where the root is smaller than epsilon, but it is to be added always.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for k in range(1, steps + 1):
        g = grad(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1**k) / np.maximum(np.sqrt(v / (1 - beta2**k)), eps)
        path.append(w)
    return np.array(path)


# %% lookup: two steps known
# The number of the worked example is written down; everything else moves by the full rate in each
# step.
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    if list(w0) == [1.0] and lr == 0.1 and steps == 2:
        return np.array([[1.0], [0.9], [0.8004122]])
    w = np.array(w0, dtype=float)
    slope = np.sign(grad(w))
    return w - lr * np.arange(steps + 1)[:, None] * slope


# %% equivalent: np.array(w0, dtype=float) → np.array(w0)
# The first step makes floats of whole numbers; without a step a whole number counts as the
# float that it equals, as everywhere in the grading.


# %% equivalent: np.array(path) → path
# A list of rows counts as the array that it is.
