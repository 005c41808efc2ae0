"""what: %%time and %%capture on the cells of answers
assignment: 02_chain_rule
kernel: passes
"""
# %% solution: gradient_through_depth
%%time
def gradient_through_depth(slopes):
    return np.array([np.prod(slopes[k:]) for k in range(len(slopes))])

# %% solution: jvp
%%capture told
print("not shown")
def jvp(fs, dfs, x, v):
    return (x, v) if not fs else jvp(fs[1:], dfs[1:], fs[0](x), dfs[0](x) * v)

# %% added after test_jvp
%%timeit -n1 -r1
jvp([np.sin], [np.cos], 1.0, 1.0)
