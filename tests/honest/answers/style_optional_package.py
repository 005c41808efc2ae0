"""what: a package that is not there, with a way round it
"""
# %% added
try:
    from scipy.special import expit
except ImportError:
    expit = lambda x: np.exp(-np.logaddexp(0, -np.asarray(x)))

# %% solution: sigmoid
def sigmoid(x):
    return expit(x)
