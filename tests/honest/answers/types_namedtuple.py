"""what: a named tuple of one's own
assignment: 03_gradients
"""
# %% solution: linear_vjp
from collections import namedtuple
Gradients = namedtuple("Gradients", "dX dW db")

def linear_vjp(X, W, b, G):
    return Gradients(G @ W.T, X.T @ G, G.sum(axis=0))
