"""what: two answers that use one global name for two things
assignment: 04_gradient_descent
kernel: passes
"""
# %% solution: gradient_descent
beta = 0.0

def gradient_descent(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    v = 0 * path[0]
    for _ in range(steps):
        v = beta * v + grad(path[-1])
        path.append(path[-1] - lr * v)
    return np.array(path)

# %% solution: mse_gradient
beta = 2.0

def mse_gradient(X, y, w):
    return beta * X.T @ (X @ w - y) / len(y)
