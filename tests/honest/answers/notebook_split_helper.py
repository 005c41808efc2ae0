"""what: an answer's helper cut off into a cell of its own below the answer's cell
assignment: 02_chain_rule
kernel: passes
"""
# %% mangle
def mangle(notebook):
    [at] = [n for n, cell in enumerate(notebook["cells"]) if cell["id"] == "fan_out_derivative"]
    notebook["cells"][at]["source"] = "def fan_out_derivative(x):\n    return np.sin(x) + inner(x) * np.cos(x)"
    second = {"cell_type": "code", "id": "b", "metadata": {}, "outputs": [], "source": "def inner(x):\n    return x + np.exp(np.sin(x))"}
    notebook["cells"].insert(at + 1, second)
