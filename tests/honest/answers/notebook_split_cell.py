"""what: a solution cell split in two, at the place where JupyterLab splits it
"""
# %% mangle
def mangle(notebook):
    [at] = [n for n, cell in enumerate(notebook["cells"]) if cell["id"] == "sigmoid_derivative"]
    second = dict(notebook["cells"][at])
    source = second["source"]
    text = source if isinstance(source, str) else "".join(source)
    notebook["cells"][at]["source"] = "factor = 1.0"
    second["id"] = "12345678"
    second["metadata"] = {}
    second["source"] = text
    notebook["cells"].insert(at + 1, second)
