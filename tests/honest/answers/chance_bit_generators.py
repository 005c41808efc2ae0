"""what: other bit generators inside an answer, seeded by the given one
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: init_params
def init_params(n_in, n_hidden, n_out, rng):
    kinds = [np.random.Philox, np.random.SFC64]
    one, two = (np.random.Generator(kind(int(rng.integers(2**32)))) for kind in kinds)
    return {
        "W1": 0.5 * one.standard_normal((n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": 0.5 * two.standard_normal((n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }
