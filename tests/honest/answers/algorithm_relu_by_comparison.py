"""what: a comparison turned into numbers, or np.heaviside
"""
# %% solution: relu_derivative
def relu_derivative(x):
    return np.heaviside(x, 0.5)
