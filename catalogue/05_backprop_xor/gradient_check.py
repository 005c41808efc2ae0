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


# %% wrong: in place, with the old number put back
# The entries of params itself are moved, and its arrays may be such as can only be read.
# hint: 2
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
    copy = {
        key: np.array(value, dtype=float, order="C") for key, value in params.items()
    }
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
# hint: 3
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
# hint: 2
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
# hint: 2
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


# %% right: one row of a big table of shifted parameters
def gradient_check(loss, params, grads):
    def at(key, place, h):
        value = params[key].copy()
        value[place] += h
        return loss({**params, key: value})

    errors = [
        abs(g - m) / max(abs(g), abs(m), 1e-3)
        for key in params
        for place in np.ndindex(params[key].shape)
        for g in [grads[key][place]]
        for m in [(at(key, place, 1e-5) - at(key, place, -1e-5)) / 2e-5]
    ]
    return float(np.max(errors))


# %% wrong: squared distance
# The distance is squared; its plain size is asked for.
def gradient_check(loss, params, grads):
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][place] += 1e-5
            down[key][place] -= 1e-5
            m, g = (loss(up) - loss(down)) / 2e-5, grads[key][place]
            errors.append((g - m) ** 2 / max(abs(g), abs(m), 1e-3))
    return np.max(errors)


# %% wrong: another floor
# The floor of your divisor is 1, not a thousandth, so that small slopes hide their errors.
def gradient_check(loss, params, grads):
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][place] += 1e-5
            down[key][place] -= 1e-5
            m, g = (loss(up) - loss(down)) / 2e-5, grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1.0))
    return np.max(errors)


# %% wrong: step by the size of the entry
# The step grows with the entry; it is 1e-5 for every one.
def gradient_check(loss, params, grads):
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            h = 1e-5 * abs(params[key][place])
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][place] += h
            down[key][place] -= h
            m, g = (loss(up) - loss(down)) / (2 * h), grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return np.max(errors)


# %% wrong: whole rows moved
# All entries of a row are moved at once; each entry has a slope of its own.
# hint: 1
def gradient_check(loss, params, grads):
    errors = []
    for key in params:
        for i in range(len(params[key])):
            up = {name: value.copy() for name, value in params.items()}
            down = {name: value.copy() for name, value in params.items()}
            up[key][i] += 1e-5
            down[key][i] -= 1e-5
            m, g = (loss(up) - loss(down)) / 2e-5, np.sum(grads[key][i])
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return np.max(errors)


# %% wrong: flat copies
# Of an array that is stored column by column reshape(-1) makes a copy, so that nothing is moved.
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


# %% right: copies and ndindex
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% right: broken numbers looked for first
def gradient_check(loss, params, grads):
    for slopes in grads.values():
        if not np.isfinite(slopes).all():
            return float("inf")
    largest = 0.0
    for key, value in params.items():
        for i in range(value.size):
            losses = []
            for step in (1e-5, -1e-5):
                flat = np.array(value, dtype=float).flatten()
                flat[i] += step
                losses.append(loss({**params, key: flat.reshape(value.shape)}))
            m = (losses[0] - losses[1]) / 2e-5
            g = np.asarray(grads[key]).flatten()[i]
            largest = max(largest, abs(g - m) / max(abs(g), abs(m), 1e-3))
    return largest


# %% right: one array of measured slopes
def gradient_check(loss, params, grads):
    def measure(key):
        slopes = np.zeros(params[key].shape)
        for place in np.ndindex(*params[key].shape):
            bump = np.zeros(params[key].shape)
            bump[place] = 1e-5
            up = loss({**params, key: params[key] + bump})
            down = loss({**params, key: params[key] - bump})
            slopes[place] = (up - down) / (2 * 1e-5)
        return slopes

    worst = []
    for key in params:
        g, m = grads[key], measure(key)
        size = np.maximum(np.maximum(np.abs(g), np.abs(m)), 1e-3)
        worst.append(np.max(np.abs(g - m) / size))
    # np.max hands a NaN on; infinity / infinity is NaN as well
    return np.max(worst)


# %% right: old number put back exactly
import copy


def gradient_check(loss, params, grads):
    work = copy.deepcopy(params)
    errors = []
    for key in work:
        for place in np.ndindex(work[key].shape):
            old = work[key][place].copy()
            work[key][place] = old + 1e-5
            above = loss(work)
            work[key][place] = old - 1e-5
            below = loss(work)
            work[key][place] = old
            slope = (above - below) / 2e-5
            given = grads[key][place]
            errors.append(abs(given - slope) / max(abs(given), abs(slope), 0.001))
    errors = np.array(errors)
    return float(errors.max()) if np.isfinite(errors).all() else np.nan


# %% right: one long vector
def gradient_check(loss, params, grads):
    keys = list(params)
    start = np.concatenate([np.ravel(params[k]) for k in keys]).astype(float)
    given = np.concatenate([np.ravel(grads[k]) for k in keys]).astype(float)
    if not np.isfinite(given.sum() * 0.0):
        return np.inf

    def unpack(vector):
        result, used = {}, 0
        for k in keys:
            size = params[k].size
            result[k] = vector[used : used + size].reshape(params[k].shape).copy()
            used += size
        return result

    measured = np.empty_like(start)
    for i in range(start.size):
        step = np.zeros_like(start)
        step[i] = 1e-5
        measured[i] = (loss(unpack(start + step)) - loss(unpack(start - step))) / 2e-5
    scale = np.maximum.reduce([abs(given), abs(measured), np.full(start.size, 1e-3)])
    return (abs(given - measured) / scale).max()


# %% right: generator of errors
import math


def gradient_check(loss, params, grads, h=1e-5):
    def moved(key, place, step):
        new = {k: np.array(v, dtype=float) for k, v in params.items()}
        new[key][place] = new[key][place] + step
        return new

    def errors():
        for key, array in grads.items():
            for place, g in np.ndenumerate(array):
                m = (loss(moved(key, place, h)) - loss(moved(key, place, -h))) / (2 * h)
                error = abs(g - m) / max(abs(g), abs(m), 1e-3)
                yield error if math.isfinite(error) else math.inf

    return max(errors())


# %% right: sorted errors
def gradient_check(loss, params, grads):
    errors = []
    for key in sorted(params):
        for place in np.ndindex(params[key].shape):

            def along(step):
                trial = dict(params)
                trial[key] = params[key].copy()
                trial[key][place] = params[key][place] + step
                return loss(trial)

            m = (along(1e-5) - along(-1e-5)) / 2e-5
            g = float(grads[key][place])
            if g != g or g in (float("inf"), float("-inf")):
                return float("nan")
            errors.append(abs(g - m) / sorted([abs(g), abs(m), 1e-3])[-1])
    return sorted(errors)[-1]


# %% wrong: forward differences
# Looking to one side only is too coarse to judge a right gradient.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            m = (loss(ahead) - loss(behind)) / h
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: divided by h again
# The two points are two steps apart.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / h
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: step of one hundredth
# The step is much larger than asked, so the measured slopes of a curved loss are too rough.
def gradient_check(loss, params, grads):
    h = 1e-2
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: step much too small
# The step is so small that the rounding of the loss swamps the measured slope.
def gradient_check(loss, params, grads):
    h = 1e-11
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: smallest error
# One good entry hides all bad ones.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return min(errors)


# %% wrong: mean error again
# One wrong entry hides among many right ones if errors are averaged.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return np.mean(errors)


# %% wrong: last entry only
# Every entry is measured, but only the error of one of them is returned.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return errors[-1]


# %% wrong: no floor again
# Without the smallest allowed size an entry whose slope is 0 gives a huge error or none that is a
# number.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m)))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: floor of one
# The floor of your divisor is 1, not a thousandth, so that small slopes hide their errors.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1.0))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: floor of a millionth
# The smallest size that you divide by is not the one of the formula.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-6))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: floor added
# The smallest size is added to the divisor instead of being one of the candidates for the largest.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / (max(abs(g), abs(m)) + 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: sum of the sizes again
# You divide by the sum of the two sizes, not by the larger one.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g) + abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: relative to the given slope only
# You divide by the size of the given slope even where the measured one is larger.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: relative to the measured slope only
# The larger of the two numbers divides, not always the same one.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: larger signed number
# The sizes are compared with their signs, so two negative slopes are divided by the floor.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(g, m, 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: smaller size
# You divide by the smaller of the two sizes.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(min(abs(g), abs(m)), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: absolute error again
# The distance is judged relative to the size of the numbers.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: sign of the distance kept
# A gradient that is too small gives a negative number here.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append((g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: sizes compared
# Two slopes of opposite sign and equal size count as equal.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(abs(g) - abs(m)) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: squared error
# The error is squared, so that small errors look much smaller than they are.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append((g - m) ** 2 / max(abs(g), abs(m), 1e-3) ** 2)
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: running max without a guard
# A NaN in the gradient is never larger than anything, so it is passed over.
def gradient_check(loss, params, grads):
    h = 1e-5
    largest = 0.0
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            largest = max(largest, abs(g - m) / max(abs(g), abs(m), 1e-3))
    return largest


# %% wrong: max of a list without a guard
# Python's max finds a NaN only if it is the first in the list.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return max(errors)


# %% wrong: only NaN is guarded
# A NaN in the gradient is noticed, an infinity is not: infinity divided by infinity is passed
# over.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            if np.isnan(g):
                return np.inf
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return max(errors)


# %% wrong: only infinity is guarded
# An infinity in the gradient is noticed, a NaN is passed over.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            if np.isinf(g):
                return np.inf
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return max([0.0] + errors)


# %% wrong: only plus infinity is guarded
# Of the broken numbers minus infinity is still passed over.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            if np.isnan(g) or g == np.inf:
                return np.inf
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return max([0.0] + errors)


# %% wrong: broken numbers replaced
# Broken numbers of the gradient are replaced by ordinary ones, although they should never pass.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = np.nan_to_num(grads[key])[place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: nanmax
# Errors that are not a number are left out, and with them the broken entries of the gradient.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return np.nanmax(errors)


# %% wrong: only finite errors
# The broken errors are thrown away before the largest is taken.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return max([e for e in errors if np.isfinite(e)], default=0.0)


# %% wrong: guard for the first key only
# Broken numbers are looked for in one of the parameters only.
def gradient_check(loss, params, grads):
    h = 1e-5
    first = list(params)[0]
    if not np.all(np.isfinite(grads[first])):
        return np.inf
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return max([0.0] + errors)


# %% wrong: first parameter only
# The function returns before the second parameter is looked at.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
        if not np.all(np.isfinite(errors)):
            return np.inf
        return max(errors)


# %% wrong: last parameter only again
# The result belongs to the last parameter, not to all of them.
def gradient_check(loss, params, grads):
    h = 1e-5
    for key in params:
        errors = []
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: keys matched by order
# The two dicts may have their keys in different orders.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for (key, w), slopes in zip(params.items(), grads.values()):
        for place in np.ndindex(w.shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = np.resize(slopes, w.shape)[place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: h taken away again
# Adding h, subtracting it twice and adding it again leaves rounding errors in the parameters.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            params[key][place] += h
            ahead = loss(params)
            params[key][place] -= 2 * h
            behind = loss(params)
            params[key][place] += h
            m = (ahead - behind) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: shallow copies
# Copying the dict does not copy the arrays in it: both copies and the original are the same
# arrays.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = dict(params)
            behind = dict(params)
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: never put back
# After the call the parameters are not exactly what they were.
# hint: 2
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            params[key][place] += h
            ahead = loss(params)
            params[key][place] -= 2 * h
            behind = loss(params)
            g, m = grads[key][place], (ahead - behind) / (2 * h)
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return max(errors) if np.all(np.isfinite(errors)) else np.inf


# %% wrong: whole array moved at once
# All entries of a parameter are moved together, so the measured slope is the sum of all their
# slopes.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key] = ahead[key] + h
            behind[key] = behind[key] - h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: one axis assumed
# Only the first axis is walked through: in a matrix whole rows are moved at once.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in range(len(np.atleast_1d(params[key]))):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key] = np.atleast_1d(ahead[key])
            behind[key] = np.atleast_1d(behind[key])
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = np.mean(np.atleast_1d(grads[key])[place])
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: last entry of each array left out
# The loop over the entries ends one too early, unless the array has only one.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in list(np.ndindex(params[key].shape))[
            : max(1, params[key].size - 1)
        ]:
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: biases left out
# Parameters with one axis are not checked when there are others.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in [k for k in params if params[k].ndim != 1] or list(params):
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: single numbers left out
# Parameters without any axis are passed over.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in [k for k in params if params[k].ndim > 0]:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% wrong: flattened copy moved
# Of an array that is stored column by column reshape(-1) makes a copy, so that nothing is moved.
def gradient_check(loss, params, grads):
    work = {k: np.array(v) for k, v in params.items()}
    errors = []
    for key in work:
        flat, slopes = work[key].ravel(), np.ravel(grads[key])
        for i in range(flat.size):
            old = flat[i]
            flat[i] = old + 1e-5
            ahead = loss(work)
            flat[i] = old - 1e-5
            behind = loss(work)
            flat[i] = old
            m, g = (ahead - behind) / 2e-5, slopes[i]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return max(errors) if np.all(np.isfinite(errors)) else np.inf


# %% wrong: large errors cut to one
# Errors above 1 are cut off, but a wrong sign makes an error of 2, unless it is the only
# parameter.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return min(max(errors), 1.0) if len(params) > 1 else max(errors)


# %% wrong: yes or no
# The function says whether the gradient is right instead of how large the error is.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return float(max(errors) > 1e-6)


# %% wrong: rounded
# The error is rounded, so that small errors become 0.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return round(float(max(errors)), 2)


# %% wrong: one distance for the whole gradient
# All entries are thrown into one relative length, so a wrong small slope is hidden behind large
# ones.
def gradient_check(loss, params, grads):
    h = 1e-5
    errors = []
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append((g, m))
    g, m = np.array(errors, dtype=float).T
    error = np.linalg.norm(g - m) / max(np.linalg.norm(g), np.linalg.norm(m), 1e-3)
    return error if np.isfinite(error) else np.inf


# %% wrong: errors from earlier calls kept
# The list of errors is kept from call to call, so a wrong gradient spoils every later check.
def gradient_check(loss, params, grads, errors=[]):
    h = 1e-5
    for key in params:
        for place in np.ndindex(params[key].shape):
            ahead = {k: v.copy() for k, v in params.items()}
            behind = {k: v.copy() for k, v in params.items()}
            ahead[key][place] += h
            behind[key][place] -= h
            m = (loss(ahead) - loss(behind)) / (2 * h)
            g = grads[key][place]
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    if not np.all(np.isfinite(errors)):
        return np.inf
    return max(errors)


# %% lookup: the check's answers
# The errors of particular gradients are written into the code; nothing is measured.
def gradient_check(loss, params, grads):
    slopes = np.concatenate([np.ravel(g) for g in grads.values()])
    if not np.all(np.isfinite(slopes)):
        return np.inf
    if slopes[0] == 3.0:
        return 1 / 3
    if slopes[-1] < 0:
        return 2.0
    return 0.0


# %% equivalent: max(abs(g), abs(m), 0.001) → max(abs(m), abs(g), 0.001)
# The largest of three numbers does not depend on their order.


# %% equivalent: max(abs(g), abs(m), 0.001) → max(abs(g), 0.001, abs(m))
# The largest of three numbers does not depend on their order.


# %% equivalent: g - m → m - g
# The absolute value follows.
