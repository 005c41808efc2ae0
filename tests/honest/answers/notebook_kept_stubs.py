"""what: the line that raises kept below the answer, and above it in a string
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: mse_loss
def mse_loss(y_hat, y):
    # YOUR CODE HERE
    return ((y_hat - y) ** 2).mean()
    raise NotImplementedError()

# %% solution: sgd_step
def sgd_step(params, grads, lr):
    """
    # YOUR CODE HERE
    raise NotImplementedError()
    """
    return {k: v - lr * grads[k] for k, v in params.items()}
