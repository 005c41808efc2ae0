"""what: a helper with a mistake, and the right one two exercises below
assignment: 04_gradient_descent
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
# %% solution: momentum_descent
def moved(w, lr, v):
    return w + lr * v

def momentum_descent(grad, w0, lr, beta, steps):
    path, v = [np.array(w0, float)], 0.0
    for _ in range(steps):
        v = beta * v + grad(path[-1])
        path.append(moved(path[-1], lr, v))
    return np.array(path)

# %% added after test_classify_critical_point
def moved(w, lr, v):
    return w - lr * v
