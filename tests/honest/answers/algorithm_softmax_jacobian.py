"""what: the whole Jacobian of the softmax, then a product
assignment: 03_gradients
"""
# %% solution: softmax_vjp
def softmax_vjp(z, g):
    p = np.exp(z - np.max(z))
    p /= p.sum()
    return p * (g - p @ g)
