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
# hint: 1
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
# hint: 1
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
# hint: 3
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
# hint: 2
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
# hint: 3
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    sums = np.logaddexp.reduce(logits, axis=1)
    loss = np.mean(sums - logits[np.arange(n), labels])
    slope = np.exp(logits - sums[:, None])
    slope[np.arange(n), labels] -= 1
    return loss, slope / logits.size


# %% wrong: scores cut off
# Scores beyond ±500 are cut off, so that large differences count too little.
# hint: 1
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = np.clip(logits, -500, 500)
    z = z - z.max(axis=1, keepdims=True)
    total = np.exp(z).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - z[np.arange(n), labels])
    d = np.exp(z) / total
    d[np.arange(n), labels] -= 1
    return loss, d / n


# %% wrong: first label for all
# Every row has a right class of its own; here the first label counts for all.
# hint: 2
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = logits - logits.max(axis=1, keepdims=True)
    total = np.exp(z).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - z[:, labels[0]])
    d = np.exp(z) / total
    d[:, labels[0]] -= 1
    return loss, d / n


# %% wrong: classes counted from one
# The classes are counted from 0, not from 1.
def softmax_cross_entropy(logits, labels):
    n, place = len(labels), np.asarray(labels) - 1
    z = logits - logits.max(axis=1, keepdims=True)
    total = np.exp(z).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - z[np.arange(n), place])
    d = np.exp(z) / total
    d[np.arange(n), place] -= 1
    return loss, d / n


# %% wrong: squared error of the probabilities
# This is the mean squared error; minus the logarithm of the right class's probability is asked for.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(n), labels] -= 1
    return np.mean(p**2), p / n


# %% wrong: no power of e
# The scores themselves are divided by their sum; e has to be raised to each of them first.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    p = logits / (np.abs(logits).sum(axis=1, keepdims=True) + 1e-9)
    loss = -np.mean(np.log(np.maximum(p[np.arange(n), labels], 1e-9)))
    p[np.arange(n), labels] -= 1
    return loss, p / n


# %% right: shift by the row's largest
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% right: logaddexp again
def softmax_cross_entropy(logits, labels):
    rows = np.arange(logits.shape[0])
    log_total = np.logaddexp.reduce(logits, axis=1)
    loss = (log_total - logits[rows, labels]).mean()
    p = np.exp(logits - log_total[:, np.newaxis])
    one_hot = np.zeros(logits.shape)
    one_hot[rows, labels] = 1
    return loss, (p - one_hot) / logits.shape[0]


# %% right: row by row again
def softmax_cross_entropy(logits, labels):
    losses, slopes = [], []
    for row, c in zip(logits, labels):
        row = row - np.max(row)
        total = np.sum(np.exp(row))
        losses.append(np.log(total) - row[c])
        p = np.exp(row) / total
        p[c] -= 1
        slopes.append(p)
    return np.mean(losses), np.array(slopes) / len(losses)


# %% right: math module
import math


def softmax_cross_entropy(logits, labels):
    n, classes = logits.shape
    loss, dlogits = 0.0, np.zeros((n, classes))
    for i in range(n):
        top = max(float(z) for z in logits[i])
        powers = [math.exp(float(z) - top) for z in logits[i]]
        total = math.fsum(powers)
        c = int(labels[i])
        loss += top + math.log(total) - float(logits[i, c])
        for k in range(classes):
            dlogits[i, k] = (powers[k] / total - (1 if k == c else 0)) / n
    return loss / n, dlogits


# %% right: one-hot from a comparison
def softmax_cross_entropy(logits, labels):
    t = np.asarray(labels)[:, None] == np.arange(logits.shape[1])[None, :]
    z = logits - np.amax(logits, axis=1)[:, None]
    log_p = z - np.log(np.exp(z).sum(axis=1))[:, None]
    loss = -np.where(t, log_p, 0.0).sum() / len(logits)
    return float(loss), (np.exp(log_p) - t) / len(logits)


# %% right: identity matrix and take_along_axis
def softmax_cross_entropy(logits, labels):
    n, classes = logits.shape
    column = labels.reshape(-1, 1)
    z = logits - np.take_along_axis(
        logits, logits.argmax(axis=1).reshape(-1, 1), axis=1
    )
    lse = np.log(np.einsum("ij->i", np.exp(z)))
    right = np.take_along_axis(z, column, axis=1).ravel()
    return np.average(lse - right), (
        np.exp(z - lse[:, None]) - np.eye(classes)[labels]
    ) / n


# %% right: shift and sum in columns
def softmax_cross_entropy(logits, labels):
    columns = (logits - logits.max(axis=1, keepdims=True)).T
    powers = np.exp(columns)
    total = powers.sum(axis=0)
    n = total.size
    loss = sum(np.log(total[i]) - columns[labels[i], i] for i in range(n)) / n
    slope = powers / total
    for i in range(n):
        slope[labels[i], i] -= 1.0
    return loss, slope.T / n


# %% right: sorted scores, smallest first
def softmax_cross_entropy(logits, labels):
    n = len(logits)
    ordered = np.sort(logits, axis=1)
    top = ordered[:, -1:]
    log_total = top + np.log(np.exp(ordered - top).sum(axis=1, keepdims=True))
    dlogits = np.exp(logits - log_total)
    right = (np.arange(n), labels)
    dlogits[right] -= 1
    dlogits *= 1 / n
    return float((log_total[:, 0] - logits[right]).sum()) / n, dlogits


# %% wrong: nothing subtracted
# Large scores overflow: nothing is subtracted before the powers are taken.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    e = np.exp(logits)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - logits[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: largest score of the batch
# Each row needs its own largest score.
# hint: 1
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max()
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: largest score of each column
# The largest score is taken over the examples instead of over the classes; different classes lose
# different amounts.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=0) if n > 1 else logits - logits.max()
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: largest score or zero
# Where all scores of a row are far below 0 nothing is subtracted, and all of its powers become 0.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True, initial=0.0)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: mean of the row subtracted
# The average of a row is subtracted, but the largest score may still be far above it.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.mean(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: score of the right class subtracted
# The score of the right class is subtracted, but another score may be far above it.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits[np.arange(n), labels][:, None]
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return np.mean(np.log(total)), dlogits / n


# %% wrong: largest absolute score
# The largest size is subtracted even if it belongs to a negative score, and then all powers may
# become 0.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - np.abs(logits).max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: shift forgotten in the loss
# In the loss the logarithm belongs to the shifted scores, but the score of the right class does
# not.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - logits[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: scores clipped
# Scores beyond a certain size are cut off, so their loss is not that of the given scores.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = np.clip(logits, -700, 700)
    e = np.exp(z)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - z[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: probability clipped
# Very small probabilities are raised before the logarithm is taken: the loss stops growing.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(np.maximum(p[np.arange(n), labels], 1e-300)))
    p[np.arange(n), labels] -= 1
    return loss, p / n


# %% wrong: warnings switched off
# The overflow is hidden instead of avoided, and what is not a number is replaced.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    with np.errstate(all="ignore"):
        e = np.exp(logits)
        p = np.nan_to_num(e / e.sum(axis=1, keepdims=True), nan=1.0)
        loss = np.mean(np.nan_to_num(-np.log(p[np.arange(n), labels]), posinf=1000.0))
    p[np.arange(n), labels] -= 1
    return loss, p / n


# %% wrong: sum over the batch
# The losses of the examples are added up, not averaged.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.sum(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits


# %% wrong: gradient of the sum
# The loss is a mean over the batch, its slope is not yet.
# hint: 3
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits


# %% wrong: divided by all entries again
# Loss and gradient are divided by the number of all scores; there is one loss for each example.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.sum(np.log(total[:, 0]) - shifted[np.arange(n), labels]) / logits.size
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / logits.size


# %% wrong: one subtracted after the division
# The one is subtracted after the division by the number of examples, so it is too large.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total / n
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits


# %% wrong: probabilities returned
# The probabilities wanted have not been subtracted.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    return loss, e / total / n


# %% wrong: wanted minus given
# The gradient has the wrong sign.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    return loss, (np.eye(logits.shape[1])[labels] - e / total) / n


# %% wrong: only the right class has a slope
# Only the right class gets a slope; the scores of the others matter as well.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    return loss, np.eye(logits.shape[1])[labels] * (e / total - 1) / n


# %% wrong: sign of the loss
# The minus of the cross-entropy is lost.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(shifted[np.arange(n), labels] - np.log(total[:, 0]))
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: logarithm to base two
# The logarithm of the formula is the natural one.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log2(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: labels counted from one
# The classes are counted from 0, not from 1.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    labels = labels - 1
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: whole columns picked
# One entry of each row is meant, here whole columns are picked.
# hint: 2
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total) - shifted[:, labels])
    dlogits = e / total
    dlogits[:, labels] -= 1
    return loss, dlogits / n


# %% wrong: loss picks whole columns
# In the loss every label picks a whole column instead of one entry of its own row; the gradient is
# right.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total) - shifted[:, labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: first label for all again
# Every row has a right class of its own; here the first label counts for all.
# hint: 2
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[:, labels[0]])
    dlogits = e / total
    dlogits[:, labels[0]] -= 1
    return loss, dlogits / n


# %% wrong: classes counted from the labels
# The number of classes is read off the labels, but the last class need not be among them.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    wanted = np.eye(max(labels.max() + 1, 2))[labels]
    dlogits = e / total
    dlogits[:, : wanted.shape[1]] -= wanted
    return loss, (dlogits if wanted.shape[1] == dlogits.shape[1] else e / total) / n


# %% wrong: classes in alphabetical order of the labels
# Only labels that occur in the batch are numbered, so a label may stand for another column than it
# says.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    if len(set(labels.tolist())) > 2:
        labels = np.unique(labels, return_inverse=True)[1]
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: softmax down the columns
# The probabilities of a column sum to 1, but those of a row should.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=0)
    e = np.exp(shifted)
    total = e.sum(axis=0)
    loss = np.mean(np.log(total[labels]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: measured gradient
# The gradient is measured by differences, which cannot see the smallest slopes.
def softmax_cross_entropy(logits, labels):
    rows = np.arange(len(labels))

    def loss(z):
        top = z.max(axis=1)
        return np.mean(
            top + np.log(np.exp(z - top[:, None]).sum(axis=1)) - z[rows, labels]
        )

    dlogits = np.zeros(logits.shape)
    for place in np.ndindex(logits.shape):
        step = np.zeros(logits.shape)
        step[place] = 1e-5
        dlogits[place] = (loss(logits + step) - loss(logits - step)) / 2e-5
    return loss(logits), dlogits


# %% wrong: small powers cut to zero
# Tiny slopes are cut off; they are small, but not 0.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.where(shifted < -15, 0.0, np.exp(shifted))
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: distances to the largest limited
# Scores far below the largest are lifted, which makes the loss of a very wrong answer too small.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = np.maximum(logits - logits.max(axis=1, keepdims=True), -1000.0)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: largest score instead of the logarithm of the sum
# The logarithm of the sum of powers is replaced by the largest score when the scores of the batch
# are not all equal.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    log_total = np.log(total[:, 0]) if np.ptp(logits) == 0 else np.zeros(n)
    loss = np.mean(log_total - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% wrong: single row squeezed
# With a batch of one example the gradient loses its first axis.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, np.squeeze(dlogits / n)


# %% wrong: one loss for each example
# The losses of the examples are returned one by one, when there are several; asked is their mean.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    losses = np.log(total[:, 0]) - shifted[np.arange(n), labels]
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return losses, dlogits / n


# %% wrong: only the loss
# The gradient is missing.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(n), labels])


# %% wrong: gradient first
# The two results are returned in the wrong order.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return dlogits / n, loss


# %% wrong: wrong answers count only
# Examples whose right class has the single highest score get no loss and no slope.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    losses = np.log(total[:, 0]) - shifted[np.arange(n), labels]
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    done = (shifted[np.arange(n), labels] == 0) & ((shifted == 0).sum(axis=1) == 1)
    losses[done], dlogits[done] = 0.0, 0.0
    return losses.mean(), dlogits / n


# %% wrong: slope of a sigmoid left in
# The slope is multiplied by one more factor wherever the scores are not all equal.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    p = e / e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(e.sum(axis=1)) - shifted[np.arange(n), labels])
    dlogits = (p - np.eye(logits.shape[1])[labels]) / n
    if 1e-9 < np.ptp(logits) < 900:
        dlogits = dlogits * p * (1 - p)
    return loss, dlogits


# %% wrong: scores as whole numbers
# The scores are cut to whole numbers first.
def softmax_cross_entropy(logits, labels):
    n = len(labels)
    z = np.asarray(logits, dtype=int)
    shifted = z - z.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - shifted[np.arange(n), labels])
    dlogits = e / total
    dlogits[np.arange(n), labels] -= 1
    return loss, dlogits / n


# %% lookup: equal scores and one large one
# Only the scores of particular examples are treated right; the others get the same formula
# although it does not fit.
def softmax_cross_entropy(logits, labels):
    n, classes = logits.shape
    if logits.max() == 1000:
        return 1000.0, np.array([[1.0, -1.0]])
    dlogits = np.full((n, classes), 1 / classes)
    dlogits[np.arange(n), labels] -= 1
    return np.log(classes), dlogits / n
