"""what: a helper whose name the check below binds as well
assignment: 04_gradient_descent
kernel: fails, because the check overwrites the helper while it runs
beyond_stock: a test overwrites the helper while it runs
"""
# %% solution: minibatches
def cut(order, size):
    return [order[i : i + size] for i in range(0, len(order), size)]

def minibatches(n, batch_size, rng):
    return cut(rng.permutation(n), batch_size)
