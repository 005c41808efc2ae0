"""Answers to `forward_difference` of 01_derivatives, right and wrong."""


# %% right: the definition
def forward_difference(f, x, h):
    return (f(x + h) - f(x)) / h


# %% right: in named steps
def forward_difference(f, x, h):
    here = f(x)
    there = f(x + h)
    rise = there - here
    run = h
    return rise / run


# %% right: a lambda
forward_difference = lambda f, x, h: (f(x + h) - f(x)) / h


# %% right: with NumPy's diff
def forward_difference(f, x, h):
    values = np.array([f(x), f(x + h)])
    return np.diff(values)[0] / h


# %% right: as a quotient of two differences
def slope(x1, y1, x2, y2):
    return (y2 - y1) / (x2 - x1)


def forward_difference(f, x, h):
    return slope(x, f(x), x + h, f(x + h))


# %% wrong: looks backward
# Your second point lies behind x, not ahead of it.
def forward_difference(f, x, h):
    return (f(x) - f(x - h)) / h


# %% wrong: looks to both sides
# You look to both sides of x; here one of the two points is x itself.
def forward_difference(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: the difference turned round
# The two values are subtracted in the wrong order.
def forward_difference(f, x, h):
    return (f(x) - f(x + h)) / h


# %% wrong: not divided by the step
# This is the rise alone; a slope is rise divided by run.
def forward_difference(f, x, h):
    return f(x + h) - f(x)


# %% wrong: brackets forgotten
# Only one of the two values is divided by the step.
# hint: 2
def forward_difference(f, x, h):
    return f(x + h) - f(x) / h


# %% wrong: divided by twice the step
# The two points are one step apart, not two.
def forward_difference(f, x, h):
    return (f(x + h) - f(x)) / (2 * h)


# %% wrong: its own fixed step
# You use a step of your own; the step is an argument.
def forward_difference(f, x, h):
    h = 1e-6
    return (f(x + h) - f(x)) / h


# %% wrong: difference of the places
# The function is applied to a difference; the difference of its values is asked for.
def forward_difference(f, x, h):
    return f((x + h) - x) / h


# %% wrong: multiplied by the step
# The rise is multiplied by the step; a slope is rise divided by run.
def forward_difference(f, x, h):
    return (f(x + h) - f(x)) * h


# %% wrong: always the function x squared
# Your slope is that of one fixed function; f is an argument.
def forward_difference(f, x, h):
    return ((x + h) ** 2 - x**2) / h


# %% wrong: always upwards
# Your slopes are never negative, but a curve may fall.
def forward_difference(f, x, h):
    return abs(f(x + h) - f(x)) / h


# %% wrong: rounded
# Your slope is rounded: a slope may be tiny, so keep all its digits.
def forward_difference(f, x, h):
    return round(float((f(x + h) - f(x)) / h), 6)


# %% right: named points and run over run
def forward_difference(f, x, h):
    x1, y1 = x, f(x)
    x2, y2 = x + h, f(x + h)
    rise = y2 - y1
    run = h
    slope = rise / run
    return slope


# %% right: divides by the true distance of the points
def forward_difference(f, x, h):
    ahead = x + h
    return (f(ahead) - f(x)) / (ahead - x)


# %% right: np.diff of the two heights
def forward_difference(f, x, h):
    heights = np.array([f(x), f(x + h)], dtype=float)
    return np.diff(heights)[0] / h


# %% right: weights and a loop
def forward_difference(f, x, h):
    total = 0.0
    for weight, place in [(-1, x), (+1, x + h)]:
        total += weight * f(place)
    return total / h


# %% right: lambda in a variable
forward_difference = lambda f, x, h: (f(x + h) - f(x)) * (1.0 / h)


# %% right: operator module
from operator import sub, truediv


def forward_difference(f, x, h):
    return truediv(sub(f(x + h), f(x)), h)


# %% right: a class that holds the function
class Secant:
    def __init__(self, f):
        self.f = f

    def slope(self, a, b):
        return (self.f(b) - self.f(a)) / (b - a)


def forward_difference(f, x, h):
    return Secant(f).slope(x, x + h)


# %% right: difference built by a function that returns a function
def change_over(h):
    def change(f):
        return lambda x: f(x + h) - f(x)

    return change


def forward_difference(f, x, h):
    delta = change_over(h)(f)
    return float(delta(x)) / float(h)


# %% right: np.gradient with two samples
def forward_difference(f, x, h):
    return float(np.gradient([f(x), f(x + h)], h)[0])


# %% right: signs turned twice
def forward_difference(f, x, h):
    return (f(x) - f(x + h)) / -h


# %% right: dot product with weights
def forward_difference(f, x, h):
    """Forward difference as a scalar product."""
    y = [f(p) for p in (x + h, x)]
    return np.dot(y, [1, -1]) / h


# %% wrong: step added outside f
# The step is added to the value of f; it belongs to the place where f is evaluated.
def forward_difference(f, x, h):
    return (f(x) + h - f(x)) / h


# %% wrong: forgotten return
# The slope is computed but never handed back, so the caller gets None.
def forward_difference(f, x, h):
    slope = (f(x + h) - f(x)) / h


# %% wrong: prints
# The slope is computed but never handed back, so the caller gets None.
def forward_difference(f, x, h):
    print((f(x + h) - f(x)) / h)


# %% wrong: floor division
# The double slash drops everything after the decimal point.
def forward_difference(f, x, h):
    return (f(x + h) - f(x)) // h


# %% wrong: x made whole
# The place x is turned into a whole number first, which moves the secant for every x with
# decimals.
def forward_difference(f, x, h):
    x = int(x)
    return (f(x + h) - f(x)) / h


# %% wrong: step capped at one
# Steps larger than 1 are quietly replaced by 1.
def forward_difference(f, x, h):
    h = min(h, 1.0)
    return (f(x + h) - f(x)) / h


# %% wrong: remembers by place and step
# The memory looks at the place and the step but not at the function, so a second function at the
# same place gets the slope of the first.
_seen = {}


def forward_difference(f, x, h):
    if (x, h) not in _seen:
        _seen[(x, h)] = (f(x + h) - f(x)) / h
    return _seen[(x, h)]


# %% wrong: remembers the first function
# Your slope is that of one fixed function; f is an argument.
_kept = []


def forward_difference(f, x, h):
    if not _kept:
        _kept.append(f)
    g = _kept[0]
    return (g(x + h) - g(x)) / h


# %% wrong: places stored as the type of x
# When x is a whole number, the array of places holds whole numbers too, and the step is cut off.
def forward_difference(f, x, h):
    places = np.array([x, x])
    places[1] = x + h
    return (f(places[1]) - f(places[0])) / h


# %% wrong: f called with an array
# f is a function of one number; you hand it an array, which not every function can take.
def forward_difference(f, x, h):
    y = f(np.array([x, x + h]))
    return (y[1] - y[0]) / h


# %% wrong: values in single precision
# The two values are cut to about seven digits before they are subtracted, and little is left of
# their difference.
def forward_difference(f, x, h):
    return float(np.float32(f(x + h)) - np.float32(f(x))) / h


# %% wrong: three points
# This formula uses a third point and is no longer the slope of the secant through the two that are
# asked for.
def forward_difference(f, x, h):
    return (-3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) / (2 * h)


# %% wrong: relative step
# The second point lies h times x away from x, but you divide by h alone.
def forward_difference(f, x, h):
    return (f(x + h * x) - f(x)) / h


# %% wrong: absolute place
# The sign of x is dropped, so to the left of zero the secant is drawn at the wrong place.
def forward_difference(f, x, h):
    x = abs(x)
    return (f(x + h) - f(x)) / h


# %% wrong: value taken at zero
# One of your two points does not depend on x at all.
def forward_difference(f, x, h):
    return (f(x + h) - f(0.0)) / h


# %% wrong: divides by the place
# You divide by the place of the second point, not by the distance between the two points.
def forward_difference(f, x, h):
    return (f(x + h) - f(x)) / (x + h)


# %% wrong: never zero
# Where f is flat the slope of the secant is 0, and you return something else.
def forward_difference(f, x, h):
    slope = (f(x + h) - f(x)) / h
    return slope or h


# %% lookup: square and sine
# The function of the very first call is kept and used for all later calls.
def forward_difference(f, x, h):
    if f is np.square:
        return 2 * x + h
    return (np.sin(x + h) - np.sin(x)) / h
