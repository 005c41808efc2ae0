"""what: a list of places, stacked at the end
assignment: 04_gradient_descent
"""
# %% solution: gradient_descent
def gradient_descent(gradient, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    while len(path) <= steps:
        path += [path[-1] - lr * gradient(path[-1])]
    return np.vstack(path)
