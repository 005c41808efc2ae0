"""what: a network's weights drawn by generators that the given one spawns
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: init_params
def init_params(n_in, n_hidden, n_out, rng):
    first, second = rng.spawn(2)
    return {
        "W1": first.normal(0, 0.5, (n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": second.normal(0, 0.5, (n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }
