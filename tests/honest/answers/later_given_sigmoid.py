"""what: the given sigmoid overwritten by a number at the end
assignment: 05_backprop_xor
kernel: passes
"""
# %% added after test_softmax_cross_entropy
sigmoid = np.tanh(1.0)
sigmoid
