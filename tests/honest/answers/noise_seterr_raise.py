"""what: np.seterr(all='raise'), and answers that are ready for it
assignment: 02_chain_rule
kernel: passes
"""
# %% added
old = np.seterr(all="raise")

# %% solution: softplus_derivative
def softplus_derivative(x):
    with np.errstate(under="ignore"):
        small = np.exp(-np.abs(x))
        return np.where(np.asarray(x) >= 0, 1.0, small) / (1 + small)
