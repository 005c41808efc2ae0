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
# A longer arrow in the same direction must give the same slope.
def directional_derivative(gradient, direction):
    return gradient @ direction


# %% wrong: normalises the gradient
# Which of the two vectors has a length that must not count?
def directional_derivative(gradient, direction):
    return gradient @ direction / np.linalg.norm(gradient)


# %% wrong: cosine
# This is the cosine of the angle; the steepness of the gradient is lost.
def directional_derivative(gradient, direction):
    return gradient @ direction / (np.linalg.norm(gradient) * np.linalg.norm(direction))


# %% wrong: squared length
# The length is the square root of the sum of the squares.
def directional_derivative(gradient, direction):
    return gradient @ direction / np.sum(direction**2)


# %% wrong: sum of the entries
# The entries' sum is not the length of a vector.
def directional_derivative(gradient, direction):
    return gradient @ direction / np.sum(direction)


# %% wrong: sum of sizes
# Walking along the axes is longer than walking straight.
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


# %% equivalent: gradient @ direction → direction @ gradient
# The dot product of two vectors has no order.
