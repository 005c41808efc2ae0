"""Answers to `tangent_line` of 01_derivatives, right and wrong."""


# %% right: the definition
def tangent_line(f, df, x0, x):
    return f(x0) + df(x0) * (x - x0)


# %% right: slope and intercept
def tangent_line(f, df, x0, x):
    slope = df(x0)
    intercept = f(x0) - slope * x0
    return slope * x + intercept


# %% right: point by point
def tangent_line(f, df, x0, x):
    if np.ndim(x) == 0:
        return f(x0) + df(x0) * (x - x0)
    result = np.zeros(np.shape(x))
    for place in np.ndindex(np.shape(x)):
        result[place] = f(x0) + df(x0) * (x[place] - x0)
    return result


# %% right: with polyval
def tangent_line(f, df, x0, x):
    return np.polyval([df(x0), f(x0)], np.asarray(x) - x0)


# %% right: as nested lists
def tangent_line(f, df, x0, x):
    return (df(x0) * (np.array(x) - x0) + f(x0)).tolist()


# %% wrong: slope times x
# The slope is multiplied by x itself; it belongs to the distance from x0.
def tangent_line(f, df, x0, x):
    return f(x0) + df(x0) * x


# %% wrong: slope taken at x
# The slope is taken at x; a tangent has one slope, that at x0.
def tangent_line(f, df, x0, x):
    return f(x0) + df(x) * (x - x0)


# %% wrong: height taken at x
# The height is taken at x; the line starts at the height at x0.
def tangent_line(f, df, x0, x):
    return f(x) + df(x0) * (x - x0)


# %% wrong: distance turned round
# The distance from x0 has the wrong sign.
def tangent_line(f, df, x0, x):
    return f(x0) + df(x0) * (x0 - x)


# %% wrong: height forgotten
# Your line goes through zero at x0; it lacks the height of the curve there.
def tangent_line(f, df, x0, x):
    return df(x0) * (x - x0)


# %% wrong: f in place of df
# Height and slope are both taken from f.
def tangent_line(f, df, x0, x):
    return f(x0) + f(x0) * (x - x0)


# %% wrong: f and df exchanged
# Height and slope are exchanged.
def tangent_line(f, df, x0, x):
    return df(x0) + f(x0) * (x - x0)


# %% wrong: the curve itself
# This is the height of the curve; the height of the line is asked for.
def tangent_line(f, df, x0, x):
    return f(x)


# %% wrong: slope measured, not given
# You measure the slope of f, and not well enough; use the df that is given.
def tangent_line(f, df, x0, x):
    slope = (f(x0 + 1e-4) - f(x0)) / 1e-4
    return f(x0) + slope * (x - x0)


# %% wrong: numbers only
# It works for one number x, but x may be an array.
def tangent_line(f, df, x0, x):
    return float(f(x0) + df(x0) * float(x - x0))


# %% wrong: slope measured from both sides
# Your slope is a difference quotient, which is too coarse here; use the df that is given.
def tangent_line(f, df, x0, x):
    slope = (f(x0 + 1e-5) - f(x0 - 1e-5)) / 2e-5
    return f(x0) + slope * (x - x0)


# %% wrong: whole numbers stay whole
# Where x holds whole numbers your heights are cut off to whole numbers, too.
def tangent_line(f, df, x0, x):
    height = np.zeros_like(x)
    height[...] = f(x0) + df(x0) * (x - x0)
    return height


# %% right: height slope distance
def tangent_line(f, df, x0, x):
    height = f(x0)
    slope = df(x0)
    distance = np.asarray(x, dtype=float) - x0
    return height + slope * distance


# %% right: slope and intercept again
def tangent_line(f, df, x0, x):
    m = df(x0)
    b = f(x0) - m * x0
    return m * x + b


# %% right: np.polyval
def tangent_line(f, df, x0, x):
    return np.polyval([df(x0), f(x0)], np.subtract(x, x0))


# %% right: loop over the flat array
def tangent_line(f, df, x0, x):
    x = np.asarray(x, dtype=float)
    y0, m = float(f(x0)), float(df(x0))
    heights = [y0 + m * (t - x0) for t in x.ravel()]
    return np.array(heights).reshape(x.shape)


# %% right: np.vectorize with a float type
def tangent_line(f, df, x0, x):
    line = np.vectorize(lambda t: f(x0) + df(x0) * (t - x0), otypes=[float])
    return line(x)


# %% right: number or array by case
def tangent_line(f, df, x0, x):
    def height(t):
        return f(x0) + df(x0) * (t - x0)

    if np.ndim(x) == 0:
        return height(x)
    return np.array([tangent_line(f, df, x0, row) for row in x])


# %% right: einsum
def tangent_line(f, df, x0, x):
    basis = np.stack([np.ones(np.shape(x)), np.asarray(x, dtype=float) - x0])
    return np.einsum("i,i...->...", np.array([f(x0), df(x0)], dtype=float), basis)


# %% right: line object
class Line:
    def __init__(self, point, slope):
        self.point, self.slope = point, slope

    def __call__(self, x):
        a, b = self.point
        return b + self.slope * (x - a)


def tangent_line(f, df, x0, x):
    return Line((x0, f(x0)), df(x0))(x)


# %% right: filled output array
def tangent_line(f, df, x0, x):
    out = np.zeros_like(x, dtype=float)
    out += x
    out -= x0
    out *= df(x0)
    out += f(x0)
    return out


# %% right: second point of the line
def tangent_line(f, df, x0, x):
    # walk from (x0, y0) towards (x0 + 1, y0 + slope)
    y0 = f(x0)
    y1 = y0 + df(x0)
    s = x - x0
    return (1 - s) * y0 + s * y1


# %% wrong: minus
# The distance from x0 has the wrong sign.
def tangent_line(f, df, x0, x):
    return f(x0) - df(x0) * (x - x0)


# %% wrong: brackets
# The brackets are missing: x0 is subtracted without the slope.
def tangent_line(f, df, x0, x):
    return f(x0) + df(x0) * x - x0


# %% wrong: absolute distance
# To the left of x0 the distance counts as positive, so your line has a corner at x0.
def tangent_line(f, df, x0, x):
    return f(x0) + df(x0) * np.abs(x - x0)


# %% wrong: measured slope forward
# The slope is measured with a step, and that is too coarse; a better one is given.
def tangent_line(f, df, x0, x):
    h = 1e-6
    slope = (f(x0 + h) - f(x0)) / h
    return f(x0) + slope * (x - x0)


# %% wrong: measured slope central
# The slope is measured and carries an error, which shows far from x0; use the function that is
# given for it.
def tangent_line(f, df, x0, x):
    return f(x0) + central_difference(f, x0, 1e-3) * (x - x0)


# %% wrong: changes x in place
# Your function changes the array of the caller, and it fails on arrays of whole numbers.
def tangent_line(f, df, x0, x):
    x -= x0
    x *= df(x0)
    x += f(x0)
    return x


# %% wrong: keeps whole numbers
# For an array of whole numbers the result is stored in whole numbers, and its decimals are cut
# off.
def tangent_line(f, df, x0, x):
    if np.ndim(x) == 0:
        return f(x0) + df(x0) * (x - x0)
    out = np.empty_like(x)
    for i in np.ndindex(x.shape):
        out[i] = f(x0) + df(x0) * (x[i] - x0)
    return out


# %% wrong: flattens
# An array with rows and columns comes back as one long row; the result should have the shape of x.
def tangent_line(f, df, x0, x):
    if np.ndim(x) == 0:
        return f(x0) + df(x0) * (x - x0)
    return np.array([f(x0) + df(x0) * (t - x0) for t in np.ravel(x)])


# %% wrong: numbers become arrays
# For a number x you return an array with one entry, which has another shape.
def tangent_line(f, df, x0, x):
    x = np.atleast_1d(np.asarray(x, dtype=float))
    return f(x0) + df(x0) * (x - x0)


# %% wrong: sorts
# The heights come back in the order of sorted places, not in the order of x.
def tangent_line(f, df, x0, x):
    return f(x0) + df(x0) * (np.sort(x, axis=None).reshape(np.shape(x)) - x0)


# %% wrong: drops repeated places
# A place that occurs twice in x is used only once, so the shape of the result can differ from that
# of x.
def tangent_line(f, df, x0, x):
    if np.ndim(x) > 0:
        x = np.unique(x)
    return f(x0) + df(x0) * (x - x0)


# %% wrong: touching place cast to the type of x
# When x holds whole numbers, x0 is cut to a whole number as well, and f and df are called with an
# array though they take a number.
def tangent_line(f, df, x0, x):
    base = np.full_like(x, x0)
    return f(base) + df(base) * (x - base)


# %% wrong: x0 made whole
# The touching place is cut to a whole number.
def tangent_line(f, df, x0, x):
    x0 = int(x0)
    return f(x0) + df(x0) * (x - x0)


# %% wrong: single precision
# The result is cut to about seven digits, too few for places far away from x0.
def tangent_line(f, df, x0, x):
    x = np.asarray(x, dtype=np.float32)
    return np.float32(f(x0)) + np.float32(df(x0)) * (x - np.float32(x0))


# %% wrong: loops over a number
# You loop over x, and a single number cannot be looped over.
def tangent_line(f, df, x0, x):
    heights = []
    for t in x:
        heights.append(f(x0) + df(x0) * (t - x0))
    return np.array(heights)


# %% wrong: stays below the curve
# The line is cut off wherever it lies above the curve, so it is not straight any more.
def tangent_line(f, df, x0, x):
    line = f(x0) + df(x0) * (x - x0)
    return np.where(line > f(x), f(x), line)


# %% wrong: parabola through the point
# You added a bend; a tangent is a straight line.
def tangent_line(f, df, x0, x):
    h = 1e-4
    bend = (df(x0 + h) - df(x0 - h)) / (2 * h)
    return f(x0) + df(x0) * (x - x0) + 0.5 * bend * (x - x0) ** 2


# %% wrong: mirrored touching place
# For a touching place below zero you use its mirror image.
def tangent_line(f, df, x0, x):
    x0 = abs(x0)
    return f(x0) + df(x0) * (x - x0)


# %% wrong: shared array
# All results of one shape share the same memory, so a later call overwrites an earlier result.
_store = {}


def tangent_line(f, df, x0, x):
    if np.ndim(x) == 0:
        return f(x0) + df(x0) * (x - x0)
    out = _store.setdefault(x.shape, np.zeros(x.shape))
    out[...] = f(x0) + df(x0) * (x - x0)
    return out


# %% wrong: lost in a copy
# For some memory layouts, such as a transposed array, you write into a copy and return only zeros.
def tangent_line(f, df, x0, x):
    if np.ndim(x) == 0:
        return f(x0) + df(x0) * (x - x0)
    out = np.zeros_like(x, dtype=float)
    flat = out.ravel()
    for i, t in enumerate(x.ravel()):
        flat[i] = f(x0) + df(x0) * (t - x0)
    return out


# %% wrong: flat slope forgotten
# Where the slope is 0 the tangent still has a height, and you return something else.
def tangent_line(f, df, x0, x):
    slope = df(x0)
    if slope == 0:
        return 0 * x
    return f(x0) + slope * (x - x0)


# %% wrong: forgotten return
# The height is computed but never handed back.
def tangent_line(f, df, x0, x):
    t = f(x0) + df(x0) * (x - x0)


# %% wrong: only near the point
# Far from x0 you return the height at x0 in place of that of the line.
def tangent_line(f, df, x0, x):
    distance = np.clip(x - x0, -10, 10)
    return f(x0) + df(x0) * distance


# %% wrong: equally spaced
# Your places are equally spaced between the smallest and the largest entry of x; x need not be
# spaced or ordered like that.
def tangent_line(f, df, x0, x):
    if np.ndim(x) == 0:
        return f(x0) + df(x0) * (x - x0)
    spread = np.linspace(np.min(x), np.max(x), np.size(x)).reshape(x.shape)
    return f(x0) + df(x0) * (spread - x0)


# %% lookup: parabola or diagonal
# Only the touching places from the examples are covered, each with its own finished line.
def tangent_line(f, df, x0, x):
    if x0 == 1.0:
        return 2 * x - 1.0
    return 1.0 * x
