"""what: two answers in the second one's cell, below the first one's check
assignment: 04_gradient_descent
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
# %% solution: momentum_descent
def gradient_descent(grad, w0, lr, steps):
    return momentum_descent(grad, w0, lr, 0.0, steps)

def momentum_descent(grad, w0, lr, beta, steps):
    path, v = [np.array(w0, float)], 0.0
    for _ in range(steps):
        v = beta * v + grad(path[-1])
        path += [path[-1] - lr * v]
    return np.array(path)

# %% mangle
def mangle(notebook):
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "gradient_descent"]
