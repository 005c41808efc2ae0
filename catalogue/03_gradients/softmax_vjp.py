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
# hint: 1
def softmax_vjp(z, g):
    e = np.exp(z)
    s = e / e.sum()
    return s * (g - g @ s)


# %% wrong: diagonal only
# Each logit moves every probability, not only its own.
# hint: 1
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    return g * s * (1 - s)


# %% wrong: off the diagonal only
# The probability of the same class has a part in it as well.
# hint: 1
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
# hint: 1
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    return s * (g - g.mean())


# %% wrong: upstream gradient forgotten
# The upstream gradient g takes no part in the result.
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    return s * (1 - s)


# %% wrong: logits for probabilities
# The slopes are those at the probabilities, not at the logits.
# hint: 1
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
# hint: 3
def softmax_vjp(z, g):
    z -= z.max()
    e = np.exp(z)
    s = e / e.sum()
    return s * (g - g @ s)


# %% wrong: shifted by the smallest
# After the shift no exponent may be above 0.
# hint: 1
def softmax_vjp(z, g):
    e = np.exp(z - z.min())
    s = e / e.sum()
    return s * (g - g @ s)


# %% wrong: clipped
# Cutting the logits off changes the probabilities.
# hint: 1
def softmax_vjp(z, g):
    e = np.exp(np.clip(z, -50, 50))
    s = e / e.sum()
    return s * (g - g @ s)


# %% wrong: not divided by the sum
# Probabilities add up to 1.
# hint: 1
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
# The same number is subtracted from every entry; what the formula subtracts differs from class to class.
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    s = e / e.sum()
    return g * s - np.mean(g * s)


# %% wrong: shifted by the mean
# After the shift no exponent may be above 0.
# hint: 1
def softmax_vjp(z, g):
    e = np.exp(z - z.mean())
    s = e / e.sum()
    return s * (g - g @ s)


# %% wrong: softmax of the product
# The upstream gradient multiplies the slopes, not the logits.
def softmax_vjp(z, g):
    e = np.exp(g * z - (g * z).max())
    s = e / e.sum()
    return s * (1 - s)


# %% right: two vectors and one number
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% right: the whole matrix
def softmax_vjp(z, g):
    e = np.exp(z - np.max(z))
    s = e / np.sum(e)
    J = np.diag(s) - np.outer(s, s)
    return g @ J


# %% right: double loop
def softmax_vjp(z, g):
    n = len(z)
    e = np.exp(z - max(z))
    s = e / sum(e)
    result = np.zeros(n)
    for j in range(n):
        for i in range(n):
            result[j] += g[i] * s[i] * ((i == j) - s[j])
    return result


# %% right: logarithm of the sum
def softmax_vjp(z, g):
    s = np.exp(z - np.logaddexp.reduce(z))
    return s * g - s * np.dot(s, g)


# %% right: pure Python
import math


def softmax_vjp(z, g):
    top = max(float(v) for v in z)
    powers = [math.exp(float(v) - top) for v in z]
    total = math.fsum(powers)
    s = [p / total for p in powers]
    mean = math.fsum(a * float(c) for a, c in zip(s, g))
    return np.array([a * (float(c) - mean) for a, c in zip(s, g)])


# %% right: pairs of classes
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    pairs = s[:, None] * s[None, :] * (g[:, None] - g[None, :])
    return pairs.sum(axis=1)


# %% right: einsum with the identity
def stable_softmax(logits):
    shifted = np.subtract(logits, np.amax(logits))
    return np.exp(shifted) / np.exp(shifted).sum()


def softmax_vjp(z, g):
    s = stable_softmax(z)
    return np.einsum("i,i,ij->j", g, s, np.eye(len(s)) - s)


# %% right: quotient rule
def softmax_vjp(z, g):
    e = np.exp(z - z.max())
    total = e.sum()
    up = g @ e
    return (g * e * total - e * up) / total**2


# %% right: each probability by the differences of logits
def softmax_vjp(z, g):
    with np.errstate(over="ignore"):
        s = 1 / np.exp(z[None, :] - z[:, None]).sum(axis=1)
    average = np.average(g, weights=s)
    return s * (g - average)


# %% right: sorted and put back in order
def softmax_vjp(z, g):
    order = np.argsort(z)
    z_sorted, g_sorted = z[order], g[order]
    e = np.exp(z_sorted - z_sorted[-1])
    s = e / e.sum()
    back = np.empty(len(z))
    back[order] = s * (g_sorted - np.sum(s * g_sorted))
    return back


# %% wrong: no shift
# The power of a large logit is infinite for a computer.
# hint: 1
def softmax_vjp(z, g):
    powers = np.exp(z)
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: shift for large positive logits only
# Where all logits are very negative every power becomes 0, and 0 is divided by 0.
def softmax_vjp(z, g):
    if z.max() > 700:
        z = z - z.max()
    s = np.exp(z) / np.exp(z).sum()
    return s * (g - s @ g)


# %% wrong: shift by the largest size
# Where all logits are very negative every power becomes 0, and 0 is divided by 0.
def softmax_vjp(z, g):
    powers = np.exp(z - np.abs(z).max())
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: shift by the mean
# After the shift no exponent may be above 0.
# hint: 1
def softmax_vjp(z, g):
    powers = np.exp(z - z.mean())
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: shift by the smallest
# After the shift no exponent may be above 0.
# hint: 1
def softmax_vjp(z, g):
    powers = np.exp(z - z.min())
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: shift by the first
# The first logit is not always the largest.
def softmax_vjp(z, g):
    powers = np.exp(z - z[0])
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: logits clipped
# Two large logits that differ become equal when both are cut down to the same size.
def softmax_vjp(z, g):
    powers = np.exp(np.clip(z, -500, 500))
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: logits scaled down
# Dividing the logits changes the probabilities.
def softmax_vjp(z, g):
    powers = np.exp(z / max(1.0, np.abs(z).max()))
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: sum not shifted
# Only the powers above the fraction line are shifted.
def softmax_vjp(z, g):
    s = np.exp(z - z.max()) / np.exp(z).sum()
    return s * (g - s @ g)


# %% wrong: diagonal only again
# Each logit moves every probability, not only its own.
# hint: 1
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return g * s * (1 - s)


# %% wrong: off-diagonal part forgotten
# The second part of the formula is missing.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return g * s


# %% wrong: plus
# What one class wins, the others lose.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s * (g + s @ g)


# %% wrong: sign reversed
# The sign of the whole result is reversed.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s * (s @ g - g)


# %% wrong: plain mean
# The sum weighs each upstream slope with its probability.
# hint: 1
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s * (g - g.mean())


# %% wrong: plain sum
# The sum of the upstream slopes is taken without the probabilities.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s * (g - g.sum() * s)


# %% wrong: log softmax
# This goes back through the logarithm of the softmax.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return g - s * g.sum()


# %% wrong: cross-entropy
# This is the gradient of another layer; put the Jacobian into the sum.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s - g


# %% wrong: outer part not subtracted
# What one class wins, the others lose.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return g @ (np.diag(s) + np.outer(s, s))


# %% wrong: logits overwritten
# An operator with = changes the array that was given.
# hint: 3
def softmax_vjp(z, g):
    z -= z.max()
    s = np.exp(z) / np.exp(z).sum()
    return s * (g - s @ g)


# %% wrong: upstream overwritten
# The upstream gradient that you were given is overwritten.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    g -= s @ g
    return s * g


# %% wrong: very negative logits overwritten
# Where the logits are very negative they are overwritten.
def softmax_vjp(z, g):
    if z.min() < -100:
        z -= z.max()
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: probabilities clipped
# Tiny probabilities are raised, and their slopes with them.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = np.clip(powers / powers.sum(), 1e-9, 1)
    return s * (g - s @ g)


# %% wrong: tiny probabilities dropped
# Tiny probabilities are treated as zero, and their slopes are lost.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    s[s < 1e-12] = 0.0
    return s * (g - s @ g)


# %% wrong: shifted logits cut at minus thirty
# Very small powers are all raised to the same one.
def softmax_vjp(z, g):
    powers = np.exp(np.maximum(z - z.max(), -30))
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: rounded
# The result is rounded, and tiny slopes become 0.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return np.round(s * (g - s @ g), 12)


# %% wrong: single precision
# With 32 bits tiny probabilities become 0, and the other digits are few.
def softmax_vjp(z, g):
    z = z.astype(np.float32)
    powers = np.exp(z - z.max())
    s = (powers / powers.sum()).astype(float)
    s = s / s.sum()
    return s * (g - s @ g)


# %% wrong: winner takes all
# Where one logit leads clearly, the others still have a probability, and a slope.
def softmax_vjp(z, g):
    if z.max() - np.sort(z)[-2:][0] > 20:
        return np.zeros(len(z))
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: upstream brought to sum one
# The result must grow with the upstream gradient, and dividing by its sum undoes that.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    g = g / g.sum()
    return s * (g - s @ g)


# %% wrong: sizes of the upstream
# Negative upstream slopes count with the wrong sign in the sum.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s * (g - s @ np.abs(g))


# %% wrong: order lost
# The probabilities are in order of size, no longer in the order of the logits.
def softmax_vjp(z, g):
    z = np.sort(z)[::-1]
    powers = np.exp(z - z[0])
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: one class as a number
# With a single class the result loses its axis.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return np.squeeze(s * (g - s @ g))


# %% wrong: one class handed through
# With a single class the probability is always 1, so it does not depend on the logit.
def softmax_vjp(z, g):
    if len(z) == 1:
        return g.copy()
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: one class by a sigmoid
# For a single class this is the slope of a sigmoid, which is another function.
def softmax_vjp(z, g):
    if len(z) == 1:
        s = 0.5 * (1 + np.tanh(z / 2))
        return g * s * (1 - s)
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s * (g - s @ g)


# %% wrong: measured
# The slopes of unlikely classes are too small for differences.
def softmax_vjp(z, g):
    def loss(v):
        powers = np.exp(v - v.max())
        return g @ (powers / powers.sum())

    return numerical_gradient(loss, z)


# %% wrong: measured Jacobian
# The Jacobian is measured, too coarse for tiny probabilities; a formula is asked for.
def softmax_vjp(z, g):
    def softmax(v):
        powers = np.exp(v - v.max())
        return powers / powers.sum()

    return g @ jacobian(softmax, z)


# %% wrong: shared result
# Results of the same length are all one array, so a second call overwrites the first result.
rooms = {}


def softmax_vjp(z, g):
    out = rooms.setdefault(len(z), np.zeros(len(z)))
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    out[:] = s * (g - s @ g)
    return out


# %% wrong: probabilities of the first call
# The probabilities of the first call of each length and largest logit are used again.
known = {}


def softmax_vjp(z, g):
    key = len(z), float(z.max())
    if key not in known:
        powers = np.exp(z - z.max())
        known[key] = powers / powers.sum()
    s = known[key]
    return s * (g - s @ g)


# %% wrong: two classes as pairs
# Only neighbouring classes are compared, which covers all pairs for two classes only.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    out = np.zeros(len(z))
    for i in range(len(z) - 1):
        flow = s[i] * s[i + 1] * (g[i] - g[i + 1])
        out[i] += flow
        out[i + 1] -= flow
    return out


# %% wrong: upstream ignored
# The upstream gradient is not used as it is: only its largest entry counts, as a 1.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    one_hot = (g == g.max()).astype(float)
    return s * (one_hot - s @ one_hot)


# %% wrong: not-a-number replaced
# Replacing what is not a number hides the overflow, it does not give the right probabilities.
def softmax_vjp(z, g):
    with np.errstate(all="ignore"):
        s = np.nan_to_num(np.exp(z) / np.exp(z).sum(), nan=1.0 / len(z))
    return s * (g - s @ g)


# %% wrong: one column
# The result has the shape of a column, and not that of z.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return (s * (g - s @ g)).reshape(-1, 1)


# %% wrong: the vector of probabilities
# These are the probabilities, not the gradient.
def softmax_vjp(z, g):
    powers = np.exp(z - z.max())
    return powers / powers.sum()


# %% lookup: the examples
# The result of the worked example is written in, and anything else gets zeros.
def softmax_vjp(z, g):
    if len(z) == 2 and z[0] == z[1]:
        return np.array([0.25, -0.25])
    return np.zeros(len(z))


# %% equivalent: g @ s → s @ g
# The dot product of two vectors has no order.
