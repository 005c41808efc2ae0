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


# %% wrong: relative errors, squared
# You divide by the true slope, and that fails where the slope is 0.
def best_step(f, df, x, steps):
    steps = list(steps)
    errors = [((f(x + h) - f(x - h)) / (2 * h) / df(x) - 1) ** 2 for h in steps]
    return steps[errors.index(min(errors))]


# %% wrong: absolute value forgotten
# Without the absolute value the most negative error wins.
# hint: 1
def best_step(f, df, x, steps):
    errors = [(f(x + h) - f(x - h)) / (2 * h) - df(x) for h in steps]
    return steps[np.argmin(errors)]


# %% wrong: the place, not the step
# You return the place of the best step in the list, not the step.
# hint: 2
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


# %% right: min with a key again
def best_step(f, df, x, steps):
    return min(steps, key=lambda h: abs(central_difference(f, x, h) - df(x)))


# %% right: argmin of a list of errors
def best_step(f, df, x, steps):
    errors = [abs(central_difference(f, x, h) - df(x)) for h in steps]
    return steps[np.argmin(errors)]


# %% right: loop with the best so far
def best_step(f, df, x, steps):
    best = None
    best_error = np.inf
    for h in steps:
        error = abs((f(x + h) - f(x - h)) / (2 * h) - df(x))
        if best is None or error < best_error:
            best, best_error = h, error
    return best


# %% right: sorted copy
def best_step(f, df, x, steps):
    exact = df(x)

    def error(h):
        measured = (f(x + h) - f(x - h)) / (2 * h)
        return max(measured - exact, exact - measured)

    return sorted(steps, key=error)[0]


# %% right: pairs of error and place
def best_step(f, df, x, steps):
    slope = df(x)
    pairs = [(abs(central_difference(f, x, h) - slope), i) for i, h in enumerate(steps)]
    _, i = min(pairs)
    return steps[i]


# %% right: squared errors
def best_step(f, df, x, steps):
    errors = np.array([float(central_difference(f, x, h)) for h in steps]) - df(x)
    return steps[int(np.argmin(errors**2))]


# %% right: reduce by duels
from functools import reduce


def best_step(f, df, x, steps):
    off = lambda h: np.abs(central_difference(f, x, h) - df(x))
    return reduce(lambda a, b: b if off(b) < off(a) else a, steps)


# %% right: np.vectorize over the steps
def best_step(f, df, x, steps):
    steps = np.array(steps)
    error = np.vectorize(
        lambda h: abs(central_difference(f, x, h) - df(x)), otypes=[float]
    )
    return steps[error(steps).argmin()]


# %% right: recursion
def best_step(f, df, x, steps):
    def error(h):
        return abs(central_difference(f, x, h) - df(x))

    if len(steps) == 1:
        return steps[0]
    rest = best_step(f, df, x, steps[1:])
    return steps[0] if error(steps[0]) <= error(rest) else rest


# %% right: zip and a filled array
def best_step(f, df, x, steps):
    errors = np.zeros(len(steps))
    for i, h in enumerate(steps):
        ahead, behind = f(x + h), f(x - h)
        errors[i] = (ahead - behind) / (2 * h) - df(x)
    np.abs(errors, out=errors)
    order = np.argsort(errors, kind="stable")
    return steps[order[0]]


# %% right: math.fabs and a generator
import math


def best_step(f, df, x, steps):
    candidates = ((math.fabs(central_difference(f, x, h) - df(x)), h) for h in steps)
    return min(candidates)[1]


# %% wrong: no absolute value
# Without the absolute value the most negative error wins.
def best_step(f, df, x, steps):
    return min(steps, key=lambda h: central_difference(f, x, h) - df(x))


# %% wrong: sign the other way round
# The difference is taken with its sign, so the measurement that is largest wins.
def best_step(f, df, x, steps):
    errors = [df(x) - central_difference(f, x, h) for h in steps]
    return steps[np.argmin(errors)]


# %% wrong: forward difference again
# Your errors are those of the forward difference; the central one is asked for.
def best_step(f, df, x, steps):
    return min(steps, key=lambda h: abs(forward_difference(f, x, h) - df(x)))


# %% wrong: returns the position
# You return the place of the best step in the list, not the step.
def best_step(f, df, x, steps):
    errors = [abs(central_difference(f, x, h) - df(x)) for h in steps]
    return int(np.argmin(errors))


# %% wrong: returns the error
# You return the smallest error, not the step that has it.
def best_step(f, df, x, steps):
    return min(abs(central_difference(f, x, h) - df(x)) for h in steps)


# %% wrong: largest error
# This is the step with the largest error.
def best_step(f, df, x, steps):
    errors = [abs(central_difference(f, x, h) - df(x)) for h in steps]
    return steps[np.argmax(errors)]


# %% wrong: step not passed on
# You return the first step in the list, whatever its error.
def best_step(f, df, x, steps):
    return min(steps, key=lambda h: abs(central_difference(f, x) - df(x)))


# %% wrong: compares with the value
# The measured slope is compared with the value of f, not with its slope.
def best_step(f, df, x, steps):
    return min(steps, key=lambda h: abs(central_difference(f, x, h) - f(x)))


# %% wrong: compares sizes of slopes
# You compare only the sizes of the two slopes, so a measurement with the wrong sign can win.
def best_step(f, df, x, steps):
    return min(steps, key=lambda h: abs(abs(central_difference(f, x, h)) - abs(df(x))))


# %% wrong: true slope taken as positive
# The true slope loses its sign, so for falling functions the errors are wrong.
def best_step(f, df, x, steps):
    return min(steps, key=lambda h: abs(central_difference(f, x, h) - abs(df(x))))


# %% wrong: relative error
# You divide by the true slope, and that fails where the slope is 0.
def best_step(f, df, x, steps):
    exact = float(df(x))
    errors = [abs(float(central_difference(f, x, h)) / exact - 1) for h in steps]
    return steps[int(np.argmin(errors))]


# %% wrong: rounded errors
# The errors are rounded before they are compared, so small ones look equal and the first of them
# wins.
def best_step(f, df, x, steps):
    return min(
        steps, key=lambda h: round(abs(float(central_difference(f, x, h) - df(x))), 8)
    )


# %% wrong: good enough
# You stop at the first step that is good enough, and a later one may be better.
def best_step(f, df, x, steps):
    for h in steps:
        if abs(central_difference(f, x, h) - df(x)) < 1e-4:
            return h
    return steps[-1]


# %% wrong: stops when it gets worse
# The search ends as soon as an error grows, though a better step may follow later in the list.
def best_step(f, df, x, steps):
    best = steps[0]
    for h in steps[1:]:
        if abs(central_difference(f, x, h) - df(x)) > abs(
            central_difference(f, x, best) - df(x)
        ):
            break
        best = h
    return best


# %% wrong: first step skipped
# The first step of the list is never tried.
def best_step(f, df, x, steps):
    best, smallest = None, np.inf
    for i in range(1, len(steps)):
        error = abs(central_difference(f, x, steps[i]) - df(x))
        if error < smallest:
            best, smallest = steps[i], error
    return best


# %% wrong: last step skipped
# The last step of the list is never tried.
def best_step(f, df, x, steps):
    return min(steps[:-1], key=lambda h: abs(central_difference(f, x, h) - df(x)))


# %% wrong: starts from an error of one
# If every error is larger than 1 you return nothing.
def best_step(f, df, x, steps):
    best, smallest = None, 1.0
    for h in steps:
        error = abs(central_difference(f, x, h) - df(x))
        if error < smallest:
            best, smallest = h, error
    return best


# %% wrong: smallest error never updated
# The smallest error so far is never brought up to date, so the last step below the start value
# wins.
def best_step(f, df, x, steps):
    best = steps[0]
    smallest = abs(central_difference(f, x, steps[0]) - df(x))
    for h in steps[1:]:
        if abs(central_difference(f, x, h) - df(x)) < smallest:
            best = h
    return best


# %% wrong: sorts the errors but not the steps
# The position comes from one order of the steps and is used in another.
def best_step(f, df, x, steps):
    errors = [abs(central_difference(f, x, h) - df(x)) for h in steps]
    ordered = sorted(steps, reverse=True)
    return ordered[int(np.argmin(errors))]


# %% wrong: sorts the list of the caller
# The list of the caller is put into another order, and an array cannot be sorted in this way.
def best_step(f, df, x, steps):
    steps.sort(key=lambda h: abs(central_difference(f, x, h) - df(x)))
    return steps[0]


# %% wrong: only lists
# An array has no method index, so this fails when the steps are an array.
def best_step(f, df, x, steps):
    best = min(steps, key=lambda h: abs(central_difference(f, x, h) - df(x)))
    return steps[steps.index(best)]


# %% wrong: f called with all steps at once
# f takes one number, and you hand it an array of places.
def best_step(f, df, x, steps):
    h = np.array(steps)
    errors = np.abs((f(x + h) - f(x - h)) / (2 * h) - df(x))
    return h[np.argmin(errors)]


# %% wrong: tiny steps left out
# Steps below a fixed size are left out without a look at their error.
def best_step(f, df, x, steps):
    allowed = [h for h in steps if h > 1e-9]
    return min(allowed, key=lambda h: abs(central_difference(f, x, h) - df(x)))


# %% wrong: large steps left out
# Large steps are left out; for some functions they are the best, and the list may hold no others.
def best_step(f, df, x, steps):
    allowed = [h for h in steps if h < 0.05]
    return min(allowed, key=lambda h: abs(central_difference(f, x, h) - df(x)))


# %% wrong: three steps only
# Only three steps of the list are compared, and any other may be the best.
def best_step(f, df, x, steps):
    few = [steps[0], steps[len(steps) // 3], steps[-1]]
    return min(few, key=lambda h: abs(central_difference(f, x, h) - df(x)))


# %% wrong: slope at the step
# The true slope is evaluated at the step and not at the place x.
def best_step(f, df, x, steps):
    return min(steps, key=lambda h: abs(central_difference(f, x, h) - df(h)))


# %% wrong: own list of steps
# You choose among steps of your own, not among those that are given.
def best_step(f, df, x, steps):
    own = [10.0**-k for k in range(1, 14)]
    return min(own, key=lambda h: abs(central_difference(f, x, h) - df(x)))


# %% wrong: errors in single precision
# The errors are compared after both slopes were cut to about seven digits, so small errors cannot
# be told apart.
def best_step(f, df, x, steps):
    measured = np.array([central_difference(f, x, h) for h in steps], dtype=np.float32)
    return steps[int(np.argmin(np.abs(measured - np.float32(df(x)))))]


# %% wrong: theory for the sine
# You compare estimates of the error in place of measured ones, and these do not look at f at all.
def best_step(f, df, x, steps):
    return min(steps, key=lambda h: h**2 / 6 + 1e-16 / h)


# %% wrong: remembers the winner
# The position of the winner in the first list of a given length is remembered and used for all
# later lists of this length.
_winners = {}


def best_step(f, df, x, steps):
    key = len(steps)
    if key not in _winners:
        errors = [abs(central_difference(f, x, h) - df(x)) for h in steps]
        _winners[key] = int(np.argmin(errors))
    return steps[_winners[key]]


# %% lookup: the two lists of the check
# One of two fixed steps is returned, whatever the function.
def best_step(f, df, x, steps):
    return 1e-5 if 1e-5 in list(steps) else 0.01


# %% equivalent: (f(x + h) - f(x - h)) / (2 * h) - df(x) → df(x) - (f(x + h) - f(x - h)) / (2 * h)
# The absolute value follows.


# %% equivalent: argument 2: absolute value
# All functions that are tried are as good to measure on the left of 0 as on the right.


# %% equivalent: argument 3: sorted
# The best step is the best in any order.


# %% equivalent: argument 3: reversed
# The best step is the best in any order.
