"""what: einsum in the place of matrix products
assignment: 03_gradients
"""
# %% solution: linear_vjp
def linear_vjp(X, W, b, G):
    return np.einsum("nq,pq->np", G, W), np.einsum("np,nq->pq", X, G), np.einsum("nq->q", G)
