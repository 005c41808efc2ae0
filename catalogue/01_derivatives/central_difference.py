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
# hint: 1
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


# %% right: the course's own tool
def central_difference(f, x, h=1e-5):
    return dc.numeric.derivative(f, x, step=h / max(1, abs(x)))


# %% right: ahead and behind
def central_difference(f, x, h=1e-5):
    ahead = f(x + h)
    behind = f(x - h)
    return (ahead - behind) / h / 2


# %% right: uses forward_difference with a double step
def central_difference(f, x, h=1e-5):
    return forward_difference(f, x - h, 2 * h)


# %% right: mean of forward_difference with both signs
def central_difference(f, x, h=1e-5):
    return 0.5 * (forward_difference(f, x, h) + forward_difference(f, x, -h))


# %% right: true distance of the points
def central_difference(f, x, h=1e-5):
    left, right = x - h, x + h
    return (f(right) - f(left)) / (right - left)


# %% right: sum over the two signs
def central_difference(f, x, h=1e-5):
    return sum(s * f(x + s * h) for s in (+1, -1)) / (2 * h)


# %% right: odd part of f around x
def central_difference(f, x, h=1e-5):
    def odd_part(t):
        return (f(x + t) - f(x - t)) / 2

    return odd_part(h) / h


# %% right: numpy functions only
def central_difference(f, x, h=1e-5):
    y_plus, y_minus = f(np.add(x, h)), f(np.subtract(x, h))
    return np.divide(np.subtract(y_plus, y_minus), np.multiply(2, h))


# %% right: middle entry of np.gradient
def central_difference(f, x, h=1e-5):
    y = [float(f(x + k * h)) for k in (-1, 0, 1)]
    return np.gradient(y, h)[1]


# %% right: class with call
class Central:
    def __init__(self, h):
        self.h = h

    def __call__(self, f, x):
        h = self.h
        return (f(x + h) - f(x - h)) / (h + h)


def central_difference(f, x, h=1e-5):
    return Central(h)(f, x)


# %% right: constant for the default step
DEFAULT_STEP = 10**-5


def central_difference(f, x, h=DEFAULT_STEP):
    width = 2.0 * h
    change = f(x + h) - f(x - h)
    return change / width


# %% wrong: brackets of the numerator
# Only the second value is divided, not the whole difference.
def central_difference(f, x, h=1e-5):
    return f(x + h) - f(x - h) / (2 * h)


# %% wrong: default 1e-4
# Without a step given, another one is used than the text asks for.
def central_difference(f, x, h=1e-4):
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: default 1e-6
# The default step is not the one from the text.
def central_difference(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: default 1e-8
# The default step is so small that rounding spoils the result, and it is not the one from the
# text.
def central_difference(f, x, h=1e-8):
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: no default
# A call without a step fails, since the signature has lost its default.
def central_difference(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: five points
# You evaluate f at four places: this is another method, with another error.
def central_difference(f, x, h=1e-5):
    return (-f(x + 2 * h) + 8 * f(x + h) - 8 * f(x - h) + f(x - 2 * h)) / (12 * h)


# %% wrong: sign of the place lost
# The sign of x is dropped, so to the left of zero you measure at the mirrored place.
def central_difference(f, x, h=1e-5):
    x = abs(x)
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: x made whole
# The place is cut to a whole number first.
def central_difference(f, x, h=1e-5):
    x = int(x)
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: never negative
# Your slopes are never negative, but a curve may fall.
def central_difference(f, x, h=1e-5):
    return abs((f(x + h) - f(x - h)) / (2 * h))


# %% wrong: step capped
# Large steps are quietly replaced by a smaller one.
def central_difference(f, x, h=1e-5):
    h = min(h, 0.1)
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: f called with an array
# f is a function of one number, and you hand it an array.
def central_difference(f, x, h=1e-5):
    low, high = f(np.array([x - h, x + h]))
    return (high - low) / (2 * h)


# %% wrong: places stored as whole numbers
# When x is a whole number the array of places cannot hold decimals, and the steps are cut off.
def central_difference(f, x, h=1e-5):
    places = np.full(2, x)
    places[0] = x - h
    places[1] = x + h
    return (f(places[1]) - f(places[0])) / (2 * h)


# %% wrong: memory without the function
# The memory looks at place and step only, so a second function at the same place gets the slope of
# the first.
def central_difference(f, x, h=1e-5, memory={}):
    key = (float(x), float(h))
    if key not in memory:
        memory[key] = (f(x + h) - f(x - h)) / (2 * h)
    return memory[key]


# %% wrong: rounded to eight decimals
# The result is rounded, so small slopes lose their digits or become 0.
def central_difference(f, x, h=1e-5):
    return np.round((f(x + h) - f(x - h)) / (2 * h), 8)


# %% wrong: single precision places
# The places are cut to about seven digits, which is too few to tell x + h from x when h is small.
def central_difference(f, x, h=1e-5):
    ahead, behind = np.float32(x + h), np.float32(x - h)
    return (f(ahead) - f(behind)) / (2 * h)


# %% wrong: forgotten return
# The slope is computed but never handed back.
def central_difference(f, x, h=1e-5):
    slope = (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: step changed between the two values
# By the time you evaluate f the second time, x has already moved.
def central_difference(f, x, h=1e-5):
    x += h
    ahead = f(x)
    x -= h / 2
    behind = f(x)
    return (ahead - behind) / (2 * h)


# %% wrong: height at the middle subtracted twice
# You look ahead only; the second point lies behind x.
def central_difference(f, x, h=1e-5):
    return (2 * f(x + h) - 2 * f(x)) / (2 * h)


# %% wrong: larger of both sides
# You pick one of the two one-sided slopes; their error does not cancel.
def central_difference(f, x, h=1e-5):
    ahead = (f(x + h) - f(x)) / h
    behind = (f(x) - f(x - h)) / h
    return max(ahead, behind)


# %% lookup: cube and sine
# The answers for two functions are built in, and every function is taken for one of them.
def central_difference(f, x, h=1e-5):
    if f is np.sin:
        return np.cos(x) * np.sin(h) / h
    return 3 * x**2 + h**2
