"""what: recursion in place of every loop
assignment: 02_chain_rule
kernel: passes
"""
# %% solution: jvp
def jvp(fs, dfs, x, v):
    if len(fs) == 0:
        return x, v
    (f, *fs), (df, *dfs) = fs, dfs
    return jvp(fs, dfs, f(x), df(x) * v)

# %% solution: chain_derivative
def chain_derivative(fs, dfs, x):
    return dfs[0](x) * chain_derivative(fs[1:], dfs[1:], fs[0](x)) if fs else 1.0

# %% solution: gradient_through_depth
def gradient_through_depth(slopes):
    if len(slopes) < 2:
        return np.array(slopes, dtype=float)
    rest = gradient_through_depth(slopes[1:])
    return np.concatenate([[slopes[0] * rest[0]], rest])
