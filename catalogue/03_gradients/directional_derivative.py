"""Answers to `directional_derivative` of 03_gradients, right and wrong."""


# %% right: dot over norm
def directional_derivative(gradient, direction):
    return np.dot(gradient, direction) / np.linalg.norm(direction)


# %% right: unit vector first
def directional_derivative(gradient, direction):
    u = direction / np.sqrt(np.sum(direction**2))
    return np.sum(gradient * u)


# %% right: plain Python
def directional_derivative(gradient, direction):
    length = sum(d * d for d in direction) ** 0.5
    slope = 0.0
    for g, d in zip(gradient, direction):
        slope += g * d / length
    return slope


# %% right: norm times cosine
def directional_derivative(gradient, direction):
    n, m = np.linalg.norm(gradient), np.linalg.norm(direction)
    if n == 0:
        return 0.0
    cosine = (gradient @ direction) / (n * m)
    return n * cosine


# %% right: einsum
def directional_derivative(gradient, direction):
    unit = direction * (direction @ direction) ** -0.5
    return np.einsum("i,i->", gradient, unit)


# %% wrong: not normalised
# The length of the direction counts here; a longer arrow in the same direction must give the same slope.
# hint: 1
def directional_derivative(gradient, direction):
    return gradient @ direction


# %% wrong: normalises the gradient
# It divides by the length of the gradient; the length of the direction is the one that must not count.
def directional_derivative(gradient, direction):
    return gradient @ direction / np.linalg.norm(gradient)


# %% wrong: cosine
# This is the cosine of the angle; the steepness of the gradient is lost.
def directional_derivative(gradient, direction):
    return gradient @ direction / (np.linalg.norm(gradient) * np.linalg.norm(direction))


# %% wrong: squared length
# The length is the square root of the sum of the squares.
# hint: 1
def directional_derivative(gradient, direction):
    return gradient @ direction / np.sum(direction**2)


# %% wrong: sum of the entries
# The entries' sum is not the length of a vector.
# hint: 1
def directional_derivative(gradient, direction):
    return gradient @ direction / np.sum(direction)


# %% wrong: sum of sizes
# Walking along the axes is longer than walking straight.
# hint: 1
def directional_derivative(gradient, direction):
    return gradient @ direction / np.sum(np.abs(direction))


# %% wrong: projection
# One slope is asked for, a number, not a vector.
def directional_derivative(gradient, direction):
    u = direction / np.linalg.norm(direction)
    return gradient * u


# %% wrong: absolute value
# Downhill the slope is negative.
def directional_derivative(gradient, direction):
    return abs(gradient @ direction) / np.linalg.norm(direction)


# %% wrong: overwrites the direction
# An operator with = changes the array that was given.
# hint: 2
def directional_derivative(gradient, direction):
    direction /= np.linalg.norm(direction)
    return gradient @ direction


# %% wrong: two dimensions only
# A vector may have any number of entries.
def directional_derivative(gradient, direction):
    length = np.sqrt(direction[0] ** 2 + direction[1] ** 2)
    return (gradient[0] * direction[0] + gradient[1] * direction[1]) / length


# %% wrong: mean for sum
# A dot product adds up; it does not take the mean.
def directional_derivative(gradient, direction):
    u = direction / np.linalg.norm(direction)
    return np.mean(gradient * u)


# %% wrong: small number added to the length
# A safety number in the denominator changes the result of a short arrow.
def directional_derivative(gradient, direction):
    return gradient @ direction / (np.linalg.norm(direction) + 1e-12)


# %% wrong: short arrows left short
# An arrow shorter than 1 has to be stretched, too.
def directional_derivative(gradient, direction):
    return gradient @ direction / max(1.0, np.linalg.norm(direction))


# %% right: dot product with the unit vector
def directional_derivative(gradient, direction):
    u = direction / np.linalg.norm(direction)
    return gradient @ u


# %% right: length by hand
def directional_derivative(gradient, direction):
    direction = direction.astype(float)
    length = np.sqrt(np.sum(direction**2))
    return np.sum(gradient * direction) / length


# %% right: pure Python
import math


def directional_derivative(gradient, direction):
    g = [float(v) for v in gradient]
    d = [float(v) for v in direction]
    length = math.sqrt(sum(v * v for v in d))
    return sum(a * v / length for a, v in zip(g, d))


# %% right: hypot
from math import hypot


def directional_derivative(gradient, direction):
    length = hypot(*direction.tolist())
    slope = 0.0
    for k in range(len(direction)):
        slope += gradient[k] * (direction[k] / length)
    return float(slope)


# %% right: scaled by the largest entry first
def directional_derivative(gradient, direction):
    scaled = direction / np.max(np.abs(direction))
    unit = scaled / np.linalg.norm(scaled)
    return np.dot(gradient, unit)


# %% right: einsum again
def directional_derivative(gradient, direction):
    d = np.asarray(direction, dtype=float)
    return float(np.einsum("i,i->", gradient, d) / np.einsum("i,i->", d, d) ** 0.5)


# %% right: norm times cosine, zero gradient apart
def directional_derivative(gradient, direction):
    steepest = np.linalg.norm(gradient)
    if steepest == 0:
        return 0.0
    cosine = (gradient / steepest) @ (direction / np.linalg.norm(direction))
    return steepest * cosine


# %% right: helper that normalises
def unit(vector):
    """A new vector of length 1."""
    out = np.array(vector, dtype=float)
    out /= np.sqrt(out.dot(out))
    return out


def directional_derivative(gradient, direction):
    return np.inner(gradient, unit(direction))


# %% right: slope of the tangent plane
def directional_derivative(gradient, direction):
    length = np.linalg.norm(direction)

    def plane(t):
        return sum(g * (t * d / length) for g, d in zip(gradient, direction))

    return plane(1.0)


# %% right: matrix product of row and column
def directional_derivative(gradient, direction):
    row = np.reshape(gradient, (1, -1))
    column = np.reshape(direction, (-1, 1)) / np.linalg.norm(direction)
    return (row @ column).item()


# %% wrong: sum of the sizes
# Walking along the axes is longer than walking straight.
# hint: 1
def directional_derivative(gradient, direction):
    return gradient @ direction / np.abs(direction).sum()


# %% wrong: largest entry
# The largest entry is not the length of an arrow.
def directional_derivative(gradient, direction):
    return gradient @ direction / np.abs(direction).max()


# %% wrong: number of entries
# The number of entries is not the length of an arrow.
def directional_derivative(gradient, direction):
    return gradient @ direction / len(direction)


# %% wrong: gradient stretched too
# This is the cosine of the angle; the steepness of the gradient is lost.
def directional_derivative(gradient, direction):
    u = direction / np.linalg.norm(direction)
    return gradient / np.linalg.norm(gradient) @ u


# %% wrong: gradient stretched instead
# It divides by the length of the gradient; the length of the direction is the one that must not
# count.
def directional_derivative(gradient, direction):
    return gradient / np.linalg.norm(gradient) @ direction


# %% wrong: input overwritten
# The direction that you were given is overwritten if it holds floats.
def directional_derivative(gradient, direction):
    if direction.dtype != float:
        direction = direction.astype(float)
    direction /= np.linalg.norm(direction)
    return gradient @ direction


# %% wrong: gradient overwritten
# The gradient that you were given is overwritten.
def directional_derivative(gradient, direction):
    gradient *= direction / np.linalg.norm(direction)
    return gradient.sum()


# %% wrong: vector of products
# One slope is asked for, a number, not a vector.
def directional_derivative(gradient, direction):
    return gradient * direction / np.linalg.norm(direction)


# %% wrong: projection again
# This is the part of the gradient along the direction, a vector, not a number.
def directional_derivative(gradient, direction):
    u = direction / np.linalg.norm(direction)
    return (gradient @ u) * u


# %% wrong: only shortened
# An arrow shorter than 1 has to be stretched, too.
def directional_derivative(gradient, direction):
    length = np.linalg.norm(direction)
    if length > 1:
        return gradient @ direction / length
    return gradient @ direction


# %% wrong: something added to the length
# What is added to the length spoils the result for short directions.
def directional_derivative(gradient, direction):
    return gradient @ direction / (np.linalg.norm(direction) + 1e-8)


# %% wrong: short directions count as none
# A short direction still has a slope.
def directional_derivative(gradient, direction):
    length = np.linalg.norm(direction)
    if length < 1e-3:
        return 0.0
    return gradient @ direction / length


# %% wrong: angles in the plane
# A vector may have any number of entries.
def directional_derivative(gradient, direction):
    theta = np.arctan2(direction[1], direction[0])
    return gradient[0] * np.cos(theta) + gradient[1] * np.sin(theta)


# %% wrong: length of two entries
# Only the first two entries count in the length.
def directional_derivative(gradient, direction):
    length = (float(direction[0]) ** 2 + float(direction[1]) ** 2) ** 0.5
    return gradient @ direction / length


# %% wrong: norm times cosine
# A gradient of zero leads to zero divided by zero.
def directional_derivative(gradient, direction):
    norm = np.linalg.norm(gradient)
    cosine = gradient @ direction / (norm * np.linalg.norm(direction))
    return norm * cosine


# %% wrong: sign reversed
# The sign of the slope is reversed.
def directional_derivative(gradient, direction):
    return -gradient @ direction / np.linalg.norm(direction)


# %% wrong: rounded
# The result is rounded to two decimals.
def directional_derivative(gradient, direction):
    return round(float(gradient @ direction / np.linalg.norm(direction)), 2)


# %% wrong: gradient and unit vector in whole numbers
# The decimals of the gradient are cut off, and for a direction of whole numbers those of the unit
# vector as well.
def directional_derivative(gradient, direction):
    u = np.zeros_like(direction)
    u[:] = direction / np.linalg.norm(direction)
    return gradient.astype(int) @ u


# %% wrong: integer unit vector
# For a direction of whole numbers the unit vector is stored in whole numbers as well.
def directional_derivative(gradient, direction):
    u = np.zeros_like(direction)
    for k in range(len(direction)):
        u[k] = direction[k] / np.linalg.norm(direction)
    return gradient @ u


# %% wrong: one entry, sign forgotten
# With a single entry the sign of the direction is forgotten.
def directional_derivative(gradient, direction):
    if len(direction) == 1:
        return gradient[0]
    return gradient @ direction / np.linalg.norm(direction)


# %% wrong: array of one number
# The result is an array with one entry, not a number.
def directional_derivative(gradient, direction):
    u = direction / np.linalg.norm(direction)
    return np.sum(gradient * u, keepdims=True)


# %% wrong: long directions overwritten
# A long direction is overwritten.
def directional_derivative(gradient, direction):
    length = np.linalg.norm(direction)
    if length > 10 and direction.dtype.kind == "f":
        direction /= length
        length = 1.0
    return gradient @ direction / length


# %% wrong: length remembered
# The length is remembered for each first entry, and another direction that begins alike gets the
# old one.
def directional_derivative(gradient, direction, lengths={}):
    key = float(direction[0])
    if key not in lengths:
        lengths[key] = np.linalg.norm(direction)
    return gradient @ direction / lengths[key]


# %% wrong: last entry left out
# With more than two entries the last product is left out.
def directional_derivative(gradient, direction):
    u = direction / np.linalg.norm(direction)
    slope = gradient[0] * u[0]
    for k in range(1, max(2, len(u) - 1)):
        slope += gradient[k] * u[k]
    return slope


# %% wrong: length close to one accepted
# A direction whose length is not quite 1 is taken as it is.
def directional_derivative(gradient, direction):
    length = np.linalg.norm(direction)
    if abs(length - 1) < 0.05:
        length = 1.0
    return gradient @ direction / length


# %% wrong: clipped
# Slopes steeper than ten are cut down.
def directional_derivative(gradient, direction):
    return np.clip(gradient @ direction / np.linalg.norm(direction), -10, 10)


# %% wrong: half precision
# The unit vector is stored with 16 bits, which spoils its digits.
def directional_derivative(gradient, direction):
    u = (direction / np.linalg.norm(direction)).astype(np.float16)
    return float(gradient @ u.astype(float))


# %% wrong: direction cut to whole numbers
# The decimals of the direction are cut off before its length is taken.
def directional_derivative(gradient, direction):
    d = direction.astype(int)
    return gradient @ d / np.linalg.norm(d)


# %% lookup: the examples
# The length of the direction counts here; a longer arrow in the same direction must give the same
# slope.
# hint: 1
def directional_derivative(gradient, direction):
    known = {(3.0, 4.0): 3.2, (0.0, -2.0): -1.0}
    key = tuple(float(v) for v in direction)
    return known.get(key, gradient @ direction)


# %% equivalent: gradient @ direction → direction @ gradient
# The dot product of two vectors has no order.
