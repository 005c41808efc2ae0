"""Answers to `gradient_check` of 05_backprop_xor, right and wrong."""


# %% right: a fresh copy for every entry
def gradient_check(loss, params, grads):
    worst = 0.0
    for key in params:
        for place in np.ndindex(*params[key].shape):
            results = []
            for h in (1e-5, -1e-5):
                moved = {name: value.copy() for name, value in params.items()}
                moved[key][place] += h
                results.append(loss(moved))
            m = (results[0] - results[1]) / 2e-5
            g = grads[key][place]
            if not np.isfinite(g):
                return np.inf
            error = abs(g - m) / max(abs(g), abs(m), 1e-3)
            if error > worst:
                worst = error
    return worst


# %% right: in place, with the old number put back
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key, w in params.items():
        it = np.nditer(w, flags=["multi_index"])
        for _ in it:
            place = it.multi_index
            old = w[place]
            w[place] = old + h
            up = loss(params)
            w[place] = old - h
            down = loss(params)
            w[place] = old
            m = (up - down) / (2 * h)
            g = grads[key][place]
            errors.append(np.abs(g - m) / np.max([abs(g), abs(m), 1e-3]))
    return np.max(errors)


# %% right: measured gradient first, then all errors at once
def gradient_check(loss, params, grads):
    def slope(key, place):
        bump = np.zeros(params[key].shape)
        bump[place] = 1e-5
        ahead = loss({**params, key: params[key] + bump})
        behind = loss({**params, key: params[key] - bump})
        return (ahead - behind) / 2e-5

    m, g = [], []
    for key, value in params.items():
        m += [slope(key, place) for place in np.ndindex(value.shape)]
        g += list(np.ravel(grads[key]))
    m, g = np.array(m), np.array(g)
    if not np.isfinite(g).all():
        return float("inf")
    size = np.maximum(np.maximum(np.abs(g), np.abs(m)), 1e-3)
    return float(np.max(np.abs(g - m) / size))


# %% right: flat views
def gradient_check(loss, params, grads):
    copy = {key: np.array(value, dtype=float) for key, value in params.items()}
    largest = -1.0
    for key in copy:
        flat = copy[key].reshape(-1)
        told = np.asarray(grads[key], dtype=float).reshape(-1)
        for i in range(flat.size):
            keep = flat[i]
            flat[i] = keep + 1e-5
            a = loss(copy)
            flat[i] = keep - 1e-5
            b = loss(copy)
            flat[i] = keep
            m = (a - b) / 2e-5
            e = abs(told[i] - m) / max(abs(told[i]), abs(m), 0.001)
            if np.isnan(e) or np.isinf(e):
                return np.nan
            largest = max(largest, e)
    return largest


# %% wrong: forward difference
# Looking to one side only is too coarse to judge a right gradient.
def gradient_check(loss, params, grads):
    errors, base = [], loss(params)
    for key in params:
        for place in np.ndindex(params[key].shape):
            moved = {name: value.copy() for name, value in params.items()}
            moved[key][place] += 1e-5
            m, g = (loss(moved) - base) / 1e-5, grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return np.max(errors)


# %% wrong: divided by h
# The two points are two steps apart.
def gradient_check(loss, params, grads):
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][place] += 1e-5
            down[key][place] -= 1e-5
            m, g = (loss(up) - loss(down)) / 1e-5, grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return np.max(errors)


# %% wrong: mean error
# One wrong entry hides among many right ones if errors are averaged.
def gradient_check(loss, params, grads):
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][place] += 1e-5
            down[key][place] -= 1e-5
            m, g = (loss(up) - loss(down)) / 2e-5, grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return np.mean(errors)


# %% wrong: absolute error
# The distance is judged relative to the size of the numbers.
def gradient_check(loss, params, grads):
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][place] += 1e-5
            down[key][place] -= 1e-5
            errors.append(abs(grads[key][place] - (loss(up) - loss(down)) / 2e-5))
    return np.max(errors)


# %% wrong: no floor
# Two numbers near 0 differ by rounding; that is no error.
def gradient_check(loss, params, grads):
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][place] += 1e-5
            down[key][place] -= 1e-5
            m, g = (loss(up) - loss(down)) / 2e-5, grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m)))
    return np.max(errors)


# %% wrong: NaN swallowed
# A NaN in the gradient passes as if it were no error.
def gradient_check(loss, params, grads):
    worst = 0.0
    for key in params:
        for place in np.ndindex(params[key].shape):
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][place] += 1e-5
            down[key][place] -= 1e-5
            m, g = (loss(up) - loss(down)) / 2e-5, grads[key][place]
            worst = max(worst, abs(g - m) / max(abs(g), abs(m), 1e-3))
    return worst


# %% wrong: without the absolute value
# A gradient that is too small gives a negative number here.
def gradient_check(loss, params, grads):
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][place] += 1e-5
            down[key][place] -= 1e-5
            m, g = (loss(up) - loss(down)) / 2e-5, grads[key][place]
            errors.append((g - m) / max(abs(g), abs(m), 1e-3))
    return np.max(errors)


# %% wrong: last parameter only
# The result belongs to the last parameter, not to all of them.
def gradient_check(loss, params, grads):
    for key in params:
        errors = []
        for place in np.ndindex(params[key].shape):
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][place] += 1e-5
            down[key][place] -= 1e-5
            m, g = (loss(up) - loss(down)) / 2e-5, grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return np.max(errors)


# %% wrong: step not undone
# An entry that was moved has to go back before the next one moves.
def gradient_check(loss, params, grads):
    moved = {name: value.copy() for name, value in params.items()}
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            moved[key][place] += 1e-5
            ahead = loss(moved)
            moved[key][place] -= 2e-5
            m, g = (ahead - loss(moved)) / 2e-5, grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return np.max(errors)


# %% wrong: changes params
# After the call the parameters are not exactly what they were.
def gradient_check(loss, params, grads):
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            params[key][place] += 1e-5
            ahead = loss(params)
            params[key][place] -= 2e-5
            behind = loss(params)
            m, g = (ahead - behind) / 2e-5, grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return np.max(errors)


# %% wrong: keys by position
# The two dicts may have their keys in different orders.
def gradient_check(loss, params, grads):
    errors = []
    for (key, value), grad in zip(params.items(), grads.values()):
        for k, place in enumerate(np.ndindex(value.shape)):
            up = {name: v.copy() for name, v in params.items()}
            down = {name: v.copy() for name, v in params.items()}
            up[key][place] += 1e-5
            down[key][place] -= 1e-5
            m, g = (loss(up) - loss(down)) / 2e-5, grad.ravel()[k % grad.size]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return np.max(errors)


# %% wrong: sum of the sizes
# The formula divides by the larger size, not by the sum of both.
def gradient_check(loss, params, grads):
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][place] += 1e-5
            down[key][place] -= 1e-5
            m, g = (loss(up) - loss(down)) / 2e-5, grads[key][place]
            errors.append(abs(g - m) / (abs(g) + abs(m) + 1e-3))
    return np.max(errors)


# %% wrong: norms of whole arrays
# One wrong entry hides behind the size of its whole array.
def measure(loss, params, h=1e-5):
    measured = {key: np.zeros(value.shape) for key, value in params.items()}
    for key, value in measured.items():
        for place in np.ndindex(value.shape):
            up = {k: v.copy() for k, v in params.items()}
            down = {k: v.copy() for k, v in params.items()}
            up[key][place] += h
            down[key][place] -= h
            value[place] = (loss(up) - loss(down)) / (2 * h)
    return measured


def gradient_check(loss, params, grads):
    measured = measure(loss, params)
    norm = np.linalg.norm
    errors = []
    for key, m in measured.items():
        g = grads[key]
        errors.append(norm(g - m) / max(norm(g), norm(m), 1e-3))
    return float(np.max(errors))


# %% wrong: divided by the measured slope
# The larger of the two numbers divides, not always the same one.
def measure(loss, params, h=1e-5):
    measured = {key: np.zeros(value.shape) for key, value in params.items()}
    for key, value in measured.items():
        for place in np.ndindex(value.shape):
            up = {k: v.copy() for k, v in params.items()}
            down = {k: v.copy() for k, v in params.items()}
            up[key][place] += h
            down[key][place] -= h
            value[place] = (loss(up) - loss(down)) / (2 * h)
    return measured


def gradient_check(loss, params, grads):
    measured = measure(loss, params)
    errors = []
    for key, m in measured.items():
        errors.append(np.max(np.abs(grads[key] - m) / np.maximum(np.abs(m), 1e-3)))
    return float(np.max(errors))


# %% wrong: first wrong entry
# The largest error is asked for, not the first that is large.
def measure(loss, params, h=1e-5):
    measured = {key: np.zeros(value.shape) for key, value in params.items()}
    for key, value in measured.items():
        for place in np.ndindex(value.shape):
            up = {k: v.copy() for k, v in params.items()}
            down = {k: v.copy() for k, v in params.items()}
            up[key][place] += h
            down[key][place] -= h
            value[place] = (loss(up) - loss(down)) / (2 * h)
    return measured


def gradient_check(loss, params, grads):
    measured = measure(loss, params)
    largest = 0.0
    for key, m in measured.items():
        for place in np.ndindex(m.shape):
            a, b = grads[key][place], m[place]
            error = abs(a - b) / max(abs(a), abs(b), 1e-3)
            if not error < 1e-3:
                return error if np.isfinite(error) else np.inf
            largest = max(largest, error)
    return largest


# %% wrong: another step
# The slopes are measured with another step than the one asked for.
def measure(loss, params, h=1e-5):
    measured = {key: np.zeros(value.shape) for key, value in params.items()}
    for key, value in measured.items():
        for place in np.ndindex(value.shape):
            up = {k: v.copy() for k, v in params.items()}
            down = {k: v.copy() for k, v in params.items()}
            up[key][place] += h
            down[key][place] -= h
            value[place] = (loss(up) - loss(down)) / (2 * h)
    return measured


def gradient_check(loss, params, grads):
    measured = measure(loss, params, h=1e-3)
    errors = []
    for key, m in measured.items():
        larger = np.maximum(np.maximum(np.abs(grads[key]), np.abs(m)), 1e-3)
        errors.append(np.max(np.abs(grads[key] - m) / larger))
    return float(np.max(errors))


# %% equivalent: max(abs(g), abs(m), 0.001) → max(abs(m), abs(g), 0.001)
# The largest of three numbers does not depend on their order.


# %% equivalent: max(abs(g), abs(m), 0.001) → max(abs(g), 0.001, abs(m))
# The largest of three numbers does not depend on their order.


# %% equivalent: g - m → m - g
# The absolute value follows.
