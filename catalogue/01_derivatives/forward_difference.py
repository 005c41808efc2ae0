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
