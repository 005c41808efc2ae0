"""Answers to `softmax_vjp` of 03_gradients, right and wrong."""


# %% right: two vectors and a number
def softmax_vjp(z, g):
    e = np.exp(z - np.max(z))
    s = e / np.sum(e)
    return s * (g - np.sum(g * s))


# %% right: whole Jacobian
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    J = np.diag(s) - np.outer(s, s)
    return g @ J


# %% right: loops
def softmax_vjp(z, g):
    biggest = max(z)
    powers = [np.exp(v - biggest) for v in z]
    total = sum(powers)
    s = [p / total for p in powers]
    out = []
    for j in range(len(z)):
        slope = 0.0
        for i in range(len(z)):
            slope += g[i] * s[i] * ((1 if i == j else 0) - s[j])
        out.append(slope)
    return out


# %% right: through the logarithm
def softmax_vjp(z, g):
    shifted = z - z.max()
    log_s = shifted - np.log(np.sum(np.exp(shifted)))
    s = np.exp(log_s)
    dlog = g * s
    return dlog - s * dlog.sum()


# %% right: logaddexp
def softmax_vjp(z, g):
    s = np.exp(z - np.logaddexp.reduce(z))
    return g * s - s * np.dot(g, s)


# %% wrong: overflow
# The power of a large logit is infinite for a computer.
def softmax_vjp(z, g):
    e = np.exp(z)
    s = e / e.sum()
    return s * (g - g @ s)


# %% wrong: diagonal only
# Each logit moves every probability, not only its own.
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    return g * s * (1 - s)


# %% wrong: off the diagonal only
# The probability of the same class has a part in it as well.
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    return -s * (g @ s)


# %% wrong: plus for minus
# What one class wins, the others lose.
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    return s * (g + g @ s)


# %% wrong: mean for the weighted sum
# The sum weighs each upstream slope with its probability.
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    return s * (g - g.mean())


# %% wrong: upstream gradient forgotten
# With an upstream gradient of ones the result is zero; look where g takes part.
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    return (np.diag(s) - np.outer(s, s)) @ np.ones(len(s))


# %% wrong: logits for probabilities
# The slopes are those at the probabilities, not at the logits.
def softmax_vjp(z, g):
    return z * (g - g @ z)


# %% wrong: probability subtracted
# This is the gradient of another layer; put the Jacobian into the sum.
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    return s - g


# %% wrong: overwrites the logits
# An operator with = changes the array that was given.
def softmax_vjp(z, g):
    z -= z.max()
    e = np.exp(z)
    s = e / e.sum()
    return s * (g - g @ s)


# %% wrong: shifted by the smallest
# After the shift no exponent may be above 0.
def softmax_vjp(z, g):
    e = np.exp(z - z.min())
    s = e / e.sum()
    return s * (g - g @ s)


# %% wrong: clipped
# Cutting the logits off changes the probabilities.
def softmax_vjp(z, g):
    e = np.exp(np.clip(z, -50, 50))
    s = e / e.sum()
    return s * (g - g @ s)


# %% wrong: not divided by the sum
# Probabilities add up to 1.
def softmax_vjp(z, g):
    s = np.exp(z - z.max())
    return s * (g - g @ s)


# %% wrong: differences
# The slopes of unlikely classes are too small for differences.
def softmax_vjp(z, g):
    def value(v):
        e = np.exp(v - v.max())
        return g @ (e / e.sum())

    h = 1e-5
    return np.array(
        [(value(z + d) - value(z - d)) / (2 * h) for d in h * np.eye(len(z))]
    )


# %% wrong: small number in the sum
# A safety number in the denominator changes the result where it should not.
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / (e.sum() + 1e-5)
    return s * (g - g @ s)


# %% wrong: mean of the slopes taken away
# The slopes add up to 0 by themselves; nothing is to be subtracted.
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    return g * s - np.mean(g * s)


# %% equivalent: g @ s → s @ g
# The dot product of two vectors has no order.
