"""what: wrong first versions, and all corrections at the end
assignment: 03_gradients
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
# %% solution: linear_vjp
def linear_vjp(X, W, b, G):
    return X @ W.T, G.T @ X, G.mean(axis=0)

# %% solution: quadratic_gradient
def quadratic_gradient(A, b, x):
    return A @ x - b

# %% added after test_softmax_vjp
def linear_vjp(X, W, b, G):
    return G @ W.T, X.T @ G, G.sum(axis=0)

def quadratic_gradient(A, b, x):
    return (A + A.T) @ x / 2 - b
