"""what: array_split at multiples, a tuple of views of one permutation
assignment: 04_gradient_descent
"""
# %% solution: minibatches
def minibatches(n, batch_size, rng):
    order = np.arange(n)
    rng.shuffle(order)
    return tuple(np.split(order, range(batch_size, n, batch_size)))
