"""Answers to `softmax_cross_entropy` of 05_backprop_xor, right and wrong."""


# %% right: one-hot targets
def softmax_cross_entropy(logits, labels):
    n, classes = logits.shape
    wanted = np.eye(classes)[labels]
    z = logits - np.max(logits, axis=1)[:, None]
    log_p = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
    return -np.sum(wanted * log_p) / n, (np.exp(log_p) - wanted) / n


# %% right: row by row
def softmax_cross_entropy(logits, labels):
    n = len(logits)
    loss, dlogits = 0.0, np.zeros(logits.shape)
    for i in range(n):
        z = logits[i] - max(logits[i])
        e = np.exp(z)
        loss = loss + np.log(sum(e)) - z[labels[i]]
        for k in range(len(z)):
            dlogits[i, k] = e[k] / sum(e)
        dlogits[i, labels[i]] = dlogits[i, labels[i]] - 1
    return loss / n, dlogits / n


# %% right: logaddexp
def softmax_cross_entropy(logits, labels):
    n = logits.shape[0]
    log_total = np.logaddexp.reduce(logits, axis=1)
    picked = np.take_along_axis(logits, labels[:, None], axis=1)[:, 0]
    p = np.exp(logits - log_total[:, None])
    p[range(n), labels] -= 1
    return (log_total - picked).mean(), p / n


# %% right: comparison with the class numbers
def softmax_cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=-1, keepdims=True)
    powers = np.exp(shifted)
    total = powers.sum(axis=-1, keepdims=True)
    is_right = np.arange(logits.shape[1]) == labels.reshape(-1, 1)
    loss = np.mean(np.log(total).ravel() - shifted[is_right])
    return loss, (powers / total - is_right) / len(labels)


# %% wrong: overflows
# Large scores overflow before they are divided.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(p[np.arange(n), labels]))
    p[np.arange(n), labels] -= 1
    return loss, p / n


# %% wrong: logarithm of zero
# A probability that has become 0 has no logarithm.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(p[np.arange(n), labels]))
    p[np.arange(n), labels] -= 1
    return loss, p / n


# %% wrong: clipped
# A small number added inside the logarithm falsifies large losses.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(p[np.arange(n), labels] + 1e-12))
    p[np.arange(n), labels] -= 1
    return loss, p / n


# %% wrong: largest of the whole batch
# Each row needs its own largest score.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = logits - logits.max()
    total = np.exp(z).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - z[np.arange(n), labels])
    d = np.exp(z) / total
    d[np.arange(n), labels] -= 1
    return loss, d / n


# %% wrong: gradient not averaged
# The loss is a mean over the batch, its slope is not yet.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = logits - logits.max(axis=1, keepdims=True)
    total = np.exp(z).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - z[np.arange(n), labels])
    d = np.exp(z) / total
    d[np.arange(n), labels] -= 1
    return loss, d


# %% wrong: loss summed
# The loss is the mean over the batch.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = logits - logits.max(axis=1, keepdims=True)
    total = np.exp(z).sum(axis=1, keepdims=True)
    loss = np.sum(np.log(total[:, 0]) - z[np.arange(n), labels])
    d = np.exp(z) / total
    d[np.arange(n), labels] -= 1
    return loss, d / n


# %% wrong: sign
# The gradient points the other way.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = logits - logits.max(axis=1, keepdims=True)
    total = np.exp(z).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - z[np.arange(n), labels])
    d = -np.exp(z) / total
    d[np.arange(n), labels] += 1
    return loss, d / n


# %% wrong: probabilities for gradient
# The probabilities wanted have not been subtracted.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = logits - logits.max(axis=1, keepdims=True)
    total = np.exp(z).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - z[np.arange(n), labels])
    return loss, np.exp(z) / total / n


# %% wrong: softmax over the batch
# The probabilities of one example sum to 1, not those of one class.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = logits - logits.max(axis=1, keepdims=True)
    total = np.exp(z).sum(axis=0, keepdims=True)
    p = np.exp(z) / total
    loss = -np.mean(np.log(p[np.arange(n), labels] + 1e-300))
    p[np.arange(n), labels] -= 1
    return loss, p / n


# %% wrong: columns of labels
# One entry of each row is meant, here whole columns are picked.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = logits - logits.max(axis=1, keepdims=True)
    total = np.exp(z).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total) - z[:, labels])
    d = np.exp(z) / total
    d[:, labels] -= 1
    return loss, d / n


# %% wrong: changes the scores
# The scores that were passed in are changed.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    logits -= logits.max(axis=1, keepdims=True)
    total = np.exp(logits).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - logits[np.arange(n), labels])
    d = np.exp(logits) / total
    d[np.arange(n), labels] -= 1
    return loss, d / n


# %% wrong: logarithm to base 2
# The natural logarithm is meant.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = logits - logits.max(axis=1, keepdims=True)
    total = np.exp(z).sum(axis=1, keepdims=True)
    p = np.exp(z) / total
    loss = -np.mean(np.log2(np.maximum(p[np.arange(n), labels], 1e-300)))
    p[np.arange(n), labels] -= 1
    return loss, p / n


# %% wrong: a patch where the probability is zero
# Where a probability is 0 your loss leaves a part of the sum out.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    p = np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)
    right = p[np.arange(n), labels]
    with np.errstate(all="ignore"):
        logs = np.where(right > 0, np.log(right), shifted[np.arange(n), labels])
    p[np.arange(n), labels] -= 1
    return -np.mean(logs), p / n


# %% wrong: tiny probabilities set to zero
# Tiny slopes are cut off; they are small, but not 0.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    sums = np.logaddexp.reduce(logits, axis=1)
    loss = np.mean(sums - logits[np.arange(n), labels])
    slope = np.exp(logits - sums[:, None])
    slope[slope < 1e-15] = 0
    slope[np.arange(n), labels] -= 1
    return loss, slope / n


# %% wrong: divided by all entries
# The mean goes over the examples only, not over the classes.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    sums = np.logaddexp.reduce(logits, axis=1)
    loss = np.mean(sums - logits[np.arange(n), labels])
    slope = np.exp(logits - sums[:, None])
    slope[np.arange(n), labels] -= 1
    return loss, slope / logits.size
