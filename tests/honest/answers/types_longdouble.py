"""what: more digits than asked for
"""
# %% solution: sigmoid
def sigmoid(x):
    x = np.asarray(x, dtype=np.longdouble)
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, small) / (1 + small)
