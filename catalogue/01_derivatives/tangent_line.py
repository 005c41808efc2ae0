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
