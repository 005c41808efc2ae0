"""what: tanh′ written out with exponentials of the absolute value
"""
# %% solution: tanh_derivative
def tanh_derivative(x):
    small = np.exp(-2 * np.abs(x))
    return 4 * small / (1 + small) ** 2
