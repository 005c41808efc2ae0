"""what: the setup pasted again further down, with one more import
assignment: 05_backprop_xor
kernel: passes
"""
# %% mangle
def mangle(notebook):
    [at] = [n for n, cell in enumerate(notebook["cells"]) if "setup" in cell["metadata"].get("tags", ())]
    text = "".join(notebook["cells"][at]["source"]) + "\nfrom collections import ChainMap"
    again = {"cell_type": "code", "id": "again", "metadata": {}, "outputs": [], "source": text}
    notebook["cells"].insert(at + 6, again)

# %% solution: train
def train(params, X, y, lr, epochs):
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = dict(ChainMap(sgd_step(params, backward(params, cache, y), lr)))
    return params, losses
