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
# hint: 2


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [
        order[k * batch_size : (k + 1) * batch_size] for k in range(n // batch_size)
    ]


# %% wrong: not shuffled
# The indices are cut in their original order.
# hint: 1


def minibatches(n, batch_size, rng):
    order = np.arange(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: drawn with replacement
# Some indices occur twice and others never.
# hint: 1


def minibatches(n, batch_size, rng):
    order = rng.integers(n, size=n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: each batch drawn by itself
# Within a batch each index is there once, but not in the epoch.
# hint: 1


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
# hint: 2


def minibatches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), -(-n // batch_size))


# %% wrong: number of batches
# The batch size is taken for the number of batches.
# hint: 2


def minibatches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), batch_size)


# %% wrong: counted from 1
# The indices run from 1 to n, but Python counts from 0.
# hint: 1


def minibatches(n, batch_size, rng):
    order = 1 + rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: one flat array
# The shuffled indices are returned without being cut.
# hint: 2


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
# hint: 2


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
# hint: 2
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    cuts = batch_size * np.arange(1, max(n // batch_size, 1))
    return np.split(order, cuts)


# %% right: permutation and slices
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% right: split at places
def minibatches(n, batch_size, rng):
    return np.split(rng.permutation(n), np.arange(batch_size, n, batch_size))


# %% right: shuffle in place again
def minibatches(n, batch_size, rng):
    indices = np.arange(n)
    rng.shuffle(indices)
    batches = []
    begin = 0
    while begin < n:
        batches.append(indices[begin : begin + batch_size].copy())
        begin += batch_size
    return batches


# %% right: choice without replacement
def minibatches(n, batch_size, rng):
    order = rng.choice(n, size=n, replace=False)
    return list(np.array_split(order, range(batch_size, n, batch_size)))


# %% right: argsort of random numbers
def minibatches(n, batch_size, rng):
    order = np.argsort(rng.random(n))
    count = -(-n // batch_size)
    return [order[k * batch_size : (k + 1) * batch_size] for k in range(count)]


# %% right: cards drawn one by one
def minibatches(n, batch_size, rng):
    cards = list(range(n))
    for i in range(n - 1, 0, -1):
        j = int(rng.integers(0, i + 1))
        cards[i], cards[j] = cards[j], cards[i]
    return [
        np.array(cards[i : i + batch_size], dtype=int) for i in range(0, n, batch_size)
    ]


# %% right: a bag that empties
def minibatches(n, batch_size, rng):
    bag = rng.permuted(np.arange(n)).tolist()
    batches, current = [], []
    while bag:
        current.append(bag.pop())
        if len(current) == batch_size or not bag:
            batches.append(np.array(current))
            current = []
    return batches


# %% right: peeling off recursively in a generator
def _peel(order, batch_size):
    while order.size:
        yield order[:batch_size]
        order = order[batch_size:]


def minibatches(n, batch_size, rng):
    return list(_peel(rng.permutation(np.arange(n)), batch_size))


# %% right: ask for the batch number
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    number = np.arange(n) // batch_size
    return [order[number == k] for k in np.unique(number)]


# %% wrong: rest dropped
# What is left over at the end is dropped.
# hint: 2
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n - batch_size + 1, batch_size)]


# %% wrong: rest dropped when too few
# If the batch size is larger than the number of examples, no batch is returned at all.
def minibatches(n, batch_size, rng):
    if batch_size > n:
        return []
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: single leftover dropped
# A single index that is left over is dropped when there are more than two batches before it.
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = [order[i : i + batch_size] for i in range(0, n, batch_size)]
    if len(batches) > 3 and len(batches[-1]) == 1:
        batches.pop()
    return batches


# %% wrong: equal parts again
# The indices are cut into parts of about equal size instead of the size asked for.
# hint: 2
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return np.array_split(order, -(-n // batch_size))


# %% wrong: number of batches again
# The batch size is used as the number of batches.
def minibatches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), min(batch_size, n))


# %% wrong: chance from the random module
# Chance comes from another module than the generator passed in.
import random


def minibatches(n, batch_size, rng):
    order = list(range(n))
    random.shuffle(order)
    return [np.array(order[i : i + batch_size]) for i in range(0, n, batch_size)]


# %% wrong: copy of the generator
# A copy of the generator is used, so the generator itself never moves on and the next epoch has
# the same order.
import copy


def minibatches(n, batch_size, rng):
    order = copy.deepcopy(rng).permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: order remembered
# The order is drawn once for each size and remembered, so a second call does not give a new one.
_orders = {}


def minibatches(n, batch_size, rng):
    if n not in _orders:
        _orders[n] = rng.permutation(n)
    order = _orders[n]
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: generator remembered
# The generator of the first call is kept as a default, and a later one is not listened to.
def minibatches(n, batch_size, rng, kept=[]):
    kept.append(rng)
    order = kept[0].permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: batches shuffled
# The indices are cut before they are shuffled: neighbours always stay together in a batch.
def minibatches(n, batch_size, rng):
    batches = [np.arange(i, min(i + batch_size, n)) for i in range(0, n, batch_size)]
    whole = [b for b in batches if len(b) == batch_size]
    rest = [b for b in batches if len(b) < batch_size]
    return [whole[k] for k in rng.permutation(len(whole))] + rest


# %% wrong: shuffled within batches
# The indices are cut first, and then shuffled only inside each batch.
def minibatches(n, batch_size, rng):
    order = np.arange(n)
    return [rng.permutation(order[i : i + batch_size]) for i in range(0, n, batch_size)]


# %% wrong: turned
# The indices are only turned round like a wheel: each one still follows its old neighbour.
def minibatches(n, batch_size, rng):
    order = np.roll(np.arange(n), int(rng.integers(1, max(n, 2))))
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: with replacement
# Some indices occur twice and others never.
# hint: 1
def minibatches(n, batch_size, rng):
    order = rng.integers(0, n, size=n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: each batch drawn anew
# Within a batch each index is there once, but not in the epoch.
# hint: 1
def minibatches(n, batch_size, rng):
    batches = []
    for i in range(0, n, batch_size):
        batches.append(rng.choice(n, min(batch_size, n - i), replace=False))
    return batches


# %% wrong: counted from one
# The indices run from 1 to n, but Python counts from 0.
# hint: 1
def minibatches(n, batch_size, rng):
    order = rng.permutation(n) + 1
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: small batch first
# The smaller batch comes first, not last.
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    rest = n % batch_size
    first = [order[:rest]] if rest else []
    return first + [order[i : i + batch_size] for i in range(rest, n, batch_size)]


# %% wrong: rest joined
# After three or more full batches, a small rest is put into the batch before it, which becomes too
# large.
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    batches = [order[i : i + batch_size] for i in range(0, n, batch_size)]
    if len(batches) > 3 and 2 * len(batches[-1]) <= batch_size:
        last = batches.pop()
        batches[-1] = np.concatenate([batches[-1], last])
    return batches


# %% wrong: filled up
# The last batch is filled up with indices that have been used already.
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    places = [np.arange(i, i + batch_size) % n for i in range(0, n, batch_size)]
    return [order[p] for p in places]


# %% wrong: filled up only when n is small
# If the batch is larger than the number of examples, indices are repeated until it is full.
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    if batch_size > n:
        return [np.resize(order, batch_size)]
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: floats again
# The indices are floats, with which no array can be indexed.
def minibatches(n, batch_size, rng):
    order = rng.permutation(np.linspace(0, n - 1, n))
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: small integers
# The indices are stored in integers that end at 127.
def minibatches(n, batch_size, rng):
    order = rng.permutation(n).astype(np.int8)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: generator of batches
# The batches are handed out one by one; a list was asked for.
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    for i in range(0, n, batch_size):
        yield order[i : i + batch_size]


# %% wrong: one flat order
# The shuffled order is returned uncut.
def minibatches(n, batch_size, rng):
    return list(rng.permutation(n))


# %% wrong: columns
# Each batch is a matrix with one column, but an array of shape (batch_size,) was asked for.
def minibatches(n, batch_size, rng):
    order = rng.permutation(n).reshape(-1, 1)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: overlap
# Neighbouring batches share an index.
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size + 1] for i in range(0, n, batch_size)]


# %% wrong: first half shuffled
# Only the first half of the indices is shuffled; the others stay in order at the end.
def minibatches(n, batch_size, rng):
    order = np.arange(n)
    rng.shuffle(order[: (n + 1) // 2])
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: shared order
# All epochs of the same size are written into one array, so a new call changes the batches handed
# out before.
_order = {}


def minibatches(n, batch_size, rng):
    order = _order.setdefault(n, np.arange(n))
    rng.shuffle(order)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% lookup: the two sizes of the check
# The sizes of the visible check are handled; for all others the examples come in one piece.
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    if (n, batch_size) == (5, 2):
        return [order[:2], order[2:4], order[4:]]
    return [order]
