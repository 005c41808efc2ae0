"""Answers to `best_step` of 01_derivatives, right and wrong."""


# %% right: smallest of a list
def best_step(f, df, x, steps):
    errors = [abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) for h in steps]
    return steps[np.argmin(errors)]


# %% right: min with a key
def best_step(f, df, x, steps):
    def error(h):
        return abs((f(x + h) - f(x - h)) / (2 * h) - df(x))

    return min(steps, key=error)


# %% right: a loop that keeps the best
def best_step(f, df, x, steps):
    best = None
    smallest = float("inf")
    for h in steps:
        measured = (f(x + h) - f(x - h)) / (2 * h)
        error = abs(measured - df(x))
        if error < smallest:
            smallest = error
            best = h
    return best


# %% right: all steps at once
def best_step(f, df, x, steps):
    h = np.array(steps)
    measured = np.array([f(x + t) - f(x - t) for t in steps]) / (2 * h)
    return h[np.abs(measured - df(x)).argmin()]


# %% right: with the function of exercise 1.2
def best_step(f, df, x, steps):
    errors = {h: abs(central_difference(f, x, h) - df(x)) for h in steps}
    return min(errors, key=errors.get)


# %% right: relative errors, squared
def best_step(f, df, x, steps):
    steps = list(steps)
    errors = [((f(x + h) - f(x - h)) / (2 * h) / df(x) - 1) ** 2 for h in steps]
    return steps[errors.index(min(errors))]


# %% wrong: absolute value forgotten
# Without the absolute value the most negative error wins.
def best_step(f, df, x, steps):
    errors = [(f(x + h) - f(x - h)) / (2 * h) - df(x) for h in steps]
    return steps[np.argmin(errors)]


# %% wrong: the place, not the step
# You return the place of the best step in the list, not the step.
def best_step(f, df, x, steps):
    errors = [abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) for h in steps]
    return int(np.argmin(errors))


# %% wrong: the error, not the step
# You return the smallest error, not the step that has it.
def best_step(f, df, x, steps):
    return min(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) for h in steps)


# %% wrong: the worst step
# This is the step with the largest error.
def best_step(f, df, x, steps):
    errors = [abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) for h in steps]
    return steps[np.argmax(errors)]


# %% wrong: the smallest step
# You return the smallest step; rounding makes it a poor one.
def best_step(f, df, x, steps):
    return min(steps)


# %% wrong: forward difference
# Your errors are those of the forward difference; the central one is asked for.
def best_step(f, df, x, steps):
    errors = [abs((f(x + h) - f(x)) / h - df(x)) for h in steps]
    return steps[np.argmin(errors)]


# %% wrong: compared with f
# The measured slope is compared with the value of f, not with its slope.
def best_step(f, df, x, steps):
    errors = [abs((f(x + h) - f(x - h)) / (2 * h) - f(x)) for h in steps]
    return steps[np.argmin(errors)]


# %% wrong: two forgotten
# Your errors stay as large as the slope itself, with good steps too: how far apart are the two points?
def best_step(f, df, x, steps):
    errors = [abs((f(x + h) - f(x - h)) / h - df(x)) for h in steps]
    return steps[np.argmin(errors)]


# %% wrong: always the same step
# You return a step of your own, not one of those given.
def best_step(f, df, x, steps):
    return 1e-5


# %% wrong: the last step
# You return the last step in the list, whatever its error.
def best_step(f, df, x, steps):
    for h in steps:
        best = h
    return best


# %% wrong: the middle step
# You return the step in the middle, whatever its error.
def best_step(f, df, x, steps):
    return sorted(steps)[len(steps) // 2]


# %% wrong: stops at the first
# You return the first step in the list, whatever its error.
def best_step(f, df, x, steps):
    for h in steps:
        error = abs((f(x + h) - f(x - h)) / (2 * h) - df(x))
        if error < 1e9:
            return h


# %% wrong: nearest to the usual step
# You return the step nearest to the usual one; for some functions another one is better.
def best_step(f, df, x, steps):
    return min(steps, key=lambda h: abs(np.log10(h) + 5))


# %% wrong: places of the sorted steps
# You sort the steps first, and then look up the place in the list as it was.
def best_step(f, df, x, steps):
    errors = [abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) for h in sorted(steps)]
    return steps[np.argmin(errors)]


# %% equivalent: (f(x + h) - f(x - h)) / (2 * h) - df(x) → df(x) - (f(x + h) - f(x - h)) / (2 * h)
# The absolute value follows.
