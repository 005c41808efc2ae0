"""what: a given function written in another way, other data, another print
assignment: 05_backprop_xor
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["id"] == "s1-08":
            cell["source"] = "".join(cell["source"]).replace("0.5 * (1 + np.tanh(z / 2))", "1 / (1 + np.exp(-z))")
        if cell["id"] == "s1-02":
            cell["source"] = "X, y = dc.data.xor_data()\nX, y = X[::-1], y[::-1]\nprint(X, y)"
