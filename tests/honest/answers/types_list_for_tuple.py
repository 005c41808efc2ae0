"""what: a list where a tuple is expected
assignment: 03_gradients
"""
# %% solution: linear_vjp
def linear_vjp(X, W, b, G):
    return [G @ W.T, X.T @ G, np.sum(G, 0)]
