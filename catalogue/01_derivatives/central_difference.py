"""Answers to `central_difference` of 01_derivatives, right and wrong."""


# %% right: the definition
def central_difference(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)


# %% right: in named steps
def central_difference(f, x, h=1e-5):
    ahead = f(x + h)
    behind = f(x - h)
    width = h + h
    slope = (ahead - behind) / width
    return slope


# %% right: the mean of both one-sided differences
def central_difference(f, x, h=1e-5):
    forward = (f(x + h) - f(x)) / h
    backward = (f(x) - f(x - h)) / h
    return (forward + backward) / 2


# %% right: half of a difference
def central_difference(f, x, h=1e-5):
    return 0.5 * (f(x + h) - f(x - h)) / h


# %% right: weights and places
def central_difference(f, x, h=1e-5):
    total = 0.0
    for sign in (-1, 1):
        total += sign * f(x + sign * h)
    return total / (2 * h)


# %% wrong: forward instead
# You look ahead only; the second point lies behind x.
def central_difference(f, x, h=1e-5):
    return (f(x + h) - f(x)) / h


# %% wrong: divided by one step
# The two points are two steps apart.
def central_difference(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / h


# %% wrong: half a step to each side
# Your points lie half a step away; a whole step to each side is asked for.
def central_difference(f, x, h=1e-5):
    return (f(x + h / 2) - f(x - h / 2)) / h


# %% wrong: the sum
# The two values are added; a slope needs their difference.
def central_difference(f, x, h=1e-5):
    return (f(x + h) + f(x - h)) / (2 * h)


# %% wrong: turned round
# The two values are subtracted in the wrong order.
def central_difference(f, x, h=1e-5):
    return (f(x - h) - f(x + h)) / (2 * h)


# %% wrong: brackets forgotten
# You divide by 2 and then multiply by h: the product in the denominator needs brackets.
def central_difference(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / 2 * h


# %% wrong: another default step
# With the step left out, your result shows another default than 1e-5.
def central_difference(f, x, h=1e-3):
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: its own fixed step
# You use a step of your own; the step is an argument.
def central_difference(f, x, h=1e-5):
    h = 1e-5
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: backward instead
# You look behind only; the second point lies ahead of x.
def central_difference(f, x, h=1e-5):
    return (f(x) - f(x - h)) / h


# %% wrong: second difference
# This measures how the curve bends, not how it rises.
def central_difference(f, x, h=1e-5):
    return (f(x + h) - 2 * f(x) + f(x - h)) / h**2


# %% wrong: always upwards
# Your slopes are never negative, but a curve may fall.
def central_difference(f, x, h=1e-5):
    return abs(f(x + h) - f(x - h)) / (2 * h)


# %% wrong: a step that grows with x
# Your step is another one where x is large; use the one that is given.
def central_difference(f, x, h=1e-5):
    h = h * max(1.0, abs(x))
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: more points than asked
# You evaluate f at four places: this is another method, with another error.
def central_difference(f, x, h=1e-5):
    near = f(x + h) - f(x - h)
    far = f(x + 2 * h) - f(x - 2 * h)
    return (8 * near - far) / (12 * h)


# %% wrong: the helper's own tool
# The helper's tools check what you write, and refuse to answer for you.
def central_difference(f, x, h=1e-5):
    return dc.numeric.derivative(f, x, step=h / max(1, abs(x)))
