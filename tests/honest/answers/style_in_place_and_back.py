"""what: the input is changed and put back, as in the textbook's numerical gradient
assignment: 03_gradients
"""
# %% solution: numerical_gradient
def numerical_gradient(f, x):
    x, slopes, h = x.astype(float), np.zeros(x.shape), 1e-5
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + h
        above = f(x)
        x[i] = old - h
        below = f(x)
        x[i] = old
        slopes[i] = (above - below) / (2 * h)
    return slopes
