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


# %% equivalent: np.array(w0, dtype=float) → np.array(w0)
# The first step makes floats of whole numbers; without a step a whole number counts as the
# float that it equals, as everywhere in the grading.


# %% equivalent: np.array(path) → path
# A list of rows counts as the array that it is.
