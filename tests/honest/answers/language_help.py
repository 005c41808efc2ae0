"""what: help by a question mark, in front of a name and behind it, in answers
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: mse_loss
np.mean?
def mse_loss(y_hat, y):
    return ((y - y_hat) ** 2).sum() / y.size
mse_loss??

# %% added after test_mse_loss
?mse_loss
help(mse_loss)
*int*?
