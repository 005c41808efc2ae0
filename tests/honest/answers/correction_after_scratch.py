"""what: a wrong version, a scratch cell that tries it out, then a correction
assignment: 02_chain_rule
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
# %% solution: backward_pass
def backward_pass(x, w1, w2, y, cache):
    return 2 * (cache["z2"] - y) * w2 * x, 2 * (cache["z2"] - y) * cache["a1"]

# %% added after test_jvp
def backward_pass(x, w1, w2, y, cache):
    a1, dz2 = cache["a1"], 2 * (cache["z2"] - y)
    return dz2 * w2 * a1 * (1 - a1) * x, dz2 * a1

# %% added after test_backward_pass
cache = forward_pass(2.0, 0.5, 3.0, 1.0)
for way in "ab":
    print(way, backward_pass(2.0, 0.5, 3.0, 1.0, cache), 2.8151)
