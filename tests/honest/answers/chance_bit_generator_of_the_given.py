"""what: a new Generator around the bit generator of the given one, and argsort
assignment: 04_gradient_descent
kernel: passes
"""
# %% solution: minibatches
def minibatches(n, batch_size, rng):
    rng = np.random.Generator(rng.bit_generator)
    order = np.argsort(rng.random(n))
    return np.split(order, range(batch_size, n, batch_size))
