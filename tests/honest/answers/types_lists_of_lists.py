"""what: plain lists of floats in place of arrays, in several answers
assignment: 04_gradient_descent
kernel: passes
"""
# %% solution: gradient_descent
def gradient_descent(grad, w0, lr, steps):
    path = [[float(v) for v in w0]]
    for _ in range(steps):
        slopes = grad(np.array(path[-1]))
        path.append([v - lr * float(s) for v, s in zip(path[-1], slopes)])
    return path

# %% solution: mse_gradient
def mse_gradient(X, y, w):
    errors = [sum(a * b for a, b in zip(row, w)) - t for row, t in zip(X, y)]
    return [2 * sum(e * row[j] for e, row in zip(errors, X)) / len(y) for j in range(len(w))]

# %% solution: minibatches
def minibatches(n, batch_size, rng):
    order = rng.permutation(n).tolist()
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]
