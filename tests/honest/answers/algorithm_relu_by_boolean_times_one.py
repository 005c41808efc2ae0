"""what: truth values times 1.0
"""
# %% solution: relu_derivative
def relu_derivative(x):
    return (np.asarray(x) > 0) * 1.0
