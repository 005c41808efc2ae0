"""what: plain Python loops, as slow as they are legal
assignment: 03_gradients
"""
# %% solution: linear_vjp
def linear_vjp(X, W, b, G):
    (n, p), q = X.shape, G.shape[1]
    dX, dW, db = np.zeros((n, p)), np.zeros((p, q)), np.zeros(q)
    for i in range(n):
        for k in range(q):
            db[k] += G[i, k]
            for j in range(p):
                dX[i, j] += G[i, k] * W[j, k]
                dW[j, k] += X[i, j] * G[i, k]
    return dX, dW, db
