"""what: a child of the generator that was given draws the order
assignment: 04_gradient_descent
"""
# %% solution: minibatches
def minibatches(n, batch_size, rng):
    [child] = rng.spawn(1)
    order = child.permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]
