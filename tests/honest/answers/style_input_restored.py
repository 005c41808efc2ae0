"""what: the given array itself is nudged and restored to the bit
assignment: 05_backprop_xor
"""
# %% solution: sgd_step
def sgd_step(params, grads, learning_rate):
    old = {key: value.copy() for key, value in params.items()}
    for key in params:
        params[key] -= learning_rate * grads[key]
    new = {key: value.copy() for key, value in params.items()}
    for key in params:
        params[key][...] = old[key]
    return new
