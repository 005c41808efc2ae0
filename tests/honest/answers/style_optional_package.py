"""what: a package that is not there, with a way round it
"""
# %% added
try:
    from scipy.special import expit
except ImportError:
    expit = lambda x: 0.5 * (1 + np.tanh(np.asarray(x) / 2))

# %% solution: sigmoid
def sigmoid(x):
    return expit(x)
