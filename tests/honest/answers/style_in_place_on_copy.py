"""what: a copy that is worked on in place
"""
# %% solution: sigmoid
def sigmoid(x):
    y = np.array(x, dtype=float)
    sign = np.sign(y)
    np.abs(y, out=y)
    y *= -1
    np.exp(y, out=y)
    return np.where(sign >= 0, 1.0, y) / (y + 1)
