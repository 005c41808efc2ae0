"""what: a given cell deleted whose function the answer does not use
assignment: 02_chain_rule
kernel: passes
"""
# %% mangle
def mangle(notebook):
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] not in ("s3-02", "s6-04", "s2-08")]

# %% solution: forward_pass
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = 1 / (1 + np.exp(-z1))
    z2 = w2 * a1
    return dict(z1=z1, a1=a1, z2=z2, loss=(z2 - y) ** 2)
