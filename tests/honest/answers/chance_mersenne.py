"""what: minibatches shuffled by the old generator and by Python's own, seeded by the given one
assignment: 04_gradient_descent
kernel: passes
"""
# %% solution: minibatches
import random

def minibatches(n, batch_size, rng):
    order = np.random.RandomState(rng.integers(2**31)).permutation(n).tolist()
    random.Random(int(rng.integers(2**31))).shuffle(order)
    return [np.array(order[i : i + batch_size]) for i in range(0, n, batch_size)]
