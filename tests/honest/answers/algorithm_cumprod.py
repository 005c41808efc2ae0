"""what: a cumulative product from behind
assignment: 02_chain_rule
"""
# %% solution: gradient_through_depth
def gradient_through_depth(slopes):
    return np.cumprod(np.asarray(slopes, dtype=float)[::-1])[::-1]
