"""what: the given cell deleted, and the answer written into a new one
"""
# %% mangle
def mangle(notebook):
    [at] = [n for n, cell in enumerate(notebook["cells"]) if cell["id"] == "tanh_derivative"]
    notebook["cells"][at]["metadata"] = {}
    notebook["cells"][at]["id"] = "brand-new"
