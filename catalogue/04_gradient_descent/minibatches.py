"""Answers to `minibatches` of 04_gradient_descent, right and wrong."""


# %% right: shuffle in place


def minibatches(n, batch_size, rng):
    indices = np.arange(n)
    rng.shuffle(indices)
    batches = []
    start = 0
    while start < n:
        batches.append(indices[start : start + batch_size])
        start += batch_size
    return batches


# %% right: cut with array_split


def minibatches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), range(batch_size, n, batch_size))


# %% right: sort random numbers


def minibatches(n, batch_size, rng):
    order = np.argsort(rng.random(n))
    return [
        order[k * batch_size : (k + 1) * batch_size] for k in range(-(-n // batch_size))
    ]


# %% right: lists instead of arrays


def minibatches(n, batch_size, rng):
    rest = rng.choice(n, size=n, replace=False).tolist()
    batches = []
    while rest:
        batches.append(rest[:batch_size])
        rest = rest[batch_size:]
    return batches


# %% right: drawn without replacement
def minibatches(n, batch_size, rng):
    left = rng.choice(n, size=n, replace=False)
    batches = []
    while len(left):
        batches.append(left[:batch_size])
        left = left[batch_size:]
    return tuple(batches)


# %% wrong: last batch dropped
# What is left over at the end is dropped.


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [
        order[k * batch_size : (k + 1) * batch_size] for k in range(n // batch_size)
    ]


# %% wrong: not shuffled
# The indices are cut in their original order.


def minibatches(n, batch_size, rng):
    order = np.arange(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: drawn with replacement
# Some indices occur twice and others never.


def minibatches(n, batch_size, rng):
    order = rng.integers(n, size=n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: each batch drawn by itself
# Within a batch each index is there once, but not in the epoch.


def minibatches(n, batch_size, rng):
    sizes = [min(batch_size, n - i) for i in range(0, n, batch_size)]
    return [rng.choice(n, size, replace=False) for size in sizes]


# %% wrong: own generator
# A generator with a fixed seed is used instead of the one passed in.


def minibatches(n, batch_size, rng):
    order = np.random.default_rng(0).permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: global chance
# NumPy's global generator is used instead of the one passed in.


def minibatches(n, batch_size, rng):
    order = np.random.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: batches shuffled, not indices
# The order of the batches is random, but each batch is a run of neighbours.


def minibatches(n, batch_size, rng):
    batches = [np.arange(n)[i : i + batch_size] for i in range(0, n, batch_size)]
    full = [batch for batch in batches if len(batch) == batch_size]
    order = rng.permutation(len(full))
    return [full[k] for k in order] + batches[len(full) :]


# %% wrong: shuffled within the batches
# Each batch is shuffled after the cut, so it is still a run of neighbours.


def minibatches(n, batch_size, rng):
    return [
        rng.permutation(np.arange(i, min(i + batch_size, n)))
        for i in range(0, n, batch_size)
    ]


# %% wrong: equal parts
# The indices are cut into parts of about equal size instead of the size asked for.


def minibatches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), -(-n // batch_size))


# %% wrong: number of batches
# The batch size is taken for the number of batches.


def minibatches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), batch_size)


# %% wrong: counted from 1
# The indices run from 1 to n, but Python counts from 0.


def minibatches(n, batch_size, rng):
    order = 1 + rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: one flat array
# The shuffled indices are returned without being cut.


def minibatches(n, batch_size, rng):
    return rng.permutation(n)


# %% wrong: first batch only
# The function returns inside the loop, after the first batch.


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    for i in range(0, n, batch_size):
        return [order[i : i + batch_size]]


# %% wrong: floats
# The indices are floats, with which no array can be indexed.


def minibatches(n, batch_size, rng):
    order = rng.permutation(n) * 1.0
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: empty batch at the end
# When nothing is left over, an empty batch stands at the end.


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [
        order[k * batch_size : (k + 1) * batch_size] for k in range(n // batch_size + 1)
    ]


# %% wrong: every so-manyth
# The batches hold the same indices in every epoch; only their order changes.
def minibatches(n, batch_size, rng):
    count = -(-n // batch_size)
    order = np.concatenate([np.arange(i, n, count) for i in rng.permutation(count)])
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: rotated
# The indices begin at a random place, but they are still in their old order.
def minibatches(n, batch_size, rng):
    order = np.roll(np.arange(n), rng.integers(n))
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: left over ones in the last batch
# What is left over is a batch of its own, not a part of the one before.
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    cuts = batch_size * np.arange(1, max(n // batch_size, 1))
    return np.split(order, cuts)
