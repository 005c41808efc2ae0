"""what: cells that raise in the middle, with answers and helpers above the line that raises
assignment: 04_gradient_descent
kernel: passes
"""
# %% added
SIZE = 2
print(undefined)
SIZE = 3

# %% solution: mse_gradient
def mse_gradient(X, y, w):
    return SIZE / len(y) * (X @ w - y) @ X

mse_gradient(1, 2, 3)

# %% solution: gradient_descent
def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    while len(path) <= steps:
        path.append(path[-1] - lr * grad(path[-1]))
    return np.stack(path)

assert False, "still to be tried out"
