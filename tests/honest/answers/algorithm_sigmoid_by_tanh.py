"""what: the sigmoid as a stretched tanh, and its slope from both
"""
# %% solution: sigmoid
def sigmoid(x):
    return (1 + np.tanh(np.asarray(x) / 2)) / 2

# %% solution: sigmoid_derivative
def sigmoid_derivative(x):
    e = np.exp(-np.abs(x))
    return e / (1 + e) ** 2
